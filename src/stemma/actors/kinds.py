"""What kind of actor a name is, over all reports: single labels are often wrong."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from stemma.actors.names import BODIES
from stemma.actors.sightings import Sighting, companies, most
from stemma.model.reading import ActorKind
from stemma.model.report import Report

# What a country or town has and a person has not.
_HAS = re.compile(
    r"['’\"]s (?:[a-z]+ ){0,2}(?:ministry|minister|parliament|coast|border|borders|capital|embassy"
    r"|ports?|government)\b"
)
# Where only a place stands, or as whose home it is ("(R-Ostmark)").
_IN = re.compile(r"(?:\b(?:in|across|throughout|inside|outside|near) |\([A-Z]-)$")
_COMPANY = 2  # other names that two reports have in common
_BEFORE = 20  # characters before a name in which that stands


def settle_kinds(reports: Sequence[Report], sightings: Sequence[Sighting]) -> None:
    """Give every sighting the kind that its name has in most reports.

    Full names of which a report uses the end alone are people; names that end in a word for a
    body are organisations; names alone that nobody's full name ends with, and that stand after
    "in" or own a ministry, are places. A name alone that has an office before it, or that the
    report gives in somebody's full name and none has after "in", is a person.
    """
    usual: dict[str, Counter[ActorKind]] = defaultdict(Counter)
    often: Counter[str] = Counter()
    for sighting in sightings:
        often[sighting.name.key] += len(sighting.mentions)
        usual[sighting.name.key] += sighting.kinds
    personal = _personal(sightings)
    people = [s for s in sightings if most(usual[s.name.key]) == "person"]
    places, seen = _places(reports, sightings, people)
    titled = _titled(sightings)
    ends = _ends([s for s in people if often[s.name.key] > 1])
    for sighting in sightings:
        key = sighting.name.key
        sighting.kind = most(usual[key])
        ruled = _rule(sighting, sighting.name.tokens in ends[sighting.report] and key not in seen)
        doubtful = sighting.kind in ("organisation", "group", "unknown")
        if doubtful and (key in personal or sighting.number in titled):
            ruled = "person"
        elif ruled is None and sighting.kind in ("person", "unknown") and key in places:
            ruled = "place"
        if ruled is not None:
            sighting.kind = ruled
            sighting.kinds = Counter({ruled: sighting.kinds.total()})


def _ends(people: Sequence[Sighting]) -> dict[int, set[tuple[str, ...]]]:
    """First and last words of the full names of each report."""
    ends: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    for sighting in people:
        if len(sighting.name.tokens) > 1:
            ends[sighting.report] |= {sighting.name.tokens[:1], sighting.name.tokens[-1:]}
    return ends


def _titled(sightings: Sequence[Sighting]) -> set[int]:
    """Names alone that have an office before them ("Minister Vale") in a report in like company.

    An acronym or a name after "the" is no surname.
    """
    company = companies(sightings)
    reports: dict[str, set[int]] = defaultdict(set)
    for sighting in sightings:
        if sighting.office:
            reports[sighting.name.key].add(sighting.report)
    return {
        s.number
        for s in sightings
        if not (s.after_the or s.is_letters)
        and any(
            at == s.report or len((company[at] & company[s.report]) - {s.name.key}) >= _COMPANY
            for at in reports.get(s.name.key, ())
        )
    }


def _rule(sighting: Sighting, ends_somebody: bool) -> ActorKind | None:
    """The kind that a name's own words give it, against how it is labelled; `None` for none."""
    if sighting.kind == "place":
        return "person" if ends_somebody and not sighting.is_letters else None
    if sighting.kind != "person":
        return None
    if sighting.name.surname in BODIES or "of" in sighting.name.tokens:
        return "organisation"
    return "group" if "and" in sighting.name.tokens else None


def _personal(sightings: Sequence[Sighting]) -> set[str]:
    """Full names of which some report uses the end alone without "the", as only surnames are."""
    bare: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    for sighting in sightings:
        kind = most(sighting.kinds)
        people = kind == "group" and sighting.name.surname.endswith(("s", "men"))
        if sighting.name.bare and not sighting.after_the and kind != "place" and not people:
            bare[sighting.report].add(sighting.name.tokens)
    return {
        s.name.key
        for s in sightings
        if 2 <= len(s.name.tokens) <= 4
        and not {"and", "of"} & set(s.name.tokens)
        and not BODIES & set(s.name.tokens)
        and not s.after_the
        and any(s.name.tokens[n:] in bare[s.report] for n in range(1, len(s.name.tokens)))
    }


def _places(
    reports: Sequence[Report], sightings: Sequence[Sighting], people: Sequence[Sighting]
) -> tuple[set[str], set[str]]:
    """Names that are places; names of which any mention stands where only a place does."""
    ends = {s.name.tokens[-n:] for s in people for n in range(1, len(s.name.tokens))}
    found: Counter[str] = Counter()
    size: Counter[str] = Counter()
    seen: set[str] = set()
    for sighting in sightings:
        if not sighting.name.bare:
            continue
        placed = _placed(sighting, reports[sighting.report].text)
        if placed:
            seen.add(sighting.name.key)
        if sighting.name.tokens not in ends and not sighting.offices:
            found[sighting.name.key] += placed
            size[sighting.name.key] += len(sighting.mentions)
    return {key for key, n in found.items() if n and 16 * n >= size[key]}, seen


def _placed(sighting: Sighting, text: str) -> int:
    """How many mentions stand where only a place does."""
    return sum(
        bool(
            _HAS.match(text, mention.span.end)
            or _IN.search(text, max(0, mention.span.start - _BEFORE), mention.span.start)
        )
        for mention in sighting.mentions
    )
