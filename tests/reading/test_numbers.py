"""Numbers: how much of what, and never a date, a rank or a part of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.reading.numbers import NumberMention, find_numbers

if TYPE_CHECKING:
    from spacy.language import Language

Row = tuple[str, float, float | None, str | None, str]
GOLD: list[tuple[str, list[Row]]] = [
    ("It must spend at least 5% of output.", [("at least 5%", 5, None, "%", "at-least")]),
    ("She led by more than 30 percentage points.",
     [("more than 30 percentage points", 30, None, "percentage points", "at-least")]),
    ("About 1,200 people marched.", [("About 1,200", 1200, None, "people", "about")]),
    ("Talks took between 4 and 6 hours.", [("between 4 and 6", 4, 6, "hours", "range")]),
    ("They need four to six votes.", [("four to six", 4, 6, "votes", "range")]),
    ("Ahead by less than two to three percentage points.",
     [("less than two to three percentage points", 2, 3, "percentage points", "at-most")]),
    ("The party holds a quarter of the seats.", [("a quarter", 0.25, None, "share", "exact")]),
    ("The port cost $3.2 billion.", [("$3.2 billion", 3.2e9, None, "$", "exact")]),
    ("Three ministers left.", [("Three", 3, None, "ministers", "exact")]),
    ("Some 3 to 5 million euros are gone.",
     [("Some 3 to 5 million euros", 3e6, 5e6, "€", "about")]),
    ("Turnout rose from 3% to 5%.", [("3%", 3, None, "%", "exact"), ("5%", 5, None, "%", "exact")]),
    ("Two hundred and five soldiers left.",
     [("Two hundred and five", 205, None, "soldiers", "exact")]),
    ("A ten-month strike ended.", [("ten", 10, None, "month", "exact")]),
    ("More than three dozen deputies rose.",
     [("More than three dozen", 36, None, "deputies", "at-least")]),
    ("One in four voters stayed home.", [("One in four", 0.25, None, "share", "exact")]),
    ("A 12-year-old boy was found.", [("12-year-old", 12, None, "years old", "exact")]),
    ("Growth was -0.3% in spring.", [("-0.3%", -0.3, None, "%", "exact")]),
    ("Two and a half million voters left.",
     [("Two and a half million", 2.5e6, None, "voters", "exact")]),
    ("Dozens came; thousands stayed.", []),
    ("One of them won a third term and came second.", []),
    ("The G7 met on 24 April 2022 under Article 5.", []),
    ("In 2019 the Boeing 737 left gate 12 at 10 a.m.", []),
    ("1. First of all, see page 40.", []),
    ("The vote was 52-48.", []),
    ("He joined the Gang of Eight and the Group of 20.", []),
]  # fmt: skip


def rows(text: str, found: list[NumberMention]) -> list[Row]:
    """The mentions as the table above writes them."""
    return [(text[m.start : m.end], m.value, m.high, m.unit, m.bound) for m in found]


@pytest.mark.parametrize(("text", "expected"), GOLD, ids=[text for text, _ in GOLD])
def test_news_numbers(parser: Language, text: str, expected: list[Row]) -> None:
    """Every quantity is found with its unit and bound, and nothing else is."""
    assert rows(text, find_numbers(parser(text), 0, len(text))) == expected


def test_of_names_what_is_counted(parser: Language) -> None:
    """Numbers of different things have different words, so that they are not compared."""
    text = "Output fell 5% in spring. Exports fell 5%. Police arrested 40 demonstrators."
    output, exports, arrested = find_numbers(parser(text), 0, len(text))
    assert output.of == ("output", "fall")
    assert exports.of == ("export", "fall")
    assert arrested.of == ("demonstrator", "arrest")


def test_bounds_are_kept(parser: Language) -> None:
    """Only numbers wholly between the two characters are returned."""
    text = "Two ships sank. Three ships burnt."
    found = find_numbers(parser(text), 16, len(text))
    assert [m.value for m in found] == [3]


PIECES = st.sampled_from(
    "5% 3 to 5 from between and four six million $3.2bn a quarter of in one two hundred thousand , "
    "1,200 people votes at least less than about - – 12-year-old % percentage ½ \n 2030".split(" ")
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=25))
def test_any_words(parser: Language, pieces: list[str]) -> None:
    """No words raise; mentions lie in the text in order, apart, low below high; twice the same."""
    doc = parser(" ".join(pieces))
    found = find_numbers(doc, 0, len(doc.text))
    ends = [0, *(m.end for m in found)]
    assert all(before <= m.start < m.end for before, m in zip(ends, found, strict=False))
    assert all(m.end <= len(doc.text) for m in found)
    assert all(m.high is None or m.value < m.high for m in found)
    assert found == find_numbers(doc, 0, len(doc.text))
