"""The stretches of a text that stand in quotation marks."""

from __future__ import annotations

import re

_LONGEST_QUOTATION = 2_000
_PAIRS = {"“": "”", "«": "»", "„": "“”", "»": "«", '"': '"', "``": "''"}
_OPENERS = "“«„"
_SIGNED = re.compile(r"[-–—]{1,2} ?[^\n()@—]{2,60}? ?\(@ ?\w{1,30}\)")
_MARK = re.compile(r"\n\s*[“«„]?|``|''|[\"“”«»„]")


def find_quotations(text: str) -> list[tuple[int, int]]:
    """The stretches between quotation marks, in order and apart from one another.

    A straight mark between two letters is an apostrophe gone wrong, never a quotation mark. An
    opening mark that is never closed in its paragraph opens nothing, unless the next paragraph
    opens with one too: then the quotation runs on. A post with its author's handle at its end is
    a quotation from the line break before it on.
    """
    found: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if mark[0] == "\n":
            again = opened is not None and mark[-1] == text[opened[0]]
            if opened is not None and again:
                found.append((opened[0], at))
            opened = (match.end() - 1, _PAIRS[mark[-1]]) if mark[-1] in _OPENERS else None
        elif opened is not None and at - opened[0] > _LONGEST_QUOTATION:
            opened = None
        elif opened is not None and mark in opened[1] and _closes(text, match):
            found.append((opened[0], match.end()))
            opened = None
        elif opened is None and _opens(text, match):
            opened = (at, _PAIRS[mark])
    posts = [(text.rfind("\n", 0, m.start()) + 1, m.start()) for m in _SIGNED.finditer(text)]
    return _apart([*found, *posts]) if posts else found


def _apart(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, those that meet made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        elif start < end:
            found.append((start, end))
    return found


def _opens(text: str, match: re.Match[str]) -> bool:
    mark, start, end = match.group(), match.start(), match.end()
    if mark not in _PAIRS or not text[end : end + 1].strip():
        return False
    return mark != '"' or start == 0 or not text[start - 1].isalnum()


def _closes(text: str, match: re.Match[str]) -> bool:
    return match.group() != '"' or not text[match.end() : match.end() + 1].isalnum()
