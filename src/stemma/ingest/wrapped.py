"""Lines broken at a fixed width, as in mail and old agency copy, made whole again."""

from __future__ import annotations

import re

FEWEST_LINES = 6
SHORTEST, LONGEST = 45, 100  # characters of a full line of text wrapped by a program or a person
MOSTLY = 0.8
CONTINUED = 0.5  # share of breaks after which a sentence goes on in lower case
ITEM = re.compile(r"\s*(?:[-–•*>|]|\d{1,3}[.)])\s")


def unwrap(text: str) -> str:
    """`text` with breaks within paragraphs as spaces, where nearly all its lines are wrapped.

    A break becomes one space, so no offset moves. Lists and text of one line a paragraph stay.
    """
    lines = text.split("\n")
    pairs = [
        index
        for index in range(len(lines) - 1)
        if lines[index].strip() and lines[index + 1].strip() and not ITEM.match(lines[index + 1])
    ]
    full = [index for index in pairs if SHORTEST <= len(lines[index]) <= LONGEST]
    if len(full) < FEWEST_LINES or len(full) < MOSTLY * len(pairs):
        return text
    continued = sum(lines[index + 1].lstrip()[:1].islower() for index in full)
    if continued < CONTINUED * len(full):
        return text
    joined = set(full)
    return "".join(
        line + ("" if index == len(lines) - 1 else " " if index in joined else "\n")
        for index, line in enumerate(lines)
    )
