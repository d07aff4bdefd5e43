"""What people decided about claims: parts of a whole, and which statements are one claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.claims.collate import collate
from stemma.model.decision import (
    Decision,
    Merge,
    OtherClaim,
    OtherStory,
    PartOf,
    Quoted,
    SameClaim,
    What,
)
from tests.claims.conftest import Hand

if TYPE_CHECKING:
    from stemma.encoding.pairs import PairModel
    from stemma.model.claim import Collation, Difference, Retelling

Tell = Callable[..., None]

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)
SALT = "The freighter Ondine lost its cargo of salt in Ossery harbour"
TEXTS = {
    "a": SALT,
    "b": SALT,
    "c": f"{SALT} at dusk",
    "d": "Pieter Lund has sold his glassworks to a guild of cooks",
    "e": "Rain",
}
ELSEWHERE = "e"
"""The report that is of a story of its own, and has next to no words."""


def _quoted(report: str) -> Quoted:
    """Words in the midst of a report's one statement."""
    return Quoted(report=report, exact=TEXTS[report][2:30])


def _decisions(*whats: What, why: str = "read both") -> list[Decision]:
    return [
        Decision(by="N. Aster", at=NOON + timedelta(hours=n), what=what, why=why)
        for n, what in enumerate(whats)
    ]


def _same(one: str, other: str) -> SameClaim:
    return SameClaim(one=_quoted(one), other=_quoted(other))


def _other(one: str, other: str) -> OtherClaim:
    return OtherClaim(one=_quoted(one), other=_quoted(other))


def _cargo(model: PairModel) -> Hand:
    hand = Hand(model)
    for name, words in TEXTS.items():
        hand.report(name, f"{words}.", story=f"s-{name == ELSEWHERE}")
        hand.say(name, words)
    return hand


def _claims(model: PairModel, *decisions: Decision) -> list[str]:
    """The reports of each claim, a letter each."""
    collation, _ = collate(_cargo(model).corpus(), model, decisions)
    return ["".join(id_[0] for id_ in claim.statements) for claim in collation.claims]


def test_a_decision_puts_together_and_tells_apart(pair_model: PairModel) -> None:
    """Statements are one claim or two as people say, whatever the program found."""
    assert _claims(pair_model) == ["abc"]
    assert _claims(pair_model, *_decisions(_same("a", "d"))) == ["abcd"]
    assert _claims(pair_model, *_decisions(_other("c", "a"))) == ["ab"]


def test_the_same_words_leave_together(pair_model: PairModel) -> None:
    """Who is told apart takes along its copies, unless it is told apart from one of them."""
    assert _claims(pair_model, *_decisions(_other("a", "c"))) == ["ab"]
    assert _claims(pair_model, *_decisions(_other("a", "b"))) == ["bc"]
    beside = _decisions(_same("d", "a"), _same("e", "d"), _other("a", "c"))
    assert _claims(pair_model, *beside) == ["abde"]


def test_a_later_decision_overrules_an_earlier_one(pair_model: PairModel) -> None:
    """In whatever order they are given; telling apart undoes the latest that put together."""
    decisions = _decisions(_same("a", "d"), _same("d", "e"), _other("d", "a"), _same("e", "c"))
    found = [_claims(pair_model, *decisions[:n]) for n in range(5)]
    assert found == [["abc"], ["abcd"], ["abcde"], ["abc", "de"], ["abcde"]]
    assert _claims(pair_model, *reversed(decisions)) == found[-1]
    twice = _decisions(_same("a", "d"), _same("d", "b"), _other("d", "a"))
    assert _claims(pair_model, *twice) == ["abc"]


def test_a_claim_says_who_decided_what_it_is(pair_model: PairModel) -> None:
    """The decision stands last among the reasons, and only where it concerns the claim."""
    corpus = _cargo(pair_model).corpus()
    (before,), (after,) = (
        collate(corpus, pair_model, decisions)[0].claims
        for decisions in ((), _decisions(_same("a", "d")))
    )
    assert not any("N. Aster" in line for line in before.origins.because)
    assert after.origins.because[-1] == "put together by N. Aster on 2031-05-04: read both"
    (apart,) = collate(corpus, pair_model, _decisions(_other("c", "a"), why=""))[0].claims
    assert apart.origins.because[-1] == "told apart by N. Aster on 2031-05-04"


def test_statements_of_two_stories_are_of_the_first(pair_model: PairModel) -> None:
    """A claim that people put together over two stories is of its first statement's."""
    found, _ = collate(_cargo(pair_model).corpus(), pair_model, _decisions(_same("e", "d")))
    assert [(claim.statements, claim.story) for claim in found.claims] == [
        (("a.1", "b.1", "c.1"), "s-False"),
        (("d.1", "e.1"), "s-False"),
    ]


def test_a_decision_outlives_a_re_run(pair_model: PairModel) -> None:
    """Statements cut otherwise and numbered anew are decided on as before."""
    hand = Hand(pair_model)
    for name, first in (("d", "Gulls cried over the moor"), ("a", "All bakers closed early")):
        hand.report(name, f"{first}. {TEXTS[name]}. Nobody was hurt.")
        hand.say(name, first)
        hand.say(name, TEXTS[name][:-4])
    (claim,) = collate(hand.corpus(), pair_model, _decisions(_same("a", "d")))[0].claims
    assert claim.statements == ("d.2", "a.2")


def test_a_statement_within_another_is_chosen_by_its_words(pair_model: PairModel) -> None:
    """Of several statements that hold the words the shortest is meant."""
    hand = _cargo(pair_model)
    hand.report("f", "Per Solheim doubts that gulls bring luck, as sailors say.")
    hand.say("f", "Per Solheim doubts that gulls bring luck, as sailors say")
    hand.say("f", "gulls bring luck")
    (decision,) = _decisions(SameClaim(one=_quoted("d"), other=Quoted(report="f", exact="gulls")))
    found, _ = collate(hand.corpus(), pair_model, (decision,))
    assert ("d.1", "f.2") in [claim.statements for claim in found.claims]


def test_words_that_no_statement_holds_are_orphaned(pair_model: PairModel) -> None:
    """Words that are gone, or no statement's, hand a decision back; those on others aren't ours."""
    gone = (
        Quoted(report="a", exact="no such words"),
        Quoted(report="z", exact="The freighter"),
        Quoted(report="f", exact="Gulls"),
        Quoted(report="f", exact="Gulls cried at noon"),
    )
    hand = _cargo(pair_model)
    hand.report("f", "Gulls cried at noon.")
    hand.say("f", "noon")
    lost = [SameClaim(one=_quoted("d"), other=quoted) for quoted in gone]
    lost_parts = [PartOf(one=quoted, other=_quoted("d")) for quoted in gone[:2]]
    not_ours = (Merge(one=_quoted("a"), other=gone[0]), OtherStory(one=gone[0], other=gone[1]))
    decisions = _decisions(*lost, *lost_parts, *not_ours, _same("a", "d"))
    found, orphaned = collate(hand.corpus(), pair_model, decisions)
    assert set(map(id, orphaned)) == set(map(id, decisions[:6]))
    assert [claim.statements for claim in found.claims] == [("a.1", "b.1", "c.1", "d.1")]


_NAMES = st.sampled_from(sorted(TEXTS))
_WHATS = st.one_of(st.builds(_same, _NAMES, _NAMES), st.builds(_other, _NAMES, _NAMES))


@settings(max_examples=40, deadline=None)
@given(st.lists(_WHATS, max_size=7))
def test_any_decisions_can_be_applied(
    pair_model: PairModel, whats: Sequence[SameClaim | OtherClaim]
) -> None:
    """No statement is in two claims, the last decision holds, and only time orders them."""
    decisions = _decisions(*whats)
    corpus = _cargo(pair_model).corpus()
    found, orphaned = collate(corpus, pair_model, decisions)
    told = [id_ for claim in found.claims for id_ in claim.statements]
    assert len(told) == len(set(told))
    assert all(len(claim.statements) > 1 for claim in found.claims)
    assert orphaned == ()
    assert collate(corpus, pair_model, decisions[::-1]) == (found, orphaned)
    for last in [what for what in whats if what.one != what.other][-1:]:
        ends = {f"{last.one.report}.1", f"{last.other.report}.1"}
        together = any(ends <= set(claim.statements) for claim in found.claims)
        assert together is isinstance(last, SameClaim)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(["a", "b", "c"]), min_size=2, max_size=4))
def test_what_is_found_anyway_changes_nothing_but_its_reasons(
    pair_model: PairModel, names: list[str]
) -> None:
    """Deciding as the program does leaves the bytes, less who decided; nobody the very bytes."""
    corpus = _cargo(pair_model).corpus()
    bare, _ = collate(corpus, pair_model)
    assert msgspec.json.encode(collate(corpus, pair_model, ())[0]) == msgspec.json.encode(bare)
    agreed = _decisions(*(_same(one, other) for one, other in pairwise(names)))
    assert _unsigned(collate(corpus, pair_model, agreed)[0]) == _unsigned(bare)


def _unsigned(collation: Collation) -> Collation:
    claims = []
    for claim in collation.claims:
        because = tuple(line for line in claim.origins.because if "N. Aster" not in line)
        origins = msgspec.structs.replace(claim.origins, because=because)
        claims.append(msgspec.structs.replace(claim, origins=origins))
    return msgspec.structs.replace(collation, claims=tuple(claims))


@pytest.fixture
def propose(hand: Hand) -> Tell:
    """Tells that a deputy's bill has Tarvia leave something, in the headline and below it."""

    def tell(name: str, target: str, headline: str = "") -> None:
        top = f"Tarvia to leave {headline}. " if headline else ""
        words = f"a bill by which Tarvia would leave {target}"
        hand.report(name, f"{top}Hedda Moss announced {words}.")
        if headline:
            act = hand.act(name, "leave", "leave", agent="Tarvia", target=headline)
            hand.say(name, top[:-2], actions=(act,), headline=True)
        act = hand.act(name, "leave", "leave", agent="Tarvia", target=target)
        hand.say(name, words, source="Hedda Moss", actions=(act,))

    hand.actor("a1", "Tarvia", "place")
    hand.actor("a2", "Hedda Moss")
    return tell


def _part(
    one: str = "joint staff", other: str = "Coast Pact", report: str = "a", whole_in: str = "b"
) -> PartOf:
    return PartOf(one=Quoted(report=report, exact=one), other=Quoted(report=whole_in, exact=other))


def _scopes(hand: Hand, *whats: What) -> list[Difference]:
    found, orphaned = collate(hand.corpus(), hand.model, _decisions(*whats))
    assert not orphaned
    return [d for d in found.differences if d.kind == "scope"]


def _reports(*found: Difference) -> set[str]:
    return {place[0].report for d in found for r in d.readings for place in r.places}


def _widened(hand: Hand, *whats: What) -> list[Retelling]:
    found, _ = collate(hand.corpus(), hand.model, _decisions(*whats))
    return [r for r in found.retellings if r.change == "scope"]


BY = "“joint staff” taken as a part of “Coast Pact” by N. Aster on 2031-05-04: read both"


def test_a_decided_part_differs_in_scope_from_its_whole(hand: Hand, propose: Tell) -> None:
    """Only once somebody says that the two are part and whole, and the reason says who."""
    propose("a", "the joint staff")
    propose("b", "the Coast Pact")
    assert not _scopes(hand)
    (found,) = _scopes(hand, _part())
    assert (found.verdict, len(found.readings)) == ("different-scope", 2)
    assert BY in found.because
    assert not any("is told as a part" in line for line in found.because)


def test_a_decided_part_is_one_in_every_report(hand: Hand, propose: Tell) -> None:
    """The words decided on in two reports are part and whole in two others too."""
    propose("a", "the joint staff")
    propose("b", "the Coast Pact")
    propose("c", "its joint staff")
    (found,) = _scopes(hand, _part())
    assert _reports(found) == {"a", "b", "c"}


def test_a_whole_is_known_by_all_its_names(hand: Hand, propose: Tell) -> None:
    """Words that are a name of an actor stand for every spelling that the reports give it."""
    propose("a", "the joint staff")
    propose("b", "the Coast Pact")
    propose("c", "the CP")
    assert _reports(*_scopes(hand, _part())) == {"a", "b"}
    hand.actor("a3", "Coast Pact", "organisation")
    hand.actors[-1] = msgspec.structs.replace(hand.actors[-1], names=("CP", "Coast Pact"))
    hand.mean("c", "CP", "a3")
    assert _reports(*_scopes(hand, _part())) == {"a", "b", "c"}


def test_a_part_is_no_whole(hand: Hand, propose: Tell) -> None:
    """The decision has a direction, and the later of two opposite ones holds."""
    propose("a", "the joint staff")
    propose("b", "the Coast Pact", headline="the joint staff")
    reversed_ = _part("Coast Pact", "joint staff", "b", "a")
    assert not _widened(hand, _part())
    assert _widened(hand, reversed_)
    assert not _widened(hand, reversed_, _part())


def test_a_headline_that_has_the_whole_for_a_decided_part_grew(hand: Hand, propose: Tell) -> None:
    """The retelling is found in a report alone, and its reason names who decided."""
    propose("a", "the joint staff", headline="the Coast Pact")
    assert not _widened(hand)
    (found,) = _widened(hand, _part(whole_in="a"))
    assert (found.direction, found.edge) == ("stronger", None)
    assert BY in found.because[0]


def test_a_part_that_became_its_whole_along_an_edge_grew(hand: Hand, propose: Tell) -> None:
    """The change of a copy is found too: from part to whole stronger, from whole to part weaker."""
    end = " before the spring tide reaches Ossery harbour and its glassworks"
    propose("a", f"the joint staff{end}")
    propose("b", f"the Coast Pact{end}")
    hand.derive("a", "b", "a bill by which Tarvia would leave")
    assert not _widened(hand)
    for part, direction in (
        (_part(), "stronger"),
        (_part("Coast Pact", "joint staff", "b", "a"), "weaker"),
    ):
        (found,) = _widened(hand, part)
        assert found.direction == direction
        assert "by N. Aster on 2031-05-04: read both" in found.because[0]


def test_a_thing_is_no_part_of_itself(hand: Hand, propose: Tell) -> None:
    """Part and whole in the same words can't be applied, and are handed back."""
    propose("a", "the joint staff")
    propose("b", "the joint staff")
    decisions = _decisions(_part("joint staff", "the joint staff"))
    assert collate(hand.corpus(), hand.model, decisions)[1] == tuple(decisions)
