"""The family tree as a document of its own, checked against the reports' words."""

from __future__ import annotations

from msgspec.structs import replace

from stemma import __version__
from stemma.dossier.check import lineage_faults
from stemma.dossier.document import joined_actors, plain_rejections
from stemma.dossier.limits import limits_of
from stemma.dossier.lineage_graph import CONTEXT, graph
from stemma.dossier.plain import as_utf8
from stemma.dossier.prov import in_prov
from stemma.errors import RefuseDossier
from stemma.model.case import TracedCase
from stemma.model.document import Maker
from stemma.model.lineage_document import LineageDocument, ReportRecord
from stemma.model.report import Report


def to_lineage_document(case: TracedCase) -> LineageDocument:
    """What `case` says of where its reports come from.

    Raises RefuseDossier where a quoted word is not in its report, or a reference leads nowhere.
    """
    lineage = case.corpus.lineage
    named = {source.actor for source in lineage.sources}
    document = LineageDocument(
        context=CONTEXT,
        stemma=Maker(version=__version__, models=case.models),
        reports=tuple(report_record(report) for report in case.corpus.reports),
        rejections=plain_rejections(case.rejections),
        actors=tuple(actor for actor in joined_actors(case.corpus.cast) if actor.id in named),
        sources=lineage.sources,
        edges=tuple(in_prov(edge) for edge in lineage.edges),
        stories=lineage.stories,
        limits=limits_of(case.corpus),
        prov=(),
    )
    found = lineage_faults(document, case.corpus.reports)
    if found:
        raise RefuseDossier(found)
    return replace(document, prov=graph(document))


def report_record(report: Report) -> ReportRecord:
    """What is known of a report, without its text."""
    return ReportRecord(
        id=report.id,
        file=as_utf8(report.file),
        sha256=report.sha256,
        url=report.url,
        outlet=report.outlet,
        title=report.title,
        published=report.published,
        language=report.language,
        genre=report.genre,
    )
