from __future__ import annotations

import pytest
from msgspec.structs import replace

from stemma.dossier.interval import wilson
from stemma.dossier.retellings_document import to_retellings_document
from stemma.errors import RefuseDossier
from stemma.model.case import CollatedCase
from stemma.model.claim import Collation
from stemma.model.collation_document import OutletRetellings, RetellingsDocument
from stemma.model.document import Document
from stemma.model.lineage import Derivation, Passage


def _with_edges(case: CollatedCase, *edges: Derivation) -> CollatedCase:
    lineage = replace(case.corpus.lineage, edges=edges)
    return replace(case, corpus=replace(case.corpus, lineage=lineage))


def _copied(case: CollatedCase) -> CollatedCase:
    """The case with the whole of the first report's text taken over, but for nothing changed."""
    edge = case.corpus.lineage.edges[2]
    reports = case.corpus.reports_by_id()
    before, after = reports["rep-a"], reports["rep-b"]
    passage = Passage(
        from_=before.span(0, len(before.text)),
        to=after.span(0, len(after.text)),
    )
    return _with_edges(case, replace(edge, passages=(passage,)))


def test_it_says_what_the_dossier_says(
    retellings_document: RetellingsDocument, document: Document
) -> None:
    """Retellings are the same in both; edges are those between reports that are here."""
    assert retellings_document.retellings == document.retellings
    assert retellings_document.edges == document.lineage.edges[2:]
    assert {source.id for source in retellings_document.sources} == {"src-rep-a", "src-rep-b"}


def test_a_sentence_that_changed_is_a_retelling(retellings_document: RetellingsDocument) -> None:
    """What tells one claim along an edge and what changed along it is one sentence here."""
    assert retellings_document.outlets == (
        OutletRetellings(
            outlet="Island Courier",
            reports=("rep-b",),
            retellings=1,
            stronger=1,
            weaker=0,
            low=None,
            high=None,
        ),
    )


def test_sentences_taken_over_are_retellings_too(collated: CollatedCase) -> None:
    """A share of the changes alone would be of changes, not of what was retold."""
    (outlet,) = to_retellings_document(_copied(collated)).outlets
    after = [s for r in collated.corpus.readings if r.report == "rep-b" for s in r.sentences]
    assert (outlet.stronger, outlet.retellings) == (1, len(after))
    assert (outlet.low, outlet.high) == (wilson(1, len(after)) if len(after) >= 5 else (None, None))


def test_an_outlets_own_report_is_not_anothers(collated: CollatedCase) -> None:
    """Who takes up its own earlier report retells nobody."""
    reports = tuple(replace(report, outlet="One Paper") for report in collated.corpus.reports)
    case = replace(collated, corpus=replace(collated.corpus, reports=reports))
    assert to_retellings_document(case).outlets == ()


def test_reports_of_unknown_outlets_stand_for_themselves(collated: CollatedCase) -> None:
    """Nobody knows that they are of one outlet."""
    reports = tuple(replace(report, outlet=None) for report in collated.corpus.reports)
    case = replace(collated, corpus=replace(collated.corpus, reports=reports))
    (outlet,) = to_retellings_document(case).outlets
    assert (outlet.outlet, outlet.reports) == (None, ("rep-b",))


def test_an_edge_without_direction_is_not_followed(collated: CollatedCase) -> None:
    """Where nobody knows who retells whom nothing is summed, and that is said."""
    edge = replace(collated.corpus.lineage.edges[2], directed=False)
    document = to_retellings_document(_with_edges(collated, edge))
    assert (document.edges, document.outlets) == ((), ())
    assert document.compared[0].startswith("no edge of the family tree")


def test_a_change_on_no_edge_is_in_no_sum(collated: CollatedCase) -> None:
    """A headline against its own report is listed, and counts for no outlet."""
    (retelling,) = collated.collation.retellings
    case = replace(
        collated,
        collation=Collation(
            retellings=(replace(retelling, edge=None),), claims=collated.collation.claims
        ),
    )
    document = to_retellings_document(case)
    assert len(document.retellings) == 1
    assert [(o.stronger, o.retellings) for o in document.outlets] == [(0, 1)]


def test_words_that_are_not_in_the_report_are_refused(collated: CollatedCase) -> None:
    """Every span is checked before anything is printed."""
    (retelling,) = collated.collation.retellings
    worse = replace(retelling, to=(replace(retelling.to[0], exact="nothing of the kind"),))
    case = replace(collated, collation=replace(collated.collation, retellings=(worse,)))
    with pytest.raises(RefuseDossier, match=r"retellings\[0\]\.to"):
        to_retellings_document(case)


def test_an_edge_to_nothing_is_refused(collated: CollatedCase) -> None:
    """A retelling names sources that are here."""
    (retelling,) = collated.collation.retellings
    worse = replace(retelling, edge=("src-rep-a", "src-nowhere"))
    case = replace(collated, collation=replace(collated.collation, retellings=(worse,)))
    with pytest.raises(RefuseDossier, match="src-nowhere"):
        to_retellings_document(case)
