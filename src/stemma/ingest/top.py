"""The lines between headline and article: who wrote it, and when it was published."""

from __future__ import annotations

import re

import msgspec

from stemma.ingest.headline import TOP
from stemma.ingest.lines import Line
from stemma.ingest.noise_lines import CLOCK, DAY

MOST_WORDS = 16
WORD = r"[^\W\d_a-zß-ÿ][\w.'’-]{1,30}"
PARTICLE = r"(?:de|van|von|al|bin|da|di|del|der|la|le|el|du)\b"
NAME = rf"{WORD}(?: (?:[^\W\d_]\.|{PARTICLE}|{WORD})){{1,4}}"
BYLINE = re.compile(
    rf"(?:(?i:by|written by|story by|author:))\s(?P<names>{NAME}(?:(?:, | and | & ){NAME}){{0,4}})"
    r"(?P<rest>(?:,| in | for |\s?[|•·–—-]\s?).{0,80})?"
)
# an agency or a desk as author is a credit, which says where the words came from
DESK = re.compile(
    r"\b(?:agenc(?:y|ies)|news|press|staff|desk|wires?|reuters|afp|bureau|newsroom|team|service|times|post|journal|reporters?)\b",
    re.IGNORECASE,
)
DATED = re.compile(
    rf"(?:(?:first )?(?:published|posted|date|updated|last updated)(?: on| at)?:?\s{{0,3}})?"
    rf"(?P<day>{DAY})(?:\W{{0,4}}{CLOCK}(?:[+-]\d{{1,2}})?)?"
    r"(?:\W{0,3}(?:last )?updated\b.{0,40})?",
    re.IGNORECASE,
)
UPDATED = re.compile(r"(?:last )?updated", re.IGNORECASE)


class Top(msgspec.Struct, frozen=True):
    """The byline's place and names, the date line's place, and the words of its date."""

    byline: tuple[int, int] | None = None
    names: str | None = None
    dated: tuple[int, int] | None = None
    date: Line | None = None


def read_top(lines: list[Line]) -> Top:
    """What stands in the first lines of a text by itself. An agency's credit is left alone."""
    byline = names = dated = date = None
    for line in lines[:TOP]:
        if len(line.words) > MOST_WORDS:
            continue
        found = BYLINE.fullmatch(line.text)
        if found and not byline and not DESK.search(line.text):
            byline, names = (line.start, line.end), found["names"]
        when = DATED.fullmatch(line.text)
        if when and not dated:
            dated = (line.start, line.end)
            start, end = when.span("day")
            if not UPDATED.match(line.text):
                date = Line(line.start + start, line.start + end, when["day"], ())
    return Top(byline, names, dated, date)
