"""Stated likelihoods: whose, of what, by when, in which words; and no number that is not stated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.model.reading import Estimate, Statement
from stemma.model.report import Report
from stemma.model.span import words_of
from stemma.model.when import When
from stemma.reading.dates import find_dates
from stemma.reading.estimates import find_estimates
from stemma.reading.read import open_page

if TYPE_CHECKING:
    from spacy.language import Language

DAY = date(2026, 3, 18)
PUBLISHED = When(kind="day", start=DAY, end=DAY, resolved="as written")
Make = Callable[..., Report]


@pytest.fixture
def estimates(parser: Language, make_report: Make) -> Callable[..., list[Estimate]]:
    """The estimates of a text, with any statements given."""

    def find(text: str, published: When = PUBLISHED) -> list[Estimate]:
        report = make_report(text, published=published)
        page = open_page(report, parser)
        dates = find_dates(page.doc, published)
        return find_estimates(report, page.doc, page.sentences, (), dates)

    return find


Find = Callable[..., list[Estimate]]

NUMBERS = [
    ("Analysts see a 20 per cent chance of a coup.", 0.2, 0.2, "a coup"),
    ("The probability that the pact collapses is 10-15%.", 0.1, 0.15, "the pact collapses"),
    ("There is a one in four chance of a split.", 0.25, 0.25, "a split"),
    ("The chance of a split is at least 60%.", 0.6, None, "a split"),
    ("There is a less than 10% chance of a split.", None, 0.1, "a split"),
    ("Bookmakers put odds of 3 to 1 against a snap poll.", 0.25, 0.25, "a snap poll"),
    ("There is a two-thirds chance of a split.", 2 / 3, 2 / 3, "a split"),
    ("We are 95% certain that the dam will hold.", 0.95, 0.95, "that the dam will hold"),
]


@pytest.mark.parametrize(("text", "low", "high", "event"), NUMBERS, ids=[n[0] for n in NUMBERS])
def test_numbers(
    estimates: Find, text: str, low: float | None, high: float | None, event: str
) -> None:
    """A stated probability keeps its bounds; a side that the words leave open stays open."""
    (found,) = estimates(text)
    assert found.low == (pytest.approx(low) if low is not None else None)
    assert found.high == (pytest.approx(high) if high is not None else None)
    assert words_of(found.event) == event


LABELS = [
    ("It is very unlikely that she resigns.", "very unlikely", "that she resigns"),
    ("A deal is improbable.", "improbable", "A deal"),
    ("The odds of a recession are slim.", "slim", "a recession"),
    ("There is little chance of a compromise.", "little chance", "a compromise"),
    ("A ceasefire cannot be ruled out.", "cannot be ruled out", "A ceasefire"),
    ("Such a split cannot be dismissed as fanciful.", "cannot be dismissed as fanciful",
     "Such a split"),
    ("It is not impossible that they return.", "not impossible", "that they return"),
    ("There is a moderate risk of famine.", "moderate risk", "famine"),
    ("The most likely outcome is a hung parliament.", "most likely", "a hung parliament"),
    ("It is a step likely to fail.", "likely", "a step […] to fail"),
    ("They backed a plan that is unlikely to pass.", "unlikely", "a plan […] to pass"),
    ("Odds of 3 to 1 were quoted.", "Odds of 3 to 1", "Odds of 3 to 1 were quoted"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "label", "event"), LABELS, ids=[n[0] for n in LABELS])
def test_labels_stay_unquantified(estimates: Find, text: str, label: str, event: str) -> None:
    """A verbal label keeps its words and gets no number."""
    (found,) = estimates(text)
    assert found.verbal == label
    assert found.label_span is not None
    assert found.label_span.exact == label
    assert (found.low, found.high) == (None, None)
    assert words_of(found.event) == event


@pytest.mark.parametrize(
    "text",
    [
        "The party won 45% of the vote and leads by four points.",
        "Prices may rise and the bank could fail.",
        "Support rose by 5 points to 40%.",
        "Likely voters prefer her; he is an unlikely ally.",
        "Older people are more likely to vote than others.",
        "The treatment cut the risk of death by 20%.",
        "He will likely resign.",
        "Turnout: low (30%)",
        "This was her second chance to speak.",
        "He met Ilse Marr, a Liberal and likely party leader, on Monday.",
        "The ward has 300 confirmed, probable and suspected cases of the fever.",
        "These are people among the least likely to fall ill.",
        "It will hurt drivers, who are most likely to pay by card.",
        "“But is it a decent chance?” she asked.",
        "Low prices helped.",
    ],
)
def test_no_likelihood(estimates: Find, text: str) -> None:
    """Shares, growth, comparisons and bare modality are no stated likelihoods."""
    assert estimates(text) == []


def test_scopes_are_qualifiers(estimates: Find) -> None:
    """A scope says how far the deed goes or of what it is; other words of the event are none."""
    (plain,) = estimates("Velland is likely to keep its friends under almost any scenario.")
    assert plain.scopes == ()
    (full,) = estimates("A full exit from the treaty is unlikely.")
    assert full.scopes == ("full", "treaty")


EVENTS = [
    ("The council may fall. That is unlikely.", "The council may fall"),
    ("It looks “increasingly likely” there will be a vote.", "there will be a vote"),
    ("The Greens were absent and for now are unlikely to support it.",
     "The Greens were absent and for now are […] to support it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), EVENTS, ids=[text for text, _ in EVENTS])
def test_events_are_never_bare_pronouns(estimates: Find, text: str, event: str) -> None:
    """An event says what may happen: the clause itself, or the words that a pronoun points to."""
    assert words_of(estimates(text)[-1].event) == event


def test_negated_labels_stay_negated(estimates: Find) -> None:
    """A negation before the label belongs to it."""
    assert [e.verbal for e in estimates("The outcome doesn’t feel particularly likely.")] == [
        "doesn’t feel particularly likely"
    ]
    assert [e.verbal for e in estimates("A vote is not at all likely.")] == ["not at all likely"]
    assert [e.verbal for e in estimates("The odds of a deal are slim to none.")] == ["slim to none"]


def test_clause_under_a_verb_of_saying_has_a_holder(estimates: Find) -> None:
    """What somebody agrees or says to be likely is theirs; "I think" and "it is said" name none."""
    (found,) = estimates("Traders and most bankers agree it is unlikely that the ferry will close.")
    assert words_of(found.holder) == "Traders and most bankers"
    (own,) = estimates("I think it is likely that she will go.")
    assert own.holder == ()


def test_seasons_and_votes_are_horizons(estimates: Find) -> None:
    """A horizon without a date is shown in its words, and the day of the report is none."""
    (found,) = estimates("A breach before the summer is unlikely.")
    assert found.horizon.words is not None
    assert found.horizon.words.exact == "before the summer"
    (said,) = estimates("Ilse Marr said on Wednesday it looks likely that the ferry will close.")
    assert not said.horizon.known


LINES = """Outlook for the league

Probability assessment: will Velland leave Norda?

Short term: Low (5–10%)

Medium term (2027–2029): Elevated risk of partial suspension (20–30%)

Complete exit by 2031: Very low (5–15%)
"""


def test_lines_under_a_heading(estimates: Find) -> None:
    """A line's event is its own where it names one, else the heading's; terms need dates."""
    short, medium, full = estimates(LINES)
    assert [e.verbal for e in (short, medium, full)] == ["Low", "Elevated risk", "Very low"]
    assert [(e.low, e.high) for e in (short, medium, full)] == [
        (0.05, 0.1), (0.2, 0.3), (0.05, 0.15),
    ]  # fmt: skip
    assert words_of(short.event) == "will Velland leave Norda?"
    assert words_of(medium.event) == "partial suspension"
    assert words_of(full.event) == "Complete exit"
    assert (short.scopes, medium.scopes, full.scopes) == ((), ("partial",), ("complete",))
    assert short.horizon.resolved == "unknown because no date is given for 'Short term'"
    assert (medium.horizon.start, medium.horizon.end) == (date(2027, 1, 1), date(2029, 12, 31))
    assert (full.horizon.start, full.horizon.end) == (None, date(2031, 12, 31))


def test_scenario_ranks(estimates: Find) -> None:
    """A rank among scenarios is kept as words, with the scenario as its event."""
    found = estimates("Plan A: Slow drift (most likely)\n\nPlan B: Open breach (least likely)\n")
    assert [(e.verbal, words_of(e.event)) for e in found] == [
        ("most likely", "Plan A: Slow drift"), ("least likely", "Plan B: Open breach"),
    ]  # fmt: skip


def test_answer_to_a_question(estimates: Find) -> None:
    """A number that answers "how sure" is a likelihood of what was asked."""
    (found,) = estimates("How sure is she that the bill will pass? “Six in ten,” said Marr.")
    assert (found.low, found.high) == (0.6, 0.6)
    assert words_of(found.event) == "the bill will pass?"
    assert estimates("How many came? Six in ten, said Marr.") == []


def test_label_parted_by_a_colon(estimates: Find) -> None:
    """A label that the sentence splitter parts from its event is put back to it."""
    text = "How likely?\n\nSoon. Velland leaves the pact by 2031: Unlikely (5–10%). So be it."
    (found,) = estimates(text)
    assert words_of(found.event) == "Velland leaves the pact"
    assert (found.low, found.high) == (0.05, 0.1)
    assert found.horizon.end == date(2031, 12, 31)


def test_horizon_and_as_of(estimates: Find) -> None:
    """The horizon is the date in the statement; the day of the estimate that of publication."""
    (found,) = estimates("A full withdrawal from the treaty is unlikely before 2028.")
    assert found.horizon.end == date(2027, 12, 31)
    assert found.horizon.words is not None
    assert found.as_of == PUBLISHED
    (undated,) = estimates("A withdrawal is unlikely.", When.unknown("the test gives none"))
    assert undated.as_of.kind == "unknown"
    assert undated.horizon.resolved == "unknown because no horizon is given"


def test_holder_is_the_source(parser: Language, make_report: Make) -> None:
    """An estimate within what somebody says is that source's; else the author's."""
    text = "A split is unlikely, Marr said."
    report = make_report(text, published=PUBLISHED)
    page = open_page(report, parser)
    unknown = When.unknown("the test gives none")
    statement = Statement(
        id="s1", report=report.id, source=(report.span(21, 25),), content=(report.span(0, 19),),
        quote="indirect", kind="prediction", polarity="affirmed", modality="probable",
        stage="unknown", when=unknown, said=unknown,
    )  # fmt: skip
    (found,) = find_estimates(report, page.doc, page.sentences, (statement,), ())
    assert (words_of(found.holder), found.statement) == ("Marr", "s1")
    (own,) = find_estimates(report, page.doc, page.sentences, (), ())
    assert own.holder == ()


PIECES = st.sampled_from(
    "Low (5–10%) : likely unlikely chance of risk a one in four odds 3 to 1 cannot be ruled out by "
    "2030 the very most 60% is will exit \n \n\n probability that full treaty , . ( ) %".split(" ")
)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=25))
def test_any_words(estimates: Find, make_report: Make, pieces: list[str]) -> None:
    """No words raise; spans are the text's; numbers are probabilities; twice the same."""
    text = " ".join(pieces)
    found = estimates(text)
    for estimate in found:
        spans = (estimate.words, *estimate.event, *filter(None, (estimate.label_span,)))
        assert all(text[span.start : span.end] == span.exact for span in spans)
        assert estimate.event
        assert all(span.exact for span in estimate.event)
        bounds = [bound for bound in (estimate.low, estimate.high) if bound is not None]
        assert bounds == sorted(bounds)
        assert all(0 <= bound <= 1 for bound in bounds)
    assert found == estimates(text)
