from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.dossier.citations import Citations
from stemma.dossier.index import Index
from stemma.dossier.picture import Gallery, Picture, draw
from stemma.dossier.picture_letters import width
from stemma.dossier.picture_plan import LETTERS, Box, Plan
from stemma.model.document import Document
from stemma.model.lineage import DerivationKind
from tests.dossier.family import Edge, family, tree

SIZES = [(5, 4, 3, 1), (30, 35, 20, 1), (30, 35, 20, 3), (150, 200, 60, 1), (150, 200, 60, 4)]

Segment = tuple[int, int, int, int]


def gallery(document: Document) -> Gallery:
    """The pictures of a document."""
    index = Index(document)
    return draw(document, index, Citations(document, index))


def pictures(document: Document) -> list[Picture]:
    """Its pictures, at least one."""
    found = list(gallery(document).pictures.values())
    assert found
    return found


def segments(picture: Picture, arc: int) -> list[Segment]:
    """The pieces of a line as rectangles without width or without height."""
    points = picture.arcs[arc].line.points
    return [
        (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        for (x1, y1), (x2, y2) in pairwise(points)
    ]


def meets(segment: Segment, box: Box) -> bool:
    """Whether a piece of a line runs through the inside of a box."""
    left, top, right, bottom = segment
    across = left < box.x + box.width and right > box.x
    return across and top < box.y + box.height and bottom > box.y


def check_boxes(plan: Plan) -> None:
    """Boxes lie apart, right of the names of lanes and below those of days."""
    for one, other in combinations(plan.boxes, 2):
        apart_x = one.x + one.width + 4 <= other.x or other.x + other.width + 4 <= one.x
        apart_y = one.y + one.height + 4 <= other.y or other.y + other.height + 4 <= one.y
        assert apart_x or apart_y
    for box in plan.boxes:
        assert plan.left <= box.x
        assert box.x + box.width <= plan.width
        assert box.y >= 36
        assert box.y + box.height <= plan.height


def check_lines(picture: Picture) -> None:
    """Lines join the borders of boxes, run through none, and lie on none of another box."""
    plan = picture.plan
    owners: dict[tuple[str, int], list[tuple[int, int, Box]]] = defaultdict(list)
    for n, arc in enumerate(picture.arcs):
        (x1, y1), (x2, y2) = arc.line.points[0], arc.line.points[-1]
        starts = [b for b in plan.boxes if b.x + b.width == x1 and b.y < y1 < b.y + b.height]
        ends = [b for b in plan.boxes if b.x == x2 and b.y < y2 < b.y + b.height]
        assert len(starts) == len(ends) == 1
        for segment in segments(picture, n):
            assert not any(meets(segment, box) for box in plan.boxes)
            assert plan.left <= segment[0]
            assert segment[2] <= plan.width
            assert segment[1] >= 36
            assert segment[3] <= plan.height
            left, top, right, bottom = segment
            if top == bottom:
                owners["y", top].append((left, right, starts[0]))
            else:
                assert left == right
                owners["x", left].append((top, bottom, starts[0]))
    for pieces in owners.values():
        for (low, high, box), (low2, high2, box2) in combinations(pieces, 2):
            assert box == box2 or high <= low2 or high2 <= low


@pytest.mark.parametrize("size", SIZES)
def test_nothing_lies_on_anything_else(size: tuple[int, int, int, int]) -> None:
    """At 5, 30 and 150 reports boxes and lines of different origin have places of their own."""
    for picture in pictures(family(*size)):
        check_boxes(picture.plan)
        check_lines(picture)


_KINDS: st.SearchStrategy[DerivationKind] = st.sampled_from(
    ["verbatim", "edited", "credits", "same-event", "unknown"]
)


@st.composite
def trees(drawn: st.DrawFn) -> Document:
    """Any tree: rings, edges against time or into sources not held, several a pair, any dates."""
    reports = drawn(
        st.lists(
            st.tuples(st.integers(0, 5), st.one_of(st.none(), st.integers(0, 6))),
            min_size=2,
            max_size=12,
        )
    )
    wanted = drawn(st.integers(0, 6))
    ends = [f"h{n}" for n in range(len(reports))] + [f"w{n}" for n in range(wanted)]
    pairs = st.tuples(st.sampled_from(ends), st.sampled_from(ends), _KINDS)
    edges: list[Edge] = drawn(st.lists(pairs, max_size=25, unique=True))
    half = drawn(st.integers(1, len(reports)))
    stories = [list(range(half)), list(range(half, len(reports)))]
    return tree(reports, wanted, edges, [story for story in stories if story])


@given(trees())
@settings(max_examples=150, deadline=None)
def test_any_tree_can_be_drawn(document: Document) -> None:
    """Whatever joins what, the laws of the layout hold and each edge is drawn or counted."""
    drawn = gallery(document)
    for picture in drawn.pictures.values():
        check_boxes(picture.plan)
        check_lines(picture)
    assert len(drawn.anchors) + drawn.alone == len(document.lineage.edges)


@pytest.mark.parametrize("size", SIZES)
def test_every_source_and_edge_has_one_place(size: tuple[int, int, int, int]) -> None:
    """Each report is in one box or one stack, each edge in one line; a stack says what it holds."""
    document = family(*size)
    shown: Counter[str] = Counter()
    edges: Counter[int] = Counter()
    for picture in pictures(document):
        stacks = {stack.id: stack for stack in picture.stacks}
        for node in picture.nodes:
            assert (node.target in stacks) == node.stacked
            if node.stacked:
                shown.update(stacks[node.target].members)
            else:
                shown[node.target] += 1
        for arc in picture.arcs:
            edges.update(arc.edges)
    held = len(document.reports)
    joined = {end for edge in document.lineage.edges for end in (edge.from_, edge.to)}
    absent = [source for source in document.sources if not source.held and source.id in joined]
    assert len(shown) == held + len(absent)
    assert set(shown.values()) == {1}
    assert edges == Counter(range(1, len(document.lineage.edges) + 1))


@pytest.mark.parametrize("size", SIZES)
def test_words_have_room(size: tuple[int, int, int, int]) -> None:
    """Words in a box fit it, names of lanes their margin, names of days the stretch of the day."""
    for picture in pictures(family(*size)):
        plan = picture.plan
        for node in picture.nodes:
            assert max(width(line, LETTERS) for line in node.lines) <= node.box.width
            assert 13 * len(node.lines) <= node.box.height
        for lane in picture.lanes:
            assert all(width(line, LETTERS) <= plan.left for line in lane.lines)
        tall = [13 * len(lane.lines) for lane in picture.lanes]
        for (y1, h1), (y2, h2) in pairwise(zip(plan.rows, tall, strict=True)):
            assert y2 - y1 >= (h1 + h2) / 2
        for band in plan.bands:
            assert max(width(band.name, LETTERS), width(band.under, LETTERS)) < band.width


def test_time_runs_from_left_to_right() -> None:
    """Sources not held stand first, then days in order with those left out told, then the rest."""
    reports = [(0, 4), (1, 0), (2, None), (3, 400)]
    edges: list[Edge] = [("w0", "h0", "quotes"), ("h1", "h0", "verbatim"), ("h3", "h2", "edited")]
    (picture,) = pictures(tree(reports, 1, edges, [range(4)]))
    nodes = sorted(picture.nodes, key=lambda node: node.box.x)
    assert [node.lines[0].split()[0] for node in nodes] == ["G1", "R2", "R1", "R4", "R3"]
    assert [(band.name, band.under, band.skipped) for band in picture.plan.bands] == [
        ("Not held", "", False),
        ("1 Mar", "2031", False),
        ("5 Mar", "+4 days", True),
        ("4 Apr", "2032", True),
        ("Not dated", "", False),
    ]


def test_a_copy_stands_right_of_its_source() -> None:
    """Within a day too a line that has a direction runs from left to right."""
    reports = [(0, 0), (1, 0), (2, 0), (0, 0)]
    edges: list[Edge] = [("h2", "h1", "verbatim"), ("h1", "h0", "edited"), ("h0", "h3", "update")]
    (picture,) = pictures(tree(reports, 0, edges, [range(4)]))
    assert all(arc.line.points[0][0] < arc.line.points[-1][0] for arc in picture.arcs)
    assert len(picture.plan.bands) == 1


def test_copies_of_one_day_are_a_stack() -> None:
    """Many that came from the same on the same day are one box; the one copied on stands apart."""
    reports = [(0, 0), *((n, 1) for n in range(1, 8)), (9, 2)]
    edges: list[Edge] = [("h0", f"h{n}", "verbatim") for n in range(1, 8)]
    (picture,) = pictures(tree(reports, 0, [*edges, ("h7", "h8", "verbatim")], [range(9)]))
    assert [node.lines for node in picture.nodes] == [("R1",), ("R2–R7",), ("R8",), ("R9",)]
    assert sorted(len(arc.edges) for arc in picture.arcs) == [1, 1, 6]
    (stack,) = picture.stacks
    assert stack.members == tuple(f"h{n}" for n in range(1, 7))
    assert stack.edges == (1, 2, 3, 4, 5, 6)
    assert picture.lanes[picture.plan.rows.index(_middle(picture.nodes[1].box))].lines[-1] == (
        "and 5 more outlets"
    )


def _middle(box: Box) -> int:
    return box.y + box.height // 2


def test_reports_without_an_edge_share_a_row() -> None:
    """They are there, at the bottom, on their days: an independent report is worth seeing."""
    reports = [(n, n % 3) for n in range(8)]
    (picture,) = pictures(tree(reports, 0, [("h0", "h1", "verbatim")], [range(8)]))
    assert picture.lanes[-1].lines == ("No edge found",)
    last = [node for node in picture.nodes if _middle(node.box) == picture.plan.rows[-1]]
    assert sorted(node.lines[0] for node in last) == ["R3, R6", "R4, R7", "R5, R8"]


def test_a_picture_is_of_one_story() -> None:
    """Stories that no edge joins stand apart; a story of one report has its table, and is told."""
    reports = [(n, n) for n in range(7)]
    edges: list[Edge] = [
        ("h0", "h1", "verbatim"),
        ("w0", "h0", "quotes"),
        ("w0", "h2", "quotes"),
        ("h2", "h3", "edited"),
        ("h4", "h5", "edited"),
        ("h3", "h5", "same-event"),
        ("w0", "h6", "credits"),
    ]
    drawn = gallery(tree(reports, 1, edges, [(0, 1), (2, 3), (4, 5), (6,)]))
    assert [picture.stories for picture in drawn.pictures.values()] == [(1,), (2, 3)]
    assert drawn.shown_with == {3: 2}
    assert sorted(drawn.anchors) == [1, 2, 3, 4, 5, 6]
    assert drawn.alone == 1


def test_lanes_that_belong_together_stand_together() -> None:
    """Two families whose outlets take turns in the input are not drawn through each other."""
    reports = [(n, n // 2) for n in range(12)]
    edges: list[Edge] = [(f"h{n % 2}", f"h{n}", "verbatim") for n in range(2, 12)]
    (picture,) = pictures(tree(reports, 0, edges, [range(12)]))
    tops = [_middle(node.box) for node in picture.nodes]
    assert max(tops[0::2]) < min(tops[1::2]) or max(tops[1::2]) < min(tops[0::2])


@pytest.mark.parametrize(("size", "most"), [(SIZES[0], 900), (SIZES[1], 1000), (SIZES[3], 3000)])
def test_width_is_bounded(size: tuple[int, int, int, int], most: int) -> None:
    """Five fit a page, thirty a screen; more scroll, beside the names of the lanes."""
    for picture in pictures(family(*size)):
        assert picture.plan.width <= most
        assert picture.shrinks == (most <= 1000)
        assert picture.least_width * 11 >= picture.plan.width * 9


def test_the_same_tree_gives_the_same_picture() -> None:
    """Nothing depends on chance or on the order of a set."""
    assert gallery(family(*SIZES[3])) == gallery(family(*SIZES[3]))


def test_too_many_for_a_picture_are_told() -> None:
    """A story of many hundreds has its table alone, and the page is told how many they are."""
    edges: list[Edge] = [("h0", f"h{n}", "quotes") for n in range(1, 700)]
    drawn = gallery(tree([(n % 80, n) for n in range(700)], 0, edges, [range(700)]))
    assert not drawn.pictures
    assert drawn.too_large == {1: 700}
    assert drawn.alone == 0


def test_no_edge_no_picture(document: Document) -> None:
    """Where nothing was found to come from anything there is nothing to draw."""
    assert not gallery(tree([(0, 0), (1, 1)], 0, [], [range(2)])).pictures
    assert len(gallery(document).pictures) == 1
