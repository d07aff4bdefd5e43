"""`stemma conflicts` and `stemma retellings` as their user and other programs meet them."""

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
from tests.cli.test_commands import stemma

SHARED = (
    "The harbour council on Tuesday put off its vote on the new pier, its chair Ada Lorne said. "
    "Dockers had asked for more time to read the plan, which moves the fish market to the old "
    "customs house and closes the northern quay to lorries for two summers.\n\n"
)
FIRST = (
    f"Title: Pier vote put off\nOutlet: Quayside Post\nDate: 2026-03-04\n\n{SHARED}"
    "The pier may cost about 40 million crowns, Lorne said.\n"
)
COPY = (
    f"Title: Council delays pier\nOutlet: Saltmarsh Echo\nDate: 2026-03-06\n\n{SHARED}"
    "The pier will cost nearly 60 million crowns, Lorne said.\n"
)


@dataclass(frozen=True)
class Runs:
    """One folder of two reports and a bad input, through both commands."""

    folder: Path
    conflicts: subprocess.CompletedProcess[str]
    conflicts_json: subprocess.CompletedProcess[str]
    conflicts_csv: subprocess.CompletedProcess[str]
    retellings: subprocess.CompletedProcess[str]
    retellings_json: subprocess.CompletedProcess[str]
    retellings_csv: subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """Both commands run once in each form, as CSV into a file."""
    folder = tmp_path_factory.mktemp("collated")
    reports = folder / "reports"
    reports.mkdir()
    (reports / "post.txt").write_text(FIRST, encoding="utf-8")
    (reports / "echo.txt").write_text(COPY, encoding="utf-8")
    (reports / "scan.bin").write_bytes(b"\x00\x01\x02" * 99)
    return Runs(
        folder,
        *(
            stemma(command, "reports", *form, cwd=folder)
            for command in ("conflicts", "retellings")
            for form in ((), ("--json",), ("--csv", "-o", f"{command}.csv"))
        ),
    )


def _document(run: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def test_people_get_readings_with_their_value_marked(runs: Runs) -> None:
    """Each below its own value, in its sentence, with report, outlet and day; then the counts."""
    assert runs.conflicts.returncode == 0, runs.conflicts.stderr
    lines = [line.strip() for line in runs.conflicts.stdout.splitlines()]
    for number, outlet in (
        ("about 40 million", "R2 Quayside Post, 4 Mar 2026"),
        ("nearly 60 million", "R1 Saltmarsh Echo, 6 Mar 2026"),
    ):
        (at,) = [n for n, line in enumerate(lines) if f"«{number}" in line]
        assert lines[at + 1] == outlet
    assert lines[-1].startswith("2 reports, 1 story, ")
    assert lines[-1].endswith(" 1 input gave no report")


def test_people_get_both_ends_with_changed_words_marked(runs: Runs) -> None:
    """As wdiff marks them; which way, what changed, along which edge; then the sums by outlet."""
    assert runs.retellings.returncode == 0, runs.retellings.stderr
    text = runs.retellings.stdout
    assert "The pier [-may-] cost [-about 40-] million crowns, Lorne said." in text
    assert "The pier {+will+} cost {+nearly 60+} million crowns, Lorne said." in text
    assert "R2 Quayside Post → R1 Saltmarsh Echo, along the edge " in text
    assert "stronger: hedge dropped or weakened: “may” is gone" in text
    (share,) = [line for line in text.splitlines() if line.startswith("  Saltmarsh Echo")]
    assert "strengthened 1 of " in share
    assert "too few to say" in share


def test_a_pipe_gets_whole_lines_and_nothing_else(runs: Runs) -> None:
    """No escape sequence, no progress, no spaces at the end of a line."""
    for run in (runs.conflicts, runs.retellings):
        assert "\x1b" not in run.stdout
        assert run.stderr == ""
        lines = run.stdout.splitlines()
        assert [line for line in lines if line != line.rstrip()] == []
    for run in (runs.conflicts_csv, runs.retellings_csv):
        assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_json_quotes_the_reports(runs: Runs) -> None:
    """Every quoted word is in one of them, and the bad input is named."""
    for run in (runs.conflicts_json, runs.retellings_json):
        document = _document(run)
        assert [r["file"] for r in document["rejections"]] == ["scan.bin"]
        assert document["sentences"]
        assert all(s["exact"] in FIRST or s["exact"] in COPY for s in document["sentences"])


def test_csv_gives_what_the_json_gives(runs: Runs) -> None:
    """A row for each place of each reading, and for each retelling."""
    rows = _rows(runs.folder / "conflicts.csv")
    told = [
        (difference["id"], reading["value"])
        for difference in _document(runs.conflicts_json)["differences"]
        for reading in difference["readings"]
        for _ in reading["places"]
    ]
    assert [(row["difference"], row["value"]) for row in rows] == told
    assert told
    rows = _rows(runs.folder / "retellings.csv")
    found = _document(runs.retellings_json)["retellings"]
    assert [row["retelling"] for row in rows] == [retelling["id"] for retelling in found]
    assert found


def _rows(file: Path) -> list[dict[str, str]]:
    text = io.StringIO(file.read_bytes().decode("utf-8"), newline="")
    return list(csv.DictReader(text, strict=True))


@pytest.mark.parametrize("command", ["conflicts", "retellings"])
def test_json_and_csv_exclude_one_another(command: str, tmp_path: Path) -> None:
    """A wrong command line is status 2 with a line that says so, before anything is read."""
    run = stemma(command, "nowhere", "--json", "--csv", cwd=tmp_path)
    assert run.returncode == 2
    assert "--json and --csv exclude one another" in run.stderr


@pytest.mark.parametrize("command", ["conflicts", "retellings"])
def test_no_readable_report_is_status_one_with_reasons(command: str, tmp_path: Path) -> None:
    """Nothing is printed, and every reason is given."""
    run = stemma(command, "nowhere", "--json", cwd=tmp_path)
    assert (run.returncode, run.stdout) == (1, "")
    assert "nowhere: missing" in run.stderr


@pytest.mark.parametrize("command", ["conflicts", "retellings"])
def test_a_span_that_is_not_its_words_is_refused(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit status 3, the faults on standard error, and no file."""

    def refuse(_: object) -> None:
        raise RefuseDossier(["$.sentences[0]: the words are others"])

    monkeypatch.setattr(f"stemma.cli.{command}.collation", lambda *_: None)
    monkeypatch.setattr(f"stemma.cli.{command}.to_{command}_document", refuse)
    monkeypatch.setattr(sys, "argv", ["stemma", command, "x", "-o", str(tmp_path / "o")])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 3
    assert "sentences[0]" in capsys.readouterr().err
    assert not (tmp_path / "o").exists()
