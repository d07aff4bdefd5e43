"""What a generated corpus's reports share in truth, and how well found pairs agree with it.

The truth of a pair is its run containment: the share of the shorter report's words that stand in
runs of eight or more words of the same provenance in both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from bench.corpus import Corpus

Pair = tuple[int, int]

SHORTEST = 8
_SHINGLE = 5
REUSE = 0.3
LOOSE = 0.2
_LOW = 0.3


@dataclass(frozen=True)
class Truth:
    """What two reports share: `containment` by runs, `words` by words of the same provenance.

    `kind` is how the one was made from the other, or "siblings" where both took from a third;
    always "rewritten" where one of them was rewritten word by word. `jaccard` is the overlap of
    their word 5-shingles, 1.0 where nobody needs it.
    """

    kind: str
    containment: float
    words: float
    jaccard: float


@dataclass(frozen=True)
class Score:
    """Of the pairs that are reuse, the share found; of the pairs found, the share that are.

    `recall` counts pairs of containment >= .3, `low` those of them whose Jaccard is below .3,
    `whole` those of them without a report rewritten word by word; `precision` asks for a
    containment >= .2, `strict` for >= .3. `kinds` are found and all pairs by kind, `rewritten`
    those that share >= .3 of their words but too few in runs.
    """

    recall: float
    low: float
    whole: float
    precision: float
    strict: float
    kinds: Mapping[str, tuple[int, int]]
    rewritten: tuple[int, int]


def find_truth(corpus: Corpus) -> dict[Pair, Truth]:
    """Every pair of reports with words of the same provenance, and what they share."""
    partners: dict[int, list[int]] = defaultdict(list)
    for a, b in sorted(_related(corpus)):
        partners[a].append(b)
    where = np.full(len(corpus.words), -1, dtype=np.int32)
    found: dict[Pair, Truth] = {}
    for a, others in partners.items():
        places = corpus.places(a)
        where[places] = np.arange(len(places))
        where[: corpus.starts[0]] = -1
        for b in others:
            found[a, b] = _compare(corpus, (a, b), len(places), where)
        where[places] = -1
    return found


def _related(corpus: Corpus) -> set[Pair]:
    """Pairs of reports that took from one text, be it one of theirs or a third's."""
    users: dict[int, list[int]] = defaultdict(list)
    for report, spans in enumerate(corpus.spans):
        texts = np.unique(np.searchsorted(corpus.starts, spans[:, 0], side="right") - 1)
        for text in texts[texts >= 0].tolist():
            users[text].append(report)
    return {pair for given in users.values() for pair in combinations(given, 2)}


def _compare(corpus: Corpus, pair: Pair, size: int, where: NDArray[np.int32]) -> Truth:
    """The truth of a pair, given where in the first report each place of the pool stands."""
    at = where[corpus.places(pair[1])]
    shared = at >= 0
    goes_on = (at[1:] == at[:-1] + 1) & shared[1:] & shared[:-1]
    edges = np.flatnonzero(np.concatenate([[True], ~goes_on, [True]]))
    lengths = np.diff(edges)
    runs = int(lengths[shared[edges[:-1]] & (lengths >= SHORTEST)].sum())
    containment = runs / min(size, len(at))
    return Truth(
        kind=_kind(corpus, pair),
        containment=containment,
        words=int(shared.sum()) / min(size, len(at)),
        jaccard=_jaccard(corpus, pair) if containment >= REUSE else 1.0,
    )


def _kind(corpus: Corpus, pair: Pair) -> str:
    a, b = pair
    if "rewritten" in {corpus.kinds[a], corpus.kinds[b]}:
        return "rewritten"
    if a in corpus.parents[b]:
        return corpus.kinds[b]
    return corpus.kinds[a] if b in corpus.parents[a] else "siblings"


def _jaccard(corpus: Corpus, pair: Pair) -> float:
    one, two = (_shingles(corpus.words[corpus.places(report)]) for report in pair)
    common = len(np.intersect1d(one, two, assume_unique=True))
    return common / (len(one) + len(two) - common)


def _shingles(words: NDArray[np.int32]) -> NDArray[np.uint64]:
    mixed = np.zeros(len(words) - _SHINGLE + 1, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for k in range(_SHINGLE):
            mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + words[k : k + len(mixed)].astype(
                np.uint64
            )
    return np.unique(mixed)


def score(truth: Mapping[Pair, Truth], predicted: Collection[Pair]) -> Score:
    """How the found pairs agree with the truth."""
    reuse = {pair: true for pair, true in truth.items() if true.containment >= REUSE}
    low = [pair for pair, true in reuse.items() if true.jaccard < _LOW]
    kinds: dict[str, list[bool]] = defaultdict(list)
    for pair, true in sorted(reuse.items()):
        kinds[true.kind].append(pair in predicted)
    rewritten = [pair for pair, true in truth.items() if true.words >= REUSE > true.containment]
    least = {pair: truth[pair].containment for pair in predicted if pair in truth}
    return Score(
        recall=_share(pair in predicted for pair in reuse),
        low=_share(pair in predicted for pair in low),
        whole=_share(pair in predicted for pair in reuse if reuse[pair].kind != "rewritten"),
        precision=_share(least.get(pair, 0.0) >= LOOSE for pair in predicted),
        strict=_share(least.get(pair, 0.0) >= REUSE for pair in predicted),
        kinds={kind: (sum(found), len(found)) for kind, found in kinds.items()},
        rewritten=(sum(pair in predicted for pair in rewritten), len(rewritten)),
    )


def _share(answers: Iterable[bool]) -> float:
    """The share of those that hold; not a number where there are none."""
    given = list(answers)
    return sum(given) / len(given) if given else float("nan")
