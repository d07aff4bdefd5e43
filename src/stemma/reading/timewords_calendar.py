"""Calendar arithmetic: stretches of days as `When` values, and steps between them."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Literal

from stemma.model.when import When

Unit = Literal["day", "week", "month", "year", "decade"]
AS_WRITTEN = "as written"


def day(at: date, resolved: str = AS_WRITTEN) -> When:
    """One day."""
    return When(kind="day", start=at, end=at, resolved=resolved)


def whole_month(year: int, month: int, resolved: str = AS_WRITTEN) -> When:
    """All of a month."""
    last = calendar.monthrange(year, month)[1]
    return When(
        kind="month",
        start=date(year, month, 1),
        end=date(year, month, last),
        resolved=resolved,
    )


def whole_year(year: int, resolved: str = AS_WRITTEN) -> When:
    """All of a year."""
    return When(kind="year", start=date(year, 1, 1), end=date(year, 12, 31), resolved=resolved)


def interval(start: date | None, end: date | None, resolved: str = AS_WRITTEN) -> When:
    """From `start` to `end`, both included; unknown where the two stand in the wrong order."""
    if start is not None and end is not None and start > end:
        return When.unknown("its end lies before its start")
    return When(kind="interval", start=start, end=end, resolved=resolved)


def whole_week(at: date, resolved: str = AS_WRITTEN) -> When:
    """The week, Monday to Sunday, that holds a day."""
    monday = at - timedelta(days=at.weekday())
    return interval(monday, monday + timedelta(days=6), resolved)


def on(year: int, month: int, day_of_month: int) -> date | None:
    """That day, or `None` where the calendar has no such day."""
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None


def step(at: date, unit: Unit, count: int, resolved: str) -> When:
    """The day, week, month, year or decade that lies `count` units from the one that holds `at`.

    The answer is no finer than the unit: "three years ago" is a year, not a day. Unknown where
    the calendar ends.
    """
    try:
        if unit == "day":
            return day(at + timedelta(days=count), resolved)
        if unit == "week":
            return whole_week(at + timedelta(weeks=count), resolved)
        if unit == "month":
            months = at.year * 12 + at.month - 1 + count
            return whole_month(months // 12, months % 12 + 1, resolved)
        if unit == "year":
            return whole_year(at.year + count, resolved)
        first = at.year - at.year % 10 + 10 * count
        return interval(date(first, 1, 1), date(first + 9, 12, 31), resolved)
    except (OverflowError, ValueError):
        return When.unknown("it lies outside the calendar")


def away(at: date, unit: Unit, count: int) -> date | None:
    """The day `count` units from `at`, the month's last where it has no such day; else `None`."""
    try:
        if unit in {"day", "week"}:
            return at + timedelta(days=count * (7 if unit == "week" else 1))
        months = at.year * 12 + at.month - 1 + count * {"month": 1, "year": 12}.get(unit, 120)
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(at.day, calendar.monthrange(year, month)[1]))
    except (OverflowError, ValueError):
        return None
