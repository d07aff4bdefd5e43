"""Names as they stand in the reports: one sighting for each name and report."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from stemma.actors.expansions import Expansion, find_expansions
from stemma.actors.names import (
    AUDIENCES,
    BODIES,
    OFFICES,
    Name,
    fold,
    parse_name,
    parse_person,
    plain_outlet,
)
from stemma.model.reading import ActorKind, Carrier, Mention, Reading
from stemma.model.report import Report
from stemma.model.span import Span

_HE = frozenset(("he", "him", "his", "himself", "mr"))
_SHE = frozenset(("she", "her", "hers", "herself", "ms", "mrs", "miss"))
_INITIAL = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]*)?")
_THE = re.compile(r"^(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
_CLAUSE = re.compile(r",|\bwho\b|\bwhich\b")
_BEFORE = re.compile(r"([^\W\d_]+)\.?\s+$")
_AFTER = re.compile(r"\s*,\s*([^,.;:“”\"()]{3,60})")
_LEAD = re.compile(r"([^,.;:“”\"()]{3,60}),?\s+$")
_CORE = re.compile(
    r"(?:\b(?:agency|broadcaster|channel|daily|magazine|newspaper|paper|portal|radio"
    r"|site|station|weekly|website)\s+|\w['’]s\s+)(?=[^\W\d_a-z])"
)


_LETTERS = 3  # of an acronym, at most


@dataclass
class Sighting:
    """One name in one report, with every mention of it; `number` is its place in the order.

    `offices` are words for an office close to the name, `office` the one written before a bare
    name ("Minister Vale"); `after_the` is set where it stands after "the".
    """

    number: int
    report: int
    name: Name
    office: str = ""
    kind: ActorKind = "unknown"
    after_the: bool = False
    carries: bool = False
    alias: bool = False
    mentions: list[Mention] = field(default_factory=list)
    kinds: Counter[ActorKind] = field(default_factory=Counter)
    spellings: Counter[str] = field(default_factory=Counter)
    genders: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    antecedents: set[int] = field(default_factory=set)

    @property
    def is_letters(self) -> bool:
        """Whether it is a row of few capitals ("U.N.") and so nobody's surname."""
        return len(self.name.key) <= _LETTERS and all(t.isupper() for t in self.spellings)

    @property
    def text(self) -> str:
        """The fullest spelling."""
        return min(self.spellings, key=lambda text: (-len(text), text), default=self.name.key)


def most(kinds: Counter[ActorKind]) -> ActorKind:
    """The commonest kind that is known; of equals the first by name."""
    known: Counter[ActorKind] = Counter({k: n for k, n in kinds.items() if k != "unknown"})
    best = min(known.items(), key=lambda item: (-item[1], item[0]), default=None)
    return best[0] if best else "unknown"


@dataclass
class Sightings:
    """All sightings, where their words stand, and the mentions that only point to a name.

    `outlets` gives each report's outlet as a sighting without words; `expansions` pairs the
    sightings of a name and of the acronym that a text gives for it.
    """

    all: list[Sighting] = field(default_factory=list)
    at: dict[tuple[str, int], int] = field(default_factory=dict)
    pointing: list[Mention] = field(default_factory=list)
    outlets: dict[int, int] = field(default_factory=dict)
    expansions: list[tuple[int, int]] = field(default_factory=list)

    def of(self, span: Span) -> int | None:
        """The sighting of which a mention begins where `span` does."""
        return self.at.get((span.report, span.start))


def find_sightings(reports: Sequence[Report], readings: Sequence[Reading]) -> Sightings:
    """Every name of every report, in order of first appearance, then the reports' outlets."""
    found = Sightings()
    for at, (report, reading) in enumerate(zip(reports, readings, strict=True)):
        expansions = find_expansions(report)
        _sight(found, at, report, _mentions(report, reading, expansions))
        for expansion in expansions:
            pair = found.of(expansion.name), found.of(expansion.acronym)
            if pair[0] is not None and pair[1] is not None:
                found.expansions.append((pair[0], pair[1]))
    for at, report in enumerate(reports):
        outlet_name = plain_outlet(report.outlet or "")
        name = parse_name(outlet_name)
        if name.tokens:
            outlet = Sighting(len(found.all), at, name, kind="outlet", carries=True)
            outlet.kinds["organisation" if report.genre == "primary" else "outlet"] += 1
            outlet.spellings[outlet_name] += 1
            found.outlets[at] = outlet.number
            found.all.append(outlet)
    _link(found)
    return found


def _mentions(
    report: Report, reading: Reading, expansions: Sequence[Expansion]
) -> Iterator[tuple[Mention, bool]]:
    """The reading's mentions, those of acronyms spelt out, and the carriers no mention covers."""
    found = [(m, False) for m in reading.mentions]
    for expansion in expansions:
        for span in (expansion.name, expansion.acronym):
            held = [m for m, _ in found if m.span.meets(span)]
            kinds = Counter(m.kind for m in held)
            found = [(m, c) for m, c in found if not m.span.meets(span)]
            kind = most(kinds)
            named: ActorKind = kind if kind not in ("person", "unknown") else "organisation"
            found.append((Mention(span=span, kind=named, form="name", name=span.exact), False))
    for span in _carriers(report, reading):
        held = [m for m, _ in found if m.span.meets(span) and m.form == "name"]
        if held:
            found = [(m, c or m in held) for m, c in found]
        elif not any(m.span.meets(span) for m, _ in found):
            found.append((Mention(span=span, kind="outlet", form="name", name=span.exact), True))
    yield from sorted(found, key=lambda item: (item[0].span.start, item[0].span.end))


def _carriers(report: Report, reading: Reading) -> Iterator[Span]:
    """The names of carriers, cut down to the name itself ("the daily Vale" is "Vale")."""
    carriers: list[Carrier] = [*reading.credits]
    carriers += [carrier for statement in reading.statements for carrier in statement.carriers]
    seen: set[tuple[int, int]] = set()
    for carrier in carriers:
        if carrier.name is None:
            continue
        text = carrier.name.exact
        core = max(_CORE.finditer(text), default=None, key=lambda match: match.end())
        first = core.end() if core else next((n for n, c in enumerate(text) if c.isupper()), -1)
        if first < 0 or (carrier.name.start + first, carrier.name.end) in seen:
            continue
        if fold(text).split()[-1] in AUDIENCES or any(c.isdigit() for c in text):
            continue
        seen.add((carrier.name.start + first, carrier.name.end))
        yield report.span(carrier.name.start + first, carrier.name.end)


def _sight(
    found: Sightings, at: int, report: Report, mentions: Iterator[tuple[Mention, bool]]
) -> None:
    seen: dict[str, Sighting] = {}
    for mention, carries in mentions:
        name = _parse(mention)
        if not name.tokens or not (mention.form == "name" or _is_named(mention)):
            found.pointing.append(mention)
            continue
        before = _BEFORE.search(report.text, max(0, mention.span.start - 24), mention.span.start)
        word = fold(before.group(1)) if before else ""
        office = _office(word, mention, name)
        sighting = seen.get(f"{name.key}|{office}")
        if sighting is None:
            sighting = Sighting(len(found.all), at, name, office)
            seen[f"{name.key}|{office}"] = sighting
            found.all.append(sighting)
        sighting.mentions.append(mention)
        outlet = carries and mention.kind in ("organisation", "unknown")
        sighting.kinds["outlet" if outlet else mention.kind] += 1
        if mention.kind != "person" and any(_names_body(role) for role in mention.roles):
            sighting.kinds["organisation"] += 1
        sighting.spellings[_THE.sub("", " ".join(mention.name.split()))] += 1
        if office and before is not None and mention.kind != "place":
            sighting.spellings[f"{before.group(1)} {' '.join(mention.name.split())}"] += 1
        sighting.carries |= carries
        sighting.after_the |= word == "the" or fold(mention.span.exact).startswith("the ")
        sighting.offices |= _offices(report.text, mention)
        sighting.genders |= {g for g, w in (("m", _HE), ("f", _SHE)) if word in w}
        found.at[mention.span.report, mention.span.start] = sighting.number


def _is_named(mention: Mention) -> bool:
    """Whether a nominal without antecedent is a name after all ("the League")."""
    if mention.form != "nominal" or mention.antecedent is not None or mention.kind == "person":
        return False
    words = _INITIAL.findall(mention.span.exact)[1:]
    return bool(words) and all(w[0].isupper() or w in ("of", "and", "for", "the") for w in words)


def _office(word: str, mention: Mention, name: Name) -> str:
    """The word before a name alone that is no acronym, if it is an office."""
    letters = mention.name.isupper() and len(name.key) <= _LETTERS
    return word if name.bare and word in OFFICES and not letters else ""


def _parse(mention: Mention) -> Name:
    text = mention.name or mention.span.exact
    return parse_person(text) if mention.kind in ("person", "unknown") else parse_name(text)


def _names_body(role: Span) -> bool:
    return not BODIES.isdisjoint(fold(role.exact).replace("-", " ").split())


def _offices(text: str, mention: Mention) -> set[str]:
    """Words for an office in the mention, just before it, or in an apposition after it."""
    start, end = mention.span.start, mention.span.end
    lead = _LEAD.search(text, max(0, start - 40), start)
    rest = _AFTER.match(text, end, end + 70)
    near = [mention.span.exact, lead.group(1) if lead else "", rest.group(1) if rest else ""]
    near += [_CLAUSE.split(span.exact, maxsplit=1)[0] for span in mention.roles]
    return {word for part in near for word in fold(part).split() if word in OFFICES}


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
            sightings.all[other].genders.add("m" if word in _HE else "f")


def companies(sightings: Sequence[Sighting]) -> dict[int, set[str]]:
    """The names that each report has."""
    return {at: {s.name.key for s in found} for at, found in by_report(sightings).items()}


def by_report(sightings: Sequence[Sighting]) -> dict[int, list[Sighting]]:
    """The sightings of each report."""
    found: dict[int, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        found[sighting.report].append(sighting)
    return dict(found)
