"""The command line as its user meets it: a real process, its files, its exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from stemma.cli.main import main

HARMLESS = (
    "Title: Harbour council delays vote\nOutlet: Quayside Post\nDate: 2026-03-04\n\n"
    "The harbour council on Tuesday put off its vote on the new pier, its chair Ada Lorne said.\n"
)


def stemma(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run `stemma` as a process of its own."""
    program = [sys.executable, "-c", "from stemma.cli.main import main; main()"]
    return subprocess.run(
        [*program, *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="module")
def written(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A folder in which `stemma brief` has been run once on one report and one bad input."""
    folder = tmp_path_factory.mktemp("brief")
    reports = folder / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(HARMLESS, encoding="utf-8")
    (reports / "b.bin").write_bytes(b"\x00\x01\x02" * 99)
    return folder, stemma("brief", "reports", "-q", "Will the pier be built?", cwd=folder)


def test_brief_writes_three_files_and_says_what_it_could_not_read(
    written: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    """One bad input is named and does not lose the run."""
    folder, run = written
    assert run.returncode == 0, run.stderr
    names = {path.name for path in (folder / "dossier").iterdir()}
    assert names == {"dossier.html", "dossier.md", "dossier.json"}
    document = json.loads((folder / "dossier" / "dossier.json").read_bytes())
    assert [r["file"] for r in document["rejections"]] == ["b.bin"]
    assert "b.bin" in run.stdout


def test_brief_in_a_pipe_is_silent_but_for_its_summary(
    written: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    """No progress, no escape sequence reaches a pipe."""
    run = written[1]
    assert run.stderr == ""
    assert "\x1b" not in run.stdout


def test_verify_accepts_what_brief_wrote_and_refuses_a_changed_word(
    written: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    """Exit status 0 for a sound dossier, 3 once a quoted word differs from the text."""
    folder = written[0]
    sound = folder / "dossier" / "dossier.json"
    assert stemma("verify", sound, cwd=folder).returncode == 0
    document = json.loads(sound.read_bytes())
    document["statements"][0]["content"][0]["exact"] += "!"
    changed = folder / "changed.json"
    changed.write_text(json.dumps(document), encoding="utf-8")
    run = stemma("verify", changed, cwd=folder)
    assert run.returncode == 3
    assert "statements" in run.stdout or "span" in run.stdout


def test_no_readable_report_is_status_one_with_reasons(tmp_path: Path) -> None:
    """Nothing is written, and every reason is given."""
    (tmp_path / "empty.txt").write_bytes(b"")
    run = stemma("brief", "empty.txt", "nowhere", cwd=tmp_path)
    assert run.returncode == 1
    assert "empty.txt: empty" in run.stderr
    assert "nowhere: missing" in run.stderr
    assert not (tmp_path / "dossier").exists()


def test_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two runs in two processes write identical files."""
    (tmp_path / "a.txt").write_text(HARMLESS, encoding="utf-8")
    for name in ("one", "two"):
        assert stemma("brief", "a.txt", "-o", name, cwd=tmp_path).returncode == 0
    for file in ("dossier.json", "dossier.md", "dossier.html"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_an_output_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    """A file where the folder should be gives status 1 and a message, no traceback."""
    (tmp_path / "a.txt").write_text(HARMLESS, encoding="utf-8")
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    run = stemma("brief", "a.txt", "-o", "taken", cwd=tmp_path)
    assert run.returncode == 1
    assert "cannot be written to" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_dossier_that_fails_its_check_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit status 3, the faults on standard error, and nothing written."""
    (tmp_path / "a.txt").write_text(HARMLESS, encoding="utf-8")
    monkeypatch.setattr("stemma.dossier.publish.faults", lambda _: ["statements[0]: not the text"])
    monkeypatch.setattr(sys, "argv", ["stemma", "brief", str(tmp_path), "-o", str(tmp_path / "d")])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 3
    assert "statements[0]: not the text" in capsys.readouterr().err
    assert not (tmp_path / "d").exists()


def test_help_imports_nothing_heavy() -> None:
    """`stemma --help` starts without the parser, the extractor, the template or the solver."""
    program = (
        "import sys\nfrom stemma.cli.main import main\nsys.argv = ['stemma', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(sorted({'spacy', 'numpy', 'scipy', 'trafilatura', 'jinja2', 'msgspec'}"
        " & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines()[-1] == "[]"
