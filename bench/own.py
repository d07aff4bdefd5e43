"""The project's own search for reuse, from strings to verified passages."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from stemma.lineage.passages import Overlap, find_overlaps
from stemma.lineage.words import read_all_words
from stemma.model.report import Report
from stemma.model.when import When

Pair = tuple[int, int]

_UNKNOWN = When.unknown("the corpus is generated")


def find(texts: Sequence[str]) -> tuple[tuple[Overlap, ...], float]:
    """The overlaps of the texts, and the CPU seconds that reading their words took."""
    start = time.process_time()
    rows = read_all_words([_report(str(at), text) for at, text in enumerate(texts)])
    read = time.process_time() - start
    return find_overlaps(rows), read


def _report(name: str, text: str) -> Report:
    return Report(
        id=name, file=name, sha256="", published=_UNKNOWN, language="en", genre="news", text=text
    )


def expand(overlaps: Iterable[Overlap], least: float) -> dict[Pair, float]:
    """The measured containment of every pair from `least` on, exact copies among them.

    The search joins exact copies to the first of them alone: what holds of a text holds of its
    copies.
    """
    kept = [overlap for overlap in overlaps if overlap.containment >= least]
    copies: dict[int, list[int]] = defaultdict(list)
    for overlap in kept:
        if _exact(overlap):
            copies[overlap.a].append(overlap.b)
    pairs = {
        (min(one, two), max(one, two)): overlap.containment
        for overlap in kept
        if not _exact(overlap)
        for one in (overlap.a, *copies.get(overlap.a, ()))
        for two in (overlap.b, *copies.get(overlap.b, ()))
    }
    for first, others in copies.items():
        pairs |= dict.fromkeys(combinations((first, *others), 2), 1.0)
    return pairs


def _exact(overlap: Overlap) -> bool:
    return overlap.within_a == overlap.within_b == 1.0 and len(overlap.runs) == 1
