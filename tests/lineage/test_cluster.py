"""Average linkage."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from stemma.lineage.clusters import cluster


def _plain(similarity: NDArray[np.float32], least: float) -> list[list[int]]:
    """Average linkage as its definition has it: merge the likest two groups until none will do."""
    groups = [[n] for n in range(len(similarity))]
    while len(groups) > 1:
        pairs = [(a, b) for a in range(len(groups)) for b in range(a)]
        means = [similarity[np.ix_(groups[a], groups[b])].mean() for a, b in pairs]
        best = int(np.argmax(means))
        if means[best] < least:
            break
        a, b = pairs[best]
        groups[b] = groups[b] + groups.pop(a)
    return sorted(sorted(group) for group in groups)


@settings(max_examples=60)
@given(st.integers(1, 12), st.integers(0, 10_000), st.floats(0.1, 0.9))
def test_chains_give_what_the_definition_gives(size: int, seed: int, least: float) -> None:
    """Nearest-neighbour chains end with the groups of merging the likest two again and again."""
    half = np.random.default_rng(seed).random((size, size)).astype(np.float32)
    similarity = ((half + half.T) / 2).astype(np.float32)
    assert cluster(similarity, least) == _plain(similarity, least)
