"""A generated corpus of reports that copy from one another, with its truth at every token.

Words are invented by syllables, texts are made of phrases of two to seven words from a bank, so
that chance overlaps occur but stay below eight words. Every report has a text of its own in one
long pool of tokens; a report is a row of stretches of that pool, its own or those of reports it
took from. A token's place in the pool is thus its provenance: two reports share a passage where
the same places stand in the same order. Boilerplate lies at the pool's start and is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from bench.pool import (
    Places,
    Spans,
    running_text,
    sentence_edges,
    spread,
    surfaces,
    vocabulary,
    written_forms,
)

Kind = Literal[
    "unrelated",
    "original",
    "verbatim",
    "truncated",
    "shuffled",
    "rewritten",
    "half rewritten",
    "merged",
    "quoting",
]

# What a derived report is made by, and how often; a text of an agency is mostly taken over whole.
_DERIVED: dict[Kind, tuple[float, float]] = {
    "verbatim": (0.20, 0.40),
    "truncated": (0.20, 0.30),
    "shuffled": (0.10, 0.05),
    "rewritten": (0.10, 0.05),
    "half rewritten": (0.15, 0.10),
    "merged": (0.10, 0.00),
    "quoting": (0.15, 0.10),
}
_UNRELATED = 0.4
# Every so many families is an agency's text with 10 to 100 reports.
_AGENCY = 600
_BOILERPLATES = (10, 14, 20, 28, 40)
_BOILERPLATED = 0.35
_NEIGHBOURHOOD = 1_000
_FEWEST, _MOST = 100, 1_200


@dataclass(frozen=True)
class Corpus:
    """Reports as rows of places in one pool of tokens.

    `words` and `forms` say what stands at a place of the pool, `starts` where each report's own
    text starts there; what lies before the first is boilerplate. `spans` are the stretches of
    the pool (start, end) that each report is made of, `kinds` how it was made, `parents` the
    reports it was made from, `styled` whether it writes straight quotation marks and no capitals.
    """

    words: NDArray[np.int32]
    forms: NDArray[np.uint8]
    starts: NDArray[np.int64]
    spans: tuple[Spans, ...]
    kinds: tuple[Kind, ...]
    parents: tuple[tuple[int, ...], ...]
    styled: NDArray[np.bool_]
    surfaces: NDArray[np.object_]

    def __len__(self) -> int:
        return len(self.spans)

    def places(self, report: int) -> Places:
        """The places in the pool of the report's words, in order."""
        return spread(self.spans[report])

    def texts(self) -> Iterator[str]:
        """The reports as they would be printed."""
        for report in range(len(self)):
            places = self.places(report)
            forms = self.forms[places].astype(np.int64)
            if self.styled[report]:
                forms = np.array([0, 1, 2, 3, 4, 9, 10, 7, 11])[forms]
            yield "".join(self.surfaces[forms, self.words[places]].tolist()).strip()


def generate(reports: int, seed: int = 1) -> Corpus:
    """A corpus of so many reports; the same seed gives the same corpus."""
    rng = np.random.default_rng(seed)
    lengths = np.concatenate([_BOILERPLATES, rng.integers(_FEWEST, _MOST, reports)])
    starts = np.concatenate([[0], np.cumsum(lengths)])
    words = running_text(rng, int(starts[-1]))
    edges = sentence_edges(rng, starts, len(_BOILERPLATES))
    forms = written_forms(rng, edges, int(starts[-1]))
    firsts = np.searchsorted(edges, starts)
    sentences = np.stack([edges[:-1], edges[1:]], axis=1).astype(np.int32)
    own = [sentences[firsts[n] : firsts[n + 1]] for n in range(len(lengths))]
    plan = _plan(rng, reports)
    return Corpus(
        words=words,
        forms=forms,
        starts=starts[len(_BOILERPLATES) : -1],
        spans=tuple(_derive(rng, plan, own[: len(_BOILERPLATES)], own[len(_BOILERPLATES) :])),
        kinds=tuple(kind for kind, _ in plan),
        parents=tuple(parents for _, parents in plan),
        styled=rng.random(reports) < 0.15,
        surfaces=surfaces(vocabulary(rng)),
    )


def _plan(rng: np.random.Generator, reports: int) -> list[tuple[Kind, tuple[int, ...]]]:
    """How each report is made and from which; a family stands close together in the corpus."""
    plan: list[tuple[Kind, tuple[int, ...]]] = []
    original, families = -1, 0
    while len(plan) < reports:
        agency = families % _AGENCY == _AGENCY // 4
        families += 1
        family = _family_size(rng, agency=agency)
        # So many unrelated reports to a family that their share holds.
        plan += [("unrelated", ())] * int(rng.poisson(family * _UNRELATED / (1 - _UNRELATED)))
        first = len(plan)
        plan.append(("original", ()))
        for _ in range(family - 1):
            plan.append(_member(rng, plan, (first, original), agency=agency))
        original = first
    return _scattered(rng, plan[:reports])


def _family_size(rng: np.random.Generator, *, agency: bool) -> int:
    if agency:
        return int(10 ** rng.uniform(1.0, 2.0))
    return 2 + min(10, int(rng.geometric(0.6)) - 1)


def _member(
    rng: np.random.Generator,
    plan: list[tuple[Kind, tuple[int, ...]]],
    originals: tuple[int, int],
    *,
    agency: bool,
) -> tuple[Kind, tuple[int, ...]]:
    first, other = originals
    kind = list(_DERIVED)[int(rng.choice(len(_DERIVED), p=[p[agency] for p in _DERIVED.values()]))]
    if kind == "merged":
        return (kind, (first, other)) if other >= 0 else ("verbatim", (first,))
    parent = int(rng.integers(first, len(plan))) if rng.random() < 0.3 else first
    # A rewritten or merged text is not taken from again, so that no place comes twice.
    return kind, (parent if plan[parent][0] not in {"rewritten", "merged"} else first,)


def _scattered(
    rng: np.random.Generator, plan: list[tuple[Kind, tuple[int, ...]]]
) -> list[tuple[Kind, tuple[int, ...]]]:
    """The plan in an order that is random within a neighbourhood: a copy may precede its source."""
    place = np.arange(len(plan))
    for start in range(0, len(plan), _NEIGHBOURHOOD):
        rng.shuffle(place[start : start + _NEIGHBOURHOOD])
    moved = list(plan)
    for at, (kind, parents) in enumerate(plan):
        moved[place[at]] = kind, tuple(int(place[p]) for p in parents)
    return moved


def _derive(
    rng: np.random.Generator,
    plan: list[tuple[Kind, tuple[int, ...]]],
    boilerplates: list[Spans],
    own: list[Spans],
) -> list[Spans]:
    """The stretches each report is made of."""
    bodies: dict[int, Spans] = {}

    def body(at: int) -> Spans:
        if at not in bodies:
            kind, parents = plan[at]
            bodies[at] = _made(rng, kind, own[at], [body(parent) for parent in parents])
        return bodies[at]

    return [_with_boilerplate(rng, body(at), boilerplates) for at in range(len(plan))]


def _made(rng: np.random.Generator, kind: Kind, own: Spans, parents: list[Spans]) -> Spans:
    match kind:
        case "unrelated" | "original":
            return own
        case "verbatim":
            return parents[0]
        case "truncated":
            return _truncated(rng, parents[0])
        case "shuffled":
            return rng.permutation(parents[0])
        case "rewritten":
            return _rewritten(rng, own, parents[0])
        case "half rewritten":
            return _half_rewritten(rng, own, parents[0])
        case "merged":
            return _merged(rng, parents)
        case "quoting":
            return _quoting(rng, own, parents[0])


def _truncated(rng: np.random.Generator, parent: Spans) -> Spans:
    """The first 30 to 80 per cent of the words, to the sentence's end, but 100 words at least."""
    words = np.cumsum(parent[:, 1] - parent[:, 0])
    least = max(float(_FEWEST), float(words[-1]) * rng.uniform(0.3, 0.8))
    return parent[: int(np.searchsorted(words, least)) + 1]


def _rewritten(rng: np.random.Generator, own: Spans, parent: Spans) -> Spans:
    """Three words in ten dropped or put in other words, each by itself."""
    places = spread(parent).copy()
    fresh = np.resize(spread(own), len(places))
    draw = rng.random(len(places))
    places[draw < 0.15] = fresh[draw < 0.15]
    kept = places[(draw < 0.15) | (draw >= 0.30)]
    return np.stack([kept, kept + 1], axis=1)


def _half_rewritten(rng: np.random.Generator, own: Spans, parent: Spans) -> Spans:
    """Every other sentence, by chance, in words of its own."""
    mixed = parent.copy()
    new = np.flatnonzero(rng.random(len(parent)) < 0.5)[: len(own)]
    mixed[new] = own[: len(new)]
    return mixed


def _merged(rng: np.random.Generator, parents: list[Spans]) -> Spans:
    """Blocks of both, each with 40 to 100 per cent of its sentences, in turn."""
    parts = [rows[: max(1, round(len(rows) * rng.uniform(0.4, 1.0)))] for rows in parents]
    blocks = [np.array_split(part, 3) for part in parts]
    return np.concatenate([block for pair in zip(*blocks, strict=True) for block in pair])


def _quoting(rng: np.random.Generator, own: Spans, parent: Spans) -> Spans:
    """One to five sentences of the other within a new text, together or apart."""
    count = min(int(rng.integers(1, 6)), len(parent))
    start = int(rng.integers(0, len(parent) - count + 1))
    if rng.random() < 0.5:
        picked = np.arange(start, start + count)
        at = np.full(count, rng.integers(0, len(own) + 1))
    else:
        picked = np.sort(rng.choice(len(parent), count, replace=False))
        at = np.sort(rng.integers(0, len(own) + 1, count))
    return np.insert(own, at, parent[picked], axis=0)


def _with_boilerplate(rng: np.random.Generator, body: Spans, boilerplates: list[Spans]) -> Spans:
    if rng.random() >= _BOILERPLATED:
        return body
    line = boilerplates[int(rng.integers(len(boilerplates)))]
    return np.concatenate([body, line] if rng.random() < 0.7 else [line, body])
