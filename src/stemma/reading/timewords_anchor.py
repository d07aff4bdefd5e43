"""The day that relative dates count from: the publication date, or else the dateline's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from stemma.model.when import When
from stemma.reading.timewords import MONTHS
from stemma.reading.timewords_calendar import on
from stemma.reading.timewords_patterns import FORMS

if TYPE_CHECKING:
    from spacy.tokens import Doc

_HEAD = 1500
"""How many characters of a report's beginning may hold its dateline."""
_BEFORE = re.compile(
    r"(?:^|\n)[ \t]*(?:(?:published|posted|updated|last updated|date|issued)(?: on)?:?[ \t]{0,3}|"
    r"[A-Z][A-Z .'’-]{2,30}(?:,[ \t][A-Z][A-Za-z .]{1,20})?[,:]?[ \t]"
    r"(?:\([A-Za-z ]{2,20}\)[ \t])?|)$"
)
_AFTER = re.compile(r"[ \t]*(?:\([A-Za-z/ .]{2,30}\))?[ \t]*(?:[-–—:|]|\n|$|,? ?\d{1,2}[:.]\d\d)")


_AGES = range(1000, 3000)
"""Years of publication from which days can be counted without leaving the calendar."""


@dataclass(frozen=True)
class Anchor:
    """`day` is what relative dates count from; `basis` names it, `reason` says why there is none.

    `year` is set also where only the month or the year of publication is known.
    """

    day: date | None
    year: int | None
    basis: str
    reason: str


@dataclass(frozen=True)
class Scene:
    """Where an expression stands: at character `at`, after a `last` known date nearby, or none.

    `text` is the document's, put together once; `passage` is the year that the words before
    the expression narrate; `dated` has the year of each day, as month and day of the month, that
    the report writes in full somewhere and always with the same year.
    """

    doc: Doc
    text: str
    at: int
    anchor: Anchor
    last: When | None
    passage: int | None = None
    dated: Mapping[tuple[int, int], int] = field(default_factory=dict)


def find_anchor(text: str, published: When) -> Anchor:
    """The anchor of a report: its publication date, else the date of its dateline, else none."""
    if published.kind == "day" and published.start is not None and _is_of_age(published.start):
        at = published.start
        return Anchor(at, at.year, f"the publication date {at.isoformat()}", "")
    at_line = _dateline(text[:_HEAD])
    if at_line is not None:
        return Anchor(at_line, at_line.year, f"the dateline's date {at_line.isoformat()}", "")
    if published.kind in {"month", "year"} and published.start is not None:
        reason = f"the publication date is known only to the {published.kind}"
        return Anchor(None, published.start.year, f"the {published.kind} of publication", reason)
    return Anchor(None, None, "", "the report gives no publication date")


def _is_of_age(at: date) -> bool:
    return at.year in _AGES


def _dateline(head: str) -> date | None:
    for form in ("month-day-year", "day-month-year", "iso"):
        for match in FORMS[form].finditer(head):
            before, after = head[: match.start()][-80:], head[match.end() :]
            before = before if match.start() > 80 else "\n" + before
            if match["year"] and _BEFORE.search(before) and _AFTER.match(after):
                return _full_date(match)
    return None


def _full_date(match: re.Match[str]) -> date | None:
    month = match["month"].lower().rstrip(".")
    digits = re.match(r"\d+", match["day"])
    number = int(month) if month.isdigit() else MONTHS[month]
    return on(int(match["year"]), number, int(digits.group())) if digits else None
