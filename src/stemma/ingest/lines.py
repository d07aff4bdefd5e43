"""The lines of a text with their places, and how two lines are told to be the same."""

from __future__ import annotations

import re

import msgspec

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


class Line(msgspec.Struct, frozen=True):
    """A line that is not blank: its place without the white space around it, and its words."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    after_blank: bool = False

    @property
    def key(self) -> str:
        """Letters and digits alone, in lower case: equal for lines that differ in punctuation."""
        return " ".join(self.words).casefold()


def lines_of(text: str) -> list[Line]:
    """Every line of `text` that is not blank, in order."""
    found: list[Line] = []
    position = 0
    blank = False
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            start = position + len(raw) - len(raw.lstrip())
            words = tuple(WORD.findall(bare))
            found.append(Line(start, start + len(bare), bare, words, blank))
        blank = not bare
        position += len(raw) + 1
    return found
