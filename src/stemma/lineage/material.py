"""What the steps of lineage work on: the reports with what was found on them, in one order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from stemma.lineage.names import Names
from stemma.lineage.passages import Overlap
from stemma.lineage.words import Words
from stemma.model.reading import Reading
from stemma.model.report import Report
from stemma.model.span import Span

_FIRST_PERSON = frozenset(("i", "me", "my", "we", "our"))
_SPOKEN = 0.02  # of the words: so many are "I" or "we" where somebody speaks for himself
_REST = 60  # words of a report, fewer of which don't tell in whose voice it is


class Marks(NamedTuple):
    """How many of the words that two reports share are quoted: in neither, both, or one of them."""

    plain: int
    both: int
    first: int
    second: int

    @property
    def shared(self) -> int:
        """How many words stand in shared runs."""
        return sum(self)


@dataclass(frozen=True)
class Material:
    """Reports, their readings and words by number, the passages they share, and the names."""

    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    rows: tuple[Words, ...]
    overlaps: tuple[Overlap, ...]
    names: Names

    def span(self, report: int, first: int, length: int) -> Span:
        """The text from word `first` of a report on, over `length` words."""
        row = self.rows[report]
        start, end = int(row.starts[first]), int(row.ends[first + length - 1])
        return self.reports[report].span(start, end)

    def marks(self, overlap: Overlap) -> Marks:
        """How many words of the shared runs stand in quotation marks, and on which side."""
        if not overlap.runs:
            return Marks(0, 0, 0, 0)
        spoken = _is_statement(overlap, self.rows)
        one, two = self.rows[overlap.a].quoted, self.rows[overlap.b].quoted
        first = np.concatenate([one[r.a : r.a + r.length] for r in overlap.runs]) | spoken
        second = np.concatenate([two[r.b : r.b + r.length] for r in overlap.runs]) | spoken
        counts = [~first & ~second, first & second, first & ~second, ~first & second]
        return Marks(*(int(count.sum()) for count in counts))


def _is_statement(overlap: Overlap, rows: Sequence[Words]) -> bool:
    """Whether what is shared is a statement given in full, without quotation marks.

    It says "I" and "we" where the rest of one of the reports does not.
    """
    for row, runs in (
        (rows[overlap.a], [(run.a, run.length) for run in overlap.runs]),
        (rows[overlap.b], [(run.b, run.length) for run in overlap.runs]),
    ):
        inside = np.zeros(len(row), dtype=np.bool_)
        for first, length in runs:
            inside[first : first + length] = True
        shared, rest = (
            [row.folded[at] for at in np.flatnonzero(part & ~row.quoted).tolist()]
            for part in (inside, ~inside)
        )
        if is_spoken(shared) and len(rest) >= _REST and not is_spoken(rest, _SPOKEN / 2):
            return True
    return False


def is_spoken(words: Sequence[str], least: float = _SPOKEN) -> bool:
    """Whether two words and at least this share of all are "I" or "we"."""
    return sum(word in _FIRST_PERSON for word in words) >= max(2, least * len(words))
