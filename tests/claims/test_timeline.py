"""Dated events in order, and what stands on the timeline."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
import pytest

from stemma.model.when import When

if TYPE_CHECKING:
    from tests.claims.conftest import Hand

Day = Callable[[str], When]
PACT = {"agent": "Tarvia", "target": "the salt pact"}


def test_the_timeline_is_in_order_of_date(hand: Hand, day: Day) -> None:
    """Entries stand in order of date, each with spans that hold the very words."""
    text = "Tarvia signed the salt pact. Earlier Lindal closed Ossery harbour."
    hand.report("a", text, published=day("2025-05-04"))
    signed = hand.act("a", "signed", "sign", when=day("2025-05-03"), **PACT)
    closed = hand.act(
        "a", "closed", "end", agent="Lindal", target="Ossery harbour", when=day("2025-05-01")
    )
    hand.say("a", "Tarvia signed the salt pact", actions=(signed,))
    hand.say("a", "Lindal closed Ossery harbour", actions=(closed,))
    collation = hand.collate()
    assert [str(entry.when.start) for entry in collation.timeline] == ["2025-05-01", "2025-05-03"]
    assert {entry.event for entry in collation.timeline} == {e.id for e in collation.events}
    for event in collation.events:
        for place in event.places:
            assert all(text[span.start : span.end] == span.exact for span in place)


def test_what_has_no_date_is_left_out(hand: Hand) -> None:
    """An action without a date is no entry: nothing is put on the timeline by guess."""
    hand.report("a", "Tarvia signed the salt pact.")
    signed = hand.act("a", "signed", "sign", **PACT)
    hand.say("a", "Tarvia signed the salt pact", actions=(signed,))
    assert not hand.collate().timeline


def test_copies_make_one_event(hand: Hand, day: Day) -> None:
    """One deed told by a report and its copy is one event and one entry."""
    for name in ("a", "b"):
        hand.report(name, "Tarvia signed the salt pact.", published=day("2025-05-04"))
        act = hand.act(name, "signed", "sign", when=day("2025-05-03"), **PACT)
        hand.say(name, "Tarvia signed the salt pact", actions=(act,))
    collation = hand.collate()
    assert len(collation.events) == len(collation.timeline) == 1
    assert collation.timeline[0].statements == ("a.1", "b.1")


def test_two_tellings_of_one_day_are_one_entry(hand: Hand, day: Day) -> None:
    """What an agent did to one thing on one day is one line, in whatever words it is told."""
    hand.actor("x", "Tarvia", "place")
    for name, deed, pact in (
        ("a", "signed", "the salt pact"),
        ("b", "initialled", "a salt treaty"),
    ):
        hand.report(name, f"Tarvia {deed} {pact} at dawn.", published=day("2025-05-04"))
        act = hand.act(name, deed, "sign", agent="Tarvia", target=pact, when=day("2025-05-03"))
        hand.say(name, f"Tarvia {deed} {pact} at dawn", actions=(act,))
    (entry,) = hand.collate().timeline
    assert entry.statements == ("a.1", "b.1")


@pytest.mark.parametrize("known", [True, False])
def test_a_pronoun_is_named_or_left_out(hand: Hand, day: Day, known: bool) -> None:
    """A label never begins with a bare pronoun: the name in brackets, or no entry."""
    hand.report("a", "Hedda Moss was tired. She resigned in Ossery.", published=day("2025-05-04"))
    if known:
        hand.actor("x", "Hedda Moss")
        hand.mean("a", "She", "x")
    act = hand.act("a", "resigned", "resign", agent="She", when=day("2025-05-03"))
    hand.say("a", "She resigned in Ossery", actions=(act,))
    told = [entry.what for entry in hand.collate().timeline]
    assert told == (["[Hedda Moss] resigned in Ossery"] if known else [])


def test_a_pronoun_between_two_people_is_left_out(hand: Hand, day: Day) -> None:
    """Where two people stand before it, no name is put in for a pronoun."""
    text = "Hedda Moss met Pieter Lund. She resigned in Ossery."
    hand.report("a", text, published=day("2025-05-04"))
    hand.actor("x", "Hedda Moss")
    hand.actor("y", "Pieter Lund")
    hand.mean("a", "She", "x")
    act = hand.act("a", "resigned", "resign", agent="She", when=day("2025-05-03"))
    hand.say("a", "She resigned in Ossery", actions=(act,))
    assert not hand.collate().timeline


def test_a_relative_clause_is_told_of_its_head(hand: Hand, day: Day) -> None:
    """ "Who" and "which" are no subjects: the label says who did it."""
    text = "Tarvia, which closed Ossery harbour, is small."
    hand.report("a", text, published=day("2025-05-04"))
    act = hand.act(
        "a", "closed", "end", agent="Tarvia", target="Ossery harbour", when=day("2025-05-03")
    )
    hand.say("a", text[:-1], actions=(act,))
    (entry,) = hand.collate().timeline
    assert entry.what == "Tarvia closed Ossery harbour"


@pytest.mark.parametrize("words", ["it", "hundreds"])
def test_a_deed_without_a_subject_is_left_out(hand: Hand, day: Day, words: str) -> None:
    """A bare predicate ("closing it") says nothing to who reads it alone."""
    text = f"There was smoke, closing {words}."
    hand.report("a", text, published=day("2025-05-04"))
    act = hand.act("a", "closing", "end", target=words, when=day("2025-05-03"))
    hand.say("a", text[:-1], actions=(act,))
    assert not hand.collate().timeline


@pytest.mark.parametrize(
    ("kind", "reports", "lines"), [("fact", "a", 0), ("proposal", "a", 1), ("fact", "ab", 1)]
)
def test_a_saying_is_an_entry_where_it_is_a_step(
    hand: Hand, day: Day, kind: str, reports: str, lines: int
) -> None:
    """Talk is a line only as a proposal or the like, or where two reports tell of it."""
    hand.actor("x", "Hedda Moss")
    for name in reports:
        hand.report(name, "Hedda Moss said the pact was dead.", published=day("2025-05-04"))
        cue = (hand.span(name, "said"),)
        said = day("2025-05-03")
        words = "the pact was dead"
        hand.say(name, words, source="Hedda Moss", cue=cue, said=said, kind=kind)
    told = [entry.what for entry in hand.collate().timeline]
    assert told == ["Hedda Moss said the pact was dead"] * lines


def test_the_date_of_a_thing_dates_no_deed(hand: Hand, day: Day) -> None:
    """ "The 2025 race" is no date of what was done about it."""
    text = "Tarvia watched the 2025 race."
    hand.report("a", text, published=day("2025-05-04"))
    when = msgspec.structs.replace(day("2025-01-01"), words=hand.span("a", "2025"))
    act = hand.act("a", "watched", "watch", agent="Tarvia", target="the 2025 race", when=when)
    hand.say("a", text[:-1], actions=(act,))
    assert not hand.collate().timeline


def test_of_the_background_the_best_told_stays(hand: Hand, day: Day) -> None:
    """Of many precedents ten are kept, and what two reports tell is among them."""
    places = "Alda Brun Cole Dorn Elba Fenn Gora Hald Ivo Jarl Kund Lund".split()
    text = " ".join(f"{place} closed {place}ham." for place in places)
    for name in "ab":
        hand.report(name, text, published=day("2025-05-04"))
        for number, place in enumerate(places, 1):
            if name == "b" and place != "Lund":
                continue
            target = {"agent": place, "target": f"{place}ham", "when": day(f"2001-01-{number:02}")}
            act = hand.act(name, f"closed {place}ham", "end", **target)
            hand.say(name, f"{place} closed {place}ham", actions=(act,))
    timeline = hand.collate().timeline
    assert len(timeline) == 10
    assert any("Lund" in entry.what for entry in timeline)


def test_a_deadline_is_an_entry(hand: Hand, day: Day) -> None:
    """What is due by a day stands under that day, as long as it lies ahead of its report."""
    hand.report("a", "Tarvia must close Ossery harbour.", published=day("2025-05-04"))
    due = msgspec.structs.replace(day("2025-06-30"), start=None, kind="interval")
    act = hand.act("a", "close", "end", agent="Tarvia", target="Ossery harbour", when=due)
    hand.say("a", "Tarvia must close Ossery harbour", actions=(act,), modality="intended")
    (entry,) = hand.collate().timeline
    assert entry.when.end == due.end
