"""Days that are known by a name: fixed ones, those of a weekday rule, those that go with Easter.

Only names that one day of the year answers to. Independence Day, Mother's Day or Labour Day with
a "u" differ by country and are not here. Those that are American are read so only in a report that
speaks of the United States.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

_AMERICA = re.compile(
    r"\b(?:U\.?S\.?A?|United States|America|American|Americans|Congress|White House|Capitol Hill|"
    r"Republicans?|Democrats?|GOP)(?!\w)"
)
_MONDAY, _TUESDAY, _THURSDAY = 0, 1, 3
_LAST = -1


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, nth: int) -> Callable[[int], date]:
    """The nth weekday of a month, or its last."""

    def of(year: int) -> date:
        if nth == _LAST:
            first = date(year + month // 12, month % 12 + 1, 1)
            return first - timedelta(days=(first.weekday() - weekday - 1) % 7 + 1)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))

    return of


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: _easter(year) + timedelta(days=days)


def _easter(year: int) -> date:
    """Easter Sunday of the Western churches, after the anonymous Gregorian rule (Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _election(year: int) -> date:
    """The Tuesday after the first Monday in November."""
    return _nth(11, _MONDAY, 1)(year) + timedelta(days=1)


_ANYWHERE: dict[str, Callable[[int], date]] = {
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "christmas": _fixed(12, 25),
    "christmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
    "valentine's day": _fixed(2, 14),
    "international women's day": _fixed(3, 8),
    "st patrick's day": _fixed(3, 17),
    "may day": _fixed(5, 1),
    "bastille day": _fixed(7, 14),
    "halloween": _fixed(10, 31),
    "armistice day": _fixed(11, 11),
    "good friday": _from_easter(-2),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "ash wednesday": _from_easter(-46),
}
_AMERICAN: dict[str, Callable[[int], date]] = {
    "martin luther king jr. day": _nth(1, _MONDAY, 3),
    "martin luther king day": _nth(1, _MONDAY, 3),
    "presidents' day": _nth(2, _MONDAY, 3),
    "memorial day": _nth(5, _MONDAY, _LAST),
    "juneteenth": _fixed(6, 19),
    "labor day": _nth(9, _MONDAY, 1),
    "columbus day": _nth(10, _MONDAY, 2),
    "election day": _election,
    "veterans day": _fixed(11, 11),
    "thanksgiving": _nth(11, _THURSDAY, 4),
    "thanksgiving day": _nth(11, _THURSDAY, 4),
}
_EVERY = _ANYWHERE | _AMERICAN
FEASTS = "|".join(
    re.escape(name).replace("'", "['’]").replace(r"st\ ", r"st\.?\ ")
    for name in sorted(_EVERY, key=len, reverse=True)
)
"""The names as one alternative of a pattern, longest first."""


def feast_on(name: str, year: int) -> date:
    """The day of a feast in a year. Raises `KeyError` for a name that `FEASTS` does not match."""
    return _EVERY[_plain(name)](year)


def is_american(name: str) -> bool:
    """Whether a feast is one of the United States, which other countries keep on other days."""
    return _plain(name) in _AMERICAN


def speaks_of_america(text: str) -> bool:
    """Whether a report names the United States or an institution of theirs."""
    return _AMERICA.search(text) is not None


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name.lower().replace("’", "'")).replace("st. ", "st ")
