"""What kind of text a report is."""

from __future__ import annotations

import pytest

from stemma.ingest.genre import genre_of

NEUTRAL = "The quay at Velm was built of granite. It has forty bollards and two lamps."
NEWS = (
    "The council of Velm will close the quay, its chair said on Monday.\n"
    "Ida Roth told reporters that repairs were overdue. Fishermen accused her of haste."
)


@pytest.mark.parametrize(
    ("title", "about", "genre"),
    [
        ("Analysis: The quay and the council", {}, "analysis"),
        ("The quay and the council | Opinion", {}, "opinion"),
        ("OPINION: Shut the quay", {}, "opinion"),
        ("Shut the quay", {"url": "https://lantern.example/opinion/2031/quay"}, "opinion"),
        ("Shut the quay", {"url": "https://lantern.example/news/opinion-of-the-quay"}, "unknown"),
        ("Shut the quay", {"section": "Editorial"}, "opinion"),
        ("Press release: quay to close", {}, "primary"),
        ("Statement by the chair of the council", {}, "primary"),
        ("Public opinion: Velm divided on its quay", {}, "unknown"),
        ("Risk assessment of quay delayed", {}, "unknown"),
        ("A statement that shook Velm", {}, "unknown"),
    ],
)
def test_labels_count_where_they_stand_alone(title: str, about: dict[str, str], genre: str) -> None:
    """A label that stands apart tells; the same word among others doesn't."""
    assert genre_of(f"{title}\n\n{NEUTRAL}", title, None, about) == genre


def test_an_office_speaks_for_itself() -> None:
    """What a ministry publishes is a primary document, whatever it reports."""
    assert genre_of(NEWS, None, "Ministry of Harbours", {}) == "primary"


def test_forecasts_in_headings_make_an_analysis() -> None:
    """Scenarios and likelihoods as headings are an analyst's work."""
    heads = ("Scenario A: the quay stays shut", "Short term: low (5–10%)")
    text = "\n\n".join([NEWS, heads[0], NEUTRAL, heads[1], NEUTRAL])
    assert genre_of(text, None, None, {}) == "analysis"
    quoted = NEWS + "\nShe put the likelihood at 5%. A second scenario was most likely, she said."
    assert genre_of(quoted, None, None, {}) == "news"


def test_news_needs_a_dateline_or_people_who_say_it() -> None:
    """Attributed openings and datelines are news; a text that says "I" or says nothing isn't."""
    assert genre_of(NEWS, None, None, {}) == "news"
    assert genre_of(f"VELM, May 3 (Lantern) - {NEUTRAL}", None, None, {}) == "news"
    assert genre_of(NEUTRAL, None, None, {}) == "unknown"
    assert genre_of(f"{NEWS} I think we should stop her.", None, None, {}) == "unknown"


def test_a_disclaimer_of_views_is_opinion() -> None:
    """A text that ends by saying whose views it holds is opinion."""
    text = f"{NEWS}\nThe views expressed here are the author's own."
    assert genre_of(text, None, None, {}) == "opinion"
