"""What lies ahead in one report and is done in another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from stemma.claims.phases import phase_of
from stemma.claims.view import set_up, view_story
from stemma.model.when import When

if TYPE_CHECKING:
    from stemma.model.claim import Difference
    from tests.claims.conftest import Hand


def _published(day: int) -> When:
    stated = date(2025, 5, day)
    return When(kind="day", start=stated, end=stated, resolved="as written")


def _tell(hand: Hand, name: str, day: int, text: str, words: tuple[str, str, str]) -> None:
    agent, verb, target = words
    hand.report(name, f"{text}.", published=_published(day))
    act = hand.act(name, verb, "flood", agent=agent, target=target)
    hand.say(name, text, actions=(act,))


def _stages(hand: Hand) -> list[Difference]:
    return [d for d in hand.collate().differences if d.kind == "stage"]


WORDS = ("The harbour board", "flood", "the old lock")
DONE = ("The harbour board", "flooded", "the old lock")


@pytest.mark.parametrize(
    ("days", "verdicts"), [((4, 6), ["update"]), ((5, 5), ["different-stage"]), ((6, 4), [])]
)
def test_what_is_set_to_happen_and_has_happened(
    hand: Hand, days: tuple[int, int], verdicts: list[str]
) -> None:
    """An update where it is done later; what was done before is not what is to come."""
    _tell(hand, "a", days[0], "The harbour board is set to flood the old lock on Monday", WORDS)
    _tell(hand, "b", days[1], "The harbour board flooded the old lock overnight", DONE)
    assert [d.verdict for d in _stages(hand)] == verdicts


def test_another_agent_or_thing_is_another_deed(hand: Hand) -> None:
    """To be one, two deeds need one agent, and one thing or words enough in common."""
    _tell(hand, "a", 4, "The harbour board will flood the old lock", WORDS)
    other = ("The pilots", "flooded", "the old lock")
    _tell(hand, "b", 5, "The pilots flooded the old lock", other)
    third = ("The harbour board", "flooded", "a salt mine")
    _tell(hand, "c", 5, "The harbour board flooded a salt mine", third)
    assert not _stages(hand)


def test_a_report_that_has_it_done_too_differs_not(hand: Hand) -> None:
    """Who tells what was planned and what came of it agrees with whom tells what came of it."""
    first = "The harbour board said it would: it will flood the old lock"
    second = "The harbour board flooded the old lock"
    hand.report("a", f"{first}. {second}.", published=_published(4))
    plan = hand.act("a", "flood", "flood", agent="it", target="the old lock")
    done = hand.act("a", "flooded", "flood", agent="The harbour board", target="the old lock")
    hand.say("a", first, actions=(plan,))
    hand.say("a", second, actions=(done,))
    _tell(hand, "b", 5, second, DONE)
    assert not _stages(hand)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The board will flood the lock", "flood", "ahead"),
        ("The lock will soon be flooded", "flooded", "ahead"),
        ("The board is widely expected to flood the lock", "flood", "ahead"),
        ("The board plans to flood the lock", "flood", "ahead"),
        ("Nobody trusts the board's plans to flood the lock", "flood", None),
        ("The board would flood the lock", "flood", None),
        ("The board has already flooded the lock", "flooded", "done"),
        ("The lock was flooded", "flooded", "done"),
        ("The lock could have been flooded", "flooded", None),
        ("The board flooded the lock", "flooded", "done"),
        ("It is all over if the board flooded the lock", "flooded", None),
        ("The lock is flooded every May", "flooded", None),
        ("The board had not flooded the lock", "flooded", None),
    ],
)
def test_the_words_before_a_verb_tell_its_phase(
    hand: Hand, text: str, verb: str, expected: str | None
) -> None:
    """Futures and due things lie ahead, perfects and pasts are done; all others tell neither."""
    agent = "The board" if text.startswith("The board") else "the board"
    hand.report("a", f"{text}.")
    act = hand.act("a", verb, "flood", agent=agent if agent in text else None, target="lock")
    statement = hand.say("a", text, actions=(act,))
    corpus = hand.corpus()
    setting = set_up(corpus, hand.model)
    (telling,) = view_story(corpus.lineage.stories[0], [statement], setting).tellings
    assert phase_of(telling.deeds[0], setting) == expected
