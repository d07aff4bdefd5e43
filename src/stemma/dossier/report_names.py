"""What reports are called in lines at a terminal: R1, R2, … as in a dossier of the same reports."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from stemma.dossier.wording import quoted, short_day_text, when_text
from stemma.model.lineage import Story
from stemma.model.lineage_document import ReportRecord
from stemma.model.when import When

_TITLE = 48


class ReportNames:
    """Numbers reports the same way for every command that is given the same ones."""

    def __init__(self, reports: Iterable[ReportRecord], stories: Iterable[Story]) -> None:
        self._reports = {report.id: report for report in reports}
        told = tuple(stories)
        self._stories = {id_: n for n, story in enumerate(told, 1) for id_ in story.reports}
        self._several = len(told) > 1
        self._numbers = {id_: number for number, id_ in enumerate(self._reports, 1)}

    def in_time(self, reports: Iterable[str]) -> list[str]:
        """Reports by their day, undated ones last."""
        return sorted(reports, key=lambda id_: self.day(id_) or date.max)

    def report(self, id_: str) -> ReportRecord:
        """The report with this id."""
        return self._reports[id_]

    def number(self, id_: str | None) -> int:
        """A report's number; 0 for what is none."""
        return self._numbers.get(id_ or "", 0)

    def tag(self, id_: str) -> str:
        """A report's number, R1."""
        return f"R{self._numbers[id_]}"

    def stories_of(self, reports: Iterable[str]) -> tuple[str, ...]:
        """The stories of reports as S1, S2, … in order; none where all reports are of one story."""
        numbers = sorted({self._stories[id_] for id_ in reports}) if self._several else ()
        return tuple(f"S{number}" for number in numbers)

    def outlet(self, id_: str) -> str:
        """A report's number with its outlet, where one is known."""
        return f"{self.tag(id_)} {self._reports[id_].outlet or ''}".rstrip()

    def origin(self, id_: str) -> str:
        """Number, outlet or else title, and day: "R1 The Gazette, 3 Mar 2031"."""
        report = self._reports[id_]
        title = quoted(outlet_or_title(report)) if report.title else report.file
        name = report.outlet or title
        return f"{self.tag(id_)} {name}, {day_cell(report.published)}"

    def day(self, id_: str | None) -> date | None:
        """The day that a report's place in time goes by."""
        return self._reports[id_].published.start if id_ is not None else None


def outlet_or_title(report: ReportRecord) -> str:
    """The outlet, or else as much of the title as fits a cell."""
    title = report.title or ""
    return report.outlet or (title if len(title) <= _TITLE else f"{title[:_TITLE].rstrip()}…")


def day_cell(when: When) -> str:
    """A day as "9 Jan 2026"; what is known less exactly, as it is known."""
    return short_day_text(when.start) if when.kind == "day" and when.start else when_text(when)
