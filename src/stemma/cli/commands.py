"""What each command does, once its arguments are parsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from stemma.errors import ChangeInput
from stemma.pipeline import Progress as Report
from stemma.pipeline import brief

DEMO_QUESTION = "question.txt"


@contextmanager
def _progress() -> Iterator[Report]:
    """A progress line on a terminal; nothing in a pipe."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<11}"), BarColumn(), TextColumn("{task.completed}"))
    hidden = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=hidden) as bar:
        task = bar.add_task("")

        def report(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total or None)

        yield report


def write_brief(paths: Sequence[Path], question: str | None, folder: Path) -> None:
    """Build the case, publish it, print its summary."""
    from stemma.cli.summary import print_summary
    from stemma.dossier.publish import publish

    with _progress() as report:
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
