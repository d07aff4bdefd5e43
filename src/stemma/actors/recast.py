"""A cast made anew after its mentions were joined and divided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from stemma.actors.names import fold
from stemma.actors.parts import Parts
from stemma.model.cast import Actor, Cast, Reference, Role
from stemma.model.span import Place, Span


def recast(cast: Cast, parts: Parts) -> Cast:
    """The cast of these parts; an actor that nothing was done to is as it was.

    An actor of several parts has the id of the first, and name and kind of the one that is
    mentioned most; one that was divided off has a new id and comes last.
    """
    roots = parts.roots()
    groups: dict[int, list[int]] = {}
    for part, root in enumerate(roots):
        groups.setdefault(root, []).append(part)
    ids = _ids(cast, list(groups))
    old = {actor.id: ids[roots[n]] for n, actor in enumerate(cast.actors)}
    pieces = _pieces(cast, parts)
    sizes = Counter(parts.of.values())
    because: dict[str, list[str]] = {}
    for actor, why in cast.because.items():
        because.setdefault(old[actor], []).append(why)
    return Cast(
        actors=tuple(
            _joined(ids[root], sorted((pieces[n] for n in group), key=lambda p: -sizes[p[0]]))
            for root, group in groups.items()
        ),
        references=tuple(
            msgspec.structs.replace(r, actor=ids[roots[parts.of[r]]]) for r in cast.references
        ),
        outlets={report: old[actor] for report, actor in cast.outlets.items()},
        because={actor: "; ".join(why) for actor, why in because.items()},
    )


def _ids(cast: Cast, roots: Sequence[int]) -> dict[int, str]:
    """The id of each actor by its first part."""
    known = {actor.id for actor in cast.actors}
    ids: dict[int, str] = {}
    number = len(known)
    for root in roots:
        if root < len(cast.actors):
            ids[root] = cast.actors[root].id
            continue
        number += 1
        while f"a{number}" in known:
            number += 1
        ids[root] = f"a{number}"
    return ids


def _pieces(cast: Cast, parts: Parts) -> list[tuple[int, Actor]]:
    """Each part with the actor that it would be by itself."""
    members: list[list[Reference]] = [[] for _ in parts.origin]
    for reference in cast.references:
        members[parts.of[reference]].append(reference)
    divided = Counter(parts.origin)
    return [
        (
            part,
            cast.actors[origin]
            if divided[origin] == 1
            else _piece(cast.actors[origin], part, parts, members),
        )
        for part, origin in enumerate(parts.origin)
    ]


def _piece(actor: Actor, part: int, parts: Parts, members: Sequence[Sequence[Reference]]) -> Actor:
    """What of an actor belongs to one of the parts that it was divided into."""
    spelt = {fold(r.span.exact) for r in members[part]}
    names = tuple(name for name in actor.names if fold(name) in spelt)
    if not names:
        names = (" ".join(members[part][0].span.exact.split()),)
    siblings = [r for n, o in enumerate(parts.origin) if o == parts.origin[part]
                for r in members[n]]  # fmt: skip
    roles = []
    for role in actor.roles:
        places = tuple(p for p in role.places if parts.of[_nearest(p[0], siblings)] == part)
        if places:
            roles.append(msgspec.structs.replace(role, places=places))
    name = actor.name if actor.name in names else max(names, key=lambda n: (len(n), n))
    return msgspec.structs.replace(actor, name=name, names=names, roles=tuple(roles))


def _nearest(span: Span, references: Sequence[Reference]) -> Reference:
    """The mention that stands nearest to some words; one of their report where there is any."""
    return min(
        references,
        key=lambda r: (
            r.span.report != span.report,
            max(r.span.start - span.end, span.start - r.span.end),
            r.span.start,
        ),
    )


def _joined(id_: str, pieces: Sequence[tuple[int, Actor]]) -> Actor:
    """One actor of several, the most mentioned first."""
    first = pieces[0][1]
    if len(pieces) == 1:
        return msgspec.structs.replace(first, id=id_)
    roles: dict[str, Role] = {}
    for _, actor in sorted(pieces, key=lambda piece: piece[0]):
        for role in actor.roles:
            same = roles.setdefault(fold(role.role), role)
            places: dict[Place, None] = dict.fromkeys((*same.places, *role.places))
            roles[fold(role.role)] = msgspec.structs.replace(
                same, places=tuple(places), when=same.when or role.when
            )
    return msgspec.structs.replace(
        first,
        id=id_,
        names=tuple(sorted({name for _, actor in pieces for name in actor.names})),
        roles=tuple(roles.values()),
    )
