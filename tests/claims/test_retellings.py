"""What a retelling changed, along edges and in headlines."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from stemma.model.claim import Retelling
    from stemma.model.when import When
    from tests.claims.conftest import Hand

LOST = "the freighter Ondine lost its cargo of salt in Ossery harbour"
SHARED = "freighter Ondine lost its cargo of salt in Ossery harbour"


def _changes(hand: Hand) -> dict[str, Retelling]:
    return {r.change: r for r in hand.collate().retellings}


def test_a_hedge_dropped_is_stronger(hand: Hand) -> None:
    """ "May have" told as plain fact is stronger, and the words are quoted."""
    hand.report("a", f"It may be that {LOST}.")
    hand.report("b", f"Sadly {LOST}.")
    hand.say("a", LOST, modality="possible", hedges=(hand.span("a", "may"),))
    hand.say("b", LOST)
    hand.derive("a", "b", SHARED)
    found = _changes(hand)["hedge"]
    assert found.direction == "stronger"
    assert "may" in found.because[0]
    assert found.edge == ("h-a", "h-b")


def test_an_attribution_dropped_is_stronger(hand: Hand) -> None:
    """What somebody said, told in the outlet's own voice, is stronger."""
    hand.report("a", f"Hedda Moss said {LOST}.")
    hand.report("b", f"Sadly {LOST}.")
    hand.say("a", LOST, source="Hedda Moss")
    hand.say("b", LOST)
    hand.derive("a", "b", SHARED)
    assert _changes(hand)["attribution"].direction == "stronger"


def test_a_faithful_copy_changes_nothing(hand: Hand) -> None:
    """The same words with the same source show no change."""
    for name in ("a", "b"):
        hand.report(name, f"Hedda Moss said {LOST}.")
        hand.say(name, LOST, source="Hedda Moss")
    hand.derive("a", "b", SHARED)
    assert not _changes(hand)


def test_a_condition_dropped_is_stronger(hand: Hand) -> None:
    """Half of a condition that is gone is found, and only that half."""
    text = "If the war ends and a treaty is signed, Hedda Moss will reopen Ossery harbour for salt"
    hand.report("a", f"{text}.")
    hand.report("b", "If the war ends, Hedda Moss will reopen Ossery harbour for salt.")
    condition = hand.span("a", "If the war ends and a treaty is signed")
    hand.say("a", text, conditions=(condition,))
    hand.say("b", "If the war ends, Hedda Moss will reopen Ossery harbour for salt")
    hand.derive("a", "b", "Hedda Moss will reopen Ossery harbour for salt")
    found = _changes(hand)["condition"]
    assert "a treaty is signed" in found.because[0]


def test_a_number_that_grew_is_stronger(hand: Hand) -> None:
    """A larger number of the same thing is inflated."""
    for name, words, value in (("a", "340 tonnes", 340.0), ("b", "500 tonnes", 500.0)):
        text = f"The freighter Ondine lost {words} of salt in Ossery harbour"
        hand.report(name, f"{text}.")
        number = hand.number(name, words, value, of=("salt",))
        hand.say(name, text, numbers=(number,))
    hand.derive("a", "b", "of salt in Ossery harbour")
    assert _changes(hand)["number"].direction == "stronger"


def test_nothing_is_said_without_an_edge(hand: Hand) -> None:
    """Two reports of which neither comes from the other retell nothing."""
    hand.report("a", f"It may be that {LOST}.")
    hand.report("b", f"Sadly {LOST}.")
    hand.say("a", LOST, modality="possible", hedges=(hand.span("a", "may"),))
    hand.say("b", LOST)
    assert not _changes(hand)


def test_a_headline_wider_than_its_body(hand: Hand) -> None:
    """A headline that drops the part and names the whole widens its own body."""
    hand.report(
        "a",
        "Tarvia to leave the Coast Pact over salt. "
        "Tarvia is to leave the Coast Pact's joint command over salt.",
    )
    hand.actor("a1", "Tarvia", "place")
    wide = hand.act("a", "leave", "leave", agent="Tarvia", target="the Coast Pact")
    hand.say("a", "Tarvia to leave the Coast Pact over salt", headline=True, actions=(wide,))
    narrow = hand.act(
        "a", "leave", "leave", agent="Tarvia", target="the Coast Pact's joint command"
    )
    hand.say(
        "a",
        "Tarvia is to leave the Coast Pact's joint command over salt",
        actions=(narrow,),
    )
    found = _changes(hand)["scope"]
    assert found.direction == "stronger"
    assert found.edge is None


def test_a_paraphrase_that_drops_a_quoted_condition(hand: Hand) -> None:
    """Half of a quoted condition missing from another report's paraphrase is found, unordered."""
    hand.actor("x", "Hedda Moss")
    quoted = "Once the strike is over and settled by a vote, I will reopen the Ossery salt harbour"
    retold = "once the strike ended, she would reopen the Ossery salt harbour"
    hand.report("a", f"“{quoted},” Hedda Moss said.")
    hand.report("b", f"Hedda Moss said that {retold}.")
    first = hand.span("a", "Once the strike is over and settled by a vote")
    second = hand.span("b", "once the strike ended")
    hand.say("a", quoted, source="Hedda Moss", quote="direct", conditions=(first,))
    hand.say("b", retold, source="Hedda Moss", conditions=(second,))
    found = _changes(hand)["condition"]
    assert found.edge == ("h-a", "h-b")
    assert "settled by a vote" in found.because[0]


@pytest.fixture
def announced(hand: Hand) -> Callable[[str], None]:
    """A report with a conditional announcement, and a short one made from it."""

    def tell(more: str) -> None:
        full = (
            "Hedda Moss will file a motion to close the Ossery salt board unless Tarvia pays rent"
        )
        hand.report("a", f"{full}.")
        motion = hand.act("a", "file", "file", agent="Hedda Moss", target="a motion")
        unless = hand.span("a", "unless Tarvia pays rent")
        hand.say("a", full, stage="announced", conditions=(unless,), actions=(motion,))
        short = "Hedda Moss will file a motion over the salt board"
        hand.report("b", f"{short}. {more}")
        motion = hand.act("b", "file", "file", agent="Hedda Moss", target="a motion")
        hand.say("b", short, stage="announced", actions=(motion,))
        hand.say("b", more)
        hand.derive("a", "b", kind="credits")

    return tell


def test_a_step_told_without_its_condition(hand: Hand, announced: Callable[[str], None]) -> None:
    """A short report that tells a conditional step as a plain one has made it stronger."""
    announced("Gulls were seen over the quay")
    assert _changes(hand)["condition"].direction == "stronger"


def test_a_condition_told_elsewhere_is_not_lost(
    hand: Hand, announced: Callable[[str], None]
) -> None:
    """The condition in a sentence of its own is no change."""
    announced("She wants Tarvia to pay rent")
    assert "condition" not in _changes(hand)


def test_an_office_changed_on_the_way(hand: Hand, day: Callable[[str], When]) -> None:
    """ "Former" put before an office along an edge is a retelling, neither stronger nor weaker."""
    texts = {
        "a": "Salt minister Hedda Moss spoke.",
        "b": "Salt minister Hedda Moss left early.",
        "c": "Former salt minister Hedda Moss spoke.",
    }
    for name, text in texts.items():
        hand.report(name, text, published=day("2025-05-04"))
        hand.say(name, text[:-1])
    now, past = hand.role("Salt minister", "a", "b"), hand.role("Former salt minister", "c")
    hand.actor("x", "Hedda Moss", roles=(now, past))
    hand.derive("a", "c", "Hedda Moss spoke")
    found = _changes(hand)["other"]
    assert (found.direction, found.edge) == ("neither", ("h-a", "h-c"))
