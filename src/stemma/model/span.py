"""Where words stand: the only way from anything in a dossier back to a report."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """The characters `[start, end)` of one report's text, in code points, with the words there.

    `exact` travels with the offsets, so that a value can be read without its report and every
    offset can be checked against the text before anything is written.
    """

    report: str
    start: int
    end: int
    exact: str

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.report == other.report and self.start < other.end and other.start < self.end


Place = tuple[Span, ...]
"""Spans that belong together: content can be interrupted by its cue. Never empty."""


def words_of(place: Place) -> str:
    """The words of a place in reading order, a gap shown as an ellipsis in brackets."""
    return " […] ".join(span.exact for span in place)
