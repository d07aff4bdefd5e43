"""Who told a claim first, who then, and how each came by it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from stemma.model.claim import Claim
from stemma.model.when import When

if TYPE_CHECKING:
    from tests.claims.conftest import Hand

Day = Callable[[str], When]
WORDS = "Tarvia will close the Ossery salt works before the winter storms"
NONE = When.unknown("the test gives none")


def _tell(hand: Hand, name: str, when: When) -> None:
    hand.report(name, f"{WORDS}.", published=when)
    hand.say(name, WORDS)


def _claim(hand: Hand) -> Claim:
    (claim,) = hand.collate().claims
    return claim


def _steps(claim: Claim) -> list[tuple[str, int | None, str, str | None]]:
    return [(step.report, step.place, step.way, step.from_) for step in claim.spread]


def test_the_earliest_day_comes_first(hand: Hand, day: Day) -> None:
    """Reports stand in the order of their days, not of the input."""
    _tell(hand, "a", day("2031-05-04"))
    _tell(hand, "b", day("2031-05-02"))
    claim = _claim(hand)
    assert _steps(claim) == [("b", 1, "own", None), ("a", 2, "own", None)]
    assert claim.first == "b.1"


def test_a_copy_comes_after_what_it_was_made_from(hand: Hand, day: Day) -> None:
    """Of one day the copy is second, and it is a copy of that report."""
    _tell(hand, "a", day("2031-05-04"))
    _tell(hand, "b", day("2031-05-04"))
    hand.derive("b", "a", WORDS)
    claim = _claim(hand)
    assert _steps(claim) == [("b", 1, "own", None), ("a", 2, "copy", "b")]
    assert claim.first == "b.1"


def test_of_one_day_nobody_knows(hand: Hand, day: Day) -> None:
    """Two reports of one day that no edge joins share a place, and neither is the first."""
    _tell(hand, "a", day("2031-05-04"))
    _tell(hand, "b", day("2031-05-04"))
    claim = _claim(hand)
    assert [step.place for step in claim.spread] == [1, 1]
    assert claim.first is None


@pytest.mark.parametrize("copied", [False, True])
def test_what_has_no_date_may_be_earlier(hand: Hand, day: Day, copied: bool) -> None:
    """A report without a date leaves open who was first, unless it is a copy of one with a date."""
    _tell(hand, "a", NONE)
    _tell(hand, "b", day("2031-05-04"))
    if copied:
        hand.derive("b", "a", WORDS)
    claim = _claim(hand)
    assert claim.spread[-1].place is None
    assert claim.first == ("b.1" if copied else None)


def test_what_all_others_copy_is_first_without_a_date(hand: Hand) -> None:
    """The report that all others come from is the first, be no date known."""
    for name in ("a", "b", "c"):
        _tell(hand, name, NONE)
    hand.derive("c", "a", WORDS)
    hand.derive("c", "b", WORDS)
    claim = _claim(hand)
    assert claim.first == "c.1"
    assert [step.way for step in claim.spread] == ["own", "copy", "copy"]


def test_no_more_are_on_their_own_than_there_are_origins(hand: Hand, day: Day) -> None:
    """A report that shares words with an earlier one, in no known order, is not on its own."""
    _tell(hand, "a", day("2031-05-02"))
    _tell(hand, "b", day("2031-05-03"))
    hand.derive("a", "b", WORDS, kind="shared-source", directed=False)
    claim = _claim(hand)
    assert [step.way for step in claim.spread] == ["own", "same-origin"]
    assert sum(step.way == "own" for step in claim.spread) == claim.origins.most


def test_a_circle_of_copies_ends(hand: Hand, day: Day) -> None:
    """Edges that run in a circle, which no family tree should have, still give each report once."""
    for name in ("a", "b", "c"):
        _tell(hand, name, day("2031-05-02"))
    for one, other in (("a", "b"), ("b", "c"), ("c", "a")):
        hand.derive(one, other, WORDS)
    assert sorted(step.report for step in _claim(hand).spread) == ["a", "b", "c"]


def test_one_report_has_no_way(hand: Hand, day: Day) -> None:
    """A claim that one report alone tells, twice, has no spread."""
    hand.report("a", f"{WORDS}. {WORDS} again.", published=day("2031-05-02"))
    hand.say("a", WORDS)
    hand.say("a", f"{WORDS} again")
    claims = hand.collate().claims
    assert all(claim.spread == () for claim in claims)
