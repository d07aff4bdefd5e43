"""Reports retold sentence by sentence in other words: no passage shared, yet the same telling.

Two accounts of one event share names and figures here and there. A retelling follows its source:
most of its sentences have a sentence there with the same telling words, in the same order. Quoted
words are left out: who heard the same speech quotes the same.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from stemma.lineage.credits import Credit
from stemma.lineage.direction import Pair, regard
from stemma.lineage.edges import Edge
from stemma.lineage.material import Material
from stemma.lineage.passages import Overlap
from stemma.lineage.signs import weigh
from stemma.lineage.similarity import STOP_WORDS, load_shares
from stemma.model.lineage import Passage
from stemma.model.span import Span


@dataclass(frozen=True)
class ParaphraseOptions:
    """How much of a report must be retold for an edge.

    A sentence of `telling` words or more is retold where one of the other report has `alike` of
    their weight. `covered` is the least share of sentences retold, `fewest` their least number,
    `ordered` the least share of them in the source's order. Stories of more than `widest` reports
    are not searched. On 60 pairs of reports of one day and topic the closest came to 0.38.
    """

    telling: int = 5
    alike: float = 0.5
    covered: float = 0.5
    fewest: int = 5
    ordered: float = 0.75
    widest: int = 80


@dataclass(frozen=True)
class _Sentence:
    """A sentence with the weights of its telling words."""

    span: Span
    words: dict[str, float]
    weight: float


@dataclass(frozen=True)
class _Match:
    """Sentences of a source with those that retell them, in the order of the retelling."""

    pairs: tuple[tuple[_Sentence, _Sentence], ...]
    ordered: int
    size: int

    @property
    def covered(self) -> float:
        return len(self.pairs) / max(1, self.size)


def find_paraphrases(
    groups: Sequence[Sequence[int]],
    material: Material,
    credits_: dict[int, list[Credit]],
    options: ParaphraseOptions = ParaphraseOptions(),
) -> list[Edge]:
    """An edge between every two reports of a group of which one retells most of the other.

    `groups` are the reports of each story by number, without those that are copies.
    """
    shared = {(overlap.a, overlap.b): overlap for overlap in material.overlaps}
    weight = _weights(material)
    found = []
    for reports in groups:
        if not 1 < len(reports) <= options.widest:
            continue
        told = {at: list(_sentences(at, material, weight, options)) for at in reports}
        for a, b in combinations(sorted(reports), 2):
            if not _near(told[a], told[b], options):
                continue
            overlap = shared.get((a, b)) or Overlap.of((a, b), (), material.rows)
            one, two = _without_passages((told[a], told[b]), overlap, material)
            match, back = _match(one, two, options), _match(two, one, options)
            best = max(match, back, key=lambda m: m.covered)
            if _retold(best, options):
                pair = regard(overlap, material, credits_)
                edge = _edge(overlap, best, pair, material)
                found += [edge] if edge.ahead is not None else []
    return found


def _near(one: Sequence[_Sentence], two: Sequence[_Sentence], options: ParaphraseOptions) -> bool:
    """Whether enough words are shared at all for most sentences of the one to be retold."""
    words = [{w: v for sentence in told for w, v in sentence.words.items()} for told in (one, two)]
    lighter = min(sum(side.values()) for side in words)
    both = sum(words[0][word] for word in sorted(words[0].keys() & words[1].keys()))
    return both >= options.alike * options.covered * lighter > 0


def _without_passages(
    told: tuple[Sequence[_Sentence], Sequence[_Sentence]], overlap: Overlap, material: Material
) -> tuple[list[_Sentence], list[_Sentence]]:
    """The sentences of both that are not for the most part in a passage that they share."""
    found = []
    for side, sentences in enumerate(told):
        report = (overlap.a, overlap.b)[side]
        spans = [material.span(report, run[side], run.length) for run in overlap.runs]
        found.append([s for s in sentences if not _mostly_within(s.span, spans)])
    return found[0], found[1]


def _mostly_within(span: Span, passages: Sequence[Span]) -> bool:
    inside = sum(max(0, min(p.end, span.end) - max(p.start, span.start)) for p in passages)
    return inside > 0.5 * (span.end - span.start)


def _weights(material: Material) -> dict[str, float]:
    general = load_shares("frequencies.txt")
    spread = Counter(word for row in material.rows for word in set(row.folded))
    size = 1001 + len(material.rows)
    return {word: math.log(size / (1 + general.get(word, 1) + n)) for word, n in spread.items()}


def _sentences(
    at: int, material: Material, weight: dict[str, float], options: ParaphraseOptions
) -> Iterator[_Sentence]:
    row = material.rows[at]
    for sentence in material.readings[at].sentences:
        if sentence.form == "heading":
            continue
        span = sentence.span
        inside = np.flatnonzero((row.starts >= span.start) & (row.ends <= span.end) & ~row.quoted)
        words = {row.folded[n] for n in inside.tolist()}
        telling = sorted(word for word in words if len(word) > 2 and word not in STOP_WORDS)
        if len(telling) >= options.telling:
            weights = {word: weight[word] for word in telling}
            yield _Sentence(span, weights, sum(weights.values()))


def _match(
    source: Sequence[_Sentence], copy: Sequence[_Sentence], options: ParaphraseOptions
) -> _Match:
    """Which sentences of the copy retell one of the source, and how many of them in its order."""
    pairs = []
    places = []
    for sentence in copy:
        alike = [(_alike(other, sentence), -n) for n, other in enumerate(source)]
        best, place = max(alike, default=(0.0, 0))
        if best >= options.alike:
            pairs.append((source[-place], sentence))
            places.append(-place)
    return _Match(tuple(pairs), _longest_rise(places), len(copy))


def _alike(one: _Sentence, two: _Sentence) -> float:
    """The weight of the words that two sentences share, over that of the lighter one."""
    lighter = min(one.weight, two.weight)
    both = one.words.keys() & two.words.keys()
    return sum(one.words[word] for word in sorted(both)) / lighter if lighter > 0 else 0.0


def _longest_rise(places: Sequence[int]) -> int:
    """How many of the places can be kept so that they never fall."""
    ends: list[int] = []
    for place in places:
        at = bisect_right(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)


def _retold(match: _Match, options: ParaphraseOptions) -> bool:
    return (
        len(match.pairs) >= options.fewest
        and match.covered >= options.covered
        and match.ordered >= options.ordered * len(match.pairs)
    )


def _edge(overlap: Overlap, match: _Match, pair: Pair, material: Material) -> Edge:
    ahead, lines = weigh(pair.signs)
    files = {r.id: r.file for r in (material.reports[at] for at in (overlap.a, overlap.b))}
    source, copy = (sentence.span.report for sentence in match.pairs[0])
    measured = (
        f"{len(match.pairs)} of {match.size} sentences of {files[copy]} retell sentences of "
        f"{files[source]}, {match.ordered} of them in its order"
    )
    first = material.reports[overlap.b if ahead is False else overlap.a].id
    return Edge(
        a=overlap.a,
        b=overlap.b,
        kind="paraphrase",
        ahead=ahead,
        because=(measured, *lines),
        strength=0.5 * match.covered,
        passages=tuple(
            Passage(from_=one.span, to=two.span)
            if one.span.report == first
            else Passage(from_=two.span, to=one.span)
            for one, two in match.pairs
        ),
    )
