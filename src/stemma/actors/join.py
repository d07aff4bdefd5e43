"""One actor for all spellings of one name, within and across reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from stemma.actors.bodies import compact, join_acronyms, join_bodies
from stemma.actors.groups import Groups
from stemma.actors.people import People
from stemma.actors.roles import gather_roles
from stemma.actors.sightings import Sighting, Sightings, find_sightings, most
from stemma.model.cast import Actor, Cast, Reference
from stemma.model.reading import ActorKind, Reading
from stemma.model.report import Report


def join(reports: Sequence[Report], readings: Sequence[Reading]) -> Cast:
    """Everybody whom the reports name, every mention that stands for somebody, and the outlets.

    Ids run in the order of first appearance; outlets that no report names come last. Which
    mentions are one actor does not depend on the order of the reports.
    """
    sightings = find_sightings(readings)
    groups = Groups(len(sightings.all))
    people = People(sightings.all, groups)
    people.join_full()
    people.join_bare()
    join_bodies(sightings.all, groups)
    join_acronyms(reports, sightings, groups)
    ids = {root: f"a{n}" for n, root in enumerate(groups.members(), start=1)}
    outlets, unnamed = _outlets(reports, sightings, groups, ids)
    named = [
        _actor(
            ids[root],
            [sightings.all[at] for at in members],
            readings,
            ids[root] in outlets.values(),
        )
        for root, members in groups.members().items()
    ]
    return Cast(
        actors=(*named, *unnamed),
        references=_references(sightings, groups, ids),
        outlets=outlets,
        because={ids[root]: "; ".join(groups.why(root)) for root in ids if groups.why(root)},
    )


def _outlets(
    reports: Sequence[Report], sightings: Sightings, groups: Groups, ids: dict[int, str]
) -> tuple[dict[str, str], list[Actor]]:
    """The actor of each report's outlet, and those actors that no report names."""
    named: dict[str, str] = {}
    for sighting in sightings.all:
        if sighting.kind != "person":
            named.setdefault(
                compact(" ".join(sighting.name.tokens)), ids[groups.root(sighting.number)]
            )
    spellings: dict[str, set[str]] = {}
    for report in reports:
        if report.outlet and compact(report.outlet):
            spellings.setdefault(compact(report.outlet), set()).add(report.outlet)
    unnamed: list[Actor] = []
    for key, texts in spellings.items():
        if key in named:
            continue
        id_ = named[key] = f"a{len(ids) + len(unnamed) + 1}"
        names = tuple(sorted(texts))
        unnamed.append(Actor(id=id_, name=max(names, key=len), names=names, kind="outlet"))
    outlets = {
        report.id: named[compact(report.outlet)]
        for report in reports
        if report.outlet and compact(report.outlet)
    }
    return outlets, unnamed


def _actor(
    id_: str, members: Sequence[Sighting], readings: Sequence[Reading], outlet: bool
) -> Actor:
    spellings = Counter(text for s in members for text in s.spellings.elements())
    kinds: Counter[ActorKind] = Counter(k for s in members for k in s.kinds.elements())
    return Actor(
        id=id_,
        name=_fullest(spellings),
        names=tuple(sorted(spellings)),
        kind="outlet" if outlet else most(kinds),
        roles=gather_roles(members, readings),
    )


def _fullest(spellings: Counter[str]) -> str:
    """The spelling with the most words, then with accents, then the commonest."""
    return min(spellings, key=lambda s: (-len(s.split()), s.isascii(), -spellings[s], -len(s), s))


def _references(sightings: Sightings, groups: Groups, ids: dict[int, str]) -> tuple[Reference, ...]:
    found = [
        Reference(span=mention.span, actor=ids[groups.root(sighting.number)])
        for sighting in sightings.all
        for mention in sighting.mentions
    ]
    for mention in sightings.pointing:
        at = sightings.of(mention.antecedent) if mention.antecedent is not None else None
        if at is not None:
            found.append(Reference(span=mention.span, actor=ids[groups.root(at)]))
    places = {reference.span.report: n for n, reference in reversed(list(enumerate(found)))}
    return tuple(
        sorted(found, key=lambda r: (places[r.span.report], r.span.start, r.span.end, r.actor))
    )
