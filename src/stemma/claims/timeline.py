"""Dated events in order, each at every reading of its date."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from stemma.claims.build import deed_span, label
from stemma.claims.dates import kin, one_event, show, targets_meet
from stemma.claims.grouping import unite
from stemma.claims.occurrences import SAYING, Occurrence
from stemma.claims.same import agents_differ
from stemma.claims.view import Setting
from stemma.claims.words import clip, identify, place_key
from stemma.model.claim import Difference, Event, TimelineEntry
from stemma.model.span import Place

MOST = 400


def build_timeline(
    occurrences: list[Occurrence], differences: list[Difference], setting: Setting
) -> tuple[tuple[Event, ...], tuple[TimelineEntry, ...]]:
    """Events and their entries in order of date; what has no bounded date is left out."""
    events: dict[str, Event] = {}
    entries: list[TimelineEntry] = []
    links = _by_place(differences)
    for group in _events(occurrences):
        event = _event(group, setting)
        events[event.id] = event
        entries += [_entry(event, told, links, setting) for told in _readings(group)]
    entries.sort(key=lambda e: (e.when.start or date.min, e.when.end or date.max, e.event))
    ordered = tuple(sorted(events.values(), key=lambda event: event.id))
    return ordered, tuple(entries)


def _events(occurrences: list[Occurrence]) -> list[list[Occurrence]]:
    """Occurrences of one event together; the others each alone."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, occurrence in enumerate(occurrences):
        story = "" if occurrence.past else occurrence.view.story.id
        blocks[story, kin(occurrence.deed.family)].append(n)
    links: list[tuple[int, int]] = []
    for _, block in sorted(blocks.items()):
        for j, b in enumerate(block[:MOST]):
            links += [(a, b) for a in block[:j] if _one(occurrences[a], occurrences[b])]
    joined = unite(len(occurrences), links)
    inside = {n for group in joined for n in group}
    alone = [[n] for n in range(len(occurrences)) if n not in inside]
    return [[occurrences[n] for n in group] for group in sorted(joined + alone)]


def _one(a: Occurrence, b: Occurrence) -> bool:
    """One event for sure, or the same thing done on the same date."""
    if one_event(a, b):
        return True
    left, right = a.deed, b.deed
    if (a.when.start, a.when.end) != (b.when.start, b.when.end) or agents_differ(left, right):
        return False
    if a.telling.form == b.telling.form and a.view is b.view:
        return True
    if left.target_words or right.target_words:
        return targets_meet(left, right)
    return bool(left.agents & right.agents or (a.past and a.telling.actors & b.telling.actors))


def _event(group: list[Occurrence], setting: Setting) -> Event:
    spans: dict[str, Place] = {}
    for occurrence in group:
        place = (deed_span(occurrence.deed, setting),)
        spans[place_key(place)] = place
    places = tuple(spans[key] for key in sorted(spans))
    return Event(
        id=identify("e", *(place_key(place) for place in places)),
        label=_label(group[0], setting),
        places=places,
    )


def _label(occurrence: Occurrence, setting: Setting) -> str:
    """The deed in a report's words; of a saying, who said it and how what is said begins."""
    statement = occurrence.telling.statement
    if occurrence.deed.family != SAYING:
        return label(occurrence.deed, setting)
    parts = sorted((statement.source[0], statement.cue[0], statement.content[0]))
    return clip(" … ".join(clip(span.exact, 70) for span in parts), 140)


def _readings(group: list[Occurrence]) -> list[list[Occurrence]]:
    """One entry for a date, except that a year or month takes in a day that lies within it."""
    ordered = sorted(group, key=_length)
    kept: list[list[Occurrence]] = []
    for occurrence in ordered:
        home = next((k for k in kept if k[0].when.overlaps(occurrence.when)), None)
        if home is None:
            kept.append([occurrence])
        else:
            home.append(occurrence)
    return kept


def _length(occurrence: Occurrence) -> tuple[int, date]:
    start = occurrence.when.start or date.min
    return ((occurrence.when.end or date.max) - start).days, start


def _by_place(differences: list[Difference]) -> dict[tuple[str, str], set[str]]:
    """Statement and date -> date differences that they stand in."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for difference in differences:
        if difference.kind == "date":
            for reading in difference.readings:
                for statement in reading.statements:
                    found[statement, reading.value].add(difference.id)
    return found


def _entry(
    event: Event, told: list[Occurrence], links: dict[tuple[str, str], set[str]], setting: Setting
) -> TimelineEntry:
    statements = tuple(dict.fromkeys(o.telling.statement.id for o in told))
    keys = {(o.telling.statement.id, show(o.when)) for o in told}
    stories = {o.view.story.id for o in told}
    past = all(o.past for o in told)
    return TimelineEntry(
        when=told[0].when,
        event=event.id,
        what=_label(told[0], setting),
        statements=statements,
        differences=tuple(sorted({d for key in keys for d in links.get(key, ())})),
        story=None if past or len(stories) > 1 else min(stories),
    )
