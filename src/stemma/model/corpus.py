"""Reports with everything that was found before they are held against each other."""

from __future__ import annotations

import msgspec

from stemma.model.cast import Cast
from stemma.model.lineage import Lineage
from stemma.model.reading import Reading, Statement
from stemma.model.report import Report


class Corpus(msgspec.Struct, frozen=True, kw_only=True):
    """What `claims` and `assessment` work on. `readings` are in the order of `reports`."""

    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    cast: Cast
    lineage: Lineage

    def reports_by_id(self) -> dict[str, Report]:
        """Every report by its id; built anew at each call, so keep it."""
        return {report.id: report for report in self.reports}

    def statements_by_id(self) -> dict[str, Statement]:
        """Every statement by its id, in reading order; built anew at each call, so keep it."""
        return {s.id: s for reading in self.readings for s in reading.statements}

    def story_of(self) -> dict[str, str]:
        """The story id of every report id; built anew at each call, so keep it."""
        return {report: story.id for story in self.lineage.stories for report in story.reports}
