"""The ways of links through a grid: along rows and down channels between columns, never through
a cell that is taken.

The links of one unit in one style are a net: they share a trunk, which branches. Nets never share
a line with each other; where they meet, they cross at right angles. Lines that could lie on one
another get tracks of their own, by the left-edge method of channel routing (Hashimoto and Stevens
1971).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from stemma.dossier.picture_panels import Link

STEP = 6
"""Units of length between parallel lines."""

Net = tuple[int, str]
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
    """A way for each link. Channel `c` lies left of column `c`, gutter `r` above row `r`."""
    leaves = _leaves(links)
    turns = [_turns(link, cells, _next_in_row(cells)) for link in links]
    enters = _enters(links, cells, turns, leaves)
    ways = tuple(
        Way((k.start, k.style), leaves[k.start, k.style], enters[k.end, (k.start, k.style)], *turn)
        for k, turn in zip(links, turns, strict=True)
    )
    return Routes(ways, _channel_tracks(links, ways, cells), _gutter_tracks(ways))


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
    links: tuple[Link, ...], cells: tuple[Cell, ...], turns: list[Turn], leaves: dict[Net, int]
) -> dict[tuple[int, Net], int]:
    """The height at which each net enters each unit it leads to."""
    into: dict[int, dict[Net, tuple[bool, int]]] = {}
    straight: dict[int, set[Net]] = {}
    for link, turn in zip(links, turns, strict=True):
        net = (link.start, link.style)
        if turn[0] is None:
            straight.setdefault(link.end, set()).add(net)
        from_row = cells[link.start][0] if turn[1] is None else turn[1] - 0.5
        below = from_row > cells[link.end][0]
        into.setdefault(link.end, {})[net] = (below, abs(cells[link.start][0] - cells[link.end][0]))
    passing = _passing(links, cells, turns, leaves)
    found: dict[tuple[int, Net], int] = {}
    for unit, nets in into.items():
        direct = straight.get(unit, set())
        found |= {(unit, net): leaves[net] for net in direct}
        taken = passing.get(cells[unit], set()) | {leaves[net] for net in direct}
        free = [offset for offset in _offsets() if offset not in taken]
        rest = sorted((net for net in nets if net not in direct), key=lambda n: (*nets[n], n))
        found |= {(unit, net): off for net, off in _ports(rest, nets, free).items()}
    return found


def _ports(rest: list[Net], nets: dict[Net, tuple[bool, int]], free: list[int]) -> dict[Net, int]:
    """Heights for nets: those from above enter above those from below."""
    chosen = sorted(free[: len(rest)])
    return dict(zip(sorted(rest, key=lambda n: (nets[n], n)), chosen, strict=True))


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


def _channel_tracks(
    links: tuple[Link, ...], ways: tuple[Way, ...], cells: tuple[Cell, ...]
) -> dict[tuple[Net, int], int]:
    """The track of each net in each channel, from the left; few branches go left of many."""
    spans: dict[int, dict[Net, list[int]]] = {}
    for link, way in zip(links, ways, strict=True):
        if way.first is None:
            continue
        out = _level(cells[link.start][0], way.leave)
        into = _level(cells[link.end][0], way.enter)
        between = [_level(way.gutter, -500)] if way.gutter is not None else []
        spans.setdefault(way.first, {}).setdefault(way.net, []).extend([out, *(between or [into])])
        if way.last is not None:
            own = spans.setdefault(way.last, {}).setdefault(way.net, [])
            own.extend([*between, into])
    found: dict[tuple[Net, int], int] = {}
    for channel, nets in spans.items():
        ends = {net: (min(levels), max(levels)) for net, levels in nets.items()}
        order = sorted(ends, key=lambda n: (len(nets[n]), ends[n][0] - ends[n][1], n))
        found |= {(net, channel): track for net, track in _packed(order, ends).items()}
    return found


def _level(row: int, offset: int) -> int:
    """A height in a scale of 1000 a row, fine enough to tell lines of one row apart."""
    return 1000 * row + offset


def _gutter_tracks(ways: tuple[Way, ...]) -> dict[tuple[Net, int], int]:
    """The track of each net in each gutter, from the top."""
    spans: dict[int, dict[Net, list[int]]] = {}
    for way in ways:
        if way.gutter is not None and way.first is not None and way.last is not None:
            own = spans.setdefault(way.gutter, {}).setdefault(way.net, [])
            own.extend([_level(way.first, 0), _level(way.last, 0)])
    found: dict[tuple[Net, int], int] = {}
    for gutter, nets in spans.items():
        ends = {net: (min(columns), max(columns)) for net, columns in nets.items()}
        order = sorted(ends, key=lambda n: (ends[n][0] - ends[n][1], n))
        found |= {(net, gutter): track for net, track in _packed(order, ends).items()}
    return found


def _packed(order: list[Net], ends: dict[Net, tuple[int, int]]) -> dict[Net, int]:
    """The first track for each net, in `order`, on which no other lies where it does."""
    tracks: list[list[tuple[int, int]]] = []
    found: dict[Net, int] = {}
    for net in order:
        low, high = ends[net]
        fits = (
            number
            for number, track in enumerate(tracks)
            if all(high < other[0] - STEP or low > other[1] + STEP for other in track)
        )
        found[net] = next(fits, len(tracks))
        tracks += [[]] if found[net] == len(tracks) else []
        tracks[found[net]].append((low, high))
    return found
