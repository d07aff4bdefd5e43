from __future__ import annotations

from itertools import combinations

from stemma.dossier.citations import Citations
from stemma.dossier.index import Index
from stemma.dossier.picture import Picture, draw
from tests.dossier.family import family


def _picture(reports: int, edges: int, wanted: int) -> Picture:
    document = family(reports, edges, wanted)
    index = Index(document)
    return draw(document, index, Citations(document, index)).pictures[1]


def test_a_large_picture_is_printed_in_parts() -> None:
    """The parts cover it without overlap, cut no box, and each fits a sheet."""
    small = _picture(5, 4, 3)
    assert small.tiles == ()
    large = _picture(150, 200, 60)
    plan = large.plan
    area = sum(tile.width * tile.height for tile in large.tiles)
    assert area == (plan.width - plan.left) * (plan.height - 44)
    for one, other in combinations(large.tiles, 2):
        apart_x = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert apart_x or one.y + one.height <= other.y or other.y + other.height <= one.y
    for tile in large.tiles:
        assert tile.width <= 1000 - plan.left
        assert tile.height <= 1340
    for box in plan.boxes:
        inside = [
            tile
            for tile in large.tiles
            if tile.x <= box.x
            and box.x + box.width <= tile.x + tile.width
            and tile.y <= box.y
            and box.y + box.height <= tile.y + tile.height
        ]
        assert len(inside) == 1
