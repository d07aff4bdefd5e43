"""Edges, sources and stories together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.lineage.trace import trace
from stemma.model.cast import Actor, Cast, Reference
from stemma.model.lineage import Derivation, Lineage
from stemma.model.reading import Carrier, CarrierMode, Number, Reading, Sentence, Statement
from stemma.model.report import Report
from stemma.model.when import When
from tests.lineage.conftest import span_of
from tests.lineage.texts import (
    DREDGING,
    ELSEWHERE,
    OTHER_ACCOUNT,
    OWN_ACCOUNT,
    RETOLD,
    REWORDED,
    SOURCE,
)

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
    lineage, _ = trace(reports, [given.get(r.id, Reading(report=r.id)) for r in reports], cast)
    return lineage


def _ends(edge: Derivation) -> tuple[str, str, str, bool]:
    return edge.from_, edge.to, edge.kind, edge.directed


def test_no_reports_have_no_lineage() -> None:
    """Nothing in, nothing out."""
    assert trace((), (), Cast()) == (Lineage(), ())


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


def test_a_retelling_in_other_words_is_a_paraphrase(build: Build) -> None:
    """Most sentences retold in order, no passage of eight words in common: a paraphrase."""
    first = build("first", SOURCE, "2031-05-06", outlet="Quill Herald")
    second = build("second", RETOLD, "2031-05-08", outlet="Shore Post")
    readings = [_sentences(first), _sentences(second)]
    edges = [_ends(edge) for edge in _trace(first, second, readings=readings).edges]
    assert edges == [("h1", "h2", "paraphrase", True)]


def test_two_accounts_of_one_event_are_no_paraphrase(build: Build) -> None:
    """Names and figures in common do not make a retelling."""
    first = build("first", SOURCE, "2031-05-06", outlet="Quill Herald")
    second = build("second", OTHER_ACCOUNT, "2031-05-06", outlet="Shore Post")
    readings = [_sentences(first), _sentences(second)]
    assert _trace(first, second, readings=readings).edges == ()


def _sentences(report: Report) -> Reading:
    spans = [report.span(*match.span()) for match in re.finditer(r"[^.\n]+\.", report.text)]
    return Reading(
        report=report.id,
        sentences=tuple(Sentence(span=span, form="sentence", paragraph=0) for span in spans),
    )


def test_copies_of_an_agency_that_nobody_holds_share_a_source(build: Build) -> None:
    """Two outlets with one agency's dateline have its text from there, not from one another."""
    reports = [
        build(name, f"QUILLPORT (Orben Agency) — {DREDGING}", "2031-05-06", outlet=outlet)
        for name, outlet in (("first", "Quill Herald"), ("second", "Shore Post"))
    ]
    lineage = _trace(*reports)
    absent = [source for source in lineage.sources if source.held is None]
    assert [source.name for source in absent] == ["Orben Agency"]
    assert [_ends(edge) for edge in lineage.edges] == [
        ("s1", "h1", "credits", True),
        ("s1", "h2", "credits", True),
        ("h1", "h2", "shared-source", False),
    ]


def test_a_document_seen_is_a_source_to_get(build: Build) -> None:
    """What a report says it has seen is a source, named by the report's words."""
    text = "The pilots want a survey first. A draft of the contract, seen by this paper, has none."
    lineage = _trace(build("r", text, outlet="Shore Post"))
    assert [s.name for s in lineage.sources if s.held is None] == ["draft of the contract"]


def test_words_carried_on_have_the_carrier_between(build: Build) -> None:
    """“He told the Weekly, quoted by the Herald”: the Weekly is the Herald's source, not ours."""
    herald = build("herald", DREDGING, "2031-05-06", outlet="Quill Herald")
    text = (
        "“We were handed a map with no depths on it and asked to sign before lunch,” Tarrow told "
        "the Lantern Weekly, quoted by the Quill Herald. The harbour council of Quillport voted "
        "to halt the dredging of the outer channel, and the dredging company will ask a court."
    )
    ours = build("ours", text, "2031-05-07", outlet="Shore Post")
    weekly, paper = span_of(ours, "the Lantern Weekly"), span_of(ours, "Quill Herald")
    statement = msgspec.structs.replace(
        _statement(
            ours,
            "“We were handed a map with no depths on it and asked to sign before lunch,”",
            Carrier(name=weekly, mode="spoke-to", place=(weekly,)),
            "direct",
        ),
        carriers=(
            Carrier(name=weekly, mode="spoke-to", place=(weekly,)),
            Carrier(name=paper, mode="credit", place=(paper,), step=1),
        ),
    )
    lineage = _trace(herald, ours, readings=[Reading(report="ours", statements=(statement,))])
    assert [_ends(edge) for edge in lineage.edges] == [
        ("s1", "h1", "quotes", True),
        ("h1", "h2", "quotes", True),
    ]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(5)))
def test_the_order_of_reports_changes_no_edge(build: Build, order: list[int]) -> None:
    """The family tree is the same for every order in which the reports come."""
    texts = (DREDGING, REWORDED, OWN_ACCOUNT, ELSEWHERE, DREDGING)
    reports = [
        build(f"r{n}", text, f"2031-05-0{n + 1}", outlet=f"Post {n}")
        for n, text in enumerate(texts)
    ]
    assert _edges_by_report(_trace(*reports)) == _edges_by_report(
        _trace(*[reports[n] for n in order])
    )


def _edges_by_report(lineage: Lineage) -> set[tuple[frozenset[str], str | None, str]]:
    held = {source.id: source.held or source.name for source in lineage.sources}
    return {
        (frozenset((held[e.from_], held[e.to])), held[e.to] if e.directed else None, e.kind)
        for e in lineage.edges
    }


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=300), max_size=4))
def test_any_text_has_a_lineage(build: Build, texts: list[str]) -> None:
    """No text makes it raise; every report is a held source and in exactly one story."""
    reports = [build(f"r{n}", text) for n, text in enumerate(texts)]
    lineage = _trace(*reports)
    assert [source.held for source in lineage.sources] == [report.id for report in reports]
    assert sorted(r for s in lineage.stories for r in s.reports) == sorted(r.id for r in reports)


def _said(report: Report, source: str, cue: str, content: str) -> Statement:
    """A statement of a source by its words, with the numbers of its content."""
    place = span_of(report, content)
    numbers = tuple(
        Number(
            value=float(match.group()),
            bound="exact",
            span=report.span(place.start + match.start(), place.start + match.end()),
        )
        for match in re.finditer(r"\d+", content)
    )
    return Statement(
        id=f"{report.id}-{source}",
        report=report.id,
        source=(span_of(report, source),),
        cue=(span_of(report, cue),),
        cue_lemma=cue,
        content=(place,),
        quote="indirect",
        kind="fact",
        polarity="affirmed",
        modality="certain",
        stage="unknown",
        when=UNKNOWN,
        said=UNKNOWN,
        numbers=numbers,
    )


def test_one_count_in_two_reports_is_one_source(build: Build) -> None:
    """A body's figure that two outlets give has that body for its source, in both."""
    first = build("first", "About 300 came, according to river wardens.", outlet="Quill Herald")
    second = build("second", "It rained. River wardens said 300.", outlet="Shore Post")
    other = build("other", "River wardens said 90.", outlet="Lantern Weekly")
    count = _said(first, "river wardens", "according to", "About 300 came")
    readings = [
        msgspec.structs.replace(_sentences(first), statements=(count,)),
        _sentences(second),
        _sentences(other),
    ]
    lineage = _trace(first, second, other, readings=readings)
    absent = [source for source in lineage.sources if source.held is None]
    assert {place[0].report for source in absent for place in source.places} == {"first", "second"}


def test_an_occasion_that_two_outlets_heard_joins_them_in_no_order(build: Build) -> None:
    """A press conference that reports of two outlets name is a source that neither came from."""
    text = "Ines Tarrow told a {} conference that it was over. She has a boatyard in Quillport."
    first = build("first", text.format("news"), outlet="Quill Herald")
    second = build("second", text.format("crowded press"), outlet="Shore Post")
    readings = [
        Reading(report=r.id, statements=(_said(r, "Ines Tarrow", "told", "that it was"),))
        for r in (first, second)
    ]
    cast = Cast(
        actors=(Actor(id="a1", name="Ines Tarrow", names=("Ines Tarrow",), kind="person"),),
        references=tuple(
            Reference(span=span_of(r, "Ines Tarrow"), actor="a1") for r in (first, second)
        ),
    )
    lineage, _ = trace((first, second), readings, cast)
    absent = [source for source in lineage.sources if source.held is None]
    assert [source.name for source in absent] == ["press conference by Ines Tarrow"]
    assert {e.directed for e in lineage.edges if e.from_ == absent[0].id} == {False}


def _credited(report: Report, outlet: str, content: str) -> Reading:
    name = span_of(report, outlet)
    carrier = Carrier(name=name, mode="credit", place=(name,))
    statement = _statement(report, content, carrier, "indirect")
    return Reading(report=report.id, statements=(statement,))


@pytest.mark.parametrize(
    ("other", "sources"),
    [
        ("Ninety workers at the bottling hall will lose jobs in March", 1),
        ("The mayor collects stamps with pictures of herons", 2),
    ],
)
def test_one_outlet_is_one_source_where_the_words_agree(
    build: Build, other: str, sources: int
) -> None:
    """An outlet prints more than one report: two that credit it need not have the same one."""
    first = "In March the bottling hall closes and ninety workers lose jobs"
    dawn = "A barrel rolled through Ostmark at dawn while foremen argued about wages. "
    told = "Foremen in Ostmark argued about wages at dawn, and a barrel rolled through. "
    one = build("one", f"{dawn}{first}, the Lantern Weekly reported.", "2031-05-06")
    two = build("two", f"{told}{other}, the Lantern Weekly reported.", "2031-05-06")
    readings = [_credited(one, "Lantern Weekly", first), _credited(two, "Lantern Weekly", other)]
    found = [s for s in _trace(one, two, readings=readings).sources if s.held is None]
    assert len(found) == sources


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        ("spoke-to", "Harbour Tax Service"),
        ("spoke-to", "Crown Prince of Ostmark"),
        ("cites", "Harbour Charter rights"),
        ("cites", "news reports"),
    ],
)
def test_who_is_no_press_and_no_document_is_no_source(
    build: Build, mode: CarrierMode, words: str
) -> None:
    """Offices and princes hear words without printing them, and a right is no document."""
    report = build("r", f"The vote was lost at lunch, Tarrow said before the {words}.")
    name = span_of(report, words)
    carrier = Carrier(name=name, mode=mode, place=(name,))
    statement = _statement(report, "The vote was lost at lunch", carrier, "indirect")
    lineage = _trace(report, readings=[Reading(report="r", statements=(statement,))])
    assert [source.held for source in lineage.sources] == ["r"]


def test_a_court_filing_is_a_source_to_get(build: Build) -> None:
    """What stands on record is named by the report's words."""
    text = "He had four lamps, according to an Ostmark federal court filing released on Monday."
    lineage = _trace(build("r", text))
    assert [s.name for s in lineage.sources if s.held is None] == ["Ostmark federal court filing"]


def test_a_post_in_common_is_no_copy(build: Build) -> None:
    """A post signed with a handle is a quotation, marks or none: two reports may both have it."""
    post = (
        "The barges must leave the outer channel before the pilots are heard, and whoever says "
        "that the mussel beds were surveyed has not seen the map with no depths on it at all. "
        "— Ines Tarrow (@ tarrow_ines) May 5, 2031\n"
    )
    one = build("one", f"Bathers cheered on the pier.\n{post}Nobody else wrote.", "2031-05-06")
    two = build("two", f"The guild shrugged.\n{post}The lamps burned late.", "2031-05-06")
    (edge,) = _trace(one, two).edges
    assert (edge.kind, edge.directed) == ("same-event", False)


def test_a_credit_makes_no_later_report_the_source(build: Build) -> None:
    """Who credits an outlet before its report came out has the words from another one."""
    text = DREDGING + "The guild said so in remarks to the Lantern Weekly.\n"
    early = build("early", text, "2031-05-06", outlet="Quill Herald")
    late = build("late", DREDGING, "2031-05-09", outlet="Lantern Weekly")
    name = span_of(early, "Lantern Weekly")
    carrier = Carrier(name=name, mode="credit", place=(name,))
    reading = Reading(
        report="early", statements=(_statement(early, "The guild said so", carrier, "indirect"),)
    )
    (edge,) = [e for e in _trace(early, late, readings=[reading]).edges if e.from_ != "s1"]
    assert not edge.directed
