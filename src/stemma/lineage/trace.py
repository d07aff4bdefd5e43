"""The last step of lineage: stories, sources and edges, from reports, readings and cast."""

from __future__ import annotations

from collections.abc import Sequence

from stemma.lineage.direction import gather_evidence
from stemma.lineage.edges import Edge, judge
from stemma.lineage.forest import prune
from stemma.lineage.passages import find_overlaps
from stemma.lineage.sources import Credit, Names, find_credits, gather_sources, held_id
from stemma.lineage.stories import Material, find_stories
from stemma.lineage.words import Words, read_words
from stemma.model.cast import Cast
from stemma.model.lineage import Derivation, Lineage, Passage
from stemma.model.reading import Reading
from stemma.model.report import Report
from stemma.model.span import Span


def trace(reports: Sequence[Report], readings: Sequence[Reading], cast: Cast) -> Lineage:
    """Which report comes from which, from what sources, in which story."""
    rows = tuple(read_words(report) for report in reports)
    material = Material(tuple(reports), tuple(readings), rows, find_overlaps(rows))
    stories = find_stories(material)
    names = Names(cast)
    credits_ = find_credits(readings, names)
    story_of = {report: story.id for story in stories for report in story.reports}
    sources, credit_edges = gather_sources(reports, credits_, story_of, names)
    edges = _report_edges(material, credits_, names)
    return Lineage(
        sources=sources,
        edges=(*credit_edges, *(_derivation(edge, material) for edge in edges)),
        stories=stories,
    )


def _report_edges(material: Material, credits_: Sequence[Credit], names: Names) -> list[Edge]:
    by_report: dict[int, list[Credit]] = {}
    for credit in credits_:
        by_report.setdefault(credit.report, []).append(credit)
    judged = (
        judge(overlap, gather_evidence(overlap, material.reports, by_report, names))
        for overlap in material.overlaps
    )
    return prune(edge for edge in judged if edge is not None)


def _derivation(edge: Edge, material: Material) -> Derivation:
    source, target = (edge.b, edge.a) if edge.ahead is False else (edge.a, edge.b)
    return Derivation(
        from_=held_id(source),
        to=held_id(target),
        kind=edge.kind,
        directed=edge.ahead is not None,
        because=edge.because,
        passages=_passages(edge, material),
    )


def _passages(edge: Edge, material: Material) -> tuple[Passage, ...]:
    if edge.overlap is None:
        return ()
    one, two = edge.overlap.a, edge.overlap.b
    found = []
    for run in edge.overlap.runs:
        first = _span(material, one, run.a, run.length)
        second = _span(material, two, run.b, run.length)
        back = edge.ahead is False
        found.append(Passage(from_=second, to=first) if back else Passage(from_=first, to=second))
    return tuple(found)


def _span(material: Material, at: int, first: int, length: int) -> Span:
    row: Words = material.rows[at]
    start, end = int(row.starts[first]), int(row.ends[first + length - 1])
    return material.reports[at].span(start, end)
