"""`stemma retellings`: what changed on the way, for people side by side, for programs as data."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from stemma.cli.forms import Form, Forms, write
from stemma.cli.lines import print_block, print_line, print_rows, print_title
from stemma.cli.progress import shown_progress
from stemma.cli.sides import Line, print_sides
from stemma.dossier.render_json import render_json
from stemma.dossier.retellings_csv import render_retellings_csv
from stemma.dossier.retellings_document import to_retellings_document
from stemma.dossier.retellings_table import (
    RetellingLines,
    RetellingsTable,
    SideLines,
    retellings_table,
)
from stemma.pipeline import collation


def write_retellings(paths: Sequence[Path], form: Form, file: Path | None) -> None:
    """Collate the reports and write their retellings in `form`; see `write` for `file`."""
    with shown_progress() as report:
        case = collation(paths, report)
        report("checks", 0, 1)
        document = to_retellings_document(case)
    forms = Forms(
        table=lambda console: _print(retellings_table(document), console),
        json=lambda: render_json(document),
        csv=lambda: render_retellings_csv(document),
    )
    write(forms, form, file)


def _print(table: RetellingsTable, console: Console) -> None:
    for direction in table.directions:
        print_title(console, direction.title)
        for retelling in direction.retellings:
            _print_retelling(retelling, console)
    if table.nothing:
        print_line(console, table.nothing)
        console.print()
    if table.outlets:
        print_title(console, "By outlet")
        print_rows(console, table.outlets, depth=1)
        print_line(console, table.meaning, depth=1, style="dim")
        console.print()
    print_block(console, "What was compared", table.compared)
    print_block(console, "Inputs that gave no report", table.rejections)
    print_block(console, "Limits", table.limits)
    print_line(console, table.counts)


def _print_retelling(retelling: RetellingLines, console: Console) -> None:
    print_line(console, retelling.head, depth=1, style="bold")
    for change in retelling.changes:
        print_line(console, change, depth=2)
    sides = [_column("told by", retelling.told), _column("retold by", retelling.retold)]
    print_sides(console, sides, depth=2)
    console.print()


def _column(role: str, side: SideLines) -> list[Line]:
    return [
        Line(((f"{role} {side.where}", ""),), style="dim"),
        Line([(piece.text, piece.style) for piece in side.pieces], depth=1),
    ]
