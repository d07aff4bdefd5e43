"""The sparsest tree of the strongest edges: each report joined to its best parent."""

from __future__ import annotations

from collections.abc import Iterable

from stemma.lineage.edges import Edge


def prune(edges: Iterable[Edge]) -> list[Edge]:
    """A maximum spanning forest (Kruskal 1956): the strongest edges that close no ring.

    Of equally strong edges a directed one comes before one of open direction, then the one whose
    source comes first.
    """
    parents: dict[int, int] = {}
    kept = []
    for edge in sorted(edges, key=_rank):
        a, b = _root(parents, edge.a), _root(parents, edge.b)
        if a != b:
            parents[max(a, b)] = min(a, b)
            kept.append(edge)
    return sorted(kept, key=lambda e: (e.a, e.b))


def _rank(edge: Edge) -> tuple[float, bool, int, int]:
    source, target = (edge.b, edge.a) if edge.ahead is False else (edge.a, edge.b)
    return -round(edge.strength, 3), edge.ahead is None, source, target


def _root(parents: dict[int, int], at: int) -> int:
    while at in parents:
        at = parents[at]
    return at
