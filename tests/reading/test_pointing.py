"""Whom a pronoun or a common noun that speaks stands for, and where the text leaves it open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from stemma.model.report import Report
from stemma.reading.read import read

if TYPE_CHECKING:
    from stemma.reading.models import Models

Meant = Callable[[str, str], str | None]


@pytest.fixture
def meant(models: Models, make_report: Callable[..., Report]) -> Meant:
    """The name that the last mention of some words in a text stands for."""

    def find(text: str, words: str) -> str | None:
        mentions = read(make_report(text), models).mentions
        last = [m for m in mentions if m.form != "name" and m.name == words][-1]
        return last.antecedent.exact if last.antecedent else None

    return find


@pytest.mark.parametrize(
    "text",
    [
        "Tom Orr was found dead, a federal official told the Gazette. “It was a crime,” he said.",
        (
            "The death of Tom Orr shocked the town.\n\n“Whatever you think of Tom Orr, it was "
            "wrong,” said an official who asked not to be named.\n\n“It cannot stand,” he said."
        ),
        "Tom Orr fled on Friday. One witness said the road was closed. “It was dark,” he said.",
        "Tom Orr was arrested at noon. His lawyer said the charge was false. He said it will fall.",
    ],
)
def test_somebody_unnamed_stands_before_a_name(meant: Meant, text: str) -> None:
    """A pronoun passes over nobody: where somebody without a name spoke last, it has no name."""
    words = "He" if "He said" in text else "he"
    assert meant(text, words) is None


@pytest.mark.parametrize("noun", ["The official", "The spokesman", "The witness"])
def test_a_noun_goes_back_to_whom_it_introduced(meant: Meant, noun: str) -> None:
    """ "The official" is the official of before, not the person who was named last."""
    first = noun.lower().replace("the ", "a port ")
    text = f"Tom Orr sank the boat, {first} said on Monday. Tom Orr fled. {noun} said he was ill."
    assert meant(text, noun) is None


def test_a_name_in_a_quotation_is_not_in_view(meant: Meant) -> None:
    """Who is named only in a quotation is nobody's antecedent outside of it."""
    text = "Karl Brandt said: “The town will remember Tom Orr.” “He was kind,” he added."
    assert meant(text, "he") == "Karl Brandt"


def test_a_speaker_does_not_speak_of_himself_as_he(meant: Meant) -> None:
    """ "He" in somebody's own words is another than the speaker."""
    text = "Karl Brandt praised Tom Orr. “He never slept,” Brandt said."
    assert meant(text, "He") != "Karl Brandt"


def test_a_name_that_describes_a_noun_is_nobody(meant: Meant) -> None:
    """In "the Orr affair" nobody is named who could speak."""
    text = "The harbour board met about the Orr affair. The delay will cost much, he said."
    assert meant(text, "he") is None


def test_a_subject_comes_before_an_object(meant: Meant) -> None:
    """Of two in one sentence, the next "he" is the one who acts there."""
    text = "Karl Brandt met Tom Orr at the pier. He said the water was cold."
    assert meant(text, "He") == "Karl Brandt"


def test_the_speaker_comes_before_whom_he_speaks_of(meant: Meant) -> None:
    """Whoever spoke in the sentence before goes on speaking."""
    text = "Karl Brandt said that Tom Orr had lied. He added that the board would meet."
    assert meant(text, "He") == "Karl Brandt"


def test_an_object_across_a_paragraph_is_out_of_view(meant: Meant) -> None:
    """Only a subject or a speaker is in view from the next paragraph."""
    text = "The ferry passed Tom Orr at noon.\n\nHe said the water was cold."
    assert meant(text, "He") is None


def test_pronouns_elsewhere_tell_who_is_a_woman(meant: Meant) -> None:
    """Who is "she" where nobody else is named is nowhere "he"."""
    text = (
        "Jo Kestrel said she was a nurse. Jo Kestrel lost her licence in May.\n\n"
        "Jo Kestrel met Kim Arlen. He said the room was cold."
    )
    assert meant(text, "He") != "Jo Kestrel"


def test_two_speakers_in_turn_keep_their_words(meant: Meant) -> None:
    """A pronoun behind each speaker's quotation is that speaker's."""
    text = (
        "“It is late,” said Ann Foss. “We must go,” she said.\n\n"
        "“It is early,” said Karl Brandt. “We can stay,” he said."
    )
    assert meant(text, "she") == "Ann Foss"
    assert meant(text, "he") == "Karl Brandt"


def test_a_party_member_is_who_was_named(meant: Meant) -> None:
    """ "The Lanark Republican" is no name, but a word for the lawmaker just named."""
    text = "Sen. Marta Quill met the press on Monday. “It is late,” the Lanark Republican said."
    assert meant(text, "the Lanark Republican") == "Marta Quill"


def test_the_president_is_not_that_of_a_council(meant: Meant) -> None:
    """A bare title of office stands for nobody who heads only a council."""
    text = (
        "“It is late,” said Karl Brandt, president of the Harbour Council. "
        "The president said on Monday that the war was over."
    )
    assert meant(text, "The president") is None


def test_the_agency_is_the_body_that_acted_last(meant: Meant) -> None:
    """ "The agency" is the body that is a subject, not the outlet that was told."""
    text = (
        "The Harbour Safety Board issued a warning on Monday, an aide told the Lunde Gazette. "
        "The agency said the pier was unsafe."
    )
    assert meant(text, "The agency") == "Harbour Safety Board"
