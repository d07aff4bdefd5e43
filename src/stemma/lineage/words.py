"""A report as a row of folded words: what passages and stories are found on."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from stemma.model.report import Report

# Scripts written without spaces give one word a character; everything else is letters and digits
# between separators, so that curly, straight and missing punctuation compare alike.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(f"[{_UNSPACED}]|[^\\W_{_UNSPACED}]+")
_MOST_WORDS = 200_000
_LONGEST_QUOTATION = 2_000
_PAIRS = {"“": "”", "«": "»", "„": "“”", "»": "«"}


@dataclass(frozen=True)
class Words:
    """The words of one report's article in order, stripped spans left out.

    `keys` are 64-bit hashes of the folded words, 0 for a gap where stripped words stood;
    `starts` and `ends` are code points of the text; `quoted` marks words in quotation marks.
    """

    report: str
    keys: NDArray[np.uint64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    quoted: NDArray[np.bool_]
    folded: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.keys)


def fold(word: str) -> str:
    """The word without case, accents and compatibility forms ("Élan" and "elan" are one)."""
    if word.isascii():
        return word.lower()
    kept = unicodedata.normalize("NFKD", word)
    return "".join(c for c in kept if not unicodedata.combining(c)).casefold()


def read_words(report: Report) -> Words:
    """The report's words; at most 200,000 of them, the rest is left out."""
    barred = sorted((s.span.start, s.span.end) for s in report.stripped)
    gaps = [start for start, _ in barred]
    quotations = find_quotations(report.text)
    opens = [start for start, _ in quotations]
    folded: list[str] = []
    spans: list[tuple[int, int]] = []
    quoted: list[bool] = []
    for match in _WORD.finditer(report.text):
        start, end = match.span()
        gap = bisect_right(gaps, start) - 1
        if gap >= 0 and start < barred[gap][1]:
            if folded and folded[-1]:
                folded.append("")
                spans.append((start, start))
                quoted.append(False)
            continue
        at = bisect_right(opens, start) - 1
        folded.append(fold(match.group()))
        spans.append((start, end))
        quoted.append(at >= 0 and start < quotations[at][1])
        if len(folded) >= _MOST_WORDS:
            break
    return _words(report.id, folded, spans, quoted)


def _words(
    report: str, folded: list[str], spans: list[tuple[int, int]], quoted: list[bool]
) -> Words:
    hashes = {word: _hash(word) for word in set(folded)}
    offsets = np.array(spans, dtype=np.int64).reshape(-1, 2)
    return Words(
        report=report,
        keys=np.array([hashes[word] for word in folded], dtype=np.uint64),
        starts=offsets[:, 0],
        ends=offsets[:, 1],
        quoted=np.array(quoted, dtype=np.bool_),
        folded=tuple(folded),
    )


def _hash(word: str) -> int:
    if not word:
        return 0
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8).digest()) | 1


def find_quotations(text: str) -> list[tuple[int, int]]:
    """The stretches between quotation marks, in order and apart from one another.

    A straight mark between two letters is an apostrophe gone wrong, never a quotation mark; an
    opening mark that is never closed in its paragraph opens nothing.
    """
    found: list[tuple[int, int]] = []
    opened: int | None = None
    closers = ""
    for at, mark in enumerate(text):
        if mark == "\n" or (opened is not None and at - opened > _LONGEST_QUOTATION):
            opened = None
        elif mark not in '"“”«»„':
            continue
        elif opened is not None and mark in closers and _closes(text, at, mark):
            found.append((opened, at + 1))
            opened = None
        elif opened is None and (closers := _closers(text, at, mark)):
            opened = at
    return found


def _closers(text: str, at: int, mark: str) -> str:
    """The marks that would close a quotation opened here; none where this mark opens none."""
    after = text[at + 1 : at + 2]
    if not after or after.isspace():
        return ""
    if mark == '"':
        return '"' if at == 0 or not text[at - 1].isalnum() else ""
    return _PAIRS.get(mark, "")


def _closes(text: str, at: int, mark: str) -> bool:
    return mark != '"' or not text[at + 1 : at + 2].isalnum()
