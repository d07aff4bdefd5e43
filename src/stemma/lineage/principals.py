"""Whom and what reports turn on: names that each of them gives often and the news seldom does."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stemma.lineage.material import Material
from stemma.lineage.similarity import load_shares, products
from stemma.lineage.words import Words
from stemma.model.report import Report

_OFTEN = 3  # times in a report
_BESIDE = 4  # a name is given at least this part as often as the report's most frequent one
_COMMON = 40  # of a thousand reports: names of more are in the news whatever happens
_ABSENT = 2.5  # of a thousand reports: how often a name stands that the list doesn't hold
_ENOUGH = 2.0  # beyond it more names in common tell nothing new
_ENDS = frozenset(".!?:;…“”\"'‘’")
_LONGEST_TITLE = 4  # letters of an abbreviated title before a name
_IN_OFFICE = frozenset(
    """president premier minister chancellor secretary king pope senator sen representative rep
    congressman congresswoman governor gov lawmaker""".split()
)


def common_principals(part: Sequence[int], material: Material) -> NDArray[np.float32]:
    """How much the principals of every two of these reports have in common: 0 to 2, as a square.

    A name counts the more the rarer it is, the logarithm of its share among a hundred reports.
    Names of people in high office don't count: they are in many stories at once. Only English
    reports are looked at, as capitals make a name there alone.
    """
    shares = load_shares("names.txt")
    variants = material.names.surname_variants()
    reports = [(material.reports[at], material.rows[at]) for at in part]
    left_out = set().union(*(_in_office(report, row) for report, row in reports))
    entries = []
    for row, (report, words) in enumerate(reports):
        counts = _count_names(report, words, variants)
        rare = {w: n for w, n in counts.items() if shares.get(w, 0) < _COMMON}
        most = max(rare.values(), default=0)
        entries += [
            (word, row, math.sqrt(math.log10(100 / shares.get(word, _ABSENT))))
            for word, n in rare.items()
            if n >= _OFTEN and _BESIDE * n >= most and word not in left_out
        ]
    columns = {word: n for n, word in enumerate(sorted({word for word, _, _ in entries}))}
    table = sorted((columns[word], row, weight) for word, row, weight in entries)
    common = products(np.array(table, dtype=np.float64).reshape(-1, 3), len(part), len(columns))
    capped: NDArray[np.float32] = np.minimum(common, np.float32(_ENOUGH))
    return capped


def _count_names(report: Report, row: Words, variants: dict[str, str]) -> Counter[str]:
    """How often each name stands in the report, spellings of a name as one.

    A name has its capital inside a sentence somewhere, and a small letter nowhere.
    """
    found: Counter[str] = Counter()
    if report.language != "en":
        return found
    starts = row.starts.tolist()
    capital = [report.text[start : start + 1].isupper() for start in starts]
    small = {word for word, upper in zip(row.folded, capital, strict=True) if not upper}
    inside = {
        word
        for at, word in enumerate(row.folded)
        if capital[at] and len(word) > 1 and _inside(report.text, starts, at)
    }
    for word in row.folded:
        if word in inside and word not in small:
            found[variants.get(word, word)] += 1
    return found


def _in_office(report: Report, row: Words) -> set[str]:
    """Surnames that stand behind a word for a high office, a first name between them or not."""
    found: set[str] = set()
    starts = row.starts.tolist()
    for at, word in enumerate(row.folded):
        if word not in _IN_OFFICE:
            continue
        for behind in range(at + 1, min(at + 3, len(starts))):
            start = starts[behind]
            if not report.text[start].isupper() or report.text[start - 1] != " ":
                break
            found.add(row.folded[behind])
    return found


def _inside(text: str, starts: Sequence[int], at: int) -> bool:
    """Whether a word goes on a sentence: after a space, and no mark that may end one."""
    start = starts[at]
    if at == 0 or start < 2 or text[start - 1] != " ":
        return False
    if text[start - 2] == ".":
        before = starts[at - 1]
        return text[before].isupper() and start - 2 - before <= _LONGEST_TITLE
    return text[start - 2] not in _ENDS
