"""Quotations joined from parts, and quotations set against another thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stemma.model.claim import Retelling

if TYPE_CHECKING:
    from tests.claims.conftest import Hand

ONE = "We will close the old salt lock"
TWO = "after the pilots have been heard in court"
WHOLE = f"{ONE} only if the board and the town agree on it {TWO}"


def _quotations(hand: Hand, one: str, other: str, *, derived: bool = True) -> list[Retelling]:
    for name, text in (("a", one), ("b", other)):
        hand.report(name, text)
        parts = text.split("“")[1:]
        for part in parts:
            hand.say(name, f"“{part[: part.index('”') + 1]}", quote="direct", source="Ada Lorne")
    hand.actor("x", "Ada Lorne")
    if derived:
        hand.derive("a", "b", kind="quotes")
    return [r for r in hand.collate().retellings if r.change == "quotation"]


def test_two_quotations_joined(hand: Hand) -> None:
    """What stands in two quotations of the source stands in one, and both places are shown."""
    source = f"“{ONE},” Ada Lorne said in March. Of the strike she said: “That waits till {TWO}.”"
    (found,) = _quotations(hand, source, f"Ada Lorne said: “{ONE} {TWO}.”")
    assert [span.exact for span in found.from_] == [ONE, TWO]
    assert found.to[0].exact == f"{ONE} {TWO}"
    assert found.direction == "unknown"


@pytest.mark.parametrize("derived", [True, False])
def test_words_gone_from_between(hand: Hand, derived: bool) -> None:
    """Within one quotation it needs no edge: both cannot be the speaker's words."""
    found = _quotations(hand, f"Ada Lorne said: “{WHOLE}.”", f"“{ONE} {TWO},” Ada Lorne said.",
                        derived=derived)  # fmt: skip
    assert "other words stand between them" in found[0].because[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"“{ONE},” Ada Lorne said, “{TWO}.”", f"“{ONE} {TWO},” Ada Lorne said."),
        (f"Ada Lorne said: “{WHOLE}.”", f"Ada Lorne said: “{ONE} … {TWO}.”"),
        (f"Ada Lorne said: “{WHOLE}.”", f"Ada Lorne said: “{ONE} [...] {TWO}.”"),
        (f"Ada Lorne said: “{WHOLE}.”", f"Ada Lorne said: “{ONE}.”"),
        (f"Ada Lorne said: “{WHOLE}.”", f"“{ONE},” Ada Lorne said. It is to be “{TWO}”."),
        (
            f"Ada Lorne said: “{ONE}. The board and the town agree on that. It is {TWO}.”",
            f"Ada Lorne said: “{ONE}. It is {TWO}.”",
        ),
        (
            f"“{ONE},” Ada Lorne said in March. She added: “It waits till {TWO}.”",
            f"“{ONE},” Ada Lorne said. “It waits till {TWO}.”",
        ),
    ],
)
def test_ordinary_shortening_is_no_splice(hand: Hand, one: str, other: str) -> None:
    """ "He said" taken out, a marked cut, a part, a whole sentence left out: nothing is said."""
    assert _quotations(hand, one, other) == []


def test_two_quotations_without_an_edge(hand: Hand) -> None:
    """Of two reports that were both there, the one may have broken up what the other has whole."""
    source = f"“{ONE},” Ada Lorne said in March. Of the strike she said: “That waits till {TWO}.”"
    assert _quotations(hand, source, f"Ada Lorne said: “{ONE} {TWO}.”", derived=False) == []


BOTH = "The levy on salt is older than the ferry toll. "


def test_a_quotation_set_against_another_thing(hand: Hand) -> None:
    """The same words of one speaker, said of one thing and retold of another."""
    source = f"{BOTH}Ada Lorne called the salt levy “a plain theft from the poor”."
    other = "Ada Lorne called the ferry toll “a plain theft from the poor”."
    (found,) = _quotations(hand, source, other)
    assert found.because[0] == "said of “the salt levy”, it is set against “the ferry toll”"


@pytest.mark.parametrize(
    "other",
    [
        "Ada Lorne called the levy “a plain theft from the poor”.",
        "Ada Lorne called it “a plain theft from the poor”.",
        "Ada Lorne called the impost “a plain theft from the poor”.",
        "Ada Lorne called the ferry toll “a plain loss to the poor”.",
    ],
)
def test_another_word_is_not_another_thing(hand: Hand, other: str) -> None:
    """A shorter name, a pronoun, a word that may mean the same, other words: nothing is said."""
    source = f"{BOTH}Ada Lorne called the salt levy “a plain theft from the poor”."
    assert _quotations(hand, source, other) == []
