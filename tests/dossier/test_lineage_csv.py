from __future__ import annotations

import csv
import io
import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from stemma.dossier.csv_table import iso_text
from stemma.dossier.lineage_csv import COLUMNS, render_csv
from stemma.errors import RefuseDossier
from stemma.model.lineage_document import LineageDocument
from stemma.model.when import When, WhenKind

_GUARDED = re.compile(r"'+[=+\-@\t\r\n]")


def _read(data: bytes) -> list[dict[str, str]]:
    """Rows as a careful reader takes them: the `'` that guards a cell is taken off."""
    rows = csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True)
    return [{k: v[1:] if _GUARDED.match(v) else v for k, v in row.items()} for row in rows]


def _with_name(document: LineageDocument, name: str) -> LineageDocument:
    first, *rest = document.sources
    return replace(document, sources=(replace(first, name=name), *rest))


def test_it_parses_back_to_the_same_spans(lineage_document: LineageDocument) -> None:
    """A row for each passage with offsets and words; one without them where there is none."""
    rows = _read(render_csv(lineage_document))
    bare = [row for row in rows if not row["to_exact"]]
    assert [row["kind"] for row in bare] == ["quotes", "credits"]
    (row,) = [row for row in rows if row["to_exact"]]
    (passage,) = lineage_document.edges[2].passages
    assert passage.from_ is not None
    assert (row["from_start"], row["from_end"]) == (
        str(passage.from_.start),
        str(passage.from_.end),
    )
    assert (row["to_start"], row["to_end"]) == (str(passage.to.start), str(passage.to.end))
    assert (row["from_exact"], row["to_exact"]) == (passage.from_.exact, passage.to.exact)
    assert row["words"] == "3"


def test_each_end_is_named(lineage_document: LineageDocument) -> None:
    """A source that nobody holds has a name and no report; a report has all that is known."""
    first = _read(render_csv(lineage_document))[0]
    assert (first["from_name"], first["from_report"], first["from_file"]) == (
        "Harbour Post",
        "",
        "",
    )
    assert (first["to_report"], first["to_file"], first["to_published"]) == (
        "rep-a",
        "gazette.txt",
        "2031-03-03",
    )
    assert (first["directed"], first["prov"]) == ("true", "wasQuotedFrom")


def test_lines_are_those_of_rfc_4180(lineage_document: LineageDocument) -> None:
    """A header, CRLF at the end of each line, UTF-8 without a byte order mark."""
    lines = render_csv(lineage_document).split(b"\r\n")
    assert lines[0].decode("ascii") == ",".join(COLUMNS)
    assert lines[-1] == b""
    assert len(lines) == 1 + 3 + 1


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_is_a_formula(lineage_document: LineageDocument, start: str) -> None:
    """A spreadsheet takes such a cell for text, and what was meant can be had back."""
    name = f"{start}HYPERLINK(1)"
    data = render_csv(_with_name(lineage_document, name))
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))
    assert rows[0]["from_name"] == f"'{name}"
    assert _read(data)[0]["from_name"] == name


@given(name=st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back(lineage_document: LineageDocument, name: str) -> None:
    """Quotes, commas, line ends and guards of a cell's own change nothing."""
    rows = _read(render_csv(_with_name(lineage_document, name)))
    assert rows[0]["from_name"] == name


def test_half_a_surrogate_pair_is_refused(lineage_document: LineageDocument) -> None:
    """What UTF-8 cannot carry is refused, not written as something else."""
    with pytest.raises(RefuseDossier, match="UTF-8"):
        render_csv(_with_name(lineage_document, "\ud800"))


@pytest.mark.parametrize(
    ("kind", "start", "end", "expected"),
    [
        ("day", date(2031, 3, 3), date(2031, 3, 3), "2031-03-03"),
        ("month", date(2031, 3, 1), date(2031, 3, 31), "2031-03"),
        ("year", date(2031, 1, 1), date(2031, 12, 31), "2031"),
        ("interval", date(2031, 3, 3), date(2031, 4, 4), "2031-03-03/2031-04-04"),
        ("interval", None, date(2031, 4, 4), "../2031-04-04"),
        ("unknown", None, None, ""),
    ],
)
def test_dates_are_as_exact_as_they_are_known(
    kind: WhenKind, start: date | None, end: date | None, expected: str
) -> None:
    """No day is made of a month, and no month of a year."""
    assert iso_text(When(kind=kind, start=start, end=end, resolved="as written")) == expected
