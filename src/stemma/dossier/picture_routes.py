"""The ways of links through a grid: along rows and down channels between columns, never through
a cell that is taken.

The links of one unit in one style are a net: they share a trunk, which branches. Nets never share
a line with each other; where they meet, they cross at right angles. Lines that could lie on one
another get tracks of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from stemma.dossier.picture_panels import Link
from stemma.dossier.picture_tracks import STEP, Crossbar, Net, channel_tracks, level, packed

Cell = tuple[int, int]


@dataclass(frozen=True)
class Way:
    """How a link goes: out at the height `leave`, in at `enter`, both measured from the middle.

    It turns down channel `first`, where it is given runs along `gutter` to channel `last`, and
    turns down that. A straight one has no channel.
    """

    net: Net
    leave: int
    enter: int
    first: int | None
    gutter: int | None
    last: int | None


@dataclass(frozen=True)
class Routes:
    """The way of each link, with the track of each net in each channel and in each gutter."""

    ways: tuple[Way, ...]
    in_channel: dict[tuple[Net, int], int]
    in_gutter: dict[tuple[Net, int], int]


def route(links: tuple[Link, ...], cells: tuple[Cell, ...]) -> Routes:
    """A way for each link. Channel `c` lies left of column `c`, gutter `r` above row `r`.

    Where nets enter a unit is settled in two rounds: the second knows the tracks of the first.
    """
    leaves = _leaves(links)
    after = _next_in_row(cells)
    turns = [_turns(link, cells, after) for link in links]
    ways: tuple[Way, ...] = ()
    tracks: dict[tuple[Net, int], int] = {}
    for _ in range(2):
        enters = _enters(links, cells, (turns, leaves, tracks))
        ways = tuple(
            Way((k.start, k.style), leaves[k.start, k.style], enters[k.end, (k.start, k.style)], *t)
            for k, t in zip(links, turns, strict=True)
        )
        tracks = channel_tracks(_crossbars(links, ways, cells))
    return Routes(ways, tracks, _gutter_tracks(ways))


def _offsets() -> tuple[int, ...]:
    return (0, *(side * STEP * n for n in range(1, 40) for side in (-1, 1)))


def _leaves(links: tuple[Link, ...]) -> dict[Net, int]:
    """The height at which each net leaves its unit."""
    styles: dict[int, dict[str, None]] = {}
    for link in links:
        styles.setdefault(link.start, {})[link.style] = None
    return {
        (start, style): offset
        for start, own in styles.items()
        for style, offset in zip(own, _offsets(), strict=False)
    }


def _next_in_row(cells: tuple[Cell, ...]) -> dict[Cell, int]:
    """The column of the next unit right of each in its row."""
    found: dict[Cell, int] = {}
    rows: dict[int, list[int]] = {}
    for row, column in cells:
        rows.setdefault(row, []).append(column)
    for row, columns in rows.items():
        columns.sort()
        for one, other in pairwise(columns):
            found[row, one] = other
    return found


Turn = tuple[int | None, int | None, int | None]


def _turns(link: Link, cells: tuple[Cell, ...], after: dict[Cell, int]) -> Turn:
    """The first channel, the gutter and the last channel of a link."""
    row, column = cells[link.start]
    end_row, end_column = cells[link.end]
    seen = after.get((row, column))
    if end_row == row and end_column == seen:
        return None, None, None
    if end_column > column and (seen is None or end_column <= seen):
        return end_column, None, None
    return column + 1, row if end_row < row else row + 1, end_column


def _enters(
    links: tuple[Link, ...],
    cells: tuple[Cell, ...],
    known: tuple[list[Turn], dict[Net, int], dict[tuple[Net, int], int]],
) -> dict[tuple[int, Net], int]:
    """The height at which each net enters each unit it leads to.

    What comes down further left enters lower, what comes up further left higher: so they do not
    cross.
    """
    turns, leaves, tracks = known
    into: dict[int, dict[Net, tuple[bool, int]]] = {}
    straight: dict[int, set[Net]] = {}
    for link, turn in zip(links, turns, strict=True):
        net = (link.start, link.style)
        if turn[0] is None:
            straight.setdefault(link.end, set()).add(net)
        row, column = cells[link.end]
        below = (cells[link.start][0] if turn[1] is None else turn[1] - 1) >= row
        track = tracks.get((net, column), 0)
        into.setdefault(link.end, {})[net] = (below, track if below else -track)
    passing = _passing(links, cells, turns, leaves)
    found: dict[tuple[int, Net], int] = {}
    for unit, nets in into.items():
        direct = straight.get(unit, set())
        taken = passing.get(cells[unit], set()) | {leaves[net] for net in direct}
        rest = {net: side for net, side in nets.items() if net not in direct}
        found |= {(unit, net): leaves[net] for net in direct}
        found |= {(unit, net): offset for net, offset in _ports(rest, taken).items()}
    return found


def _ports(nets: dict[Net, tuple[bool, int]], taken: set[int]) -> dict[Net, int]:
    """Heights for nets from above to below: each on its own side, unless that has far too many."""
    order = sorted(nets, key=lambda net: (nets[net], net))
    middle = [] if 0 in taken or not order else [0]
    rest = len(order) - len(middle)
    above = sum(not below for below, _ in nets.values())
    upper = max(min(above, rest, rest // 2 + 1), rest - rest // 2 - 1)
    free = [offset for offset in _offsets() if offset not in taken]
    over = [offset for offset in free if offset < 0][:upper]
    under = [offset for offset in free if offset > 0][: rest - upper]
    return dict(zip(order, sorted([*over, *middle, *under]), strict=True))


def _passing(
    links: tuple[Link, ...], cells: tuple[Cell, ...], turns: list[Turn], leaves: dict[Net, int]
) -> dict[Cell, set[int]]:
    """Heights that lines of the unit to the left take in the channel before each cell."""
    found: dict[Cell, set[int]] = {}
    for link, (first, _, _) in zip(links, turns, strict=True):
        if first is not None:
            cell = cells[link.start][0], first
            found.setdefault(cell, set()).add(leaves[link.start, link.style])
    return found


def _crossbars(
    links: tuple[Link, ...], ways: tuple[Way, ...], cells: tuple[Cell, ...]
) -> dict[int, dict[Net, Crossbar]]:
    """Where in each channel each net goes on to the left and to the right."""
    found: dict[int, dict[Net, Crossbar]] = {}
    for link, way in zip(links, ways, strict=True):
        if way.first is None:
            continue
        first = found.setdefault(way.first, {}).setdefault(way.net, Crossbar())
        first.left.append(level(cells[link.start][0], way.leave))
        into = level(cells[link.end][0], way.enter)
        if way.gutter is None or way.last is None:
            first.right.append(into)
            continue
        between = level(way.gutter, -500)
        last = found.setdefault(way.last, {}).setdefault(way.net, Crossbar())
        (first.right if way.first <= way.last else first.left).append(between)
        (last.left if way.first <= way.last else last.right).append(between)
        last.right.append(into)
    return found


def _gutter_tracks(ways: tuple[Way, ...]) -> dict[tuple[Net, int], int]:
    """The track of each net in each gutter, from the top."""
    spans: dict[int, dict[Net, list[int]]] = {}
    for way in ways:
        if way.gutter is not None and way.first is not None and way.last is not None:
            own = spans.setdefault(way.gutter, {}).setdefault(way.net, [])
            own.extend([level(way.first, 0), level(way.last, 0)])
    found: dict[tuple[Net, int], int] = {}
    for gutter, nets in spans.items():
        ends = {net: (min(columns), max(columns)) for net, columns in nets.items()}
        order = [net for _, net in sorted((low - high, net) for net, (low, high) in ends.items())]
        found |= {(net, gutter): track for net, track in packed(order, ends).items()}
    return found
