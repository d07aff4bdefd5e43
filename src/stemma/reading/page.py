"""A parsed report: what every step of reading is given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.model.reading import Sentence
from stemma.model.report import Report
from stemma.model.span import Place, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Page:
    """A report, its parse over the same offsets, and its sentences in order."""

    report: Report
    doc: Doc
    sentences: tuple[Sentence, ...]

    def tokens(self, ranges: Iterable[Range]) -> list[Token]:
        """The tokens that lie in the ranges at least in part, without blanks, in order."""
        found: list[Token] = []
        for start, end in ranges:
            span = self.doc.char_span(start, end, alignment_mode="expand")
            if span is not None:
                found.extend(token for token in span if not token.is_space)
        return found

    def place(self, ranges: Iterable[Range]) -> Place:
        """The ranges as spans of the report, trimmed of blanks; empty ones are left out."""
        spans = (self.span(start, end) for start, end in ranges)
        return tuple(span for span in spans if span.start < span.end)

    def span(self, start: int, end: int) -> Span:
        """[start, end) as a span of the report, trimmed of blanks."""
        words = self.report.text[start:end]
        lead = len(words) - len(words.lstrip())
        return self.report.span(
            start + lead, max(start + lead, end - len(words) + len(words.rstrip()))
        )

    def number_at(self, offset: int) -> int:
        """The number of the last sentence that begins at `offset` or before; -1 for none."""
        return bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at `offset`."""
        at = self.number_at(offset)
        if at < 0 or offset >= self.sentences[at].span.end:
            return None
        return self.sentences[at]
