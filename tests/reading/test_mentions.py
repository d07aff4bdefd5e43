"""Names, roles, and what points back to a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from stemma.model.reading import Mention
from stemma.model.report import Report
from stemma.reading.read import read

if TYPE_CHECKING:
    from stemma.reading.models import Models

Mentions = Callable[[str], list[Mention]]


@pytest.fixture
def mentions(models: Models, make_report: Callable[..., Report]) -> Mentions:
    """The mentions of a text."""

    def find(text: str) -> list[Mention]:
        return list(read(make_report(text), models).mentions)

    return find


def one(found: list[Mention], name: str) -> Mention:
    """The first mention with this name."""
    return next(m for m in found if m.name == name)


def roles(found: list[Mention], name: str) -> list[str]:
    """All roles stated of a name."""
    return [r.exact for m in found if m.name == name for r in m.roles]


def test_a_name_is_given_without_possessive_and_title(mentions: Mentions) -> None:
    """The name is the bare name: no title, no "'s", no article."""
    found = mentions("Mr. Anton Reyes's lawyers met President Ilse Brandt in Vienna on Friday.")
    names = {m.name for m in found}
    assert {"Anton Reyes", "Ilse Brandt"} <= names
    assert one(found, "Ilse Brandt").kind == "person"


def test_roles_before_and_beside_a_name(mentions: Mentions) -> None:
    """A title before a name and an apposition after it both state a role."""
    found = mentions(
        "Former governor Ilse Brandt met Anton Reyes, the deputy speaker of the parliament, "
        "in Vienna. Anton Reyes is the head of the Harbour Party."
    )
    assert "Former governor" in roles(found, "Ilse Brandt")
    assert "the deputy speaker of the parliament" in roles(found, "Anton Reyes")
    assert any("head of the Harbour Party" in role for role in roles(found, "Anton Reyes"))


def test_a_role_that_is_denied_is_none(mentions: Mentions) -> None:
    """ "X is not the head of Y" states no role."""
    found = mentions("Anton Reyes is not the chairman of the Harbour Party.")
    assert not roles(found, "Anton Reyes")


def test_a_surname_stands_for_the_one_full_name(mentions: Mentions) -> None:
    """A surname alone points to the full name, and has its kind."""
    found = mentions(
        "Ilse Brandt spoke in Vienna. Brandt said the bridge was safe. Brandt left at noon."
    )
    surname = one(found, "Brandt")
    assert surname.kind == "person"
    assert surname.antecedent == one(found, "Ilse Brandt").span


def test_two_of_one_surname_leave_it_open(mentions: Mentions) -> None:
    """Where two full names share a surname, the surname points to neither."""
    found = mentions(
        "Ilse Brandt met Karl Brandt in Vienna. Later Brandt said the bridge was safe."
    )
    assert one(found, "Brandt").antecedent is None


def test_an_acronym_stands_for_what_it_shortens(mentions: Mentions) -> None:
    """An acronym in brackets after its name points to the whole of it."""
    found = mentions(
        "The Port and Fisheries Council (PFC) met on Monday. The PFC said it would not act."
    )
    assert one(found, "Port and Fisheries Council").kind == "organisation"
    later = [m for m in found if m.name == "PFC"]
    assert later
    assert all(
        m.antecedent is not None and m.antecedent.exact == "Port and Fisheries Council"
        for m in later
    )


def test_papers_and_agencies_are_outlets(mentions: Mentions) -> None:
    """A name with a newspaper's word in it, or said to be one, is an outlet."""
    found = mentions("Ilse Brandt told the Lunde Gazette that the newspaper Morgenland was wrong.")
    assert one(found, "Lunde Gazette").kind == "outlet"


def test_she_is_the_one_who_speaks(mentions: Mentions) -> None:
    """Within what somebody says, "she" is first of all the speaker."""
    found = mentions("Ilse Brandt said on Monday that she would leave the council in May.")
    pronoun = one(found, "she")
    assert pronoun.form == "pronoun"
    assert pronoun.antecedent is not None
    assert pronoun.antecedent.exact == "Ilse Brandt"


def test_a_title_that_does_not_agree_is_no_antecedent(mentions: Mentions) -> None:
    """ "She" never stands for a Mr."""
    found = mentions("Mr. Anton Reyes arrived in Vienna. She said the bridge was safe.")
    assert one(found, "She").antecedent is None


def test_a_forename_that_does_not_agree_is_no_antecedent(mentions: Mentions) -> None:
    """Of two people in view, "she" is the one whose forename agrees."""
    found = mentions("Robert Venn and Margaret Ostby arrived in Vienna. She said it was late.")
    pronoun = one(found, "She")
    assert pronoun.antecedent is not None
    assert pronoun.antecedent.exact == "Margaret Ostby"


def test_two_that_fit_leave_a_pronoun_open(mentions: Mentions) -> None:
    """Where two people are equally in view, the pronoun points to neither."""
    found = mentions(
        "Anton Reyes and Karl Brandt arrived in Vienna in the morning. He said the bridge was safe."
    )
    assert one(found, "He").antecedent is None


def test_a_noun_points_to_the_one_with_that_role(mentions: Mentions) -> None:
    """ "The lawmaker" is the one person who was called one, in any word for it."""
    found = mentions(
        "Senator Ilse Brandt met the builder Anton Reyes in Vienna. "
        "The lawmaker said the bridge was safe."
    )
    noun = one(found, "The lawmaker")
    assert noun.form == "nominal"
    assert noun.antecedent == one(found, "Ilse Brandt").span


def test_things_that_speak_are_no_actors(mentions: Mentions) -> None:
    """A survey or a document that "says" something is no mention of an actor."""
    found = mentions("The survey said that prices rose. These figures show that wages fell.")
    assert not [m for m in found if m.form == "nominal"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("ELMHAVEN (QPA) — The mayor left on Friday.", "ELMHAVEN", "place"),
        ("ELMHAVEN (QPA) — The mayor left on Friday.", "QPA", "outlet"),
        ("Sen. Ilse Brandt, D-Nev., left the room on Friday.", "Nev.", "place"),
        ("The bill went to Congress on Friday.", "Congress", "organisation"),
        ("The bill went to the Senate on Friday.", "Senate", "organisation"),
        ("Anton Reyes left. The Reyes campaign denied it.", "Reyes campaign", "organisation"),
        ("The bill pleased House Republicans on Friday.", "House Republicans", "group"),
        ("He praised the Justice Department on Friday.", "Justice Department", "organisation"),
    ],
)
def test_names_that_go_by_plain_words(mentions: Mentions, text: str, name: str, kind: str) -> None:
    """Datelines, a party's state, chambers, campaigns and a chamber's members are names."""
    assert one(mentions(text), name).kind == kind


def test_a_compound_of_two_countries_is_two_names(mentions: Mentions) -> None:
    """One word that is the names of two places stands for both."""
    found = mentions("Delegates met at the U.S.-Norway talks on Friday.")
    assert {"U.S.", "Norway"} <= {m.name for m in found}


@pytest.mark.parametrize(
    "text",
    [
        "House Speaker Ilse Brandt left the room on Friday.",
        "The House budget chairman left the room on Friday.",
        "A House Republican aide left the room on Friday.",
    ],
)
def test_an_office_takes_no_chamber_with_it(mentions: Mentions, text: str) -> None:
    """ "House Speaker" is what somebody is, not a mention of the House."""
    assert "House" not in {m.name for m in mentions(text)}


def test_i_is_whoever_is_quoted(mentions: Mentions) -> None:
    """ "I" in quoted words stands for their speaker, and outside of any for nobody named."""
    found = mentions("“I think the bridge is safe,” said Ilse Brandt. I doubt that.")
    pointing = [m for m in found if m.name == "I"]
    assert [m.antecedent for m in pointing] == [one(found, "Ilse Brandt").span]


def test_a_surname_at_the_head_of_a_sentence_is_a_name(mentions: Mentions) -> None:
    """However the parser tags it, a bare subject that ends a known name is that name."""
    found = mentions("Anton Reyes met Helen Cutter in Vienna.\n\nCutter said the bridge was safe.")
    assert one(found, "Cutter").antecedent == one(found, "Helen Cutter").span


def test_a_noun_points_to_an_abbreviated_title(mentions: Mentions) -> None:
    """ "The governor" is the one who was introduced as "Gov."."""
    found = mentions("Gov. Ilse Brandt met Anton Reyes. The governor said the bridge was safe.")
    assert one(found, "The governor").antecedent == one(found, "Ilse Brandt").span
