"""A picture that is too large for a sheet of paper in parts that are not, each with its names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.dossier.picture_plan import HEADER, Plan

_WIDTH, _HEIGHT = 1000, 1340
"""What fits a sheet in letters that can still be read: some 5 points high."""


@dataclass(frozen=True)
class Tile:
    """A part of a picture without the names of its lanes and days, in the picture's lengths."""

    x: int
    y: int
    width: int
    height: int


def tiles(plan: Plan) -> tuple[Tile, ...]:
    """The parts of a picture, row by row; none where it fits as a whole."""
    if plan.width <= _WIDTH and plan.height <= _HEIGHT:
        return ()
    across = _cut([band.x for band in plan.bands], (plan.left, plan.width), _WIDTH - plan.left)
    down = _cut([y - 3 for y in plan.gutters], (HEADER, plan.height), _HEIGHT - HEADER)
    return tuple(Tile(x, y, w, h) for y, h in down for x, w in across)


def _cut(places: Sequence[int], ends: tuple[int, int], most: int) -> list[tuple[int, int]]:
    """A stretch in parts of at most `most`, cut at `places` where one is near enough."""
    start, end = ends
    found = []
    while end - start > most:
        near = [place for place in places if start + most // 3 < place <= start + most]
        cut = max(near, default=start + most)
        found.append((start, cut - start))
        start = cut
    return [*found, (start, end - start)]
