"""The family tree as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from stemma.dossier.lineage_csv import word_count
from stemma.dossier.order import sources_to_get
from stemma.dossier.report_names import ReportNames, day_cell, outlet_or_title
from stemma.dossier.terminal import rejection_lines, short
from stemma.dossier.wording import counted, when_text
from stemma.model.document import ProvEdge
from stemma.model.lineage import Source, Story
from stemma.model.lineage_document import LineageDocument

_REASONS = 2
_UNORDERED = frozenset({"shared-source", "same-event"})
"""Kinds whose ends have no order at all; of any other kind the order is only not known."""

Cells = tuple[str, ...]


@dataclass(frozen=True)
class EdgeLines:
    """An edge: its ends and its kind, and why it is there, a line each."""

    head: str
    because: tuple[str, ...]


@dataclass(frozen=True)
class StoryLines:
    """A story: its name, its days, its reports as cells, its edges in order of time."""

    name: str
    days: str
    reports: tuple[Cells, ...]
    edges: tuple[EdgeLines, ...]


@dataclass(frozen=True)
class LineageTable:
    """What to print, in this order; `to_get` are cells."""

    stories: tuple[StoryLines, ...]
    to_get: tuple[Cells, ...]
    rejections: tuple[str, ...]
    limits: tuple[str, ...]
    counts: str


def lineage_table(document: LineageDocument) -> LineageTable:
    """The lines for `document`; reports go by the numbers that a dossier gives them."""
    names = _Names(document)
    edges: list[list[ProvEdge]] = [[] for _ in document.stories]
    behind: dict[str, dict[str, None]] = {source.id: {} for source in document.sources}
    for edge in sorted(document.edges, key=names.time):
        edges[names.story(edge)].append(edge)
        behind[edge.from_][names.tag(edge.to)] = None
    return LineageTable(
        stories=tuple(
            _story(number, story, names, own)
            for number, (story, own) in enumerate(zip(document.stories, edges, strict=True), 1)
        ),
        to_get=tuple(
            (names.tag(source.id), short(source.name), _behind(behind[source.id]))
            for source in names.absent
        ),
        rejections=tuple(rejection_lines(document.rejections)),
        limits=tuple(short(limit) for limit in document.limits),
        counts=_counts(document, len(names.absent)),
    )


class _Names:
    """What reports and sources are called in one table, and when and where they belong."""

    def __init__(self, document: LineageDocument) -> None:
        self.reports = ReportNames(document.reports, document.stories)
        self._sources = {source.id: source for source in document.sources}
        self._home = {id_: n for n, s in enumerate(document.stories) for id_ in s.reports}
        self.absent = sources_to_get(document.sources, document.edges)
        self._absent = {source.id: number for number, source in enumerate(self.absent, 1)}

    def tag(self, source: str) -> str:
        """A report's number, R1; or that of a source to get, G1."""
        held = self._sources[source].held
        return self.reports.tag(held) if held is not None else f"G{self._absent[source]}"

    def end(self, source: str) -> str:
        """A source as the end of an edge."""
        item = self._sources[source]
        if item.held is not None:
            return self.reports.outlet(item.held)
        return f"{self.tag(source)} {item.name}".rstrip()

    def story(self, edge: ProvEdge) -> int:
        """The place of the story that an edge belongs to: where it ends, or else starts."""
        reports = (self._report_of(self._sources[end]) for end in (edge.to, edge.from_))
        return next((self._home[id_] for id_ in reports if id_ in self._home), 0)

    def time(self, edge: ProvEdge) -> tuple[date, int, date, int]:
        """Edges by the day of what was made, then, into one report, of what it was made from."""
        made, source = (self._sources[end] for end in (edge.to, edge.from_))
        return (
            self.reports.day(made.held) or date.max,
            self.reports.number(made.held),
            self.reports.day(source.held) or date.min,
            self.reports.number(source.held),
        )

    def _report_of(self, source: Source) -> str | None:
        """The report that a source is, or that names it."""
        return source.held or next((p[0].report for p in source.places if p), None)


def _story(number: int, story: Story, names: _Names, edges: list[ProvEdge]) -> StoryLines:
    days = f"{when_text(story.when)}, {counted(len(story.reports), 'report')}"
    return StoryLines(
        name=short(f"S{number} {story.title}"),
        days=days if len(story.reports) > 1 else "",
        reports=tuple(_report(id_, names.reports) for id_ in names.reports.in_time(story.reports)),
        edges=tuple(_edge(edge, names) for edge in edges),
    )


def _report(id_: str, names: ReportNames) -> Cells:
    """Number, day, outlet or else title, file."""
    report = names.report(id_)
    cells = (names.tag(id_), day_cell(report.published), outlet_or_title(report), report.file)
    return tuple(short(cell) for cell in cells)


def _edge(edge: ProvEdge, names: _Names) -> EdgeLines:
    arrow = "→" if edge.directed else "–"
    order = "no direction" if edge.kind in _UNORDERED else "direction open"
    how = edge.kind if edge.directed else f"{edge.kind}, {order}"
    words = sum(word_count(passage.to) for passage in edge.passages)
    shared = f"{counted(words, 'word')} in {counted(len(edge.passages), 'passage')}"
    more = len(edge.because) - _REASONS
    because = [*edge.because[:_REASONS], *([f"+{more} more"] if more > 0 else [])]
    return EdgeLines(
        head=short(
            f"{names.end(edge.from_)} {arrow} {names.end(edge.to)}: {how}"
            + (f", {shared}" if edge.passages else "")
        ),
        because=tuple(short(line) for line in because),
    )


def _behind(tags: Iterable[str]) -> str:
    told = ", ".join(tags)
    return short(f"behind {told}") if told else ""


def _counts(document: LineageDocument, absent: int) -> str:
    counts = [
        counted(len(document.reports), "report"),
        counted(len(document.stories), "story", "stories"),
        counted(len(document.edges), "edge"),
        counted(absent, "source not held", "sources not held"),
    ]
    if document.rejections:
        counts.append(
            counted(len(document.rejections), "input gave no report", "inputs gave no report")
        )
    return ", ".join(counts)
