"""Quotations carried to their end: to the closing mark, and into the paragraphs they go on in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.reading.attribution_spans import is_gap, running_text
from stemma.reading.quotes import find_quotes

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Passage:
    """A quoted passage as tokens [start, end) with its marks."""

    start: int
    end: int
    closed: bool


def find_passages(doc: Doc) -> list[Passage]:
    """The quoted passages in order."""
    found = []
    for quote in find_quotes(running_text(doc)):
        span = doc.char_span(quote.start, quote.end, alignment_mode="expand")
        if span is not None and len(span) > 1:
            found.append(Passage(span.start, span.end, quote.closed))
    return found


def quoted_words(passages: Iterable[Passage]) -> set[int]:
    """The positions that stand between quotation marks, the marks with them."""
    return {i for passage in passages for i in range(passage.start, passage.end)}


def carry(
    doc: Doc, contents: Sequence[frozenset[int]], cues: frozenset[int], passages: list[Passage]
) -> list[frozenset[int]]:
    """The contents with the rest of the quotations that they reach into.

    A quotation of which one content has the better half is that content's as a whole, but for
    other cues. One left open at the end of its paragraph goes on in the next if that opens with a
    quotation that nobody else has.
    """
    carried = [set(content) for content in contents]
    before: tuple[Passage, int] | None = None
    for passage in passages:
        inside = range(passage.start, passage.end)
        owner = _owner(contents, inside, cues)
        if owner is None and before is not None and _goes_on(doc, before[0], passage):
            owner = before[1]
        if owner is not None:
            carried[owner].update(i for i in inside if i not in cues)
        before = None if owner is None else (passage, owner)
    return [frozenset(content) for content in carried]


def _owner(contents: Sequence[frozenset[int]], inside: range, cues: frozenset[int]) -> int | None:
    """The content that has most of a passage, if it has half of it and no cue interrupts it."""
    if not cues.isdisjoint(inside):
        return None
    shares = [len(content & set(inside)) for content in contents]
    most = max(shares, default=0)
    return shares.index(most) if 2 * most >= len(inside) else None


def _goes_on(doc: Doc, earlier: Passage, later: Passage) -> bool:
    between = doc[earlier.end : later.start]
    return not earlier.closed and len(between) > 0 and all(t.is_space or is_gap(t) for t in between)
