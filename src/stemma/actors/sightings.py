"""Names as they stand in the reports: one sighting for each name and report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from stemma.actors.names import Name, parse_name, parse_person
from stemma.model.reading import ActorKind, Mention, Reading
from stemma.model.span import Span

_HE = frozenset(("he", "him", "his", "himself"))
_SHE = frozenset(("she", "her", "hers", "herself"))


@dataclass
class Sighting:
    """One name in one report, with every mention of it; `number` is its place in the order."""

    number: int
    report: int
    name: Name
    mentions: list[Mention] = field(default_factory=list)
    kinds: Counter[ActorKind] = field(default_factory=Counter)
    spellings: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    antecedents: set[int] = field(default_factory=set)
    kind: ActorKind = "unknown"


def most(kinds: Counter[ActorKind]) -> ActorKind:
    """The commonest kind that is known; of equals the first by name."""
    known: Counter[ActorKind] = Counter({k: n for k, n in kinds.items() if k != "unknown"})
    best = min(known.items(), key=lambda item: (-item[1], item[0]), default=None)
    return best[0] if best else "unknown"


@dataclass
class Sightings:
    """All sightings, where their words stand, and the mentions that only point to a name."""

    all: list[Sighting]
    at: dict[tuple[str, int], int]
    pointing: list[Mention]

    def of(self, span: Span) -> int | None:
        """The sighting of which a mention begins where `span` does."""
        return self.at.get((span.report, span.start))


def find_sightings(readings: Sequence[Reading]) -> Sightings:
    """Every name of every report, in order of first appearance."""
    found: list[Sighting] = []
    at: dict[tuple[str, int], int] = {}
    pointing: list[Mention] = []
    for report, reading in enumerate(readings):
        seen: dict[str, Sighting] = {}
        for mention in sorted(reading.mentions, key=lambda m: (m.span.start, m.span.end)):
            name = _parse(mention)
            if mention.form != "name" or not name.tokens:
                pointing.append(mention)
                continue
            sighting = seen.get(name.key)
            if sighting is None:
                sighting = seen[name.key] = Sighting(len(found), report, name)
                found.append(sighting)
            _add(sighting, mention)
            at[mention.span.report, mention.span.start] = sighting.number
    sightings = Sightings(found, at, pointing)
    _settle_kinds(found)
    _link(sightings)
    return sightings


def _parse(mention: Mention) -> Name:
    text = mention.name or mention.span.exact
    return parse_person(text) if mention.kind in ("person", "unknown") else parse_name(text)


def _add(sighting: Sighting, mention: Mention) -> None:
    sighting.mentions.append(mention)
    sighting.kinds[mention.kind] += 1
    sighting.spellings[" ".join(mention.name.split())] += 1


def _settle_kinds(sightings: Sequence[Sighting]) -> None:
    """Give a name the kind that it has in most reports; a place name alone keeps its own."""
    usual: dict[str, Counter[ActorKind]] = defaultdict(Counter)
    for sighting in sightings:
        usual[sighting.name.key] += sighting.kinds
    for sighting in sightings:
        own = most(sighting.kinds)
        kept = own == "place" and sighting.name.bare
        sighting.kind = own if kept else most(usual[sighting.name.key])


def _link(sightings: Sightings) -> None:
    """Note which names stand for which, by the reading of their own report, and their gender."""
    for sighting in sightings.all:
        for mention in sighting.mentions:
            if mention.antecedent is None:
                continue
            other = sightings.of(mention.antecedent)
            if other is not None and other != sighting.number:
                sighting.antecedents.add(other)
    for mention in sightings.pointing:
        if mention.antecedent is None or mention.form != "pronoun":
            continue
        other = sightings.of(mention.antecedent)
        word = mention.span.exact.lower()
        if other is not None and (word in _HE or word in _SHE):
            sightings.all[other].genders["m" if word in _HE else "f"] += 1


def by_report(sightings: Sequence[Sighting]) -> dict[int, list[Sighting]]:
    """The sightings of each report."""
    found: dict[int, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        found[sighting.report].append(sighting)
    return dict(found)
