"""Claims that two reports or more tell, with their appearances, in the terms of schema.org.

Source: schema.org/Claim with `appearance` and `firstAppearance`, which ClaimReview builds on.
"""

from __future__ import annotations

from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.report import Report
from stemma.model.schema_org import AppearingClaim, Article, Organization
from stemma.model.span import words_of

_SCHEMA = "https://schema.org/"
_WEB = ("https://", "http://")

CONTEXT: dict[str, str | dict[str, str]] = {
    "schema_org": "@graph",
    **{name: f"{_SCHEMA}{name}" for name in ("Claim", "Article", "Organization")},
    **{name: f"{_SCHEMA}{name}" for name in ("text", "headline", "name", "publisher")},
    **{
        name: {"@id": f"{_SCHEMA}{name}", "@type": "@id"}
        for name in ("appearance", "firstAppearance", "url")
    },
    "datePublished": {"@id": f"{_SCHEMA}datePublished", "@type": f"{_SCHEMA}Date"},
}
"""What the keys under `schema_org` mean. Keys that it leaves out mean nothing to an RDF program."""


def appearances(document: Document) -> tuple[AppearingClaim | Article, ...]:
    """A node for each claim that several reports tell, then one for each of those reports."""
    told = [claim for claim in document.claims if claim.spread]
    statements = {statement.id: words_of(statement.content) for statement in document.statements}
    inside = {step.report for claim in told for step in claim.spread}
    claims = (_claim(claim, statements) for claim in told)
    return (*claims, *(_article(report) for report in document.reports if report.id in inside))


def _claim(claim: Claim, statements: dict[str, str]) -> AppearingClaim:
    first = next((step for step in claim.spread if step.statement == claim.first), None)
    shown = first or claim.spread[0]
    return AppearingClaim(
        id_=f"urn:stemma:claim:{claim.id}",
        text=statements.get(shown.statement, ""),
        appearance=tuple(_name(step.report) for step in claim.spread),
        first_appearance=_name(first.report) if first is not None else None,
    )


def _article(report: Report) -> Article:
    return Article(
        id_=_name(report.id),
        headline=report.title,
        url=report.url if report.url and report.url.startswith(_WEB) else None,
        date_published=report.published.start if report.published.kind == "day" else None,
        publisher=Organization(name=report.outlet) if report.outlet else None,
    )


def _name(report: str) -> str:
    """A report's name in the graph, the same as in the graph of the family tree."""
    return f"urn:stemma:report:{report}"
