"""The summary that a run prints: the dossier's own blocks, and where the files are."""

from __future__ import annotations

from pathlib import Path

from stemma.cli.lines import open_console, print_line
from stemma.dossier.summary import summary
from stemma.model.document import Document


def print_summary(document: Document, folder: Path) -> None:
    """Print to standard output; lines are folded on a terminal and left whole in a pipe."""
    console = open_console()
    for block in summary(document):
        print_line(console, block.title, style="bold")
        for line in block.lines:
            print_line(console, line, depth=1)
        console.print()
    console.print(f"Written to {folder}: dossier.html, dossier.md, dossier.json", soft_wrap=True)
