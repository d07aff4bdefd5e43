"""The README says nothing that does not work."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


def test_the_python_example_runs(tmp_path: Path) -> None:
    """The example, run as it stands beside a folder of reports, prints findings."""
    (example,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    with as_file(files("stemma.demo").joinpath("reports")) as reports:
        shutil.copytree(reports, tmp_path / "reports")
    run = subprocess.run(
        [sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert len(run.stdout.splitlines()) > 5
    assert (tmp_path / "dossier" / "dossier.html").exists()


def test_every_command_it_shows_exists() -> None:
    """Each `stemma` command in the README is one that the program has."""
    shown = set(re.findall(r"^    stemma (\w+)", README.read_text(encoding="utf-8"), re.MULTILINE))
    program = "from stemma.cli.main import main; main()"
    for command in shown:
        run = subprocess.run(
            [sys.executable, "-c", program, command, "--help"],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"COLUMNS": "100"},
        )
        assert run.returncode == 0, command
    assert {"brief", "verify"} <= shown


def test_every_file_it_links_to_exists() -> None:
    """No link of the README leads nowhere."""
    links = re.findall(r"\]\(((?!https?:)[^)#]+)\)", README.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (README.parent / link).exists()] == []
