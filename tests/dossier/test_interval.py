from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.dossier.interval import wilson


@given(trials=st.integers(1, 500), part=st.floats(0, 1))
def test_its_ends_are_as_far_from_the_share_as_they_make_likely(trials: int, part: float) -> None:
    """Both solve (share - p)^2 = z^2 p (1 - p) / n, hold the share between them, stay in [0, 1]."""
    successes = round(part * trials)
    share = successes / trials
    low, high = wilson(successes, trials)
    assert 0 <= low <= share <= high <= 1
    for end in (low, high):
        assert (share - end) ** 2 == pytest.approx(1.96**2 * end * (1 - end) / trials, rel=1e-3)


def test_a_known_interval() -> None:
    """Ten of ten, of which the lower end has the closed form n / (n + z^2)."""
    low, high = wilson(10, 10)
    assert low == pytest.approx(10 / (10 + 1.96**2), rel=1e-4)
    assert high == 1.0


@pytest.mark.parametrize(("successes", "trials"), [(0, 0), (3, 2), (-1, 2)])
def test_what_is_no_proportion_is_refused(successes: int, trials: int) -> None:
    """No interval is made up where nothing was counted."""
    with pytest.raises(ValueError, match="no proportion"):
        wilson(successes, trials)
