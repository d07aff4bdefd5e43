"""One line from a report's words: where it may end, and what is left open at its ends."""

from __future__ import annotations

import re

from stemma.claims.words import fold

LIMIT = 150
APPOSED = 60
END = re.compile(
    r"[;()“”\"\n]|[,:](?!\d)|\s--|\s[–—]|\s(?:which|who|whom|whose|that|while|when|where|but|and|because|"
    r"although|though|as|since|unless|if|saying|said|says|according)\s"
)
"""Where a clause ends at the latest."""

_LEFT_OPEN = frozenset(
    "the a an of in on at by to for with from and or but who which that as his its their".split()
)
_DATELINE = re.compile(
    r"^[A-Z][A-Z.'’-]{2,}(?:[ ,]+[A-Z][A-Za-z.'’-]+){0,4}\s*(?:\([^()]{1,30}\)\s*)?(?:--?|–|—)\s+"
)


def tidy(text: str) -> str:
    """One line without what is left open: a stray mark, half a pair of quotes, a last "of the".

    A dateline at its head ("PORT VARL (Agency) -") is no part of it.
    """
    words = _DATELINE.sub("", text).split()
    while words and fold(words[-1]) in _LEFT_OPEN:
        words.pop()
    line = " ".join(words).strip(" ,;:–—")
    if line.endswith(".") and "." not in line.rsplit(" ", 1)[-1][:-1]:
        line = line[:-1]
    for left, right in (("“", "”"), ("(", ")")):
        if line.count(left) != line.count(right):
            line = line.replace(left, "").replace(right, "")
    return line if line.count('"') % 2 == 0 else line.replace('"', "")
