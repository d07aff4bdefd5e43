"""Lines on a console: folded on a terminal, whole in a pipe or a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

_INDENT, _GAP = 2, 2


def open_console(file: TextIO | None = None) -> Console:
    """A console that takes every text for text; on `file` it is never a terminal."""
    return Console(
        file=file,
        force_terminal=None if file is None else False,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )


def print_line(console: Console, line: str, depth: int = 0, style: str = "") -> None:
    """Print one line, `depth` steps in from the left however it is folded."""
    if console.is_terminal:
        console.print(Padding(Text(line, style=style), (0, 0, 0, _INDENT * depth)))
    else:
        console.print(Text(" " * _INDENT * depth + line), soft_wrap=True)


def print_title(console: Console, title: str) -> None:
    """Print the title of what follows."""
    print_line(console, title.upper(), style="bold")


def print_block(console: Console, title: str, lines: Sequence[str]) -> None:
    """Print lines under their title, and a blank one after them; nothing where there is none."""
    if not lines:
        return
    print_title(console, title)
    for line in lines:
        print_line(console, line, depth=1)
    console.print()


def print_rows(console: Console, rows: Sequence[tuple[str, ...]], depth: int) -> None:
    """Print rows with their cells one below the other; all have as many."""
    if console.is_terminal:
        grid = Table.grid(padding=(0, _GAP, 0, 0))
        for row in rows:
            grid.add_row(*(Text(cell, overflow="fold") for cell in row))
        console.print(Padding(grid, (0, 0, 0, _INDENT * depth)))
        return
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            f"{cell}{' ' * (width - cell_len(cell))}"
            for cell, width in zip(row, widths, strict=True)
        )
        print_line(console, (" " * _GAP).join(cells).rstrip(), depth)
