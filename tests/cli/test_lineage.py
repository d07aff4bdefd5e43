"""`stemma lineage` as its user and as other programs meet it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from stemma.cli.main import main
from stemma.errors import RefuseDossier
from tests.cli.test_commands import HARMLESS, stemma

COPIED = (
    "The harbour council on Tuesday put off its vote on the new pier, its chair Ada Lorne said. "
    "Dockers had asked for more time to read the plan, which moves the fish market to the old "
    "customs house and closes the northern quay to lorries for two summers.\n\n"
    '"Nobody here wants to decide in the dark," Lorne told the Tidewater Herald.\n'
)
FIRST = f"Title: Pier vote put off\nOutlet: Quayside Post\nDate: 2026-03-04\n\n{COPIED}"
COPY = (
    f"Title: Council delays pier\nOutlet: Saltmarsh Echo\nDate: 2026-03-06\n\n{COPIED}\n"
    "The Quayside Post reported this first.\n"
)


@dataclass(frozen=True)
class Runs:
    """One folder of two reports and a bad input, traced in every form."""

    folder: Path
    table: subprocess.CompletedProcess[str]
    json: subprocess.CompletedProcess[str]
    csv: subprocess.CompletedProcess[str]

    @property
    def document(self) -> dict[str, Any]:
        """What `--json` printed."""
        found: dict[str, Any] = json.loads(self.json.stdout)
        return found


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """`stemma lineage` run once in each form, as CSV into a file."""
    folder = tmp_path_factory.mktemp("lineage")
    reports = folder / "reports"
    reports.mkdir()
    (reports / "post.txt").write_text(FIRST, encoding="utf-8")
    (reports / "echo.txt").write_text(COPY, encoding="utf-8")
    (reports / "scan.bin").write_bytes(b"\x00\x01\x02" * 99)
    return Runs(
        folder,
        stemma("lineage", "reports", cwd=folder),
        stemma("lineage", "reports", "--json", cwd=folder),
        stemma("lineage", "reports", "--csv", "-o", "pairs.csv", cwd=folder),
    )


def test_people_get_stories_edges_and_what_to_get(runs: Runs) -> None:
    """Reports by number, the copy with its kind and reasons, the source not held, the counts."""
    assert runs.table.returncode == 0, runs.table.stderr
    lines = runs.table.stdout.splitlines()
    assert "    R2  4 Mar 2026  Quayside Post   post.txt" in lines
    (edge,) = [line for line in lines if "R2 Quayside Post → R1 Saltmarsh Echo" in line]
    assert "verbatim" in edge
    assert any(line.startswith("  G1  Tidewater Herald") for line in lines)
    assert lines[-1].startswith("2 reports, 1 story, ")
    assert lines[-1].endswith(" 1 input gave no report")


def test_a_bad_input_is_named(runs: Runs) -> None:
    """It is in the lines and in the JSON, and does not lose the run."""
    assert "scan.bin: " in runs.table.stdout
    assert [r["file"] for r in runs.document["rejections"]] == ["scan.bin"]


def test_a_pipe_gets_whole_lines_and_nothing_else(runs: Runs) -> None:
    """No escape sequence, no progress, no folding, no spaces at the end of a line."""
    assert "\x1b" not in runs.table.stdout
    assert runs.table.stderr == runs.json.stderr == runs.csv.stderr == ""
    lines = runs.table.stdout.splitlines()
    assert max(map(len, lines)) > 80
    assert [line for line in lines if line != line.rstrip()] == []


def test_json_quotes_the_reports(runs: Runs) -> None:
    """The edge of the copy has its PROV-O term, and its passages are words of both reports."""
    held = {source["id"]: source["held"] for source in runs.document["sources"]}
    (edge,) = [e for e in runs.document["edges"] if e["kind"] == "verbatim"]
    assert edge["prov"] == "wasQuotedFrom"
    assert held[edge["from"]] != held[edge["to"]]
    for passage in edge["passages"]:
        assert passage["from"]["exact"] in FIRST
        assert passage["to"]["exact"] in COPY


def test_csv_gives_the_passages_of_the_json(runs: Runs) -> None:
    """Every passage of every edge is a row; nothing is printed beside the file."""
    assert (runs.csv.returncode, runs.csv.stdout) == (0, "")
    data = (runs.folder / "pairs.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
    told = [
        (edge["from"], edge["to"], passage["to"]["exact"] if passage else "")
        for edge in runs.document["edges"]
        for passage in edge["passages"] or [None]
    ]
    assert [(row["from_source"], row["to_source"], row["to_exact"]) for row in rows] == told
    assert told


def test_json_and_csv_exclude_one_another(tmp_path: Path) -> None:
    """A wrong command line is status 2 with a line that says so, before anything is read."""
    run = stemma("lineage", "nowhere", "--json", "--csv", cwd=tmp_path)
    assert run.returncode == 2
    assert "--json and --csv exclude one another" in run.stderr


def test_no_readable_report_is_status_one_with_reasons(tmp_path: Path) -> None:
    """Nothing is printed, and every reason is given."""
    run = stemma("lineage", "nowhere", "--json", cwd=tmp_path)
    assert (run.returncode, run.stdout) == (1, "")
    assert "nowhere: missing" in run.stderr


def test_an_output_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    """Status 1, the file, and what to do; no traceback."""
    (tmp_path / "a.txt").write_text(HARMLESS, encoding="utf-8")
    run = stemma("lineage", "a.txt", "-o", "no/such/folder.txt", cwd=tmp_path)
    assert run.returncode == 1
    assert "folder.txt cannot be written to" in run.stderr
    assert "a folder that is there" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_span_that_is_not_its_words_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit status 3, the faults on standard error, and no file."""

    def refuse(_: object) -> None:
        raise RefuseDossier(["$.edges[0].passages[0].to: the words are others"])

    monkeypatch.setattr("stemma.cli.lineage.lineage", lambda *_: None)
    monkeypatch.setattr("stemma.cli.lineage.to_lineage_document", refuse)
    monkeypatch.setattr(sys, "argv", ["stemma", "lineage", "x", "-o", str(tmp_path / "o")])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 3
    assert "edges[0].passages[0].to" in capsys.readouterr().err
    assert not (tmp_path / "o").exists()
