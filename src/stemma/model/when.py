"""Dates as reports give them: to the day, month or year, as an interval, or unknown."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from stemma.model.span import Span

WhenKind = Literal["day", "month", "year", "interval", "unknown"]


class When(msgspec.Struct, frozen=True, kw_only=True):
    """A point or stretch of time; `end` is inclusive, `None` on either side is open.

    `words` are the words that were resolved, `resolved` says how: "as written",
    "relative to …", or "unknown because …".
    """

    kind: WhenKind
    start: date | None = None
    end: date | None = None
    words: Span | None = None
    resolved: str

    @classmethod
    def unknown(cls, reason: str, words: Span | None = None) -> When:
        """No date can be given; `reason` completes the sentence "unknown because …"."""
        return cls(kind="unknown", words=words, resolved=f"unknown because {reason}")

    @property
    def known(self) -> bool:
        """Whether any bound is known."""
        return self.kind != "unknown"

    def overlaps(self, other: When) -> bool:
        """Whether some day could lie in both. False where either is unknown."""
        if not (self.known and other.known):
            return False
        starts = max(self.start or date.min, other.start or date.min)
        ends = min(self.end or date.max, other.end or date.max)
        return starts <= ends
