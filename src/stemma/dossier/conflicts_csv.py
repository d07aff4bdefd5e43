"""Where the reports differ, as CSV: a row for each place where a reading stands."""

from __future__ import annotations

from collections.abc import Iterator

from stemma.dossier.csv_table import Row, iso_text, offsets_text, to_csv
from stemma.dossier.sentences import Sentences
from stemma.model.claim import Difference
from stemma.model.collation_document import ConflictsDocument
from stemma.model.span import Place, words_of

COLUMNS = (
    *("difference", "verdict", "kind", "about", "reading", "value", "place"),
    *("report", "file", "outlet", "published", "spans", "exact", "sentence"),
    *("reconcilable", "because"),
)


def render_conflicts_csv(document: ConflictsDocument) -> bytes:
    """A row for each place; a reading's first place has 1 under `place`, and so one row each.

    Raises RefuseDossier where a text holds half a surrogate pair, which UTF-8 cannot carry.
    """
    return to_csv(COLUMNS, _rows(document))


def _rows(document: ConflictsDocument) -> Iterator[Row]:
    reports = {report.id: report for report in document.reports}
    sentences = Sentences(document.sentences)
    for difference in document.differences:
        for reading, place, at in _places(difference):
            report = reports[at[0].report]
            yield (
                *(difference.id, difference.verdict, difference.kind, difference.about),
                *(str(reading + 1), difference.readings[reading].value, str(place)),
                *(report.id, report.file, report.outlet or "", iso_text(report.published)),
                *(offsets_text(at), words_of(at), words_of(sentences.around(at))),
                " | ".join(difference.reconcilable),
                " | ".join(difference.because),
            )


def _places(difference: Difference) -> Iterator[tuple[int, int, Place]]:
    for number, reading in enumerate(difference.readings):
        yield from ((number, n, place) for n, place in enumerate(reading.places, 1))
