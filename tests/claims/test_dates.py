"""One event, dates that exclude each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from stemma.model.when import When

if TYPE_CHECKING:
    from tests.claims.conftest import Hand

Year = Callable[[int], When]


@pytest.fixture
def precedent(hand: Hand, year: Year) -> Callable[..., None]:
    """Tells, in a report of its own story, that Tarvia left a joint board in a year."""

    def tell(name: str, dated: int, **fields: object) -> None:
        board = str(fields.pop("board", "the Salt Board of the Coast Pact"))
        text = f"Tarvia left {board} in {dated} under Orla Venn and returned later."
        story = str(fields.pop("story", "s1"))
        hand.report(name, text, story=story)
        hand.story_time[story] = When(
            kind="day", start=date(2025, 5, 1), end=date(2025, 5, 1), resolved="as written"
        )
        when = year(dated)
        act = hand.act(name, "left", "leave", agent="Tarvia", target=board, when=when)
        hand.say(name, text[:-1], actions=(act,), when=when, **fields)

    hand.actor("a1", "Tarvia", "place")
    hand.actor("a2", "Orla Venn")
    return tell


def test_two_years_for_one_past_event_conflict(hand: Hand, precedent: Callable[..., None]) -> None:
    """Two stories that date one past event differently conflict, and a question is left open."""
    precedent("a", 1971, story="s1")
    precedent("b", 1972, story="s2")
    (found,) = [d for d in hand.collate().differences if d.kind == "date"]
    assert found.verdict == "conflict"
    assert [reading.value for reading in found.readings] == ["1971", "1972"]
    assert all(question.endswith("?") for question in found.reconcilable)


def test_one_year_for_one_past_event_is_no_difference(
    hand: Hand, precedent: Callable[..., None]
) -> None:
    """The same date told twice is no difference, and one line of the timeline."""
    precedent("a", 1971)
    precedent("b", 1971)
    collation = hand.collate()
    assert not collation.differences
    assert len(collation.timeline) == 1
    assert collation.timeline[0].story is None


def test_another_target_is_another_event(hand: Hand, precedent: Callable[..., None]) -> None:
    """Two targets are two events, however alike the sentences are."""
    precedent("a", 1971)
    precedent("b", 1972, board="a grain mill in Ossery")
    assert not hand.collate().differences


def test_one_report_with_both_dates_tells_two_events(
    hand: Hand, precedent: Callable[..., None], year: Year
) -> None:
    """A report that gives both dates has two events: nothing conflicts."""
    precedent("a", 1971)
    board = "the Salt Board of the Coast Pact"
    first = f"Tarvia left {board} in 1971 under Orla Venn and returned"
    second = f"Then Tarvia quit {board} in 1972 under Orla Venn and returned"
    hand.report("b", f"{first}. {second}.")
    for words, part, dated in (("left", first, 1971), ("quit", second, 1972)):
        when = year(dated)
        act = hand.act("b", words, "leave", agent="Tarvia", target=board, when=when)
        hand.say("b", part, actions=(act,), when=when)
    assert not [d for d in hand.collate().differences if d.kind == "date"]


@pytest.mark.parametrize(
    ("words", "conflicts"),
    [
        ("over a bitter 1971 strike", False),
        ("in the 1971 strike", False),
        ("in 1971 in the strike", True),
        ("in early 1971 in the strike", True),
    ],
)
def test_the_year_of_a_thing_is_not_that_of_the_deed(
    hand: Hand, precedent: Callable[..., None], year: Year, words: str, conflicts: bool
) -> None:
    """A year before a noun says which thing is meant, not when anything was done."""
    precedent("a", 1973)
    board = "the Salt Board of the Coast Pact"
    text = f"Tarvia left {board} {words} under Orla Venn and returned later"
    hand.report("b", f"{text}.")
    stated = year(1971)
    when = When(
        kind="year",
        start=stated.start,
        end=stated.end,
        words=hand.span("b", "1971"),
        resolved="as written",
    )
    act = hand.act("b", "left", "leave", agent="Tarvia", target=board, when=when)
    hand.say("b", text, actions=(act,), when=when)
    found = [d for d in hand.collate().differences if d.kind == "date"]
    assert bool(found) is conflicts
