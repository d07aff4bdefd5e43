"""Expressions that name a stretch of the calendar by themselves: decades, quarters, seasons."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from stemma.model.when import When
from stemma.reading import timewords_calendar as calendar_of

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _decade(match: re.Match[str]) -> When:
    first = int(match["decade"])
    last = first + (99 if first % 100 == 0 and first < 2000 else 9)
    return calendar_of.interval(date(first, 1, 1), date(last, 12, 31))


def _short_range(match: re.Match[str]) -> When | None:
    first = int(match["year"])
    last = first - first % 100 + int(match["short"])
    if last <= first:
        return None
    return calendar_of.interval(date(first, 1, 1), date(last, 12, 31))


def _quarter(match: re.Match[str]) -> When:
    year, code = int(match["year"]), (match["code"] or "").lower()
    size = 3 if code.startswith("q") or (match["size"] or "").lower() == "quarter" else 6
    parts = 12 // size
    nth = int(code[1]) if code else _NTH.get(match["nth"].lower(), parts)
    if nth > parts:
        return When.unknown("a year has no such part")
    start = calendar_of.whole_month(year, size * (nth - 1) + 1)
    end = calendar_of.whole_month(year, size * nth)
    return calendar_of.interval(start.start, end.end)


FIXED: dict[str, Callable[[re.Match[str]], When | None]] = {
    "decade": _decade,
    "short-range": _short_range,
    "quarter": _quarter,
}
"""The forms that need no other day, by name."""
