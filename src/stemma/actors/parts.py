"""The mentions of a cast in parts that can be joined, parted again and divided."""

from __future__ import annotations

from collections.abc import Iterable

from stemma.actors.names import fold
from stemma.model.cast import Cast, Reference

Join = tuple[Reference, Reference]


class Parts:
    """At first one part for each actor, in the order of the cast; joined parts are one actor.

    A join is kept with the mentions that it joined, so that it can be undone. Only a division of
    what was one actor from the first makes a new part, which comes last. No part is ever empty
    that was not so at first.
    """

    def __init__(self, cast: Cast) -> None:
        numbers = {actor.id: n for n, actor in enumerate(cast.actors)}
        self.of = {reference: numbers[reference.actor] for reference in cast.references}
        self.origin = list(range(len(cast.actors)))
        self._joins: list[Join] = []

    def roots(self) -> list[int]:
        """For each part the first part of its actor."""
        roots = _roots(self._joins, self.of)
        return [roots.get(part, part) for part in range(len(self.origin))]

    def join(self, one: Reference, other: Reference) -> None:
        """Make the actors of two mentions one."""
        if self._are_one(one, other, self._joins):
            return
        self._joins.append((one, other))

    def part(self, one: Reference, other: Reference) -> None:
        """Make the actors of two mentions two; nothing where both are the same mention."""
        if one == other or not self._are_one(one, other, self._joins):
            return
        if self.of[one] == self.of[other]:
            self._divide(one, other)
            return
        for n in range(len(self._joins) - 1, -1, -1):
            rest = self._joins[:n] + self._joins[n + 1 :]
            if not self._are_one(one, other, rest):
                self._joins = rest
                return

    def _are_one(self, one: Reference, other: Reference, joins: Iterable[Join]) -> bool:
        first, second = self.of[one], self.of[other]
        roots = _roots(joins, self.of)
        return roots.get(first, first) == roots.get(second, second)

    def _divide(self, one: Reference, other: Reference) -> None:
        """Let the first mention leave its part, with its report or with what is spelt alike."""
        part, report = self.of[one], one.span.report
        leaving = [r for r, p in self.of.items() if p == part and r.span.report == report]
        if other.span.report == report:
            leaving = [r for r in leaving if fold(r.span.exact) == fold(one.span.exact)]
        if other in leaving:
            leaving = [one]
        self.origin.append(self.origin[part])
        for reference in leaving:
            self.of[reference] = len(self.origin) - 1


def _roots(joins: Iterable[Join], of: dict[Reference, int]) -> dict[int, int]:
    """The first part of the actor of each part that is joined at all."""
    roots: dict[int, int] = {}
    for one, other in joins:
        first, second = of[one], of[other]
        low, high = sorted((roots.get(first, first), roots.get(second, second)))
        roots |= {part: low for part, root in roots.items() if root == high}
        roots |= {first: low, second: low, high: low}
    return roots
