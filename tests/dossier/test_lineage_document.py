from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from stemma.dossier.lineage_document import to_lineage_document
from stemma.dossier.render_json import render_json
from stemma.errors import RefuseDossier
from stemma.model.case import TracedCase
from stemma.model.document import Document
from stemma.model.lineage import Derivation, Passage
from stemma.model.lineage_document import LineageDocument


def _with_edges(case: TracedCase, *edges: Derivation) -> TracedCase:
    lineage = replace(case.corpus.lineage, edges=edges)
    return replace(case, corpus=replace(case.corpus, lineage=lineage))


def test_it_says_what_the_dossier_says(
    lineage_document: LineageDocument, document: Document
) -> None:
    """Sources, edges, stories and rejections are the same in both."""
    assert lineage_document.sources == document.sources
    assert lineage_document.edges == document.lineage.edges
    assert lineage_document.stories == document.lineage.stories
    assert lineage_document.rejections == document.rejections


def test_it_holds_no_report_text(lineage_document: LineageDocument) -> None:
    """A report is given by what is known of it: the text stays with whoever holds it."""
    plain = json.loads(render_json(lineage_document))
    known = "id file sha256 url outlet title published language genre".split()
    assert [list(report) for report in plain["reports"]] == [known] * 3


def test_every_actor_that_a_source_names_is_there(lineage_document: LineageDocument) -> None:
    """Actors are those whom sources name, and no others."""
    named = {source.actor for source in lineage_document.sources if source.actor is not None}
    assert {actor.id for actor in lineage_document.actors} == named == {"act-2"}


def test_what_could_not_be_read_is_said(lineage_document: LineageDocument) -> None:
    """Silence about a report that was not read would look like no edge found."""
    assert lineage_document.limits[0] == "one table was not read (gazette.txt, courier.txt)"


def test_a_passage_that_is_not_in_its_report_is_refused(traced: TracedCase) -> None:
    """Every span is checked against the text before anything is written."""
    edge = traced.corpus.lineage.edges[2]
    (passage,) = edge.passages
    wrong = Passage(from_=passage.from_, to=replace(passage.to, exact="the Harbour Past"))
    with pytest.raises(RefuseDossier, match=r"edges\[0\]\.passages\[0\]\.to"):
        to_lineage_document(_with_edges(traced, replace(edge, passages=(wrong,))))


def test_an_edge_to_nothing_is_refused(traced: TracedCase) -> None:
    """Every end of an edge is a source that is there."""
    edge = replace(traced.corpus.lineage.edges[0], to="src-nowhere")
    with pytest.raises(RefuseDossier, match="src-nowhere"):
        to_lineage_document(_with_edges(traced, edge))
