"""Connected groups of numbered things."""

from __future__ import annotations

from collections.abc import Iterable


def unite(size: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The groups of two or more that the links join, each sorted, in order of their first."""
    parent = list(range(size))

    def find(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for a, b in links:
        one, other = sorted((find(a), find(b)))
        parent[other] = one
    groups: dict[int, list[int]] = {}
    for n in range(size):
        groups.setdefault(find(n), []).append(n)
    return [group for group in groups.values() if len(group) > 1]
