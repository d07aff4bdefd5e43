"""The dossier as data: what `dossier.json` holds, with one struct for each of its objects.

Names and meanings are a contract that other programs read; keys may be added, never changed.
Offsets are code points in the report's `text`, half-open; unknown is `null`.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from stemma.model.assessment import AuditEntry, Finding, Option, Position, Status
from stemma.model.cast import Actor
from stemma.model.claim import Claim, Difference, Event, Retelling, TimelineEntry
from stemma.model.lineage import Derivation, Source, Story
from stemma.model.reading import (
    CarrierMode,
    Modality,
    Number,
    Polarity,
    Quote,
    Stage,
    StatementKind,
)
from stemma.model.report import Rejection, Report
from stemma.model.schema_org import AppearingClaim, Article
from stemma.model.span import Place, Span
from stemma.model.when import When


class Maker(msgspec.Struct, frozen=True, kw_only=True):
    """What made the dossier: version, number of the contract, models by name with their sha256."""

    version: str
    schema: Literal[1] = 1
    models: dict[str, str]
    options: dict[str, str | int | float | bool | None] = {}


class JoinedActor(Actor, frozen=True, kw_only=True):
    """An actor, with the reason why its spellings were taken for one (`None`: a single one)."""

    because: str | None = None


class SpeechSource(msgspec.Struct, frozen=True, kw_only=True):
    """Who puts a statement forward: the actor, the words that name it, or why nobody is named."""

    actor: str | None
    place: Place | None
    unnamed: str | None


class ChainLink(msgspec.Struct, frozen=True, kw_only=True):
    """One step by which words reached the report: from whom (`from_`) to who passed them on.

    Links with equal `step` stand side by side; the first step is nearest to the speaker. A step
    below zero lies before the speaker, who cites it: its words came `to` the speaker.
    """

    from_: str | None = msgspec.field(name="from")
    to: str | None
    mode: CarrierMode
    place: Place
    step: int


class AttributedStatement(msgspec.Struct, frozen=True, kw_only=True):
    """A statement with its source and its carriers resolved to actors.

    `own_voice` marks what the outlet says itself, `headline` what stands in a headline. `said`
    is the time of the saying, `when` that of what is stated. `hedges`, `conditions` and
    `stage_words` are the words behind `modality` and `stage`; `section` the headings above.
    """

    id: str
    report: str
    within: str | None
    own_voice: bool
    headline: bool
    source: SpeechSource
    carriers: tuple[ChainLink, ...]
    cue: Place | None
    content: Place
    quote: Quote
    kind: StatementKind
    polarity: Polarity
    modality: Modality
    stage: Stage
    when: When
    said: When
    numbers: tuple[Number, ...]
    hedges: tuple[Span, ...]
    conditions: tuple[Span, ...]
    stage_words: Span | None
    section: tuple[Span, ...]


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Who holds a likelihood: an actor, somebody only described (`place`), or a report's author."""

    actor: str | None
    place: Place | None
    author_of: str | None


class HeldLikelihood(msgspec.Struct, frozen=True, kw_only=True):
    """A stated likelihood with its holder; `low` and `high` are the holder's own, in [0, 1]."""

    id: str
    words: Span
    label_span: Span | None
    holder: Holder
    event: str
    scopes: tuple[str, ...]
    horizon: When
    as_of: When
    verbal: str | None
    low: float | None
    high: float | None


ProvRelation = Literal["wasQuotedFrom", "wasRevisionOf", "wasDerivedFrom", "hadPrimarySource"]
"""What W3C PROV-O calls an edge, read from what was made to what it was made from."""


class ProvEdge(Derivation, frozen=True, kw_only=True):
    """An edge, with the PROV-O relation of `to` to `from_`.

    `None` where the two are in no order, or the kind has no such relation.
    """

    prov: ProvRelation | None = None


class FamilyTree(msgspec.Struct, frozen=True, kw_only=True):
    """The edges between sources, and the stories."""

    edges: tuple[ProvEdge, ...]
    stories: tuple[Story, ...]


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided about quoted words; `orphaned` where the words are no longer there."""

    id: str
    by: str
    at: str
    about: tuple[Place, ...]
    what: str
    why: str
    orphaned: bool


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """The whole dossier. `compared` says what was compared where no difference was found.

    `relevant` are ids of the statements that bear on the question, the nearest first. Read as
    JSON-LD, the dossier is the graph of claims under `schema_org`.
    """

    stemma: Maker
    question: str | None
    reports: tuple[Report, ...]
    rejections: tuple[Rejection, ...]
    actors: tuple[JoinedActor, ...]
    statements: tuple[AttributedStatement, ...]
    sources: tuple[Source, ...]
    lineage: FamilyTree
    claims: tuple[Claim, ...]
    differences: tuple[Difference, ...]
    retellings: tuple[Retelling, ...]
    events: tuple[Event, ...]
    timeline: tuple[TimelineEntry, ...]
    likelihoods: tuple[HeldLikelihood, ...]
    audit: tuple[AuditEntry, ...]
    options: tuple[Option, ...]
    positions: tuple[Position, ...]
    statuses: tuple[Status, ...]
    decisions: tuple[Decision, ...]
    assessment: dict[str, Any] | None
    findings: tuple[Finding, ...]
    limits: tuple[str, ...]
    compared: tuple[str, ...]
    relevant: tuple[str, ...]
    context: dict[str, str | dict[str, str]] = msgspec.field(name="@context", default_factory=dict)
    schema_org: tuple[AppearingClaim | Article, ...] = ()
