"""What people decided about quoted words: they outlive every re-run, and say who and when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec


class Quoted(msgspec.Struct, frozen=True, kw_only=True):
    """Words of one report, found again by what stands around them.

    `prefix` and `suffix` are the characters right before and after `exact`, as many as it takes
    to tell the place from others (as in the W3C's TextQuoteSelector); they may be empty.
    """

    report: str
    exact: str
    prefix: str = ""
    suffix: str = ""

    def start_in(self, text: str) -> int | None:
        """Where `exact` begins in the report's text; `None` where it stands nowhere, or twice."""
        whole = f"{self.prefix}{self.exact}{self.suffix}"
        at = text.find(whole) if self.exact else -1
        if at < 0 or text.find(whole, at + 1) >= 0:
            return None
        return at + len(self.prefix)


class _OfTwo(msgspec.Struct, frozen=True, kw_only=True):
    one: Quoted
    other: Quoted


class Merge(_OfTwo, frozen=True, kw_only=True, tag="merge"):
    """The words at both places stand for one actor."""


class Split(_OfTwo, frozen=True, kw_only=True, tag="split"):
    """The words at the two places stand for two actors."""


class Rename(msgspec.Struct, frozen=True, kw_only=True, tag="rename"):
    """The actor for whom the words stand goes by `name`."""

    one: Quoted
    name: str


class SameStory(_OfTwo, frozen=True, kw_only=True, tag="same-story"):
    """The reports that hold the words are of one story."""


class OtherStory(_OfTwo, frozen=True, kw_only=True, tag="other-story"):
    """The reports that hold the words are of two stories."""


class PartOf(_OfTwo, frozen=True, kw_only=True, tag="part-of"):
    """What the words `one` stand for is a part of what the words `other` stand for."""


class SameClaim(_OfTwo, frozen=True, kw_only=True, tag="same-claim"):
    """The statements that hold the words are one claim."""


class OtherClaim(_OfTwo, frozen=True, kw_only=True, tag="other-claim"):
    """The statements that hold the words are two claims."""


AboutActors = Merge | Split | Rename
AboutStories = SameStory | OtherStory
AboutClaims = PartOf | SameClaim | OtherClaim
What = AboutActors | AboutStories | AboutClaims


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """Who decided what, when and why. Decisions hold in the order in which they were taken."""

    by: str
    at: datetime
    what: What
    why: str = ""

    @property
    def about(self) -> tuple[Quoted, ...]:
        """The places that the decision is about."""
        if isinstance(self.what, Rename):
            return (self.what.one,)
        return (self.what.one, self.what.other)


def in_order(decisions: Iterable[Decision]) -> list[Decision]:
    """Decisions in the order of time, a time without a zone being UTC; of one time as given."""
    return sorted(decisions, key=_instant)


def _instant(decision: Decision) -> float:
    at = decision.at if decision.at.tzinfo is not None else decision.at.replace(tzinfo=UTC)
    return at.timestamp()
