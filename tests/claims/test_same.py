"""Which statements are one claim, and how many independent sources stand behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from tests.claims.conftest import Hand

LOST = "The freighter Ondine lost its cargo of salt in Ossery harbour"


def test_like_words_of_two_reports_are_one_claim(hand: Hand) -> None:
    """Two reports that say the same in nearly the same words make one claim."""
    for name in ("a", "b"):
        hand.report(name, f"{LOST}.")
        hand.say(name, LOST)
    (claim,) = hand.collate().claims
    assert claim.statements == ("a.1", "b.1")


def test_stories_are_kept_apart(hand: Hand) -> None:
    """Like words of two stories are no claim: statements are compared within a story."""
    for name in ("a", "b"):
        hand.report(name, f"{LOST}.", story=f"s-{name}")
        hand.say(name, LOST)
    assert not hand.collate().claims


def test_negation_forbids_sameness(hand: Hand) -> None:
    """A statement and its denial are not one claim."""
    hand.report("a", f"{LOST}.")
    hand.say("a", LOST)
    denied = f"{LOST.replace('lost', 'never lost')}"
    hand.report("b", f"{denied}.")
    hand.say("b", denied, polarity="negated")
    assert not hand.collate().claims


def test_a_statement_within_another_is_no_second_telling(hand: Hand) -> None:
    """Words told once, read as a statement within a statement, are told once."""
    hand.report("a", f"The pilot said that {LOST}.")
    hand.say("a", f"that {LOST}", source="The pilot")
    hand.say("a", LOST, source="The pilot")
    assert not hand.collate().claims


def test_copies_add_no_origin(hand: Hand) -> None:
    """However many copies, the words come from one source: least and most are one."""
    for name in ("a", "b", "c"):
        hand.report(name, f"{LOST}.")
        hand.say(name, LOST)
    hand.derive("a", "b", LOST)
    hand.derive("b", "c", LOST)
    (claim,) = hand.collate().claims
    assert (claim.origins.least, claim.origins.most) == (1, 1)
    assert claim.origins.sets == (("h-a",),)
    assert claim.origins.because


def test_independence_that_nothing_settles_is_understated(hand: Hand) -> None:
    """Two outlets in their own voice: one origin at least, two at most."""
    for name in ("a", "b"):
        hand.report(name, f"{LOST}.")
        hand.say(name, LOST)
    (claim,) = hand.collate().claims
    assert (claim.origins.least, claim.origins.most) == (1, 2)


def test_two_speakers_are_two_origins(hand: Hand) -> None:
    """Two persons who say the same, each in a report of its own, are two origins."""
    for name, speaker in (("a", "Hedda Moss"), ("b", "Pieter Lund")):
        hand.actor(f"x-{name}", speaker)
        hand.report(name, f"{LOST}, {speaker} said.")
        hand.say(name, LOST, source=speaker)
    (claim,) = hand.collate().claims
    assert (claim.origins.least, claim.origins.most) == (2, 2)


def test_one_speaker_is_one_origin_at_least(hand: Hand) -> None:
    """One speaker in two reports may have spoken once: one origin at least."""
    hand.actor("x", "Hedda Moss")
    for name in ("a", "b"):
        hand.report(name, f"{LOST}, Hedda Moss said.")
        hand.say(name, LOST, source="Hedda Moss")
    (claim,) = hand.collate().claims
    assert (claim.origins.least, claim.origins.most) == (1, 2)


def test_the_first_telling_needs_an_order(hand: Hand) -> None:
    """Without dates or a family tree nobody can say which telling is the first."""
    for name in ("a", "b"):
        hand.report(name, f"{LOST}.")
        hand.say(name, LOST)
    assert hand.collate().claims[0].first is None
    hand.derive("a", "b", LOST)
    assert hand.collate().claims[0].first == "a.1"


def test_what_was_compared_is_said(hand: Hand) -> None:
    """Where nothing is found the collation says what was compared, also of nothing."""
    assert any("0 of 0 statement pairs" in line for line in hand.collate().compared)
    hand.report("a", f"{LOST}.")
    hand.say("a", LOST)
    assert hand.collate().compared


def test_the_same_corpus_gives_the_same_bytes(hand: Hand) -> None:
    """Same values in, same bytes out."""
    for name in ("a", "b", "c"):
        hand.report(name, f"{LOST} on a cold night.")
        hand.say(name, LOST)
    assert msgspec.json.encode(hand.collate()) == msgspec.json.encode(hand.collate())
