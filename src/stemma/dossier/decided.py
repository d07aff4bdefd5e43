"""What people decided, as the document states it."""

from __future__ import annotations

from collections.abc import Iterator

from stemma.model import decision as taken
from stemma.model.case import Case
from stemma.model.document import Decision
from stemma.model.report import Report
from stemma.model.span import Place

_VERBS: dict[type, str] = {
    taken.Merge: "are one",
    taken.Split: "are two",
    taken.SameStory: "stand in reports of one story",
    taken.OtherStory: "stand in reports of two stories",
    taken.SameClaim: "stand in statements of one claim",
    taken.OtherClaim: "stand in statements of two claims",
}


def decided(case: Case) -> Iterator[Decision]:
    """Every decision in the order given; one whose words are no longer there is orphaned."""
    reports = {report.id: report for report in case.corpus.reports}
    for number, decision in enumerate(case.decisions, start=1):
        yield Decision(
            id=f"v{number}",
            by=decision.by,
            at=decision.at.isoformat(),
            about=tuple(_places(decision, reports)),
            what=_what(decision.what),
            why=decision.why,
            orphaned=decision in case.orphaned,
        )


def _places(decision: taken.Decision, reports: dict[str, Report]) -> Iterator[Place]:
    for quoted in decision.about:
        report = reports.get(quoted.report)
        start = quoted.start_in(report.text) if report else None
        if report is not None and start is not None:
            yield (report.span(start, start + len(quoted.exact)),)


def _what(what: taken.What) -> str:
    if isinstance(what, taken.Rename):
        return f"“{what.one.exact}” goes by the name {what.name}"
    if isinstance(what, taken.PartOf):
        return f"“{what.one.exact}” is a part of “{what.other.exact}”"
    return f"“{what.one.exact}” and “{what.other.exact}” {_VERBS[type(what)]}"
