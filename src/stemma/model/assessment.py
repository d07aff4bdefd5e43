"""What follows: options, positions, the audit of stated likelihoods, findings."""

from __future__ import annotations

from typing import Literal

import msgspec

from stemma.model.claim import Event
from stemma.model.span import Place, Span
from stemma.model.when import When

Stance = Literal["for", "against", "mixed", "unclear"]
RelationKind = Literal["step-of", "implies", "excludes", "narrower-than", "unknown"]
AuditLevel = Literal["sure-loss", "implausible", "label", "missing", "note"]
FindingKind = Literal["present", "absent"]
ClaimStatus = Literal["established", "reported", "alleged", "suspected", "denied", "unknown"]


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """How an option stands to another, and the words of a report that say so."""

    to: str
    is_: RelationKind = msgspec.field(name="is")
    places: tuple[Place, ...] = ()


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """A course of action that somebody proposes, promises or considers, told apart from others."""

    id: str
    label: str
    places: tuple[Place, ...]
    proposed_by: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """Where an actor stands on an option, by which statements."""

    actor: str
    option: str
    stance: Stance
    statements: tuple[str, ...]
    when: When


class Likelihood(msgspec.Struct, frozen=True, kw_only=True):
    """A stated likelihood joined to its holder and its event; the numbers are the holder's own.

    `holder` are the words that name the holder, `actor` whom they stand for where that is known;
    where nobody is named the author of report `author_of` speaks.
    """

    id: str
    words: Span
    label_span: Span | None
    actor: str | None
    holder: Place = ()
    author_of: str | None
    event: str
    scopes: tuple[str, ...]
    horizon: When
    as_of: When
    verbal: str | None
    low: float | None
    high: float | None


class AuditEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One result of the audit: what, over which likelihoods, with the arithmetic in `because`."""

    level: AuditLevel
    likelihoods: tuple[str, ...]
    what: str
    because: tuple[str, ...]


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """How far a claim has got, as the reports put it."""

    claim: str
    status: ClaimStatus
    because: tuple[str, ...]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One line for the top of the dossier.

    `refs` are ids of what it rests on; an absent finding says in `searched` what was searched.
    """

    text: str
    kind: FindingKind
    refs: tuple[str, ...]
    searched: str | None = None


class Assessment(msgspec.Struct, frozen=True, kw_only=True):
    """What the last stage adds. `events` are those that likelihoods are about.

    `relevant` are the statements that bear on the question, the nearest first.
    """

    options: tuple[Option, ...] = ()
    positions: tuple[Position, ...] = ()
    likelihoods: tuple[Likelihood, ...] = ()
    events: tuple[Event, ...] = ()
    audit: tuple[AuditEntry, ...] = ()
    statuses: tuple[Status, ...] = ()
    findings: tuple[Finding, ...] = ()
    relevant: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
