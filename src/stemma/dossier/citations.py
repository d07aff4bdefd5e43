"""References by id: whatever a line rests on, as a short label that leads to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stemma.dossier.index import Citation, Index
from stemma.dossier.order import (
    actors_in_order,
    differences_in_order,
    retellings_in_order,
    shared_claims,
    sources_to_get,
)
from stemma.model.claim import Event
from stemma.model.document import Document
from stemma.model.report import Report


class Citations:
    """Looks up the references of ids of any kind. Built once for a document.

    Where kinds share an id, what comes later in `_groups` is meant: reports and words first of all.
    """

    def __init__(self, document: Document, index: Index) -> None:
        self._index = index
        self._by_id: dict[str, Citation] = {}
        for group in _groups(document, index):
            self._by_id.update(group)

    def of(self, ids: Iterable[str]) -> tuple[Citation, ...]:
        """The references of ids, each once, in order."""
        return tuple(dict.fromkeys(self._by_id[id_] for id_ in ids))

    def one(self, id_: str) -> Citation:
        """The reference of one id."""
        return self._by_id[id_]


def _groups(document: Document, index: Index) -> Iterator[dict[str, Citation]]:
    yield {actor.id: Citation(actor.name, None) for actor in document.actors}
    yield {a.id: Citation(a.name, f"a{n}") for n, a in enumerate(actors_in_order(document), 1)}
    yield {event.id: _event(event, index) for event in document.events}
    yield _numbered("Story ", ((s.id, s.title) for s in document.lineage.stories))
    absent = sources_to_get(document.sources, document.lineage.edges)
    yield _numbered("G", ((s.id, s.name) for s in absent))
    held = [(source.id, source.held) for source in document.sources if source.held is not None]
    yield {id_: _report(index.reports[report], index) for id_, report in held}
    yield _numbered("O", ((o.id, o.label) for o in document.options))
    yield _numbered("L", ((x.id, x.words.exact) for x in document.likelihoods))
    yield _numbered("V", ((d.id, d.what) for d in document.decisions))
    yield {
        c.id: index.at(index.statements[c.statements[0]].content[0])
        for c in document.claims
        if c.statements
    }
    yield _numbered("C", ((c.id, "") for c in shared_claims(document)))
    yield _numbered("T", ((r.id, "") for r in retellings_in_order(document)))
    yield _numbered("D", ((d.id, d.about) for d in differences_in_order(document)))
    yield {s.id: index.at(s.content[0]) for s in document.statements}
    yield {report.id: _report(report, index) for report in document.reports}


def _numbered(prefix: str, items: Iterable[tuple[str, str]]) -> dict[str, Citation]:
    return {
        id_: Citation(f"{prefix}{n}", f"{prefix}{n}".replace(" ", "-").lower(), hint)
        for n, (id_, hint) in enumerate(items, 1)
    }


def _event(event: Event, index: Index) -> Citation:
    if event.places and event.places[0]:
        return index.at(event.places[0][0])
    return Citation(event.label, None)


def _report(report: Report, index: Index) -> Citation:
    label = index.label(report.id)
    return Citation(label, label.lower(), report.title or report.file)
