"""Role, scope, stage and polarity: where reports differ, and where they only seem to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from stemma.claims.targets import owner_and_part, part_of, read_target

if TYPE_CHECKING:
    from stemma.model.claim import Difference
    from tests.claims.conftest import Hand


def _only(hand: Hand, kind: str) -> list[Difference]:
    return [d for d in hand.collate().differences if d.kind == kind]


@pytest.mark.parametrize(
    ("narrow", "broad", "expected"),
    [
        ("the Coast Pact's joint command", "Coast Pact", True),
        ("joint command of the Coast Pact", "the Coast Pact", True),
        ("Coast Pact", "the Coast Pact's joint command", False),
        ("the Salt League's council", "the Coast Pact", False),
        ("the Coast Pact's victory", "the Coast Pact", False),
    ],
)
def test_a_part_is_owned_by_its_whole(narrow: str, broad: str, expected: bool) -> None:
    """Only words that say who owns the part make it one, and only of that owner."""
    assert part_of(read_target(narrow), read_target(broad)) is expected


def test_owner_and_part_split_at_the_possessive() -> None:
    """The owner stands before the possessive or after "of"."""
    assert owner_and_part("the Union's joint command") == ("Union", "joint command")
    assert owner_and_part("the command of the Union") == ("Union", "command")


@pytest.fixture
def propose(hand: Hand) -> Callable[..., None]:
    """Tells that a deputy's bill has Tarvia leave something."""

    def tell(name: str, target: str, **fields: object) -> None:
        text = f"Hedda Moss announced a bill by which Tarvia would leave {target}."
        hand.report(name, text)
        act = hand.act(name, "leave", "leave", agent="Tarvia", target=target)
        words = f"a bill by which Tarvia would leave {target}"
        hand.say(name, words, source="Hedda Moss", actions=(act,), **fields)

    hand.actor("a1", "Tarvia", "place")
    hand.actor("a2", "Hedda Moss")
    hand.actor("a3", "Coast Pact", "organisation")
    return tell


def test_a_part_and_its_whole_differ_in_scope(hand: Hand, propose: Callable[..., None]) -> None:
    """One proposer's measure, told of the whole and of its part, differs in scope."""
    propose("a", "the Coast Pact")
    propose("b", "the Coast Pact's joint command")
    (found,) = _only(hand, "scope")
    assert found.verdict == "different-scope"
    assert len(found.readings) == 2


def test_two_proposers_are_no_scope_difference(hand: Hand, propose: Callable[..., None]) -> None:
    """Two people who want different things do not differ about one thing."""
    propose("a", "the Coast Pact")
    hand.actor("a9", "Pieter Lund")
    hand.report("b", "Pieter Lund wants Tarvia to leave the Coast Pact's joint command.")
    act = hand.act("b", "leave", "leave", agent="Tarvia", target="the Coast Pact's joint command")
    hand.say(
        "b",
        "Tarvia to leave the Coast Pact's joint command",
        source="Pieter Lund",
        actions=(act,),
    )
    assert not _only(hand, "scope")


def test_stages_of_one_measure_differ(hand: Hand, propose: Callable[..., None]) -> None:
    """A bill announced in one report and filed in another stands at different stages."""
    propose("a", "the Coast Pact", stage="announced")
    propose("b", "the Coast Pact", stage="filed")
    (found,) = _only(hand, "stage")
    assert found.verdict == "different-stage"
    assert [reading.value for reading in found.readings] == ["announced", "filed"]


def test_a_stage_denied_is_not_reached(hand: Hand, propose: Callable[..., None]) -> None:
    """ "Not adopted" is no reading "adopted"; nor is what may yet come."""
    propose("a", "the Coast Pact", stage="announced")
    propose("b", "the Coast Pact", stage="adopted", polarity="negated")
    propose("c", "the Coast Pact", stage="debated", modality="possible")
    assert not _only(hand, "stage")


def test_a_denial_by_another_source_conflicts(hand: Hand) -> None:
    """One source affirms what another denies: a conflict, with both sides shown."""
    hand.actor("a1", "Salt League", "organisation")
    for name, polarity in (("a", "affirmed"), ("b", "negated")):
        verb = "signed" if name == "a" else "has not signed"
        text = f"The Salt League {verb} the harbour contract with the Ossery shipyard"
        hand.report(name, f"{text}.")
        act = hand.act(
            name,
            "signed",
            "sign",
            agent="Salt League",
            target="the harbour contract",
            polarity=polarity,
        )
        hand.say(name, text, actions=(act,), polarity=polarity)
    (found,) = _only(hand, "polarity")
    assert found.verdict == "conflict"
    assert [reading.value for reading in found.readings] == ["yes", "no"]


def test_an_office_held_at_another_time_is_no_difference(hand: Hand) -> None:
    """ "When she was harbour minister" speaks of a time when she was: it denies no "former"."""
    hand.report("a", "The former harbour minister Hedda Moss spoke.")
    hand.report("b", "It was built when she was harbour minister.")
    hand.report("c", "Hedda Moss slept while harbour minister.")
    for name in "abc":
        hand.say(name, hand.reports["abc".index(name)].text[:-1])
    roles = (hand.role("former harbour minister", "a"), hand.role("harbour minister", "b", "c"))
    hand.actor("a1", "Hedda Moss", roles=roles)
    assert not _only(hand, "role")


def test_the_more_specific_role_is_compatible(hand: Hand) -> None:
    """ "First deputy mayor" and "deputy mayor" agree, and it is said so."""
    hand.report("a", "The first deputy mayor, Hedda Moss, spoke.")
    hand.report("b", "The deputy mayor, Hedda Moss, spoke.")
    roles = (hand.role("first deputy mayor", "a"), hand.role("deputy mayor", "b"))
    hand.actor("a1", "Hedda Moss", roles=roles)
    (found,) = _only(hand, "role")
    assert found.verdict == "compatible"


def test_former_in_one_of_two_reports_is_no_difference(hand: Hand) -> None:
    """One of two may give a courtesy title, or tell of another time: neither is the odd one."""
    hand.report("a", "The former harbour minister, Hedda Moss, spoke.")
    hand.report("b", "The harbour minister, Hedda Moss, spoke.")
    roles = (hand.role("former harbour minister", "a"), hand.role("harbour minister", "b"))
    hand.actor("a1", "Hedda Moss", roles=roles)
    assert not _only(hand, "role")


def test_former_in_one_of_three_reports_asks_when(hand: Hand) -> None:
    """Where several undated reports have the office itself, the odd one is to be checked."""
    hand.report("a", "The former harbour minister, Hedda Moss, spoke.")
    hand.report("b", "The harbour minister, Hedda Moss, spoke.")
    hand.report("c", "The harbour minister, Hedda Moss, laughed.")
    roles = (hand.role("former harbour minister", "a"), hand.role("harbour minister", "b", "c"))
    hand.actor("a1", "Hedda Moss", roles=roles)
    (found,) = _only(hand, "role")
    assert found.verdict == "unsure"
    assert found.reconcilable


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("salvage campaign chairman", "salvage campaign manager", True),
        ("harbour police commissioner", "deputy harbour police commissioner", True),
        ("salvage campaign chairman", "museum manager", False),
        ("salvage campaign chairwoman", "salvage campaign chair", False),
        ("deputy mayor", "mayor", False),
        ("acting harbour police commissioner", "deputy harbour police commissioner", False),
    ],
)
def test_two_offices_at_the_head_of_one_body_are_a_difference(
    hand: Hand, one: str, other: str, differ: bool
) -> None:
    """Nobody is easily both its chair and its manager, or its head and its deputy head."""
    hand.report("a", f"The {one}, Hedda Moss, spoke.")
    hand.report("b", f"The {other}, Hedda Moss, spoke.")
    hand.actor("a1", "Hedda Moss", roles=(hand.role(one, "a"), hand.role(other, "b")))
    assert [d.verdict for d in _only(hand, "role")] == ["unsure"] * differ


def test_two_offices_of_one_person_are_no_difference(hand: Hand) -> None:
    """A person may be mayor and poet: unlike roles are not held against each other."""
    hand.report("a", "The mayor, Hedda Moss, spoke.")
    hand.report("b", "The poet, Hedda Moss, spoke.")
    hand.actor("a1", "Hedda Moss", roles=(hand.role("mayor", "a"), hand.role("poet", "b")))
    assert not _only(hand, "role")


def test_a_denial_that_answers_another_report_conflicts(hand: Hand) -> None:
    """What one speaker says and another denies, in a report that draws on the first, conflicts."""
    hand.actor("x", "Hedda Moss")
    hand.actor("y", "Pieter Lund")
    hand.report("a", "The millers have pledged their votes, Hedda Moss said.")
    hand.report("b", "No votes have been pledged by anybody, Pieter Lund told us.")
    yes = hand.act("a", "pledged", "pledge", agent="The millers", target="their votes")
    no = hand.act("b", "pledged", "pledge", target="No votes", polarity="negated")
    words = "The millers have pledged their votes"
    hand.say("a", words, source="Hedda Moss", actions=(yes,))
    hand.say(
        "b",
        "No votes have been pledged by anybody",
        source="Pieter Lund",
        actions=(no,),
        polarity="negated",
    )
    assert not _only(hand, "polarity")
    hand.derive("a", "b", "votes", kind="quotes")
    (found,) = _only(hand, "polarity")
    assert found.verdict == "conflict"


def test_what_both_reports_have_from_both_sides_is_no_difference(hand: Hand) -> None:
    """A report that gives the denial too does not differ from the one that gives it alone."""
    hand.actor("x", "Hedda Moss")
    hand.actor("y", "Pieter Lund")
    first = "The millers have pledged their votes"
    second = "Nobody has pledged any votes"
    hand.report("a", f"{first}, Hedda Moss said. {second}, Pieter Lund said.")
    hand.report("b", "No votes have been pledged by anybody, Pieter Lund told us.")
    yes = hand.act("a", "have pledged", "pledge", agent="The millers", target="their votes")
    known = hand.act("a", "has pledged", "pledge", target="any votes", polarity="negated")
    no = hand.act("b", "pledged", "pledge", target="No votes", polarity="negated")
    hand.say("a", first, source="Hedda Moss", actions=(yes,))
    hand.say("a", second, source="Pieter Lund", actions=(known,), polarity="negated")
    words = "No votes have been pledged by anybody"
    hand.say("b", words, source="Pieter Lund", actions=(no,), polarity="negated")
    hand.derive("a", "b", "votes", kind="quotes")
    assert not _only(hand, "polarity")


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("harbour bills", "the harbour bill", False),
        ("some harbour bill", "the harbour bill", False),
        ("the harbour bills", "the harbour bill", True),
        ("a harbour bill", "the harbour bill", True),
    ],
)
def test_measures_of_a_kind_are_not_one_of_them(
    hand: Hand, one: str, other: str, differ: bool
) -> None:
    """To plan to sign bills is not to plan to sign the one that was signed."""
    hand.actor("a1", "Hedda Moss")
    told = (
        ("a", "plans to sign", one, "announced", "sign"),
        ("b", "signed", other, "adopted", "signed"),
    )
    for name, verb, target, stage, words in told:
        text = f"Hedda Moss {verb} {target} on the pilots of Ossery"
        hand.report(name, f"{text}.")
        act = hand.act(name, words, "sign", agent="Hedda Moss", target=target)
        hand.say(name, text, actions=(act,), stage=stage)
    assert [d.verdict for d in _only(hand, "stage")] == ["different-stage"] * differ


def test_the_whole_in_both_reports_is_no_difference(hand: Hand) -> None:
    """That one of the two goes on to speak of a part takes nothing from it."""
    hand.actor("a1", "Tarvia", "place")
    hand.actor("a3", "Coast Pact", "organisation")
    whole = "Tarvia quit the Coast Pact with its ships and pilots after a plan of its own"
    part = "By that plan of its own Tarvia left the Coast Pact's joint command with its ships"
    for name, said in (("a", (whole,)), ("b", (whole, part))):
        hand.report(name, "".join(f"{text}. " for text in said))
        for text in said:
            verb, target = ("quit", "the Coast Pact") if text == whole else ("left", part[35:66])
            act = hand.act(name, verb, "leave", agent="Tarvia", target=target)
            hand.say(name, text, actions=(act,))
    assert not _only(hand, "scope")
