from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from datetime import date

from msgspec.structs import replace

from stemma.dossier.lineage_table import lineage_table
from stemma.model.lineage_document import LineageDocument
from stemma.model.report import Rejection
from stemma.model.when import When


def test_reports_are_numbered_in_the_order_of_the_stories(
    lineage_document: LineageDocument,
) -> None:
    """Within a story by day, undated ones last; a title stands for an outlet nobody knows."""
    (story,) = lineage_table(lineage_document).stories
    assert (story.name, story.days) == ("S1 Norland ferry", "3 March 2031, 3 reports")
    assert story.reports == (
        ("R1", "3 Mar 2031", "The Gazette", "gazette.txt"),
        ("R2", "4 Mar 2031", "Island Courier", "courier.txt"),
        ("R3", "not dated", "What next for Norland?", "review.txt"),
    )


def test_edges_are_in_the_order_of_time(lineage_document: LineageDocument) -> None:
    """By the day of what was made: reordering the document changes nothing."""
    edges = tuple(reversed(lineage_document.edges))
    (story,) = lineage_table(replace(lineage_document, edges=edges)).stories
    assert [edge.head for edge in story.edges] == [
        "G1 Harbour Post → R1 The Gazette: quotes",
        "G1 Harbour Post → R2 Island Courier: credits",
        "R1 The Gazette → R2 Island Courier: paraphrase, 3 words in 1 passage",
    ]


def test_no_direction_and_an_open_one_are_two_things(lineage_document: LineageDocument) -> None:
    """One event has no order; of a copy only nobody knows it."""
    edge = replace(lineage_document.edges[2], directed=False, prov=None)
    edges = (edge, replace(edge, kind="same-event"))
    (story,) = lineage_table(replace(lineage_document, edges=edges)).stories
    heads = [edge.head for edge in story.edges]
    assert "R1 The Gazette – R2 Island Courier: paraphrase, direction open" in heads[0]
    assert "R1 The Gazette – R2 Island Courier: same-event, no direction" in heads[1]


def test_two_reasons_are_given_and_the_others_counted(lineage_document: LineageDocument) -> None:
    """The rest is in the JSON; that there is more is said."""
    edge = replace(lineage_document.edges[0], because=("one", "two", "three", "four"))
    (story,) = lineage_table(replace(lineage_document, edges=(edge,))).stories
    assert story.edges[0].because == ("one", "two", "+2 more")


def test_it_ends_with_what_is_missing_and_counts(lineage_document: LineageDocument) -> None:
    """Sources to get with what rests on them, inputs that gave nothing, limits, numbers."""
    table = lineage_table(lineage_document)
    assert table.to_get == (("G1", "Harbour Post", "behind R1, R2"),)
    assert table.rejections == ("scan.pdf: unsupported: give its text",)
    assert table.limits[0].startswith("one table was not read")
    assert table.counts == (
        "3 reports, 1 story, 3 edges, 1 source not held, 1 input gave no report"
    )


def test_many_rejections_are_counted(lineage_document: LineageDocument) -> None:
    """A folder of pictures does not push the tree off the screen."""
    many = tuple(Rejection(file=f"{n}", reason="binary", detail="-") for n in range(99))
    lines = lineage_table(replace(lineage_document, rejections=many)).rejections
    assert (len(lines), lines[-1]) == (21, "and 79 more")


def test_nothing_in_it_can_act_on_a_terminal(lineage_document: LineageDocument) -> None:
    """Escapes, bells and direction overrides of an outlet, a file or a reason are left out."""
    bad = "\x1b[31m\x07\u202e\x9b2Jtext"
    first, *rest = lineage_document.reports
    worse = replace(
        lineage_document,
        reports=(replace(first, outlet=bad, file=bad), *rest),
        edges=tuple(replace(edge, because=(bad,)) for edge in lineage_document.edges),
        stories=tuple(replace(story, title=bad) for story in lineage_document.stories),
    )
    lines = list(_strings(astuple(lineage_table(worse))))
    assert sum(line.endswith("text") for line in lines) > 3
    assert not set("".join(lines)) & set("\x1b\x07\x9b\u202e")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    else:
        yield str(value)


def test_a_year_is_not_given_as_a_day(lineage_document: LineageDocument) -> None:
    """A report known only by its year keeps its place by it."""
    first, *rest = lineage_document.reports
    year = When(kind="year", start=date(2032, 1, 1), end=date(2032, 12, 31), resolved="as written")
    later = replace(lineage_document, reports=(replace(first, published=year), *rest))
    (story,) = lineage_table(later).stories
    assert story.reports[1][:3] == ("R1", "2032", "The Gazette")
