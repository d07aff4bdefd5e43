"""Who said what: cues in every position, sources as they stand, and laws of the ranges."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.reading.attribution import Attribution, find_attributions
from stemma.reading.parser import parse

if TYPE_CHECKING:
    from stemma.reading.models import Models

Find = Callable[[str], list[Attribution]]


@pytest.fixture(scope="module")
def find(models: Models) -> Find:
    """The attributions of a text whose lines are its paragraphs."""

    def attributions(text: str) -> list[Attribution]:
        lines = [m.span() for m in re.finditer(r"[^\n]+", text)]
        return find_attributions(parse(models.parser, text, lines), models.attribution)

    return attributions


def words(text: str, ranges: tuple[tuple[int, int], ...]) -> str:
    """The quoted words of a role, its ranges joined by " … "."""
    return " … ".join(text[start:end] for start, end in ranges)


def by_cue(text: str, found: list[Attribution], lemma: str) -> Attribution:
    """The first attribution with this cue lemma."""
    return next(a for a in found if a.cue_lemma == lemma)


SAID = [
    (
        "Minister Ada Brenner said that the port would close in May.",
        ("say", "Minister Ada Brenner", "that the port would close in May"),
    ),
    (
        "The port, Brenner said on Monday, would close in May.",
        ("say", "Brenner", "The port … would close in May"),
    ),
    (
        "The port would close in May, according to the harbour authority.",
        ("according to", "the harbour authority", "The port would close in May"),
    ),
    (
        "As the Harbour Gazette reported, the port would close in May.",
        ("report", "the Harbour Gazette", "the port would close in May"),
    ),
    (
        "In Brenner's view, the port is too old.",
        ("view", "Brenner's", "the port is too old"),
    ),
    (
        "Brenner wants to close the port.",
        ("want", "Brenner", "to close the port"),
    ),
    (
        "Brenner accused the mayor of hiding the costs.",
        ("accuse", "Brenner", "the mayor of hiding the costs"),
    ),
    (
        "Brenner called for an inquiry into the costs.",
        ("call for", "Brenner", "an inquiry into the costs"),
    ),
    (
        "Officials dismissed her claim that the port is safe.",
        ("claim", "her", "that the port is safe"),
    ),
    (
        "The plan was rejected by the council.",
        ("reject", "the council", "The plan"),
    ),
    (
        "Brenner, who chairs the committee, warned that costs would rise.",
        ("warn", "Brenner, who chairs the committee", "that costs would rise"),
    ),
    (
        "Brenner was quoted as saying that the port would close.",
        ("say", "Brenner", "that the port would close"),
    ),
    (
        "The port would close, noted two engineers.",
        ("note", "two engineers", "The port would close"),
    ),
    (
        "The port has closed, as first reported by the Harbour Gazette.",
        ("report", "the Harbour Gazette", "The port has closed"),
    ),
    (
        "The court cited “an old fault,” threats to its clerks, and “a lost log” of the ship.",
        (
            "cite",
            "The court",
            "“an old fault,” threats to its clerks, and “a lost log” of the ship",
        ),
    ),
    (
        "The call held some talk of war, an official with knowledge of the inquiry told CNN.",
        ("tell", "an official with knowledge of the inquiry", "The call held some talk of war"),
    ),
    (
        "Brenner said the ship has no boat and the owner gave it no crew.",
        ("say", "Brenner", "the ship has no boat and the owner gave it no crew"),
    ),
    (
        "Brenner says what is known about the port is enough to close it.",
        ("say", "Brenner", "what is known about the port is enough to close it"),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), SAID)
def test_roles(find: Find, text: str, wanted: tuple[str, str, str]) -> None:
    """The cue's place and word class decide nothing about whether its three roles are found."""
    lemma, source, content = wanted
    found = by_cue(text, find(text), lemma)
    assert (words(text, found.source), words(text, found.content)) == (source, content)


def test_shared_subject(find: Find) -> None:
    """A subject shared by conjunction is the source of each verb."""
    text = "Brenner praised the crew and promised to raise their pay."
    found = find(text)
    assert words(text, by_cue(text, found, "promise").source) == "Brenner"
    assert words(text, by_cue(text, found, "praise").source) == "Brenner"


@pytest.mark.parametrize(
    ("text", "unnamed"),
    [
        ("It is noted that the port closed once before.", "it is said"),
        ("The port is expected to close in May.", "passive"),
        ("The mayor reportedly left the country.", "reportedly"),
        ("Fears that the port could close have grown.", "noun"),
    ],
)
def test_unnamed(find: Find, text: str, unnamed: str) -> None:
    """Where the text names nobody the source is empty and says why."""
    found = [a for a in find(text) if not a.source]
    assert [a.unnamed for a in found] == [unnamed]


def test_evidential_at_a_cue(find: Find) -> None:
    """An evidential adverb at a cue belongs to that attribution and makes none of its own."""
    text = "Brenner reportedly said that the port would close."
    (found,) = find(text)
    assert found.reportedly is not None
    assert text[slice(*found.reportedly)] == "reportedly"


def test_interrupted_relay_is_no_content(find: Find) -> None:
    """Words that only say how a statement travelled are no part of it."""
    text = "Brenner pledged, according to the Gazette, that the port would stay open."
    found = by_cue(text, find(text), "pledge")
    assert words(text, found.content) == "that the port would stay open"


def test_nested_attribution_lies_inside(find: Find) -> None:
    """What a source says another says is found too, inside the outer content."""
    text = "Brenner said that the mayor believes the port is lost."
    outer, inner = find(text)
    assert (outer.cue_lemma, inner.cue_lemma) == ("say", "believe")
    assert outer.content[0][0] <= inner.cue[0][0] < outer.content[0][1]


def test_things_do_not_speak(find: Find) -> None:
    """An act verb with a thing for its subject attributes nothing."""
    assert find("The bridge supports a heavy load.") == []
    assert find("Nine ships entered the port on Friday.") == []


@pytest.mark.parametrize("day", ["on Tuesday", "Tuesday", "late on Monday", "Friday morning"])
def test_day_belongs_to_the_saying(find: Find, day: str) -> None:
    """A day right behind the cue is when it was said, and no part of what was said."""
    text = f"Brenner said {day} she would file a motion."
    (found,) = find(text)
    assert words(text, found.cue) == f"said {day}"
    assert words(text, found.content) == "she would file a motion"


def test_day_within_what_was_said(find: Find) -> None:
    """A day that is part of what was said stays there."""
    text = "Brenner said Tuesday's vote was lost."
    assert words(text, find(text)[0].content) == "Tuesday's vote was lost"


def test_quoted_as_saying_is_one(find: Find) -> None:
    """The "saying" of "was quoted as saying" makes no second attribution."""
    text = "Brenner was quoted as saying at a news conference that the port is closed."
    (found,) = find(text)
    assert words(text, found.content) == "that the port is closed"


def test_headline_with_colon(find: Find) -> None:
    """A speaker and a colon attribute a headline; a label and a colon do not."""
    text = "Ida Marsh: The bridge has failed us"
    (found,) = [a for a in find(text) if a.cue_lemma == ":"]
    assert words(text, found.source) == "Ida Marsh"
    assert [a for a in find("Key details: The bridge has failed") if a.cue_lemma == ":"] == []


def assert_lawful(text: str, found: list[Attribution]) -> None:
    """Content never empty, ranges in bounds and in order, roles apart, document order kept."""
    for a in found:
        assert a.content
        taken: set[int] = set()
        for role in (a.source, a.cue, a.content):
            assert list(role) == sorted(role)
            for start, end in role:
                assert 0 <= start < end <= len(text)
                assert taken.isdisjoint(range(start, end))
                taken.update(range(start, end))
        assert bool(a.source) == (a.unnamed is None)
    starts = [min(s for s, _ in (*a.source, *a.cue, *a.content)) for a in found]
    assert starts == sorted(starts)


PIECES = st.sampled_from(
    [
        "“", "”", '"', "''", ",", ".", ":", "—", "(", ")", "\n", "\n\n", "said", "Brenner", "he",
        "that", "the port", "would close", "according to", "reportedly", "was", "told", "reporters",
        "claims", "of", "and", "wants", "to", "is", "noted", "it", "saying", "quoted", "as",
        "\u200b",
    ]
)  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(pieces=st.lists(PIECES, max_size=40))
def test_any_words_keep_the_laws(find: Find, pieces: list[str]) -> None:
    """No order of words and marks makes it raise or breaks a law of the ranges."""
    text = " ".join(pieces)
    found = find(text)
    assert_lawful(text, found)
    assert found == find(text)


@pytest.mark.parametrize(("text", "_"), SAID)
def test_examples_keep_the_laws(find: Find, text: str, _: object) -> None:
    """Every example keeps the laws of the ranges."""
    assert_lawful(text, find(text))
