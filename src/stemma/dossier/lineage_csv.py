"""The family tree as CSV (RFC 4180): an edge's passages, a row each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stemma.dossier.csv_table import Row, iso_text, to_csv
from stemma.model.document import ProvEdge
from stemma.model.lineage import Passage, Source
from stemma.model.lineage_document import LineageDocument, ReportRecord
from stemma.model.span import Span

_END = ("source", "name", "report", "file", "outlet", "published")
COLUMNS = (
    *(f"from_{part}" for part in _END),
    *(f"to_{part}" for part in _END),
    *("kind", "directed", "prov", "words"),
    *("from_start", "from_end", "to_start", "to_end", "from_exact", "to_exact", "because"),
)

_WORD = re.compile(r"\w+")


def render_csv(document: LineageDocument) -> bytes:
    """A row for each passage of each edge; an edge without passages has one row with none in it.

    Raises RefuseDossier where a text holds half a surrogate pair, which UTF-8 cannot carry.
    """
    return to_csv(COLUMNS, _rows(document))


def _rows(document: LineageDocument) -> Iterator[Row]:
    sources = {source.id: source for source in document.sources}
    reports = {report.id: report for report in document.reports}
    ends = {id_: _end(source, reports.get(source.held or "")) for id_, source in sources.items()}
    for edge in document.edges:
        for passage in edge.passages or (None,):
            yield (*ends[edge.from_], *ends[edge.to], *_tie(edge, passage))


def _end(source: Source, report: ReportRecord | None) -> Row:
    if report is None:
        return (source.id, source.name, "", "", "", "")
    published = iso_text(report.published)
    return (source.id, source.name, report.id, report.file, report.outlet or "", published)


def _tie(edge: ProvEdge, passage: Passage | None) -> Row:
    before, after = (passage.from_, passage.to) if passage is not None else (None, None)
    return (
        edge.kind,
        "true" if edge.directed else "false",
        edge.prov or "",
        str(word_count(after)) if after is not None else "",
        *_offsets(before),
        *_offsets(after),
        before.exact if before is not None else "",
        after.exact if after is not None else "",
        " | ".join(edge.because),
    )


def _offsets(span: Span | None) -> Row:
    return (str(span.start), str(span.end)) if span is not None else ("", "")


def word_count(span: Span) -> int:
    """How many words a passage has: runs of letters and digits, as lineage counts them too."""
    return len(_WORD.findall(span.exact))
