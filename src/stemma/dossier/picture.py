"""The family tree as pictures, one for each story: a lane for each outlet, time from left to right.

Lines follow rows and the channels between columns, so that none runs through a report or a name.
The tables beside a picture say the same and more; each line and its row refer to one another.
"""

from __future__ import annotations

from dataclasses import dataclass

from stemma.dossier.citations import Citations
from stemma.dossier.index import Index
from stemma.dossier.picture_grid import arrange
from stemma.dossier.picture_lines import Line, line
from stemma.dossier.picture_panels import Link, Panel, Unit, lane_of, links, panels, units
from stemma.dossier.picture_plan import LETTERS, PAGE, Box, Plan, plan
from stemma.dossier.picture_routes import Routes, route
from stemma.dossier.picture_tiles import Tile, tiles
from stemma.dossier.picture_words import (
    LEGEND,
    Lane,
    describe,
    label_of,
    lane_of_row,
    link_title,
    sizes_of,
    space_for,
    tags_of,
    unit_title,
)
from stemma.model.document import Document

_MOST_SOURCES = 600
"""Sources of a story beyond which a picture would be metres wide."""


@dataclass(frozen=True)
class Node:
    """A unit in its box, with the id it leads to."""

    box: Box
    lines: tuple[str, ...]
    title: str
    target: str
    held: bool
    stacked: bool


@dataclass(frozen=True)
class Arc:
    """A link as a line; `edges` are the numbers of the edges it stands for."""

    id: str
    line: Line
    style: str
    title: str
    edges: tuple[int, ...]


@dataclass(frozen=True)
class Stack:
    """What a stacked node holds: its sources by id and by name, the numbers of their edges."""

    id: str
    label: str
    members: tuple[str, ...]
    names: tuple[str, ...]
    edges: tuple[int, ...]


@dataclass(frozen=True)
class Picture:
    """All that the template draws, in units of a CSS pixel."""

    number: int
    stories: tuple[int, ...]
    plan: Plan
    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    stacks: tuple[Stack, ...]
    description: str

    @property
    def least_width(self) -> int:
        """The width below which it is not shrunk but scrolled: its letters stay 9 pixels high."""
        return -(-self.plan.width * 9 // LETTERS) if self.shrinks else self.plan.width

    @property
    def shrinks(self) -> bool:
        """Whether it can be shrunk to a dossier's column with letters that can be read."""
        return self.plan.width * 9 <= PAGE * LETTERS

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The parts that are printed where the whole is too large for a sheet."""
        return tiles(self.plan)

    @property
    def legend(self) -> list[tuple[str, str]]:
        """The styles of line that occur, with what they stand for."""
        found = {arc.style for arc in self.arcs}
        return [(style, name) for style, name in LEGEND.items() if style in found]

    @property
    def has_absent(self) -> bool:
        """Whether a source is shown that is not held."""
        return any(not node.held for node in self.nodes)


@dataclass(frozen=True)
class Gallery:
    """The pictures by the number of the story they stand with.

    `shown_with` has the stories drawn in the picture of another, `too_large` those with too many
    sources for a picture, and how many. `anchors` has the line of each edge that is drawn, by its
    number; `alone` counts the edges of stories with one report, which have no picture.
    """

    pictures: dict[int, Picture]
    shown_with: dict[int, int]
    too_large: dict[int, int]
    anchors: dict[int, str]
    alone: int


def draw(document: Document, index: Index, cite: Citations) -> Gallery:
    """A picture for each story of several reports in which an edge was found."""
    all_ = panels(document)
    small = [panel for panel in all_ if len(panel.sources) <= _MOST_SOURCES]
    found = [_draw(n, panel, index, cite) for n, panel in enumerate(small, 1)]
    large = [panel for panel in all_ if len(panel.sources) > _MOST_SOURCES]
    return Gallery(
        pictures={picture.stories[0]: picture for picture in found},
        shown_with={story: p.stories[0] for p in found for story in p.stories[1:]},
        too_large={story: len(panel.sources) for panel in large for story in panel.stories},
        anchors={edge: arc.id for p in found for arc in p.arcs for edge in arc.edges},
        alone=len(document.lineage.edges) - sum(len(panel.edges) for panel in all_),
    )


def _draw(number: int, panel: Panel, index: Index, cite: Citations) -> Picture:
    shown = units(panel, index)
    joined = links(panel, shown)
    grid = arrange(shown, joined)
    joined = tuple(_forward(link, grid.cells) for link in joined)
    routes = route(joined, grid.cells)
    space = space_for(len(grid.rows), len(grid.columns))
    labels = tuple(label_of(unit, cite, space) for unit in shown)
    lanes = tuple(lane_of_row(lane, shown, space) for lane in grid.rows)
    laid = plan(grid, routes, joined, sizes_of(lanes, shown, labels))
    stacks = _stacks(number, shown, joined, cite, index)
    titles = tuple(unit_title(unit, cite, index) for unit in shown)
    single = (cite.one(unit.members[0]).target or "" for unit in shown)
    targets = (stacks[n].id if n in stacks else target for n, target in enumerate(single))
    return Picture(
        number=number,
        stories=panel.stories,
        plan=laid,
        lanes=lanes,
        nodes=tuple(
            _node(*parts) for parts in zip(shown, laid.boxes, labels, titles, targets, strict=True)
        ),
        arcs=_arcs(joined, [link_title(link, shown, cite) for link in joined], routes, laid),
        stacks=tuple(stacks.values()),
        description=describe(panel, shown),
    )


def _node(unit: Unit, box: Box, lines: tuple[str, ...], title: str, target: str) -> Node:
    return Node(box, lines, title, target, held=unit.held, stacked=len(unit.members) > 1)


def _arcs(
    joined: tuple[Link, ...], titles: list[str], routes: Routes, laid: Plan
) -> tuple[Arc, ...]:
    return tuple(
        Arc(
            id=f"arc-{link.edges[0][0]}",
            line=line(link, way, routes, laid),
            style=link.style,
            title=title,
            edges=tuple(edge for edge, _ in link.edges),
        )
        for link, way, title in zip(joined, routes.ways, titles, strict=True)
    )


def _forward(link: Link, cells: tuple[tuple[int, int], ...]) -> Link:
    """A link without a direction from left to right, any other as it is."""
    if link.directed or cells[link.start][1] <= cells[link.end][1]:
        return link
    return Link(link.end, link.start, link.style, link.edges)


def _stacks(
    number: int, shown: tuple[Unit, ...], joined: tuple[Link, ...], cite: Citations, index: Index
) -> dict[int, Stack]:
    """The units that hold several sources, by their places in `shown`."""
    found: dict[int, Stack] = {}
    for n, unit in enumerate(shown):
        if len(unit.members) > 1:
            own = [edge for link in joined if n in (link.start, link.end) for edge in link.edges]
            found[n] = Stack(
                id=f"stack-{number}-{len(found) + 1}",
                label=tags_of(unit.members, cite),
                members=unit.members,
                names=tuple(lane_of(index.sources[member], index) for member in unit.members),
                edges=tuple(sorted(edge for edge, _ in own)),
            )
    return found
