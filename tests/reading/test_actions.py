"""Actions with their agent, target and date."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from stemma.model.reading import Action
from stemma.model.report import Report
from stemma.reading.question import read_question
from stemma.reading.read import read

if TYPE_CHECKING:
    from stemma.reading.models import Models

Actions = Callable[[str], list[Action]]


@pytest.fixture
def actions(models: Models, make_report: Callable[..., Report]) -> Actions:
    """The actions of all statements of a text."""

    def find(text: str) -> list[Action]:
        return [a for s in read(make_report(text), models).statements for a in s.actions]

    return find


def told(action: Action) -> tuple[str, str, str]:
    """Predicate, agent and target, as words."""
    agent = action.agent.exact if action.agent else ""
    target = action.target.exact if action.target else ""
    return action.predicate, agent, target


def test_verbs_and_nouns_of_leaving_share_a_family(actions: Actions) -> None:
    """ "Leave X", "withdraw from X", "exit from X" and "withdrawal from X" have X as target."""
    for text in (
        "Norvia left the customs union.",
        "Norvia withdrew from the customs union.",
        "Norvia pulled out of the customs union.",
        "Norvia pulled its inspectors out of the customs union.",
        "The minister planned Norvia's exit from the customs union.",
        "The minister planned Norvia's withdrawal from the customs union.",
    ):
        found = [a for a in actions(text) if a.family == "leave"]
        assert [a.target.exact for a in found if a.target] == ["the customs union"], text


def test_a_target_keeps_its_owner_and_drops_its_clause(actions: Actions) -> None:
    """The target is the whole noun phrase with its owner, without a relative clause."""
    found = actions("Norvia left the League's joint command, which it had joined late.")
    assert ("leave", "Norvia", "the League's joint command") in [told(a) for a in found]


def test_each_coordinated_target_is_an_action(actions: Actions) -> None:
    """ "Leave X and Y" is two actions."""
    found = [told(a)[2] for a in actions("Norvia left the bank and the court.")]
    assert found == ["the bank", "the court"]


def test_negation_is_the_actions_own(actions: Actions) -> None:
    """Of two coordinated clauses only the negated one is negated."""
    found = {
        told(a)[2]: a.polarity
        for a in actions("Norvia will leave the bank, but it will not leave the court.")
    }
    assert found == {"the bank": "affirmed", "the court": "negated"}


def test_what_is_not_wanted_is_negated(actions: Actions) -> None:
    """ "Does not want to leave", "refused to leave": the leaving is negated."""
    for text in (
        "Norvia does not want to leave the bank.",
        "Norvia refused to leave the bank.",
        "The council does not want Norvia out of the bank.",
        "Norvia neither joined nor left the bank.",
    ):
        found = [a.polarity for a in actions(text) if a.family == "leave"]
        assert found == ["negated"], text


def test_what_is_only_supposed_is_neither(actions: Actions) -> None:
    """ "If Norvia leaves" neither says nor denies that it does."""
    found = actions("If Norvia leaves the bank, prices will rise.")
    assert [a.polarity for a in found if a.family == "leave"] == ["unknown"]


def test_a_pro_verb_stands_for_what_was_done(actions: Actions) -> None:
    """ "Has done so" carries predicate and target of the action before it, and its own date."""
    found = actions("Norvia could leave the bank, as Sarvia did so in 1971.")
    later = [a for a in found if a.when.words is not None]
    assert [told(a) for a in later] == [("leave", "Sarvia", "the bank")]
    assert later[0].when.start is not None
    assert later[0].when.start.year == 1971


def test_a_date_belongs_to_its_own_clause(actions: Actions) -> None:
    """Of two dated verbs each has its own date."""
    found = actions("Norvia left the bank in 1971 and returned to the bank in 1984.")
    years = {a.predicate: a.when.start.year for a in found if a.when.start}
    assert years == {"leave": 1971, "return": 1984}


def test_a_passive_has_its_target_as_subject(actions: Actions) -> None:
    """ "The bridge was closed by X": X did it, to the bridge; a date is no agent."""
    assert [told(a) for a in actions("The bridge was closed by the council.")] == [
        ("close", "the council", "The bridge")
    ]
    assert [told(a)[1] for a in actions("The bridge was closed by Monday.")] == [""]


def test_leaving_something_so_is_no_leaving(actions: Actions) -> None:
    """ "Leaves the town exposed" is no departure."""
    found = actions("The plan leaves the town exposed.")
    assert not [a for a in found if a.family == "leave"]


def test_target_terms_are_lemmas(actions: Actions) -> None:
    """The target's content words, as lowercase lemmas."""
    found = actions("Norvia left the joint commands.")
    assert found[0].target_terms == ("joint", "command")


def test_a_question_is_read_like_any_words(models: Models) -> None:
    """The question's terms and actions are found, with spans into its text."""
    question = read_question("Will Norvia  leave the League or its court?", models.parser)
    assert question.text == "Will Norvia leave the League or its court?"
    assert [told(a) for a in question.actions] == [
        ("leave", "Norvia", "the League"),
        ("leave", "Norvia", "its court"),
    ]
    assert all(
        question.text[a.words.start : a.words.end] == a.words.exact for a in question.actions
    )
    assert "leave" in question.terms
