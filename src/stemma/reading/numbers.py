"""Stated quantities: how much, of what, and how exactly the words put it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.model.reading import Bound
from stemma.reading.dates import date_spans
from stemma.reading.numbers_counted import Counted, counted
from stemma.reading.numbers_forms import (
    BOUNDS,
    FRACTION,
    QUANTITY,
    fraction_value,
    spelt_value,
    unit_of,
)
from stemma.reading.timewords import COUNTED_NOUNS, SCALES

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CONTEXT = 15  # tokens on each side that are read to tell a number from a date or a name
_AGE = re.compile(r"[- ]years?[- ]old\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"[ \u00a0]?(?:[ap]\.?m\b|o['’]clock|gmt\b|utc\b|hrs\b|hours local)", re.IGNORECASE
)
_LISTED = re.compile(r"(?:^|\n)[ \t•*–-]{0,12}$")
_REFERENCE = re.compile(
    r"\b(?:article|section|chapter|page|room|number|no\.|nos\.|flight|route|highway|channel|clause|"
    r"paragraph|line|item|step|phase|stage|level|round|part|figure|table|type|class|grade|day|"
    r"week|group|unit|resolution|bill|protocol|annex|scenario|option|version|gate|platform)s? $",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\b[A-Z][a-z]+ of $")
_YEAR_LIKE = re.compile(r"(?:19|20)\d\d")
_OF_AGE = re.compile(r"\b(?:aged|age of) $", re.IGNORECASE)
_FROM = re.compile(r"\bfrom $", re.IGNORECASE)
_SCALED = re.compile(r"(thousand|million|billion|trillion|mn|bn|tn)$", re.IGNORECASE)


@dataclass(frozen=True)
class NumberMention:
    """A quantity at `[start, end)`; the other fields mean what `Number`'s fields of them mean."""

    start: int
    end: int
    value: float
    high: float | None
    unit: str | None
    bound: Bound
    of: tuple[str, ...]


def find_numbers(doc: Doc, start: int, end: int) -> list[NumberMention]:
    """The quantities between two characters of a document, in order, none overlapping another.

    Years, dates, clock times, ordinals, list marks and numbers in names are none. "From 3 to 5"
    is two numbers, "3 to 5" and "between 3 and 5" are one range.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return []
    window = doc[max(0, span.start - _CONTEXT) : span.end + _CONTEXT]
    text, offset = window.text, window.start_char
    taken = date_spans(text)
    mentions: list[NumberMention] = []
    for match in _matches(text, start - offset, end - offset):
        if any(match.start() < stop and begin < match.end() for begin, stop in taken):
            continue
        made = _mentions(doc, text, match, offset)
        mentions += made
        if made:
            taken.append(match.span())
    return sorted(mentions, key=lambda mention: mention.start)


def _matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Fractions before plain quantities at one place, all within the bounds."""
    for pattern in (FRACTION, QUANTITY):
        for match in pattern.finditer(text):
            if start <= match.start() and match.end() <= end:
                yield match


def _mentions(doc: Doc, text: str, match: re.Match[str], offset: int) -> list[NumberMention]:
    start, end = match.start() + offset, match.end() + offset
    if match.re is FRACTION:
        share = fraction_value(match)
        if share is None:
            return []
        of = counted(doc, start, end).of
        return [NumberMention(start, end, share, None, "share", _bound(match, None), of)]
    values = _values(match)
    if values is None or _is_no_amount(doc, text, match, offset):
        return []
    low, high = values
    age = _AGE.match(text, match.end())
    end += len(age.group()) if age else 0
    thing = counted(doc, start, end)
    unit = "years old" if age or _OF_AGE.search(text[: match.start()]) else _unit(match, thing)
    if not _stands(match, unit, thing):
        return []
    if high is not None and _FROM.search(text[: match.start()][-8:]):
        return _both_ends(match, offset, (low, high), (unit, thing.of))
    return [NumberMention(start, end, low, high, unit, _bound(match, high), thing.of)]


def _both_ends(
    match: re.Match[str],
    offset: int,
    values: tuple[float, float],
    counts: tuple[str | None, tuple[str, ...]],
) -> list[NumberMention]:
    """The two numbers of a change ("from 3 to 5")."""
    cut = match.end("low_unit") if match["low_unit"] else match.end("low")
    ends = ((match.start(), cut), (match.start("high"), match.end()))
    return [
        NumberMention(start + offset, end + offset, value, None, counts[0], "exact", counts[1])
        for (start, end), value in zip(ends, values, strict=True)
    ]


def _values(match: re.Match[str]) -> tuple[float, float | None] | None:
    """The value, or both ends of a range in order; `None` where the words are no number."""
    low = spelt_value(match["low"])
    if match["sign"] and low is not None:
        return None if match["high"] else (-low, None)
    if low is None or match["high"] is None:
        return None if low is None else (low, None)
    high = spelt_value(match["high"])
    if high is None:
        return None
    scale = _SCALED.search(match["high"])
    if scale and not _SCALED.search(match["low"]) and low < 1000:
        low *= SCALES[scale[1].lower()]
    if match["dash"] and high > 100 * low:
        return None  # a telephone number or a code
    return (low, high) if low < high else None


def _is_no_amount(doc: Doc, text: str, match: re.Match[str], offset: int) -> bool:
    """Whether the number is a list mark, a reference, a clock time or part of a name."""
    before, after = text[: match.start()][-40:], text[match.end() : match.end() + 12]
    if _LISTED.search(before) and after[:1] in {".", ")", "/"}:
        return True
    if _CLOCK.match(after) or _REFERENCE.search(before):
        return True
    if match["lead"] or match["unit"] or match["low_unit"] or match["currency"]:
        return False
    span = doc.char_span(match.start() + offset, match.end() + offset, alignment_mode="expand")
    if span is None or span.start == 0:
        return False
    previous = doc[span.start - 1]
    of_name = _GROUP.search(before) and not match["low"].islower()
    named = previous.tag_ in {"NNP", "NNPS"} or bool(of_name)
    return named and before.endswith((" ", "\u00a0"))


def _unit(match: re.Match[str], thing: Counted) -> str | None:
    written = unit_of(match["unit"] or match["low_unit"])
    if written or match["currency"]:
        return written or match["currency"].removeprefix("US")
    return thing.noun


def _stands(match: re.Match[str], unit: str | None, thing: Counted) -> bool:
    """Whether a number says how much or how many, and is no pronoun ("one of them")."""
    if match["low"].lower() == "one" and match["high"] is None:
        return unit is not None and (thing.noun is None or f"{unit}s" in COUNTED_NOUNS)
    if _YEAR_LIKE.fullmatch(match["low"]) and unit not in COUNTED_NOUNS:
        return False
    if unit is not None:
        return True
    digits = match["low"][0].isdigit()
    return digits and (bool(match["lead"] or match["high"]) or thing.anchored)


def _bound(match: re.Match[str], high: float | None) -> Bound:
    groups = match.groupdict()
    if groups["lead"]:
        return BOUNDS[" ".join(groups["lead"].lower().split())]
    if groups.get("tilde"):
        return "about"
    return "exact" if high is None else "range"
