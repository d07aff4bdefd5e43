"""A report as a row of folded words: what passages and stories are found on.

Many reports are cut up at once, on arrays: a word's key is a polynomial hash of its folded
characters, taken from one running sum over all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from stemma.lineage.alphabet import ALONE, APART, LETTER, fold, load_alphabet
from stemma.lineage.quotations import find_quotations
from stemma.model.report import Report

ALONE_KEY = np.uint64(2)
_MOST_WORDS = 200_000
_Part = tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.uint64]]
_BLOCK = 1 << 16  # characters cut up at once: the arrays stay in the processor's cache


@dataclass(frozen=True, eq=False)
class Words:
    """The words of one report's article in order, stripped spans left out.

    `keys` are 64-bit hashes of the folded words, 0 for a gap where stripped words stood, with
    ALONE_KEY set for a character of a script without spaces. Where the words stand is worked out
    again when it is asked for: of a large corpus most reports share nothing with any other.
    """

    report: Report
    keys: NDArray[np.uint64]

    def __len__(self) -> int:
        return len(self.keys)

    @cached_property
    def _places(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        starts, ends, _ = _cut_report(self.report)
        return starts, ends

    @property
    def starts(self) -> NDArray[np.int32]:
        """The code point of the report's text that each word starts at."""
        return self._places[0]

    @property
    def ends(self) -> NDArray[np.int32]:
        """The code point behind each word."""
        return self._places[1]

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Each word without case and accents; "" for a gap."""
        text = self.report.text
        ends = zip(self.starts.tolist(), self.ends.tolist(), strict=True)
        return tuple(fold(text[start:end]) for start, end in ends)

    @cached_property
    def quoted(self) -> NDArray[np.bool_]:
        """Which words stand in quotation marks."""
        inside = np.zeros(len(self), dtype=np.bool_)
        for start, end in find_quotations(self.report.text):
            first, last = np.searchsorted(self.starts, (start, end))
            inside[first:last] = True
        inside[self.keys == 0] = False
        return inside


def read_words(report: Report) -> Words:
    """The report's words; at most 200,000 of them, the rest is left out."""
    return Words(report, _cut_report(report)[2])


def read_all_words(reports: Sequence[Report]) -> tuple[Words, ...]:
    """The words of every report, the same as of each alone."""
    rows = {at: read_words(report) for at, report in enumerate(reports) if not _plain(report)}
    for block in _blocks(reports):
        starts, _, keys = _cut("\n".join(reports[at].text for at in block))
        begins = np.cumsum([0, *(len(reports[at].text) + 1 for at in block)])
        bounds = np.searchsorted(starts, begins).tolist()
        for n, at in enumerate(block):
            rows[at] = Words(reports[at], keys[bounds[n] : bounds[n + 1]])
    return tuple(rows[at] for at in range(len(reports)))


def _plain(report: Report) -> bool:
    """Whether a report is short, and nothing in it is stripped: then it is cut up with others."""
    return not report.stripped and len(report.text) < _BLOCK


def _blocks(reports: Sequence[Report]) -> Iterator[list[int]]:
    """The numbers of plain reports to cut up at once."""
    block: list[int] = []
    size = 0
    for at, report in enumerate(reports):
        if not _plain(report):
            continue
        if size + len(report.text) > _BLOCK and block:
            yield block
            block, size = [], 0
        block.append(at)
        size += len(report.text) + 1
    if block:
        yield block


def _cut_report(report: Report) -> _Part:
    """Starts, ends and keys of the words of a report."""
    parts = []
    for offset, piece in _pieces(report.text):
        starts, ends, keys = _cut(piece)
        parts.append((starts + np.int32(offset), ends + np.int32(offset), keys))
    starts, ends = (np.concatenate([part[side] for part in parts]) for side in (0, 1))
    keys = np.concatenate([part[2] for part in parts])
    if report.stripped:
        starts, ends, keys = _leave_out(report, starts, ends, keys)
    cut = slice(_MOST_WORDS)
    return starts[cut], ends[cut], keys[cut]


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """A text in pieces that are not too long, cut between words where that can be."""
    start = 0
    while len(text) - start > _BLOCK:
        end = max(text.rfind(" ", start, start + _BLOCK), text.rfind("\n", start, start + _BLOCK))
        end = end if end > start else start + _BLOCK
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _points(text: str) -> NDArray[np.intp]:
    raw = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return raw.astype(np.intp)


def _cut(text: str) -> _Part:
    """Starts, ends and keys of the words of a text."""
    alphabet = load_alphabet()
    points = _points(text)
    values, rare = alphabet.read(points)
    if rare:
        return _cut_with_care(points, values)
    powers, inverses = alphabet.powers(len(points) + 1)
    inside = np.zeros(len(points) + 2, dtype=np.bool_)
    inside[1:-1] = values != 0
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2], edges[1::2]
    values *= powers[: len(points)]
    keys = _keys(values, starts, ends)
    keys *= inverses.take(starts)
    return starts.astype(np.int32), ends.astype(np.int32), _mixed(keys)


def _cut_with_care(points: NDArray[np.intp], values: NDArray[np.uint64]) -> _Part:
    """The same where some characters stand alone, or fold to none or to several."""
    alphabet = load_alphabet()
    sorts = alphabet.sorts.take(points)
    starts, ends = _bounds(sorts)
    places = np.zeros(len(points) + 1, dtype=np.intp)
    np.cumsum(alphabet.sizes.take(points).astype(np.intp), out=places[1:])
    powers, inverses = alphabet.powers(int(places[-1]) + 1)
    keys = _keys(values * powers.take(places[:-1]), starts, ends) * inverses.take(places[starts])
    keys = _mixed(keys)
    keys[sorts.take(starts) == ALONE] |= ALONE_KEY
    heard = places[ends] > places[starts]
    return starts[heard].astype(np.int32), ends[heard].astype(np.int32), keys[heard]


def _keys(
    terms: NDArray[np.uint64], starts: NDArray[np.intp], ends: NDArray[np.intp]
) -> NDArray[np.uint64]:
    """The sum of the terms of each word."""
    sums = np.zeros(len(terms) + 1, dtype=np.uint64)
    np.cumsum(terms, out=sums[1:])
    return sums.take(ends) - sums.take(starts)


def _mixed(keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    keys ^= keys >> np.uint64(32)
    keys |= np.uint64(1)
    keys &= ~ALONE_KEY
    return keys


def _bounds(sorts: NDArray[np.uint8]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where words start and end, by what each character is."""
    inside = np.zeros(len(sorts) + 2, dtype=np.bool_)
    inside[1:-1] = sorts != APART
    alone = sorts == ALONE
    begins = (inside[1:-1] & ~inside[:-2]) | alone
    begins[1:] |= alone[:-1] & (sorts[1:] == LETTER)
    stops = inside[:-1] & ~inside[1:]
    stops[:-1] |= begins & inside[:-2]
    return np.flatnonzero(begins), np.flatnonzero(stops)


def _leave_out(
    report: Report,
    starts: NDArray[np.int32],
    ends: NDArray[np.int32],
    keys: NDArray[np.uint64],
) -> _Part:
    """Leave out the words that begin in a stripped span; a gap stands where some stood."""
    barred = np.zeros(len(starts), dtype=np.bool_)
    for stripped in report.stripped:
        first, last = np.searchsorted(starts, (stripped.span.start, stripped.span.end))
        barred[first:last] = True
    gap = barred.copy()
    gap[1:] &= ~barred[:-1]
    gap[:1] = False
    keys, ends = np.where(gap, np.uint64(0), keys), np.where(gap, starts, ends)
    kept = gap | ~barred
    return starts[kept], ends[kept], keys[kept]
