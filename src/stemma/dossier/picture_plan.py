"""From cells and tracks to lengths: where columns, channels, rows, gutters and boxes lie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from stemma.dossier.picture_grid import Column, Grid
from stemma.dossier.picture_letters import width
from stemma.dossier.picture_panels import Link
from stemma.dossier.picture_routes import Routes
from stemma.dossier.picture_tracks import STEP, Net
from stemma.dossier.wording import MONTHS, counted

LETTERS = 11
"""The size of all letters, in CSS pixels."""
HEADER = 44
"""The height of the names of days."""
_BOTTOM, _SIDE = 8, 6
_SLACK = 4
"""The room right of a column, where the edges of stacks show."""
_LINE = 13
_BOX = 20
"""The least height of a box."""
PAGE = 872
"""The width of a dossier's column on a wide screen: a picture that needs less is spread over it."""
_MOST_SPREAD = 44
_ROOMY_ROWS = 16
"""Rows up to which they stand further apart."""


@dataclass(frozen=True)
class Box:
    """A rectangle from its upper left corner."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Sizes:
    """What words need: the width of lanes' names, the lines of each row's name, and for each box
    its width and its lines."""

    left: int
    lanes: tuple[int, ...]
    boxes: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Band:
    """The stretch of a day, with its name in one or two lines; `skipped`: days before it left out.

    `kind` is that of its columns.
    """

    x: int
    width: int
    name: str
    under: str
    skipped: bool
    kind: str


@dataclass(frozen=True)
class Plan:
    """Lengths in CSS pixels. `rows` are the middles; tracks start at `channels`, `gutters`.

    Names of lanes end at `left`.
    """

    width: int
    height: int
    left: int
    rows: tuple[int, ...]
    channels: tuple[int, ...]
    gutters: tuple[int, ...]
    boxes: tuple[Box, ...]
    bands: tuple[Band, ...]


def plan(grid: Grid, routes: Routes, links: tuple[Link, ...], sizes: Sizes) -> Plan:
    """Lengths for a grid whose words need `sizes`."""
    left, widths = sizes.left, tuple(width_ for width_, _ in sizes.boxes)
    heights = _heights(sizes, routes, links)
    rows, gutters, bottom = _rows(grid, routes, heights, sizes.lanes)
    columns, channels, right = _columns(grid, routes, widths, left)
    return Plan(
        width=right + _SIDE,
        height=bottom + _BOTTOM,
        left=left,
        rows=rows,
        channels=channels,
        gutters=gutters,
        boxes=tuple(
            _box(columns[c], rows[r], widths[n], heights[n]) for n, (r, c) in enumerate(grid.cells)
        ),
        bands=tuple(_bands(grid, columns, right)),
    )


def _box(column: tuple[int, int, int], middle: int, wide: int, high: int) -> Box:
    _, x, room = column
    return Box(x + (room - wide) // 2, middle - high // 2, wide, high)


def _heights(sizes: Sizes, routes: Routes, links: tuple[Link, ...]) -> list[int]:
    """The height of each box: enough for its words and for the lines that leave and enter it."""
    reach = [0] * len(sizes.boxes)
    for link, way in zip(links, routes.ways, strict=True):
        reach[link.start] = max(reach[link.start], abs(way.leave))
        reach[link.end] = max(reach[link.end], abs(way.enter))
    words = [_BOX + _LINE * (lines - 1) for _, lines in sizes.boxes]
    return [max(high, 2 * far + 10) for high, far in zip(words, reach, strict=True)]


def _tracks(tracks: dict[tuple[Net, int], int], number: int) -> list[int]:
    """How many tracks each of `number` channels or gutters has."""
    found = [0] * number
    for (_, place), track in tracks.items():
        found[place] = max(found[place], track + 1)
    return found


def _rows(
    grid: Grid, routes: Routes, heights: list[int], lines: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    """The middles of rows, where gutters start, and where the last gutter ends."""
    needed = [_LINE * n + 4 for n in lines]
    for (row, _), height in zip(grid.cells, heights, strict=True):
        needed[row] = max(needed[row], height)
    pad = 6 if len(lines) <= _ROOMY_ROWS else 4
    middles, gutters, y = [], [], HEADER
    for row, tracks in enumerate(_tracks(routes.in_gutter, len(lines) + 1)):
        gutters.append(y + pad)
        y += 2 * pad + max(0, tracks - 1) * STEP
        if row < len(lines):
            middles.append(y + needed[row] // 2)
            y += needed[row]
    return tuple(middles), tuple(gutters), y


def _columns(
    grid: Grid, routes: Routes, widths: tuple[int, ...], left: int
) -> tuple[list[tuple[int, int, int]], tuple[int, ...], int]:
    """For each column where its channel starts, where it starts, and its width; then the tracks."""
    wide = [0] * len(grid.columns)
    for (_, column), width_ in zip(grid.cells, widths, strict=True):
        wide[column] = max(wide[column], width_)
    tracks = _tracks(routes.in_channel, len(wide) + 1)
    pads = [_pads(column, n, tracks[n]) for n, column in enumerate(grid.columns)]
    before = [
        front + max(0, n - 1) * STEP + back for (front, back), n in zip(pads, tracks, strict=False)
    ]
    for group, names in _days(grid.columns):
        short = max(width(name, LETTERS) for name in names) + 12
        short -= sum(before[n] + wide[n] for n in group)
        before[group[0]] += max(0, short)
    free = PAGE - left - sum(before) - sum(wide) - max(0, tracks[-1] - 1) * STEP
    spread = max(0, min(_MOST_SPREAD, free // max(1, len(wide) - 1)))
    found, starts, x = [], [], left
    for n, room in enumerate(wide):
        extra = spread if n else 0
        starts.append(x + pads[n][0] + extra // 2)
        found.append((x, x + before[n] + extra, room))
        x += before[n] + extra + room + _SLACK
    starts.append(x + 10)
    after = 10 + STEP * tracks[-1] if tracks[-1] else 0
    return found, tuple(starts), x + 8 + after


def _pads(column: Column, place: int, tracks: int) -> tuple[int, int]:
    """The room before the first track of a channel and after its last."""
    if place == 0:
        return (8, 14) if tracks else (0, 4)
    return (7 if column.part == 0 else 5), (14 if tracks else 8)


def _days(columns: tuple[Column, ...]) -> Iterator[tuple[list[int], tuple[str, str]]]:
    """The columns of each day with its name in two lines."""
    last: Column | None = None
    numbered = enumerate(columns)
    for _, group in groupby(numbered, key=lambda item: (item[1].kind, item[1].day)):
        members = list(group)
        column = members[0][1]
        yield [n for n, _ in members], _name(column, last)
        last = column


def _name(column: Column, last: Column | None) -> tuple[str, str]:
    """What stands above a day: the day, then its year where that is new, or the days left out."""
    if column.kind != "day":
        return {"wanted": ("Not held", ""), "undated": ("Not dated", "")}.get(
            column.kind, ("Other days", "")
        )
    day = f"{column.day.day} {MONTHS[column.day.month - 1][:3]}"
    if last is None or last.kind != "day" or last.day.year != column.day.year:
        return day, str(column.day.year)
    days = (column.day - last.day).days
    return day, f"+{counted(days, 'day')}" if days > 1 else ""


def _bands(grid: Grid, columns: list[tuple[int, int, int]], right: int) -> Iterator[Band]:
    """The stretches of the days, from left to right."""
    last: Column | None = None
    for group, (name, under) in _days(grid.columns):
        column = grid.columns[group[0]]
        x = columns[group[0]][0]
        follows = group[-1] + 1
        end = columns[follows][0] if follows < len(columns) else right
        both = last is not None and last.kind == column.kind == "day"
        skipped = both and last is not None and (column.day - last.day).days > 1
        yield Band(x, end - x, name, under, skipped, column.kind)
        last = column
