"""One person for all spellings of a name; two people of one surname stay two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from stemma.actors.groups import Groups
from stemma.actors.names import Name, begins, compatible, skeleton, stands_for
from stemma.actors.sightings import Sighting, by_report


class People:
    """The sightings of people in two kinds: full names, and surnames or first names alone."""

    def __init__(self, sightings: Sequence[Sighting], groups: Groups) -> None:
        self._all = sightings
        self._groups = groups
        self._by_report = by_report(sightings)
        self.full = [s for s in sightings if not s.name.bare and s.kind == "person"]
        self.names = {s.name.key: s.name for s in self.full}
        self._holders: dict[str, list[Sighting]] = defaultdict(list)
        for sighting in self.full:
            self._holders[sighting.name.key].append(sighting)
        self._context = {at: {s.name.key for s in found} for at, found in self._by_report.items()}

    def join_full(self) -> None:
        """Join full names that are the same or can only be the same."""
        blocks: dict[str, set[str]] = defaultdict(set)
        for key, name in self.names.items():
            blocks[name.surname].add(key)
            blocks["first " + name.tokens[0]].add(key)
        wider = {key: self._compatible(key, blocks) for key in sorted(self.names)}
        for key, others in wider.items():
            if self._clash(others):
                self._settle(key, others)
                continue
            self._tie([key], "")
            for other in others:
                if not self._clash(wider[other]):
                    self._tie([key, other], self._reason(key, other))
        self._join_variants(blocks)

    def _compatible(self, key: str, blocks: dict[str, set[str]]) -> list[str]:
        name = self.names[key]
        near = blocks[name.surname] | blocks["first " + name.tokens[0]]
        return sorted(k for k in near if k != key and compatible(name, self.names[k]))

    def _clash(self, keys: Sequence[str]) -> bool:
        """Whether two of these names cannot be one person's."""
        names = [self.names[key] for key in keys[:50]]
        return any(
            not compatible(one, two) for n, one in enumerate(names) for two in names[n + 1 :]
        )

    def _settle(self, key: str, others: Sequence[str]) -> None:
        """A name that could be several people's is the one that its own report names."""
        open_: list[Sighting] = []
        for sighting in self._holders[key]:
            here = {s.name.key: s for s in self._by_report[sighting.report]}
            named = [here[other] for other in others if other in here]
            if named and not self._clash([s.name.key for s in named]):
                for other in named:
                    self._groups.join(
                        sighting.number, other.number, self._reason(key, other.name.key)
                    )
            else:
                open_.append(sighting)
        for sighting in open_[1:]:
            self._groups.join(open_[0].number, sighting.number)

    def _tie(self, keys: Iterable[str], why: str) -> None:
        found = [s for key in keys for s in self._holders[key]]
        for sighting in found[1:]:
            self._groups.join(found[0].number, sighting.number, why)

    def _reason(self, one: str, two: str) -> str:
        first, second = sorted((self._spelt(one), self._spelt(two)))
        return f"“{first}” and “{second}” agree in first and last name"

    def _spelt(self, key: str) -> str:
        spellings = [text for s in self._holders[key] for text in s.spellings]
        return min(spellings, key=lambda text: (-len(text), text))

    def _join_variants(self, blocks: dict[str, set[str]]) -> None:
        """Join misspelt names: nearly equal, in like company, and never side by side."""
        for block in sorted(blocks):
            keys = sorted(blocks[block])[:200]
            for n, one in enumerate(keys):
                for two in keys[n + 1 :]:
                    if self._variants(one, two):
                        first, second = sorted((self._spelt(one), self._spelt(two)))
                        self._tie(
                            [one, two],
                            f"“{first}” and “{second}” differ by a letter, in like company",
                        )

    def _variants(self, one: str, two: str) -> bool:
        first, second = self.names[one], self.names[two]
        if len(first.tokens) != len(second.tokens) or first.suffix != second.suffix:
            return False
        alike = skeleton(first) == skeleton(second)
        if not alike and not _one_letter(first, second):
            return False
        return (
            self._apart(one, two)
            and self._company(one, two) >= 2
            and self._genders(one, two, alike)
        )

    def _apart(self, one: str, two: str) -> bool:
        reports = [{s.report for s in self._holders[key]} for key in (one, two)]
        return not reports[0] & reports[1]

    def _company(self, one: str, two: str) -> int:
        """How many other names both keep company with."""
        sides = [
            set().union(*(self._context[s.report] for s in self._holders[key]))
            for key in (one, two)
        ]
        return len(sides[0] & sides[1] - {one, two})

    def _genders(self, one: str, two: str, alike: bool) -> bool:
        """Whether the pronouns agree; unknown will do only where the two sound the same."""
        sides = [{gender for s in self._holders[key] for gender in s.genders} for key in (one, two)]
        if not sides[0] or not sides[1]:
            return alike
        return bool(sides[0] & sides[1])

    def join_bare(self) -> None:
        """Join surnames alone to the full name that they can only stand for."""
        by_surname: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self.names):
            by_surname[self.names[key].surname].append(key)
        left: dict[str, list[Sighting]] = defaultdict(list)
        for sighting in self._all:
            if not sighting.name.bare or sighting.kind == "outlet":
                continue
            keys = by_surname[sighting.name.surname]
            if not self._join_office(sighting, keys) and not self._join_here(sighting):
                left[sighting.name.key].append(sighting)
        for key in sorted(left):
            self._join_afar(left[key], by_surname[left[key][0].name.surname])

    def _join_office(self, sighting: Sighting, keys: Sequence[str]) -> bool:
        """Join a surname with an office to the only full name in like company that holds it."""
        if not sighting.office:
            return False
        near = [
            s
            for s in self._candidates(sighting, keys)
            if sighting.office in s.offices and self._meets(s, sighting)
        ]
        if len({self._groups.root(s.number) for s in near}) != 1:
            return False
        why = f"“{sighting.office} {sighting.text}” fits one full name with that office only"
        self._groups.join(sighting.number, near[0].number, why)
        return True

    def _candidates(self, bare: Sighting, keys: Sequence[str]) -> list[Sighting]:
        full = [key for key in keys if stands_for(bare.name, self.names[key])]
        return [s for key in full for s in self._holders[key] if _same_gender(bare, s)]

    def _join_here(self, sighting: Sighting) -> bool:
        """Join a bare name to a full name of its own report."""
        if sighting.kind == "place" and len(sighting.name.tokens) == 1:
            return False
        near = [s for s in self._by_report[sighting.report] if s.kind == "person"]
        full = [s for s in near if not s.name.bare and _same_gender(sighting, s)]
        ended = [s for s in full if stands_for(sighting.name, s.name)]
        begun = [s for s in full if begins(sighting.name, s.name)]
        linked = [s for s in (*ended, *begun) if s.number in sighting.antecedents]
        ways = (linked, ended, begun if sighting.kind == "person" else [])
        found = next((way for way in ways if way), [])
        if len({self._groups.root(s.number) for s in found}) != 1:
            return False
        if sighting.office and found[0].offices and sighting.office not in found[0].offices:
            return False
        why = f"“{sighting.text}” stands for the full name that its report gives"
        self._groups.join(sighting.number, found[0].number, why)
        sighting.kind = "person"
        return True

    def _join_afar(self, bare: Sequence[Sighting], keys: Sequence[str]) -> None:
        """Join bare names to the only full name of the corpus in like company, or to each other."""
        alone: list[Sighting] = []
        for sighting in bare:
            if sighting.kind not in ("person", "unknown"):
                continue
            full = self._candidates(sighting, keys)
            near = [s for s in full if self._meets(s, sighting) and not _other_office(sighting, s)]
            if len({self._groups.root(s.number) for s in near}) == 1:
                why = f"“{sighting.text}” fits one full name only of reports in like company"
                self._groups.join(sighting.number, near[0].number, why)
            elif not full:
                alone.append(sighting)
        for sighting in alone[1:]:
            self._groups.join(alone[0].number, sighting.number)

    def _meets(self, full: Sighting, bare: Sighting) -> bool:
        """Whether the two reports name somebody or something else in common."""
        both = self._context[full.report] & self._context[bare.report]
        return full.report == bare.report or bool(both - {bare.name.key})


def _same_gender(one: Sighting, two: Sighting) -> bool:
    return not one.genders or not two.genders or bool(one.genders & two.genders)


def _other_office(bare: Sighting, full: Sighting) -> bool:
    return bool(bare.office and full.offices and bare.office not in full.offices)


def _one_letter(one: Name, two: Name) -> bool:
    """Whether only the first names differ, and those by one letter of at least four."""
    if one.tokens[1:] != two.tokens[1:]:
        return False
    first, second = one.tokens[0], two.tokens[0]
    if min(len(first), len(second)) < 4 or abs(len(first) - len(second)) > 1:
        return False
    match = SequenceMatcher(None, first, second, autojunk=False)
    same = sum(block.size for block in match.get_matching_blocks())
    return same >= max(len(first), len(second)) - 1
