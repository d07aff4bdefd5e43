"""`stemma lineage`: the family tree alone, for people as lines, for programs as JSON or CSV."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from stemma.cli.forms import Form, Forms, write
from stemma.cli.lines import print_block, print_line, print_rows, print_title
from stemma.cli.progress import shown_progress
from stemma.dossier.lineage_csv import render_csv
from stemma.dossier.lineage_document import to_lineage_document
from stemma.dossier.lineage_table import LineageTable, StoryLines, lineage_table
from stemma.dossier.render_json import render_json
from stemma.pipeline import lineage


def write_lineage(paths: Sequence[Path], form: Form, file: Path | None) -> None:
    """Trace the reports and write what was found in `form`, to standard output without `file`."""
    with shown_progress() as report:
        case = lineage(paths, report)
        report("checks", 0, 1)
        document = to_lineage_document(case)
    forms = Forms(
        table=lambda console: _print(lineage_table(document), console),
        json=lambda: render_json(document),
        csv=lambda: render_csv(document),
    )
    write(forms, form, file)


def _print(table: LineageTable, console: Console) -> None:
    print_title(console, "Stories")
    for story in table.stories:
        print_line(console, story.name, depth=1, style="bold")
        if story.days:
            print_line(console, story.days, depth=2)
        print_rows(console, story.reports, depth=2)
        console.print()
    print_title(console, "Which report comes from which")
    for story in table.stories:
        _print_edges(story, console)
    if not any(story.edges for story in table.stories):
        print_line(console, "No edge found.", depth=1)
        console.print()
    if table.to_get:
        print_title(console, "Sources to get")
        print_rows(console, table.to_get, depth=1)
        console.print()
    print_block(console, "Inputs that gave no report", table.rejections)
    print_block(console, "Limits", table.limits)
    print_line(console, table.counts)


def _print_edges(story: StoryLines, console: Console) -> None:
    if not story.edges:
        return
    print_line(console, story.name, depth=1, style="bold")
    for edge in story.edges:
        print_line(console, edge.head, depth=2)
        for line in edge.because:
            print_line(console, line, depth=4, style="dim")
    console.print()
