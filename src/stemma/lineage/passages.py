"""Passages that two reports share: maximal runs of equal words, found from common fingerprints.

What is measured is containment, the share of one report's words that stand in shared runs, since
a part of a long report copied into another is reuse however small their overlap as sets (Jaccard)
may be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
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
    widest: int = 60
    shortest: int = 8


class Run(NamedTuple):
    """A maximal run of equal words: word `a` of the first, `b` of the second, `length` words."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, eq=False)
class Overlap:
    """What two reports share; `a` < `b` are their places in the given order.

    `table` has a row for each run, in the order of the first report. `within_a` is the share of
    the words of `a` that stand in runs, `within_b` likewise.
    """

    a: int
    b: int
    table: NDArray[np.int64]
    within_a: float
    within_b: float

    @classmethod
    def of(cls, pair: tuple[int, int], runs: Iterable[Run], rows: Sequence[Words]) -> Overlap:
        """What the runs between two reports come to."""
        kept = sorted(runs)
        covers = [np.zeros(len(rows[at]), dtype=np.bool_) for at in pair]
        for run in kept:
            for cover, first in zip(covers, run[:2], strict=True):
                cover[first : first + run.length] = True
        within = [float(cover.mean()) if len(cover) else 0.0 for cover in covers]
        return cls(*pair, np.array(kept, dtype=np.int64).reshape(-1, 3), *within)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The runs in the order of the first report."""
        return tuple(map(Run._make, self.table.tolist()))

    @property
    def containment(self) -> float:
        """The greater of the two shares: how far the one is contained in the other."""
        return max(self.within_a, self.within_b)

    def renumbered(self, numbers: Sequence[int]) -> Overlap:
        """The same overlap where the reports have other numbers."""
        a, b = numbers[self.a], numbers[self.b]
        if a < b:
            return Overlap(a, b, self.table, self.within_a, self.within_b)
        table = self.table[:, [1, 0, 2]]
        return Overlap(b, a, table[np.lexsort(table.T[::-1])], self.within_b, self.within_a)


def find_overlaps(
    rows: Sequence[Words], options: PassageOptions = PassageOptions()
) -> tuple[Overlap, ...]:
    """Every pair of reports that shares a run, in order; an exact copy is joined once only.

    Of reports with the very same words, all but the first are joined to the first alone.
    """
    first = _firsts(rows)
    kept = np.array([at for at in range(len(rows)) if first[at] == at], dtype=np.int64)
    found = [
        Overlap(first[at], at, np.array([[0, 0, len(rows[at])]]), 1.0, 1.0)
        for at in range(len(rows))
        if first[at] != at
    ]
    corpus = Corpus.of([rows[at].keys for at in kept.tolist()])
    for table in _find_runs(corpus, options):
        table[:, :2] = kept[table[:, :2]]
        found += _overlaps(table, rows, options.shortest)
    return tuple(sorted(found, key=lambda o: (o.a, o.b)))


def _firsts(rows: Sequence[Words]) -> list[int]:
    """For each report the first one with the very same words."""
    seen: dict[tuple[int, int, int], list[int]] = {}
    firsts = []
    for at, row in enumerate(rows):
        keys = row.keys
        sample = (len(keys), int(keys[len(keys) // 2]), int(keys[-1])) if len(keys) else (0, 0, at)
        alike = seen.setdefault(sample, [])
        first = next((n for n in alike if np.array_equal(rows[n].keys, keys)), at)
        if first == at:
            alike.append(at)
        firsts.append(first)
    return firsts


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
    for at in np.flatnonzero(found & ((keys[starts] & ALONE_KEY) != 0)).tolist():
        words = keys[starts[at] : starts[at] + lengths[at]]
        found[at] = 2 * len(words) - int(((words & ALONE_KEY) != 0).sum()) >= 2 * shortest
    return found


def _table(corpus: Corpus, runs: NDArray[np.int64]) -> NDArray[np.int64]:
    starts, lengths, shift = runs
    a, b = corpus.report(starts), corpus.report(starts + shift)
    at_a, at_b = starts - corpus.firsts[a], starts + shift - corpus.firsts[b]
    return np.stack([a, b, at_a, at_b, lengths], axis=1)[np.lexsort((at_a, (a << 32) | b))]


def _overlaps(table: NDArray[np.int64], rows: Sequence[Words], shortest: int) -> Iterator[Overlap]:
    """One overlap for each pair of reports in a table of runs."""
    if not len(table):
        return
    new = np.ones(len(table) + 1, dtype=np.bool_)
    new[1:-1] = (table[1:, :2] != table[:-1, :2]).any(axis=1)
    bounds = np.flatnonzero(new)
    tangled = np.logical_or.reduceat(_tangled(table), bounds[:-1]).tolist()
    shared = np.add.reduceat(table[:, 4], bounds[:-1]).tolist()
    pairs = table[bounds[:-1], :2].tolist()
    runs = np.ascontiguousarray(table[:, 2:])
    for n, (start, end) in enumerate(pairwise(bounds.tolist())):
        a, b = pairs[n]
        part = runs[start:end]
        if tangled[n]:
            yield _greatest((a, b), part, rows, shortest)
        else:
            yield Overlap(a, b, part, shared[n] / len(rows[a]), shared[n] / len(rows[b]))


def _tangled(table: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which runs share words with another of the same two reports, on either side."""
    found = np.zeros(len(table), dtype=np.bool_)
    pair = (table[:, 0] << 32) | table[:, 1]
    for side in (2, 3):
        order = np.lexsort((table[:, side], pair))
        start, end = table[order, side], table[order, side] + table[order, 4]
        found[order[1:]] |= (start[1:] < end[:-1]) & (pair[order[1:]] == pair[order[:-1]])
    return found


def _greatest(
    pair: tuple[int, int], table: NDArray[np.int64], rows: Sequence[Words], shortest: int
) -> Overlap:
    """The longest runs first, each only where it adds `shortest` words on both sides."""
    covers = [np.zeros(len(rows[at]), dtype=np.bool_) for at in pair]
    runs = map(Run._make, table.tolist())
    kept: list[Run] = []
    for run in sorted(runs, key=lambda run: (-run.length, run)):
        sides = (covers[0][run.a : run.a + run.length], covers[1][run.b : run.b + run.length])
        fresh = min(run.length - int(side.sum()) for side in sides)
        if fresh >= min(shortest, run.length):
            sides[0][:] = sides[1][:] = True
            kept.append(run)
    return Overlap.of(pair, kept, rows)
