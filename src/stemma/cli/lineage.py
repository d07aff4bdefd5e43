"""`stemma lineage`: the family tree alone, for people as lines, for programs as JSON or CSV."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import typer
from rich.console import Console

from stemma.cli.lines import open_console, print_line, print_rows
from stemma.cli.progress import shown_progress
from stemma.dossier.lineage_csv import render_csv
from stemma.dossier.lineage_document import to_lineage_document
from stemma.dossier.lineage_table import LineageTable, StoryLines, lineage_table
from stemma.dossier.render_json import render_json
from stemma.errors import ChangeInput
from stemma.model.lineage_document import LineageDocument
from stemma.pipeline import lineage

Form = Literal["table", "json", "csv"]


def write_lineage(paths: Sequence[Path], form: Form, file: Path | None) -> None:
    """Trace the reports and write what was found in `form`, to standard output without `file`."""
    with shown_progress() as report:
        case = lineage(paths, report)
        report("checks", 0, 1)
        document = to_lineage_document(case)
    if file is not None:
        _save(_bytes(document, form), file)
    elif form == "table":
        _print(lineage_table(document), open_console())
    else:
        typer.echo(_bytes(document, form), nl=False)


def _bytes(document: LineageDocument, form: Form) -> bytes:
    if form == "json":
        return render_json(document)
    if form == "csv":
        return render_csv(document)
    lines = io.StringIO()
    _print(lineage_table(document), open_console(lines))
    return lines.getvalue().encode("utf-8")


def _save(data: bytes, file: Path) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        raise ChangeInput(
            f"{file} cannot be written to: {error.strerror}; name a file in a folder that is there"
        ) from error


def _print(table: LineageTable, console: Console) -> None:
    _title(console, "Stories")
    for story in table.stories:
        print_line(console, story.name, depth=1, style="bold")
        if story.days:
            print_line(console, story.days, depth=2)
        print_rows(console, story.reports, depth=2)
        console.print()
    _title(console, "Which report comes from which")
    for story in table.stories:
        _print_edges(story, console)
    if not any(story.edges for story in table.stories):
        print_line(console, "No edge found.", depth=1)
        console.print()
    if table.to_get:
        _title(console, "Sources to get")
        print_rows(console, table.to_get, depth=1)
        console.print()
    for title, lines in (
        ("Inputs that gave no report", table.rejections),
        ("Limits", table.limits),
    ):
        if lines:
            _title(console, title)
            for line in lines:
                print_line(console, line, depth=1)
            console.print()
    print_line(console, table.counts)


def _title(console: Console, title: str) -> None:
    print_line(console, title.upper(), style="bold")


def _print_edges(story: StoryLines, console: Console) -> None:
    if not story.edges:
        return
    print_line(console, story.name, depth=1, style="bold")
    for edge in story.edges:
        print_line(console, edge.head, depth=2)
        for line in edge.because:
            print_line(console, line, depth=4, style="dim")
    console.print()
