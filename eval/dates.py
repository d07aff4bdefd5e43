"""Dates, scored on the English date cases of Microsoft's Recognizers-Text (MIT).

    python -m eval.dates [--wrong] [--update]

The cases are requests to an assistant; only the kinds that news writes are in scope, told by the
form of the expression alone: full dates, dates without a year, numeric dates in one possible
order, months, years, decades, quarters, weekdays, "this weekend", day words, shifted units, counts
of units, and stretches between two of these. Out of scope, as news does not write them so: a bare
day number ("the 27th"), words run together ("Oct2"), years in words, two-digit years, week numbers,
"my weekend", "the first Friday of", "within N days", business days, and "the rest of"; holidays,
as the cases write them small and without a word of the country; and seasons, whose cases have no
dates. A case is right if a date overlapping the
expression has the stated start, and for a stretch the stated end; where past and future readings
are given either is right. "Three weeks ago" is read as a week and not a day: right if it holds
the stated day. A day that no calendar has is right if it
is unknown. In "2014 to 2018" the end is right if it is the year that is named.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.floors import held
from stemma.model.when import When

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data" / "dates" / "recognizers_specs" / "Specs"
SPECS = DATA / "DateTime" / "English"

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
)
_DAY = (
    r"(?:the )?(?:[0-3]?\d(?:st|nd|rd|th)?|(?:twenty|thirty)[- ]\w+|[a-z]+(?:th|st|nd|rd)|second)"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_NAMED = rf"(?:(?:{_WEEKDAY}|wed),? )?"
_YEAR = r"[12]\d{3}"
_POINT = (
    rf"(?:{_NAMED}(?:{_MONTH} {_DAY}|{_DAY} (?:of )?{_MONTH})(?:,? (?:of )?{_YEAR})?|"
    rf"{_MONTH},? (?:of )?{_YEAR}|{_MONTH}|{_YEAR})"
)
_COUNT = r"(?:an?|\d+|two|three|four|five|six|seven|eight|nine|ten)"
KINDS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "full date": rf"{_NAMED}(?:{_MONTH} {_DAY}|{_DAY} (?:of )?{_MONTH}),? (?:of )?{_YEAR}",
        "date without a year": rf"{_NAMED}(?:{_MONTH} {_DAY}|{_DAY} (?:of )?{_MONTH})",
        "numeric date": rf"{_YEAR}([-/.])\d\d?\1\d\d?|(?:\d\d?([-/])\d\d?\2|\d\d?\.\d\d?\.){_YEAR}",
        "month": rf"(?:(?:last|this|next) )?{_MONTH}|{_MONTH},? (?:of )?{_YEAR}",
        "year": rf"(?:year )?{_YEAR}",
        "decade": rf"(?:the )?{_YEAR}'?s",
        "quarter": rf"(?:the )?\w+ (?:quarter|half) of {_YEAR}|[QH]\d {_YEAR}",
        "weekday": rf"(?:(?:last|this|next) )?{_WEEKDAY}",
        "weekend": r"this weekend",
        "day word": r"today|yesterday|tomorrow|the day (?:before yesterday|after tomorrow)",
        "shifted unit": r"(?:(?:earlier|later) )?(?:last|this|next) (?:week|month|year|decade)",
        "count of units": rf"{_COUNT} (?:day|week|month|year)s? (?:ago|from now)",
        "stretch": rf"(?:(?:from|between) )?{_POINT}"
        rf"(?: ?[-–] ?| (?:to|and|until|till|through) ){_POINT}"
        rf"|(?:from |between )?\d\d? ?(?:-|to|and|until) ?\d\d? (?:of )?{_MONTH}(?:,? {_YEAR})?"
        rf"|{_MONTH} \d\d?(?:-| to )\d\d?(?:,? {_YEAR})?",
    }.items()
}


@dataclass(frozen=True)
class Case:
    """One request: the expression, its kind, the day it is asked on, the readings allowed."""

    text: str
    expression: str
    kind: str
    asked: date | None
    readings: tuple[tuple[date, date | None], ...]


def cases() -> Iterator[Case]:
    """The cases in scope, each once."""
    for name in ("DateParser", "DatePeriodParser"):
        for entry in json.loads((SPECS / f"{name}.json").read_text(encoding="utf-8-sig")):
            for result in entry["Results"]:
                case = _case(entry, result)
                if case is not None:
                    yield case


def _case(entry: dict[str, Any], result: dict[str, Any]) -> Case | None:
    expression = result["Text"].strip()
    kind = next((kind for kind, form in KINDS.items() if form.fullmatch(expression)), None)
    if kind is None or _is_ambiguous(expression):
        return None
    asked = (entry.get("Context") or {}).get("ReferenceDateTime")
    values = [(result.get("Value") or {}).get(f"{side}Resolution") or {} for side in _SIDES]
    readings = tuple(reading for value in values if (reading := _reading(value)) is not None)
    if not readings:
        return None
    day = date.fromisoformat(asked[:10]) if asked else None
    return Case(entry["Input"], expression, kind, day, readings)


_SIDES = ("Past", "Future")


def _is_ambiguous(expression: str) -> bool:
    """Whether day and month can be swapped: then the right answer here is that it is unknown."""
    numeric = re.fullmatch(r"(\d\d?)[-/](\d\d?)[-/]\d{4}", expression)
    return bool(numeric and int(numeric[1]) <= 12 and int(numeric[2]) <= 12)


def _reading(value: dict[str, str]) -> tuple[date, date | None] | None:
    try:
        if "date" in value:
            return date.fromisoformat(value["date"]), None
        if "startDate" in value and "endDate" in value:
            return date.fromisoformat(value["startDate"]), date.fromisoformat(value["endDate"])
    except ValueError:
        return None
    return None


def is_right(case: Case, parser: Language) -> bool:
    """Whether a date that overlaps the expression has one of the stated readings."""
    from stemma.reading.dates import find_dates

    unknown = When.unknown("the case gives none")
    asked = case.asked
    anchor = When(kind="day", start=asked, end=asked, resolved="as given") if asked else unknown
    at = case.text.lower().find(case.expression.lower())
    found = find_dates(parser(case.text), anchor)
    whens = [m.when for m in found if m.start < at + len(case.expression) and at < m.end]
    if all(start == date.min for start, _ in case.readings):
        return not any(when.known for when in whens)
    return any(_agrees(case, when, reading) for when in whens for reading in case.readings)


def _agrees(case: Case, when: When, reading: tuple[date, date | None]) -> bool:
    start, end = reading
    if when.start is None or when.end is None:
        return False
    if case.kind == "count of units":
        return when.start <= start <= when.end
    if when.start != start:
        return False
    if end is None:
        return when.kind == "day"
    return when.end + timedelta(days=1) == end or (case.kind in _OPEN and when.end >= end >= start)


_OPEN = frozenset({"stretch", "shifted unit"})
"""Kinds whose stated end is the first day of what the words name last."""


def main() -> int:
    """Score; 0 if the floors hold or the data is not there."""
    options = argparse.ArgumentParser(description="Score dates on Recognizers-Text.")
    options.add_argument("--wrong", action="store_true")
    options.add_argument("--update", action="store_true")
    chosen = options.parse_args()
    if not SPECS.is_dir():
        print("not measured: no data")
        return 0
    from stemma.reading.parser import load_parser

    parser = load_parser()
    scored = [(case, is_right(case, parser)) for case in cases()]
    for kind in KINDS:
        of_kind = [right for case, right in scored if case.kind == kind]
        if of_kind:
            print(f"{kind:20} {sum(of_kind):3} of {len(of_kind):3}")
    if chosen.wrong:
        print(
            "\n".join(
                f"wrong: {case.text!r} {case.readings}" for case, right in scored if not right
            )
        )
    share = sum(right for _, right in scored) / len(scored)
    print(f"{'in scope':20} {share:.4f} of {len(scored)}")
    return 0 if held({"dates.in_scope": share}, chosen.update) else 1


if __name__ == "__main__":
    sys.exit(main())
