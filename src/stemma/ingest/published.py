"""The day of publication, as stated; nothing is guessed."""

from __future__ import annotations

import re
from datetime import date

from stemma.model.when import When

LONGEST = 200
EARLIEST, LATEST = 1600, 2100  # outside these a year is a slip or a placeholder
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sep sept", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
# no further digit, unless it begins a time that lost the space before it
END = r"(?:(?!\d)|(?=\d{1,2}:\d\d))"
ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)")
BASIC = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<number>\d\d)(?P<day>\d\d)(?:T\d{4,6}Z?)?(?!\d)"
)
YEAR_FIRST = re.compile(r"(?<!\d)(?P<year>\d{4})[/.](?P<number>\d{1,2})[/.](?P<day>\d{1,2})(?!\d)")
DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?:of\s)?{MONTH}[\s,-]{{1,3}}(?P<year>\d{{4}}){END}",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(
    rf"\b{MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}}){END}", re.IGNORECASE
)
WORDED = (ISO, DAY_FIRST, MONTH_FIRST, YEAR_FIRST, BASIC)
NUMERIC = re.compile(r"(?<!\d)(?P<first>\d{1,2})([/.-])(?P<second>\d{1,2})\2(?P<year>\d{4})(?!\d)")
MONTH_ONLY = re.compile(
    rf"{MONTH},?\s(?P<year>\d{{4}})|(?P<year2>\d{{4}})-(?P<number>\d\d)", re.IGNORECASE
)
YEAR_ONLY = re.compile(r"(?P<year>\d{4})")


def published_when(words: str | None) -> When:
    """The date that `words` state, whatever else stands beside it (weekday, time, zone).

    The day is the one written, in the zone in which it was written. Days and months in figures
    are understood only where one order alone is possible.
    """
    if not words or not words.strip():
        return When.unknown("the input gives no date")
    shown = " ".join(words[:LONGEST].split())
    for pattern in WORDED:
        found = pattern.search(shown)
        if found:
            return _day(shown, int(found["year"]), _month(found), int(found["day"]))
    found = NUMERIC.search(shown)
    if found:
        return _figures(shown, int(found["first"]), int(found["second"]), int(found["year"]))
    return _coarse(shown)


def _month(found: re.Match[str]) -> int:
    parts = found.groupdict()
    return MONTHS[parts["month"].lower()] if parts.get("month") else int(parts["number"])


def _day(shown: str, year: int, month: int, day: int) -> When:
    try:
        when = date(year, month, day)
    except ValueError:
        return When.unknown(f"“{shown}” is no day of the calendar")
    if not EARLIEST <= year <= LATEST:
        return When.unknown(f"the year of “{shown}” can't be right")
    if when == date(1970, 1, 1):
        return When.unknown(f"“{shown}” is what programs write for no date")
    return When(kind="day", start=when, end=when, resolved="as written")


def _figures(shown: str, first: int, second: int, year: int) -> When:
    if first > 12 or first == second:
        return _day(shown, year, second, first)
    if second > 12:
        return _day(shown, year, first, second)
    return When.unknown(f"“{shown}” can be read day first or month first")


def _coarse(shown: str) -> When:
    """A month or a year alone."""
    found = MONTH_ONLY.fullmatch(shown)
    if found:
        year, month = int(found["year"] or found["year2"]), _month(found)
        start = _day(shown, year, month, 1)
        if not start.start:
            return start
        following = date(year + month // 12, month % 12 + 1, 1)
        end = date.fromordinal(following.toordinal() - 1)
        return When(kind="month", start=start.start, end=end, resolved="as written")
    found = YEAR_ONLY.fullmatch(shown)
    if found and EARLIEST <= int(shown) <= LATEST:
        start_day, end_day = date(int(shown), 1, 1), date(int(shown), 12, 31)
        return When(kind="year", start=start_day, end=end_day, resolved="as written")
    return When.unknown(f"“{shown}” is not understood as a date")
