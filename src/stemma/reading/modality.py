"""How a proposition is put: its kind, polarity, modality, hedges, conditions and stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.model.reading import Modality, Polarity, Stage, StatementKind
from stemma.model.span import Span
from stemma.reading.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEDGES = {
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "possibly": "possible",
    "perhaps": "possible",
    "reportedly": "unknown",
    "allegedly": "unknown",
    "likely": "probable",
    "probably": "probable",
}


@dataclass(frozen=True, slots=True)
class Force:
    """How a proposition is put, with the words that show it."""

    kind: StatementKind = "fact"
    polarity: Polarity = "affirmed"
    modality: Modality = "certain"
    stage: Stage = "unknown"
    hedges: tuple[Span, ...] = ()
    conditions: tuple[Span, ...] = ()
    stage_words: Span | None = None


def find_force(page: Page, tokens: list[Token]) -> Force:
    """How the proposition in `tokens` is put."""
    hedges = [t for t in tokens if t.lower_ in _HEDGES]
    negated = any(t.dep_ == "neg" for t in tokens)
    modality: Modality = "certain"
    for token in hedges:
        modality = _HEDGES[token.lower_]  # type: ignore[assignment]
    return Force(
        polarity="negated" if negated else "affirmed",
        modality=modality,
        hedges=tuple(page.span(t.idx, t.idx + len(t)) for t in hedges),
    )
