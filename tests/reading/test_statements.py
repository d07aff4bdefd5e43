"""Statements: who puts what forward, and what the outlet says itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from stemma.model.reading import Statement
from stemma.model.report import Report
from stemma.model.span import words_of
from stemma.model.when import When
from stemma.reading.read import read

if TYPE_CHECKING:
    from stemma.reading.models import Models

Statements = Callable[..., list[Statement]]


@pytest.fixture
def statements(models: Models, make_report: Callable[..., Report]) -> Statements:
    """The statements of a text."""

    def find(text: str, **fields: object) -> list[Statement]:
        return list(read(make_report(text, **fields), models).statements)

    return find


def own(found: list[Statement]) -> list[str]:
    """What the outlet says itself."""
    return [words_of(s.content) for s in found if s.own_voice]


def test_what_somebody_says_is_not_the_outlets(statements: Statements) -> None:
    """An attributed clause has its source; the frame around it is no statement."""
    found = statements("Ilse Brandt said that the bridge was closed.")
    assert len(found) == 1
    assert words_of(found[0].source) == "Ilse Brandt"
    assert "the bridge was closed" in words_of(found[0].content)
    assert not found[0].own_voice


def test_a_plain_sentence_is_the_outlets_own(statements: Statements) -> None:
    """A sentence that nobody is said to say is one statement without a source."""
    found = statements("The bridge was closed on Monday. Two hundred people lost their way home.")
    assert own(found) == [
        "The bridge was closed on Monday.",
        "Two hundred people lost their way home.",
    ]
    assert all(s.source == () and s.unnamed is None for s in found)


def test_a_free_clause_beside_an_attributed_one_is_own(statements: Statements) -> None:
    """Of two coordinated clauses only the one that is attributed has a source."""
    found = statements(
        "The ferry still leaves at noon, but officials warned that the bridge could fall."
    )
    assert own(found) == ["The ferry still leaves at noon"]
    found = statements('"The bridge is safe," Ilse Brandt said, but the council closed it.')
    assert own(found) == ["the council closed it."]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Anton Reyes criticised the council for its support of the port.", True),
        ("Anton Reyes objected to the fees for the ferry.", True),
        ("Anton Reyes criticised Ilse Brandt.", False),
    ],
)
def test_a_stand_on_more_than_a_name_is_a_statement(
    statements: Statements, text: str, content: bool
) -> None:
    """Blame with its reason, or of a thing that is told, is the speaker's; of a name it is not."""
    assert [not s.own_voice for s in statements(text)] == [content]


def test_a_semicolon_parts_two_propositions(statements: Statements) -> None:
    """Two sentences joined by a semicolon are two statements."""
    found = statements("The council closed the bridge; the union called a strike.")
    assert own(found) == ["The council closed the bridge", "the union called a strike."]


def test_an_aside_about_a_speaker_is_own(statements: Statements) -> None:
    """A relative clause that tells more about a speaker is told by the outlet."""
    found = statements('"The bridge is safe," said Anton Reyes, who built it ten years ago.')
    assert "Anton Reyes […] who built it ten years ago" in own(found)


@pytest.mark.parametrize(
    "text",
    [
        "The old bridge and the new one.",
        "Will the bridge ever open again?",
        "Read more about the bridge",
    ],
)
def test_fragments_questions_and_calls_say_nothing(statements: Statements, text: str) -> None:
    """Without a finite verb, or in a question, the outlet asserts nothing."""
    assert own(statements(f"The ferry leaves at noon.\n\n{text}\n\nThe pier is closed.")) == [
        "The ferry leaves at noon.",
        "The pier is closed.",
    ]


def test_headings_say_nothing_but_the_headline_does(
    statements: Statements, make_report: Callable[..., Report]
) -> None:
    """The headline is a statement marked as such; other headings are none."""
    text = "Lunde closes its bridge\n\nWhat comes next\n\nThe ferry leaves at noon.\n"
    found = statements(text, headline=make_report(text).span(0, 23))
    assert [words_of(s.content) for s in found if s.headline] == ["Lunde closes its bridge"]
    assert own(found) == ["Lunde closes its bridge", "The ferry leaves at noon."]


def test_an_item_goes_with_what_opens_its_list(statements: Statements) -> None:
    """An item that is no sentence is put with its lead-in, and takes its modal verb."""
    found = statements("If it rains, the council may:\n\n• close the pier,\n• stop the ferry.\n")
    assert [words_of(s.content) for s in found] == [
        "If it rains, the council may: […] close the pier,",
        "If it rains, the council may: […] stop the ferry.",
    ]


def test_ids_follow_the_text(statements: Statements) -> None:
    """Ids count up in text order and carry the report's id."""
    found = statements("The pier is closed. Ilse Brandt said it was safe. The ferry left.")
    assert [s.id for s in found] == [f"r1.s{n}" for n in range(1, len(found) + 1)]
    starts = [s.content[0].start for s in found]
    assert starts == sorted(starts)


def test_what_is_said_within_is_nested(statements: Statements) -> None:
    """A saying inside what another says stands within the outer statement."""
    found = statements("Ilse Brandt said that Anton Reyes had claimed that the bridge was safe.")
    inner = next(s for s in found if words_of(s.source) == "Anton Reyes")
    outer = next(s for s in found if words_of(s.source) == "Ilse Brandt")
    assert inner.within == outer.id


def test_the_day_of_saying_is_not_the_day_of_what_is_said(statements: Statements) -> None:
    """ "Said on Tuesday she would" dates the saying; the content begins after the date."""
    found = statements(
        "Ilse Brandt said on Tuesday she would close the bridge.",
        published=When(
            kind="day", start=date(2024, 5, 15), end=date(2024, 5, 15), resolved="as written"
        ),
    )
    assert words_of(found[0].content) == "she would close the bridge"
    assert found[0].said.words is not None
    assert found[0].when.words is None


def test_a_condition_is_nobodys_statement(statements: Statements) -> None:
    """What somebody only might say ("unless the union agrees to …") is no statement."""
    found = statements("Ilse Brandt will close the pier unless the union agrees to pay the fee.")
    assert [words_of(s.source) for s in found] == [""]


def test_terms_are_lemmas_of_content_words(statements: Statements) -> None:
    """Terms are lowercase lemmas of nouns, verbs, adjectives and numbers, in order."""
    found = statements("The old bridges were closed.")
    assert found[0].terms == ("old", "bridge", "close")


def test_a_headline_may_do_without_tense(
    statements: Statements, make_report: Callable[..., Report]
) -> None:
    """ "X to do Y" as a headline is a statement of what is intended."""
    text = "Fishing union to leave the Port League\n\nThe ferry left at noon.\n"
    found = [s for s in statements(text, headline=make_report(text).span(0, 38)) if s.headline]
    assert [(s.modality, [a.family for a in s.actions]) for s in found] == [("intended", ["leave"])]


def test_what_is_weighed_is_not_asserted(statements: Statements) -> None:
    """A sentence with a likelihood after it does not say flatly that the thing happens."""
    found = statements(
        "How likely is it?\n\nNorvia leaves the League by 2030: Very unlikely (5–10%).\n"
    )
    assert [s.modality for s in found] == ["possible"]


def test_a_scenario_is_not_asserted(statements: Statements) -> None:
    """What a scenario tells is possible at most, and has reached no stage."""
    found = statements("Scenario A: the vote\n\n• Parliament adopted the bill.\n")
    assert [(s.kind, s.modality, s.stage) for s in found] == [("scenario", "possible", "unknown")]


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Brandt said she had no lamp, no table and the guards gave her no paper.",
        "Ilse Brandt said the road was open and the board was not asked.",
    ],
)
def test_the_tail_of_what_somebody_says_is_not_the_outlets(
    statements: Statements, text: str
) -> None:
    """A clause that "and" joins to attributed words, with no comma, is not in the own voice."""
    found = statements(text)
    assert own(found) == []
    assert not words_of(found[0].content).endswith(" and")
