"""The CSV of differences and that of retellings."""

from __future__ import annotations

import csv
import io

import pytest
from msgspec.structs import replace

from stemma.dossier.conflicts_csv import COLUMNS as CONFLICTS
from stemma.dossier.conflicts_csv import render_conflicts_csv
from stemma.dossier.retellings_csv import COLUMNS as RETELLINGS
from stemma.dossier.retellings_csv import render_retellings_csv
from stemma.errors import RefuseDossier
from stemma.model.collation_document import ConflictsDocument, RetellingsDocument


def _read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


def test_each_place_of_each_reading_is_a_row(conflicts_document: ConflictsDocument) -> None:
    """With offsets, exact words, the sentence, and what is known of the report."""
    rows = _read(render_conflicts_csv(conflicts_document))
    assert tuple(rows[0]) == CONFLICTS
    assert [(row["difference"], row["reading"], row["value"]) for row in rows] == [
        ("dif-1", "1", "1931"),
        ("dif-1", "2", "1932"),
        ("dif-2", "1", "300"),
        ("dif-2", "2", "500"),
    ]
    (span,) = conflicts_document.differences[0].readings[0].places[0]
    assert rows[0]["spans"] == f"{span.start}-{span.end}"
    assert (rows[0]["exact"], rows[0]["sentence"]) == ("1931", "It first sailed in 1931.")
    assert (rows[0]["report"], rows[0]["published"]) == ("rep-a", "2031-03-03")


def test_each_retelling_is_a_row(retellings_document: RetellingsDocument) -> None:
    """With both ends, and the kind of the edge where there is one."""
    (row,) = _read(render_retellings_csv(retellings_document))
    assert tuple(row) == RETELLINGS
    assert (row["edge"], row["change"], row["direction"]) == ("paraphrase", "condition", "stronger")
    assert row["to_exact"] == "The minister will close the ferry to Norland"
    assert row["to_sentence"].endswith("the Harbour Post reports.")
    (retelling,) = retellings_document.retellings
    loose = replace(retellings_document, retellings=(replace(retelling, edge=None),))
    assert _read(render_retellings_csv(loose))[0]["edge"] == ""


def test_no_cell_is_a_formula(
    conflicts_document: ConflictsDocument, retellings_document: RetellingsDocument
) -> None:
    """A spreadsheet takes what a report says for text."""
    (difference, *_) = conflicts_document.differences
    worse = replace(conflicts_document, differences=(replace(difference, about="=1+1"),))
    assert {row["about"] for row in _read(render_conflicts_csv(worse))} == {"'=1+1"}
    (retelling,) = retellings_document.retellings
    bad = replace(retellings_document, retellings=(replace(retelling, because=("@x",)),))
    assert _read(render_retellings_csv(bad))[0]["because"] == "'@x"


def test_half_a_surrogate_pair_is_refused(conflicts_document: ConflictsDocument) -> None:
    """What UTF-8 cannot carry is refused, not written as something else."""
    (difference, *_) = conflicts_document.differences
    worse = replace(conflicts_document, differences=(replace(difference, about="\ud800"),))
    with pytest.raises(RefuseDossier, match="UTF-8"):
        render_conflicts_csv(worse)
