"""Sightings brought together, and the full names of people that they are held against."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from stemma.actors.names import Name
from stemma.actors.sightings import Sighting, by_report

_COMMON = 0.2  # of all reports: a name that more of them give says little of who is meant
_FEW = 20  # reports: in few of them any name in common tells something


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


class Register:
    """The full names of people in all reports, and the company that each report keeps.

    `juniors` are the names with a suffix that some report tells from the same name without.
    """

    def __init__(self, sightings: Sequence[Sighting], groups: Groups) -> None:
        self.all = sightings
        self.groups = groups
        self.by_report = by_report(sightings)
        self.holders: dict[str, list[Sighting]] = defaultdict(list)
        for sighting in sightings:
            if sighting.kind == "person" and not sighting.name.bare:
                self.holders[sighting.name.key].append(sighting)
        self.names: dict[str, Name] = {key: s[0].name for key, s in sorted(self.holders.items())}
        self.by_surname: dict[str, list[str]] = defaultdict(list)
        for key, name in self.names.items():
            self.by_surname[name.surname].append(key)
        self.juniors: set[str] = set()
        self._company = {at: {s.name.key for s in found} for at, found in self.by_report.items()}
        self._spread = Counter(key for names in self._company.values() for key in names)

    def tie(self, one: str, two: str, why: str) -> None:
        """Make the bearers of two full names one."""
        found = [*self.holders[one], *self.holders[two]]
        for sighting in found[1:]:
            self.groups.join(found[0].number, sighting.number, why)

    def spelt(self, key: str) -> str:
        """The fullest spelling of a full name."""
        texts = [text for s in self.holders[key] for text in s.spellings]
        return min(texts, key=lambda text: (-len(text), text))

    def roots(self, sightings: Sequence[Sighting]) -> set[int]:
        """The groups that sightings are in."""
        return {self.groups.root(s.number) for s in sightings}

    def meet(self, one: Sighting, two: Sighting) -> bool:
        """Whether the two reports name somebody or something else in common."""
        both = self._company[one.report] & self._company[two.report]
        return one.report == two.report or bool(both - {one.name.key, two.name.key})

    def company(self, one: str, two: str) -> int:
        """How many names, not in everybody's mouth, the bearers of two names both stand beside."""
        sides = [
            set().union(*(self._company[s.report] for s in self.holders[key])) for key in (one, two)
        ]
        common = max(_FEW, len(self._company) * _COMMON)
        both = (sides[0] & sides[1]) - {one, two}
        return sum(self._spread[name] <= common for name in both)
