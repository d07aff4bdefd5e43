"""The year that a passage narrates, for dates in it that give none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stemma.reading.dates import DateMention

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20|21)\d\d(?!\d)")
_PARAGRAPH = re.compile(r"\n+")
_PARAGRAPHS = 2  # before its own in which a date may find its year
_REACH = 4000  # characters
_OF_PASSAGE = "in the year of the passage"
_MOST = 200  # mentions that are counted
_LEAST = 2  # mentions of a year that make a passage one about it


def passage_year(text: str, mentions: Sequence[DateMention], at: int) -> int | None:
    """The year that the words before `at` narrate, else `None`.

    It is the year that was written last, in this paragraph or the two before, where the report
    has named it more than once and no date that counts from the day of publication stands since.
    """
    first = _start(text, at)
    year: int | None = None
    for mention in reversed(mentions):
        if mention.start < first:
            break
        if not mention.when.known or mention.names:
            continue
        if mention.when.resolved.startswith(_OF_PASSAGE):
            return mention.when.start.year if mention.when.start else None
        written = _YEAR.search(text[mention.start : mention.end])
        if written is None:
            return None
        year = int(written.group())
        break
    if year is None:
        return None
    named = sum(str(year) in text[m.start : m.end] for m in mentions[-_MOST:] if m.start < at)
    return year if named >= _LEAST else None


def of_passage(year: int) -> str:
    """How a date that took the passage's year says so."""
    return f"{_OF_PASSAGE}, {year}"


def _start(text: str, at: int) -> int:
    """Where the second paragraph before that of `at` begins."""
    window = max(0, at - _REACH)
    breaks = [gap.end() for gap in _PARAGRAPH.finditer(text, window, at)]
    return breaks[-_PARAGRAPHS - 1] if len(breaks) > _PARAGRAPHS else window
