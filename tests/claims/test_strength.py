"""What is stronger than what."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import pytest

from stemma.claims.strength import (
    HEARSAY,
    POSSIBLE,
    PROBABLE,
    STAGES,
    by_amount,
    by_certainty,
    by_stage,
)
from stemma.model.reading import Stage


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ("may", "likely", "stronger"),
        ("likely", "", "stronger"),
        ("", "could", "weaker"),
        ("expected", "possibly", "weaker"),
        ("may", "might", "neither"),
        ("reportedly", "", "stronger"),
        ("", "allegedly", "weaker"),
        ("reportedly", "may", "unknown"),
    ],
)
def test_doubt_has_three_degrees(before: str, after: str, direction: str) -> None:
    """Possible is weaker than probable, probable than certain; hearsay only than plain fact."""
    assert by_certainty(frozenset(before.split()), frozenset(after.split())) == direction


def test_a_word_of_doubt_has_one_degree() -> None:
    """No word stands at two places of the scale."""
    assert not any(one & other for one, other in combinations((POSSIBLE, PROBABLE, HEARSAY), 2))


def test_every_stage_has_its_place() -> None:
    """The scale holds each stage that the model knows; an unknown one has no direction."""
    assert sorted(STAGES) == sorted(set(get_args(Stage)) - {"unknown"})
    assert by_stage("considered", "in-force") == "stronger"
    assert by_stage("filed", "announced") == "weaker"
    assert by_stage("unknown", "filed") == "unknown"


def test_rounding_goes_neither_way() -> None:
    """Amounts within a twentieth are one amount rounded; signs don't count."""
    assert by_amount(100, 104) == "neither"
    assert by_amount(100, 106) == "stronger"
    assert by_amount(-106, -100) == "weaker"
