"""Which words of the reports a dossier points at, and how much they should stand out."""

from __future__ import annotations

from collections.abc import Iterator

from stemma.model.document import Document
from stemma.model.span import Place, Span

_Weighted = tuple[int, Place]

KEY, SAID, PLAIN = 2, 1, 0
"""Weights: what a difference, retelling or likelihood turns on; what somebody said; the rest."""


def cited_spans(document: Document) -> dict[Span, int]:
    """Every span that a page may link to, with its weight, in order of place."""
    found: dict[Span, int] = {}
    for weight, place in _places(document):
        for span in place:
            found[span] = max(weight, found.get(span, PLAIN))
    return dict(sorted(found.items()))


def _places(document: Document) -> Iterator[_Weighted]:
    yield from _key_places(document)
    for statement in document.statements:
        yield (PLAIN if statement.own_voice else SAID), statement.content
    for actor in document.actors:
        yield from ((PLAIN, place) for role in actor.roles for place in role.places)
    for source in document.sources:
        yield from ((PLAIN, place) for place in source.places)
    for edge in document.lineage.edges:
        for passage in edge.passages:
            yield PLAIN, (passage.to,) if passage.from_ is None else (passage.from_, passage.to)
    for event in document.events:
        yield from ((PLAIN, place) for place in event.places)
    for entry in document.timeline:
        yield PLAIN, (entry.when.words,) if entry.when.words else ()


def _key_places(document: Document) -> Iterator[_Weighted]:
    for difference in document.differences:
        yield from ((KEY, place) for r in difference.readings for place in r.places)
    for retelling in document.retellings:
        yield KEY, retelling.from_
        yield KEY, retelling.to
    for likelihood in document.likelihoods:
        yield KEY, (likelihood.words,)
    for option in document.options:
        yield from ((KEY, place) for place in option.places)
        yield from ((PLAIN, place) for r in option.relations for place in r.places)
    for decision in document.decisions:
        yield from ((KEY, place) for place in decision.about)
