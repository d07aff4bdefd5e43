"""Whether stated probabilities hang together: sure loss, the bets that show it, and what follows.

Probabilities are intervals `low <= P(event) <= high`. Events are given by their indicators over
atoms: row k of `indicators` holds 1 for each atom in which event k happens. Sure loss and natural
extension are Walley's (Statistical Reasoning with Imprecise Probabilities, 1991); the certificate
as a linear program follows Nakharutai, Troffaes & Caiado (IJAR 101, 2018).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Indicators = NDArray[np.float64]
Bounds = Sequence[tuple[float, float]]
Limits = tuple[Sequence[float], Sequence[float]]

TOLERANCE = 1e-9
_MOST_EVENTS = 10  # atoms double with each


@dataclass(frozen=True)
class Certificate:
    """`loss` is what the holder loses in every case at stakes of at most 1, 0 where none is sure.

    `stakes` are those of whoever bets against the holder: `stakes[k]` is positive where they buy
    event k from the holder at the price `high`, negative where they sell it at the price `low`.
    """

    loss: float
    stakes: tuple[float, ...]


def nested_atoms(count: int, within: Sequence[tuple[int, int]]) -> Indicators:
    """The indicators of `count` events over all atoms in which each pair (a, b) has a ⊂ b.

    Raises ValueError for more events than can be enumerated.
    """
    if count > _MOST_EVENTS:
        raise ValueError(f"{count} events are more than {_MOST_EVENTS}")
    atoms = [
        atom
        for atom in itertools.product((0.0, 1.0), repeat=count)
        if all(atom[a] <= atom[b] for a, b in within)
    ]
    return np.array(atoms, dtype=np.float64).T.reshape(count, len(atoms))


def certify(indicators: Indicators, bounds: Bounds) -> Certificate:
    """The bets at the stated prices that lose most in the best case for the holder.

    Solves min t such that sum a_k (1_k - low_k) + sum b_k (high_k - 1_k) <= t in every atom,
    a, b >= 0, sum a + b = 1; a sure loss is a t below 0. Raises RuntimeError where no solution is
    found, which the program's own limits exclude.
    """
    events, atoms = indicators.shape
    low = np.array([bound[0] for bound in bounds], dtype=np.float64)
    high = np.array([bound[1] for bound in bounds], dtype=np.float64)
    bought = (indicators - low[:, None]).T
    sold = (high[:, None] - indicators).T
    sum_of_stakes = np.concatenate([np.ones(2 * events), [0.0]])
    solved = _minimise(
        np.concatenate([np.zeros(2 * events), [1.0]]),
        np.vstack([np.hstack([bought, sold, -np.ones((atoms, 1))]), sum_of_stakes]),
        rows=([-np.inf] * atoms + [1.0], [0.0] * atoms + [1.0]),
        columns=([0.0] * (2 * events) + [-np.inf], [np.inf] * (2 * events + 1)),
    )
    if solved is None:
        raise RuntimeError("no certificate was found")
    least, x = solved
    stakes = x[events : 2 * events] - x[:events]
    largest = float(np.max(np.abs(stakes), initial=0.0))
    if least >= -TOLERANCE or largest < TOLERANCE:
        return Certificate(0.0, (0.0,) * events)
    return Certificate(
        loss=float(-least / largest),
        stakes=tuple(float(stake / largest) for stake in stakes),
    )


def conflict(indicators: Indicators, bounds: Bounds) -> tuple[int, ...]:
    """A smallest set of events whose bounds alone give a sure loss; empty where none does.

    Deletion filter: each event is left out in turn, and stays out where the loss remains.
    """
    if certify(indicators, bounds).loss <= 0:
        return ()
    kept = list(range(len(bounds)))
    for event in range(len(bounds)):
        rest = [k for k in kept if k != event]
        if rest and certify(indicators[rest], [bounds[k] for k in rest]).loss > 0:
            kept = rest
    return tuple(kept)


def extend(
    indicators: Indicators, bounds: Bounds, gamble: Sequence[float]
) -> tuple[float, float] | None:
    """Natural extension: the least and the greatest expectation of `gamble` (one value an atom).

    `None` where the bounds give a sure loss, so that no expectation exists.
    """
    atoms = indicators.shape[1]
    values = np.array(gamble, dtype=np.float64)
    low, high = [bound[0] for bound in bounds], [bound[1] for bound in bounds]
    ends: list[float] = []
    for sign in (1.0, -1.0):
        solved = _minimise(
            sign * values,
            np.vstack([indicators, np.ones(atoms)]),
            rows=([*low, 1.0], [*high, 1.0]),
            columns=([0.0] * atoms, [1.0] * atoms),
        )
        if solved is None:
            return None
        ends.append(sign * solved[0])
    return ends[0], ends[1]


def _minimise(
    cost: NDArray[np.float64], matrix: NDArray[np.float64], rows: Limits, columns: Limits
) -> tuple[float, NDArray[np.float64]] | None:
    """The least `cost @ x` with `matrix @ x` and `x` within their limits, and that x; else None."""
    import highspy

    program = highspy.HighsLp()
    program.num_row_, program.num_col_ = matrix.shape
    program.col_cost_ = cost
    program.row_lower_, program.row_upper_ = (np.array(limit) for limit in rows)
    program.col_lower_, program.col_upper_ = (np.array(limit) for limit in columns)
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = np.arange(matrix.shape[0] + 1) * matrix.shape[1]
    program.a_matrix_.index_ = np.tile(np.arange(matrix.shape[1]), matrix.shape[0])
    program.a_matrix_.value_ = matrix.ravel()
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("threads", 1)
    solver.passModel(program)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    x = np.array(solver.getSolution().col_value, dtype=np.float64)
    return float(solver.getInfo().objective_function_value), x


def yearly_rate(probability: float, years: float) -> float:
    """The constant yearly probability that makes `probability` over `years` (> 0)."""
    return float(1 - (1 - probability) ** (1 / years))


def over_years(probability: float, years: float) -> float:
    """What a constant yearly `probability` comes to over `years`."""
    return float(1 - (1 - probability) ** years)


def rate_after(first: float, whole: float, years: float) -> float:
    """The yearly rate in the `years` between a horizon with P = `first` and one with `whole`.

    Conditional on the event not having come by the first; 0 where `whole` is not greater, 1
    where the first leaves no room.
    """
    if first >= 1:
        return 1.0
    return yearly_rate(max(0.0, (whole - first) / (1 - first)), years)
