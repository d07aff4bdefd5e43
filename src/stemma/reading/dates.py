"""Dates in a report's text, resolved as far as the text itself allows and never further."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from stemma.model.when import When
from stemma.reading.timewords_anchor import Anchor, Scene, find_anchor
from stemma.reading.timewords_bounds import bounded, unnarrowed
from stemma.reading.timewords_feasts import is_american, speaks_of_america
from stemma.reading.timewords_names import is_of_vote
from stemma.reading.timewords_partial import Partial, read_partials, resolve_partial
from stemma.reading.timewords_passage import passage_year
from stemma.reading.timewords_patterns import BEFORE_RANGE, BETWEEN, FORMS, LEAD, PART
from stemma.reading.timewords_quoted import Quotations, Sayings, is_deictic
from stemma.reading.timewords_relative import resolve_beside, resolve_relative
from stemma.reading.timewords_sense import counts_from, is_date, stands_before_noun

if TYPE_CHECKING:
    from spacy.tokens import Doc

_AND = re.compile(r"[ \u00a0](?:and|or)[ \u00a0](?:on[ \u00a0]|in[ \u00a0])?")
_LOOK_BACK = 40
_REACH = 800
"""How many characters back "the following day" may look for the date it counts from."""


_WITH_ARTICLE = frozenset({"decade", "season", "quarter", "weekend"})
"""Forms that stand with "the": other dates after "the" are part of an event's name."""


@dataclass(frozen=True)
class DateMention:
    """A time expression at `[start, end)` of the document; `when.words` is left to the caller.

    `names` is set where it only names a vote ("the 2031 candidate") and dates nothing else.
    """

    start: int
    end: int
    when: When
    names: bool = False


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
    every = _without_names(doc, text, _share_years(text, _join_ranges(text, _scan(text))))
    base, dated = find_anchor(text, anchor), _dated(every)
    mentions: list[DateMention] = []
    kept: list[_Found] = []
    for number, found in enumerate(every):
        scene = _scene(doc, text, found, base, mentions)
        after = every[number + 1] if number + 1 < len(every) else None
        when = _resolve(found, replace(scene, dated=dated), after)
        if when is not None:
            mentions.append(_with_lead(text, found, when, mentions))
            kept.append(found)
    return _as_spoken(doc, base, kept, mentions)


def _without_names(doc: Doc, text: str, every: list[_Found]) -> list[_Found]:
    """All but the feasts that tell what a thing is ("a Christmas market"), or of another land."""
    american = speaks_of_america(text)
    return [found for found in every if found.form != "feast" or _is_feast(doc, found, american)]


def _is_feast(doc: Doc, found: _Found, american: bool) -> bool:
    if is_american(found.match["feast"]) and not american:
        return False
    return found.match["year"] is not None or not stands_before_noun(doc, found.end)


def _dated(every: list[_Found]) -> dict[tuple[int, int], int]:
    """The year of each day that is written in full, where it is one."""
    years: dict[tuple[int, int], set[int]] = {}
    for part in (part for found in every for part in found.parts):
        if part.year and part.month and part.day:
            years.setdefault((part.month, part.day), set()).add(part.year)
    return {day: min(found) for day, found in years.items() if len(found) == 1}


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
    quotes = [
        quotations.at(found.start) if is_deictic(found.form, found.match) else None
        for found in every
    ]
    if base.day is None or not any(quotes):
        return mentions
    sayings = Sayings(doc, quotations, mentions, base.day)
    made: list[DateMention] = []
    for found, mention, quote in zip(every, mentions, quotes, strict=True):
        if quote is None:
            made.append(mention)
            continue
        days = sayings.days(quote, found.match.group().lower().endswith("night"))
        when = _said_on(found, Scene(doc, text, found.start, base, None), days)
        made.append(_with_lead(text, found, when, made))
    return made


def _said_on(found: _Found, scene: Scene, days: Sequence[date]) -> When:
    """What is meant, where every day on which it can have been said gives the same."""
    unsaid = When.unknown("the day of what is quoted is not given")
    meant: When | None = None
    for day in days:
        said = Anchor(day, day.year, f"the day of the saying, {day.isoformat()}", "")
        when = _resolve(found, replace(scene, anchor=said), None)
        if when is None or (meant and (meant.start, meant.end) != (when.start, when.end)):
            return unsaid
        meant = when
    return meant or unsaid


def date_spans(text: str) -> list[tuple[int, int]]:
    """Where time expressions stand in a text, unresolved: what is no amount."""
    return [(found.start, found.end) for found in _scan(text) if found.form != "beside"]


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


def _share_years(text: str, every: list[_Found]) -> list[_Found]:
    """In "April and May 2012" the first month takes the year of the second."""
    shared = list(every)
    for number, (left, right) in enumerate(pairwise(every)):
        if len(left.parts) != 1 or len(right.parts) != 1:
            continue
        first, second = left.parts[0], right.parts[0]
        if _is_earlier(first, second) and _AND.fullmatch(text[left.end : right.start]):
            shared[number] = replace(left, parts=(replace(first, year=second.year),))
    return shared


def _is_earlier(first: Partial, second: Partial) -> bool:
    """Whether a date without a year comes before one with it, in the same year."""
    if first.year or first.away is not None or not second.year:
        return False
    if not first.month or not second.month or bool(first.day) != bool(second.day):
        return False
    return (first.month, first.day or 0) < (second.month, second.day or 0)


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


def _resolve(found: _Found, scene: Scene, after: _Found | None) -> When | None:
    if found.form == "beside":
        if after is None or not counts_from(scene.doc, found.end, after.start):
            return None
        other = _resolve(after, replace(scene, at=after.start), None)
        return resolve_beside(found.match, other) if other else None
    if found.parts:
        return resolve_partial(found.parts, scene)
    return resolve_relative(found.form, found.match, scene)


def _last(mentions: list[DateMention], at: int) -> When | None:
    """The date that was mentioned last, where it is known and near."""
    if not mentions or at - mentions[-1].end > _REACH:
        return None
    return mentions[-1].when if mentions[-1].when.known else None


def _with_lead(
    text: str, found: _Found, when: When, mentions: Sequence[DateMention]
) -> DateMention:
    """The mention with the words before it that narrow or bound it ("late", "by", "since")."""
    floor = max(mentions[-1].end if mentions else 0, found.start - _LOOK_BACK)
    start = found.start
    part = PART.search(text[floor:start])
    if part and when.known:
        start -= len(part.group())
    lead = LEAD.search(text[floor:start]) if when.known and found.form not in _BOUND else None
    if part and when.known and not (lead and "end of" in part["part"].lower()):
        when = unnarrowed(when, part["part"])
    if lead is None or len(found.parts) > 1 or _is_of_event(text, found, lead):
        return DateMention(start, found.end, when, _names_vote(text, found))
    return DateMention(start - len(lead.group()), found.end, bounded(when, lead["bound"].lower()))


_BOUND = frozenset({"spell", "day-end"})
"""Forms that hold their preposition."""


def _is_of_event(text: str, found: _Found, lead: re.Match[str]) -> bool:
    """Whether what bounds the time is an event on the date ("before Monday's vote")."""
    if lead["the"] and found.form not in _WITH_ARTICLE:
        return True
    owns = text[found.end : found.end + 2] in {"'s", "’s"}
    return owns and lead["bound"].lower() != "since"


def _names_vote(text: str, found: _Found) -> bool:
    return found.form == "year" and is_of_vote(text, found.start, found.end)
