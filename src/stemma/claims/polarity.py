"""One claim, affirmed by one source and denied by another."""

from __future__ import annotations

import re
from collections import defaultdict

from stemma.claims.build import differ, outlet_name, places_of, variant
from stemma.claims.clash import NEGATIONS, agents_differ
from stemma.claims.same import Pair, same_words
from stemma.claims.view import Deed, Setting, StoryView, Telling
from stemma.claims.words import clip
from stemma.model.claim import Difference
from stemma.model.reading import Polarity, Statement
from stemma.model.span import words_of

CLOSE = 0.7
MOST = 300
_DENYING = frozenset("deny reject dispute refute dismiss".split())
_LIGHT = frozenset("be have do say go make take get know think want see come".split())
_STOP = re.compile(r"[.!?][\"”’']*\s+\S")


def find_polarity_differences(
    view: StoryView, pairs: tuple[Pair, ...], setting: Setting
) -> list[Difference]:
    """Conflicts of yes and no between statements that otherwise say the same."""
    found: dict[str, Difference] = {}
    for pair in pairs:
        if pair.clash != "polarity" or min(pair.score, pair.likeness) < CLOSE:
            continue
        a, b = view.tellings[pair.a], view.tellings[pair.b]
        if not _opposed(a, b) or same_words(a, b):
            continue
        yes, no = (a, b) if a.statement.polarity == "affirmed" else (b, a)
        if _both_told(yes, no, view):
            continue
        difference = _difference(yes, no, pair.shared, (view, setting))
        found[difference.id] = difference
    for yes, no, shared in _answers(view, setting):
        if _both_told(yes, no, view):
            continue
        difference = _difference(yes, no, shared, (view, setting))
        found[difference.id] = difference
    return list(found.values())


def _answers(view: StoryView, setting: Setting) -> list[tuple[Telling, Telling, tuple[str, ...]]]:
    """Deeds that one speaker affirms and another, in a report that draws on the first, denies."""
    found = []
    affirmed: dict[str, list[Telling]] = defaultdict(list)
    for yes in view.tellings:
        first = (
            _first(yes, "affirmed", setting) if _firm(yes) and not _open(yes.statement) else None
        )
        if first is not None and not yes.statement.conditions:
            affirmed[first.family].append(yes)
    denied = [t for t in view.tellings if _first(t, "negated", setting) is not None]
    for no in (t for t in denied[:MOST] if _firm(t) and t.deeds[0].target.stems):
        deed = no.deeds[0]
        for yes in affirmed[deed.family]:
            joined = setting.related(yes.statement.report, no.statement.report)
            if joined and not yes.speakers & no.speakers and _answered(yes.deeds[0], deed):
                found.append((yes, no, (deed.family, *deed.target.stems)))
    return found


def _firm(telling: Telling) -> bool:
    """Whether somebody who is known puts it forward for certain."""
    return bool(telling.speakers) and telling.statement.modality == "certain"


def _first(telling: Telling, polarity: Polarity, setting: Setting) -> Deed | None:
    """The deed that the telling asserts: its first, where that is no infinitive ("to leave")."""
    deed = telling.deeds[0] if telling.deeds else None
    if deed is None or deed.action.polarity != polarity:
        return None
    span = deed.action.words
    before = setting.reports[span.report].text[max(0, span.start - 10) : span.start].split()
    return None if before and before[-1] in ("to", "be") else deed


def _answered(yes: Deed, no: Deed) -> bool:
    """Whether the two are one deed with one target, affirmed and denied."""
    return (
        yes.family == no.family
        and yes.family not in _LIGHT
        and _bare(yes.target.stems) == _bare(no.target.stems) != ()
        and not agents_differ(yes, no)
    )


def _bare(stems: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(stem for stem in stems if stem not in NEGATIONS)


def _opposed(a: Telling, b: Telling) -> bool:
    """Whether two statements exclude each other: as firm as each other, by different voices."""
    left, right = a.statement, b.statement
    if {left.polarity, right.polarity} != {"affirmed", "negated"}:
        return False
    if left.report == right.report or (a.speakers & b.speakers):
        return False
    if {left.modality, right.modality} != {"certain"} or left.conditions or right.conditions:
        return False
    if any(_several(s) or _open(s) for s in (left, right)):
        return False
    denied = any(_denies(one, other) for one in a.deeds for other in b.deeds)
    return denied and bool(a.actors & b.actors)


def _denies(one: Deed, other: Deed) -> bool:
    """Whether two deeds are one, save that one is denied."""
    if {one.action.polarity, other.action.polarity} != {"affirmed", "negated"}:
        return False
    return one.family == other.family and not agents_differ(one, other)


def _both_told(yes: Telling, no: Telling, view: StoryView) -> bool:
    """Whether one of the reports gives both sides: then it does not differ from the other's."""
    denying = [d for d in no.deeds if d.action.polarity == "negated"]
    for telling in view.tellings:
        statement = telling.statement
        if statement.report == yes.statement.report and statement.cue_lemma in _DENYING:
            told = telling.deeds
        elif statement.report == yes.statement.report:
            told = tuple(d for d in telling.deeds if d.action.polarity == "negated")
        elif statement.report == no.statement.report and statement.polarity == "affirmed":
            told = tuple(d for d in telling.deeds if d.action.polarity == "affirmed")
            told = told if telling.speakers & yes.speakers else ()
        else:
            continue
        if any(a.family == b.family and _meet(a, b) for a in told for b in denying):
            return True
    return False


def _meet(one: Deed, other: Deed) -> bool:
    return bool(one.target_words & other.target_words or one.target_actors & other.target_actors)


def _open(statement: Statement) -> bool:
    """Whether the words leave open if it is so ("whether …", "to …", a question)."""
    first = {span.exact.casefold().split(" ", 1)[0] for span in statement.content}
    asked = words_of(statement.content).rstrip(" \"”'").endswith("?")
    return asked or bool(first & {"whether", "if", "to"})


def _alike(one: Telling, other: Telling) -> bool:
    """Whether two tellings have the same terms and both affirm or both deny."""
    return one.terms == other.terms and one.statement.polarity == other.statement.polarity


def _several(statement: Statement) -> bool:
    """Whether the words are several sentences: what is denied in one is not in the other."""
    return bool(_STOP.search(words_of(statement.content)))


def _difference(
    yes: Telling, no: Telling, shared: tuple[str, ...], where: tuple[StoryView, Setting]
) -> Difference:
    view, setting = where
    sides = [
        [t for t in view.tellings if t.terms == side.terms and _alike(t, side)]
        for side in (yes, no)
    ]
    return differ(
        "polarity",
        f"whether: {clip(words_of(yes.statement.content))}",
        [variant(value, places_of(told)) for value, told in zip(("yes", "no"), sides, strict=True)],
        "conflict",
        (
            ("Do both speak of the same time, and of the same thing?",),
            (
                f"affirmed by {outlet_name(yes.statement.report, setting)}",
                f"denied by {outlet_name(no.statement.report, setting)}",
                f"words in common: {', '.join(shared[:8])}",
            ),
        ),
    )
