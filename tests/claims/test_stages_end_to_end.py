"""Stages of one measure, told by reports that name nobody in common."""

from __future__ import annotations

from tests.conftest import CaseOf

DRAFTED = "A motion has been prepared in the Tarsian assembly proposing to leave the River Union."
MEANT = (
    "Ilse Marrow announced her intention to submit a motion on leaving the River Union, a step "
    "that no deputy had taken before."
)


def test_measures_for_one_thing_are_one(case_of: CaseOf) -> None:
    """A motion to leave a union and a motion on leaving it are held side by side by stage."""
    case = case_of(DRAFTED, MEANT)
    (found,) = [d for d in case.collation.differences if d.kind == "stage"]
    assert found.verdict == "different-stage"
    assert [reading.value for reading in found.readings] == ["considered", "announced"]


def test_some_of_a_kind_are_no_one_measure(case_of: CaseOf) -> None:
    """What is said of some motions is not held against what is said of one."""
    some = DRAFTED.replace("A motion has", "Several motions have")
    case = case_of(some, MEANT)
    assert [d for d in case.collation.differences if d.kind == "stage"] == []
