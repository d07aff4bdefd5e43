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
from stemma.dossier.picture_plan import Box, Plan, Sizes, plan
from stemma.dossier.picture_routes import route
from stemma.dossier.picture_tiles import Tile, tiles
from stemma.dossier.picture_words import (
    LEGEND,
    Lane,
    box_widths,
    describe,
    label_of,
    lane_of_row,
    link_title,
    names_width,
    tags_of,
    unit_title,
)
from stemma.model.document import Document

_CROWD = 40
"""Rows beyond which names in boxes are kept to one line."""


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

    `shown_with` has the stories drawn in the picture of another, `anchors` the line of each edge
    that is drawn, by its number; `undrawn` counts the edges that are not.
    """

    pictures: dict[int, Picture]
    shown_with: dict[int, int]
    anchors: dict[int, str]
    undrawn: int


def draw(document: Document, index: Index, cite: Citations) -> Gallery:
    """A picture for each story of several reports in which an edge was found."""
    found = [_draw(n, panel, index, cite) for n, panel in enumerate(panels(document), 1)]
    anchors = {edge: arc.id for p in found for arc in p.arcs for edge in arc.edges}
    return Gallery(
        pictures={picture.stories[0]: picture for picture in found},
        shown_with={story: p.stories[0] for p in found for story in p.stories[1:]},
        anchors=anchors,
        undrawn=len(document.lineage.edges) - len(anchors),
    )


def _draw(number: int, panel: Panel, index: Index, cite: Citations) -> Picture:
    shown = units(panel, index)
    joined = links(panel, shown)
    grid = arrange(shown, joined)
    joined = tuple(_forward(link, grid.cells) for link in joined)
    routes = route(joined, grid.cells)
    labels = tuple(label_of(unit, cite, len(grid.rows) > _CROWD) for unit in shown)
    lanes = tuple(lane_of_row(lane, shown) for lane in grid.rows)
    sizes = Sizes(
        left=names_width(lanes),
        lanes=tuple(len(lane.lines) for lane in lanes),
        boxes=tuple(zip(box_widths(shown, labels), map(len, labels), strict=True)),
    )
    laid = plan(grid, routes, joined, sizes)
    stacks = _stacks(number, shown, joined, cite, index)
    return Picture(
        number=number,
        stories=panel.stories,
        plan=laid,
        lanes=lanes,
        nodes=tuple(
            Node(
                box=laid.boxes[n],
                lines=labels[n],
                title=unit_title(unit, cite, index),
                target=stacks[n].id if n in stacks else cite.one(unit.members[0]).target or "",
                held=unit.held,
                stacked=n in stacks,
            )
            for n, unit in enumerate(shown)
        ),
        arcs=tuple(
            Arc(
                id=f"arc-{link.edges[0][0]}",
                line=line(link, way, routes, laid),
                style=link.style,
                title=link_title(link, shown, cite),
                edges=tuple(edge for edge, _ in link.edges),
            )
            for link, way in zip(joined, routes.ways, strict=True)
        ),
        stacks=tuple(stacks.values()),
        description=describe(panel, shown),
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
