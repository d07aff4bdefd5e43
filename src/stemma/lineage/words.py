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
_PAIRS = {"“": "”", "«": "»", "„": "“”", "»": "«", '"': '"', "``": "''"}
_OPENERS = "“«„"
_SIGNED = re.compile(r"[-–—]{1,2} ?[^\n()@—]{2,60}? ?\(@ ?\w{1,30}\)")
_MARK = re.compile(r"\n\s*[“«„]?|``|''|[\"“”«»„]")


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

    A straight mark between two letters is an apostrophe gone wrong, never a quotation mark. An
    opening mark that is never closed in its paragraph opens nothing, unless the next paragraph
    opens with one too: then the quotation runs on. A post with its author's handle at its end is
    a quotation from the line break before it on.
    """
    found: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if mark[0] == "\n":
            again = opened is not None and mark[-1] == text[opened[0]]
            if opened is not None and again:
                found.append((opened[0], at))
            opened = (match.end() - 1, _PAIRS[mark[-1]]) if mark[-1] in _OPENERS else None
        elif opened is not None and at - opened[0] > _LONGEST_QUOTATION:
            opened = None
        elif opened is not None and mark in opened[1] and _closes(text, match):
            found.append((opened[0], match.end()))
            opened = None
        elif opened is None and _opens(text, match):
            opened = (at, _PAIRS[mark])
    posts = [(text.rfind("\n", 0, m.start()) + 1, m.start()) for m in _SIGNED.finditer(text)]
    return _apart([*found, *posts]) if posts else found


def _apart(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, those that meet made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        elif start < end:
            found.append((start, end))
    return found


def _opens(text: str, match: re.Match[str]) -> bool:
    mark, start, end = match.group(), match.start(), match.end()
    if mark not in _PAIRS or not text[end : end + 1].strip():
        return False
    return mark != '"' or start == 0 or not text[start - 1].isalnum()


def _closes(text: str, match: re.Match[str]) -> bool:
    return match.group() != '"' or not text[match.end() : match.end() + 1].isalnum()
