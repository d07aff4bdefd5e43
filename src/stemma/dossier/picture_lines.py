"""A way through the grid as the line that is drawn: its path, its ends, its head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from stemma.dossier.picture_panels import Link
from stemma.dossier.picture_plan import Plan
from stemma.dossier.picture_routes import Routes, Way
from stemma.dossier.picture_tracks import STEP

_HEAD, _HALF = 8, 3
"""Length of an arrow's head, and half its width."""
_ROUND = 5
"""The radius with which a line turns: by it a turn is told from a crossing."""

Point = tuple[int, int]


@dataclass(frozen=True)
class Line:
    """The corners of a line from box to box, the path through them, and the head's corners.

    The head is empty where the line has no direction.
    """

    points: tuple[Point, ...]
    path: str
    head: str


def line(link: Link, way: Way, routes: Routes, plan: Plan) -> Line:
    """The line of `link`, which goes `way`."""
    points = tuple(_corners(link, way, routes, plan))
    if not link.directed:
        return Line(points, _path(points), "")
    x, y = points[-1]
    head = f"{x - _HEAD},{y - _HALF} {x},{y} {x - _HEAD},{y + _HALF}"
    return Line(points, _path((*points[:-1], (x - _HEAD + 1, y))), head)


def _corners(link: Link, way: Way, routes: Routes, plan: Plan) -> Iterator[Point]:
    start, end = plan.boxes[link.start], plan.boxes[link.end]
    points = [(start.x + start.width, start.y + start.height // 2 + way.leave)]
    target = end.x, end.y + end.height // 2 + way.enter
    if way.first is not None:
        points += _turned(points[0][1], way, routes, plan)
        points.append((points[-1][0], target[1]))
    return _without_repeats([*points, target])


def _turned(y: int, way: Way, routes: Routes, plan: Plan) -> list[Point]:
    """The corners at which a way leaves its first channel and reaches its last."""
    first = way.first or 0
    x = plan.channels[first] + STEP * routes.in_channel[way.net, first]
    if way.gutter is None or way.last is None:
        return [(x, y)]
    along = plan.gutters[way.gutter] + STEP * routes.in_gutter[way.net, way.gutter]
    last = plan.channels[way.last] + STEP * routes.in_channel[way.net, way.last]
    return [(x, y), (x, along), (last, along)]


def _without_repeats(points: Iterable[Point]) -> Iterator[Point]:
    last: Point | None = None
    for point in points:
        if point != last:
            yield point
        last = point


def _path(points: tuple[Point, ...]) -> str:
    """A path through corners, each rounded as far as its sides allow."""
    parts = [f"M{points[0][0]} {points[0][1]}"]
    for (before, corner), (_, after) in pairwise(pairwise(points)):
        reach = min(_ROUND, _far(before, corner) // 2, _far(corner, after) // 2)
        start, end = _toward(corner, before, reach), _toward(corner, after, reach)
        parts.append(f"L{start[0]} {start[1]}Q{corner[0]} {corner[1]} {end[0]} {end[1]}")
    return "".join([*parts, f"L{points[-1][0]} {points[-1][1]}"])


def _far(one: Point, other: Point) -> int:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _toward(point: Point, other: Point, reach: int) -> Point:
    """The point `reach` away from `point` on the way to `other`, along an axis."""
    x = reach * ((other[0] > point[0]) - (other[0] < point[0]))
    y = reach * ((other[1] > point[1]) - (other[1] < point[1]))
    return point[0] + x, point[1] + y
