"""The family tree as a picture: a lane for each outlet, time from left to right, edges as arcs.

The table beside it says the same and more; the picture is left out where it would not be legible.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from stemma.dossier.citations import Citations
from stemma.dossier.index import Index
from stemma.dossier.wording import short_day_text
from stemma.model.document import Document
from stemma.model.lineage import Derivation, Source

_MOST_NODES, _MOST_ARCS = 40, 90
_TOP, _ROW, _COLUMN, _HALF = 34, 36, 52, 18
_WIDTH = 880
"""The width that days spread over where they are few."""
_DAY = 88
"""The least width of a day, so that dates do not run into each other."""
_LETTER = 7.4
"""The mean width of a letter of a lane's name."""
_SOLID = frozenset({"verbatim", "edited", "translation", "update"})
_SAID = frozenset({"paraphrase", "quotes", "credits"})


@dataclass(frozen=True)
class Node:
    """A source at its place; a hollow one is not held."""

    x: int
    y: int
    label: str
    name: str
    held: bool


@dataclass(frozen=True)
class Arc:
    """An edge as an SVG path. `style` is its class, `head` whether it has a direction."""

    path: str
    style: str
    head: bool
    name: str


@dataclass(frozen=True)
class Picture:
    """All that the template draws, in units of a CSS pixel."""

    width: int
    height: int
    lanes: tuple[tuple[int, str], ...]
    ticks: tuple[tuple[int, str], ...]
    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    left: int


def draw(document: Document, index: Index, cite: Citations) -> Picture | None:
    """The reports, the sources that edges join to them, and the edges; `None` if too many."""
    edges = document.lineage.edges
    joined = {end for edge in edges for end in (edge.from_, edge.to)}
    shown = [source for source in document.sources if source.held or source.id in joined]
    if not edges or len(shown) > _MOST_NODES or len(edges) > _MOST_ARCS:
        return None
    lanes = _lanes(shown, index)
    left = 14 + round(_LETTER * max(len(_short(name)) for name in lanes))
    columns, ticks, width = _columns(shown, lanes, index, left)
    nodes = {
        s.id: Node(
            columns[s.id],
            _TOP + _ROW * lanes[_lane(s, index)] + _ROW // 2,
            cite.one(s.id).label,
            s.name,
            s.held is not None,
        )
        for s in shown
    }
    return Picture(
        width=width,
        height=_TOP + _ROW * len(lanes) + 8,
        lanes=tuple((_TOP + _ROW * row + _ROW // 2, _short(name)) for name, row in lanes.items()),
        ticks=ticks,
        nodes=tuple(nodes.values()),
        arcs=tuple(_arc(edge, nodes[edge.from_], nodes[edge.to]) for edge in edges),
        left=left,
    )


def _lane(source: Source, index: Index) -> str:
    """The name of the lane a source is in: its outlet, or itself where it is not held."""
    if source.held is None:
        return source.name
    report = index.reports[source.held]
    return report.outlet or report.title or report.file


def _day(source: Source, index: Index) -> date | None:
    """The day a held source was published, as far as it is known."""
    if source.held is None:
        return None
    when = index.reports[source.held].published
    return when.start or when.end


def _lanes(shown: list[Source], index: Index) -> dict[str, int]:
    """Rows by lane: sources that are not held on top, then outlets by their first report."""
    first: dict[str, tuple[bool, date, int]] = {}
    for order, source in enumerate(shown):
        key = (source.held is not None, _day(source, index) or date.max, order)
        lane = _lane(source, index)
        first[lane] = min(first.get(lane, key), key)
    return {lane: row for row, lane in enumerate(sorted(first, key=first.__getitem__))}


def _columns(
    shown: list[Source], lanes: dict[str, int], index: Index, left: int
) -> tuple[dict[str, int], tuple[tuple[int, str], ...], int]:
    """Where each source stands from left to right, the ticks above, and the width of all.

    Those not held stand first, then each day in order, then reports without a date. Sources of
    one lane and day stand side by side.
    """
    slots: dict[tuple[bool, date], list[Source]] = {}
    for source in shown:
        key = (source.held is not None, _day(source, index) or date.max)
        slots.setdefault(key, []).append(source)
    days = sum(held for held, _ in slots)
    day_width = max(_DAY, min(2 * _DAY, (_WIDTH - left - 3 * _COLUMN) // max(days, 1)))
    places: dict[str, int] = {}
    ticks: list[tuple[int, str]] = []
    x = left + _COLUMN // 2
    for (held, day), sources in sorted(slots.items(), key=lambda slot: slot[0]):
        used: Counter[int] = Counter()
        for source in sources:
            row = lanes[_lane(source, index)]
            places[source.id] = x + _COLUMN * used[row]
            used[row] += 1
        if held:
            ticks.append((x, "not dated" if day == date.max else short_day_text(day)))
        x += max(_COLUMN * max(used.values()), 2 * _COLUMN if not held else day_width)
    return places, tuple(ticks), x + _COLUMN // 2


def _arc(edge: Derivation, start: Node, end: Node) -> Arc:
    style = "solid" if edge.kind in _SOLID else "said" if edge.kind in _SAID else "loose"
    return Arc(
        _path(start, end), style, edge.directed, f"{start.label} to {end.label}: {edge.kind}"
    )


def _path(start: Node, end: Node) -> str:
    """A curve that leaves a node on the side of the other and meets that head on."""
    if start.x == end.x:
        bulge = start.x + _HALF + 30
        return (
            f"M {start.x + _HALF} {start.y} C {bulge} {start.y} {bulge} {end.y} "
            f"{end.x + _HALF + 3} {end.y}"
        )
    sign = 1 if end.x > start.x else -1
    x1, x2 = start.x + sign * _HALF, end.x - sign * (_HALF + 3)
    reach = sign * max(24, abs(x2 - x1) // 2)
    return f"M {x1} {start.y} C {x1 + reach} {start.y} {x2 - reach} {end.y} {x2} {end.y}"


def _short(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= 26 else f"{line[:25]}…"
