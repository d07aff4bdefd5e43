from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from stemma.dossier.conflicts_document import to_conflicts_document
from stemma.dossier.render_json import render_json
from stemma.errors import RefuseDossier
from stemma.model.case import CollatedCase
from stemma.model.claim import Difference
from stemma.model.collation_document import ConflictsDocument
from stemma.model.document import Document


def _with(case: CollatedCase, *differences: Difference) -> CollatedCase:
    return replace(case, collation=replace(case.collation, differences=differences))


def test_it_says_what_the_dossier_says(
    conflicts_document: ConflictsDocument, document: Document
) -> None:
    """Differences, stories and what was compared are the same in both."""
    assert conflicts_document.differences == document.differences
    assert conflicts_document.compared == document.compared
    assert conflicts_document.stories == document.lineage.stories
    assert set(conflicts_document.statements) <= set(document.statements)


def test_it_holds_the_statements_of_the_readings_and_the_sentences_around_them(
    conflicts_document: ConflictsDocument,
) -> None:
    """Those and no others; no report's text."""
    plain = json.loads(render_json(conflicts_document))
    assert [statement["id"] for statement in plain["statements"]] == ["s4", "s7"]
    assert [sentence["exact"] for sentence in plain["sentences"]] == [
        "About 300 people depend on the ferry, she said.",
        "It first sailed in 1931.",
        "Some 500 islanders depend on it, according to unnamed officials.",
        "The line was opened in 1932.",
    ]
    assert all("text" not in report for report in plain["reports"])


def test_words_that_are_not_in_the_report_are_refused(collated: CollatedCase) -> None:
    """Every span is checked before anything is printed."""
    difference = collated.collation.differences[0]
    first, second = difference.readings
    wrong = replace(first.places[0][0], exact="1831")
    worse = replace(difference, readings=(replace(first, places=((wrong,),)), second))
    with pytest.raises(RefuseDossier, match=r"differences\[0\]\.readings\[0\]\.places"):
        to_conflicts_document(_with(collated, worse))


def test_a_difference_of_one_reading_is_refused(collated: CollatedCase) -> None:
    """It would say that reports differ and not from what."""
    difference = collated.collation.differences[0]
    with pytest.raises(RefuseDossier, match="not two"):
        to_conflicts_document(_with(collated, replace(difference, readings=())))


def test_a_reading_of_no_statement_here_is_refused(collated: CollatedCase) -> None:
    """Every reference leads somewhere."""
    difference = collated.collation.differences[0]
    first, second = difference.readings
    worse = replace(difference, readings=(replace(first, statements=("s99",)), second))
    with pytest.raises(RefuseDossier, match="s99"):
        to_conflicts_document(_with(collated, worse))
