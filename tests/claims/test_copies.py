"""Words changed in sentences that are otherwise copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.claims.edits import find_edits
from stemma.model.reading import Sentence
from stemma.model.span import Span

if TYPE_CHECKING:
    from tests.claims.conftest import Hand

TOLD = "The harbour office of Ossery may have lost 340 crates of dried salt in the spring of 2019"


def _sentence(text: str, report: str = "r") -> Sentence:
    span = Span(report=report, start=0, end=len(text), exact=text)
    return Sentence(span=span, form="sentence", paragraph=0)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("340", "910", "number"),
        ("2019", "2018", "date"),
        ("may have lost", "lost", "hedge"),
        ("may have lost", "may not have lost", "polarity"),
        ("lost 340", "lost nearly 340", "bound"),
    ],
)
def test_one_change_in_a_copy_is_found(old: str, new: str, kind: str) -> None:
    """A copy's one change is found, is of its kind, and is the only one."""
    found = find_edits((_sentence(TOLD),), (_sentence(TOLD.replace(old, new)),))
    assert [edit.kind for edit in found] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        TOLD,
        TOLD.replace("crates", "boxes"),
        TOLD.replace("may have", "might have"),
        TOLD.replace("in the spring of 2019", "in spring 2019"),
        "An entirely different sentence about the 910 goats of a mountain village in 2018",
    ],
)
def test_other_words_for_the_same_are_no_finding(text: str) -> None:
    """The same words, a synonym, another hedge or another sentence show no change."""
    assert not find_edits((_sentence(TOLD),), (_sentence(text),))


@given(st.text(max_size=200), st.text(max_size=200))
@settings(max_examples=50)
def test_any_text_is_taken(one: str, other: str) -> None:
    """No text makes the search fail, and a sentence never differs from itself."""
    find_edits((_sentence(one),), (_sentence(other),))
    assert not find_edits((_sentence(one),), (_sentence(one),))


def test_a_number_changed_by_a_copy_is_a_conflict_and_a_retelling(hand: Hand) -> None:
    """The changed number is a difference with both readings, and inflated along the edge."""
    hand.report("a", f"{TOLD}.")
    hand.report("b", f"{TOLD.replace('340', '910')}.")
    hand.derive("a", "b", "crates of dried salt", kind="verbatim")
    collation = hand.collate()
    (difference,) = collation.differences
    assert (difference.kind, difference.verdict) == ("number", "conflict")
    assert [reading.value for reading in difference.readings] == ["340", "910"]
    (retelling,) = collation.retellings
    assert (retelling.change, retelling.direction) == ("number", "stronger")


def test_an_outlets_own_correction_is_an_update(hand: Hand) -> None:
    """What a later version of one report changes is an update, no inflation."""
    hand.report("a", f"{TOLD}.")
    hand.report("b", f"{TOLD.replace('340', '910')}.")
    hand.derive("a", "b", "crates of dried salt", kind="update")
    collation = hand.collate()
    assert [d.verdict for d in collation.differences] == ["update"]
    assert not collation.retellings
