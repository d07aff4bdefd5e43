"""How likely two reports are of one story, from what the two share and what either leaves out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from stemma.lineage.story_terms import SCALE, SHARE, Terms, Traits

Floats = NDArray[np.float64]
FLOOR = -8.0  # log-odds of pairs that have too little in common to be compared
FAR = -30.0  # log-odds of pairs whose days lie too far apart
FEATURES = """words lead head shared part_shared names names_most names_least foremost_most
    foremost_least numbers_most numbers_least numbers_both month_same month_other weekday_same
    weekday_other shorter longer""".split()


@dataclass(frozen=True)
class PairModel:
    """Log-odds that two reports are of one story: a weight for each of `FEATURES`, and a bias."""

    weights: tuple[float, ...]
    bias: float


@dataclass(frozen=True)
class GroupModel:
    """Log-odds that two groups of reports are of one story; see `story_groups.measure`."""

    weights: tuple[float, ...]
    bias: float


@cache
def load_models() -> tuple[PairModel, GroupModel]:
    """The weights that ship, made by training/stories."""
    text = files("stemma.lineage").joinpath("story_model.json").read_text("utf-8")
    found = json.loads(text)
    pair, group = found["pair"], found["group"]
    return (
        PairModel(tuple(pair["weights"][name] for name in FEATURES), pair["bias"]),
        GroupModel(tuple(group["weights"].values()), group["bias"]),
    )


class _Rows:
    """The terms of several reports, one after the other."""

    def __init__(self, terms: Sequence[Terms]) -> None:
        self.count = len(terms)
        self.sums = np.array([one.sums for one in terms])
        self.squares = np.array([one.squares for one in terms])
        self.keys = np.concatenate([one.keys for one in terms])
        self.weights = np.concatenate([one.weights for one in terms]).astype(np.float64)
        self.report = np.repeat(np.arange(len(terms)), [len(one.keys) for one in terms])

    def shared(self, one: Terms) -> tuple[Floats, Floats, NDArray[np.intp]]:
        """The weights of the terms that `one` has too: here, there, and by whose they are here."""
        if not len(one.keys):
            return self.weights[:0], self.weights[:0], self.report[:0]
        at = np.searchsorted(one.keys, self.keys)
        at[at == len(one.keys)] = 0
        here = np.flatnonzero(one.keys[at] == self.keys)
        return self.weights[here], one.weights[at[here]].astype(np.float64), self.report[here]


def _sums(report: NDArray[np.intp], values: Floats, count: int) -> Floats:
    return np.bincount(report, values, count).astype(np.float64)


class Crowd:
    """Reports that another one is compared with, their terms laid end to end."""

    def __init__(self, traits: Sequence[Traits]) -> None:
        self.words = _Rows([one.words for one in traits])
        self.names = _Rows([one.names for one in traits])
        self.numbers = _Rows([one.numbers for one in traits])
        self.size = np.array([one.size for one in traits], dtype=np.float64)
        self.weekdays = np.array([one.weekdays for one in traits], dtype=np.int64)
        self.months = np.array([one.months for one in traits], dtype=np.int64)


def features(one: Traits, crowd: Crowd) -> Floats:
    """What `one` and each report of the crowd have in common, a row each, in order of `FEATURES`.

    All sums are of whole numbers, so both ways round give the very same values.
    """
    parts = [
        *_word_columns(one, crowd),
        *_name_columns(one, crowd),
        *_number_columns(one, crowd),
        *_bit_columns(one.months, crowd.months),
        *_bit_columns(one.weekdays, crowd.weekdays),
        np.log1p(np.minimum(one.size, crowd.size)),
        np.log1p(np.maximum(one.size, crowd.size)),
    ]
    return np.stack(parts, axis=1)


def log_odds(one: Traits, crowd: Crowd, model: PairModel) -> Floats:
    """The log-odds that `one` and each report of the crowd are of one story.

    Rounded, so that nothing hangs on the order in which a row is added up.
    """
    weighted = features(one, crowd) * np.array(model.weights)
    found: Floats = np.round(weighted.sum(axis=1) + model.bias, 6)
    return found


def _cosine(rows: _Rows, one: Terms, dot: Floats, column: int) -> Floats:
    found: Floats = dot / np.maximum(np.sqrt(rows.squares[:, column] * one.squares[column]), 1.0)
    return found


def _word_columns(one: Traits, crowd: Crowd) -> list[Floats]:
    rows = crowd.words
    here, there, report = rows.shared(one.words)
    columns = [
        _cosine(rows, one.words, _sums(report, here[:, n] * there[:, n], rows.count), n)
        for n in range(3)
    ]
    shared = _sums(report, here[:, 3], rows.count) / SCALE
    rare, own = rows.sums[:, 3] / SCALE, float(one.words.sums[3]) / SCALE
    part = shared / np.maximum(1.0, np.minimum(rare, own))
    return [*columns, np.log1p(shared), part]


def _name_columns(one: Traits, crowd: Crowd) -> list[Floats]:
    rows = crowd.names
    here, there, report = rows.shared(one.names)
    dot = _sums(report, here[:, 0] * there[:, 0], rows.count)
    columns = [_cosine(rows, one.names, dot, 0)]
    for n in (1, 2):
        ours, theirs = (_sums(report, side[:, n], rows.count) for side in (here, there))
        columns += [np.maximum(ours, theirs) / SHARE, np.minimum(ours, theirs) / SHARE]
    return columns


def _number_columns(one: Traits, crowd: Crowd) -> list[Floats]:
    rows = crowd.numbers
    here, there, report = rows.shared(one.numbers)
    ours, theirs = (_sums(report, side[:, 0], rows.count) for side in (here, there))
    both = (rows.sums[:, 0] > 0) & (one.numbers.sums[0] > 0)
    least, most = np.minimum(ours, theirs), np.maximum(ours, theirs)
    return [most / SHARE, least / SHARE, both.astype(np.float64)]


def _bit_columns(one: int, others: NDArray[np.int64]) -> list[Floats]:
    """Whether both name some and one is the same; whether both name some and none is."""
    same = (others & one) != 0
    both = (others != 0) & (one != 0)
    return [same.astype(np.float64), (both & ~same).astype(np.float64)]
