"""Attributions compared as relations between sets of words, and the figures that this makes.

Words are runs of letters and digits, or single marks. A found relation matches a gold one if
each gold role overlaps its own, and one without a source needs one without a source; matching is
one to one. Intervals come from resampling whole reports (percentile bootstrap, 95 %).
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

ROLES = ("source", "cue", "content")
KINDS = ("direct", "indirect", "mixed", "with source", "without source")

_TOKEN = re.compile(r"\w+|[^\w\s]")
_DRAWS = 1000
Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution as sets of token numbers."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    quote: str

    @property
    def kinds(self) -> tuple[str, str]:
        """The quotation's kind, and whether there is a source."""
        return self.quote, "with source" if self.source else "without source"


class Grid:
    """A text's tokens, and which of them a range covers."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._at = [-1] * (len(text) + 1)
        for number, match in enumerate(_TOKEN.finditer(text)):
            for k in range(match.start(), match.end()):
                self._at[k] = number

    def covered(self, ranges: Ranges) -> frozenset[int]:
        """Numbers of the tokens that the ranges touch."""
        return frozenset(
            self._at[k]
            for start, end in ranges
            for k in range(max(0, start), min(end, len(self.text)))
            if self._at[k] >= 0
        )

    def relation(self, source: Ranges, cue: Ranges, content: Ranges) -> Relation:
        """Token sets of one attribution; the kind is read off its quotation marks."""
        return Relation(
            self.covered(source), self.covered(cue), self.covered(content), self._quote(content)
        )

    def _quote(self, content: Ranges) -> str:
        words = " ".join(self.text[start:end] for start, end in content).strip()
        marks = '“”"«»„'
        if not any(mark in words for mark in marks) and "''" not in words:
            return "indirect"
        opens = words[0] in marks or words.startswith("''")
        inner = re.split(r"[“”\"«»„]|''", words)
        return "direct" if opens and not any(re.search(r"\w", p) for p in inner[::2]) else "mixed"


def overlap(gold: Relation, found: Relation) -> bool:
    """Whether every gold role overlaps the found one; no source wants no source."""
    if bool(gold.source) != bool(found.source):
        return False
    return all(not g or g & f for g, f in _roles(gold, found))


def close(gold: Relation, found: Relation) -> bool:
    """Whether every role's Jaccard index is .5 or more."""
    return all((len(g & f) >= 0.5 * len(g | f)) for g, f in _roles(gold, found))


def _roles(gold: Relation, found: Relation) -> list[tuple[frozenset[int], frozenset[int]]]:
    return [(getattr(gold, role), getattr(found, role)) for role in ROLES]


def match(
    gold: list[Relation], found: list[Relation], fits: Callable[[Relation, Relation], bool]
) -> dict[int, int]:
    """A largest one-to-one matching (augmenting paths), gold number to found number."""
    by_cue: dict[int, list[int]] = defaultdict(list)
    for k, relation in enumerate(found):
        for token in relation.cue:
            by_cue[token].append(k)
    edges = [sorted({k for t in g.cue for k in by_cue[t] if fits(g, found[k])}) for g in gold]
    taken: dict[int, int] = {}
    for g in range(len(gold)):
        _augment(g, edges, taken, set())
    return {g: k for k, g in taken.items()}


def _augment(g: int, edges: list[list[int]], taken: dict[int, int], seen: set[int]) -> bool:
    for k in edges[g]:
        if k in seen:
            continue
        seen.add(k)
        if k not in taken or _augment(taken[k], edges, taken, seen):
            taken[k] = g
            return True
    return False


def outermost(found: Iterable[Relation]) -> list[Relation]:
    """Relations that do not lie wholly inside another's content."""
    relations = list(found)
    return [
        r
        for k, r in enumerate(relations)
        if not any(
            (r.source | r.cue | r.content) <= other.content
            for j, other in enumerate(relations)
            if j != k
        )
    ]


def errors(gold: list[Relation], found: list[Relation]) -> Counter[str]:
    """What went wrong, by kind: for each gold relation that none matches, and each found one."""
    pairs = match(gold, found, overlap)
    counts: Counter[str] = Counter()
    for k, relation in enumerate(gold):
        if k not in pairs:
            counts[f"missed: {_missed(relation, found)}"] += 1
    for k, relation in enumerate(found):
        if k not in set(pairs.values()):
            counts[f"false: {_false(relation, gold)}"] += 1
    return counts


def _missed(gold: Relation, found: list[Relation]) -> str:
    near = [f for f in found if f.cue & gold.cue]
    if not near:
        inside = any(gold.cue <= f.content for f in found)
        whose = "with a source" if gold.source else "without a source"
        return f"cue not found{', within what was taken for content' if inside else ''}, {whose}"
    if any(bool(f.source) != bool(gold.source) for f in near):
        return "source found where none is" if near[0].source else "no source found"
    if not any(f.source & gold.source or not gold.source for f in near):
        return "another source"
    return "another content, or one found for two"


def _false(found: Relation, gold: list[Relation]) -> str:
    if any(found.cue & g.cue for g in gold):
        return "cue right, another role wrong"
    if any(found.cue <= g.content for g in gold):
        return "within a marked content, but not whole"
    return f"no attribution there, {'with' if found.source else 'without'} a source"


class Tally:
    """Counts by report, and the figures they make together."""

    def __init__(self) -> None:
        self.reports: list[Counter[str]] = []

    def add(self, gold: list[Relation], found: list[Relation]) -> None:
        """Count one report."""
        counts: Counter[str] = Counter()
        for role in ROLES:
            g, f = _union(gold, role), _union(found, role)
            _count(counts, role, len(g), len(f), len(g & f))
        for name, fits in (("relation", overlap), ("jaccard", close)):
            _count(counts, name, len(gold), len(found), len(match(gold, found, fits)))
        pairs = match(gold, found, overlap)
        for kind in KINDS:
            _count(
                counts,
                kind,
                sum(kind in g.kinds for g in gold),
                sum(kind in f.kinds for f in found),
                sum(kind in gold[g].kinds for g in pairs),
                sum(kind in found[k].kinds for k in pairs.values()),
            )
        self.reports.append(counts)

    def count(self, name: str) -> tuple[int, int]:
        """How many there are, and how many were found."""
        return (
            sum(counts[f"{name} gold"] for counts in self.reports),
            sum(counts[f"{name} found"] for counts in self.reports),
        )

    def figures(self, name: str) -> tuple[float, float, float]:
        """Precision, recall and F1."""
        return _figures(sum(self.reports, Counter()), name)

    def interval(self, name: str) -> tuple[float, float]:
        """The 95 % interval of F1 over reports drawn with replacement; the draws are fixed."""
        rng = random.Random(1)
        draws = sorted(
            _figures(sum(rng.choices(self.reports, k=len(self.reports)), Counter()), name)[2]
            for _ in range(_DRAWS)
        )
        return draws[_DRAWS // 40], draws[-_DRAWS // 40]


def _count(counts: Counter[str], name: str, gold: int, found: int, *hits: int) -> None:
    counts.update({f"{name} gold": gold, f"{name} found": found})
    counts.update({f"{name} recalled": hits[0], f"{name} right": hits[-1]})


def _figures(counts: Counter[str], name: str) -> tuple[float, float, float]:
    precision = counts[f"{name} right"] / max(1, counts[f"{name} found"])
    recall = counts[f"{name} recalled"] / max(1, counts[f"{name} gold"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _union(relations: list[Relation], role: str) -> set[int]:
    return {t for r in relations for t in getattr(r, role)}


def table(tally: Tally) -> Iterator[str]:
    """Each figure on a line of its own."""
    yield f"{'':16}{'gold':>7}{'found':>7}{'P':>8}{'R':>7}{'F1':>7}   95 %"
    for name in ("relation", "jaccard", *ROLES, *KINDS):
        p, r, f = tally.figures(name)
        (gold, found), (low, high) = tally.count(name), tally.interval(name)
        yield f"{name:16}{gold:7}{found:7}{p:8.3f}{r:7.3f}{f:7.3f}   {low:.3f}-{high:.3f}"
