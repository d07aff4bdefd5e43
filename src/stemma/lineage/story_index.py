"""Stories that grow: reports are added, and only what they touch is looked at again.

How likely two reports are of one story is settled by those two alone. Stories are found among
reports that hang together by likely pairs, and by nothing else: so the stories are the same in
whatever order reports come, one at a time or all at once.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

import numpy as np

from stemma.lineage.principals import Principals, common_principals
from stemma.lineage.story_groups import part
from stemma.lineage.story_pairs import FAR, FLOOR, Crowd, load_models, log_odds
from stemma.lineage.story_terms import Traits

APART = 120  # days: reports farther apart don't meet, unless one copies the other
_FADING = 1.4, 3  # log-odds lost, times the logarithm of one and the gap in so many days
_RUNNING = 60  # days within which whom two reports turn on binds them
_PRINCIPALS = 3.0  # log-odds for each degree of common principals
_CREDITED = 2.0  # log-odds where one credits the other's outlet
_COPIED = 12.0  # log-odds of copies
LIKELY = -3.5  # log-odds: reports hang together by pairs above it
_MOST = 1_000  # reports: of more that hang together, the weaker pairs are let go
_SURE = 10.0  # log-odds: what hangs together by such pairs is one story, however large
_TERMS, _MORE_TERMS = 2, 6  # rare terms that reports share if compared; where both are long
_LONG = 60  # rare terms to look a report up by

Kind = Literal["founded", "joined", "united"]


@dataclass(frozen=True, eq=False)
class Entry:
    """A report as the index knows it: its day (proleptic ordinal), outlet, and whom it credits."""

    report: str
    traits: Traits
    principals: Principals
    day: int | None = None
    outlet: str | None = None
    credits: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Arrival:
    """What became of a new report: with the reports of which earlier stories it is in one now."""

    report: str
    kind: Kind
    met: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class StoryIndex:
    """Reports with their stories; a value: adding makes another one.

    `shelves` hold the reports of a stretch of days by rare term; `likely` the log-odds of pairs;
    `stories` the members of each report's story in order; `pieces` all that it was found among.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    shelves: Mapping[int | None, Mapping[int, tuple[str, ...]]] = field(default_factory=dict)
    likely: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    stories: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pieces: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def all_stories(self) -> list[tuple[str, ...]]:
        """Each story once, in order."""
        return sorted(set(self.stories.values()))


def add(
    index: StoryIndex, entries: Iterable[Entry], copies: Collection[tuple[str, str]] = ()
) -> tuple[StoryIndex, tuple[Arrival, ...]]:
    """The index with more reports, and what became of each; one that it has is left as it is.

    `copies` are pairs of reports of which one holds much of the other's very words; a pair counts
    if at least one of the two is new.
    """
    new = {entry.report: entry for entry in entries if entry.report not in index.entries}
    draft = _Draft(index)
    beside = _beside(copies)
    for entry in new.values():
        draft.place(entry, beside.get(entry.report, frozenset()))
    draft.settle(new)
    arrivals = tuple(_arrival(report, index, draft.stories[report]) for report in new)
    return draft.finish(), arrivals


def _beside(copies: Collection[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one, two in copies:
        found.setdefault(one, set()).add(two)
        found.setdefault(two, set()).add(one)
    return {report: frozenset(others) for report, others in found.items()}


def _arrival(report: str, index: StoryIndex, story: Sequence[str]) -> Arrival:
    met = tuple(sorted({index.stories[other] for other in story if other in index.stories}))
    kinds: tuple[Kind, Kind, Kind] = ("founded", "joined", "united")
    return Arrival(report, kinds[min(len(met), 2)], met)


class _Draft:
    """An index in the making."""

    def __init__(self, index: StoryIndex) -> None:
        self.entries = dict(index.entries)
        self.shelves = {shelf: dict(terms) for shelf, terms in index.shelves.items()}
        self.likely = dict(index.likely)
        self.stories = dict(index.stories)
        self.pieces = dict(index.pieces)

    def finish(self) -> StoryIndex:
        return StoryIndex(self.entries, self.shelves, self.likely, self.stories, self.pieces)

    def place(self, entry: Entry, copies: frozenset[str]) -> None:
        """Put a report on its shelf, and keep how likely it is of one story with others."""
        others = sorted(self._near(entry) | (copies & self.entries.keys()))
        found: dict[str, float] = {}
        if others:
            crowd = Crowd([self.entries[other].traits for other in others])
            odds = log_odds(entry.traits, crowd, load_models()[0]).tolist()
            for other, value in zip(others, odds, strict=True):
                more = _COPIED if other in copies else _context(entry, self.entries[other])
                if value + more > FLOOR:
                    found[other] = round(max(value, FLOOR) + more, 6)
        self.likely[entry.report] = found
        for other, value in found.items():
            self.likely[other] = {**self.likely[other], entry.report: value}
        shelf = self.shelves.setdefault(_shelf(entry), {})
        for term in entry.traits.lookup:
            shelf[term] = (*shelf.get(term, ()), entry.report)
        self.entries[entry.report] = entry

    def _near(self, entry: Entry) -> set[str]:
        """Reports of near or unknown days that share rare terms with this one."""
        at = _shelf(entry)
        shelves = self.shelves if at is None else {None, at - 1, at, at + 1} & self.shelves.keys()
        lists = [
            shelf.get(term, ())
            for shelf in (self.shelves[number] for number in shelves)
            for term in entry.traits.lookup
        ]
        counts = Counter(chain.from_iterable(lists))
        least = _MORE_TERMS if len(entry.traits.lookup) >= _LONG else _TERMS
        return {
            other
            for other, n in counts.items()
            if n >= _TERMS
            and (n >= least or len(self.entries[other].traits.lookup) < _LONG)
            and _meet(entry.day, self.entries[other].day)
        }

    def settle(self, reports: Iterable[str]) -> None:
        """Find again the stories of all that hangs together with these reports."""
        done: set[str] = set()
        for report in reports:
            if report in done:
                continue
            together = self._together(report, LIKELY, None)
            done |= together
            for piece in self._pieces(together):
                if self.pieces.get(piece[0]) == piece:
                    continue
                groups = [piece] if len(piece) > _MOST else self._part(piece)
                self.pieces.update(dict.fromkeys(piece, piece))
                self.stories.update((member, group) for group in groups for member in group)

    def _together(self, report: str, bar: float, among: AbstractSet[str] | None) -> set[str]:
        """All that pairs above the bar lead to from a report, one after the other."""
        found, open_ = {report}, [report]
        while open_:
            for other, value in self.likely[open_.pop()].items():
                if value >= bar and other not in found and (among is None or other in among):
                    found.add(other)
                    open_.append(other)
        return found

    def _pieces(self, together: set[str]) -> list[tuple[str, ...]]:
        """Reports in pieces of at most `_MOST`, but for what sure pairs hold together."""
        found: list[tuple[str, ...]] = []
        open_ = [(together, LIKELY)]
        while open_:
            reports, bar = open_.pop()
            if len(reports) <= _MOST or bar > _SURE:
                found.append(tuple(sorted(reports)))
                continue
            left = set(reports)
            for report in sorted(reports):
                if report in left:
                    piece = self._together(report, bar + 1, left)
                    left -= piece
                    open_.append((piece, bar + 1))
        return found

    def _part(self, reports: Sequence[str]) -> list[tuple[str, ...]]:
        if len(reports) == 1:
            return [(reports[0],)]
        place = {report: at for at, report in enumerate(reports)}
        days = np.array([self.entries[report].day or 0 for report in reports])
        known = (days > 0)[:, None] & (days > 0)
        far = known & (np.abs(days[:, None] - days) >= APART)
        likeness = np.where(far, FAR, FLOOR)
        for report, at in place.items():
            for other, value in self.likely[report].items():
                if other in place:
                    likeness[at, place[other]] = value
        groups = part(likeness, load_models()[1])
        return [tuple(reports[at] for at in group) for group in groups]


def _shelf(entry: Entry) -> int | None:
    return None if entry.day is None else entry.day // APART


def _meet(one: int | None, two: int | None) -> bool:
    return one is None or two is None or abs(one - two) < APART


def _context(one: Entry, two: Entry) -> float:
    """What speaks for one story beyond the words: common principals of one time, and credits."""
    more = 0.0
    if one.day is not None and two.day is not None:
        gap = abs(one.day - two.day)
        more -= _FADING[0] * math.log1p(gap / _FADING[1])
        if gap <= _RUNNING:
            more += _PRINCIPALS * common_principals(one.principals, two.principals)
    if one.outlet in two.credits or two.outlet in one.credits:
        more += _CREDITED
    return more
