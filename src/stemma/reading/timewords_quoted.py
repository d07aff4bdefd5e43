"""Day words inside a quotation: they count from the day of the saying, not of the printing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from stemma.reading.quotes import Quoted, find_quotes

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


def day_of_saying(
    doc: Doc, quotations: Quotations, quote: Quoted, mentions: Sequence[DateMention]
) -> date | None:
    """The one day that the paragraph gives for the saying of what it quotes, else `None`."""
    first, last = quotations.paragraph(quote)
    near = bisect_left(mentions, first, key=lambda mention: mention.start)
    until = bisect_left(mentions, last, key=lambda mention: mention.start)
    days = {
        mention.when.start
        for mention in mentions[near:until]
        if mention.when.kind == "day"
        if quotations.at(mention.start) is None and _dates_saying(doc, mention)
    }
    return days.pop() if len(days) == 1 else None


def _dates_saying(doc: Doc, mention: DateMention) -> bool:
    """Whether a verb of saying stands next to a day ("said on Friday", "on Friday, she said")."""
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    near = [*doc[max(0, span.start - _AROUND) : span.start], *doc[span.end : span.end + _AROUND]]
    above = list(span.root.ancestors)[:3]
    return any(token.lemma_.lower() in _SAID for token in (*near, *above))
