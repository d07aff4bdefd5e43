"""What the steps of lineage work on: the reports with what was found on them, in one order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from stemma.lineage.names import Names
from stemma.lineage.passages import Overlap
from stemma.lineage.words import Words
from stemma.model.reading import Reading
from stemma.model.report import Report
from stemma.model.span import Span


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
        one, two = self.rows[overlap.a].quoted, self.rows[overlap.b].quoted
        first = np.concatenate([one[r.a : r.a + r.length] for r in overlap.runs])
        second = np.concatenate([two[r.b : r.b + r.length] for r in overlap.runs])
        counts = [~first & ~second, first & second, first & ~second, ~first & second]
        return Marks(*(int(count.sum()) for count in counts))
