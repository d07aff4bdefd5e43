"""Yardsticks: terms for probabilities, gaps kept, and the order of labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.assessment.scales import (
    ICD_203,
    MEDIAN_READINGS,
    PHIA,
    SCALES,
    band_of_label,
    rank,
    term_for,
)


def test_a_gap_has_no_term() -> None:
    """7% lies in a gap of the PHIA yardstick and is not moved to either neighbour."""
    assert term_for(PHIA, 0.07) == "between 'remote chance' and 'highly unlikely'"


def test_a_shared_end_belongs_to_the_upper_band() -> None:
    """Where two printed bands share an end, the upper one has it."""
    assert term_for(ICD_203, 0.20) == "unlikely"
    assert term_for(ICD_203, 0.1999) == "very unlikely"


def test_beyond_a_scale() -> None:
    """ICD 203 has no term for 0 and none for 1."""
    assert term_for(ICD_203, 0.0) == "below 'almost no chance'"
    assert term_for(ICD_203, 1.0) == "above 'almost certain'"
    assert term_for(PHIA, 1.0) == "almost certain"


def test_labels_in_no_scale() -> None:
    """Words that no yardstick lists have no band."""
    assert all(band_of_label(scale, "Moderate risk") is None for scale in SCALES)
    assert all(band_of_label(scale, "cannot be ruled out") is None for scale in SCALES)


@pytest.mark.parametrize(
    "ascending",
    [
        ["Very low", "low probability", "Moderate risk", "high", "extremely high"],
        ["very unlikely", "Improbable", "roughly even chance", "likely", "highly likely",
         "almost certain"],
    ],
)  # fmt: skip
def test_order_within_a_family(ascending: list[str]) -> None:
    """Each label says more than the one before it."""
    ranks = [rank(label) for label in ascending]
    assert len({found[0] for found in ranks if found}) == 1
    places = [found[1] for found in ranks if found]
    assert places == sorted(set(places))
    assert len(places) == len(ascending)


@pytest.mark.parametrize("label", ["fairly low", "cannot be ruled out", "remote", "real risk", ""])
def test_open_labels_have_no_rank(label: str) -> None:
    """Where words leave the order open no rank is made up."""
    assert rank(label) is None


def test_ranks_agree_with_readers() -> None:
    """The order of ranked phrases is the order of their median readings."""
    ranked = [
        (found[1], median) for label, median in MEDIAN_READINGS.items() if (found := rank(label))
    ]
    for place, median in ranked:
        assert all(other >= median for higher, other in ranked if higher > place)


@given(st.floats(0, 1))
def test_every_probability_is_described(probability: float) -> None:
    """Every probability has a term, or the two terms that it lies between, on every scale."""
    assert all(term_for(scale, probability) for scale in SCALES)


@given(st.text(max_size=40))
def test_any_label(label: str) -> None:
    """No label raises."""
    rank(label)
    assert all(band_of_label(scale, label) is None or label.strip() for scale in SCALES)
