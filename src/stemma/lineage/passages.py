"""Passages that two reports share: maximal runs of equal words, found from common fingerprints.

What is measured is containment, the share of one report's words that stand in shared runs, since
a part of a long report copied into another is reuse however small their overlap as sets (Jaccard)
may be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stemma.lineage.fingerprints import Corpus, Places, pair_places
from stemma.lineage.words import ALONE_KEY, Words

_LOW = np.uint64(0xFFFFFFFF)


@dataclass(frozen=True)
class PassageOptions:
    """How runs are sought: `ngram` words a fingerprint, the least of `window` kept.

    A fingerprint of more than `widest` reports joins each of them to the first one only; a run
    counts from `shortest` words on, a character of a script without spaces being half a word.
    """

    ngram: int = 6
    window: int = 6
    widest: int = 200
    shortest: int = 8


class Run(NamedTuple):
    """A maximal run of equal words: word `a` of the first, `b` of the second, `length` words."""

    a: int
    b: int
    length: int


@dataclass(frozen=True)
class Overlap:
    """What two reports share; `a` < `b` are their places in the given order.

    `runs` are in the order of the first report. `within_a` is the share of the words of `a` that
    stand in runs, `within_b` likewise.
    """

    a: int
    b: int
    runs: tuple[Run, ...]
    within_a: float
    within_b: float

    @property
    def containment(self) -> float:
        """The greater of the two shares: how far the one is contained in the other."""
        return max(self.within_a, self.within_b)

    def of_runs(self, runs: tuple[Run, ...], rows: Sequence[Words]) -> Overlap:
        """The overlap with these runs of its own alone."""
        covers = [np.zeros(len(rows[at]), dtype=np.bool_) for at in (self.a, self.b)]
        for run in runs:
            for cover, first in zip(covers, run[:2], strict=True):
                cover[first : first + run.length] = True
        return Overlap(self.a, self.b, runs, *(float(cover.mean()) for cover in covers))

    def renumbered(self, numbers: Sequence[int]) -> Overlap:
        """The same overlap where the reports have other numbers."""
        a, b = numbers[self.a], numbers[self.b]
        if a < b:
            return Overlap(a, b, self.runs, self.within_a, self.within_b)
        runs = tuple(sorted(Run(r.b, r.a, r.length) for r in self.runs))
        return Overlap(b, a, runs, self.within_b, self.within_a)


def find_overlaps(
    rows: Sequence[Words], options: PassageOptions = PassageOptions()
) -> tuple[Overlap, ...]:
    """Every pair of reports that shares a run, in order; an exact copy is joined once only.

    Of reports with the very same words, all but the first are joined to the first alone.
    """
    first = _firsts(rows)
    kept = np.array([at for at in range(len(rows)) if first[at] == at], dtype=np.int64)
    found = [_copy(first[at], at, len(rows[at])) for at in range(len(rows)) if first[at] != at]
    corpus = Corpus.of([rows[at].keys for at in kept.tolist()])
    sizes = [len(row) for row in rows]
    for table in _find_runs(corpus, options):
        table[:, :2] = kept[table[:, :2]]
        found += _overlaps(table, sizes, options.shortest)
    return tuple(sorted(found, key=lambda o: (o.a, o.b)))


def _firsts(rows: Sequence[Words]) -> list[int]:
    """For each report the first one with the very same words."""
    seen: dict[tuple[int, ...], list[int]] = {}
    firsts = []
    for at, row in enumerate(rows):
        size = len(row)
        sample = row.keys[[0, size // 3, size // 2, -1]].tolist() if size else [at]
        alike = seen.setdefault((size, *sample), [])
        first = next((n for n in alike if np.array_equal(rows[n].keys, row.keys)), at)
        if first == at:
            alike.append(at)
        firsts.append(first)
    return firsts


def _copy(first: int, at: int, size: int) -> Overlap:
    return Overlap(first, at, (Run(0, 0, size),), 1.0, 1.0)


def _find_runs(corpus: Corpus, options: PassageOptions) -> Iterator[NDArray[np.int64]]:
    """Runs in rows: first report, second, word of the one, of the other, length; in this order.

    Equal n-grams that are as far apart in both reports and at most an n-gram from one another
    are one run, which is then extended word by word to where the reports differ.
    """
    for one, other in pair_places(corpus, options.ngram, options.window, options.widest):
        codes = ((other - one).astype(np.uint64) << np.uint64(32)) | one.astype(np.uint64)
        codes.sort()
        new = np.ones(len(codes) + 1, dtype=np.bool_)
        new[1:-1] = np.diff(codes) > options.ngram
        starts = (codes[new[:-1]] & _LOW).astype(np.int64)
        ends = (codes[new[1:]] & _LOW).astype(np.int64) + options.ngram
        shift = (codes[new[:-1]] >> np.uint64(32)).astype(np.int64)
        starts = _extend(corpus.keys, starts, shift, -1)
        ends = _extend(corpus.keys, ends - 1, shift, 1) + 1
        distinct = np.ones(len(starts), dtype=np.bool_)
        distinct[1:] = (starts[1:] != starts[:-1]) | (shift[1:] != shift[:-1])
        runs = np.stack([starts, ends - starts, shift])[:, distinct]
        yield _table(corpus, runs[:, _long(corpus.keys, runs, options.shortest)])


def _extend(keys: NDArray[np.uint64], edge: Places, shift: Places, step: int) -> Places:
    """The last place from each edge on, in steps, where the words a shift apart are still equal."""
    edge = edge.copy()
    active = np.arange(len(edge))
    while len(active):
        ahead = edge[active] + step
        words = keys[ahead]
        active = active[(words == keys[ahead + shift[active]]) & (words != 0)]
        edge[active] += step
    return edge


def _long(keys: NDArray[np.uint64], runs: NDArray[np.int64], shortest: int) -> NDArray[np.bool_]:
    """Which runs have at least the shortest length, characters that stand alone counted as half."""
    starts, lengths, _ = runs
    found: NDArray[np.bool_] = lengths >= shortest
    alone = (keys & ALONE_KEY) != 0
    if alone.any():
        before = np.zeros(len(keys) + 1, dtype=np.int64)
        np.cumsum(alone, out=before[1:])
        found = 2 * lengths - (before[starts + lengths] - before[starts]) >= 2 * shortest
    return found


def _table(corpus: Corpus, runs: NDArray[np.int64]) -> NDArray[np.int64]:
    starts, lengths, shift = runs
    a, b = corpus.report(starts), corpus.report(starts + shift)
    at_a, at_b = starts - corpus.firsts[a], starts + shift - corpus.firsts[b]
    return np.stack([a, b, at_a, at_b, lengths], axis=1)[np.lexsort((at_b, at_a, b, a))]


def _overlaps(table: NDArray[np.int64], sizes: Sequence[int], shortest: int) -> Iterator[Overlap]:
    """One overlap for each pair of reports in a table of runs."""
    if not len(table):
        return
    new = np.ones(len(table) + 1, dtype=np.bool_)
    new[1:-1] = (table[1:, :2] != table[:-1, :2]).any(axis=1)
    bounds = np.flatnonzero(new)
    tangled = np.logical_or.reduceat(_tangled(table), bounds[:-1]).tolist()
    shared = np.add.reduceat(table[:, 4], bounds[:-1]).tolist()
    pairs = table[bounds[:-1], :2].tolist()
    runs = list(map(Run._make, table[:, 2:].tolist()))
    for n, (start, end) in enumerate(pairwise(bounds.tolist())):
        a, b = pairs[n]
        if tangled[n]:
            yield _greatest(a, b, runs[start:end], sizes, shortest)
        else:
            yield Overlap(a, b, tuple(runs[start:end]), shared[n] / sizes[a], shared[n] / sizes[b])


def _tangled(table: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which runs share words with another of the same two reports, on either side."""
    found = np.zeros(len(table), dtype=np.bool_)
    for side in (2, 3):
        order = np.lexsort((table[:, side], table[:, 1], table[:, 0]))
        rows = table[order]
        meets = rows[1:, side] < rows[:-1, side] + rows[:-1, 4]
        found[order[1:]] |= meets & (rows[1:, :2] == rows[:-1, :2]).all(axis=1)
    return found


def _greatest(a: int, b: int, runs: Sequence[Run], sizes: Sequence[int], shortest: int) -> Overlap:
    """The longest runs first, each only where it adds `shortest` words on both sides."""
    covers = np.zeros(sizes[a], dtype=np.bool_), np.zeros(sizes[b], dtype=np.bool_)
    kept: list[Run] = []
    for run in sorted(runs, key=lambda run: (-run.length, run)):
        sides = (covers[0][run.a : run.a + run.length], covers[1][run.b : run.b + run.length])
        fresh = min(run.length - int(side.sum()) for side in sides)
        if fresh >= min(shortest, run.length):
            sides[0][:] = sides[1][:] = True
            kept.append(run)
    within = float(covers[0].mean()), float(covers[1].mean())
    return Overlap(a, b, tuple(sorted(kept)), *within)
