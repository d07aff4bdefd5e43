"""The generated corpus keeps its own laws: its truth is what its making says it is."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

import numpy as np
import pytest

from bench.corpus import Corpus, generate
from bench.truth import REUSE, SHORTEST, Truth, find_truth

_REPORTS = 900


@cache
def _corpus() -> Corpus:
    return generate(_REPORTS, seed=7)


@cache
def _truth() -> dict[tuple[int, int], Truth]:
    return find_truth(_corpus())


def _derived(kind: str) -> list[tuple[int, int]]:
    """Reports of the kind with the one report each was made from, as ordered pairs."""
    corpus = _corpus()
    return [
        (min(at, parent), max(at, parent))
        for at, parents in enumerate(corpus.parents)
        for parent in parents
        if corpus.kinds[at] == kind
    ]


def _bare(report: int) -> bool:
    """Whether the report carries no boilerplate."""
    corpus = _corpus()
    return bool((corpus.places(report) >= corpus.starts[0]).all())


def test_same_seed_same_corpus() -> None:
    """The same seed gives the same texts, another seed others."""
    texts = [list(generate(40, seed).texts()) for seed in (1, 1, 2)]
    assert texts[0] == texts[1] != texts[2]


@pytest.mark.parametrize("kind", ["verbatim", "truncated"])
def test_copies_are_wholly_contained(kind: str) -> None:
    """Whoever takes a text over, whole or in part, is contained in it to the last word."""
    pairs = [pair for pair in _derived(kind) if _bare(pair[0]) and _bare(pair[1])]
    assert len(pairs) > 20
    assert {_truth()[pair].containment for pair in pairs} == {1.0}


def test_shuffling_parts_runs_at_sentences_only() -> None:
    """A shuffled text shares every word, and nearly all of them in runs."""
    found = [_truth()[p] for p in _derived("shuffled") if _bare(p[0]) and _bare(p[1])]
    assert found
    assert all(true.words == 1.0 and true.containment > 0.8 for true in found)


def test_rewriting_by_the_word_leaves_words_but_few_runs() -> None:
    """Three words in ten changed: most words stay, most runs do not."""
    found = [_truth()[pair] for pair in _derived("rewritten")]
    assert found
    assert np.mean([true.words for true in found]) > 0.7
    assert np.mean([true.containment for true in found]) < REUSE


def test_rewriting_by_the_sentence_leaves_half() -> None:
    """Every other sentence changed: about half of the words stay in runs."""
    found = [_truth()[pair].containment for pair in _derived("half rewritten")]
    assert 0.4 < np.mean(found) < 0.6


def test_a_merged_report_shares_with_both() -> None:
    """A report merged from two stands in runs with each of them."""
    pairs = _derived("merged")
    assert pairs
    assert all(_truth()[pair].containment > 0.2 for pair in pairs)


def test_quotations_are_a_small_part() -> None:
    """One to five sentences quoted in a new text are at least one run, and seldom much more."""
    found = [_truth()[pair] for pair in _derived("quoting")]
    assert found
    assert min(true.words for true in found) > 0
    assert np.median([true.containment for true in found]) < 0.2


def test_unrelated_reports_share_nothing() -> None:
    """A report made from none and taken from by none is in no pair, boilerplate or not."""
    corpus = _corpus()
    alone = {at for at, kind in enumerate(corpus.kinds) if kind == "unrelated"}
    assert len(alone) == pytest.approx(0.4 * _REPORTS, rel=0.2)
    assert not [pair for pair in _truth() if alone & set(pair)]
    assert not all(_bare(at) for at in alone)


def test_chance_stays_below_eight_words() -> None:
    """No eight words in a row stand twice in the pool; seven do, or the corpus were too easy."""
    words = _corpus().words

    def most(length: int) -> int:
        rows = np.lib.stride_tricks.sliding_window_view(words, length)
        return max(Counter(row.tobytes() for row in rows).values())

    assert most(SHORTEST) == 1
    assert most(SHORTEST - 1) > 1


def test_words_differ_when_folded() -> None:
    """Words that the pool holds apart are apart without case and accents too."""
    plain = [unicodedata.normalize("NFD", word.strip()) for word in _corpus().surfaces[0]]
    folded = {"".join(c for c in word if c.isalpha()).lower() for word in plain}
    assert len(folded) == len(plain)
    assert sum(len(word) for word in folded) < sum(map(len, plain))


def test_no_place_twice() -> None:
    """No report has a place of the pool twice, so that a shared run is in one place only."""
    corpus = _corpus()
    for at in range(len(corpus)):
        if corpus.kinds[at] != "rewritten":
            places = corpus.places(at)
            assert len(np.unique(places)) == len(places)


def test_texts_have_the_words_of_their_places() -> None:
    """A printed report has as many words as it has places, in every form of writing."""
    corpus = _corpus()
    for at, text in enumerate(corpus.texts()):
        assert len(text.split()) == len(corpus.places(at))
