"""The way of a claim through the reports, as a line."""

from __future__ import annotations

from msgspec.structs import replace

from stemma.dossier.html import render_html
from stemma.dossier.index import Index
from stemma.dossier.markdown import render_markdown
from stemma.dossier.spreads import spread_of
from stemma.model.claim import Step
from stemma.model.document import Document


def test_the_first_comes_first(document: Document) -> None:
    """Each step has its day, its report and how the report came by the claim."""
    spread = spread_of(document.claims[0], Index(document))
    told = [(leg.day, [(s.name, s.how) for s in leg.stations]) for leg in spread.legs]
    assert told == [
        ("3 Mar 2031", [("The Gazette", "first")]),
        ("4 Mar 2031", [("Island Courier", "same origin")]),
    ]
    assert spread.sums == "2 reports, only the first on its own"


def test_an_unknown_order_is_said(document: Document) -> None:
    """Where nobody can say who was first, no report is called the first."""
    claim = document.claims[0]
    steps = tuple(replace(step, place=1, way="own") for step in claim.spread)
    spread = spread_of(replace(claim, first=None, spread=steps), Index(document))
    assert [s.how for leg in spread.legs for s in leg.stations] == ["on its own", "on its own"]
    assert len(spread.legs) == 1
    assert spread.sums.endswith("at most 2 of them on their own; who was first is not known")


def test_a_copy_names_what_it_copies(document: Document) -> None:
    """A copy says of which report."""
    claim = document.claims[0]
    copy = Step(report="rep-b", statement="s5", place=2, way="copy", from_="rep-a")
    told = replace(claim, spread=(claim.spread[0], copy))
    spread = spread_of(told, Index(document))
    assert spread.legs[1].stations[0].how == "copy of R1"
    both = replace(document, claims=(told, *document.claims[1:]))
    assert "(copy of R1)" in render_html(both)
    assert "(copy of R1)" in render_markdown(both)
