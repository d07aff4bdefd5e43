"""Which reports are of one running event."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from stemma.lineage.trace import trace
from stemma.model.cast import Cast
from stemma.model.reading import Reading
from stemma.model.report import Report

Build = Callable[..., Report]

FERRY = (
    "Divers searched the wreck near Ostmark while Joris Vellandro, the pilot, kept silent. "
    "Police asked Vellandro about the lamps. A cousin of Vellandro spoke of debts. "
    "The ferry lies under nine fathoms of water, and the salvage crane arrives at noon. "
    "Mussel boats keep clear of the buoys until the tugs have laid their chains.\n"
)
TRIAL = (
    "Lawyers quarrel over who may judge Joris Vellandro. The prosecutor wants Vellandro tried in "
    "the capital; his counsel says that Vellandro cannot hope for a fair jury there. "
    "The minister for courts gave no date, and letters to the owners went unanswered. "
    "Jurors are drawn by lot from a register of taxpayers that nobody has revised since spring.\n"
)
OTHER_TRIAL = TRIAL.replace("Joris Vellandro", "Mila Haskerath").replace("Vellandro", "Haskerath")


def _stories(reports: Sequence[Report]) -> int:
    readings = [Reading(report=report.id) for report in reports]
    return len(trace(reports, readings, Cast()).stories)


@pytest.mark.parametrize(
    ("text", "day", "stories"),
    [
        (TRIAL, "2031-05-20", 1),
        (TRIAL, "2032-05-20", 2),
        (TRIAL, None, 2),
        (OTHER_TRIAL, "2031-05-20", 2),
        (TRIAL.replace("judge Joris", "judge President Joris"), "2031-05-20", 2),
    ],
)
def test_a_rare_name_binds_reports_of_one_time(
    build: Build, text: str, day: str | None, stories: int
) -> None:
    """Whom both turn on makes a story of unlike reports within weeks, not of a later episode.

    Nor do another person, an unknown day, or somebody in high office, who is in every story.
    """
    reports = [build("one", FERRY, "2031-05-06"), build("two", text, day)]
    assert _stories(reports) == stories


def test_a_name_in_everybodys_mouth_binds_nothing(build: Build) -> None:
    """A name that much of the news holds, or a word with a small letter, is no principal."""
    for name in ("Washington", "Harbour"):
        texts = [
            text.replace("Vellandro", name) + f"The {name.lower()} froze."
            for text in (FERRY, TRIAL)
        ]
        reports = [build(str(n), t, "2031-05-06") for n, t in enumerate(texts)]
        assert _stories(reports) == 2
