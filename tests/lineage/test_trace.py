"""Edges, sources and stories together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from tests.lineage.conftest import span_of
from tests.lineage.texts import DREDGING, ELSEWHERE, OWN_ACCOUNT, REWORDED

from stemma.lineage.trace import trace
from stemma.model.cast import Actor, Cast
from stemma.model.lineage import Derivation, Lineage
from stemma.model.reading import Carrier, Reading, Statement
from stemma.model.report import Report
from stemma.model.when import When

Build = Callable[..., Report]
UNKNOWN = When.unknown("the test gives none")


def _trace(*reports: Report, readings: Sequence[Reading] = ()) -> Lineage:
    outlets = sorted({r.outlet for r in reports if r.outlet})
    ids = {outlet: f"a{n}" for n, outlet in enumerate(outlets, start=1)}
    cast = Cast(
        actors=tuple(Actor(id=ids[o], name=o, names=(o,), kind="outlet") for o in outlets),
        outlets={r.id: ids[r.outlet] for r in reports if r.outlet},
    )
    given = {reading.report: reading for reading in readings}
    return trace(reports, [given.get(r.id, Reading(report=r.id)) for r in reports], cast)


def _ends(edge: Derivation) -> tuple[str, str, str, bool]:
    return edge.from_, edge.to, edge.kind, edge.directed


def test_no_reports_have_no_lineage() -> None:
    """Nothing in, nothing out."""
    assert trace((), (), Cast()) == Lineage()


def test_a_copy_comes_from_the_earlier_report(build: Build) -> None:
    """Of two reports with the same words the one published later is the copy, in any order."""
    early = build("early", DREDGING, "2031-05-06", outlet="Quill Herald")
    late = build("late", DREDGING, "2031-05-07", outlet="Shore Post")
    assert [_ends(e) for e in _trace(early, late).edges] == [("h1", "h2", "verbatim", True)]
    assert [_ends(e) for e in _trace(late, early).edges] == [("h2", "h1", "verbatim", True)]


def test_a_copy_of_unknown_date_has_no_direction(build: Build) -> None:
    """Where nothing tells which came first the edge says so."""
    (edge,) = _trace(build("a", DREDGING), build("b", DREDGING)).edges
    assert not edge.directed
    assert any("open" in line for line in edge.because)


def test_a_reworded_copy_is_an_edited_one(build: Build) -> None:
    """Long shared passages among new sentences make an edited copy, with the passages shown."""
    first = build("first", DREDGING, "2031-05-06", outlet="Quill Herald")
    second = build("second", REWORDED, "2031-05-07", outlet="Shore Post")
    (edge,) = _trace(first, second).edges
    assert _ends(edge) == ("h1", "h2", "edited", True)
    for passage in edge.passages:
        assert passage.from_ is not None
        assert first.text[passage.from_.start : passage.from_.end] == passage.from_.exact
        assert second.text[passage.to.start : passage.to.end] == passage.to.exact


def test_a_shared_quotation_is_no_copy(build: Build) -> None:
    """Two accounts with one quotation in common are of one event, in no order."""
    first = build("first", DREDGING, "2031-05-06", outlet="Quill Herald")
    second = build("second", OWN_ACCOUNT, "2031-05-07", outlet="Shore Post")
    (edge,) = _trace(first, second).edges
    assert _ends(edge) == ("h1", "h2", "same-event", False)


def test_a_cluster_of_copies_is_a_tree(build: Build) -> None:
    """n copies have n - 1 edges, each copy one parent."""
    copies = [build(f"c{n}", DREDGING, f"2031-05-0{n + 1}", outlet=f"Post {n}") for n in range(6)]
    edges = _trace(*copies).edges
    assert len(edges) == 5
    assert sorted(edge.to for edge in edges) == ["h2", "h3", "h4", "h5", "h6"]


def test_an_outlets_new_version_is_an_update(build: Build) -> None:
    """One outlet's report that says it was corrected updates the one before it."""
    first = build("first", DREDGING, "2031-05-06", outlet="Quill Herald")
    text = "(Corrects the number of councillors.)\n" + DREDGING.replace("nine", "eight")
    second = build("second", text + ELSEWHERE[:160], "2031-05-06", outlet="Quill Herald")
    (edge,) = _trace(second, first).edges
    assert _ends(edge) == ("h2", "h1", "update", True)


def test_standing_phrases_of_an_outlet_are_no_edge(build: Build) -> None:
    """Two reports of one outlet that share its imprint only have no edge."""
    imprint = (
        "The Quill Herald is printed by its readers in the old sail loft, and every letter that "
        "reaches us before noon is answered by hand the same day.\n"
    )
    first = build("first", DREDGING + imprint, "2031-05-06", outlet="Quill Herald")
    second = build("second", ELSEWHERE + imprint, "2031-05-07", outlet="Quill Herald")
    assert _trace(first, second).edges == ()


def _statement(report: Report, content: str, carrier: Carrier, quote: str) -> Statement:
    return Statement(
        id=f"{report.id}-1",
        report=report.id,
        carriers=(carrier,),
        content=(span_of(report, content),),
        quote="direct" if quote == "direct" else "indirect",
        kind="fact",
        polarity="affirmed",
        modality="certain",
        stage="unknown",
        when=UNKNOWN,
        said=UNKNOWN,
    )


def test_a_credited_interview_that_nobody_holds_is_a_source(build: Build) -> None:
    """Whom a speaker spoke to is a source to go and get, with an edge to the report."""
    text = "The vote was lost at lunch, Tarrow told the Lantern Weekly on Friday evening."
    report = build("r", text, outlet="Shore Post")
    name = span_of(report, "the Lantern Weekly")
    carrier = Carrier(name=name, mode="spoke-to", place=(span_of(report, "told"), name))
    statement = _statement(report, "The vote was lost at lunch", carrier, "indirect")
    lineage = _trace(report, readings=[Reading(report="r", statements=(statement,))])
    absent = [source for source in lineage.sources if source.held is None]
    assert [(s.id, s.places) for s in absent] == [("s1", ((name,),))]
    assert [_ends(edge) for edge in lineage.edges] == [("s1", "h1", "quotes", True)]


@pytest.mark.parametrize("audience", ["the Chamber", "reporters", "a news conference"])
def test_an_audience_is_no_source(build: Build, audience: str) -> None:
    """Whom a speaker addressed in public did not carry the words."""
    report = build("r", f"The vote was lost at lunch, Tarrow told {audience} on Friday evening.")
    name = span_of(report, audience)
    carrier = Carrier(name=name, mode="spoke-to", place=(name,))
    statement = _statement(report, "The vote was lost at lunch", carrier, "indirect")
    lineage = _trace(report, readings=[Reading(report="r", statements=(statement,))])
    assert [source.held for source in lineage.sources] == ["r"]


def test_unrelated_reports_are_two_stories(build: Build) -> None:
    """Every report is in exactly one story, and a story holds only what is alike."""
    reports = [build("a", DREDGING), build("b", ELSEWHERE), build("c", REWORDED)]
    stories = _trace(*reports).stories
    assert [story.reports for story in stories] == [("a", "c"), ("b",)]


def test_one_theme_years_apart_is_two_stories(build: Build) -> None:
    """The same words on the same quarrel four years later are another episode."""
    first = build("first", DREDGING, "2031-05-06")
    other = build("other", OWN_ACCOUNT + REWORDED[:90], "2035-05-06")
    near = build("near", OWN_ACCOUNT + REWORDED[:90], "2031-05-07")
    assert len(_trace(first, near).stories) == 1
    assert len(_trace(first, other).stories) == 2
