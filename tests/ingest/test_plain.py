"""Header lines of plain text, headlines, bylines."""

from __future__ import annotations

import textwrap

import pytest

from stemma.ingest.ingest import ingest
from stemma.ingest.walk import Input, Limits
from stemma.model.report import Report

LONG = (
    "The council of Velm will close the eastern quay from June, its chair, Ida Roth, said on "
    "Monday. Repairs could take until the autumn, she told reporters, and ships would go to Ostrel."
)


def read(text: str) -> Report:
    """The report of a text file."""
    (report,) = ingest(Input(file="a.txt", data=text.encode()), Limits())
    assert isinstance(report, Report), report
    return report


def test_header_lines_are_metadata_and_no_text() -> None:
    """Header lines in any order and case are taken, and the article begins after them."""
    report = read(
        "DATE: 3 May 2031\noutlet: Lantern News\nTitle: Quay to close\nAuthors: Bo Ek, Ada Lind\n"
        f"url: https://lantern.example/quay\n\n{LONG}"
    )
    assert report.text == f"Quay to close\n\n{LONG}"
    assert (report.outlet, report.url) == ("Lantern News", "https://lantern.example/quay")
    assert str(report.published.start) == "2031-05-03"
    assert report.metadata == {"authors": "Bo Ek, Ada Lind"}


def test_header_ends_at_the_first_other_line() -> None:
    """A later line that looks like a header is part of the article."""
    report = read(f"Outlet: Lantern News\n{LONG}\nDate: the day the quay closes\n")
    assert report.text.startswith("The council")
    assert "Date: the day" in report.text


def test_source_lines_are_attribution() -> None:
    """Where a report says that its words come from is never taken off it."""
    report = read(f"{LONG}\n\nSource: Lantern News\n")
    assert not report.stripped


def test_a_known_title_in_the_text_is_not_doubled() -> None:
    """A title that the body begins with, below furniture or not, is its headline."""
    report = read(
        f"Title: Quay to close in Velm\n\nHome > Harbour\n\nQuay to Close in Velm\n\n{LONG}"
    )
    assert report.headline
    assert report.headline.exact == "Quay to Close in Velm"
    assert [s.reason for s in report.stripped] == ["breadcrumb"]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (f"Quay in Velm to close for repairs\n\n{LONG}", "Quay in Velm to close for repairs"),
        (f"Quay in Velm to close for repairs\n{LONG}", "Quay in Velm to close for repairs"),
        (
            f"Harbour\n\nWill the quay in Velm ever open?\n\n{LONG}",
            "Will the quay in Velm ever open?",
        ),
        (f"By Ida Roth\n\nQuay to close\n\n{LONG}", "Quay to close"),
        (LONG, None),
        (f"The quay is shut.\n\n{LONG}", None),
        ("Quay to close", None),
    ],
)
def test_a_headline_is_taken_only_where_it_looks_like_one(text: str, headline: str | None) -> None:
    """A first line that is short and ends without a stop heads the text below it."""
    report = read(text)
    assert (report.headline.exact if report.headline else None) == headline
    assert report.title == headline


def test_bylines_and_date_lines_at_the_top() -> None:
    """Author and date are taken from lines of their own, the date with its words."""
    report = read(f"Quay to close\n\nBy Ada Lind and Bo Ek in Velm\n\n3 May 2031, 10:30\n\n{LONG}")
    assert report.metadata == {"authors": "Ada Lind and Bo Ek"}
    assert report.published.words
    assert report.published.words.exact == "3 May 2031"
    assert [s.reason for s in report.stripped] == ["byline", "date line"]


def test_a_headline_below_sections_and_above_a_byline() -> None:
    """What stands between sections and byline is the headline, without a blank line too."""
    top = "World\nIslands\n\nQuay in Velm to close\nBy Ada Lind\nMay 3, 20319:41 PM\n"
    report = read(top + LONG)
    assert report.title == "Quay in Velm to close"
    assert str(report.published.start) == "2031-05-03"
    reasons = ["section tag", "section tag", "byline", "date line"]
    assert [s.reason for s in report.stripped] == reasons


def test_front_matter_is_metadata() -> None:
    """Fields between two fences are taken; without the second fence they are text."""
    fields = "---\ntitle: 'Quay to close'\ndate: 2031-05-03\nmood: grim\n"
    report = read(f"{fields}---\n\n# Quay to close\n\n{LONG}")
    assert report.headline
    assert report.headline.exact == report.title == "Quay to close"
    assert (str(report.published.start), report.metadata) == ("2031-05-03", {"mood": "grim"})
    assert read(f"{fields}\n{LONG}").text.startswith("---\ntitle")


def test_lines_wrapped_at_a_width_are_made_whole() -> None:
    """Paragraphs broken at a fixed width become one line each; no character moves."""
    wrapped = "\n\n".join(textwrap.fill(LONG, 60) for _ in range(3))
    report = read(wrapped)
    assert report.text == f"{LONG}\n\n{LONG}\n\n{LONG}"
    assert len(report.text) == len(wrapped)


def test_lines_that_are_paragraphs_are_left() -> None:
    """Short paragraphs, verse and lists of one line each are not run together."""
    lines = [f"Ship number {n} of the Velm line lay at the quay for a week." for n in range(9)]
    items = [f"- ship number {n} of the Velm line lay at the quay in May" for n in range(9)]
    for text in ("\n".join(lines), "\n".join(items), "\n\n".join(lines)):
        assert read(text).text == text


@pytest.mark.parametrize("line", ["By Lantern News Agency", "By Reuters", "By staff reporters"])
def test_an_agency_as_author_is_a_credit_and_stays(line: str) -> None:
    """Lineage needs to know which agency the words came from."""
    assert not read(f"Quay to close\n\n{line}\n\n{LONG}").stripped


def test_an_ambiguous_date_is_unknown_with_the_reason() -> None:
    """A date in figures that can be read two ways is not guessed."""
    report = read(f"Date: 03/04/2031\n\n{LONG}")
    assert not report.published.known
    assert "03/04/2031" in report.published.resolved


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (LONG, "en"),
        (
            "Der Rat von Velm schließt im Juni den Kai, sagte die Vorsitzende am Montag.",
            "de",
        ),
        (
            "Le conseil de Velm fermera le quai en juin, a déclaré sa présidente. Rien n’est sûr.",
            "fr",
        ),
        ("Ok.", "und"),
    ],
)
def test_language(text: str, language: str) -> None:
    """The language is told from enough text, and not guessed from too little."""
    assert read(text).language == language
