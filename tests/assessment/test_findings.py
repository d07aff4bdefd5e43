"""Options, positions and findings on disputes read by the real rooms."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from stemma.model.assessment import Assessment, Finding, Option
from stemma.model.case import Case
from stemma.pipeline import build_case
from tests.conftest import CaseOf

PLAN = (
    "Deputy Ilse Marrow announced on Monday that she would submit a motion calling for Tarsia to "
    "leave the River Union's joint pilot service. The motion has not been debated.\n\n"
    "Marrow told reporters that the pilot service had failed the river towns for ten years."
)
WIDER = (
    "Ilse Marrow wants Tarsia to leave the River Union, her office said on Tuesday.\n\n"
    "Transport minister Jon Veld said he opposed the motion. He said that Tarsia would not leave "
    "the River Union. In 1974 Tarsia left the River Union for three years."
)
QUESTION = "Will Tarsia leave the River Union or its joint pilot service?"


@pytest.fixture(scope="module")
def case(case_of: CaseOf) -> Case:
    """Two reports on one motion, the second putting it wider than the first."""
    return case_of(PLAN, WIDER, question=QUESTION)


@pytest.fixture(scope="module")
def assessment(case: Case) -> Assessment:
    """What the last stage makes of the two."""
    return case.assessment


def option(assessment: Assessment, label: str) -> Option:
    """The option with this label."""
    return next(o for o in assessment.options if o.label == label)


def test_the_narrower_option_is_told_apart_and_said_to_be_narrower(
    assessment: Assessment,
) -> None:
    """Leaving a part is not leaving the whole, and the text's own words say which is which."""
    narrow = option(assessment, "leave the River Union's joint pilot service")
    wide = option(assessment, "leave the River Union")
    assert [(r.to, r.is_) for r in narrow.relations if r.to == wide.id] == [
        (wide.id, "narrower-than")
    ]


def test_a_precedent_is_no_option(assessment: Assessment) -> None:
    """What happened half a century before the story is not on the table."""
    words = [span.exact for o in assessment.options for place in o.places for span in place]
    assert any(exact.startswith("leave") for exact in words)
    assert not any(exact.startswith("left") for exact in words)


def test_the_first_finding_says_that_nothing_was_debated(assessment: Assessment) -> None:
    """An announced motion is announced; a denial that it was debated is said, not counted."""
    first = assessment.findings[0]
    assert first.kind == "absent"
    assert "no report has it debated, adopted or in force" in first.text
    assert "“announced”" in first.text
    assert first.searched


def test_positions_follow_what_each_said(case: Case, assessment: Assessment) -> None:
    """The one who wants it is for it; the one who says it will not happen is never for it."""
    names = {a.id: a.name for a in case.corpus.cast.actors}
    stances = {(names[p.actor], p.stance) for p in assessment.positions}
    assert ("Ilse Marrow", "for") in stances
    assert not any(name == "Jon Veld" and stance == "for" for name, stance in stances)


def test_every_finding_has_references_and_an_absent_one_says_what_was_searched(
    assessment: Assessment,
) -> None:
    """No line without what it rests on."""
    assert all(f.refs for f in assessment.findings)
    assert all(f.searched for f in assessment.findings if f.kind == "absent")


def test_a_question_nobody_speaks_to_is_answered_so(case_of: CaseOf) -> None:
    """Silence is said as silence, and not as a no."""
    first: Finding = case_of(PLAN, question="Will Ostrel abolish its navy?").assessment.findings[0]
    assert first.kind == "absent"
    assert "no report here speaks to it" in first.text


def test_no_likelihood_is_said_as_absent(assessment: Assessment) -> None:
    """Where nobody states a likelihood the dossier says so and makes none."""
    assert assessment.likelihoods == ()
    assert any("No probability is stated" in f.text for f in assessment.findings)


def test_a_report_that_was_not_read_is_not_silent(case_of: CaseOf) -> None:
    """What could not be read is said to be unmeasured; nothing is said to be absent from it."""
    unread = case_of("Der Hafenrat hat am Dienstag die Abstimmung verschoben, sagte Ada Lorne.")
    report = replace(unread.corpus.reports[0], language="de")
    case = build_case((report,), (), None, lambda *_: None)
    texts = [finding.text for finding in case.assessment.findings]
    assert any(text.startswith("Not measured: what 1 report says") for text in texts)
    assert not any("No probability" in text or "No conflict" in text for text in texts)
