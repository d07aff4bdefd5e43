"""Quoted words among those around them, and the words in which two quotations differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from stemma.dossier.index import Index
from stemma.model.span import Place, Span, words_of

_AROUND = 110
"""Characters shown on either side of quoted words, and half of the longest gap within them."""

_TOKENS = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
_QUOTES = str.maketrans("“”„«»‘’", '"""""\'\'')
"""Marks that outlets set each in their own way: no change of words."""

_MOST_TOKENS = 400
"""Tokens of a side that are compared; more would take time that grows with their square."""


@dataclass(frozen=True)
class Piece:
    """A run of words. `hit`: what it is about; `dim`: what stands around it; else plain."""

    text: str
    style: str = ""


def in_context(place: Place, index: Index) -> tuple[Piece, ...]:
    """The words of a place in the paragraph they stand in, cut between words at either end."""
    place = tuple(sorted(place))
    before, _ = _around(place[0], index)
    _, after = _around(place[-1], index)
    pieces = [Piece(before, "dim"), Piece(place[0].exact, "hit")]
    for one, other in pairwise(place):
        pieces += [Piece(_gap(one, other, index), "dim"), Piece(other.exact, "hit")]
    return (*pieces, Piece(after, "dim"))


def side_by_side(left: Place, right: Place, index: Index) -> tuple[tuple[Piece, ...], ...]:
    """Two places in context, with the words that only one of them has as hits.

    Where they share next to nothing, or are too long, all words of both are: a picture in which
    every other word is marked shows nothing.
    """
    sides = compare(words_of(left), words_of(right))
    if sides is None:
        return in_context(left, index), in_context(right, index)
    return tuple(
        (Piece(_around(p[0], index)[0], "dim"), *side, Piece(_around(p[-1], index)[1], "dim"))
        for p, side in zip((left, right), sides, strict=True)
    )


def compare(left: str, right: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]] | None:
    """Both texts in pieces, hits where the other has other words; `None` where that is no help."""
    ours, theirs = _TOKENS.findall(left), _TOKENS.findall(right)
    if max(len(ours), len(theirs)) > _MOST_TOKENS:
        return None
    matcher = SequenceMatcher(None, _folded(ours), _folded(theirs), autojunk=False)
    if matcher.ratio() < 0.3:
        return None
    codes = matcher.get_opcodes()
    return (
        tuple(_piece(ours[a:b], tag) for tag, a, b, _, _ in codes if b > a),
        tuple(_piece(theirs[a:b], tag) for tag, _, _, a, b in codes if b > a),
    )


def _piece(tokens: list[str], tag: str) -> Piece:
    words = "".join(tokens)
    changed = tag != "equal" and any(letter.isalnum() for letter in words)
    return Piece(words, "hit" if changed else "")


def _folded(tokens: list[str]) -> list[str]:
    return [token.strip().casefold().translate(_QUOTES) for token in tokens]


def _around(span: Span, index: Index) -> tuple[str, str]:
    """The words before and after a span, as far as its paragraph goes."""
    text = index.reports[span.report].text
    first, last = index.paragraph_of(span)
    before = text[max(first, span.start - _AROUND) : span.start].lstrip()
    after = text[span.end : min(last, span.end + _AROUND)].rstrip()
    if span.start - _AROUND > first:
        _, _, whole = before.partition(" ")
        before = f"… {whole}"
    if span.end + _AROUND < last:
        whole, _, _ = after.rpartition(" ")
        after = f"{whole} …"
    return before, after


def _gap(one: Span, other: Span, index: Index) -> str:
    """The words between two spans of a place, or their ends where they are many."""
    if one.report != other.report or not 0 <= other.start - one.end <= 2 * _AROUND:
        return " […] "
    return index.reports[one.report].text[one.end : other.start]
