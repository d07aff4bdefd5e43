"""Which report comes from which, from what sources, in which story."""

from __future__ import annotations

from typing import Literal

import msgspec

from stemma.model.span import Place, Span
from stemma.model.when import When

DerivationKind = Literal[
    "verbatim",
    "edited",
    "paraphrase",
    "translation",
    "update",
    "quotes",
    "credits",
    "shared-source",
    "same-event",
    "unknown",
]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Anything that words came from: one of the reports (`held`), or one that nobody here holds.

    `places` are the words that name it; those not held are what an analyst should go and get.
    """

    id: str
    name: str
    actor: str | None = None
    held: str | None = None
    places: tuple[Place, ...] = ()


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A maximal run of shared words; `from_` is `None` where that side is not held."""

    from_: Span | None = msgspec.field(name="from")
    to: Span


class Derivation(msgspec.Struct, frozen=True, kw_only=True):
    """An edge from a source to what was made from it; `because` holds the evidence, a line each.

    Where `directed` is false the two ends are in no order (a shared source, one event).
    """

    from_: str = msgspec.field(name="from")
    to: str
    kind: DerivationKind
    directed: bool
    because: tuple[str, ...]
    passages: tuple[Passage, ...] = ()


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """Reports about one running event. Each report is in exactly one story."""

    id: str
    title: str
    reports: tuple[str, ...]
    when: When
    because: tuple[str, ...] = ()


class Lineage(msgspec.Struct, frozen=True, kw_only=True):
    """Sources, the edges that join them, and the stories. Every report is a held source."""

    sources: tuple[Source, ...] = ()
    edges: tuple[Derivation, ...] = ()
    stories: tuple[Story, ...] = ()
