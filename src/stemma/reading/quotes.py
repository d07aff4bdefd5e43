"""Quotation marks paired into quoted passages, whatever marks a report uses."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile("[“”„\"«»]|''|``")
_PARAGRAPH = re.compile(r"\n+")
_LOWER_WORD = re.compile(" [a-z]")
_OPENS, _CLOSES = "“„«", "”»"
_ENDS = frozenset({".", ",", "!", "?", "…"})
_LONGEST = 1600  # code points; a longer "quotation" is a lost closing mark


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted passage with its marks: [start, end) in code points of the text.

    `closed` is false where the passage runs to the end of its paragraph without a closing mark.
    """

    start: int
    end: int
    closed: bool


def find_quotes(text: str) -> list[Quoted]:
    """All quoted passages in order, none overlapping.

    A straight mark between letters, or one that could only close where nothing is open, is an
    apostrophe (`France"s`, `the States" policy`), not a quotation.
    """
    found: list[Quoted] = []
    start = 0
    for gap in [*_PARAGRAPH.finditer(text), None]:
        end = gap.start() if gap else len(text)
        found += _in_paragraph(text, start, end)
        start = gap.end() if gap else end
    return found


def _in_paragraph(text: str, start: int, end: int) -> list[Quoted]:
    marks = [
        (m.start(), m.end(), _role(text, m.start(), m.end()))
        for m in _MARK.finditer(text, start, end)
    ]
    stray = any(role == "apostrophe" for _, _, role in marks)
    found: list[Quoted] = []
    opened: int | None = None
    depth = 0  # quotations open within the one that is open
    for k, (at, after, role) in enumerate(marks):
        if role == "open" and opened is not None and not depth:
            depth = int(_nested(marks[k + 1 :]))
            opened = opened if depth else at
        elif role == "open" or (role == "either" and opened is None):
            opened = at if opened is None else opened
        elif depth:
            depth -= role in ("close", "either")
        elif role in ("close", "either") and opened is not None:
            if stray and _possessive(text, at, after) and _closes_later(marks[k + 1 :]):
                continue
            if after - opened <= _LONGEST:
                found.append(Quoted(opened, after, closed=True))
            opened = None
    if opened is not None and end - opened <= _LONGEST:
        found.append(Quoted(opened, end, closed=False))
    return found


def _closes_later(marks: list[tuple[int, int, str]]) -> bool:
    role = next((role for _, _, role in marks if role != "apostrophe"), "")
    return role in ("close", "either")


def _nested(later: list[tuple[int, int, str]]) -> bool:
    """Whether what opens while a quotation is open lies within it: two marks close before long.

    Else the first was never closed, and where it ends is not known.
    """
    depth = 2
    for _, _, role in later:
        if role == "open":
            return False
        depth -= role in ("close", "either")
        if not depth:
            return True
    return False


def _possessive(text: str, at: int, after: int) -> bool:
    """Whether a closing straight mark may be the apostrophe of a plural owner."""
    return text[at] == '"' and text[at - 1 : at] == "s" and bool(_LOWER_WORD.match(text, after))


def _role(text: str, at: int, after: int) -> str:
    mark = text[at:after]
    if mark == "“" and text[at - 1 : at] in _ENDS and not text[after : after + 1].strip():
        return "close"
    if mark in _OPENS or mark == "``":
        return "open"
    if mark in _CLOSES:
        return "close"
    left, right = text[at - 1 : at] if at else "", text[after : after + 1]
    if left.isalnum() and right.isalpha():
        return "apostrophe"
    if not left or left.isspace() or left in "([{—–-/‘'":
        return "open" if right and not right.isspace() else "either"
    return "close"
