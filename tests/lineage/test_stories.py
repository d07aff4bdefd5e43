"""Which reports are of one running event."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from stemma.lineage.principals import common_principals, find_principals
from stemma.lineage.story_terms import read_forms
from stemma.lineage.trace import trace
from stemma.lineage.words import read_words
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
    return len(trace(reports, readings, Cast())[0].stories)


@pytest.mark.parametrize(
    ("text", "day", "stories"),
    [
        (TRIAL, "2031-05-20", 1),
        (TRIAL, "2032-05-20", 2),
        (OTHER_TRIAL, "2031-05-20", 2),
    ],
)
def test_a_rare_name_binds_reports_of_one_time(
    build: Build, text: str, day: str, stories: int
) -> None:
    """Whom both turn on makes a story of unlike reports within weeks, not of a later episode.

    Nor does another person.
    """
    reports = [build("one", FERRY, "2031-05-06"), build("two", text, day)]
    assert _stories(reports) == stories


@pytest.mark.parametrize(
    ("name", "change", "common"),
    [
        ("Vellandro", "", True),
        ("Vellandro", "President ", False),
        ("Washington", "", False),
        ("Harbour", "", False),
    ],
)
def test_principals_are_rare_names_of_nobody_in_high_office(
    build: Build, name: str, change: str, common: bool
) -> None:
    """A name that much of the news holds is no principal, nor is a word with a small letter.

    Nor does a name bind that one of the reports gives to somebody in high office.
    """
    found = []
    for n, text in enumerate((FERRY, TRIAL.replace("judge Joris", f"judge {change}Joris"))):
        report = build(str(n), text.replace("Vellandro", name) + "The harbour froze.")
        row = read_words(report)
        found.append(find_principals(report, row, read_forms(report.text, row)))
    assert (common_principals(found[0], found[1]) > 0) == common
