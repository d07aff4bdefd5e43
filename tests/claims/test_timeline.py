"""Dated events in order, and what stands on the timeline."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from stemma.claims.collate import collate
from stemma.model.when import When

if TYPE_CHECKING:
    from tests.claims.conftest import Hand

Day = Callable[[str], When]


def test_the_timeline_is_in_order_of_date(hand: Hand, day: Day) -> None:
    """Entries stand in order of date, each with spans that hold the very words."""
    text = "Tarvia signed the salt pact. Earlier Tarvia closed Ossery harbour."
    hand.report("a", text, published=day("2025-05-04"))
    signed = hand.act("a", "signed", "sign", target="the salt pact", when=day("2025-05-03"))
    closed = hand.act("a", "closed", "end", target="Ossery harbour", when=day("2025-05-01"))
    hand.say("a", "Tarvia signed the salt pact", actions=(signed,))
    hand.say("a", "Tarvia closed Ossery harbour", actions=(closed,))
    collation = collate(hand.corpus())
    assert [str(entry.when.start) for entry in collation.timeline] == ["2025-05-01", "2025-05-03"]
    assert {entry.event for entry in collation.timeline} == {e.id for e in collation.events}
    for event in collation.events:
        for place in event.places:
            assert all(text[span.start : span.end] == span.exact for span in place)


def test_what_has_no_date_is_left_out(hand: Hand) -> None:
    """An action without a date is no entry: nothing is put on the timeline by guess."""
    hand.report("a", "Tarvia signed the salt pact.")
    signed = hand.act("a", "signed", "sign", target="the salt pact")
    hand.say("a", "Tarvia signed the salt pact", actions=(signed,))
    assert not collate(hand.corpus()).timeline


def test_copies_make_one_event(hand: Hand, day: Day) -> None:
    """One deed told by a report and its copy is one event and one entry."""
    for name in ("a", "b"):
        hand.report(name, "Tarvia signed the salt pact.", published=day("2025-05-04"))
        act = hand.act(name, "signed", "sign", target="the salt pact", when=day("2025-05-03"))
        hand.say(name, "Tarvia signed the salt pact", actions=(act,))
    collation = collate(hand.corpus())
    assert len(collation.events) == len(collation.timeline) == 1
    assert collation.timeline[0].statements == ("a.1", "b.1")


def test_a_dated_saying_is_an_entry(hand: Hand, day: Day) -> None:
    """When somebody said something is an event, with who said it in its label."""
    hand.report("a", "Hedda Moss said the pact was dead.", published=day("2025-05-04"))
    hand.actor("x", "Hedda Moss")
    cue = (hand.span("a", "said"),)
    hand.say("a", "the pact was dead", source="Hedda Moss", cue=cue, said=day("2025-05-03"))
    (entry,) = collate(hand.corpus()).timeline
    assert "Hedda Moss" in entry.what
