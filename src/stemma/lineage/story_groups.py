"""Reports that hang together, parted into stories: which merges of an average-linkage tree hold."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from stemma.lineage.clusters import merges
from stemma.lineage.story_pairs import FAR, FLOOR, GroupModel

Floats = NDArray[np.float64]
MEASURES = "mean best_least best_most worst_least worst_most smaller larger".split()
_MANY = 8  # reports: beyond so many a group's size tells nothing more


def part(likeness: Floats, model: GroupModel) -> list[list[int]]:
    """The stories among reports, by number; `likeness` holds the log-odds of every two of them.

    A merge of the tree holds where the model takes its two sides for one story, and all merges
    below it hold. So two cores that are each well knit and only resemble each other stay two,
    though as much likeness would bring a single report in.
    """
    size = len(likeness)
    members: list[list[int]] = [[at] for at in range(size)]
    whole = [True] * size
    found: dict[int, list[int]] = {at: [at] for at in range(size)}
    for one, two in merges(likeness):
        block = likeness[np.ix_(members[one], members[two])]
        holds = whole[one] and whole[two] and judge(block, model) > 0
        members.append(members[one] + members[two])
        members[one] = members[two] = []
        whole.append(holds)
        if holds:
            found[len(members) - 1] = sorted(found.pop(one) + found.pop(two))
    return sorted(found.values())


def judge(block: Floats, model: GroupModel) -> float:
    """The log-odds that two groups are of one story; lower than any where days part them."""
    if block.mean() < FLOOR:
        return FAR
    return float(np.dot(measure(block), model.weights)) + model.bias


def measure(block: Floats) -> Floats:
    """What tells whether two groups are one, by the log-odds between their reports: `MEASURES`.

    Their mean; how near each report's nearest, and its farthest, in the other group is on
    average, on the worse side and on the better; and the logarithms of the groups' sizes.
    """
    best = sorted((float(block.max(axis=1).mean()), float(block.max(axis=0).mean())))
    worst = sorted((float(block.min(axis=1).mean()), float(block.min(axis=0).mean())))
    sizes = sorted(min(side, _MANY) for side in block.shape)
    return np.array([float(block.mean()), *best, *worst, *np.log(sizes)])
