"""Calendar dates, whole or in part: what is written, and the year where none is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from stemma.model.when import When
from stemma.reading import timewords_calendar as calendar_of
from stemma.reading.timewords import MONTHS, WEEKDAYS, ordinal_word
from stemma.reading.timewords_anchor import Scene
from stemma.reading.timewords_feasts import feast_on
from stemma.reading.timewords_names import is_fiscal
from stemma.reading.timewords_passage import of_passage
from stemma.reading.timewords_sense import names_event
from stemma.reading.timewords_tense import Direction, direction, hangs_on_noun, is_object

CALENDAR_FORMS = frozenset(
    {"month-day-year", "day-month-year", "month-year", "month", "year", "iso", "numeric"}
    | {"days-month", "month-days", "feast", "month-of-shifted-year"}
)


_YEARS_AWAY = {"last": -1, "this": 0, "next": 1}
_AROUND = 3000  # characters on either side in which an anniversary is looked for
_NEAR = 30  # days within which a date whose year the tense denies is left open
_SEASON = 92  # days within which a month is the last one of its name, whatever the passage narrates
_NAMED_DAYS = frozenset({(9, 11)})
"""Days, as month and day, that name an event of another year wherever they stand far off."""


@dataclass(frozen=True)
class Partial:
    """What a date says of itself. `fault` completes "unknown because …" where it says nothing.

    `away` counts the years from that of publication ("March 3 of last year").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    fault: str | None = None
    end: int = 0
    feast: str | None = None
    shift: str = ""
    away: int | None = None


def read_partials(form: str, match: re.Match[str]) -> tuple[Partial, ...]:
    """The calendar date that a form's match holds, or both ends of a stretch of days.

    Empty for a form that is no calendar date.
    """
    if form not in CALENDAR_FORMS:
        return ()
    if form == "numeric":
        return (_numeric(match),)
    named = match.groupdict()
    base = Partial(
        year=int(named["year"]) if named.get("year") else None,
        month=_month(named.get("month")),
        weekday=_weekday(named.get("weekday")),
        end=match.end(),
        feast=named.get("feast"),
        shift=(named.get("shift") or "").lower(),
    )
    if form == "month-of-shifted-year":
        base = replace(base, away=_YEARS_AWAY[base.shift])
    if form in {"days-month", "month-days"}:
        return tuple(replace(base, day=_day(named[key])) for key in ("first", "last"))
    return (replace(base, day=_day(named.get("day"))),)


def resolve_partial(parts: tuple[Partial, ...], scene: Scene) -> When:
    """The date of one part, or the stretch between two, where one takes what the other lacks."""
    if len(parts) == 1:
        return _resolve_one(parts[0], scene)
    first, last = parts[0], parts[-1]
    wraps = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 0)
    if first.month is None:
        wraps = False
    if first.year is None and last.year is not None:
        first = replace(first, year=last.year - wraps)
    if first.year is None and last.away is not None:
        first = replace(first, away=last.away - wraps)
    start = _resolve_one(first, scene)
    open_year = last.year is None and last.away is None
    if open_year and last.month is not None and start.start is not None:
        end = _with_year(last, start.start.year + wraps, start.resolved)
    else:
        end = _resolve_one(last, scene)
    return _stretch(start, end)


def _stretch(start: When, end: When) -> When:
    if not start.known:
        return start
    if not end.known:
        return end
    if start.resolved in {end.resolved, calendar_of.AS_WRITTEN}:
        return calendar_of.interval(start.start, end.end, end.resolved)
    return calendar_of.interval(start.start, end.end, start.resolved)


def _resolve_one(part: Partial, scene: Scene) -> When:
    if part.fault:
        return When.unknown(part.fault)
    if part.year is None:
        return _without_year(part, scene)
    if part.month is None and part.feast is None and is_fiscal(scene.text, scene.at):
        return When.unknown("a fiscal year's months depend on the country")
    return _with_year(part, part.year, calendar_of.AS_WRITTEN)


def _with_year(part: Partial, year: int, resolved: str) -> When:
    if part.feast is not None:
        return calendar_of.day(feast_on(part.feast, year), resolved)
    if part.month is None:
        return calendar_of.whole_year(year, resolved)
    if part.day is None:
        return calendar_of.whole_month(year, part.month, resolved)
    at = calendar_of.on(year, part.month, part.day)
    if at is None:
        return When.unknown("the calendar has no such day")
    if part.weekday is not None and part.weekday != at.weekday():
        said, was = WEEKDAYS[part.weekday].capitalize(), WEEKDAYS[at.weekday()].capitalize()
        resolved += f"; the text says {said}, that day is a {was}"
    return calendar_of.day(at, resolved)


def _without_year(part: Partial, scene: Scene) -> When:
    anchor = scene.anchor
    if anchor.year is None:
        return When.unknown(f"no year is given and {anchor.reason}")
    at = anchor.day
    if part.away is not None:
        return _with_year(part, anchor.year + part.away, f"relative to {anchor.basis}")
    if at is None:
        if part.day is not None and names_event(scene.doc, part.end):
            return When.unknown("it names an event and gives no year")
        return _with_year(part, anchor.year, f"relative to {anchor.basis}")
    return _nearest_year(part, scene, at)


def _nearest_year(part: Partial, scene: Scene, at: date) -> When:
    """A date in the year next to `at` that the verb's tense and the passage allow."""
    years = (at.year,) if part.shift == "this" else (at.year - 1, at.year, at.year + 1)
    dated = [when for year in years if (when := _with_year(part, year, "")).start]
    way = _way(part, scene)
    fitting = _fitting(dated, at, way)
    if not fitting:
        return When.unknown("the calendar has no such day")
    nearest = min(dated, key=lambda when: _distance(when, at))
    given = scene.dated.get((part.month or 0, part.day or 0))
    attached = way != "future" or names_event(scene.doc, part.end)
    if given and _distance(nearest, at) > _NEAR and (attached or given > at.year):
        return _with_year(part, given, f"in the year that the report gives for that day, {given}")
    if _names_another_year(part, scene, nearest, at, way):
        return When.unknown("it names an event and gives no year")
    if _is_narrated(part, scene, fitting, at) and way != "future" and scene.passage:
        return _with_year(part, scene.passage, of_passage(scene.passage))
    best = min(fitting, key=lambda when: _distance(when, at))
    if best != nearest and _distance(nearest, at) <= _NEAR:
        if not (hangs_on_noun(scene.doc, scene.at) or _is_free(scene)):
            return When.unknown("the verb's tense does not fit the nearest year")
        best = nearest
    year = best.start.year if best.start else at.year
    return _with_year(part, year, f"relative to {scene.anchor.basis}")


def _way(part: Partial, scene: Scene) -> Direction:
    """Which way to look for a date: as "last" or "next" say, or else the verb's tense."""
    if part.shift in {"last", "past", "this past"}:
        return "past"
    if part.shift in {"next", "coming", "this coming"}:
        return "future"
    return direction(scene.doc, scene.at)


def _names_another_year(
    part: Partial, scene: Scene, nearest: When, at: date, way: Direction
) -> bool:
    """Whether a day names an event, and nothing says that it is the one just past.

    "An April 17 statement" and "her April 17 statement" are described; "the April 17 attack" may
    be of any year, unless it has just been and nobody speaks of an anniversary.
    """
    if part.day is None:
        return False
    if (part.month, part.day) in _NAMED_DAYS and _distance(nearest, at) > _NEAR // 2:
        return True
    if _STRETCH.match(scene.text, scene.at) or not names_event(scene.doc, part.end):
        return False
    recent = nearest.end is not None and nearest.end <= at
    if _DESCRIBED.search(scene.text[max(0, scene.at - 20) : scene.at]):
        return not recent and way == "open" and _distance(nearest, at) > _NEAR
    around = scene.text[max(0, scene.at - _AROUND) : scene.at + _AROUND]
    return not recent or _distance(nearest, at) > _NEAR or "anniversar" in around


def _is_free(scene: Scene) -> bool:
    """Whether a date may lie on either side of what its verb tells: an end, or what was chosen."""
    if _UP_TO.search(scene.text[max(0, scene.at - 12) : scene.at]):
        return True
    return is_object(scene.doc, scene.at)


def _is_narrated(part: Partial, scene: Scene, fitting: list[When], at: date) -> bool:
    """Whether a date belongs to the year its passage narrates and not to the reporter's own."""
    if scene.passage is None:
        return False
    nearest = min(_distance(when, at) for when in fitting)
    return nearest > (_SEASON if part.day is None else _NEAR)


def _fitting(dated: list[When], at: date, way: str) -> list[When]:
    if way == "past":
        return [when for when in dated if when.start and when.start <= at]
    if way == "future":
        return [when for when in dated if when.end and when.end >= at]
    return dated


def _distance(when: When, at: date) -> int:
    start, end = when.start or at, when.end or at
    return 0 if start <= at <= end else min(abs((start - at).days), abs((end - at).days))


_STRETCH = re.compile(r"(?:from|between)\s", re.IGNORECASE)
_DESCRIBED = re.compile(
    r"(?:\b(?:an?|his|her|its|their)|['’]s)[ \u00a0](?:[a-z]{1,12}[ \u00a0])?$", re.IGNORECASE
)
_UP_TO = re.compile(r"\b(?:by|before|until|till|ahead of)[ \u00a0]$", re.IGNORECASE)


def _numeric(match: re.Match[str]) -> Partial:
    first, second, year = int(match["first"]), int(match["second"]), match["year"]
    if len(year) == 2:
        return Partial(fault="its year has two digits", end=match.end())
    if first > 12 and second > 12:
        return Partial(fault="the calendar has no such day", end=match.end())
    if first > 12 or match["sep"] == "." or first == second:
        return Partial(year=int(year), month=second, day=first, end=match.end())
    if second > 12:
        return Partial(year=int(year), month=first, day=second, end=match.end())
    return Partial(fault="day and month can be read in either order", end=match.end())


def _month(words: str | None) -> int | None:
    if words is None:
        return None
    return int(words) if words.isdigit() else MONTHS[words.lower().rstrip(".")]


def _day(words: str | None) -> int | None:
    if words is None:
        return None
    digits = re.match(r"\d{1,2}", words)
    return int(digits.group()) if digits else ordinal_word(words)


def _weekday(words: str | None) -> int | None:
    if words is None:
        return None
    start = words.lower().rstrip(".")[:3]
    return next((i for i, name in enumerate(WEEKDAYS) if name.startswith(start)), None)
