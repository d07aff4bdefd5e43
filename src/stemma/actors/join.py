"""One actor for all spellings of one name, within and across reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from stemma.actors.bodies import (
    find_described,
    join_acronyms,
    join_bodies,
    join_outlets,
    join_short,
)
from stemma.actors.kinds import settle_kinds
from stemma.actors.names import REGNAL, fold, parse_name, parse_person, untitled
from stemma.actors.people import join_full
from stemma.actors.register import Groups, Register
from stemma.actors.sightings import Sighting, Sightings, find_sightings, most
from stemma.actors.surnames import join_afar, join_here
from stemma.actors.variants import join_variants
from stemma.model.cast import Actor, Cast, Reference, Role
from stemma.model.reading import Reading
from stemma.model.report import Report
from stemma.model.span import Place, Span
from stemma.model.when import When

_NEAR = 12  # characters behind a role in which its date stands


def join(reports: Sequence[Report], readings: Sequence[Reading]) -> Cast:
    """Everybody whom the reports name, every mention that stands for somebody, and the outlets.

    Ids run in the order of first appearance; outlets that no report names come last. Which
    mentions are one actor does not depend on the order of the reports.
    """
    sightings = find_sightings(reports, readings)
    settle_kinds(reports, sightings.all)
    groups = _group(sightings)
    described = find_described(sightings)
    members = _members(sightings, groups)
    ids = {root: f"a{n}" for n, root in enumerate(members, start=1)}
    outlets = {
        groups.root(n) for at, n in sightings.outlets.items() if reports[at].genre != "primary"
    }
    return Cast(
        actors=tuple(
            _actor(ids[root], [sightings.all[at] for at in found], readings, root in outlets)
            for root, found in members.items()
        ),
        references=_references(sightings, described, groups, ids),
        outlets={reports[at].id: ids[groups.root(n)] for at, n in sightings.outlets.items()},
        because={ids[root]: "; ".join(why) for root in members if (why := groups.why(root))},
    )


def _members(sightings: Sightings, groups: Groups) -> dict[int, list[int]]:
    """The members of each actor; one of many ("the Ostmark Republican") is nobody in particular."""
    many = {s.name.key for s in sightings.all if s.kind == "group" and len(s.name.tokens) == 1}
    return {
        root: found
        for root, found in groups.members().items()
        if not all(
            sightings.all[at].kind == "group" and f"{sightings.all[at].name.key}s" in many
            for at in found
        )
    }


def _group(sightings: Sightings) -> Groups:
    """Join outlets first, then people, then all that is nobody's name."""
    groups = Groups(len(sightings.all))
    join_outlets(sightings, groups)
    register = Register(sightings.all, groups)
    join_full(register)
    left = join_here(register)
    join_variants(register)
    join_afar(left, register)
    join_short(sightings.all, groups)
    join_bodies(sightings.all, groups)
    join_acronyms(sightings, groups)
    return groups


def _actor(
    id_: str, members: Sequence[Sighting], readings: Sequence[Reading], outlet: bool
) -> Actor:
    spellings = _unpossessed(Counter(t for s in members for t in s.spellings.elements()))
    kind = most(Counter(kind for s in members for kind in s.kinds.elements()))
    return Actor(
        id=id_,
        name=_display(spellings, kind == "person"),
        names=tuple(sorted(spellings)),
        kind="outlet" if outlet and kind != "person" else kind,
        roles=_roles(members, readings),
    )


def _unpossessed(spellings: Counter[str]) -> Counter[str]:
    """The spellings, those in the possessive counted with the same one that is not."""
    found: Counter[str] = Counter()
    for spelling, n in spellings.items():
        bare = spelling.removesuffix("s").rstrip("'’ ")
        found[bare if bare != spelling and bare in spellings else spelling] += n
    return found


def _display(spellings: Counter[str], person: bool) -> str:
    """The commonest full spelling without titles; of equals the longest, with its accents.

    Not full are a surname, letters that stand for a name, and initials for a first name, where
    there is another; nor is one that ends with another, twice as common, and so has taken in a
    word before the name. Monarchs keep their title, outlets the article of their name.
    """
    plain: Counter[str] = Counter()
    for spelling, n in spellings.items():
        titled = person and not parse_person(spelling).bare
        whole = f"The {spelling}" if f"The {spelling}" in spellings else spelling
        plain[untitled(spelling) if titled else whole] += n
    found = dict(plain)
    for full in (lambda s: not parse_person(s).bare, _spelt_out):
        found = {s: n for s, n in found.items() if full(s)} or found
    chosen = [
        s for s, n in found.items() if not any(_swollen(s, t) and found[t] >= 2 * n for t in found)
    ]
    return min(
        chosen,
        key=lambda s: (
            (s.isupper(), fold(s).split()[0] not in REGNAL, -found[s]),
            (-len(s.split()), s.isascii(), -len(s), s),
        ),
    )


def _spelt_out(text: str) -> bool:
    """Whether a spelling is no row of letters, not cut short, and its first name no initial."""
    first, *rest = text.split()
    if rest:
        return len(first.rstrip(".")) > 1
    return not text.isupper() and not text.endswith(".")


def _swollen(text: str, other: str) -> bool:
    """Whether a spelling is another one with a word before it."""
    return text.endswith(" " + other) and not parse_person(other).bare


def _roles(members: Sequence[Sighting], readings: Sequence[Reading]) -> tuple[Role, ...]:
    """Every role with its places, in the order of first appearance; case and articles aside."""
    words: dict[str, str] = {}
    places: dict[str, dict[Place, None]] = {}
    whens: dict[str, When] = {}
    for sighting in members:
        for mention in sighting.mentions:
            for span in mention.roles:
                key = parse_name(span.exact).key
                if not key:
                    continue
                words.setdefault(key, " ".join(span.exact.split()))
                places.setdefault(key, {})[span,] = None
                when = _when(span, readings[sighting.report])
                if when is not None:
                    whens.setdefault(key, when)
    return tuple(
        Role(role=words[key], places=tuple(places[key]), when=whens.get(key)) for key in words
    )


def _when(role: Span, reading: Reading) -> When | None:
    """The date that stands within the words of a role or close behind them."""
    for when in reading.dates:
        if when.words is not None and role.start <= when.words.start <= role.end + _NEAR:
            return when
    return None


def _references(
    sightings: Sightings, described: dict[Span, int], groups: Groups, ids: dict[int, str]
) -> tuple[Reference, ...]:
    found = [
        Reference(span=mention.span, actor=ids[groups.root(sighting.number)])
        for sighting in sightings.all
        if groups.root(sighting.number) in ids
        for mention in sighting.mentions
    ]
    for mention in sightings.pointing:
        at = sightings.of(mention.antecedent) if mention.antecedent is not None else None
        at = described.get(mention.span, at)
        if at is not None and groups.root(at) in ids:
            found.append(Reference(span=mention.span, actor=ids[groups.root(at)]))
    places = {reference.span.report: n for n, reference in reversed(list(enumerate(found)))}
    return tuple(
        sorted(found, key=lambda r: (places[r.span.report], r.span.start, r.span.end, r.actor))
    )
