"""What the attribution model's scores amount to: the frames in a window of words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SOURCE, CUE, CONTENT = 1, 2, 3
_LIKELY = 0.77  # from which an anchor counts
_LIKELY_WITHIN = 0.5  # the same within another's content
_POSSIBLE = 0.3  # from which a word is taken for the source where none is likelier to be one
_LONGEST_GAP = 2  # words of no role that a run of one role may hold


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution in a window: columns of its words by role, in order.

    `score` is the model's probability that the anchor is one.
    """

    anchor: int
    score: float
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]


def find_frames(
    anchors: NDArray[np.float32], roles: Callable[[Sequence[int]], NDArray[np.float32]]
) -> list[Frame]:
    """The frames of a window, outer ones first, then the likeliest; no two share a cue's word.

    What the model takes for an inner one stands only within the content of another.

    `anchors`: probability of none, outer and inner for each word. `roles` gives, for some
    anchors, the probability of each role for each word: (anchors, words, 4).
    """
    likely = anchors[:, 1:].sum(1)
    within = anchors[:, 2] > anchors[:, 1]
    chosen = np.flatnonzero(likely >= np.where(within, _LIKELY_WITHIN, _LIKELY)).tolist()
    if not chosen:
        return []
    scored = roles(chosen)
    frames = [_frame(k, float(likely[k]), scored[row]) for row, k in enumerate(chosen)]
    inner = set(np.flatnonzero(within).tolist())
    taken: set[int] = set()
    told: set[int] = set()
    kept: list[Frame] = []
    for frame in sorted(filter(None, frames), key=lambda f: (f.anchor in inner, -f.score)):
        if taken.isdisjoint(frame.cue) and (frame.anchor not in inner or frame.anchor in told):
            taken.update(frame.cue)
            told.update(frame.content)
            kept.append(frame)
    return kept


def _frame(anchor: int, score: float, roles: NDArray[np.float32]) -> Frame | None:
    best = roles.argmax(1)
    if best[anchor] != CUE:
        return None
    cue = next(run for run in _runs(best, CUE) if anchor in run)
    best[best == CUE] = 0
    best[list(cue)] = CUE
    source = _source(best, roles[:, SOURCE])
    content = [k for run in _runs(best, CONTENT) for k in run if k not in source]
    return Frame(anchor, score, source, cue, tuple(content)) if content else None


def _source(best: NDArray[np.int64], likely: NDArray[np.float32]) -> tuple[int, ...]:
    """The likeliest run of source words."""
    if SOURCE not in best:
        free = np.where(best == 0, likely, 0.0)
        if free.max() >= _POSSIBLE:
            best[free >= _POSSIBLE / 2] = SOURCE
    runs = _runs(best, SOURCE)
    return max(runs, key=lambda run: float(likely[list(run)].sum()), default=())


def _runs(best: NDArray[np.int64], role: int) -> list[tuple[int, ...]]:
    """Runs of one role; a short gap of no role belongs to the run around it."""
    runs: list[list[int]] = []
    for k in np.flatnonzero(best == role):
        if runs and k - runs[-1][-1] <= _LONGEST_GAP + 1 and not best[runs[-1][-1] + 1 : k].any():
            runs[-1].extend(range(runs[-1][-1] + 1, int(k) + 1))
        elif runs and k == runs[-1][-1] + 1:
            runs[-1].append(int(k))
        else:
            runs.append([int(k)])
    return [tuple(run) for run in runs]
