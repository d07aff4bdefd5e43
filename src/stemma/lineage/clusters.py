"""Average-linkage clustering (UPGMA) by nearest-neighbour chains."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_GONE = np.float32(-2.0)


def cluster(similarity: NDArray[np.float32], least: float) -> list[list[int]]:
    """Groups whose members are, on average, at least `least` alike; `similarity` is symmetric.

    Nearest-neighbour chains (Murtagh 1983) build the whole tree in quadratic time; as average
    linkage is monotone, cutting it at `least` gives what merging until there would give. Groups
    come in the order of their first member.
    """
    size = len(similarity)
    near = similarity.astype(np.float32, copy=True)
    np.fill_diagonal(near, _GONE)
    weight = np.ones(size)
    members: dict[int, list[int]] = {at: [at] for at in range(size)}
    closed: list[list[int]] = []
    chain: list[int] = []
    while len(members) > 1:
        if not chain:
            chain.append(min(members))
        best = _nearest(near, chain)
        if near[chain[-1], best] < least:
            closed += _close(near, members, chain)
        elif len(chain) > 1 and best == chain[-2]:
            _merge(near, weight, members, (chain.pop(), chain.pop()))
        else:
            chain.append(best)
    return sorted(sorted(group) for group in [*closed, *members.values()])


def _nearest(near: NDArray[np.float32], chain: list[int]) -> int:
    """The nearest to the chain's end; the one before it where that is as near as any."""
    row = near[chain[-1]]
    best = int(np.argmax(row))
    if len(chain) > 1 and row[chain[-2]] >= row[best]:
        return chain[-2]
    return best


def _close(
    near: NDArray[np.float32], members: dict[int, list[int]], chain: list[int]
) -> list[list[int]]:
    """Take the chain's end out: nothing is near enough to it, nor will anything be."""
    end = chain.pop()
    near[end, :] = _GONE
    near[:, end] = _GONE
    chain.clear()
    return [members.pop(end)]


def _merge(
    near: NDArray[np.float32],
    weight: NDArray[np.float64],
    members: dict[int, list[int]],
    pair: tuple[int, int],
) -> None:
    keep, drop = min(pair), max(pair)
    total = weight[keep] + weight[drop]
    row = (near[keep] * weight[keep] + near[drop] * weight[drop]) / total
    row[near[keep] == _GONE] = _GONE
    row[[keep, drop]] = _GONE
    near[keep, :] = row
    near[:, keep] = row
    near[drop, :] = _GONE
    near[:, drop] = _GONE
    weight[keep] = total
    members[keep] += members.pop(drop)
