"""Quoted words in their sentences, as runs of words that a terminal can mark."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from stemma.dossier.context import Piece, compare
from stemma.dossier.plain import for_terminal
from stemma.dossier.sentences import Sentences
from stemma.model.span import Place, Span

_AROUND, _MARKED = 140, 400
"""Characters kept on either side of marked words, and of marked words themselves."""

_WORD = re.compile(r"\w+")

Pieces = tuple[Piece, ...]


def in_sentences(place: Place, sentences: Sentences) -> Pieces:
    """The sentences that a place stands in, its own words as hits; far ones are cut short."""
    parts = _stretches(place, sentences)
    hits = _merged(place)
    pieces: list[Piece] = []
    for n, part in enumerate(parts):
        pieces += [Piece(_between(parts[n - 1], part))] if n else []
        position = part.start
        for hit in (h for h in hits if h.meets(part)):
            start, end = max(hit.start, position), min(hit.end, part.end)
            pieces.append(Piece(_cut(part, position, start)))
            pieces.append(Piece(_cut(part, start, end), "hit"))
            position = end
        pieces.append(Piece(_cut(part, position, part.end)))
    return _shown(pieces)


def side_by_side(before: Place, after: Place, sentences: Sentences) -> tuple[Pieces, Pieces]:
    """Both ends of a retelling in their sentences, the words that only one has marked.

    They are `dropped` on the one side and `added` on the other; where next to nothing is shared
    the words that were held against each other are hits instead.
    """
    texts = [_text(_stretches(place, sentences)) for place in (before, after)]
    sides = compare(*texts)
    if sides is None:
        return in_sentences(before, sentences), in_sentences(after, sentences)
    dropped, added = (
        _shown(Piece(piece.text, style if piece.style else "") for piece in _joined(side))
        for side, style in zip(sides, ("dropped", "added"), strict=True)
    )
    return dropped, added


def words_in(pieces: Pieces) -> str:
    """The words alone, however they are capitalised and punctuated."""
    return " ".join(_WORD.findall("".join(piece.text for piece in pieces).casefold()))


def _joined(side: Pieces) -> list[Piece]:
    """The pieces, marked ones with nothing but punctuation between them as one."""
    joined: list[Piece] = []
    for piece in side:
        between = len(joined) > 1 and not _WORD.search(joined[-1].text) and joined[-2].style
        if piece.style and between:
            point = joined.pop().text
            joined.append(Piece(f"{joined.pop().text}{point}{piece.text}", piece.style))
        else:
            joined.append(piece)
    return joined


def _stretches(place: Place, sentences: Sentences) -> list[Span]:
    """The sentences of a place, and those of its spans that are in none, in order of text."""
    around = sentences.around(place)
    alone = [s for s in _merged(place) if not any(s.meets(sentence) for sentence in around)]
    return sorted((*around, *alone))


def _merged(place: Place) -> list[Span]:
    """The spans of a place in order, without those that lie within the one before."""
    kept: list[Span] = []
    for span in sorted(place, key=lambda s: (s.start, -s.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return kept


def _cut(part: Span, start: int, end: int) -> str:
    return part.exact[start - part.start : max(start, end) - part.start]


def _text(parts: list[Span]) -> str:
    words = [parts[0].exact] if parts else []
    for one, other in pairwise(parts):
        words += [_between(one, other), other.exact]
    return "".join(words)


def _between(one: Span, other: Span) -> str:
    return " " if 0 <= other.start - one.end <= 2 else " […] "


def _shown(pieces: Iterable[Piece]) -> Pieces:
    """Pieces that a terminal may have: next to marks whole, far from them cut."""
    kept = [p for p in pieces if p.text]
    shown = []
    for n, piece in enumerate(kept):
        room = _MARKED if piece.style else _AROUND
        text = _clean(piece.text)
        if piece.style:
            text = text if len(text) <= room else f"{_head(text, room)} … "
        else:
            text = _shortened(text, room, first=n == 0, last=n == len(kept) - 1)
        shown.append(Piece(text, piece.style))
    return tuple(shown)


def _shortened(text: str, room: int, *, first: bool, last: bool) -> str:
    if first and last:
        return text if len(text) <= 2 * room else f"{_head(text, 2 * room)} …"
    if first:
        return text if len(text) <= room else f"… {_tail(text, room)}"
    if last:
        return text if len(text) <= room else f"{_head(text, room)} …"
    return text if len(text) <= 2 * room else f"{_head(text, room)} […] {_tail(text, room)}"


def _head(text: str, room: int) -> str:
    """The first words, at most `room` characters of them."""
    whole, gap, _ = text[:room].rpartition(" ")
    return whole if gap else text[:room]


def _tail(text: str, room: int) -> str:
    _, gap, whole = text[-room:].partition(" ")
    return whole if gap else text[-room:]


def _clean(text: str) -> str:
    """`for_terminal`, with one space kept where the run began or ended in some."""
    words = for_terminal(text)
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and words else ""
    return f"{before}{words}{after}"
