"""How often each outlet strengthens what it retells of others.

The collation holds the changes alone; what was retold without one is counted here, from the same
edges, passages and claims, so that a share has both its parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from stemma.dossier.interval import wilson
from stemma.dossier.sentences import Sentences
from stemma.model.case import CollatedCase
from stemma.model.claim import Collation
from stemma.model.collation_document import OutletRetellings
from stemma.model.corpus import Corpus
from stemma.model.lineage import Derivation
from stemma.model.span import Place, Span

FEWEST = 5
"""Retellings below which a share says nothing."""

_KINDS = frozenset(
    ("verbatim", "edited", "paraphrase", "translation", "update", "quotes", "credits")
)
_EDGES = 400
"""As many edges as changes are looked for along: what was not looked at is not counted."""


def followed(corpus: Corpus) -> tuple[Derivation, ...]:
    """The edges along which one held report retells another."""
    held = {source.id for source in corpus.lineage.sources if source.held is not None}
    retold = (e for e in corpus.lineage.edges if e.directed and e.kind in _KINDS)
    return tuple([e for e in retold if {e.from_, e.to} <= held][:_EDGES])


def by_outlet(case: CollatedCase, sentences: Sentences) -> tuple[OutletRetellings, ...]:
    """A sum for each outlet that retells another's reports, those that retell most first."""
    corpus = case.corpus
    reports = corpus.reports_by_id()
    held = {source.id: source.held for source in corpus.lineage.sources if source.held is not None}
    retold = _Retold(corpus, case.collation, sentences)
    sums: dict[tuple[str | None, str], _Sum] = {}
    for edge in followed(corpus):
        from_, to = reports[held[edge.from_]], reports[held[edge.to]]
        if to.outlet is not None and from_.outlet == to.outlet:
            continue
        own = sums.setdefault((to.outlet, "" if to.outlet else to.id), _Sum())
        own.reports[to.id] = None
        own.retold.update(dict.fromkeys(retold.along(edge, from_.id, to.id)))
        own.stronger |= retold.changed(edge, "stronger")
        own.weaker |= retold.changed(edge, "weaker")
    return tuple(
        _outlet(outlet, own)
        for (outlet, _), own in sorted(
            sums.items(), key=lambda item: (-len(item[1].retold), item[0][0] or "", item[0][1])
        )
        if own.retold
    )


@dataclass
class _Sum:
    """Sentences of one outlet, and the reports that they stand in."""

    reports: dict[str, None] = field(default_factory=dict)
    retold: dict[Span, None] = field(default_factory=dict)
    stronger: set[Span] = field(default_factory=set)
    weaker: set[Span] = field(default_factory=set)


def _outlet(outlet: str | None, own: _Sum) -> OutletRetellings:
    many = len(own.retold)
    low, high = wilson(len(own.stronger), many) if many >= FEWEST else (None, None)
    return OutletRetellings(
        outlet=outlet,
        reports=tuple(own.reports),
        retellings=many,
        stronger=len(own.stronger),
        weaker=len(own.weaker),
        low=low,
        high=high,
    )


class _Retold:
    """Which sentences of a report tell again what another tells."""

    def __init__(self, corpus: Corpus, collation: Collation, sentences: Sentences) -> None:
        self._sentences = sentences
        self._told: dict[str, dict[str, list[Place]]] = {}
        self._changed: dict[tuple[str, str], list[tuple[str, Place]]] = {}
        statements = corpus.statements_by_id()
        for claim in collation.claims:
            for told in (statements[id_] for id_ in claim.statements):
                by_claim = self._told.setdefault(told.report, {})
                by_claim.setdefault(claim.id, []).append(told.content)
        for retelling in collation.retellings:
            if retelling.edge is not None:
                change = (retelling.direction, retelling.to)
                self._changed.setdefault(retelling.edge, []).append(change)

    def along(self, edge: Derivation, from_: str, to: str) -> Iterator[Span]:
        """The sentences that take over words or a claim along an edge, or show a change."""
        for passage in edge.passages:
            if passage.from_ is not None:
                for sentence in self._sentences.around((passage.to,)):
                    if _mostly(sentence, passage.to):
                        yield sentence
        before, after = self._told.get(from_, {}), self._told.get(to, {})
        for claim in after:
            if claim in before:
                yield from (s for place in after[claim] for s in self._first(place))
        for _, place in self._changed.get((edge.from_, edge.to), ()):
            yield from self._first(place)

    def changed(self, edge: Derivation, direction: str) -> set[Span]:
        """The sentences in which an edge shows a change that goes one way."""
        changes = self._changed.get((edge.from_, edge.to), ())
        return {s for way, place in changes if way == direction for s in self._first(place)}

    def _first(self, place: Place) -> tuple[Span, ...]:
        """The sentence that a place starts in: what goes on over several counts once."""
        return self._sentences.around(place)[:1]


def _mostly(sentence: Span, passage: Span) -> bool:
    shared = min(sentence.end, passage.end) - max(sentence.start, passage.start)
    return 2 * shared > sentence.end - sentence.start
