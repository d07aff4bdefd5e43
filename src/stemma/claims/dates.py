"""One event, given dates that exclude each other."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import lru_cache

from stemma.claims.build import deed_span, differ, label, outlet_name, unite, variant
from stemma.claims.clash import agents_differ, excluded
from stemma.claims.clauses import best_clause
from stemma.claims.datings import misdated
from stemma.claims.occurrences import ONCE, Occurrence
from stemma.claims.view import Deed, Setting
from stemma.claims.words import clip, content_stems
from stemma.model.claim import Difference, Verdict
from stemma.model.span import Place, words_of
from stemma.model.when import When

FAR = 3 * 366
MOST = 400


def find_date_differences(
    occurrences: list[Occurrence], setting: Setting
) -> tuple[list[Difference], int]:
    """Date differences within stories, and among their precedents; and how many pairs were held."""
    blocks: dict[tuple[str, str], list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        if _of_a_thing(occurrence, setting):
            continue
        story = "" if occurrence.past else occurrence.view.story.id
        blocks[story, kin(occurrence.deed.family)].append(occurrence)
        if occurrence.past:
            for who in sorted(occurrence.deed.agents | occurrence.deed.agent_words):
                blocks[story, f"by {who}"].append(occurrence)
    found: dict[str, Difference] = {}
    compared = 0
    for _, block in sorted(blocks.items()):
        kept = block[:MOST]
        links = [(i, j) for j in range(len(kept)) for i in range(j) if one_event(kept[i], kept[j])]
        compared += len(kept) * (len(kept) - 1) // 2
        for group in unite(len(kept), links):
            difference = _judge([kept[n] for n in group], setting)
            if difference is not None:
                found[difference.id] = difference
    return _fullest(list(found.values())), compared


def _of_a_thing(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether the date is not the deed's ("the 2011 storm", "last week's vote")."""
    sentence = setting.sentence_at(occurrence.deed.action.words)
    return sentence is not None and misdated(occurrence.deed.action, sentence)


def _fullest(found: list[Difference]) -> list[Difference]:
    """The differences, less those whose every statement a fuller one has too."""
    kept: list[tuple[frozenset[str], Difference]] = []
    sized = [(frozenset(s for r in d.readings for s in r.statements), d) for d in found]
    for statements, difference in sorted(sized, key=lambda item: (-len(item[0]), item[1].id)):
        if not any(statements <= other for other, _ in kept):
            kept.append((statements, difference))
    return [difference for _, difference in kept]


def one_event(a: Occurrence, b: Occurrence) -> bool:
    """Whether two dated deeds are surely tellings of one event."""
    left, right = a.deed, b.deed
    if agents_differ(left, right) or left.action.polarity != right.action.polarity:
        return False
    past = a.past and b.past and _near(a.when, b.when)
    if a.view is not b.view and not past:
        return False
    one_kin = kin(left.family) == kin(right.family)
    if not (targets_meet(left, right) if one_kin else past and _one_agent(left, right)):
        return False
    shared = (a.telling.terms & b.telling.terms) - _digits(a.telling.terms)
    named = left.target_words | right.target_words | left.agent_words | right.agent_words
    if one_kin and past:
        return len(shared) >= 3 and bool(shared - named - {left.family, right.family})
    if one_kin:
        once = left.family in ONCE and len(shared) >= 4
        return once and _outweighs(shared, 0.5, a, b)
    alike = frozenset(_words(a)) & frozenset(_words(b)) - _digits(frozenset(_words(a)))
    return len(alike) >= 4 and bool(alike - named) and _outweighs(shared, 0.4, a, b)


def _outweighs(shared: frozenset[str], share: float, a: Occurrence, b: Occurrence) -> bool:
    """Whether what two tellings share has this share of the lesser one's weight."""
    weight = min(a.view.weigh(shared), b.view.weigh(shared))
    return weight >= share * min(_weight(a), _weight(b))


def _one_agent(left: Deed, right: Deed) -> bool:
    if left.agents & right.agents:
        return True
    shared = left.agent_words & right.agent_words
    return len(shared) >= 2 and 2 * len(shared) >= len(left.agent_words | right.agent_words)


def _words(told: Occurrence) -> tuple[str, ...]:
    """All content words of the telling, adverbs ("home", "abroad") too."""
    return content_stems(words_of(told.telling.statement.content))


def _weight(told: Occurrence) -> float:
    return told.view.weigh(told.telling.terms - _digits(told.telling.terms) - {told.deed.family})


@lru_cache(maxsize=1 << 16)
def _digits(terms: frozenset[str]) -> frozenset[str]:
    return frozenset(term for term in terms if any(c.isdigit() for c in term))


def _near(a: When, b: When) -> bool:
    if a.start is None or b.start is None:
        return False
    return abs((a.start - b.start).days) <= FAR


def targets_meet(left: Deed, right: Deed) -> bool:
    """Whether two targets share an actor, or half the words of the shorter."""
    if left.target_actors & right.target_actors:
        return True
    shared = left.target_words & right.target_words
    return 2 * len(shared) >= min(len(left.target_words), len(right.target_words)) > 0


def kin(family: str) -> str:
    """Suspending or ending a share in something is, long after, told as leaving it."""
    return "leave" if family in ("suspend", "end") else family


def _judge(group: list[Occurrence], setting: Setting) -> Difference | None:
    readings: dict[tuple[date | None, date | None], list[Occurrence]] = defaultdict(list)
    for occurrence in group:
        readings[occurrence.when.start, occurrence.when.end].append(occurrence)
    kept = _exclusive(readings)
    if len(kept) < 2 or _told_as_two(kept) or not excluded(kept[0][0].when, kept[-1][0].when):
        return None
    return differ(
        "date",
        _about(kept, setting),
        [variant(show(told[0].when), [_standing(o, setting) for o in told]) for told in kept],
        _verdict(kept),
        (_questions(kept), _reasons(kept, setting)),
    )


def _about(kept: list[list[Occurrence]], setting: Setting) -> str:
    """What was done, in the plainest telling's clause, and the dates it is given."""
    best = best_clause([o for told in kept for o in told], setting)
    what = best[1] if best is not None else label(kept[0][0].deed, setting)
    dates = " / ".join(show(told[0].when) for told in kept[:3])
    return f"date: {clip(what, 80)} ({dates})"


def _exclusive(
    readings: dict[tuple[date | None, date | None], list[Occurrence]],
) -> list[list[Occurrence]]:
    """Readings no two of which could be one day: a year takes in the days that lie in it."""
    ordered = sorted(readings.values(), key=lambda told: _length(told[0].when))
    kept: list[list[Occurrence]] = []
    for told in ordered:
        home = next((k for k in kept if k[0].when.overlaps(told[0].when)), None)
        if home is None:
            kept.append(list(told))
        else:
            home += told
    return sorted(kept, key=lambda told: told[0].when.start or date.min)


def _length(when: When) -> tuple[int, date]:
    start, end = when.start or date.min, when.end or date.max
    return (end - start).days, start


def _told_as_two(kept: list[list[Occurrence]]) -> bool:
    """One report that gives both dates tells of two events, not of one."""
    reports = [{o.report for o in told} for told in kept]
    return any(a & b for n, a in enumerate(reports) for b in reports[:n])


def _standing(occurrence: Occurrence, setting: Setting) -> tuple[Place, str]:
    statement = occurrence.telling.statement
    span = deed_span(occurrence.deed, setting)
    words = occurrence.when.words
    if words is None or span.holds(words) or words.report != span.report:
        return (span,), statement.id
    parts = (words, span) if words.start < span.start else (span, words)
    return parts, statement.id


def show(when: When) -> str:
    """A date as a reading's value: as fine as it is known."""
    if when.start is None or when.end is None:
        return "unknown"
    if when.kind == "day" or when.start == when.end:
        return when.start.isoformat()
    if when.kind == "month":
        return when.start.isoformat()[:7]
    if when.kind == "year":
        return str(when.start.year)
    return f"{when.start.isoformat()} to {when.end.isoformat()}"


def _verdict(kept: list[list[Occurrence]]) -> Verdict:
    """A conflict only where every date stands as such in its report."""
    written = all(any(o.when.resolved.startswith("as written") for o in told) for told in kept)
    once = all(o.deed.family in ONCE or kin(o.deed.family) in ONCE for told in kept for o in told)
    return "conflict" if written and once else "unsure"


def _questions(kept: list[list[Occurrence]]) -> tuple[str, ...]:
    first, last = show(kept[0][0].when), show(kept[-1][0].when)
    return (
        f"Was it announced or begun in {first} and completed in {last}?",
        "Do the reports mean one event, or two steps of it?",
    )


def _reasons(kept: list[list[Occurrence]], setting: Setting) -> tuple[str, ...]:
    lines = []
    for told in kept:
        one = told[0]
        words = one.when.words.exact if one.when.words else show(one.when)
        where = outlet_name(one.report, setting)
        lines.append(f"{where}: “{words}” ({one.when.resolved})")
    a, b = kept[0][0], kept[-1][0]
    shared = sorted(a.telling.terms & b.telling.terms)
    return (*lines, f"same action and words in common: {', '.join(shared[:8])}")
