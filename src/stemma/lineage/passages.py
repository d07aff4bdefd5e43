"""Passages that two reports share: winnowed word n-grams, then exact maximal runs.

Fingerprints are chosen by winnowing (Schleimer, Wilkerson, Aiken 2003): every shared run of
n + w - 1 words leaves at least one in both reports. What is measured is containment, the share of
one report's words that stand in shared runs, since a part of a long report copied into another
is reuse however small their overlap as sets (Jaccard) may be.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from stemma.lineage.words import Words

_NONE = np.uint64(0xFFFFFFFFFFFFFFFF)


@dataclass(frozen=True)
class PassageOptions:
    """How runs are sought: `ngram` words a fingerprint, the least of `window` kept.

    A fingerprint of more than `widest` reports joins each of them to the first one only; a run
    counts from `shortest` words on. Two reports are compared at the `shifts` of their words
    against each other that most fingerprints speak for.
    """

    ngram: int = 6
    window: int = 6
    widest: int = 60
    shortest: int = 8
    shifts: int = 300


@dataclass(frozen=True, order=True)
class Run:
    """A maximal run of equal words: word `a` of the first, `b` of the second, `length` words."""

    a: int
    b: int
    length: int


@dataclass(frozen=True)
class Overlap:
    """What two reports share; `a` < `b` are their places in the given order.

    `runs` are in the order of the first report. `within_a` is the share of the words of `a` that
    stand in runs, `within_b` likewise. Of the words of the runs, `quoted` stand in quotation
    marks in both, `quoted_a` and `quoted_b` in the one alone, `plain` in neither.
    """

    a: int
    b: int
    runs: tuple[Run, ...]
    within_a: float
    within_b: float
    plain: int
    quoted: int
    quoted_a: int
    quoted_b: int

    @property
    def shared(self) -> int:
        """How many words stand in runs."""
        return self.plain + self.quoted + self.quoted_a + self.quoted_b

    @property
    def containment(self) -> float:
        """The greater of the two shares: how far the one is contained in the other."""
        return max(self.within_a, self.within_b)

    def renumbered(self, numbers: Sequence[int]) -> Overlap:
        """The same overlap where the reports have other numbers."""
        a, b = numbers[self.a], numbers[self.b]
        if a < b:
            return replace(self, a=a, b=b)
        return Overlap(
            a=b,
            b=a,
            runs=tuple(sorted(Run(r.b, r.a, r.length) for r in self.runs)),
            within_a=self.within_b,
            within_b=self.within_a,
            plain=self.plain,
            quoted=self.quoted,
            quoted_a=self.quoted_b,
            quoted_b=self.quoted_a,
        )


def find_overlaps(
    rows: Sequence[Words], options: PassageOptions = PassageOptions()
) -> tuple[Overlap, ...]:
    """Every pair of reports that shares a run, in order; an exact copy is joined once only.

    Of reports with the very same words, all but the first are joined to the first alone.
    """
    first = _firsts(rows)
    kept = [at for at in range(len(rows)) if first[at] == at]
    found = [_copy(rows, first[at], at) for at in range(len(rows)) if first[at] != at]
    for (a, b), shifts in _diagonals([rows[at] for at in kept], options):
        overlap = _compare(rows, (kept[a], kept[b]), shifts, options.shortest)
        if overlap is not None:
            found.append(overlap)
    return tuple(sorted(found, key=lambda o: (o.a, o.b)))


def _firsts(rows: Sequence[Words]) -> list[int]:
    seen: dict[bytes, int] = {}
    return [
        seen.setdefault(row.keys.tobytes(), at) if len(row) else at for at, row in enumerate(rows)
    ]


def _copy(rows: Sequence[Words], first: int, at: int) -> Overlap:
    runs = (Run(0, 0, len(rows[at])),)
    return Overlap(first, at, runs, 1.0, 1.0, *_marks(rows[first], rows[at], runs))


def _marks(one: Words, two: Words, runs: Sequence[Run]) -> tuple[int, int, int, int]:
    """How many words of the runs are quoted in neither, in both, in the first, in the second."""
    first = np.concatenate([one.quoted[r.a : r.a + r.length] for r in runs])
    second = np.concatenate([two.quoted[r.b : r.b + r.length] for r in runs])
    counts = [~first & ~second, first & second, first & ~second, ~first & second]
    plain, both, only_a, only_b = (int(count.sum()) for count in counts)
    return plain, both, only_a, only_b


def _fingerprints(
    rows: Sequence[Words], options: PassageOptions
) -> tuple[NDArray[np.uint64], NDArray[np.int64], NDArray[np.int64]]:
    """Key, report and word position of every winnowed fingerprint."""
    gap = np.zeros(1, dtype=np.uint64)
    words = np.concatenate([part for row in rows for part in (row.keys, gap)])
    sizes = np.array([len(row) + 1 for row in rows])
    firsts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    if len(words) < options.ngram + options.window:
        words = np.concatenate([words, np.zeros(options.ngram + options.window, np.uint64)])
    grams = _ngrams(words, options.ngram)
    windows = np.lib.stride_tricks.sliding_window_view(grams, options.window)
    at = np.unique(np.argmin(windows, axis=1) + np.arange(len(windows)))
    at = at[grams[at] != _NONE]
    doc = np.searchsorted(firsts, at, side="right") - 1
    return grams[at], doc, at - firsts[doc]


def _ngrams(words: NDArray[np.uint64], n: int) -> NDArray[np.uint64]:
    """A hash of every n words in a row; the greatest number where a gap lies among them."""
    count = len(words) - n + 1
    mixed = np.zeros(count, dtype=np.uint64)
    barred = np.zeros(count, dtype=np.bool_)
    with np.errstate(over="ignore"):
        for k in range(n):
            part = words[k : k + count]
            mixed = (mixed ^ part) * np.uint64(0x9E3779B97F4A7C15)
            mixed ^= mixed >> np.uint64(29)
            barred |= part == 0
    mixed[barred] = _NONE
    return mixed


def _diagonals(
    rows: Sequence[Words], options: PassageOptions
) -> Iterator[tuple[tuple[int, int], list[int]]]:
    """Every pair of reports with a fingerprint in common, and how far their words are shifted."""
    if not rows:
        return
    keys, docs, places = _fingerprints(rows, options)
    order = np.lexsort((places, docs, keys))
    keys, docs, places = keys[order], docs[order], places[order]
    bounds = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1], [True]]))
    pairs: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
    for start, end in pairwise(bounds.tolist()):
        if end - start < 2 or docs[start] == docs[end - 1]:
            continue
        _seed(pairs, docs[start:end].tolist(), places[start:end].tolist(), options.widest)
    for pair in sorted(pairs):
        ranked = sorted(pairs[pair].items(), key=lambda item: (-item[1], item[0]))
        yield pair, [shift for shift, _ in ranked[: options.shifts]]


def _seed(
    pairs: dict[tuple[int, int], Counter[int]], docs: list[int], places: list[int], widest: int
) -> None:
    """Join the reports of one fingerprint; each by its first place only."""
    once = dict(zip(reversed(docs), reversed(places), strict=True))
    ordered = sorted(once)
    outer = ordered if len(ordered) <= widest else ordered[:1]
    for n, a in enumerate(outer):
        for b in ordered[n + 1 :]:
            pairs[a, b][once[a] - once[b]] += 1


def _compare(
    rows: Sequence[Words], pair: tuple[int, int], shifts: Sequence[int], shortest: int
) -> Overlap | None:
    one, two = rows[pair[0]], rows[pair[1]]
    runs = sorted(
        {run for shift in shifts for run in _runs(one.keys, two.keys, shift, shortest)},
        key=lambda run: (-run.length, run.a, run.b),
    )
    kept, cover_a, cover_b = _greatest(runs, len(one), len(two), shortest)
    if not kept:
        return None
    ordered = tuple(sorted(kept, key=lambda r: (r.a, r.b)))
    within = float(cover_a.mean()), float(cover_b.mean())
    return Overlap(*pair, ordered, *within, *_marks(one, two, ordered))


def _runs(
    one: NDArray[np.uint64], two: NDArray[np.uint64], shift: int, shortest: int
) -> Iterator[Run]:
    """Maximal runs of equal words where word i of `one` stands against word i - shift of `two`."""
    first = max(0, shift)
    last = min(len(one), len(two) + shift)
    a, b = one[first:last], two[first - shift : last - shift]
    equal = np.concatenate([[False], (a == b) & (a != 0), [False]])
    edges = np.flatnonzero(equal[1:] != equal[:-1]).reshape(-1, 2)
    for start, end in edges[edges[:, 1] - edges[:, 0] >= shortest].tolist():
        yield Run(first + start, first + start - shift, end - start)


def _greatest(
    runs: Sequence[Run], size_a: int, size_b: int, shortest: int
) -> tuple[list[Run], NDArray[np.bool_], NDArray[np.bool_]]:
    """The longest runs first, each only where it adds `shortest` words on both sides."""
    cover_a = np.zeros(size_a, dtype=np.bool_)
    cover_b = np.zeros(size_b, dtype=np.bool_)
    kept: list[Run] = []
    for run in runs:
        a, b = slice(run.a, run.a + run.length), slice(run.b, run.b + run.length)
        fresh = min(int((~cover_a[a]).sum()), int((~cover_b[b]).sum()))
        if fresh >= min(shortest, run.length):
            cover_a[a] = True
            cover_b[b] = True
            kept.append(run)
    return kept, cover_a, cover_b
