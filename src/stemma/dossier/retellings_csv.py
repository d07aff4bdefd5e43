"""What changed between tellings, as CSV: a row for each change."""

from __future__ import annotations

from collections.abc import Iterator

from stemma.dossier.csv_table import Row, iso_text, offsets_text, to_csv
from stemma.dossier.sentences import Sentences
from stemma.model.collation_document import RetellingsDocument
from stemma.model.lineage_document import ReportRecord
from stemma.model.span import Place, words_of

_END = ("report", "file", "outlet", "published", "spans", "exact", "sentence")
COLUMNS = (
    *("retelling", "change", "direction", "edge"),
    *(f"from_{part}" for part in _END),
    *(f"to_{part}" for part in _END),
    "because",
)


def render_retellings_csv(document: RetellingsDocument) -> bytes:
    """A row for each retelling; `edge` is the kind of the edge, empty where there is none.

    Raises RefuseDossier where a text holds half a surrogate pair, which UTF-8 cannot carry.
    """
    return to_csv(COLUMNS, _rows(document))


def _rows(document: RetellingsDocument) -> Iterator[Row]:
    reports = {report.id: report for report in document.reports}
    sentences = Sentences(document.sentences)
    kinds = {(edge.from_, edge.to): edge.kind for edge in document.edges}
    for retelling in document.retellings:
        before, after = (
            _end(place, reports[place[0].report], sentences)
            for place in (retelling.from_, retelling.to)
        )
        kind = kinds.get(retelling.edge, "") if retelling.edge is not None else ""
        head = (retelling.id, retelling.change, retelling.direction, kind)
        yield (*head, *before, *after, " | ".join(retelling.because))


def _end(place: Place, report: ReportRecord, sentences: Sentences) -> Row:
    return (
        *(report.id, report.file, report.outlet or "", iso_text(report.published)),
        *(offsets_text(place), words_of(place), words_of(sentences.around(place))),
    )
