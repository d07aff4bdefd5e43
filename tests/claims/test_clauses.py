"""The words in which a dated deed stands on the timeline can be read alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
import pytest

from stemma.model.when import When

if TYPE_CHECKING:
    from tests.claims.conftest import Hand

Day = Callable[[str], When]

CASES = {
    "a dateline is no part of it": (
        "OSSERY (Kelsound) - Tarvia closed Fenn harbour on Monday",
        ("OSSERY", "closed", "Fenn harbour", "Monday"),
        "Tarvia closed Fenn harbour on Monday",
    ),
    "a date between who and the verb": (
        "Tarvia, which on Monday closed Fenn harbour, is small",
        ("Tarvia", "closed", "Fenn harbour", "Monday"),
        "Tarvia on Monday closed Fenn harbour",
    ),
    "what it is done to, in a relative clause": (
        "the plan that Tarvia rejected on Monday was old",
        ("Tarvia", "rejected", "the plan", "Monday"),
        "the plan that Tarvia rejected on Monday",
    ),
    "a relative clause without what it is done to": (
        "the plan Tarvia rejected on Monday was old",
        ("Tarvia", "rejected", None, "Monday"),
        None,
    ),
    "a noun that opens its sentence": (
        "The removal of the mayor of Ossery on Monday came late",
        (None, "removal", "the mayor of Ossery", "Monday"),
        "The removal of the mayor of Ossery on Monday",
    ),
    "a participle with a verb behind its date": (
        "the ban ordered on Monday was old",
        ("the ban", "ordered", None, "Monday"),
        None,
    ),
    "a pointing word": (
        "This plan angered Tarvia on Monday",
        ("This plan", "angered", "Tarvia", "Monday"),
        None,
    ),
    "a question": (
        "Nobody knew whether Tarvia closed Fenn harbour on Monday",
        ("Tarvia", "closed", "Fenn harbour", "Monday"),
        None,
    ),
    "the date of what went before": (
        "Tarvia joined the pact after the great storms on Monday",
        ("Tarvia", "joined", "the pact", "Monday"),
        None,
    ),
    "a date that says which": (
        "Tarvia learned of it during a May 3, 2031, briefing in Ossery",
        ("Tarvia", "learned of", None, "May 3, 2031"),
        "Tarvia learned of it during a May 3, 2031, briefing",
    ),
    "something new with a name": (
        "A storm destroyed the Ossery light on Monday",
        ("A storm", "destroyed", "the Ossery light", "Monday"),
        "A storm destroyed the Ossery light on Monday",
    ),
    "something new without a name": (
        "A storm destroyed a light on Monday",
        ("A storm", "destroyed", "a light", "Monday"),
        None,
    ),
    "what happens every year": (
        "The law closes Fenn bay from May to July",
        ("The law", "closes", "Fenn bay", "from May to July"),
        None,
    ),
}


@pytest.mark.parametrize(("text", "deed", "what"), CASES.values(), ids=CASES)
def test_a_line_reads_alone(
    hand: Hand,
    day: Day,
    text: str,
    deed: tuple[str | None, str, str | None, str],
    what: str | None,
) -> None:
    """A deed is told so that who reads the line alone knows who did what; else not at all."""
    agent, verb, target, date = deed
    hand.report("a", f"{text}.", published=day("2031-05-05"))
    when = msgspec.structs.replace(day("2031-05-03"), words=hand.span("a", date))
    act = hand.act("a", verb, verb, agent=agent, target=target, when=when)
    act = msgspec.structs.replace(act, predicate=verb.removesuffix("s"))
    hand.say("a", text, actions=(act,))
    assert [e.what for e in hand.collate().timeline] == ([] if what is None else [what])


def test_a_condition_keeps_its_if(hand: Hand, day: Day) -> None:
    """What is only a condition is never told as a fact."""
    text = "Tarvia would leave if Lindal closed Fenn harbour"
    hand.report("a", f"{text}.", published=day("2031-05-05"))
    deed = {"agent": "Lindal", "target": "Fenn harbour", "polarity": "unknown"}
    act = hand.act("a", "closed", "end", when=day("2031-06-03"), **deed)
    hand.say("a", text, actions=(act,), modality="conditional")
    (entry,) = hand.collate().timeline
    assert (entry.what, entry.modality) == ("if Lindal closed Fenn harbour", "conditional")


def test_what_did_not_happen_is_no_entry(hand: Hand, day: Day) -> None:
    """A denial that one report alone has is no event."""
    text = "Tarvia did not close Fenn harbour"
    hand.report("a", f"{text}.", published=day("2031-05-05"))
    deed = {"agent": "Tarvia", "target": "Fenn harbour", "polarity": "negated"}
    act = hand.act("a", "close", "end", when=day("2031-05-03"), **deed)
    hand.say("a", text, actions=(act,), polarity="negated")
    assert not hand.collate().timeline


def test_of_two_verbs_each_has_its_date(hand: Hand, day: Day) -> None:
    """The second of two verbs is told without the first and its date."""
    text = "Tarvia closed Fenn harbour in May and reopened Brun harbour in June"
    hand.report("a", f"{text}.", published=day("2031-07-05"))
    actions = []
    for verb, target, words, iso in (
        ("closed", "Fenn harbour", "May", "2031-05-03"),
        ("reopened", "Brun harbour", "June", "2031-06-03"),
    ):
        when = msgspec.structs.replace(day(iso), words=hand.span("a", words))
        actions.append(hand.act("a", verb, verb, agent="Tarvia", target=target, when=when))
    hand.say("a", text, actions=tuple(actions))
    told = [entry.what for entry in hand.collate().timeline]
    assert told == ["Tarvia closed Fenn harbour in May", "Tarvia … reopened Brun harbour in June"]


def test_its_spokesman_follows_what_it_stands_for(hand: Hand, day: Day) -> None:
    """Where "its" stands for a name before it, the words stand in the report's own order."""
    text = "Lindal Port has dropped the plan, its spokesman said on Monday"
    hand.report("a", f"{text}.", published=day("2031-05-05"))
    said = msgspec.structs.replace(day("2031-05-03"), words=hand.span("a", "Monday"))
    words = {"source": "its spokesman", "cue": (hand.span("a", "said"),), "said": said}
    hand.say("a", "Lindal Port has dropped the plan", kind="commitment", **words)
    assert [entry.what for entry in hand.collate().timeline] == [text]


@pytest.mark.parametrize(("content", "told"), [("it would leave", True), ("it was tired", False)])
def test_it_is_left_out_where_nobody_can_say_what_it_is(
    hand: Hand, day: Day, content: str, told: bool
) -> None:
    """ "The board said it would leave" is plain; of "it was tired" nobody can say what was."""
    hand.report("a", f"Lindal Port said {content}.", published=day("2031-05-05"))
    cue = (hand.span("a", "said"),)
    fields = {"source": "Lindal Port", "cue": cue, "said": day("2031-05-03")}
    hand.say("a", content, kind="commitment", **fields)
    assert bool(hand.collate().timeline) is told


@pytest.mark.parametrize(
    ("iso", "reports", "story"), [("2031-01-03", "a", False), ("2031-01-03", "ab", True)]
)
def test_months_back_is_background(
    hand: Hand, day: Day, iso: str, reports: str, story: bool
) -> None:
    """What lies months back is background, unless two reports tell it as part of the story."""
    for name in reports:
        hand.report(name, "Tarvia closed Fenn harbour.", published=day("2031-05-05"))
        deed = {"agent": "Tarvia", "target": "Fenn harbour", "when": day(iso)}
        act = hand.act(name, "closed", "end", **deed)
        hand.say(name, "Tarvia closed Fenn harbour", actions=(act,))
    (entry,) = hand.collate().timeline
    assert (entry.story is not None) is story
