"""The sentences around quoted words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from stemma.model.reading import Reading
from stemma.model.span import Place, Span


class Sentences:
    """Sentences asked by the words in them; built once for all of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans: dict[str, list[Span]] = {}
        for span in sorted(set(spans)):
            self._spans.setdefault(span.report, []).append(span)
        self._starts = {id_: [s.start for s in found] for id_, found in self._spans.items()}

    def around(self, place: Place) -> tuple[Span, ...]:
        """The sentences that share a character with a place, in order of text."""
        found: dict[Span, None] = {}
        for span in sorted(place):
            spans = self._spans.get(span.report, [])
            at = max(0, bisect_right(self._starts.get(span.report, []), span.start) - 1)
            while at < len(spans) and spans[at].start < span.end:
                if spans[at].meets(span):
                    found[spans[at]] = None
                at += 1
        return tuple(found)


def sentences_of(readings: Iterable[Reading]) -> Sentences:
    """Every sentence that was read."""
    return Sentences(sentence.span for reading in readings for sentence in reading.sentences)


def sentences_around(places: Iterable[Place], sentences: Sentences) -> tuple[Span, ...]:
    """The sentences that hold any of `places`, each once, by report and place."""
    return tuple(sorted({span for place in places for span in sentences.around(place)}))
