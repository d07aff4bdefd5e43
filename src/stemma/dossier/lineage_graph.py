"""The family tree as a graph in W3C PROV-O, written as JSON-LD 1.1."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from stemma.model.document import ProvRelation
from stemma.model.lineage import Source
from stemma.model.lineage_document import LineageDocument, ProvNode, ReportRecord

_PROV = "http://www.w3.org/ns/prov#"
_DCTERMS = "http://purl.org/dc/terms/"

CONTEXT: dict[str, str | dict[str, str]] = {
    "prov": "@graph",
    "Entity": f"{_PROV}Entity",
    "Agent": f"{_PROV}Agent",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "title": f"{_DCTERMS}title",
    "issued": {"@id": f"{_DCTERMS}issued", "@type": "http://www.w3.org/2001/XMLSchema#date"},
    **{
        name: {"@id": f"{_PROV}{name}", "@type": "@id"}
        for name in (
            "wasAttributedTo",
            "wasQuotedFrom",
            "wasRevisionOf",
            "wasDerivedFrom",
            "hadPrimarySource",
        )
    },
}
"""What the keys under `prov` mean. Keys that it leaves out mean nothing to an RDF program."""


def graph(document: LineageDocument) -> tuple[ProvNode, ...]:
    """A node for each source in order, then one for each actor that the sources name."""
    reports = {report.id: report for report in document.reports}
    names = _names(document)
    made_from: dict[str, dict[ProvRelation, dict[str, None]]] = {}
    for edge in document.edges:
        if edge.prov is not None:
            given = made_from.setdefault(edge.to, {}).setdefault(edge.prov, {})
            given[names.sources[edge.from_]] = None
    entities = (
        _entity(
            source,
            reports.get(source.held or ""),
            names,
            {term: tuple(given) for term, given in made_from.get(source.id, {}).items()},
        )
        for source in document.sources
    )
    agents = (
        ProvNode(id_=names.actors[actor.id], type_="Agent", label=actor.name)
        for actor in document.actors
    )
    return (*entities, *agents)


@dataclass(frozen=True)
class _Names:
    """What sources and actors are called in the graph, by their ids."""

    sources: dict[str, str]
    actors: dict[str, str]


def _names(document: LineageDocument) -> _Names:
    """Names for everything in the graph.

    A report goes by its own id, which is the same in every run. Other ids are only those of one
    run, so that they carry a mark of it: the graphs of two runs can be put together.
    """
    told = "\n".join([document.stemma.version, *sorted(r.id for r in document.reports)])
    run = sha256(told.encode("utf-8")).hexdigest()[:12]
    return _Names(
        sources={
            source.id: f"urn:stemma:source:{run}:{source.id}"
            if source.held is None
            else f"urn:stemma:report:{source.held}"
            for source in document.sources
        },
        actors={actor.id: f"urn:stemma:actor:{run}:{actor.id}" for actor in document.actors},
    )


def _entity(
    source: Source,
    report: ReportRecord | None,
    names: _Names,
    made_from: dict[ProvRelation, tuple[str, ...]],
) -> ProvNode:
    published = report.published if report is not None else None
    is_day = published is not None and published.kind == "day"
    return ProvNode(
        id_=names.sources[source.id],
        type_="Entity",
        label=source.name,
        title=report.title if report is not None else None,
        issued=published.start if published is not None and is_day else None,
        was_attributed_to=names.actors[source.actor] if source.actor is not None else None,
        was_quoted_from=made_from.get("wasQuotedFrom", ()),
        was_revision_of=made_from.get("wasRevisionOf", ()),
        was_derived_from=made_from.get("wasDerivedFrom", ()),
        had_primary_source=made_from.get("hadPrimarySource", ()),
    )
