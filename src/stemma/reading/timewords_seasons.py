"""Seasons and weekends: stretches that come again, told apart by the day of the report."""

from __future__ import annotations

import re
from datetime import date, timedelta

from stemma.model.when import When
from stemma.reading import timewords_calendar as calendar_of
from stemma.reading.timewords_anchor import Scene
from stemma.reading.timewords_tense import OPEN_TENSE, Direction, direction

_FIRST_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_NORTH = "the season is read as its three months in the north"
_BEHIND = frozenset({"last", "past", "this past", "previous"})
_COMING = frozenset({"coming", "this coming"})
_AMBIGUOUS = "it can be the one of this year or the one next to it"
_SATURDAY = 5

Stretch = tuple[date, date]


def season_of(name: str, year: int) -> Stretch:
    """The season that begins in a year, in whole months."""
    month = _FIRST_MONTH[name.lower()]
    start = date(year, month, 1)
    after = date(year + (month + 3) // 13, (month + 2) % 12 + 1, 1)
    return start, after - timedelta(days=1)


def season_in(name: str, year: int) -> When:
    """The season of a written year; a winter lies in two."""
    if name.lower() == "winter":
        return When.unknown("a winter lies in two years")
    return calendar_of.interval(*season_of(name, year), f"{calendar_of.AS_WRITTEN}; {_NORTH}")


def season_near(name: str, shift: str, at: date, way: Direction, basis: str) -> When:
    """The season that "last", "this" or "next", or else the verb's tense, picks near a day."""
    every = [season_of(name, year) for year in range(at.year - 2, at.year + 3)]
    if shift == "this":
        chosen = _this(name, every, at)
    elif shift in _BEHIND | {"next"} | _COMING:
        chosen = _shifted(every, shift, at)
        if chosen and shift in {"last", "next"} and name.lower() != "winter":
            chosen = chosen if chosen[0].year != at.year else None
    else:
        chosen = _by_tense(every, at, way)
    if chosen is None:
        return When.unknown(_AMBIGUOUS)
    return calendar_of.interval(*chosen, f"relative to {basis}; {_NORTH}")


def _this(name: str, every: list[Stretch], at: date) -> Stretch | None:
    if name.lower() == "winter":
        return next((one for one in every if one[0] <= at <= one[1]), None)
    return next(one for one in every if one[0].year == at.year)


def weekend_near(shift: str, at: date, way: Direction, basis: str) -> When:
    """The Saturday and Sunday that "last", "this" or "next", or else the tense, picks."""
    saturday = at + timedelta(days=_SATURDAY - at.weekday())
    every = [
        (first, first + timedelta(days=1))
        for first in (saturday + timedelta(weeks=count) for count in (-1, 0, 1))
    ]
    if shift == "next" and at < saturday:
        return When.unknown("it can be the one of this week or of the next")
    if shift in _BEHIND | {"next"} | _COMING:
        chosen = _shifted(every, shift, at)
    elif shift == "this" and way != "past":
        chosen = every[1]
    else:
        chosen = _by_tense(every, at, way)
    if chosen is None:
        return When.unknown(OPEN_TENSE)
    return calendar_of.interval(*chosen, f"relative to {basis}")


def _shifted(every: list[Stretch], shift: str, at: date) -> Stretch | None:
    if shift in _BEHIND:
        return next((one for one in reversed(every) if one[1] < at), None)
    return next((one for one in every if one[0] > at), None)


def _by_tense(every: list[Stretch], at: date, way: Direction) -> Stretch | None:
    if way == "past":
        return next((one for one in reversed(every) if one[0] <= at), None)
    if way == "future":
        return next((one for one in every if one[1] >= at), None)
    return None


_LED = re.compile(
    r"\b(?:in|over|during|for|at|through|since|by|until|before|after)[ \u00a0](?:the[ \u00a0])$",
    re.IGNORECASE,
)


def is_led(text: str, start: int) -> bool:
    """Whether "the summer" or "the weekend" stands after a preposition of time."""
    return _LED.search(text[max(0, start - 14) : start]) is not None


def resolve_season(match: re.Match[str], scene: Scene) -> When:
    """The months of a season that is given with its year or told from the day of the report."""
    if match["year"]:
        return season_in(match["season"], int(match["year"]))
    at = scene.anchor.day
    if at is None:
        return When.unknown(scene.anchor.reason)
    way = direction(scene.doc, scene.at)
    shift = (match["shift"] or "").lower()
    return season_near(match["season"], shift, at, way, scene.anchor.basis)


def resolve_weekend(match: re.Match[str], scene: Scene, at: date) -> When:
    """The Saturday and Sunday that are meant."""
    way = direction(scene.doc, scene.at)
    return weekend_near((match["shift"] or "").lower(), at, way, scene.anchor.basis)
