"""The running text that a generated corpus is made of: invented words in phrases.

Phrases of two to seven words come from a bank, the common ones often, so that texts that have
nothing to do with each other share up to seven words in a row; never eight.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int32]
Spans = NDArray[np.int32]

_WORDS = 30_000
_COMMON = 150
_SYLLABLE = (
    "b|bl|br|c|ch|d|dr|f|fl|g|gr|h|j|k|l|m|n|p|pl|pr|r|s|sh|st|t|tr|v|w|z",
    "a|a|e|e|i|o|u|ai|ea|ou",
    "|||l|m|n|r|s|t|x|nd|rt|st",
)
_PHRASES = {2: 20_000, 3: 50_000, 4: 100_000, 5: 200_000, 6: 400_000, 7: 400_000}
_PHRASE_SHARES = (0.20, 0.25, 0.22, 0.16, 0.10, 0.07)
_CHANCE = 8

# How a word is written; the last three stand for “W, w.” and WORD where a house has its own style.
_FORMS = ("{} ", "^{} ", "{}, ", "{}. ", "{}.\n\n", "“^{} ", "{}.” ", "{}? ", "!{} ")
_STYLED = ('"^{} ', '{}." ', "{} ")
_PLAIN, _START, _COMMA, _END, _PARAGRAPH, _OPEN, _CLOSE, _ASKED, _UPPER = range(len(_FORMS))


def spread(spans: Spans) -> Places:
    """Every place in the stretches, in order."""
    sizes = spans[:, 1] - spans[:, 0]
    before = np.cumsum(sizes) - sizes
    return np.repeat(spans[:, 0] - before, sizes).astype(np.int32) + np.arange(
        sizes.sum(), dtype=np.int32
    )


def vocabulary(rng: np.random.Generator) -> list[str]:
    """Invented words, short ones first; no two alike without case and accents."""
    draws = 2 * _WORDS
    sizes = rng.choice([1, 2, 3, 4], draws, p=[0.08, 0.45, 0.37, 0.1]).tolist()
    parts = [rng.choice(part.split("|"), (draws, 4)).tolist() for part in _SYLLABLE]
    found = {
        "".join("".join(syllable) for syllable in list(zip(*row, strict=True))[:size])
        for size, *row in zip(sizes, *parts, strict=True)
    }
    mixed = rng.permutation(sorted(found))[:_WORDS].tolist()
    ordered = sorted(mixed, key=lambda word: len(word) > 4)
    return [_accented(word, p) for word, p in zip(ordered, rng.random(_WORDS), strict=True)]


def _accented(word: str, p: float) -> str:
    """Some words carry an accent, some are names, some are written in capitals."""
    if p < 0.05:
        return word.replace("e", "é", 1).replace("u", "ü", 1)
    if p < 0.15:
        return word.capitalize()
    return word.upper() if p < 0.17 else word


def surfaces(words: list[str]) -> NDArray[np.object_]:
    """Every word in every form: [form, word]."""
    table = np.empty((len(_FORMS) + len(_STYLED), len(words)), dtype=np.object_)
    shown = {
        "": words,
        "^": [word[0].upper() + word[1:] for word in words],
        "!": [word.upper() for word in words],
    }
    for n, form in enumerate((*_FORMS, *_STYLED)):
        before, after = form.split("{}")
        case = before[-1:] if before[-1:] in shown else ""
        before = before.removesuffix(case)
        table[n] = [before + word + after for word in shown[case]]
    return table


def _zipf(rng: np.random.Generator, count: int) -> NDArray[np.int32]:
    """Words drawn by rank: two of five common ones, the others by Zipf's law."""
    common = _COMMON ** rng.random(count) - 1
    rare = _COMMON * (_WORDS / _COMMON) ** rng.random(count)
    return np.where(rng.random(count) < 0.4, common, rare).astype(np.int32)


def running_text(rng: np.random.Generator, count: int) -> NDArray[np.int32]:
    """Running text of phrases, in which no eight words in a row stand twice."""
    sizes = np.repeat(list(_PHRASES), list(_PHRASES.values()))
    starts = np.cumsum(sizes) - sizes
    bank = _zipf(rng, int(sizes.sum()))
    counts = np.array(list(_PHRASES.values()))
    offsets = np.cumsum(counts) - counts
    words = np.empty(count, dtype=np.int32)
    filled = 0
    while filled < count:
        lengths = rng.choice(len(_PHRASES), 250_000, p=_PHRASE_SHARES)
        # A square makes some phrases common: rank r is drawn as often as 1 / sqrt(r).
        ranks = (counts[lengths] * rng.random(len(lengths)) ** 2).astype(np.int64)
        phrases = offsets[lengths] + ranks
        spans = np.stack([starts[phrases], starts[phrases] + sizes[phrases]], axis=1)
        part = bank[spread(spans.astype(np.int32))][: count - filled]
        words[filled : filled + len(part)] = part
        filled += len(part)
    _part_chance(rng, words)
    return words


def _part_chance(rng: np.random.Generator, words: NDArray[np.int32]) -> None:
    """Change a word in the middle of every later one of two equal rows of eight words."""
    bits = np.uint64(len(words).bit_length())
    again = np.ones(1, dtype=np.int64)
    while len(again):
        keys = _row_hashes(words) >> bits << bits
        keys |= np.arange(len(keys), dtype=np.uint64)
        keys.sort()
        equal = keys[1:] >> bits == keys[:-1] >> bits
        again = (keys[1:][equal] & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
        del keys
        words[again + _CHANCE // 2] = rng.integers(_COMMON, _WORDS, len(again))


def _row_hashes(words: NDArray[np.int32]) -> NDArray[np.uint64]:
    """A hash of every eight words in a row."""
    mixed = np.zeros(max(0, len(words) - _CHANCE + 1), dtype=np.uint64)
    with np.errstate(over="ignore"):
        for k in range(_CHANCE):
            mixed ^= words[k : k + len(mixed)].astype(np.uint64) + np.uint64(1)
            mixed *= np.uint64(0x9E3779B97F4A7C15)
            mixed ^= mixed >> np.uint64(29)
    return mixed


def sentence_edges(
    rng: np.random.Generator, starts: NDArray[np.int64], first: int
) -> NDArray[np.int64]:
    """Where sentences start in the pool, and its end: every text starts with a sentence."""
    lengths = rng.integers(6, 37, int(starts[-1]) // 15 + 10)
    cuts = np.cumsum(lengths)
    cuts = cuts[(cuts < starts[-1]) & (cuts > starts[first])]
    return np.union1d(cuts, starts)


def written_forms(
    rng: np.random.Generator, edges: NDArray[np.int64], count: int
) -> NDArray[np.uint8]:
    """How the word at each place is written."""
    forms = np.zeros(count, dtype=np.uint8)
    forms[rng.integers(0, count, count // 20)] = _COMMA
    forms[rng.integers(0, count, count // 200)] = _UPPER
    quoted = rng.random(len(edges) - 1) < 0.15
    ends = rng.choice([_END, _PARAGRAPH, _ASKED], len(edges) - 1, p=[0.67, 0.3, 0.03])
    forms[edges[:-1]] = np.where(quoted, _OPEN, _START)
    forms[edges[1:] - 1] = np.where(quoted, _CLOSE, ends)
    return forms
