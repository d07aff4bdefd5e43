"""Coherence: sure loss with its bets, natural extension, and rates, checked by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.assessment.coherence import (
    certify,
    conflict,
    extend,
    nested_atoms,
    over_years,
    rate_after,
    yearly_rate,
)

CLOSE = pytest.approx


def test_point_prices_that_lose() -> None:
    """P(2026) = .10 with P(by 2030) = .05 loses .05 for sure at stakes of 1."""
    found = certify(nested_atoms(2, [(0, 1)]), [(0.10, 0.10), (0.05, 0.05)])
    assert found.loss == CLOSE(0.05, abs=1e-6)
    assert found.stakes == CLOSE((-1.0, 1.0), abs=1e-6)


def test_overlapping_nested_intervals_hold() -> None:
    """5–10% in a year and 5–15% over five that hold it give no sure loss."""
    atoms = nested_atoms(2, [(0, 1)])
    bounds = [(0.05, 0.10), (0.05, 0.15)]
    assert certify(atoms, bounds).loss == 0
    assert conflict(atoms, bounds) == ()


def test_what_is_left_for_later() -> None:
    """The same two leave [0, .10] for the years after the first."""
    atoms = nested_atoms(2, [(0, 1)])
    left = extend(atoms, [(0.05, 0.10), (0.05, 0.15)], atoms[1] - atoms[0])
    assert left == CLOSE((0.0, 0.10), abs=1e-6)


def test_three_statements_together() -> None:
    """Leaving in the first year, leaving later, and a partial step: the worked intervals.

    Leaving at once excludes the partial step; later the two are free of each other.
    """
    #                 at once, later+part, later only, part only, neither
    first, any_exit, part = [1, 0, 0, 0, 0], [1, 1, 1, 0, 0], [0, 1, 0, 1, 0]
    atoms = np.array([first, any_exit, part], dtype=np.float64)
    bounds = [(0.05, 0.10), (0.05, 0.15), (0.20, 0.30)]
    assert certify(atoms, bounds).loss == 0
    assert extend(atoms, bounds, [0, 0, 0, 0, 1]) == CLOSE((0.55, 0.75), abs=1e-6)
    assert extend(atoms, bounds, [0, 0, 0, 1, 0]) == CLOSE((0.10, 0.30), abs=1e-6)
    assert extend(atoms, bounds, [1, 1, 1, 1, 0]) == CLOSE((0.25, 0.45), abs=1e-6)


def test_rates() -> None:
    """The yearly rates behind 5–10% in one year and 5–15% in five."""
    assert (over_years(0.05, 5), over_years(0.10, 5)) == CLOSE((0.2262190625, 0.40951), abs=1e-6)
    assert (yearly_rate(0.05, 5), yearly_rate(0.15, 5)) == CLOSE((0.0102062, 0.0319805), abs=1e-6)
    assert rate_after(0.05, 0.15, 4) == CLOSE(0.0274227, abs=1e-6)
    assert rate_after(0.10, 0.05, 4) == 0


def test_smallest_conflict_leaves_bystanders_out() -> None:
    """Only the statements that need each other to lose are named."""
    atoms = nested_atoms(3, [(0, 1), (1, 2), (0, 2)])
    assert conflict(atoms, [(0.3, 0.4), (0.0, 1.0), (0.1, 0.2)]) == (0, 2)


def test_sure_loss_has_no_extension() -> None:
    """Where no distribution fits nothing follows, and nothing is made up."""
    atoms = nested_atoms(2, [(0, 1)])
    assert extend(atoms, [(0.3, 0.4), (0.1, 0.2)], atoms[0]) is None


def test_too_many_events_are_refused() -> None:
    """Atoms are enumerated only for a few events."""
    with pytest.raises(ValueError, match="11 events"):
        nested_atoms(11, [])


unit = st.floats(0, 1).map(lambda x: round(x, 4))
interval = st.tuples(unit, unit).map(lambda pair: (min(pair), max(pair)))


@settings(max_examples=60, deadline=None)
@given(st.lists(interval, min_size=2, max_size=4))
def test_certificate_and_polytope_agree(bounds: list[tuple[float, float]]) -> None:
    """A sure loss is found exactly where a lower horizon lies above a higher one's top.

    At the stakes given whoever bets against the holder gains the stated amount in every atom.
    """
    count = len(bounds)
    pairs = [(a, b) for a in range(count) for b in range(a + 1, count)]
    atoms = nested_atoms(count, pairs)
    gap = max((bounds[a][0] - bounds[b][1] for a, b in pairs), default=0.0)
    found = certify(atoms, bounds)
    assert (found.loss > 0) == (gap > 1e-8) or abs(gap) <= 1e-6
    priced = zip(found.stakes, bounds, strict=True)
    prices = np.array([high if stake > 0 else low for stake, (low, high) in priced])
    pays = np.array(found.stakes) @ (atoms - prices[:, None])
    assert pays.min() >= found.loss - 1e-7
