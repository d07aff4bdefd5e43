"""What an edge between two reports is: copy, quotation, version, common text, or none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from stemma.lineage.trace import trace
from stemma.model.cast import Actor, Cast, Reference
from stemma.model.decision import Decision, OtherStory, Quoted
from stemma.model.lineage import Lineage
from stemma.model.reading import Carrier, Reading
from stemma.model.report import Report
from tests.lineage.conftest import span_of
from tests.lineage.texts import DREDGING, ELSEWHERE, OWN_ACCOUNT, REWORDED

Build = Callable[..., Report]

OWN = (
    "Bathers, pilots and mussel farmers have quarrelled about the channel for years, and few in "
    "the town expected that anybody would be asked before the barges came.\n"
    "Whoever walks along the breakwater can see why. The water is brown, the gulls have gone, and "
    "the old men who mend nets there count the lorries aloud and curse each one of them.\n"
)
PRESSED = (
    "We have read every page of the contract, and I ask my neighbours to do the same. Our pilots "
    "know these waters and we trust them. I will not sign a paper that sells our channel, and we "
    "will stand on the quay until the barges leave."
)


def _trace(*reports: Report) -> Lineage:
    """The lineage where each outlet is an actor, named where a report first has its name."""
    outlets = sorted({r.outlet for r in reports if r.outlet})
    ids = {outlet: f"a{n}" for n, outlet in enumerate(outlets, start=1)}
    references = [
        Reference(span=r.span(at, at + len(outlet)), actor=ids[outlet])
        for r in reports
        for outlet in outlets
        if (at := r.text.find(outlet)) >= 0
    ]
    cast = Cast(
        actors=tuple(Actor(id=ids[o], name=o, names=(o,), kind="outlet") for o in outlets),
        references=tuple(references),
        outlets={r.id: ids[r.outlet] for r in reports if r.outlet},
    )
    return trace(reports, [Reading(report=r.id) for r in reports], cast)[0]


def _between(lineage: Lineage) -> list[tuple[str, str, str, bool]]:
    """The edges between reports."""
    return [
        (e.from_, e.to, e.kind, e.directed) for e in lineage.edges if e.from_[0] == e.to[0] == "h"
    ]


def test_passages_shown_under_the_others_name_are_quoted(build: Build) -> None:
    """A report of its own that names the outlet beside whole passages of it quotes, not copies."""
    source = build("source", DREDGING + ELSEWHERE, "2031-05-06", outlet="Quill Herald")
    text = f"{OWN}The Quill Herald has the story:\n{DREDGING}{OWN.replace('old men', 'women')}"
    quoting = build("quoting", text, "2031-05-07", outlet="Shore Post")
    assert _between(_trace(source, quoting)) == [("h1", "h2", "quotes", True)]


def test_a_report_that_is_nearly_all_the_others_is_a_copy_however_it_credits(build: Build) -> None:
    """Where next to nothing is the report's own, the name of the source does not make it one."""
    source = build("source", DREDGING, "2031-05-06", outlet="Quill Herald")
    copy = build("copy", f"From the Quill Herald:\n{DREDGING}", "2031-05-07", outlet="Shore Post")
    assert _between(_trace(source, copy)) == [("h1", "h2", "verbatim", True)]


def test_wording_that_nobody_had_first_is_from_a_text_not_held(build: Build) -> None:
    """Two outlets of one day, neither credited: a common source that is listed as not held."""
    one = build("one", DREDGING, "2031-05-06", outlet="Quill Herald")
    two = build("two", REWORDED, "2031-05-06", outlet="Shore Post")
    lineage = _trace(one, two)
    assert _between(lineage) == [("h1", "h2", "shared-source", False)]
    (common,) = (source for source in lineage.sources if source.held is None)
    assert common.name == "text that Quill Herald and Shore Post share"
    uses = [edge for edge in lineage.edges if edge.from_ == common.id]
    assert [(edge.to, edge.kind) for edge in uses] == [
        ("h1", "shared-source"),
        ("h2", "shared-source"),
    ]
    assert all(edge.passages for edge in uses)


@pytest.mark.parametrize("day", ["2031-05-05", "2031-05-06", "2031-05-07"])
def test_an_agencys_copy_is_the_source_even_if_its_last_version_is_later(
    build: Build, day: str
) -> None:
    """Others run what an agency sends; the day it is kept under may be that of an update."""
    agency = build("agency", DREDGING, day, outlet="Northern News Agency")
    run = build("run", REWORDED, "2031-05-06", outlet="Shore Post")
    assert _between(_trace(agency, run)) == [("h1", "h2", "edited", True)]


def test_a_statement_printed_whole_is_no_copy_of_the_report_around_it(build: Build) -> None:
    """Words that say "I" and "we" in reports that do not are somebody's, marks or none."""
    one = build("one", f"{OWN}{PRESSED}\n", "2031-05-06", outlet="Quill Herald")
    two = build("two", f"{OWN_ACCOUNT * 2}{PRESSED}\n", "2031-05-07", outlet="Shore Post")
    assert _between(_trace(one, two)) == [("h1", "h2", "same-event", False)]


def test_an_outlet_named_within_a_quotation_is_not_credited(build: Build) -> None:
    """A speaker who names the other outlet in words that both quote tells nothing of the source."""
    said = (
        "“I told the Quill Herald and everybody else that the barges have to leave before the "
        "tides turn, because no pilot of this town will take them through the channel.”\n"
    )
    one = build("one", f"{DREDGING}{said}", "2031-05-06", outlet="Quill Herald")
    two = build("two", f"{OWN_ACCOUNT}{said}", "2031-05-06", outlet="Shore Post")
    assert _between(_trace(one, two)) == [("h1", "h2", "same-event", False)]


def test_one_address_makes_two_versions_of_one_report(build: Build) -> None:
    """The same address with other words is an update, even where no outlet is known."""
    url = "https://example.org/harbour"
    first = build("first", DREDGING, "2031-05-06", url=url)
    second = build("second", DREDGING.replace("nine", "eight") + OWN, "2031-05-07", url=url)
    assert _between(_trace(first, second)) == [("h1", "h2", "update", True)]


def test_a_quotation_that_old_reports_share_joins_no_others(build: Build) -> None:
    """What is quoted in two stories makes no edge between their reports."""
    said = (
        "“Whoever holds the harbour holds the town, and whoever holds the town will one day have "
        "to answer for the mussel beds and for the men who fished them,” the founder wrote.\n"
    )
    one = build("one", f"{DREDGING}{said}", "2031-05-06", outlet="Quill Herald")
    two = build("two", f"{ELSEWHERE}{said}", "2034-05-06", outlet="Shore Post")
    assert _between(_trace(one, two)) == []


def test_what_one_quotes_and_the_other_says_itself_is_quoted_from_it(build: Build) -> None:
    """Sixty words in quotation marks here and in a report's own voice there, without a name."""
    said = " ".join(OWN.split())
    source = build(
        "source", f"{OWN}“Mind the step,” he said.\n", "2031-05-06", outlet="Quill Herald"
    )
    quoting = build("quoting", f"{ELSEWHERE}“{said}”\n", "2031-05-06", outlet="Shore Post")
    assert _between(_trace(source, quoting)) == [("h1", "h2", "quotes", True)]


def test_a_passage_announced_with_a_colon_is_quoted(build: Build) -> None:
    """Without a name, too: the one that announces has it from the other."""
    source = build("source", DREDGING + ELSEWHERE, "2031-05-06", outlet="Quill Herald")
    text = f"{OWN}Read this to the end:\n{DREDGING}{OWN.replace('old men', 'women')}"
    quoting = build("quoting", text, "2031-05-06", outlet="Shore Post")
    assert _between(_trace(source, quoting)) == [("h1", "h2", "quotes", True)]


def test_an_outlet_that_uses_its_own_text_again_edits_it(build: Build) -> None:
    """A quarter of a report from an older one of the outlet is no new version of that one."""
    first = build("first", DREDGING, "2031-05-06", outlet="Quill Herald")
    second = build("second", f"{REWORDED}{OWN}", "2031-05-09", outlet="Quill Herald")
    assert _between(_trace(first, second)) == [("h1", "h2", "edited", True)]


def test_a_part_that_has_lost_its_accents_is_the_copy(build: Build) -> None:
    """On one day two weak signs make an order: what is contained, and what lost its accents."""
    whole = (DREDGING + ELSEWHERE).replace("Tarrow", "Tàrröw").replace("Quill", "Quîll")
    part = DREDGING[DREDGING.index("Councillor") :]
    one = build("one", part, "2031-05-06", outlet="Shore Post")
    two = build("two", whole, "2031-05-06", outlet="Bell Courier")
    assert _between(_trace(one, two)) == [("h2", "h1", "verbatim", True)]


def test_a_decision_about_stories_holds_for_edges_too(build: Build) -> None:
    """Reports that somebody told apart have no event in common; lost words are orphaned."""
    one = build("one", DREDGING, "2031-05-06", outlet="Quill Herald")
    two = build("two", OWN_ACCOUNT, "2031-05-07", outlet="Shore Post")
    assert _between(_trace(one, two)) == [("h1", "h2", "same-event", False)]
    words = [
        Quoted(report="one", exact="the autumn tides"),
        Quoted(report="two", exact="two pots of tea"),
        Quoted(report="lost", exact="anything"),
    ]
    apart, lost = (
        Decision(by="Ada", at=datetime(2031, 5, 8, tzinfo=UTC), what=OtherStory(one=a, other=b))
        for a, b in pairwise(words)
    )
    readings = [Reading(report="one"), Reading(report="two")]
    lineage, orphaned = trace((one, two), readings, Cast(), (apart, lost))
    assert (len(lineage.stories), _between(lineage), orphaned) == (2, [], (lost,))


def test_what_one_credits_to_an_agency_the_other_has_from_there_too(build: Build) -> None:
    """Of two reports with an agency's words one names it: the agency's text stands behind both."""
    text = f"OSTMARK (Northern Press Agency) — {DREDGING}"
    one = build("one", text, "2031-05-06", outlet="Quill Herald")
    two = build("two", f"{REWORDED}", "2031-05-06", outlet="Shore Post")
    credit = Carrier(
        name=span_of(one, "Northern Press Agency"),
        mode="credit",
        place=(span_of(one, "(Northern Press Agency)"),),
    )
    readings = [Reading(report="one", credits=(credit,)), Reading(report="two")]
    ids = {"Northern Press Agency": "a1", "Quill Herald": "a2", "Shore Post": "a3"}
    cast = Cast(
        actors=tuple(
            Actor(id=a, name=name, names=(name,), kind="outlet") for name, a in ids.items()
        ),
        references=(Reference(span=span_of(one, "Northern Press Agency"), actor="a1"),),
        outlets={"one": "a2", "two": "a3"},
    )
    lineage, _ = trace((one, two), readings, cast)
    assert [(e.from_, e.to, e.kind) for e in lineage.edges] == [
        ("s1", "h1", "credits"),
        ("s1", "h2", "shared-source"),
        ("h1", "h2", "shared-source"),
    ]
