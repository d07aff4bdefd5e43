"""Words in columns beside each other, with some of them marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from stemma.cli.lines import print_line

Runs = Sequence[tuple[str, str]]
"""Words with their style: `hit`, `dropped`, `added`, or none."""

_STYLES = {"hit": "bold underline", "dropped": "red strike", "added": "green bold underline"}
_MARKS = {"hit": ("«", "»"), "dropped": ("[-", "-]"), "added": ("{+", "+}")}
"""How marked words stand where nothing can be underlined; those of changes are wdiff's."""

_INDENT, _GAP, _NARROWEST = 2, 3, 30


@dataclass(frozen=True)
class Line:
    """One line of a column, deeper than its head by so many steps; `style` is that of it all."""

    runs: Runs
    depth: int = 0
    style: str = ""


def print_sides(console: Console, sides: Sequence[Sequence[Line]], depth: int) -> None:
    """Print columns beside each other where a terminal is wide enough, else one below another."""
    room = console.width - _INDENT * depth - _GAP * (len(sides) - 1)
    if console.is_terminal and room >= _NARROWEST * len(sides):
        grid = Table.grid(padding=(0, _GAP, 0, 0), expand=True)
        for _ in sides:
            grid.add_column(ratio=1)
        grid.add_row(*(_column(side) for side in sides))
        console.print(Padding(grid, (0, 0, 0, _INDENT * depth)))
        return
    for side in sides:
        for line in side:
            _print(console, line, depth)


def _column(side: Sequence[Line]) -> Table:
    column = Table.grid()
    for line in side:
        column.add_row(Padding(_styled(line), (0, 0, 0, _INDENT * line.depth)))
    return column


def _print(console: Console, line: Line, depth: int) -> None:
    depth += line.depth
    if console.is_terminal:
        console.print(Padding(_styled(line), (0, 0, 0, _INDENT * depth)))
    else:
        print_line(console, _marked(line), depth)


def _styled(line: Line) -> Text:
    text = Text(style=line.style, overflow="fold")
    for words, style in line.runs:
        kept = words.strip()
        before, _, after = words.partition(kept) if kept else (words, "", "")
        text.append(before)
        text.append(kept, _STYLES.get(style))
        text.append(after)
    return text


def _marked(line: Line) -> str:
    """The line as plain text, marks close around the words that they are about."""
    told = []
    for words, style in line.runs:
        kept = words.strip()
        if style not in _MARKS or not kept:
            told.append(words)
            continue
        before, _, after = words.partition(kept)
        opening, closing = _MARKS[style]
        told.append(f"{before}{opening}{kept}{closing}{after}")
    return "".join(told).rstrip()
