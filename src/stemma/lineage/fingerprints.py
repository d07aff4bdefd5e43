"""Where reports have the same words: winnowed word n-grams, sorted and paired.

Winnowing (Schleimer, Wilkerson, Aiken 2003) keeps the least n-gram hash of every w in a row: any
two equal runs of n + w - 1 words keep one in common. A hash and the number of its fingerprint share
one 64-bit key, so that a plain sort brings equal ones together and no index has to follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
_NONE = np.uint64(0xFFFFFFFFFFFFFFFF)
_BLOCK = 1 << 16  # numbers worked on at once: they stay in the processor's cache
_AT_ONCE = 1 << 24  # pairs of places held at once


@dataclass(frozen=True)
class Corpus:
    """The words of all reports in one row, a gap (key 0) before, between and behind them.

    `firsts` is the place of each report's first word.
    """

    keys: NDArray[np.uint64]
    firsts: Places

    @classmethod
    def of(cls, rows: Sequence[NDArray[np.uint64]]) -> Corpus:
        """One row of all these."""
        gap = np.zeros(1, dtype=np.uint64)
        parts = [gap, *(part for row in rows for part in (row, gap))]
        sizes = np.array([1, *(len(row) + 1 for row in rows)], dtype=np.int64)
        return cls(np.concatenate(parts), np.cumsum(sizes)[:-1])

    def report(self, places: Places) -> Places:
        """The number of the report that each place is in."""
        return np.searchsorted(self.firsts, places, side="right") - 1


@dataclass(frozen=True)
class _Shared:
    """Fingerprints of two reports or more, those of one n-gram side by side.

    Each is to be paired with all that follow it up to its `ends`.
    """

    places: Places
    reports: NDArray[np.int32]
    ends: Places


def pair_places(
    corpus: Corpus, ngram: int, window: int, widest: int
) -> Iterator[tuple[Places, Places]]:
    """Pairs of places with the same n-gram, the earlier report's first; all of a report at once.

    A report has each n-gram at its first place only. Of an n-gram that more than `widest` reports
    have, each place is paired with the first report's alone.
    """
    shared = _gather(corpus, *_fingerprints(corpus.keys, ngram, window), widest)
    partners = shared.ends - np.arange(len(shared.ends)) - 1
    load = np.cumsum(np.bincount(shared.reports, partners, minlength=1)).astype(np.int64)
    first = 0
    while first < len(load):
        done = load[first - 1] if first else 0
        last = max(first + 1, int(np.searchsorted(load, done + _AT_ONCE, side="right")))
        inside = (shared.reports >= first) & (shared.reports < last) & (partners > 0)
        yield _combine(shared.places, np.flatnonzero(inside), partners)
        first = last


def _combine(places: Places, chosen: Places, partners: Places) -> tuple[Places, Places]:
    """Each chosen place as often as it has partners, and the partners behind it."""
    times = partners[chosen]
    one = np.repeat(chosen, times)
    before = np.repeat(np.cumsum(times) - times, times)
    other = one + 1 + np.arange(len(one)) - before
    return places[one], places[other]


def _fingerprints(
    keys: NDArray[np.uint64], ngram: int, window: int
) -> tuple[Places, NDArray[np.uint64]]:
    """Place and hash of every winnowed n-gram."""
    places, hashes = [], []
    margin = window - 1
    for first in range(0, len(keys), _BLOCK):
        start, end = first - margin, first + _BLOCK + margin + ngram - 1
        words = keys[max(0, start) : end]
        short = (max(0, -start), max(0, end - len(keys)))
        if any(short):
            words = np.pad(words, short)
        grams = _ngrams(words, ngram)
        least = _slide(np.minimum, grams, window)
        chosen = _slide(np.maximum, least, window) == grams[margin:-margin]
        at = np.flatnonzero(chosen & (grams[margin:-margin] != _NONE))
        places.append(at + first)
        hashes.append(grams[at + margin])
    return np.concatenate(places), np.concatenate(hashes)


def _ngrams(words: NDArray[np.uint64], n: int) -> NDArray[np.uint64]:
    """A hash of every n words in a row; the greatest number where a gap lies among them."""
    count = len(words) - n + 1
    mixed = words[:count].copy()
    for k in range(1, n):
        mixed *= np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
        mixed += words[k : k + count]
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(32)
    gap = words == 0
    mixed[_slide(np.logical_or, gap, n)] = _NONE
    return mixed


def _slide(
    fold: Callable[[NDArray[Any], NDArray[Any]], NDArray[Any]], row: NDArray[Any], width: int
) -> NDArray[Any]:
    """The fold of every `width` numbers in a row, in as many steps as `width` has binary digits."""
    size = 1
    while 2 * size <= width:
        row = fold(row[:-size], row[size:])
        size *= 2
    return fold(row[: size - width], row[width - size :]) if size < width else row


def _gather(corpus: Corpus, places: Places, hashes: NDArray[np.uint64], widest: int) -> _Shared:
    """The fingerprints that two reports or more have; those of more than `widest` as one fan."""
    mask = np.uint64((1 << len(places).bit_length()) - 1)
    keys = hashes & ~mask
    for first in range(0, len(keys), _BLOCK):
        part = keys[first : first + _BLOCK]
        part |= np.arange(first, first + len(part), dtype=np.uint64)
    keys.sort()
    new = np.ones(len(keys) + 1, dtype=np.bool_)
    for first in range(1, len(keys), _BLOCK):
        part = keys[first : first + _BLOCK]
        new[first : first + len(part)] = (part ^ keys[first - 1 : first - 1 + len(part)]) > mask
    several = ~(new[:-1] & new[1:])
    at = (keys[several] & mask).astype(np.int64)
    group = np.cumsum(new[:-1][several], dtype=np.int64) - 1
    del keys
    bounds = np.searchsorted(places, corpus.firsts)
    numbers = np.arange(len(bounds), dtype=np.int32)
    reports = np.repeat(numbers, np.diff(bounds, append=len(places)))[at]
    kept = _distinct(group, hashes[at], reports)
    at, group, reports = at[kept], group[kept], reports[kept]
    sizes = np.bincount(group, minlength=1)
    ends = np.cumsum(sizes)[group]
    order = np.arange(len(group))
    fan = (sizes[group] > widest) & (order > (ends - sizes[group]))
    return _Shared(places[at], reports, np.where(fan, order + 1, ends))


def _distinct(
    group: Places, hashes: NDArray[np.uint64], reports: NDArray[np.int32]
) -> NDArray[np.bool_]:
    """Which fingerprints have the whole hash of their group's first, and a report of their own.

    Only the upper part of a hash goes into the sorting key.
    """
    first = np.ones(len(group), dtype=np.bool_)
    first[1:] = group[1:] != group[:-1]
    again = np.zeros(len(group), dtype=np.bool_)
    again[1:] = ~first[1:] & (reports[1:] == reports[:-1])
    whole: NDArray[np.bool_] = hashes == hashes[first][group]
    return whole & ~again
