"""Actors across reports: one for all spellings of a name, two for two people of one surname."""

from __future__ import annotations

import msgspec

from stemma.model.reading import ActorKind
from stemma.model.span import Place, Span
from stemma.model.when import When


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """A role as stated, with every place that states it; `when` is `None` where none is given."""

    role: str
    places: tuple[Place, ...]
    when: When | None = None


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who acts or speaks. `name` is the fullest spelling, `names` all of them, sorted."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: ActorKind
    roles: tuple[Role, ...] = ()


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """A mention that stands for an actor."""

    span: Span
    actor: str


class Cast(msgspec.Struct, frozen=True, kw_only=True):
    """All actors, every mention that stands for one, and the actor that each report's outlet is.

    `because` says, for each actor with several spellings, why they were joined.
    """

    actors: tuple[Actor, ...] = ()
    references: tuple[Reference, ...] = ()
    outlets: dict[str, str] = {}
    because: dict[str, str] = {}
