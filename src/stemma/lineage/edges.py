"""Typed edges between two reports that share words, and the family tree that they make up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from stemma.lineage.direction import Pair
from stemma.lineage.material import Material
from stemma.lineage.passages import Overlap
from stemma.lineage.quoting import find_quoting, is_set_apart
from stemma.lineage.signs import weigh
from stemma.model.lineage import DerivationKind, Passage

_FRESH = 0.3  # of the words that a further parent gives, the share that no better one gave


@dataclass(frozen=True)
class EdgeOptions:
    """How much must be shared for which kind of edge.

    `verbatim`, `edited`, `some` (for an edge of unknown kind) and `update` (for another version
    by one outlet) are least shares of the one report's words in the other;
    `plain` and `quoted` are least numbers of shared words outside and inside quotation marks.
    """

    verbatim: float = 0.9
    edited: float = 0.25
    some: float = 0.08
    update: float = 0.6
    plain: int = 30
    quoted: int = 15


@dataclass(frozen=True)
class Edge:
    """An edge between reports `a` and `b` by number; `ahead` is true where `a` is the source.

    `ahead` is `None` where the order is open. `strength` ranks edges: the greater first. `named`
    are the third parties that a shared source is, where a report names one.
    """

    a: int
    b: int
    kind: DerivationKind
    ahead: bool | None
    because: tuple[str, ...]
    strength: float
    passages: tuple[Passage, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def ends(self) -> tuple[int, int]:
        """The source and what came from it; in the given order where that is open."""
        return (self.b, self.a) if self.ahead is False else (self.a, self.b)


def judge(pair: Pair, material: Material, options: EdgeOptions = EdgeOptions()) -> Edge | None:
    """The edge that shared passages justify; `None` where they justify none."""
    overlap = pair.overlap
    signs = (*pair.signs, *find_quoting(pair, material))
    ahead, reasons = weigh(signs)
    kind = _kind(replace(pair, signs=signs), options, ahead)
    if kind is None:
        return None
    if kind in ("shared-source", "same-event", "unknown"):
        ahead = None
    told = () if kind in ("shared-source", "same-event") else reasons
    return Edge(
        a=overlap.a,
        b=overlap.b,
        kind=kind,
        ahead=ahead,
        because=(_measure(pair, material), *_about(kind, pair), *told),
        strength=overlap.containment + (0.5 if pair.credited else 0.0),
        passages=find_passages(overlap, ahead, material),
        named=pair.shared_credits if kind == "shared-source" else (),
    )


def _kind(pair: Pair, options: EdgeOptions, ahead: bool | None) -> DerivationKind | None:
    overlap, marks = pair.overlap, pair.marks
    if pair.one_outlet:
        return _within_outlet(pair, options)
    if marks.plain < options.plain:
        quoted = marks.shared - marks.plain
        if quoted < max(options.quoted, marks.plain):
            return None
        from_it = pair.credited or any(sign.quoting for sign in pair.signs)
        return "quotes" if ahead is not None and from_it else "same-event"
    shown = any(sign.openly or sign.quoting for sign in pair.signs)
    if shown and ahead is not None and is_set_apart(pair, ahead):
        return "quotes"
    if pair.shared_credits and not pair.credited and overlap.containment >= options.edited:
        return "shared-source"
    if overlap.containment >= options.verbatim:
        return "verbatim"
    if overlap.containment >= options.edited:
        return "shared-source" if ahead is None else "edited"
    return "unknown" if overlap.containment >= options.some else None


def _within_outlet(pair: Pair, options: EdgeOptions) -> DerivationKind | None:
    """Versions of one report have most words in common, either way; else it is used again.

    One block in common is how an outlet's standing matter comes: that is no use of a report.
    """
    overlap = pair.overlap
    least = min(overlap.within_a, overlap.within_b)
    if least >= options.verbatim:
        return "verbatim"
    if least >= options.update or pair.revised:
        return "update" if overlap.containment >= options.edited else None
    again = len(overlap.runs) > 1 and pair.marks.plain >= options.plain
    return "edited" if again and overlap.containment >= options.edited else None


def _measure(pair: Pair, material: Material) -> str:
    overlap, marks = pair.overlap, pair.marks
    files = [material.reports[at].file for at in (overlap.a, overlap.b)]
    passages = "1 passage" if len(overlap.runs) == 1 else f"{len(overlap.runs)} passages"
    return (
        f"{passages} in common: {overlap.within_a:.0%} of the words of {files[0]}, "
        f"{overlap.within_b:.0%} of those of {files[1]}; {marks.both} of {marks.shared} shared "
        "words are quoted in both"
    )


def _about(kind: DerivationKind, pair: Pair) -> tuple[str, ...]:
    if kind == "shared-source" and pair.shared_credits:
        return (f"the words in common are by {', '.join(pair.shared_credits)}",)
    if kind == "shared-source":
        return ("neither credits the other, nor is the one later: likelier a text that both used",)
    if kind == "same-event":
        return ("a quotation in common is no copy: each may have heard it",)
    if kind == "unknown":
        return ("too little in common to tell a copy from a source that both used",)
    return ()


def find_passages(overlap: Overlap, ahead: bool | None, material: Material) -> tuple[Passage, ...]:
    """The shared runs as spans, from the source's side to the other's."""
    found = []
    for run in overlap.runs:
        first = material.span(overlap.a, run.a, run.length)
        second = material.span(overlap.b, run.b, run.length)
        ends = (second, first) if ahead is False else (first, second)
        found.append(Passage(from_=ends[0], to=ends[1]))
    return tuple(found)


def prune(edges: Sequence[Edge]) -> list[Edge]:
    """Of all edges between reports that share words those that make up the family tree.

    Each report keeps the edge from its best source, and from a further one only where that
    explains words that the better ones leave open. Edges without order join only what nothing
    joins yet, and those of one event only what no copy joins, at its head.
    """
    kept = _adopt([edge for edge in edges if edge.ahead is not None])
    groups: dict[int, int] = {}
    _grow(kept, groups)
    copied = {edge.ends[1] for edge in kept}
    unordered = [edge for edge in edges if edge.ahead is None]
    kept += _grow(sorted((e for e in unordered if e.kind != "same-event"), key=_rank), groups)
    beside = [edge for edge in unordered if edge.kind == "same-event"]
    beside.sort(key=lambda edge: (len({edge.a, edge.b} & copied), *_rank(edge)))
    kept += _grow(beside, groups)
    return sorted(kept, key=lambda edge: (edge.a, edge.b))


def _adopt(edges: Sequence[Edge]) -> list[Edge]:
    parents: dict[int, list[int]] = defaultdict(list)
    covered: dict[int, set[int]] = defaultdict(set)
    kept = []
    for edge in sorted(edges, key=_rank):
        source, copy = edge.ends
        words = {at for p in edge.passages for at in range(p.to.start, p.to.end)}
        fresh = len(words - covered[copy]) >= _FRESH * max(1, len(words))
        if (parents[copy] and not fresh) or _descends(source, copy, parents):
            continue
        parents[copy].append(source)
        covered[copy] |= words
        kept.append(edge)
    return kept


def _descends(report: int, ancestor: int, parents: dict[int, list[int]]) -> bool:
    """Whether `report` comes from `ancestor`, at whatever remove."""
    seen: set[int] = set()
    open_ = [report]
    while open_:
        at = open_.pop()
        if at == ancestor:
            return True
        if at not in seen:
            seen.add(at)
            open_ += parents.get(at, [])
    return False


def _grow(edges: Sequence[Edge], groups: dict[int, int]) -> list[Edge]:
    """The edges that join two groups (Kruskal 1956), in the given order."""
    kept = []
    for edge in edges:
        a, b = _root(groups, edge.a), _root(groups, edge.b)
        if a != b:
            groups[max(a, b)] = min(a, b)
            kept.append(edge)
    return kept


def _rank(edge: Edge) -> tuple[float, int, int]:
    return -round(edge.strength, 2), *edge.ends


def _root(groups: dict[int, int], at: int) -> int:
    while at in groups:
        at = groups[at]
    return at
