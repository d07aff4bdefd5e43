"""Average linkage."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.lineage.clusters import Floats, merges


def _plain(likeness: Floats) -> list[frozenset[int]]:
    """Average linkage as its definition has it: merge the likest two groups until one is left."""
    groups = [[n] for n in range(len(likeness))]
    made = []
    while len(groups) > 1:
        pairs = [(a, b) for a in range(len(groups)) for b in range(a)]
        means = [likeness[np.ix_(groups[a], groups[b])].mean() for a, b in pairs]
        a, b = pairs[int(np.argmax(means))]
        groups[b] = groups[b] + groups.pop(a)
        made.append(frozenset(groups[b]))
    return made


@settings(max_examples=60)
@given(st.integers(1, 12), st.integers(0, 10_000))
def test_chains_give_what_the_definition_gives(size: int, seed: int) -> None:
    """Nearest-neighbour chains make the groups that merging the likest two again and again does."""
    half = np.random.default_rng(seed).random((size, size)) - 0.5
    likeness = half + half.T
    groups = [frozenset({n}) for n in range(size)]
    for one, two in merges(likeness):
        groups.append(groups[one] | groups[two])
    assert groups[size:] == _plain(likeness)
