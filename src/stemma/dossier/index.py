"""Short labels for reports, and link targets for the words in them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from stemma.model.document import Document
from stemma.model.report import Report
from stemma.model.span import Place, Span


@dataclass(frozen=True)
class Citation:
    """A reference as a reader sees it: "R2 ¶5", and the anchor it leads to, if there is one."""

    label: str
    target: str | None
    hint: str = ""


class Index:
    """Looks up what a page needs to know about an id or a span. Built once for a document."""

    def __init__(self, document: Document) -> None:
        self.reports = {report.id: report for report in document.reports}
        self.statements = {s.id: s for s in document.statements}
        self.claims = {claim.id: claim for claim in document.claims}
        self.events = {event.id: event for event in document.events}
        self.sources = {source.id: source for source in document.sources}
        self._numbers = {id_: number for number, id_ in enumerate(self.reports, 1)}
        self._names = {actor.id: actor.name for actor in document.actors}
        self._paragraphs = {r.id: paragraph_starts(r.text) for r in document.reports}

    def label(self, report: str) -> str:
        """The short label of a report: R1, R2, …"""
        return f"R{self._numbers[report]}"

    def station(self, report: Report) -> str:
        """A report as the end of a chain: its outlet, where one is known, and its label."""
        label = self.label(report.id)
        return f"{report.outlet} ({label})" if report.outlet else label

    def name(self, actor: str | None) -> str | None:
        """The name of an actor."""
        return self._names[actor] if actor is not None else None

    def paragraph(self, span: Span) -> int:
        """The number of the paragraph in which a span starts, from 1."""
        return max(1, bisect_right(self._paragraphs[span.report], span.start))

    def paragraphs(self, report: str) -> tuple[int, ...]:
        """Where the paragraphs of a report start."""
        return self._paragraphs[report]

    def anchor(self, span: Span) -> str:
        """The id of the mark around a span."""
        return f"r{self._numbers[span.report]}-{span.start}-{span.end}"

    def at(self, span: Span) -> Citation:
        """The reference to a span."""
        report = self.reports[span.report]
        label = f"{self.label(span.report)} ¶{self.paragraph(span)}"
        return Citation(label, self.anchor(span), report.title or report.file)

    def offsets(self, place: Place) -> str:
        """A place as report and offsets: "R2:120–180, 190–200"."""
        ends = ", ".join(f"{span.start}–{span.end}" for span in place)
        return f"{self.label(place[0].report)}:{ends}"

    def paragraph_of(self, span: Span) -> tuple[int, int]:
        """Where the paragraph that a span starts in begins, and where the one it ends in ends."""
        starts = self._paragraphs[span.report]
        before, after = bisect_right(starts, span.start), bisect_right(starts, span.end - 1)
        length = len(self.reports[span.report].text)
        return starts[before - 1] if before else 0, starts[after] if after < len(starts) else length


def paragraph_starts(text: str) -> tuple[int, ...]:
    """Where the lines that hold more than space start, in order."""
    starts: list[int] = []
    position = 0
    for line in text.split("\n"):
        if line.strip():
            starts.append(position)
        position += len(line) + 1
    return tuple(starts)
