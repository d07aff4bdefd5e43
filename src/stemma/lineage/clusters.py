"""Average-linkage clustering (UPGMA) by nearest-neighbour chains."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_GONE = -np.inf


def merges(likeness: Floats) -> list[tuple[int, int]]:
    """The whole tree, as merges of two groups, the likest first; `likeness` is symmetric.

    Items are numbered from 0; the group that merge number `n` makes is `n` plus their count.
    Nearest-neighbour chains (Murtagh 1983) build it in quadratic time: as average linkage is
    monotone, merges found out of order may be sorted.
    """
    size = len(likeness)
    near = likeness.astype(np.float64, copy=True)
    np.fill_diagonal(near, _GONE)
    weight = np.ones(size)
    left = set(range(size))
    found: list[tuple[float, int, int]] = []
    chain: list[int] = []
    while len(left) > 1:
        if not chain:
            chain.append(min(left))
        best = _nearest(near, chain)
        if len(chain) > 1 and best == chain[-2]:
            one, two = sorted((chain.pop(), chain.pop()))
            found.append((float(near[one, two]), one, two))
            _merge(near, weight, one, two)
            left.discard(two)
        else:
            chain.append(best)
    order = sorted(range(len(found)), key=lambda n: -found[n][0])
    return _numbered([found[n][1:] for n in order], size)


def _numbered(pairs: list[tuple[int, int]], size: int) -> list[tuple[int, int]]:
    """The merges with groups in place of one member of each."""
    group = list(range(size))
    parent = list(range(size))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    found = []
    for n, (one, two) in enumerate(pairs):
        a, b = root(one), root(two)
        found.append((group[a], group[b]))
        parent[b] = a
        group[a] = size + n
    return found


def _nearest(near: Floats, chain: list[int]) -> int:
    """The nearest to the chain's end; the one before it where that is as near as any."""
    row = near[chain[-1]]
    best = int(np.argmax(row))
    if len(chain) > 1 and row[chain[-2]] >= row[best]:
        return chain[-2]
    return best


def _merge(near: Floats, weight: Floats, keep: int, drop: int) -> None:
    total = weight[keep] + weight[drop]
    row = (near[keep] * weight[keep] + near[drop] * weight[drop]) / total
    row[near[keep] == _GONE] = _GONE
    row[[keep, drop]] = _GONE
    near[keep, :] = row
    near[:, keep] = row
    near[drop, :] = _GONE
    near[:, drop] = _GONE
    weight[keep] = total
