from __future__ import annotations

import io
import re

from rich.console import Console

from stemma.cli.lines import open_console
from stemma.cli.sides import Line, print_sides

LEFT = [
    Line((("told by R1", ""),)),
    Line((("It ", ""), ("could ", "dropped"), ("lead to a review of it all.", "")), depth=1),
]
RIGHT = [
    Line((("retold by R2", ""),)),
    Line((("It ", ""), ("will ", "added"), ("lead to a «", ""), ("review", "hit")), depth=1),
]


def _on_terminal(width: int) -> list[str]:
    file = io.StringIO()
    console = Console(file=file, force_terminal=True, no_color=True, width=width, markup=False)
    print_sides(console, [LEFT, RIGHT], 1)
    return file.getvalue().splitlines()


def test_a_wide_terminal_has_them_beside_each_other() -> None:
    """Each wrapped in its own column; no line is wider than the terminal."""
    lines = _on_terminal(80)
    assert "told by R1" in lines[0]
    assert "retold by R2" in lines[0]
    assert max(map(_width, lines)) <= 80


def test_a_narrow_terminal_has_them_one_below_another() -> None:
    """Rather than in columns of a word each."""
    lines = _on_terminal(40)
    assert not any("told by R1" in line and "retold" in line for line in lines)
    assert any("retold by R2" in line for line in lines)
    assert max(map(_width, lines)) <= 40


def test_marks_stand_for_styles_in_a_file() -> None:
    """As wdiff has them, close around the words; nothing is folded."""
    file = io.StringIO()
    print_sides(open_console(file), [LEFT, RIGHT], 1)
    assert file.getvalue().splitlines() == [
        "  told by R1",
        "    It [-could-] lead to a review of it all.",
        "  retold by R2",
        "    It {+will+} lead to a ««review»",
    ]


def test_a_terminal_strikes_what_was_dropped() -> None:
    """And underlines what was added; no mark is put into the words."""
    text = "\n".join(_on_terminal(120))
    assert "\x1b[9mcould" in text
    assert "\x1b[1;4mwill" in text
    assert "[-" not in text


def _width(line: str) -> int:
    return len(re.sub(r"\x1b\[[0-9;]*m", "", line))
