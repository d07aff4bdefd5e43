"""What single values of a document must hold besides their words and references."""

from __future__ import annotations

from collections.abc import Iterator

from stemma.dossier.schema_org import appearances
from stemma.model.document import Document


def bad_spreads(document: Document) -> Iterator[str]:
    """Steps that are no telling of the claim in their report, and reports that stand twice."""
    report_of = {statement.id: statement.report for statement in document.statements}
    for i, claim in enumerate(document.claims):
        for j, step in enumerate(claim.spread):
            if (
                step.statement not in claim.statements
                or report_of.get(step.statement) != step.report
            ):
                yield f"claims[{i}].spread[{j}]: is no telling of the claim in its report"
        if len({step.report for step in claim.spread}) < len(claim.spread):
            yield f"claims[{i}]: has a report twice in its spread"


def bad_appearances(document: Document) -> Iterator[str]:
    """A graph of claims that says other things than the claims themselves."""
    if document.schema_org != appearances(document):
        yield "schema_org: is not the graph of the claims and their reports"


def bad_likelihoods(document: Document) -> Iterator[str]:
    """Probabilities that are none, bounds the wrong way round, likelihoods that nobody holds."""
    for i, likelihood in enumerate(document.likelihoods):
        low, high = likelihood.low, likelihood.high
        bounds = [bound for bound in (low, high) if bound is not None]
        if not all(0 <= bound <= 1 for bound in bounds):
            yield f"likelihoods[{i}]: a probability outside [0, 1]"
        if low is not None and high is not None and low > high:
            yield f"likelihoods[{i}]: low {low} above high {high}"
        if not (likelihood.holder.place or likelihood.holder.author_of):
            yield f"likelihoods[{i}]: nobody holds it"
