"""What kind of actor a name is, over all reports: single labels are often wrong."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from stemma.actors.names import BODIES
from stemma.actors.sightings import Sighting, most
from stemma.model.reading import ActorKind
from stemma.model.report import Report

# What a country or town has and a person has not.
_HAS = re.compile(
    r"['’\"]s (?:[a-z]+ ){0,2}(?:ministry|minister|parliament|coast|border|borders|capital|embassy"
    r"|ports?|government)\b"
)
_IN = re.compile(r"\b(?:in|across|throughout|inside|outside) $")


def settle_kinds(reports: Sequence[Report], sightings: Sequence[Sighting]) -> None:
    """Give every sighting the kind that its name has in most reports.

    Full names of which a report uses the end alone are people; names that end in a word for a
    body are organisations; names alone that nobody's full name ends with, and that stand after
    "in" or own a ministry, are places.
    """
    usual: dict[str, Counter[ActorKind]] = defaultdict(Counter)
    for sighting in sightings:
        usual[sighting.name.key] += sighting.kinds
    personal = _personal(sightings)
    people = [s for s in sightings if most(usual[s.name.key]) == "person"]
    places = _places(reports, sightings, people)
    for sighting in sightings:
        key = sighting.name.key
        kind = most(usual[key])
        if key in personal and kind in ("organisation", "group", "unknown"):
            kind = "person"
        elif kind == "person" and sighting.name.surname in BODIES:
            kind = "organisation"
        elif kind in ("person", "unknown") and key in places:
            kind = "place"
        sighting.kind = kind


def _personal(sightings: Sequence[Sighting]) -> set[str]:
    """Full names of which some report uses the end alone without "the", as only surnames are."""
    bare: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    for sighting in sightings:
        if sighting.name.bare and not sighting.after_the:
            bare[sighting.report].add(sighting.name.tokens)
    return {
        s.name.key
        for s in sightings
        if 2 <= len(s.name.tokens) <= 4
        and not BODIES & set(s.name.tokens)
        and not s.after_the
        and any(s.name.tokens[n:] in bare[s.report] for n in range(1, len(s.name.tokens)))
    }


def _places(
    reports: Sequence[Report], sightings: Sequence[Sighting], people: Sequence[Sighting]
) -> set[str]:
    ends = {s.name.tokens[-n:] for s in people for n in range(1, len(s.name.tokens))}
    found: dict[str, int] = defaultdict(int)
    size: dict[str, int] = defaultdict(int)
    for sighting in sightings:
        if not sighting.name.bare or sighting.name.tokens in ends or sighting.offices:
            continue
        text = reports[sighting.report].text
        for mention in sighting.mentions:
            size[sighting.name.key] += 1
            start, end = mention.span.start, mention.span.end
            found[sighting.name.key] += bool(
                _HAS.match(text, end) or _IN.search(text, max(0, start - 12), start)
            )
    return {key for key, n in found.items() if n and 16 * n >= size[key]}
