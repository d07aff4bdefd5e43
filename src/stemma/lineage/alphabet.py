"""What each character is to a row of words: part of one, a word by itself, or what parts words."""

from __future__ import annotations

import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

_UNICODE = 0x110000
_MULTIPLIER = 0x9E3779B97F4A7C15  # 2^64 over the golden ratio (Knuth, TAOCP 3, 6.4)
_WORD = (1 << 64) - 1

APART, LETTER, MARK, ALONE = range(4)
"""A separator; a letter or digit; a mark or a format character, which goes with the letter before
it; a character of a script without spaces, which is a word by itself."""
_UNSEEN = 255
RARE = np.uint64(1)

# Thai and Lao, Burmese, Khmer, kana, Chinese characters.
_UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


def fold(word: str) -> str:
    """The word without case, accents and compatibility forms ("Élan" and "elan" are one).

    Invisible format characters (soft hyphens, marks of direction) are left out.
    """
    if word.isascii():
        return word.lower()
    kept = unicodedata.normalize("NFKD", word)
    return "".join(c for c in kept if not _silent(c)).casefold()


def _silent(char: str) -> bool:
    return unicodedata.combining(char) > 0 or unicodedata.category(char) == "Cf"


def _sort_of(char: str) -> int:
    category = unicodedata.category(char)
    if category[0] == "M" or category == "Cf":
        return MARK
    if category[0] not in "LN":
        return APART
    point = ord(char)
    return ALONE if any(low <= point <= high for low, high in _UNSPACED) else LETTER


class Alphabet:
    """Tables by code point, filled in as characters turn up.

    `values` is an even hash of the folded form, 0 for what parts words, with RARE set where there
    is more to a character; then `sorts` is one of APART, LETTER, MARK, ALONE and `sizes` how many
    characters the folded form has (1 for what parts words).
    """

    def __init__(self) -> None:
        self.values = np.full(_UNICODE, RARE, dtype=np.uint64)
        self.sorts = np.full(_UNICODE, _UNSEEN, dtype=np.uint8)
        self.sizes = np.zeros(_UNICODE, dtype=np.uint8)
        self._powers = np.ones(1, dtype=np.uint64)
        self._inverses = np.ones(1, dtype=np.uint64)
        self._learn(np.arange(128))

    def _learn(self, points: NDArray[np.intp]) -> None:
        for point in points.tolist():
            char = chr(point)
            sort = _sort_of(char)
            folded = fold(char) if sort != APART else ""
            value = sum(
                _scatter(ord(c)) * pow(_MULTIPLIER, n, 1 << 64) for n, c in enumerate(folded)
            )
            plain = sort == APART or (sort == LETTER and len(folded) == 1)
            self.values[point] = (value & _WORD) | (0 if plain else int(RARE))
            self.sizes[point] = len(folded) if sort != APART else 1
            self.sorts[point] = sort

    def read(self, points: NDArray[np.intp]) -> tuple[NDArray[np.uint64], bool]:
        """The values of these characters, and whether there is more to any of them."""
        values = self.values.take(points)
        if not np.bitwise_or.reduce(values, initial=0) & RARE:
            return values, False
        new = np.unique(points[(values & RARE) != 0])
        new = new[self.sorts[new] == _UNSEEN]
        if len(new):
            self._learn(new)
            return self.read(points)
        return values & ~RARE, True

    def powers(self, count: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
        """At least the first `count` powers of the multiplier modulo 2^64, and their inverses."""
        if len(self._powers) < count:
            count = max(count, 2 * len(self._powers))
            inverse = pow(_MULTIPLIER, -1, 1 << 64)
            self._powers = _first_powers(_MULTIPLIER, count)
            self._inverses = _first_powers(inverse, count)
        return self._powers, self._inverses


def _scatter(point: int) -> int:
    """An even hash of one code point, its bits well mixed (the finaliser of SplitMix64)."""
    mixed = (point + 1) * _MULTIPLIER & _WORD
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9 & _WORD
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB & _WORD
    return (mixed ^ (mixed >> 31)) & ~1


def _first_powers(base: int, count: int) -> NDArray[np.uint64]:
    factors = np.full(count, base, dtype=np.uint64)
    factors[0] = 1
    return np.cumprod(factors, dtype=np.uint64)


@cache
def load_alphabet() -> Alphabet:
    """The one alphabet: what a character is never depends on the text it stands in."""
    return Alphabet()
