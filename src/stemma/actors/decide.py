"""What people decided about actors, applied to the cast last."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from stemma.actors.parts import Parts
from stemma.actors.recast import recast
from stemma.model.cast import Cast, Reference
from stemma.model.decision import (
    AboutActors,
    Decision,
    Merge,
    Quoted,
    Rename,
    Split,
    in_order,
)
from stemma.model.report import Report

_VERBS = {Merge: "joined", Split: "told apart", Rename: "named"}


def decide(
    cast: Cast, reports: Sequence[Report], decisions: Sequence[Decision]
) -> tuple[Cast, tuple[Decision, ...]]:
    """The cast as people decided, and the decisions that fit no mention of it any more.

    Only decisions about actors are looked at. A later one overrules an earlier one. A split undoes
    the latest merge that holds its words together; where the program itself had joined them, the
    first words leave: with their whole report where the other words stand in another one, else with
    what is spelt alike in that report. A new name is not added to the spellings that reports give.
    """
    parts = Parts(cast)
    texts = {report.id: report.text for report in reports}
    mentions = _by_report(cast)
    applied: list[tuple[Decision, Reference]] = []
    orphaned: list[Decision] = []
    for decision in in_order(decisions):
        if not isinstance(decision.what, AboutActors):
            continue
        places = [_mention(mentions, texts, quoted) for quoted in decision.about]
        found = [place for place in places if place is not None]
        if len(found) < len(places):
            orphaned.append(decision)
            continue
        applied.extend((decision, place) for place in found)
        _apply(decision, found, parts)
    if not applied:
        return cast, tuple(orphaned)
    return _signed(recast(cast, parts), cast, applied), tuple(orphaned)


def _by_report(cast: Cast) -> dict[str, list[Reference]]:
    mentions: dict[str, list[Reference]] = {}
    for reference in cast.references:
        mentions.setdefault(reference.span.report, []).append(reference)
    return mentions


def _apply(decision: Decision, places: Sequence[Reference], parts: Parts) -> None:
    if isinstance(decision.what, Merge):
        parts.join(places[0], places[1])
    elif isinstance(decision.what, Split):
        parts.part(places[0], places[1])


def _mention(
    mentions: dict[str, list[Reference]], texts: dict[str, str], quoted: Quoted
) -> Reference | None:
    """The mention that the quoted words are; or else the one that covers them best."""
    start = quoted.start_in(texts.get(quoted.report, ""))
    if start is None:
        return None
    end = start + len(quoted.exact)
    near = [r for r in mentions.get(quoted.report, ()) if r.span.start < end and start < r.span.end]
    return min(
        near,
        key=lambda r: (abs(r.span.start - start) + abs(r.span.end - end), r.span.start),
        default=None,
    )


def _signed(cast: Cast, before: Cast, applied: Sequence[tuple[Decision, Reference]]) -> Cast:
    """The cast with its new names, and with who decided and why beside the other reasons."""
    now = {old: new.actor for old, new in zip(before.references, cast.references, strict=True)}
    names: dict[str, str] = {}
    because = dict(cast.because)
    for decision, mention in applied:
        actor = now[mention]
        if isinstance(decision.what, Rename):
            names[actor] = decision.what.name
        reason = _reason(decision)
        why = because.get(actor, "")
        if reason not in why:
            because[actor] = f"{why}; {reason}" if why else reason
    actors = (msgspec.structs.replace(a, name=names.get(a.id, a.name)) for a in cast.actors)
    return msgspec.structs.replace(cast, actors=tuple(actors), because=because)


def _reason(decision: Decision) -> str:
    verb = _VERBS[type(decision.what)]
    why = f": {decision.why}" if decision.why else ""
    return f"{verb} by {decision.by} on {decision.at.date().isoformat()}{why}"
