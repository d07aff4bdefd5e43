"""How far a share that was counted may lie from the one behind it."""

from __future__ import annotations

from math import sqrt

_Z = 1.959963984540054
"""The 97.5% quantile of the standard normal distribution: 95% lie within it on either side."""


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """The score interval of a proportion at 95%, without correction for continuity.

    The roots p of (successes / trials - p)^2 = z^2 p (1 - p) / trials: E. B. Wilson, "Probable
    inference, the law of succession, and statistical inference", Journal of the American
    Statistical Association 22 (1927), 209-212. It takes the trials for independent.
    Raises ValueError where there is no trial, or not 0 <= successes <= trials.
    """
    if trials < 1 or not 0 <= successes <= trials:
        raise ValueError(f"{successes} of {trials} is no proportion")
    share, weight = successes / trials, _Z * _Z / trials
    middle = share + weight / 2
    half = sqrt(weight * (share * (1 - share) + weight / 4))
    low, high = (middle - half) / (1 + weight), (middle + half) / (1 + weight)
    return (0.0 if successes == 0 else low), (1.0 if successes == trials else high)
