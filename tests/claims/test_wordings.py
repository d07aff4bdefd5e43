"""One utterance in two reports, in different words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stemma.claims.collate import collate
from stemma.model.claim import Difference

if TYPE_CHECKING:
    from tests.claims.conftest import Hand

SAID = "We will not open the lock before the pilots have looked at every gate of the harbour"


def _differences(hand: Hand, one: str, other: str, **fields: str) -> list[Difference]:
    for name, words in (("a", one), ("b", other)):
        language = fields.get(name, "en")
        hand.report(name, f"“{words},” Ada Lorne said.", language=language)
        hand.say(name, words, quote="direct", source="Ada Lorne")
    return [d for d in collate(hand.corpus()).differences if d.kind == "wording"]


def test_a_word_within_one_quotation_is_a_conflict(hand: Hand) -> None:
    """Both cannot be verbatim; each reading shows the words with some on either side."""
    (found,) = _differences(hand, SAID, SAID.replace("looked at", "inspected"))
    assert found.verdict == "conflict"
    assert [reading.value for reading in found.readings] == [
        "pilots have looked at every gate",
        "pilots have inspected every gate",
    ]


@pytest.mark.parametrize(
    "other",
    [
        SAID,
        SAID.replace("will not", "won't"),
        SAID.replace("the lock", "[the lock]"),
        SAID.replace("the pilots have looked at", "… looked at"),
        SAID.replace("open", "well, open"),
        SAID.replace("the pilots have", "the pilots 've"),
        SAID.replace("every gate of", "every gate in"),
        SAID[len("We will not ") :],
        SAID[: SAID.index(" of the harbour")],
        SAID.replace("gate of the harbour", "gate from the sea to the inner basin and the dock"),
    ],
)
def test_what_a_reporter_may_do_is_no_difference(hand: Hand, other: str) -> None:
    """Contractions, brackets, cuts at an ellipsis or an end, fillers, small words, other ends."""
    assert _differences(hand, SAID, other) == []


def test_translations_may_be_worded_otherwise(hand: Hand) -> None:
    """Of reports in two languages neither has to have the words that were spoken."""
    assert _differences(hand, SAID, SAID.replace("looked at", "inspected"), b="und") == []


def test_two_sayings_on_one_subject_are_two(hand: Hand) -> None:
    """Quotations that have less in common than most of their words are not held together."""
    other = "We will not open the lock for a company that has lied to this town for nine years"
    assert _differences(hand, SAID, other) == []


def test_a_small_word_that_turns_the_sense_is_a_difference(hand: Hand) -> None:
    """To drop a "not" is no slip."""
    (found,) = _differences(hand, SAID, SAID.replace("will not open", "will open"))
    assert found.verdict == "conflict"


def test_a_report_that_has_both_wordings_knows_two_utterances(hand: Hand) -> None:
    """Where one report quotes both, as of a borrowed speech, neither is misquoted."""
    other = SAID.replace("looked at", "inspected")
    hand.report("a", f"“{SAID},” Ada Lorne said. “{other},” Ines Tarrow had said in May.")
    hand.report("b", f"“{other},” said Ines Tarrow.")
    hand.say("a", SAID, quote="direct", source="Ada Lorne")
    hand.say("a", other, quote="direct", source="Ines Tarrow")
    hand.say("b", other, quote="direct", source="Ines Tarrow")
    assert [d for d in collate(hand.corpus()).differences if d.kind == "wording"] == []
