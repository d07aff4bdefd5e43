"""What lies ahead in one report and is done in another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from stemma.claims.verbs import find_verbs
from stemma.model.when import When

if TYPE_CHECKING:
    from stemma.model.claim import Difference
    from tests.claims.conftest import Hand

AHEAD = "The harbour board is set to flood the old lock on the salt canal"
DONE = "The harbour board flooded the old lock on the salt canal overnight"


def _stages(hand: Hand, *told: tuple[str, int, str]) -> list[Difference]:
    for name, day, text in told:
        stated = date(2025, 5, day)
        when = When(kind="day", start=stated, end=stated, resolved="as written")
        hand.report(name, f"{text}.", published=when)
    return [d for d in hand.collate().differences if d.kind == "stage"]


@pytest.mark.parametrize(
    ("days", "verdicts"), [((4, 6), ["update"]), ((5, 5), ["different-stage"]), ((6, 4), [])]
)
def test_what_is_set_to_happen_and_has_happened(
    hand: Hand, days: tuple[int, int], verdicts: list[str]
) -> None:
    """An update where it is done later; what was done before is not what is to come."""
    found = _stages(hand, ("a", days[0], AHEAD), ("b", days[1], DONE))
    assert [d.verdict for d in found] == verdicts
    assert all([r.value for r in d.readings] == ["still to come", "done"] for d in found)


@pytest.mark.parametrize(
    "other",
    [
        "The pilots flooded a mine in Ossery",
        "The harbour board drained the old lock on the salt canal",
        "The harbour board could have flooded the old lock on the salt canal",
        "Nobody knows if the harbour board flooded the old lock on the salt canal",
    ],
)
def test_another_deed_or_none_is_no_difference(hand: Hand, other: str) -> None:
    """The verb has to be one, done in earnest, and told with enough words in common."""
    assert not _stages(hand, ("a", 4, AHEAD), ("b", 5, other))


def test_other_days_of_the_week_are_other_deeds(hand: Hand) -> None:
    """What is to be done on one day was not done on another."""
    one, other = f"{AHEAD} on Sunday", f"{DONE} on Friday"
    assert not _stages(hand, ("a", 4, one), ("b", 5, other))


def test_a_report_that_has_both_phases_differs_not(hand: Hand) -> None:
    """Who tells what was planned and what came of it agrees with whoever tells one of the two."""
    assert not _stages(hand, ("a", 4, f"{AHEAD}. {DONE}"), ("b", 5, DONE))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board will flood the lock", [("flood", "ahead")]),
        ("The lock will soon be flooded", [("flood", "ahead")]),
        ("The board will have flooded the lock", []),
        ("The board is widely expected to flood the lock", [("flood", "due")]),
        ("The board plans to flood the lock", [("flood", "due")]),
        ("The board is on the verge of flooding the lock", [("flood", "due")]),
        ("Kelso and Tarrow to flood the lock", [("flood", "due")]),
        ("Nobody trusts the board's plans to flood the lock", []),
        ("According to pilots the lock is wet", []),
        ("No lock will be flooded", []),
        ("The board would flood the lock", []),
        ("The board will flood the lock if it rains", []),
        ("The board has already flooded the lock", [("flood", "done")]),
        ("The lock was flooded", [("flood", "done")]),
        ("The lock had been quickly flooded", [("flood", "done")]),
        ("The board filed a plan", [("fil", "done")]),
        ("The board withdrew a plan", [("withdraw", "done")]),
        ("The board permitted a plan", [("permit", "done")]),
        ("The lock could have been flooded", []),
        ("The lock is flooded every May", []),
        ("The board had not flooded the lock", []),
        ("Kelso floods the lock", [("flood", "now")]),
    ],
)
def test_form_and_company_tell_a_verbs_phase(text: str, expected: list[tuple[str, str]]) -> None:
    """Futures and plans are to come, perfects and pasts done; all others tell neither."""
    assert [(verb.root, verb.phase) for verb in find_verbs(text)] == expected


def test_a_verb_stands_in_its_clause() -> None:
    """The clause ends at marks and brackets, and is cut between words."""
    text = "On Sunday, the board flooded the lock (it was dry), and slept"
    (verb,) = find_verbs(text)
    assert text[verb.start : verb.end] == "flooded"
    assert text[verb.opens : verb.closes] == "the board flooded the lock"


def test_no_text_makes_it_fail() -> None:
    """Marks alone, one word, endless words: all are read, none raises."""
    for text in ("", "to", "to to to be", "— “” (", "ed ed ed", "will " * 5000, "x" * 5000):
        assert len(list(find_verbs(text))) < 100
