"""What changed between a telling and another of the same: where to look, and what was found.

Along the edges of the family tree an earlier telling is held against the later one made from it;
within a report the headline against its body; and, edge or none, a direct quotation against
another report's paraphrase of the same utterance: the quotation is nearer to the speaker's words,
whichever report is older, so it stands as the earlier of the two.
"""

from __future__ import annotations

from itertools import permutations

from stemma.claims.build import deed_span
from stemma.claims.changes import Altered, Told, find_changes, lost_condition
from stemma.claims.clash import agents_differ, excluded
from stemma.claims.dates import kin
from stemma.claims.ends import RETOLD
from stemma.claims.matching import match
from stemma.claims.scopes import narrower
from stemma.claims.targets import why_part
from stemma.claims.tellings import Tellings
from stemma.claims.view import Deed, Setting, StoryView, Telling
from stemma.claims.words import content_stems, identify, place_key
from stemma.model.claim import (
    Change,
    Difference,
    DifferenceKind,
    Direction,
    Retelling,
    Variant,
)
from stemma.model.lineage import Derivation
from stemma.model.span import Place, words_of

ALIGNED = 0.55
EDGES = 400
QUOTED = 200
MAIN = 2
_CONFLICTS: dict[DifferenceKind, tuple[Change, Direction, str]] = {
    "role": ("other", "neither", ""),
    "wording": ("quotation", "unknown", " inside the quotation"),
}
_STEPS = frozenset(("hedge", "condition"))
_HEADLINE = frozenset(("number", "condition"))


def find_retellings(
    told: Tellings, edges: tuple[Derivation, ...], setting: Setting
) -> tuple[list[Retelling], int]:
    """Changes along directed edges between reports held; and how many edges were followed."""
    found: dict[str, Retelling] = {}
    held = {source.id: report for report, source in setting.source_of.items()}
    followed = 0
    for edge in edges:
        if not edge.directed or edge.kind not in RETOLD or followed == EDGES:
            continue
        if edge.from_ not in held or edge.to not in held:
            continue
        followed += 1
        ends = (edge.from_, edge.to)
        for headline in (t for t in told.of(held[edge.to]) if t.statement.headline):
            altered = _widened(headline, told.of(held[edge.from_]), told.parts, setting)
            if altered is not None:
                retelling = retell(altered, ends, f"the headline, along the edge {edge.kind}")
                found[retelling.id] = retelling
        for altered in _of_steps(told, held[edge.from_], held[edge.to]):
            retelling = retell(altered, ends, f"one step, along the edge {edge.kind}")
            found[retelling.id] = retelling
        for earlier, later in aligned(told, held[edge.from_], held[edge.to]):
            for altered in find_changes(earlier, later):
                if edge.kind == "update" and altered.change == "number":
                    continue
                retelling = retell(altered, ends, f"along the edge {edge.kind}")
                found[retelling.id] = retelling
    return list(found.values()), followed


def _of_steps(told: Tellings, one: str, other: str) -> list[Altered]:
    """What became of a step ("file a motion") between two tellings that may share little else."""
    found = []
    after = told.of(other)
    for later in (t for t in after if not t.statement.headline):
        earlier = next((t for t in told.of(one) if _one_step(t, later)), None)
        if earlier is None:
            continue
        hedged = [a for a in find_changes(earlier, later) if a.direction == "weaker"]
        lost = lost_condition(earlier, later, after)
        found += [a for a in (*hedged, lost) if a is not None and a.change in _STEPS]
    return found


def _one_step(earlier: Told, later: Told) -> bool:
    """Whether two tellings are of one step, as far on, with enough else in common to be sure."""
    before, after = earlier.statement, later.statement
    if before.headline or before.stage == "unknown" or before.stage != after.stage:
        return False
    if len(earlier.telling.terms & later.telling.terms) < 3:
        return False
    return any(
        a.family == b.family
        and a.target_words & b.target_words
        and not agents_differ(a, b)
        and "negated" not in (a.action.polarity, b.action.polarity)
        for a in earlier.telling.deeds
        for b in later.telling.deeds
    )


def find_conflict_retellings(
    differences: list[Difference], edges: tuple[Derivation, ...], setting: Setting
) -> list[Retelling]:
    """Conflicts of office and of quoted words, where one report was made from the other."""
    found = []
    held = {source.id: report for report, source in setting.source_of.items()}
    ends = [e for e in edges if e.directed and e.kind in RETOLD and {e.from_, e.to} <= held.keys()]
    for difference in (d for d in differences if d.verdict == "conflict" and d.kind in _CONFLICTS):
        for edge in ends[:EDGES]:
            sides = held[edge.from_], held[edge.to]
            for one, other in permutations(difference.readings, 2):
                before, after = _place(one, sides[0]), _place(other, sides[1])
                if before and after and not (_place(one, sides[1]) or _place(other, sides[0])):
                    altered = _altered_by(difference.kind, before, after)
                    how = f"along the edge {edge.kind}"
                    found.append(retell(altered, (edge.from_, edge.to), how))
    return found


def _place(reading: Variant, report: str) -> Place | None:
    return next((place for place in reading.places if place[0].report == report), None)


def _altered_by(kind: DifferenceKind, before: Place, after: Place) -> Altered:
    change, direction, where = _CONFLICTS[kind]
    return Altered(
        change=change,
        direction=direction,
        from_=before,
        to=after,
        because=f"“{words_of(before)}” has become “{words_of(after)}”{where}",
    )


def aligned(told: Tellings, one: str, other: str) -> list[tuple[Told, Told]]:
    """Tellings of two reports that are each other's best match, in the order of the second."""
    view = told.view_of.get(one)
    if view is None or told.view_of.get(other) is not view:
        return []
    scores: dict[tuple[int, int], float] = {}
    before, after = told.of(one), told.of(other)
    for j, later in enumerate(after):
        for i, earlier in enumerate(before):
            score = match(earlier.telling, later.telling, view)
            if score >= ALIGNED:
                scores[i, j] = score
    best_of: dict[int, tuple[float, int]] = {}
    for (i, j), score in sorted(scores.items()):
        best_of[i] = max(best_of.get(i, (0.0, 0)), (score, -j))
    pairs = []
    for j in range(len(after)):
        found = max(((scores[i, j], -i) for i in best_of if (i, j) in scores), default=None)
        if found is not None and best_of[-found[1]] == (found[0], -j):
            pairs.append((before[-found[1]], after[j]))
    return pairs


def find_headline_retellings(told: Tellings, setting: Setting) -> list[Retelling]:
    """What a report's own headline makes of its body."""
    found: dict[str, Retelling] = {}
    for report in sorted(setting.reports):
        tellings = told.of(report)
        view = told.view_of.get(report)
        for headline in (t for t in tellings if t.statement.headline):
            body = [t for t in tellings if not t.statement.headline]
            if view is None or not body:
                continue
            altered = _widened(headline, body, told.parts, setting)
            if altered is not None:
                retelling = retell(altered, None, "the headline against its own body")
                found[retelling.id] = retelling
            score, at = max(
                (match(t.telling, headline.telling, view), -n) for n, t in enumerate(body)
            )
            if score < ALIGNED:
                continue
            for altered in find_changes(body[-at], headline):
                if altered.change in _HEADLINE:
                    retelling = retell(altered, None, "the headline against its own body")
                    found[retelling.id] = retelling
    return list(found.values())


def _widened(
    headline: Told, body: list[Told], parts: dict[str, frozenset[str]], setting: Setting
) -> Altered | None:
    """The headline's target is the whole of what the body, throughout, tells of a part."""
    deeds = [deed for told in body for deed in told.telling.deeds]
    for wide in headline.telling.deeds:
        if wide.action.polarity == "negated" or not wide.target.core:
            continue
        alike = [d for d in deeds if _one_action(d, wide)]
        if any(_told_as_wide(deed, wide) for deed in alike):
            continue
        for narrow in alike:
            if narrower(narrow, wide, parts):
                words = f"“{narrow.target.core}” has become “{wide.target.core}”"
                return Altered(
                    change="scope",
                    direction="stronger",
                    from_=(deed_span(narrow, setting),),
                    to=(deed_span(wide, setting),),
                    because="; ".join((words, *why_part(narrow.target, wide.target))),
                )
    return None


def _one_action(deed: Deed, wide: Deed) -> bool:
    if kin(deed.family) != kin(wide.family) or deed.action.polarity == "negated":
        return False
    return not agents_differ(deed, wide)


def _told_as_wide(deed: Deed, wide: Deed) -> bool:
    return bool(deed.target.stems) and deed.target.stems == wide.target.stems


def find_utterances(told: Tellings, views: list[StoryView], setting: Setting) -> list[Retelling]:
    """Conditions that a paraphrase drops from what another report quotes."""
    found: dict[str, Retelling] = {}
    for view in views:
        stated = [t for t in view.tellings if t.statement.conditions and t.speakers][:QUOTED]
        for quoted in (t for t in stated if t.statement.quote == "direct"):
            for retold in stated:
                if not _one_utterance(quoted, retold):
                    continue
                ends = tuple(
                    source.id
                    for t in (quoted, retold)
                    if (source := setting.source_of.get(t.statement.report)) is not None
                )
                for altered in find_changes(told.one(quoted), told.one(retold)):
                    if altered.change == "condition" and len(ends) == 2:
                        how = "the quotation against another report's paraphrase of it"
                        retelling = retell(altered, (ends[0], ends[1]), how)
                        found[retelling.id] = retelling
    return list(found.values())


def _one_utterance(quoted: Telling, retold: Telling) -> bool:
    """Whether one speaker's words, conditional both times, share condition and main clause."""
    if retold.statement.quote == "direct" or quoted.statement.report == retold.statement.report:
        return False
    if not quoted.speakers & retold.speakers:
        return False
    if excluded(quoted.statement.said, retold.statement.said):
        return False
    ours, theirs = _condition(quoted), _condition(retold)
    main = (quoted.terms - ours) & (retold.terms - theirs)
    return bool(ours & theirs) and len(main) >= MAIN


def _condition(telling: Telling) -> frozenset[str]:
    spans = telling.statement.conditions
    return frozenset(stem for span in spans for stem in content_stems(span.exact))


def retell(altered: Altered, edge: tuple[str, str] | None, how: str) -> Retelling:
    """A change as a retelling between the sources at the ends of an edge."""
    return Retelling(
        id=identify("t", altered.change, place_key(altered.from_), place_key(altered.to)),
        from_=altered.from_,
        to=altered.to,
        edge=edge,
        change=altered.change,
        direction=altered.direction,
        because=(altered.because, how),
    )
