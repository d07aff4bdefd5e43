"""Day words inside a quotation: they count from the day of the saying, not of the printing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from stemma.reading.quotes import Quoted, find_quotes
from stemma.reading.timewords_tense import OPEN_TENSE

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from stemma.reading.dates import DateMention

_UNITS = frozenset({"day", "week"})
_DEICTIC = frozenset({"day-word", "shifted-unit", "ago", "in-units", "from-now", "spell"})
_SAID = frozenset(
    "say tell declare write tweet post announce add state warn argue insist note explain remark "
    "reply ask claim testify report read vow promise acknowledge concede complain recall speak "
    "comment respond interview".split()
)
_LEAST = 4  # words of a quotation that is somebody's speech and no mere term
_REACH = 1500  # characters on either side of a quotation that may date its saying
_WEEK = 7  # days before publication within which a report's quotations are taken to be said
_AROUND = 4  # tokens between a verb of saying and its day
_WORD = re.compile(r"\w+")


class Quotations:
    """The quotations of a text, by place."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._every = [
            quote
            for quote in find_quotes(text)
            if quote.closed or text[max(0, quote.start - 1) : quote.start] in {"", "\n"}
            if len(_WORD.findall(text, quote.start, quote.end)) >= _LEAST
        ]
        self._starts = [quote.start for quote in self._every]

    def at(self, place: int) -> Quoted | None:
        """The quotation that holds a character."""
        number = bisect_right(self._starts, place) - 1
        if number < 0 or place >= self._every[number].end:
            return None
        return self._every[number]

    def paragraph(self, quote: Quoted) -> tuple[int, int]:
        """The paragraph of a quotation, as far as it lies within reach of it."""
        first = max(0, quote.start - _REACH)
        last = min(len(self._text), quote.end + _REACH)
        before = self._text.rfind("\n", first, quote.start)
        after = self._text.find("\n", quote.end, last)
        return before + 1 if before >= 0 else first, after if after >= 0 else last


def is_deictic(form: str, match: re.Match[str]) -> bool:
    """Whether an expression counts days or weeks from the moment of speech."""
    if form not in _DEICTIC:
        return False
    return form == "day-word" or match["unit"].lower().rstrip("s") in _UNITS


class Sayings:
    """On which days what is quoted can have been said, as far as the report tells.

    `printed` is the day of publication.
    """

    def __init__(
        self, doc: Doc, quotations: Quotations, mentions: Sequence[DateMention], printed: date
    ) -> None:
        self._doc = doc
        self._quotations = quotations
        self._printed = printed
        self._told = [m for m in mentions if m.when.known and quotations.at(m.start) is None]
        self._has_open_day = any(
            not m.when.known and m.when.resolved.endswith(OPEN_TENSE)
            for m in mentions
            if quotations.at(m.start) is None
        )
        self._said = [
            (mention.start, mention.when.start)
            for mention in self._told
            if mention.when.kind == "day" and mention.when.start and _dates_saying(doc, mention)
        ]

    def days(self, quote: Quoted, night: bool) -> list[date]:
        """The days, in order; none where its paragraph tells of several or of older times.

        The day that its paragraph gives for a saying; else those of the sayings in the report's
        last week; else those that the report tells of at all, and that of publication. `night`
        says that a night is spoken of: what is said of tonight is printed on the next day.
        """
        first, last = self._quotations.paragraph(quote)
        here = {day for start, day in self._said if first <= start < last}
        if here:
            return [*here] if len(here) == 1 else []
        week = range(self._printed.toordinal() - _WEEK, self._printed.toordinal() + 1)
        here_told = [m for m in self._told if first <= m.start < last]
        if any(_is_old(m, week.start) and _dates_saying(self._doc, m) for m in here_told):
            return []
        said = {day for _, day in self._said if day.toordinal() in week}
        if said:
            return sorted(said)
        if night or self._has_open_day:
            return []
        told = {m.when.start for m in self._told if m.when.kind == "day"}
        recent = {day for day in told if day and day.toordinal() in week}
        return sorted(recent | {self._printed})


def _is_old(mention: DateMention, since: int) -> bool:
    end = mention.when.end
    return end is not None and end.toordinal() < since


def _dates_saying(doc: Doc, mention: DateMention) -> bool:
    """Whether a verb of saying stands next to a day ("said on Friday", "on Friday, she said")."""
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    near = [*doc[max(0, span.start - _AROUND) : span.start], *doc[span.end : span.end + _AROUND]]
    above = list(span.root.ancestors)[:3]
    verbs = (token for token in (*near, *above) if token.pos_ == "VERB")
    return any(verb.lemma_.lower() in _SAID for verb in verbs)
