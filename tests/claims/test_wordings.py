"""One utterance in two reports, in different words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stemma.model.claim import Difference

if TYPE_CHECKING:
    from tests.claims.conftest import Hand

SAID = "We will not open the lock before the pilots have looked at every gate of the harbour"


def _differences(hand: Hand, one: str, other: str, **fields: str) -> list[Difference]:
    for name, words in (("a", one), ("b", other)):
        language = fields.get(name, "en")
        hand.report(name, f"“{words},” Ada Lorne said.", language=language)
        hand.say(name, words, quote="direct", source="Ada Lorne")
    return [d for d in hand.collate().differences if d.kind == "wording"]


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
    assert [d for d in hand.collate().differences if d.kind == "wording"] == []


def _of_one_speaker(hand: Hand, one: str, other: str, names: tuple[str, str]) -> list[Difference]:
    for report, words, name in (("a", one, names[0]), ("b", other, names[1])):
        hand.report(report, f"“{words},” {name} said.")
        hand.say(report, words, quote="direct", source=name)
    hand.actor("x", names[0])
    if names[1] != names[0]:
        hand.actor("y", names[1])
    return [d for d in hand.collate().differences if d.kind == "wording"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I did not bribe harbour pilots", "I do not bribe harbour pilots"),
        (
            "The pilots trust us. I did not bribe harbour pilots",
            "I do not bribe harbour pilots",
        ),
        (
            "the gates are now really worthless and ready for scrap",
            "the gates are now worthless and ready",
        ),
    ],
)
def test_of_one_speaker_a_short_quotation_is_enough(hand: Hand, one: str, other: str) -> None:
    """A whole sentence with another tense, or a run of seven words with one more."""
    (found,) = _of_one_speaker(hand, one, other, ("Ada Lorne", "Ada Lorne"))
    assert found.verdict == "conflict"


def test_a_bare_surname_is_the_full_name_that_ends_in_it(hand: Hand) -> None:
    """Where one report has only the surname, both quote one speaker."""
    one, other = "I did not bribe harbour pilots", "I do not bribe harbour pilots"
    assert len(_of_one_speaker(hand, one, other, ("Ada Lorne", "Lorne"))) == 1


def test_of_two_speakers_a_short_quotation_is_not_enough(hand: Hand) -> None:
    """Two people may say much the same of one thing."""
    one, other = "I did not bribe harbour pilots", "I do not bribe harbour pilots"
    assert _of_one_speaker(hand, one, other, ("Ada Lorne", "Ines Tarrow")) == []


def test_a_part_of_a_sentence_is_held_against_a_like_part_only(hand: Hand) -> None:
    """What one report has and the other cuts off tells nothing of what was said."""
    one = "I did not bribe harbour pilots"
    other = "I do not bribe harbour pilots on a Sunday"
    assert _of_one_speaker(hand, one, other, ("Ada Lorne", "Ada Lorne")) == []


def test_words_that_nobody_is_said_to_speak_are_held_together_too(hand: Hand) -> None:
    """A long quotation vouches for itself where the reading found no speaker."""
    other = SAID.replace("looked at", "inspected")
    hand.report("a", f"“{SAID}”. So it began.")
    hand.report("b", f"“{other}”. So it began.")
    found = [d for d in hand.collate().differences if d.kind == "wording"]
    assert [d.about for d in found] == ["words quoted from one speaker"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sept. 11", "September 11"), ("20 percent", "twenty per cent"), ("Gov. Orr", "Governor Orr")],
)
def test_what_is_written_short_is_no_other_wording(hand: Hand, one: str, other: str) -> None:
    """Speakers do not say abbreviations and figures: how they are written is the reporter's."""
    said = "No pilot of this harbour has ever forgotten {} and what it did to the old lock"
    assert _differences(hand, said.format(one), said.format(other)) == []
