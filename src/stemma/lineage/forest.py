"""The sparsest tree of the strongest edges: each report joined to its best parent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from stemma.lineage.edges import Edge

_FRESH = 0.3  # of the words that a further parent gives, the share that no better one gave


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
