"""Link boxes that a page sets inside a sentence: a person's full name, headlines, then "MORE".

Some pages put such a box after the first mention of a person, and extraction runs its parts
together: "Senator Vale Ada Brook ValeVale to run again Harbour vote delayed MORE said". The tell is
a surname that stands twice, the second time grown together with a headline, before "MORE".
"""

from __future__ import annotations

import re

_END = re.compile(r"\bMORE\b(?! [A-Z]{2})")
_TOKEN = re.compile(r"\S+")
_LONGEST = 600  # characters of one box
_NAMES = 8  # words of a name before the surname stands again
_SHORTEST = 3  # letters of a surname


def find_boxes(start: int, text: str) -> list[tuple[int, int]]:
    """Places of such boxes in a line that begins at `start`, in order, none in another."""
    found: list[tuple[int, int]] = []
    floor = 0
    for end in _END.finditer(text):
        first = max(floor, end.start() - _LONGEST)
        box = _box_start([*_TOKEN.finditer(text, first, end.start())])
        if box is not None:
            found.append((start + box, start + end.end()))
        floor = end.end()
    return found


def _box_start(tokens: list[re.Match[str]]) -> int | None:
    """Where the full name begins: behind the first of the two places of its surname."""
    for at, token in enumerate(tokens):
        for before in range(max(0, at - _NAMES), at):
            if _grown(token.group(), tokens[before].group()) and before + 1 < len(tokens):
                return tokens[before + 1].start()
    return None


def _grown(word: str, surname: str) -> bool:
    """Whether a capitalised word begins with the surname and goes on as a word of its own."""
    if len(surname) < _SHORTEST or not surname[0].isupper() or not word.startswith(surname):
        return False
    rest = word[len(surname) :]
    return bool(rest) and (rest[0].isupper() or rest[0].isdigit())
