"""The summary that a run prints: the dossier's own blocks, and where the files are."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from stemma.dossier.summary import summary
from stemma.model.document import Document


def print_summary(document: Document, folder: Path) -> None:
    """Print to standard output; lines are folded on a terminal and left whole in a pipe."""
    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    for block in summary(document):
        console.print(Text(block.title, style="bold"))
        for line in block.lines:
            console.print(_line(line, console), soft_wrap=not console.is_terminal)
        console.print()
    console.print(f"Written to {folder}: dossier.html, dossier.md, dossier.json", soft_wrap=True)


def _line(line: str, console: Console) -> Text | Padding:
    return Padding(Text(line), (0, 0, 0, 2)) if console.is_terminal else Text(f"  {line}")
