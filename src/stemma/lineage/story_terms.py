"""What of a report tells its story: its words, names and numbers, weighted by how rare they are.

Everything here is made from one report alone and from fixed shares of general news, so that a
report has the same traits in any company. Weights are whole numbers: their sums are exact in
whatever order they are taken.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from stemma.lineage.alphabet import fold
from stemma.lineage.similarity import STOP_WORDS
from stemma.lineage.words import Words

LEAD, HEAD = 60, 20  # words at a report's beginning
SCALE = 64  # weights are rounded to this part of a nat
SHARE = 4096  # shares of a whole, to this part
_TOP = 4  # names: what a report turns on
_KEYS = 80  # terms: by these a report is looked up
_KEY_NATS = 2.0  # a term of more than an eighth of all reports leads nowhere
_YEARS = range(1900, 2036)
_ADDRESS = frozenset("http https www com org net html htm php asp aspx co uk".split())
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTHS = """january february march april may june july august september october november
    december""".split()
_SHORT = {month[:3]: n for n, month in enumerate(_MONTHS) if month != "may"} | {"sept": 8}
_DAY_BITS = {name: 1 << n for n, name in enumerate(_WEEKDAYS)}
_MONTH_BITS = {month: 1 << n for n, month in enumerate(_MONTHS)} | {
    month: 1 << n for month, n in _SHORT.items()
}
_SPELT = """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty""".split()
_SPELT_OUT = {word: str(n) for n, word in enumerate(_SPELT, start=2)}
_ENDINGS = ("ingly", "edly", "ings", "ing", "ies", "ed", "es", "s", "ly")
_NO_NAMES = frozenset({"de", "lb"})  # languages in which every noun has a capital


Form = tuple[str, str, bool]
"""A word folded; its stem, "" where it tells nothing; whether it has a capital."""


@dataclass(frozen=True, eq=False)
class Terms:
    """Terms by key in rising order, each with its weights, a column a kind.

    `sums` and `squares` are those of the columns.
    """

    keys: NDArray[np.uint64]
    weights: NDArray[np.int32]
    sums: NDArray[np.float64]
    squares: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Traits:
    """What a report is compared by.

    Columns of `words` are its weight in the whole, the lead and the head, and how rare it is in
    itself; of `names` its weight, its part of all names, and its part of the foremost; of
    `numbers` its part of all. `lookup` are the rare terms it is found by. `weekdays` and `months`
    are bit sets of those it names; `size` counts words, those of the lead thrice.
    """

    words: Terms
    names: Terms
    numbers: Terms
    lookup: tuple[int, ...]
    weekdays: int
    months: int
    size: int


@cache
def load_rarity() -> dict[str, dict[str, float]]:
    """How rare terms are in nats, by kind ("words", "names", "numbers"); "" stands for all others.

    From "story_shares.txt"; training/stories/README.md says how it was made.
    """
    found: dict[str, dict[str, float]] = {}
    kind: dict[str, float] = {}
    for line in files("stemma.lineage").joinpath("story_shares.txt").read_text("utf-8").split("\n"):
        share, *terms = line.split() or ["#"]
        if share.startswith("["):
            kind = found.setdefault(share.strip("[]"), {})
        elif share != "#":
            kind.update(dict.fromkeys(terms or [""], -math.log(float(share) / 1e6)))
    return found


def stem(word: str) -> str:
    """The word without the commonest English endings; crude, but the same for every form."""
    if len(word) <= 4:
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    if word.endswith("e") and len(word) > 4:
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    word = word.removesuffix("i")
    return word[:-1] if word.endswith("y") and len(word) > 4 else word


@cache
def _look_up(kind: str, term: str) -> tuple[int, float]:
    """A term's key, and how rare it is in nats."""
    digest = blake2b(f"{kind} {term}".encode("utf-8", "replace"), digest_size=8).digest()
    known = load_rarity()[kind]
    return int.from_bytes(digest), known.get(term, known[""])


@cache
def read_form(raw: str) -> Form:
    """What a word as it stands there is."""
    folded = fold(raw)
    tells = (len(folded) > 1 or folded > "\u0e00") and folded not in STOP_WORDS
    return folded, stem(folded) if tells and folded not in _ADDRESS else "", raw[0].isupper()


def read_forms(text: str, row: Words) -> list[str]:
    """The words of a report's text as they stand there, gaps left out."""
    starts, ends = row.starts.tolist(), row.ends.tolist()
    return [text[start:end] for start, end in zip(starts, ends, strict=True) if end > start]


def count_terms(raws: Sequence[str]) -> Counter[str]:
    """How often each content word stands in the report, those of the lead counted thrice."""
    terms: Counter[str] = Counter()
    for raw, n in Counter([*raws, *raws[:LEAD], *raws[:LEAD]]).items():
        folded, base, _ = read_form(raw)
        if base:
            terms[folded] += n
    return terms


def describe(raws: Sequence[str], language: str) -> Traits:
    """The traits of a report from its words as they stand there."""
    tallies = tally(raws, language)
    return Traits(
        words=tallies.all_words(),
        names=tallies.all_names(),
        numbers=tallies.all_numbers(),
        lookup=tallies.lookup(),
        weekdays=tallies.weekdays,
        months=tallies.months,
        size=sum(n for n, _, _ in tallies.words.values()),
    )


def tally(raws: Sequence[str], language: str) -> Tallies:
    """Count a report's words, names and numbers.

    A name has a capital, and never a small letter in that report.
    """
    counts = Counter(raws)
    forms = {raw: read_form(raw) for raw in counts}
    small = {folded for folded, _, capital in forms.values() if not capital}
    barred = None if language in _NO_NAMES else small
    tallies = Tallies()
    for raw, n in counts.items():
        tallies.count(forms[raw], n, barred)
    for at, raw in enumerate(raws[:LEAD]):
        tallies.stress(forms[raw], at < HEAD)
    return tallies


class Tallies:
    """How often a report has each word in the whole, the lead and the head, its names, numbers."""

    def __init__(self) -> None:
        self.words: dict[str, list[int]] = {}
        self.names: dict[str, int] = {}
        self.numbers: dict[str, int] = {}
        self.weekdays = self.months = 0

    def count(self, form: Form, n: int, barred: Collection[str] | None) -> None:
        """Count a word; a name is none of `barred`, and there are none where that is `None`."""
        folded, base, capital = form
        if base:
            self.words.setdefault(base, [0, 0, 0])[0] += n
        if capital:
            self.weekdays |= _DAY_BITS.get(folded, 0)
            self.months |= _MONTH_BITS.get(folded, 0)
            named = base and barred is not None and folded not in barred
            if named and folded not in _DAY_BITS and folded not in _MONTH_BITS:
                self.names[folded] = self.names.get(folded, 0) + n
                return
        number = _number(folded)
        if number:
            self.numbers[number] = self.numbers.get(number, 0) + n

    def stress(self, form: Form, head: bool) -> None:
        """Count a word of the lead twice more."""
        folded, base, capital = form
        if base:
            row = self.words[base]
            row[0] += 2
            row[1] += 1
            row[2] += head
        if capital and folded in self.names:
            self.names[folded] += 2
        elif folded.isdigit() and _number(folded):
            self.numbers[_number(folded)] += 2

    def all_words(self) -> Terms:
        """The words' weights, and how rare they are."""
        keys, nats = _find("words", self.words)
        times = np.array(list(self.words.values()), dtype=np.float64).reshape(-1, 3)
        weights = np.where(times > 0, 1 + np.log(np.maximum(times, 1)), 0.0) * nats[:, None]
        return _terms(keys, np.column_stack([weights, nats]) * SCALE)

    def all_names(self) -> Terms:
        """The names' weights, their parts of all names, and of the foremost."""
        keys, nats = _find("names", self.names)
        times = np.array(list(self.names.values()), dtype=np.float64)
        part = np.rint(np.sqrt(times) * nats * SHARE)
        foremost = np.zeros(len(part))
        top = np.lexsort((keys, -part))[:_TOP]
        foremost[top] = part[top]
        columns = (1 + np.log(times)) * nats * SCALE, _shares(part), _shares(foremost)
        return _terms(keys, np.column_stack(columns))

    def all_numbers(self) -> Terms:
        """The numbers' parts of all."""
        keys, nats = _find("numbers", self.numbers)
        times = np.array(list(self.numbers.values()), dtype=np.float64)
        return _terms(keys, _shares(np.rint(times * nats * SHARE))[:, None])

    def lookup(self) -> tuple[int, ...]:
        """The keys of the weightiest terms among those that are rare."""
        keys, nats = _find("words", self.words)
        times = np.array([n for n, _, _ in self.words.values()], dtype=np.float64)
        rare = nats >= _KEY_NATS
        weights = np.rint((1 + np.log(times[rare])) * nats[rare] * SCALE)
        order = np.lexsort((keys[rare], -weights))[:_KEYS]
        return tuple(np.sort(keys[rare][order]).tolist())


def _number(folded: str) -> str:
    """The number that a word is, but a year; "" where it is none."""
    if not folded.isdigit():
        return _SPELT_OUT.get(folded, "")
    if len(folded) == 4 and folded.isascii() and int(folded) in _YEARS:
        return ""
    return folded.lstrip("0") or "0"


def _find(kind: str, terms: Iterable[str]) -> tuple[NDArray[np.uint64], NDArray[np.float64]]:
    """The terms' keys, and how rare they are in nats."""
    found = [_look_up(kind, term) for term in terms]
    keys = np.array([key for key, _ in found], dtype=np.uint64)
    return keys, np.array([nats for _, nats in found], dtype=np.float64)


def _shares(part: NDArray[np.float64]) -> NDArray[np.float64]:
    """Whole numbers as shares of their sum."""
    return part * SHARE / max(float(part.sum()), 1.0)


def _terms(keys: NDArray[np.uint64], weights: NDArray[np.float64]) -> Terms:
    order = np.argsort(keys)
    whole = np.rint(weights[order])
    sums, squares = whole.sum(axis=0), (whole * whole).sum(axis=0)
    return Terms(keys[order], whole.astype(np.int32), sums, squares)
