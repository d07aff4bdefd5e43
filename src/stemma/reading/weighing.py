"""Statements that a stated likelihood is about: they assert nothing flatly."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from stemma.model.reading import Estimate, Statement
from stemma.model.span import Span

_MOST = 0.4  # share of a statement's characters that the event must have


def weighed(
    statements: tuple[Statement, ...], estimates: Sequence[Estimate]
) -> tuple[Statement, ...]:
    """The statements, those that put an estimate's event as certain changed to possible.

    "The port closes by 2030: unlikely (5-10%)" does not say that the port closes.
    """
    events = {span: e for e in estimates for span in e.event}
    if not events:
        return statements
    return tuple(_weighed(statement, events) for statement in statements)


def _weighed(statement: Statement, events: dict[Span, Estimate]) -> Statement:
    if statement.modality != "certain":
        return statement
    for span, estimate in events.items():
        for content in statement.content:
            size = content.end - content.start
            if content.holds(span) and span.end - span.start >= _MOST * size:
                label = (estimate.label_span,) if estimate.label_span else ()
                hedges = tuple(sorted({*statement.hedges, *label}))
                return replace(statement, modality="possible", hedges=hedges)
    return statement
