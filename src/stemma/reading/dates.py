"""Dates in a report's text, resolved as far as the text itself allows and never further."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from stemma.model.when import When
from stemma.reading.timewords_anchor import Anchor, Scene, find_anchor
from stemma.reading.timewords_bounds import bounded, unnarrowed
from stemma.reading.timewords_partial import Partial, read_partials, resolve_partial
from stemma.reading.timewords_passage import passage_year
from stemma.reading.timewords_patterns import BEFORE_RANGE, BETWEEN, FORMS, LEAD, PART
from stemma.reading.timewords_quoted import Quotations, day_of_saying, is_deictic
from stemma.reading.timewords_relative import resolve_relative
from stemma.reading.timewords_sense import is_date

if TYPE_CHECKING:
    import re

    from spacy.tokens import Doc

_LOOK_BACK = 40
_REACH = 800
"""How many characters back "the following day" may look for the date it counts from."""


_WITH_ARTICLE = frozenset({"decade", "season", "quarter"})
"""Forms that stand with "the": other dates after "the" are part of an event's name."""


@dataclass(frozen=True)
class DateMention:
    """A time expression at `[start, end)` of the document; `when.words` is left to the caller."""

    start: int
    end: int
    when: When


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    form: str
    match: re.Match[str]
    parts: tuple[Partial, ...] = ()


def find_dates(doc: Doc, anchor: When) -> list[DateMention]:
    """Every time expression of a report, in the order of its text, none overlapping another.

    `anchor` is the publication date. Where it is no day, a date in the report's dateline takes
    its place; without either, what needs an anchor is unknown and says so. A date without a year
    takes the nearest one that the verb's tense allows, or that of the passage it stands in. Inside
    a quotation "today" and "last week" count from the day of the saying.
    """
    text = doc.text
    base = find_anchor(text, anchor)
    mentions: list[DateMention] = []
    every: list[_Found] = []
    for found in _join_ranges(text, _scan(text)):
        when = _resolve(found, _scene(doc, text, found, base, mentions))
        if when is not None:
            mentions.append(_with_lead(text, found, when))
            every.append(found)
    return _as_spoken(doc, base, every, mentions)


def _scene(doc: Doc, text: str, found: _Found, base: Anchor, mentions: list[DateMention]) -> Scene:
    yearless = bool(found.parts) and all(part.year is None for part in found.parts)
    return Scene(
        doc=doc,
        text=text,
        at=found.start,
        anchor=base,
        last=_last(mentions, found.start),
        passage=passage_year(text, mentions, found.start) if yearless else None,
    )


def _as_spoken(
    doc: Doc, base: Anchor, every: list[_Found], mentions: list[DateMention]
) -> list[DateMention]:
    """The mentions, with day words in quotations counted from the day of the saying."""
    text = doc.text
    quotations = Quotations(text)
    made: list[DateMention] = []
    for found, mention in zip(every, mentions, strict=True):
        quote = quotations.at(found.start) if is_deictic(found.form, found.match) else None
        if quote is None or base.day is None:
            made.append(mention)
            continue
        at = day_of_saying(doc, quotations, quote, mentions)
        if at is None:
            unsaid = When.unknown("the day of what is quoted is not given")
            made.append(DateMention(found.start, found.end, unsaid))
            continue
        said = Anchor(at, at.year, f"the day of the saying, {at.isoformat()}", "")
        when = _resolve(found, Scene(doc, text, found.start, said, None))
        made.append(_with_lead(text, found, when) if when else mention)
    return made


def date_spans(text: str) -> list[tuple[int, int]]:
    """Where time expressions stand in a text, unresolved: what is no amount."""
    return [(found.start, found.end) for found in _scan(text)]


def _scan(text: str) -> list[_Found]:
    """The longest expression at each place, leftmost first."""
    every = [
        _Found(match.start(), match.end(), form, match)
        for form, pattern in FORMS.items()
        for match in pattern.finditer(text)
        if is_date(text, form, match)
    ]
    return list(_longest(sorted(every, key=lambda found: (found.start, -found.end))))


def _longest(every: Iterable[_Found]) -> Iterable[_Found]:
    end = -1
    for found in every:
        if found.start >= end:
            end = found.end
            yield replace(found, parts=read_partials(found.form, found.match))


def _join_ranges(text: str, every: list[_Found]) -> list[_Found]:
    """Two calendar dates with "to", "and" or a dash between them become one stretch."""
    joined: list[_Found] = []
    for found in every:
        before = joined[-1] if joined else None
        if before is None or not _is_range(text, before, found):
            joined.append(found)
            continue
        lead = BEFORE_RANGE.search(text[max(0, before.start - _LOOK_BACK) : before.start])
        start = before.start - (len(lead.group()) if lead else 0)
        joined[-1] = replace(before, start=start, end=found.end, parts=before.parts + found.parts)
    return joined


def _is_range(text: str, left: _Found, right: _Found) -> bool:
    if len(left.parts) != 1 or len(right.parts) != 1 or right.start - left.end > 12:
        return False
    link = BETWEEN.fullmatch(text[left.end : right.start])
    if link is None:
        return False
    if link["dash"]:
        return True
    lead = BEFORE_RANGE.search(text[max(0, left.start - _LOOK_BACK) : left.start])
    if link["word"].lower() == "or":
        return _are_successive_years(left.parts[0], right.parts[0])
    if link["word"].lower() == "and":
        return lead is not None and lead["word"].lower() == "between"
    return lead is None or lead["word"].lower() == "from" or link["word"].lower() == "through"


def _are_successive_years(first: Partial, second: Partial) -> bool:
    """Whether "2027 or 2028" names one stretch."""
    if first.month is not None or second.month is not None:
        return False
    return first.year is not None and second.year == first.year + 1


def _resolve(found: _Found, scene: Scene) -> When | None:
    if found.parts:
        return resolve_partial(found.parts, scene)
    return resolve_relative(found.form, found.match, scene)


def _last(mentions: list[DateMention], at: int) -> When | None:
    """The date that was mentioned last, where it is known and near."""
    if not mentions or at - mentions[-1].end > _REACH:
        return None
    return mentions[-1].when if mentions[-1].when.known else None


def _with_lead(text: str, found: _Found, when: When) -> DateMention:
    """The mention with the words before it that narrow or bound it ("late", "by", "since")."""
    start = found.start
    part = PART.search(text[max(0, start - _LOOK_BACK) : start])
    if part and when.known:
        start -= len(part.group())
    lead = LEAD.search(text[max(0, start - _LOOK_BACK) : start])
    if part and when.known and not (lead and "end of" in part["part"].lower()):
        when = unnarrowed(when, part["part"])
    if lead is None or not when.known or found.form == "spell" or len(found.parts) > 1:
        return DateMention(start, found.end, when)
    named = lead["the"] and found.form not in _WITH_ARTICLE
    if named or text[found.end : found.end + 2] in {"'s", "’s"}:
        return DateMention(start, found.end, when)
    return DateMention(start - len(lead.group()), found.end, bounded(when, lead["bound"].lower()))
