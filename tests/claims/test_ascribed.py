"""Who said so, left out or put into a sentence taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stemma.model.claim import Retelling

if TYPE_CHECKING:
    from tests.claims.conftest import Hand

PLAIN = "The board will let the salt freighters pass the Ossery lock until winter"
SAID = PLAIN.replace("will", "said it will")


def _attributions(hand: Hand, one: str, other: str) -> list[Retelling]:
    hand.report("a", f"{one}.")
    hand.report("b", f"{other}.")
    hand.derive("a", "b", kind="edited")
    return [r for r in hand.collate().retellings if r.change == "attribution"]


@pytest.mark.parametrize("said", [SAID, f"{PLAIN}, officials at the port said"])
def test_who_said_so_is_gone(hand: Hand, said: str) -> None:
    """What somebody said, told as plain fact in the same words, is stronger."""
    (found,) = _attributions(hand, said, PLAIN)
    assert (found.direction, found.from_[0].report) == ("stronger", "a")


def test_who_said_so_is_new(hand: Hand) -> None:
    """The other way round it is weaker."""
    (found,) = _attributions(hand, PLAIN, f"A clerk of the port said {PLAIN.lower()}")
    assert (found.direction, found.because[0]) == ("weaker", "“A clerk of the port said” is new")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SAID, SAID.replace("said", "announced")),
        (SAID, f"According to the board, {PLAIN.lower()}"),
        (f"“{PLAIN},” the clerk said", PLAIN),
        (PLAIN, f"“{PLAIN},” the clerk wrote"),
        (f"{PLAIN}, the clerk said", f"The clerk said much at noon. {PLAIN}"),
    ],
)
def test_what_is_no_loss_of_a_source(hand: Hand, one: str, other: str) -> None:
    """Another verb, a quotation, a source that the sentence before has named: nothing is said."""
    assert _attributions(hand, one, other) == []
