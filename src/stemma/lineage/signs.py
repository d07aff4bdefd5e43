"""Signs of which of two reports came first, and what they come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

DECIDES = 2
"""The weight that settles which came first."""


@dataclass(frozen=True)
class Sign:
    """One sign of order: for the first report as the source (`ahead`) or for the second.

    A `weight` of 2 decides alone where nothing speaks against it. `quoting` marks that the one
    shows the other's own words as such, `openly` that it names the other in words of its own.
    """

    ahead: bool
    weight: int
    line: str
    quoting: bool = False
    openly: bool = False


def weigh(signs: Sequence[Sign]) -> tuple[bool | None, tuple[str, ...]]:
    """True where the first is the source, False where the second is, `None` where it is open."""
    ahead = sum(sign.weight for sign in signs if sign.ahead)
    behind = sum(sign.weight for sign in signs if not sign.ahead)
    lines = tuple(sign.line for sign in signs)
    if abs(ahead - behind) < DECIDES:
        return None, (*lines, "which came first is open")
    return ahead > behind, lines
