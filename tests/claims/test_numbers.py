"""One measured thing, values that differ or agree."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.claims.measures import agree
from stemma.model.reading import Bound, Number
from stemma.model.span import Span

if TYPE_CHECKING:
    from tests.claims.conftest import Hand

_SPAN = Span(report="r", start=0, end=1, exact="1")


def _number(value: float, bound: Bound = "exact") -> Number:
    return Number(value=value, unit="tonnes", bound=bound, span=_SPAN, of=("salt",))


@pytest.fixture
def weigh(hand: Hand) -> Callable[..., None]:
    """Tells how much salt a named ship lost in a named harbour."""

    def tell(name: str, words: str, value: float, **fields: object) -> None:
        bound = fields.pop("bound", "exact")
        source = fields.pop("source", None)
        text = f"The freighter Ondine lost {words} of salt in Ossery harbour"
        whole = f"{text}, {source} said." if source else f"{text}."
        hand.report(name, whole, **fields)
        number = hand.number(name, words, value, of=("salt",), bound=bound)
        hand.say(name, text, numbers=(number,), source=source)

    return tell


@given(st.floats(1, 1e9), st.floats(1, 1e9))
@settings(max_examples=60)
def test_agreement_has_no_order(a: float, b: float) -> None:
    """Whether two numbers agree does not depend on which is named first."""
    assert agree(_number(a), _number(b)) == agree(_number(b), _number(a))


@given(st.floats(1, 1e9))
@settings(max_examples=60)
def test_a_number_agrees_with_its_own_bounds(value: float) -> None:
    """ "at least X" and "at most X" both allow X."""
    assert agree(_number(value), _number(value, "at-least"))
    assert agree(_number(value), _number(value, "at-most"))


def test_different_values_conflict(hand: Hand, weigh: Callable[..., None]) -> None:
    """Two outlets with values that exclude each other conflict."""
    weigh("a", "340 tonnes", 340)
    weigh("b", "910 tonnes", 910)
    (found,) = hand.collate().differences
    assert (found.kind, found.verdict) == ("number", "conflict")


def test_rounding_is_compatible(hand: Hand, weigh: Callable[..., None]) -> None:
    """A rounded value is no conflict with the exact one."""
    weigh("a", "30,870 tonnes", 30870)
    weigh("b", "about 31,000 tonnes", 31000, bound="about")
    assert [d.verdict for d in hand.collate().differences] == ["compatible"]


def test_a_bound_that_allows_the_value_is_compatible(
    hand: Hand, weigh: Callable[..., None]
) -> None:
    """ "More than" does not conflict with a greater value."""
    weigh("a", "more than 300 tonnes", 300, bound="at-least")
    weigh("b", "340 tonnes", 340)
    assert [d.verdict for d in hand.collate().differences] == ["compatible"]


def test_a_later_version_updates(
    hand: Hand, weigh: Callable[..., None], day: Callable[[str], object]
) -> None:
    """One outlet's later value is an update of its earlier one."""
    weigh("a", "340 tonnes", 340, outlet="Ossery Wire", published=day("2025-05-01"))
    weigh("b", "910 tonnes", 910, outlet="Ossery Wire", published=day("2025-05-02"))
    assert [d.verdict for d in hand.collate().differences] == ["update"]


def test_estimates_of_two_sources_are_a_spread(hand: Hand, weigh: Callable[..., None]) -> None:
    """Rival estimates, each with its source, are a spread."""
    hand.actor("a1", "Hedda Moss")
    hand.actor("a2", "Pieter Lund")
    weigh("a", "340 tonnes", 340, source="Hedda Moss")
    weigh("b", "910 tonnes", 910, source="Pieter Lund")
    assert [d.verdict for d in hand.collate().differences] == ["spread"]


def test_another_ship_is_another_thing(hand: Hand, weigh: Callable[..., None]) -> None:
    """Numbers of two things are not held against each other."""
    weigh("a", "340 tonnes", 340)
    hand.report("b", "A rail depot near Lindal burned 910 tonnes of salt last week.")
    number = hand.number("b", "910 tonnes", 910, of=("salt",))
    hand.say("b", "A rail depot near Lindal burned 910 tonnes of salt", numbers=(number,))
    assert not hand.collate().differences


def test_a_bare_number_takes_its_thing_from_the_one_before(hand: Hand) -> None:
    """ "Organisers put the figure at …" rivals the count before it: a spread of two sources."""
    hand.report("a", "Some 340 people filled the hall, police said. Farmers put the figure at 900.")
    people = hand.number("a", "340 people", 340, unit="people", of=("people", "fill"))
    hand.say("a", "Some 340 people filled the hall", source="police", numbers=(people,))
    bare = hand.number("a", "900", 900, unit=None, of=("figure", "put"))
    put = hand.act("a", "put", "put", agent="Farmers", target="the figure")
    hand.say("a", "Farmers put the figure at 900", numbers=(bare,), actions=(put,))
    (found,) = hand.collate().differences
    assert found.verdict == "spread"


def test_a_copy_of_the_old_figure_stands_within_the_update(
    hand: Hand, weigh: Callable[..., None], day: Callable[[str], object]
) -> None:
    """An edited copy of a version that was corrected is a reading of the update, no conflict."""
    weigh("a", "340 tonnes", 340, outlet="Ossery Wire", published=day("2025-05-01"))
    weigh("b", "910 tonnes", 910, outlet="Ossery Wire", published=day("2025-05-03"))
    weigh("c", "400 tonnes", 400, published=day("2025-05-02"))
    hand.derive("a", "c", "The freighter Ondine lost")
    (found,) = [d for d in hand.collate().differences if d.kind == "number"]
    assert found.verdict == "update"
    assert {reading.value for reading in found.readings} == {
        "340 tonnes",
        "400 tonnes",
        "910 tonnes",
    }


def test_a_difference_is_about_what_is_counted(hand: Hand, weigh: Callable[..., None]) -> None:
    """What a number difference is about is a short phrase of the reports for the thing."""
    weigh("a", "340 tonnes", 340)
    weigh("b", "910 tonnes", 910)
    (found,) = hand.collate().differences
    assert found.about == "tonnes of salt"


@pytest.fixture
def count(hand: Hand) -> Callable[..., None]:
    """Tells how many people one fire hurt, in a report's own words."""

    def tell(name: str, text: str, words: str, value: float, **fields: object) -> None:
        unit, of = fields.pop("unit", None), fields.pop("of", ("injure",))
        hand.report(name, f"{text}.", **fields)
        number = hand.number(name, words, value, unit=unit, of=of)
        hand.say(name, text, numbers=(number,))

    return tell


def test_the_hurt_of_one_event_are_one_thing(hand: Hand, count: Callable[..., None]) -> None:
    """ "Injured", "wounded" and "others" count one thing; what excludes each other is unsure."""
    count("a", "The Ossery mill fire injured 40 others", "40", 40, unit="others")
    count("b", "After the fire in Ossery 95 were wounded", "95", 95, of=("wound",))
    (found,) = hand.collate().differences
    assert (found.verdict, found.about) == ("unsure", "how many were hurt")


def test_the_hurt_of_two_events_are_two_things(hand: Hand, count: Callable[..., None]) -> None:
    """Counts with no word of their event in common are not held against each other."""
    count("a", "The Ossery mill fire injured 40 others", "40", 40, unit="others")
    count("b", "A storm over Lindal left 95 wounded", "95", 95, of=("wound",))
    assert not hand.collate().differences
