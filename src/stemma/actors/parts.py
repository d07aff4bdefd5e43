"""The mentions of a cast in parts that can be joined, parted again and divided."""

from __future__ import annotations

from collections.abc import Iterable

from stemma.actors.names import fold
from stemma.actors.register import Groups
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
        groups = self._grouped(self._joins)
        return [groups.root(part) for part in range(len(self.origin))]

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
        groups = self._grouped(joins)
        return groups.root(self.of[one]) == groups.root(self.of[other])

    def _grouped(self, joins: Iterable[Join]) -> Groups:
        groups = Groups(len(self.origin))
        for one, other in joins:
            groups.join(self.of[one], self.of[other])
        return groups

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
