"""Sightings brought together, with the reasons: a disjoint-set forest that remembers why."""

from __future__ import annotations

from collections import defaultdict


class Groups:
    """Which sightings are one actor, and why."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._why: dict[int, set[str]] = defaultdict(set)

    def root(self, at: int) -> int:
        """The number that stands for the group of `at`."""
        while self._parent[at] != at:
            self._parent[at] = self._parent[self._parent[at]]
            at = self._parent[at]
        return at

    def join(self, one: int, two: int, why: str = "") -> None:
        """Make two groups one; `why` is kept where it is given."""
        first, second = sorted((self.root(one), self.root(two)))
        if first != second:
            self._parent[second] = first
            self._why[first] |= self._why.pop(second, set())
        if why:
            self._why[first].add(why)

    def why(self, at: int) -> tuple[str, ...]:
        """The reasons of the group of `at`, sorted."""
        return tuple(sorted(self._why.get(self.root(at), ())))

    def members(self) -> dict[int, list[int]]:
        """Every group by its root, members in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for at in range(len(self._parent)):
            found[self.root(at)].append(at)
        return dict(found)
