"""Words that a retelling quotes otherwise than the report it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stemma.model.claim import Retelling

if TYPE_CHECKING:
    from tests.claims.conftest import Hand

SAID = "We will not open the lock before the pilots have looked at every gate of the harbour"


def _quotations(hand: Hand, other: str) -> list[Retelling]:
    for name, words in (("a", SAID), ("b", other)):
        hand.report(name, f"“{words},” Ada Lorne said.")
        hand.say(name, words, quote="direct", source="Ada Lorne")
    hand.derive("a", "b", kind="quotes")
    return [r for r in hand.collate().retellings if r.change == "quotation"]


def test_a_word_put_for_another_along_an_edge(hand: Hand) -> None:
    """What two reports quote in different words is a retelling where one is made from the other."""
    (found,) = _quotations(hand, SAID.replace("looked at", "inspected"))
    assert (found.direction, found.from_[0].report, found.to[0].report) == ("unknown", "a", "b")
    assert "inspected" in found.because[0]


def test_a_spelling_is_no_other_word(hand: Hand) -> None:
    """Contractions and spellings sound alike."""
    assert _quotations(hand, SAID.replace("will not", "won't")) == []
