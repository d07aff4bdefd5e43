"""What the reports say side by side, as data: what `stemma conflicts` and `retellings` print.

Objects are those of a dossier where both have them. Reports stand without their texts; the
sentences around quoted words stand in `sentences`.
"""

from __future__ import annotations

import msgspec

from stemma.model.claim import Difference, Retelling
from stemma.model.document import AttributedStatement, JoinedActor, Maker, ProvEdge
from stemma.model.lineage import Source, Story
from stemma.model.lineage_document import ReportRecord
from stemma.model.report import Rejection
from stemma.model.span import Span


class ConflictsDocument(msgspec.Struct, frozen=True, kw_only=True):
    """Where the reports differ. `compared` says what was compared, be a difference found or not.

    `statements` are those that carry a reading, and those that these stand within; `actors` are
    those whom the statements name. `sentences` hold the places where the readings stand.
    """

    stemma: Maker
    reports: tuple[ReportRecord, ...]
    rejections: tuple[Rejection, ...]
    actors: tuple[JoinedActor, ...]
    stories: tuple[Story, ...]
    statements: tuple[AttributedStatement, ...]
    differences: tuple[Difference, ...]
    sentences: tuple[Span, ...]
    compared: tuple[str, ...]
    limits: tuple[str, ...]


class OutletRetellings(msgspec.Struct, frozen=True, kw_only=True):
    """How one outlet retells what it has from others: how often stronger, and never a grade.

    `retellings` counts the sentences of its `reports` that, along a directed edge of the family
    tree, take over words or a claim of another outlet's report, or show a change of it; `stronger`
    and `weaker` count those of them with such a change. `low` and `high` bound the share of
    `stronger` at 95%; they are `None` where the retellings are too few to say. `outlet` is `None`
    where nobody knows it: each such report stands for itself.
    """

    outlet: str | None
    reports: tuple[str, ...]
    retellings: int
    stronger: int
    weaker: int
    low: float | None
    high: float | None


class RetellingsDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What changed between tellings, and how often by outlet.

    `sources` are those at the ends of `edges` and of retellings; `edges` are those that were
    followed. `sentences` hold the words of the retellings.
    """

    stemma: Maker
    reports: tuple[ReportRecord, ...]
    rejections: tuple[Rejection, ...]
    actors: tuple[JoinedActor, ...]
    stories: tuple[Story, ...]
    sources: tuple[Source, ...]
    edges: tuple[ProvEdge, ...]
    retellings: tuple[Retelling, ...]
    outlets: tuple[OutletRetellings, ...]
    sentences: tuple[Span, ...]
    compared: tuple[str, ...]
    limits: tuple[str, ...]
