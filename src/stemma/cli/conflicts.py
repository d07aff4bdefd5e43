"""`stemma conflicts`: where the reports differ, for people side by side, for programs as data."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from stemma.cli.forms import Form, Forms, write
from stemma.cli.lines import print_block, print_line
from stemma.cli.progress import shown_progress
from stemma.cli.sides import Line, print_sides
from stemma.dossier.conflicts_csv import render_conflicts_csv
from stemma.dossier.conflicts_document import to_conflicts_document
from stemma.dossier.conflicts_table import (
    ConflictsTable,
    DifferenceLines,
    ReadingLines,
    conflicts_table,
)
from stemma.dossier.render_json import render_json
from stemma.pipeline import collation


def write_conflicts(paths: Sequence[Path], form: Form, file: Path | None) -> None:
    """Collate the reports and write their differences in `form`; see `write` for `file`."""
    with shown_progress() as report:
        case = collation(paths, report)
        report("checks", 0, 1)
        document = to_conflicts_document(case)
    forms = Forms(
        table=lambda console: _print(conflicts_table(document), console),
        json=lambda: render_json(document),
        csv=lambda: render_conflicts_csv(document),
    )
    write(forms, form, file)


def _print(table: ConflictsTable, console: Console) -> None:
    for verdict in table.verdicts:
        print_line(console, f"{verdict.title.upper()}: {verdict.meaning}", style="bold")
        for line in verdict.folded:
            print_line(console, line, depth=1)
        for difference in verdict.differences:
            _print_difference(difference, console)
        if verdict.folded:
            console.print()
    if table.nothing:
        print_line(console, table.nothing)
        console.print()
    print_block(console, "What was compared", table.compared)
    print_block(console, "Inputs that gave no report", table.rejections)
    print_block(console, "Limits", table.limits)
    print_line(console, table.counts)


def _print_difference(difference: DifferenceLines, console: Console) -> None:
    print_line(console, difference.head, depth=1, style="bold")
    print_sides(console, [_column(reading) for reading in difference.readings], depth=2)
    for question in difference.questions:
        print_line(console, f"To ask: {question}", depth=2)
    if difference.because:
        print_line(console, f"Why: {'; '.join(difference.because)}", depth=2, style="dim")
    console.print()


def _column(reading: ReadingLines) -> list[Line]:
    lines = [Line(((reading.value, ""),), style="bold")]
    for told in reading.told:
        lines.append(Line([(piece.text, piece.style) for piece in told.pieces], depth=1))
        lines.append(Line(((told.where, ""),), depth=1, style="dim"))
    return [*lines, *([Line(((reading.more, ""),), depth=1)] if reading.more else [])]
