"""Standing lines: what an outlet prints in report after report is no reuse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from stemma.lineage.passages import Overlap, PassageOptions, Run
from stemma.lineage.words import Words

_VERSION = 0.5  # of a report's words: reports of one outlet that share more are versions of one
_OTHERS = 2  # further reports of the outlet, otherwise different, that a standing line is in


def leave_out_boilerplate(
    overlaps: Sequence[Overlap], rows: Sequence[Words], outlets: Sequence[str | None]
) -> tuple[Overlap, ...]:
    """The overlaps without the words that are standing lines on both sides.

    A word of a report is one where its run is found in two further reports of the outlet that
    share less than half of their words with it. Of versions of one report nothing is left out.
    """
    standing = _find_standing(overlaps, rows, outlets)
    found = []
    for overlap in overlaps:
        sides = standing.get(overlap.a), standing.get(overlap.b)
        if sides[0] is None or sides[1] is None:
            found.append(overlap)
            continue
        kept = tuple(part for run in overlap.runs for part in _parts(run, sides[0], sides[1]))
        if kept == overlap.runs:
            found.append(overlap)
        elif kept:
            found.append(Overlap.of((overlap.a, overlap.b), kept, rows))
    return tuple(found)


def _find_standing(
    overlaps: Sequence[Overlap], rows: Sequence[Words], outlets: Sequence[str | None]
) -> dict[int, NDArray[np.bool_]]:
    """By report, which of its words are standing lines of its outlet."""
    counts: dict[int, NDArray[np.int32]] = {}
    for overlap in overlaps:
        outlet = outlets[overlap.a]
        if outlet is None or outlet != outlets[overlap.b] or overlap.containment >= _VERSION:
            continue
        for report, side in ((overlap.a, 0), (overlap.b, 1)):
            count = counts.setdefault(report, np.zeros(len(rows[report]), dtype=np.int32))
            for run in overlap.runs:
                count[run[side] : run[side] + run.length] += 1
    return {report: count >= _OTHERS for report, count in counts.items()}


def _parts(run: Run, one: NDArray[np.bool_], two: NDArray[np.bool_]) -> Iterator[Run]:
    """What is left of a run between standing lines, where that is long enough to be a run."""
    open_ = np.zeros(run.length + 2, dtype=np.bool_)
    open_[1:-1] = ~(one[run.a : run.a + run.length] & two[run.b : run.b + run.length])
    if open_[1:-1].all():
        yield run
        return
    bounds = np.flatnonzero(open_[1:] != open_[:-1]).reshape(-1, 2)
    for start, end in bounds.tolist():
        if end - start >= PassageOptions.shortest:
            yield Run(run.a + start, run.b + start, end - start)
