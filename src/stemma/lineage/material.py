"""What the steps of lineage work on: the reports with what was found on them, in one order."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.lineage.names import Names
from stemma.lineage.passages import Overlap
from stemma.lineage.words import Words
from stemma.model.reading import Reading
from stemma.model.report import Report
from stemma.model.span import Span


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
