"""Which words differ between a telling and its retelling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")
_MOST = 400
"""Tokens of a side that are compared; more would take time that grows with their square."""


@dataclass(frozen=True)
class Piece:
    """A run of words, and whether the other side has them too."""

    text: str
    changed: bool


def compare(left: str, right: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both sides in pieces, those that the other lacks marked.

    Where they share next to nothing, or are too long, no piece is marked: a picture in which
    every word is changed shows nothing.
    """
    ours, theirs = _TOKENS.findall(left), _TOKENS.findall(right)
    plain = (Piece(left, changed=False),), (Piece(right, changed=False),)
    if max(len(ours), len(theirs)) > _MOST:
        return plain
    matcher = SequenceMatcher(None, _folded(ours), _folded(theirs), autojunk=False)
    if matcher.ratio() < 0.3:
        return plain
    codes = matcher.get_opcodes()
    return (
        tuple(Piece("".join(ours[a:b]), tag != "equal") for tag, a, b, _, _ in codes if b > a),
        tuple(Piece("".join(theirs[a:b]), tag != "equal") for tag, _, _, a, b in codes if b > a),
    )


def _folded(tokens: list[str]) -> list[str]:
    return [" " if token.isspace() else token.casefold() for token in tokens]
