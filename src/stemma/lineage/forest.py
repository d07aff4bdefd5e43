"""The sparsest tree of the strongest edges: each report joined to its best parent."""

from __future__ import annotations

from collections.abc import Sequence

from stemma.lineage.edges import Edge


def prune(edges: Sequence[Edge]) -> list[Edge]:
    """The strongest edges that close no ring: a maximum spanning forest (Kruskal 1956).

    Edges of one event join only what no copy joins, and at its head. Of equally strong edges a
    directed one comes before one of open direction, then the one whose source comes first.
    """
    parents: dict[int, int] = {}
    copies = [edge for edge in edges if edge.kind != "same-event"]
    kept = _grow(sorted(copies, key=_rank), parents)
    copied = {edge.ends[1] for edge in kept if edge.ahead is not None}
    beside = [edge for edge in edges if edge.kind == "same-event"]
    beside.sort(key=lambda edge: (len({edge.a, edge.b} & copied), *_rank(edge)))
    kept += _grow(beside, parents)
    return sorted(kept, key=lambda edge: (edge.a, edge.b))


def _grow(edges: Sequence[Edge], parents: dict[int, int]) -> list[Edge]:
    kept = []
    for edge in edges:
        a, b = _root(parents, edge.a), _root(parents, edge.b)
        if a != b:
            parents[max(a, b)] = min(a, b)
            kept.append(edge)
    return kept


def _rank(edge: Edge) -> tuple[float, bool, int, int]:
    return -round(edge.strength, 2), edge.ahead is None, *edge.ends


def _root(parents: dict[int, int], at: int) -> int:
    while at in parents:
        at = parents[at]
    return at
