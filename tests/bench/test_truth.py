"""The score of found pairs, and the expansion of pairs through exact copies."""

from __future__ import annotations

import math

from bench.own import expand, find
from bench.truth import Truth, score


def _truth(containment: float, kind: str = "verbatim", jaccard: float = 0.9) -> Truth:
    return Truth(kind=kind, containment=containment, words=containment, jaccard=jaccard)


def test_recall_counts_reuse_and_precision_what_is_found() -> None:
    """A pair below .3 need not be found; from .2 on it is no false one, but for the strict."""
    truth = {
        (0, 1): _truth(1.0),
        (0, 2): _truth(0.4, "truncated", jaccard=0.1),
        (1, 2): _truth(0.25),
    }
    given = score(truth, {(0, 1), (1, 2), (3, 4)})
    assert given.recall == 1 / 2
    assert given.low == 0.0
    assert given.precision == 2 / 3
    assert given.strict == 1 / 3
    assert given.kinds == {"verbatim": (1, 1), "truncated": (0, 1)}


def test_a_pair_rewritten_by_the_word_is_counted_apart() -> None:
    """What shares words but too few runs is no reuse to be found here, and is named."""
    truth = {(0, 1): Truth(kind="rewritten", containment=0.1, words=0.7, jaccard=1.0)}
    given = score(truth, set())
    assert given.rewritten == (0, 1)
    assert math.isnan(given.recall)


def test_what_holds_of_a_text_holds_of_its_copies() -> None:
    """Every copy stands to another report as the text it copies does."""
    long = " ".join(f"word{n}" for n in range(90))
    part = " ".join(f"word{n}" for n in range(30, 80))
    other = " ".join(f"other{n}" for n in range(70))
    pairs = expand(find([long, part, other, long, part, long])[0], 0.25)
    assert set(pairs) == {(a, b) for a in (0, 1, 3, 4, 5) for b in (0, 1, 3, 4, 5) if a < b}
    assert set(pairs.values()) == {1.0}
