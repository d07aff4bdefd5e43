"""A report as it was read in, and an input that could not be."""

from __future__ import annotations

from typing import Literal

import msgspec

from stemma.model.span import Span
from stemma.model.when import When

Genre = Literal["news", "analysis", "opinion", "primary", "unknown"]
RejectionReason = Literal[
    "empty", "binary", "oversized", "unreadable", "unsupported", "malformed", "missing"
]


class Stripped(msgspec.Struct, frozen=True, kw_only=True):
    """Characters that are no part of the article, and why later stages pass over them."""

    span: Span
    reason: str


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One report. `text` is normalised once and never changes; nothing is cut from it.

    `headline` is the title's place in the text; a title known only from metadata is set as the
    text's first line, so that a headline can be quoted like any other words. `file` is the path
    below the input root, with `#N` for the Nth record of a file that holds several. `metadata`
    is what the input said beyond the fields here, unjudged.
    """

    id: str
    file: str
    sha256: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    headline: Span | None = None
    published: When
    language: str
    genre: Genre
    text: str
    stripped: tuple[Stripped, ...] = ()
    metadata: dict[str, str] = {}

    def span(self, start: int, end: int) -> Span:
        """The span `[start, end)` of this report's text.

        Raises ValueError where the offsets do not lie in the text in order.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"[{start}, {end}) does not lie in {len(self.text)} characters")
        return Span(report=self.id, start=start, end=end, exact=self.text[start:end])


class Rejection(msgspec.Struct, frozen=True, kw_only=True):
    """An input that gave no report; `detail` says what to do about it."""

    file: str
    reason: RejectionReason
    detail: str
