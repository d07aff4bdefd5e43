"""Which dated deeds are one event, and which are two."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
import pytest

from stemma.model.when import When

if TYPE_CHECKING:
    from tests.claims.conftest import Hand

Day = Callable[[str], When]
Deed = dict[str, object]


def _tell(hand: Hand, name: str, text: str, **deed: object) -> None:
    """A report of one sentence, with a deed of the given family, words and date."""
    family, words = str(deed.pop("family")), str(deed.pop("words"))
    fields = deed.pop("statement", {})
    hand.report(name, f"{text}.", published=deed.pop("published"))
    act = hand.act(name, words, family, **deed)
    hand.say(name, text, actions=(act,), **fields)  # type: ignore[arg-type]


def _events(hand: Hand) -> list[list[str]]:
    """The statements of each entry of the timeline."""
    return [sorted(entry.statements) for entry in hand.collate().timeline]


def test_a_death_is_one_event_in_any_verb(hand: Hand, day: Day) -> None:
    """To die, to be shot and to be killed on one day is one death."""
    hand.actor("x", "Orla Finn")
    told: tuple[tuple[str, str, str, Deed], ...] = (
        ("a", "Orla Finn died at Ossery", "die", {"words": "died", "agent": "Orla Finn"}),
        ("b", "A guard shot Orla Finn", "shoot", {"words": "shot", "target": "Orla Finn"}),
        ("c", "Guards killed Orla Finn", "kill", {"words": "killed", "target": "Orla Finn"}),
    )
    for name, text, family, deed in told:
        when = {"when": day("2031-05-03"), "published": day("2031-05-04")}
        _tell(hand, name, text, family=family, **deed, **when)
    assert _events(hand) == [["a.1", "b.1", "c.1"]]


def test_two_deaths_are_two_events(hand: Hand, day: Day) -> None:
    """Of two people on one day each has an entry."""
    for name, who in (("a", "Orla Finn"), ("b", "Per Aune")):
        hand.actor(name, who)
        when = {"when": day("2031-05-03"), "published": day("2031-05-04")}
        _tell(hand, name, f"{who} died at Ossery", family="die", words="died", agent=who, **when)
    assert sorted(_events(hand)) == [["a.1"], ["b.1"]]


@pytest.mark.parametrize(("other", "events"), [("2031-05-01 2031-05-06", 1), ("2031-05-09", 2)])
def test_a_day_lies_in_its_week(hand: Hand, day: Day, other: str, events: int) -> None:
    """What one report dates to a day and another to the week around it is one event."""
    first, _, last = other.partition(" ")
    loose = day(first)
    if last:
        loose = msgspec.structs.replace(loose, kind="interval", end=day(last).end)
    hand.actor("x", "Tarvia", "place")
    deed = {
        "family": "bombard",
        "words": "bombarded",
        "agent": "Tarvia",
        "target": "Ossery harbour",
    }
    for name, when in (("a", day("2031-05-03")), ("b", loose)):
        text = f"{'At dawn ' if name == 'a' else ''}Tarvia bombarded Ossery harbour"
        _tell(hand, name, text, when=when, published=day("2031-05-10"), **deed)
    assert len({entry.event for entry in hand.collate().timeline}) == events


def test_what_one_report_tells_of_two_days_is_two_events(hand: Hand, day: Day) -> None:
    """A second signing told by the same report is another event, however alike the words."""
    hand.actor("x", "Tarvia", "place")
    days = {"Tuesday": day("2031-05-01"), "Thursday": day("2031-05-03")}
    for name, told in (("a", ("Tuesday", "Thursday")), ("b", ("Thursday",))):
        verbs = {weekday: f"signed on {weekday}" for weekday in told}
        text = [f"Tarvia {verbs[w]} the salt pact with old ministers" for w in told]
        hand.report(name, f"{'. '.join(text)}.", published=day("2031-05-04"))
        for weekday, sentence in zip(told, text, strict=True):
            deed = {"agent": "Tarvia", "target": "the salt pact", "when": days[weekday]}
            act = hand.act(name, verbs[weekday], "sign", **deed)
            hand.say(name, sentence, actions=(act,))
    assert _events(hand) == [["a.1"], ["a.2", "b.1"]]


@pytest.mark.parametrize(("second", "lines"), [("the pact was dead", 1), ("taxes would fall", 2)])
def test_two_things_said_are_two_entries(hand: Hand, day: Day, second: str, lines: int) -> None:
    """One speaker's two proposals of one day are two entries, one proposal told twice is one."""
    hand.actor("x", "Hedda Moss")
    for name, words in (("a", "the pact was dead"), ("b", second)):
        hand.report(name, f"Hedda Moss said {words}.", published=day("2031-05-04"))
        cue = (hand.span(name, "said"),)
        said = day("2031-05-03")
        hand.say(name, words, source="Hedda Moss", cue=cue, said=said, kind="proposal")
    assert len(hand.collate().timeline) == lines


def test_one_event_in_other_words_is_one_entry(hand: Hand, day: Day) -> None:
    """Two reports that tell one thing of one day in other verbs are one entry."""
    told = (
        ("a", "A fire destroyed the Ossery fish market on Monday", "destroy", "destroyed"),
        ("b", "A blaze burned down the Ossery fish market on Monday", "burn", "burned down"),
    )
    for name, text, family, words in told:
        agent = text.split(f" {words}")[0]
        when = {"when": day("2031-05-03"), "published": day("2031-05-04")}
        target = "the Ossery fish market"
        _tell(hand, name, text, family=family, words=words, agent=agent, target=target, **when)
    assert _events(hand) == [["a.1", "b.1"]]


def test_a_deadline_is_told_once(hand: Hand, day: Day) -> None:
    """What is due by one day, of one thing, is one entry, told as due by or until then."""
    until = msgspec.structs.replace(day("2031-06-30"), start=None, kind="interval")
    for name, family in (("a", "open"), ("b", "publish")):
        text = f"Lindal must {family} its landing records"
        deed = {"words": family, "agent": "Lindal", "target": "its landing records"}
        fields = {"statement": {"modality": "intended"}, "published": day("2031-05-04")}
        _tell(hand, name, text, family=family, when=until, **deed, **fields)
    assert _events(hand) == [["a.1", "b.1"]]
