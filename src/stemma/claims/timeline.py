"""Dated events in order, each at every reading of its date, in clauses that read alone.

What can't be told in such a clause is left out, and so are sayings that are no step in
themselves unless two reports tell of them. Of what lies long before the story the best told stay.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from stemma.claims.build import deed_span, label
from stemma.claims.clauses import best_clause
from stemma.claims.dates import show
from stemma.claims.events import find_events, readings_of
from stemma.claims.occurrences import SAYING, Occurrence, weighty
from stemma.claims.view import Setting
from stemma.claims.words import fold, identify, place_key
from stemma.model.claim import Difference, Event, TimelineEntry
from stemma.model.reading import Modality
from stemma.model.span import Place, Span

BACKGROUND = 10
RECENT = 90
LONGEST = 400


class Entry:
    """One line to be: the occurrences of an event at one date, and its words."""

    def __init__(self, told: list[Occurrence], setting: Setting) -> None:
        self.told = told
        steps = [o for o in told if o.deed.family != SAYING or _step(o)]
        shown = best_clause(steps or told, setting)
        self.shown, self.what = shown if shown is not None else (told[0], "")
        self.reports = {o.report for o in told}
        self.past = all(o.past for o in told) or self._aside()

    def _aside(self) -> bool:
        """Whether it lies months back and one report alone tells it: no part of what runs now."""
        ages = [o.age for o in self.told]
        return len(self.reports) == 1 and all(age is not None and age > RECENT for age in ages)

    @property
    def modality(self) -> Modality:
        """How the telling shown puts it; that something was said is told as a fact."""
        if self.shown.deed.family == SAYING:
            return "certain"
        condition = self.shown.deed.action.polarity == "unknown"
        return "conditional" if condition else self.shown.telling.statement.modality

    def stands(self, differs: bool) -> bool:
        """Whether it is worth a line: it can be read, is no stretch of years, and no mere talk."""
        if differs:
            return True
        when = self.shown.when
        if when.start and when.end and (when.end - when.start).days > LONGEST:
            return False
        if self.past and self.modality in ("possible", "conditional"):
            return False
        if len(self.reports) == 1 and (_undone(self.shown) or _habit(self.shown)):
            return False
        talk = all(o.deed.family == SAYING for o in self.told)
        said = len(self.reports) > 1 or any(_step(o) for o in self.told)
        return bool(self.what) and (said or not talk)

    def weight(self) -> tuple[int, int, int, str]:
        """How well told it is: by how many reports, statements and named actors."""
        named = self.shown.deed.agents | self.shown.deed.target_actors
        return len(self.reports), len(self.told), len(named), place_key((_words(self.shown),))


def build_timeline(
    occurrences: list[Occurrence], differences: list[Difference], setting: Setting
) -> tuple[tuple[Event, ...], tuple[TimelineEntry, ...]]:
    """Events and their entries in order of date."""
    links = _by_place(differences)
    lines: list[tuple[Event, Entry, tuple[str, ...]]] = []
    for group in find_events(occurrences, setting):
        event = _event(group, setting)
        for told in readings_of(group):
            entry, differ = Entry(told, setting), _differ(told, links)
            if entry.stands(bool(differ)):
                lines.append((event, entry, differ))
    kept = [line for line in lines if not line[1].past or line[2]]
    past = [line for line in lines if line[1].past and not line[2]]
    past.sort(key=lambda line: line[1].weight(), reverse=True)
    kept += past[: max(0, BACKGROUND - sum(entry.past for _, entry, _ in kept))]
    entries = [_entry(*line) for line in kept]
    entries.sort(key=lambda e: (e.when.start or e.when.end or date.min, _end(e), e.event))
    events = {event.id: event for event, _, _ in kept}
    return tuple(events[id_] for id_ in sorted(events)), tuple(entries)


def _step(saying: Occurrence) -> bool:
    """Whether saying it is a step in itself, or is about a day still to come."""
    said = saying.when.end
    ahead = (d.action.when.end for d in saying.telling.deeds)
    return weighty(saying.telling.statement) or any(said and day and day > said for day in ahead)


def _undone(shown: Occurrence) -> bool:
    """Whether it is told that something did not happen ("the firm did not answer on Monday")."""
    statement = shown.telling.statement
    told = statement.kind == "fact" and statement.modality == "certain"
    return shown.deed.family != SAYING and shown.deed.action.polarity == "negated" and told


def _habit(shown: Occurrence) -> bool:
    """Whether it is what happens every year ("the law closes the bay from May to July")."""
    action = shown.deed.action
    words = fold(action.when.words.exact).split() if action.when.words is not None else []
    yearly = words[:1] in (["from"], ["between"], ["every"]) and not any(map(str.isdigit, words))
    return yearly and action.words.exact == f"{action.predicate}s"


def _end(entry: TimelineEntry) -> date:
    return entry.when.end or date.max


def _event(group: list[Occurrence], setting: Setting) -> Event:
    spans: dict[str, Place] = {}
    for occurrence in group:
        place = (deed_span(occurrence.deed, setting),)
        spans[place_key(place)] = place
    places = tuple(spans[key] for key in sorted(spans))
    return Event(
        id=identify("e", *(place_key(place) for place in places)),
        label=Entry(group, setting).what or label(group[0].deed, setting),
        places=places,
    )


def _words(occurrence: Occurrence) -> Span:
    return occurrence.deed.action.words


def _by_place(differences: list[Difference]) -> dict[tuple[str, str], set[str]]:
    """Statement and date -> date differences that they stand in."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for difference in differences:
        if difference.kind == "date":
            for reading in difference.readings:
                for statement in reading.statements:
                    found[statement, reading.value].add(difference.id)
    return found


def _differ(told: list[Occurrence], links: dict[tuple[str, str], set[str]]) -> tuple[str, ...]:
    keys = {(o.telling.statement.id, show(o.when)) for o in told}
    return tuple(sorted({d for key in keys for d in links.get(key, ())}))


def _entry(event: Event, entry: Entry, differ: tuple[str, ...]) -> TimelineEntry:
    stories = {o.view.story.id for o in entry.told}
    return TimelineEntry(
        when=entry.told[0].when,
        event=event.id,
        what=entry.what or event.label,
        statements=tuple(dict.fromkeys(o.telling.statement.id for o in entry.told)),
        differences=differ,
        modality=entry.modality,
        story=None if entry.past or len(stories) > 1 else min(stories),
    )
