from __future__ import annotations

import io

import pytest
from rich.console import Console

from stemma.cli.lines import open_console, print_line, print_rows

ROWS = (("R1", "a rather long name of an outlet", "one.txt"), ("R10", "書報", "two.txt"))
LINE = "one [red]two[/red] :smile: three four five six seven eight"


def test_a_terminal_folds_and_keeps_the_indent() -> None:
    """No line is wider than the terminal, each starts as far in as the first, no word is lost."""
    file = io.StringIO()
    console = Console(file=file, force_terminal=True, no_color=True, width=24, markup=False)
    print_rows(console, ROWS, 2)
    print_line(console, "a line of some more words than fit", 2)
    lines = file.getvalue().splitlines()
    assert max(map(len, lines)) <= 24
    assert all(line.startswith("    ") for line in lines)
    words = file.getvalue().split()
    assert {"R1", "R10", "one.txt", "outlet", "書報", "fit"} <= set(words)


def test_a_file_gets_each_line_whole() -> None:
    """Nothing is folded, cells stand below each other, no line ends in spaces."""
    file = io.StringIO()
    console = open_console(file)
    print_rows(console, ROWS, 1)
    print_line(console, "word " * 50 + "end", 1)
    first, second, third = file.getvalue().splitlines()
    assert first == "  R1   a rather long name of an outlet  one.txt"
    assert second == f"  R10  書報{' ' * 27}  two.txt"
    assert third == "  " + "word " * 50 + "end"


def test_a_file_gets_no_colour_even_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a build server sets for its own log does not end up in a file."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    file = io.StringIO()
    print_line(open_console(file), "a title", style="bold")
    assert file.getvalue() == "a title\n"


def test_text_is_text() -> None:
    """What looks like markup or a picture's name is printed as it stands."""
    file = io.StringIO()
    print_line(open_console(file), LINE)
    assert file.getvalue() == f"{LINE}\n"
