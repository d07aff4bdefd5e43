"""The values of all stages together."""

from __future__ import annotations

import msgspec

from stemma.model.assessment import Assessment
from stemma.model.claim import Collation
from stemma.model.corpus import Corpus
from stemma.model.decision import Decision
from stemma.model.report import Rejection


class TracedCase(msgspec.Struct, frozen=True, kw_only=True):
    """A run as far as lineage: what went in, and which report comes from which.

    `models` are the versions of the models it was read with, by name.
    """

    corpus: Corpus
    rejections: tuple[Rejection, ...]
    models: dict[str, str]


class CollatedCase(msgspec.Struct, frozen=True, kw_only=True):
    """A run as far as claims: what went in, and what the reports say side by side.

    `models` are the versions of the models it was read with, by name.
    """

    corpus: Corpus
    rejections: tuple[Rejection, ...]
    collation: Collation
    models: dict[str, str]


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A whole run: what went in, and what every stage made of it.

    `orphaned` are those of the decisions whose words no report has any more.
    """

    question: str | None
    corpus: Corpus
    rejections: tuple[Rejection, ...]
    collation: Collation
    assessment: Assessment
    models: dict[str, str]
    decisions: tuple[Decision, ...] = ()
    orphaned: tuple[Decision, ...] = ()
