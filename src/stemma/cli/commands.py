"""What each command does, once its arguments are parsed."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

import typer

from stemma.cli.progress import shown_progress
from stemma.errors import ChangeInput
from stemma.pipeline import brief

DEMO_QUESTION = "question.txt"


def write_brief(paths: Sequence[Path], question: str | None, folder: Path) -> None:
    """Build the case, publish it, print its summary."""
    from stemma.cli.summary import print_summary
    from stemma.dossier.publish import publish

    with shown_progress() as report:
        case = brief(paths, question, report)
        report("dossier", 0, 1)
        document = publish(case, folder)
    print_summary(document, folder)


def write_demo(folder: Path) -> None:
    """The main job on the corpus that ships with the program."""
    corpus = files("stemma.demo")
    question = corpus.joinpath(DEMO_QUESTION).read_text(encoding="utf-8").strip()
    with as_file(corpus.joinpath("reports")) as reports:
        write_brief([reports], question, folder)


def verify_file(file: Path) -> None:
    """Print every fault and leave with status 3, or say that there is none."""
    from stemma.dossier.verify import verify

    try:
        data = file.read_bytes()
    except OSError as error:
        raise ChangeInput(f"cannot read {file}: {error.strerror}") from error
    faults = verify(data)
    if not faults:
        typer.echo(f"{file}: schema, spans and references hold")
        return
    for fault in faults[:50]:
        typer.echo(fault)
    typer.echo(f"{file}: {len(faults)} fault(s)", err=True)
    raise SystemExit(3)
