from __future__ import annotations

from itertools import combinations

from msgspec.structs import replace

from stemma.dossier.citations import Citations
from stemma.dossier.index import Index
from stemma.dossier.picture import Picture, draw
from stemma.model.document import Document, FamilyTree
from stemma.model.lineage import Source


def _draw(document: Document) -> Picture | None:
    index = Index(document)
    return draw(document, index, Citations(document, index))


def test_every_source_and_edge_is_drawn(document: Document) -> None:
    """Reports without an edge are there too: an independent one is worth seeing."""
    picture = _draw(document)
    assert picture is not None
    assert sorted(node.label for node in picture.nodes) == ["G1", "R1", "R2", "R3"]
    assert len(picture.arcs) == len(document.lineage.edges)
    assert [node.held for node in picture.nodes if node.label == "G1"] == [False]


def test_no_two_nodes_overlap_and_all_are_inside(document: Document) -> None:
    """Each node has its own place, within the picture and right of the names."""
    same_day = tuple(
        replace(r, published=document.reports[0].published, outlet="One") for r in document.reports
    )
    for shown in (document, replace(document, reports=same_day)):
        picture = _draw(shown)
        assert picture is not None
        for one, other in combinations(picture.nodes, 2):
            assert abs(one.x - other.x) >= 40 or abs(one.y - other.y) >= 24
        for node in picture.nodes:
            assert picture.left < node.x < picture.width
            assert 0 < node.y < picture.height


def test_time_runs_from_left_to_right(document: Document) -> None:
    """Sources that are not held come first, then days in order, then reports without a date."""
    picture = _draw(document)
    assert picture is not None
    order = [node.label for node in sorted(picture.nodes, key=lambda node: node.x)]
    assert order == ["G1", "R1", "R2", "R3"]
    assert [name for _, name in picture.ticks] == ["3 Mar 2031", "4 Mar 2031", "not dated"]


def test_too_much_is_not_drawn(document: Document) -> None:
    """Beyond what is legible there is no picture; without edges there is nothing to draw."""
    tree = document.lineage
    crowd = tuple(Source(id=f"x{n}", name=str(n)) for n in range(60))
    edges = tuple(replace(tree.edges[0], from_=source.id) for source in crowd)
    crowded = replace(
        document,
        sources=(*document.sources, *crowd),
        lineage=FamilyTree(edges=edges, stories=tree.stories),
    )
    assert _draw(crowded) is None
    assert _draw(replace(document, lineage=FamilyTree(edges=(), stories=tree.stories))) is None
