"""What one report doubts and another tells plainly."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from stemma.claims.doubts import find_doubts, words_in
from stemma.model.claim import Retelling

if TYPE_CHECKING:
    from stemma.model.when import When
    from tests.claims.conftest import Hand

DOUBTED = "The salt board may close the Ossery lock for repairs in winter."
PLAIN = "Pilots were told on Monday that the salt board closes the Ossery lock for repairs."


def _governed(text: str) -> list[tuple[str, str]]:
    words = words_in(text)
    return [(words[d.at].exact, words[d.governed].exact) for d in find_doubts(words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lock may have been closed", [("may", "closed")]),
        ("The lock is widely expected to reopen", [("expected", "reopen")]),
        ("The lock appears to be leaking", [("appears", "leaking")]),
        ("He reportedly had tried to pass", [("reportedly", "tried")]),
        ("It sets the stage for a possible harbour strike", [("possible", "harbour")]),
        ("On May 12 the lock opens", []),
        ("They could not pass", []),
        ("They paid him so he could pass", []),
        ("Ferries are less likely to sink", []),
        ("Come as soon as possible", []),
    ],
)
def test_a_doubt_governs_the_word_behind_it(text: str, expected: list[tuple[str, str]]) -> None:
    """The word is the first of content in the clause; what is no doubt governs nothing."""
    assert _governed(text) == expected


def _hedges(hand: Hand, one: str, other: str, **fields: object) -> list[Retelling]:
    hand.report("a", one, **fields)
    hand.report("b", other)
    hand.derive("a", "b", kind="credits")
    return [r for r in hand.collate().retellings if r.change == "hedge"]


def test_a_doubt_dropped_in_a_paraphrase(hand: Hand) -> None:
    """One word doubted before and told as so after, about the same things, is stronger."""
    (found,) = _hedges(hand, DOUBTED, PLAIN)
    assert (found.direction, found.from_[0].exact, found.to[0].exact) == (
        "stronger",
        "may close",
        "closes",
    )


def test_a_doubt_added_in_a_paraphrase(hand: Hand) -> None:
    """The other way round it is weaker, and the words are those of the later report."""
    (found,) = _hedges(hand, PLAIN, DOUBTED)
    assert (found.direction, found.to[0].exact) == ("weaker", "may close")


@pytest.mark.parametrize(
    "other",
    [
        PLAIN.replace("closes", "could close"),
        PLAIN.replace("closes", "wants to close"),
        PLAIN.replace("closes", "does not close"),
        PLAIN.replace("that the", "whether the"),
        PLAIN.replace("salt board", "harbour master").replace("Ossery", "Tarvel"),
        f"{PLAIN} Yet the salt board may close the Ossery lock for repairs later, it said.",
    ],
)
def test_what_is_no_plain_telling(hand: Hand, other: str) -> None:
    """A doubt, a wish, a denial, a question, other things, or both at once: nothing is said."""
    assert _hedges(hand, DOUBTED, other) == []


def test_hearsay_that_names_its_source_is_kept(hand: Hand) -> None:
    """ "Reportedly" may go where somebody is named who says so."""
    one = "The salt board reportedly closed the Ossery lock for repairs."
    assert (
        _hedges(hand, one, one.replace("reportedly ", "").replace("repairs", "repairs, it said"))
        == []
    )


def test_a_headline_without_its_bodys_doubt(hand: Hand) -> None:
    """A headline is a telling like another, and the earlier one is its body's."""
    head = "Salt board closes Ossery lock for repairs"
    hand.report("a", f"{head}. {DOUBTED}")
    report = hand.reports[0]
    hand.reports[0] = type(report)(
        **{f: getattr(report, f) for f in report.__struct_fields__ if f != "headline"},
        headline=hand.span("a", head),
    )
    (found,) = hand.collate().retellings
    assert (found.change, found.direction, found.edge) == ("hedge", "stronger", None)


@pytest.mark.parametrize(
    ("days", "direction"),
    [
        (("2025-05-04", "2025-05-06"), "stronger"),
        (("2025-05-06", "2025-05-04"), "weaker"),
        (("2025-05-04", "2025-05-04"), "unknown"),
    ],
)
def test_two_tellings_without_an_edge(
    hand: Hand, day: Callable[[str], When], days: tuple[str, str], direction: str
) -> None:
    """Reports of one story that no edge joins have the order of their days, or none."""
    text = DOUBTED.replace("in winter", "to the quay")
    hand.report("a", text, published=day(days[0]))
    hand.report("b", text.replace("may close", "closes"), published=day(days[1]))
    (found,) = hand.collate().retellings
    assert (found.change, found.direction) == ("hedge", direction)
    assert "neither is known to be made from the other" in found.because[-1]
