"""Laws of dates that hold whatever the words and the day of publication."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.model.report import Report
from stemma.model.when import When
from stemma.reading.dates import find_dates
from stemma.reading.dating import Dating
from stemma.reading.timewords_feasts import feast_on

if TYPE_CHECKING:
    from spacy.language import Language

NO_ANCHOR = When.unknown("the test gives none")


def published(at: date) -> When:
    """A publication date."""
    return When(kind="day", start=at, end=at, resolved="as written")


ANCHOR = published(date(2026, 3, 18))


PIECES = st.sampled_from(
    "May March 2026 2030 by since on last next Friday 24th 31 9 , . – - / to from between and the "
    "the\u00a0following day earlier two years ago 1990s Q1 today in 12/03/2026 \n said will "
    "Christmas weekend winter after before Congress “ ” weeks".split(" ")
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=25), st.booleans())
def test_any_words(parser: Language, pieces: list[str], anchored: bool) -> None:
    """No words raise; mentions lie in the text in order, apart; two readings are equal."""
    doc = parser(" ".join(pieces))
    found = find_dates(doc, ANCHOR if anchored else NO_ANCHOR)
    behind = [0, *(m.end for m in found)]
    assert all(before <= m.start < m.end for before, m in zip(behind, found, strict=False))
    assert all(m.end <= len(doc.text) for m in found)
    ends = [(m.when.start, m.when.end) for m in found]
    assert all(start is None or end is None or start <= end for start, end in ends)
    assert found == find_dates(doc, ANCHOR if anchored else NO_ANCHOR)


FROM_PUBLICATION = st.sampled_from(
    (
        "Monday|last Tuesday|next Friday|this Sunday|yesterday|today|last week|two days ago|"
        "a week ago|over the weekend|this weekend|in the past five days|earlier this week"
    ).split("|")
)
FRAMES = st.sampled_from(
    (
        "The council met {}.",
        "The council will meet {}.",
        "“The mill burned {},” Ilse Marr said.",
        "If the mill is sold {}, he can stay.",
        "In the wake of the flood {} they fled.",
    )
)
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 1))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FROM_PUBLICATION, FRAMES, DAYS, st.integers(-40, 40))
def test_weeks_move_with_publication(
    parser: Language, words: str, frame: str, day: date, weeks: int
) -> None:
    """Publication any number of weeks later moves what counts in days and weeks by as much."""
    moved = timedelta(weeks=weeks)
    doc = parser(frame.format(words))
    here, there = (find_dates(doc, published(at)) for at in (day, day + moved))
    assert len(here) == len(there)
    for one, other in zip(here, there, strict=True):
        assert one.when.kind == other.when.kind
        assert one.when.start is None or one.when.start + moved == other.when.start
        assert one.when.end is None or one.when.end + moved == other.when.end


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FROM_PUBLICATION, FRAMES)
def test_nothing_counts_from_no_publication(parser: Language, words: str, frame: str) -> None:
    """Without a publication date, nothing that counts from it is resolved."""
    found = find_dates(parser(frame.format(words)), NO_ANCHOR)
    assert not any(m.when.known for m in found)


FEAST_YEARS = st.integers(1900, 2150)


@settings(max_examples=60)
@given(FEAST_YEARS)
def test_feasts_fall_on_their_weekdays(year: int) -> None:
    """Election Day is a Tuesday from the 2nd to the 8th, Memorial Day the last Monday of May."""
    election, memorial = feast_on("Election Day", year), feast_on("memorial day", year)
    assert (election.weekday(), election.month) == (1, 11)
    assert 2 <= election.day <= 8
    assert (memorial.weekday(), memorial.month) == (0, 5)
    assert memorial.day >= 25
    assert feast_on("Good Friday", year).weekday() == 4
    assert date(year, 3, 23) <= feast_on("Easter Monday", year) <= date(year, 4, 26)


def test_known_easters() -> None:
    """Easter falls where the almanacs have it."""
    known = (date(1961, 4, 2), date(2000, 4, 23), date(2008, 3, 23), date(2038, 4, 25))
    assert [feast_on("Easter Sunday", at.year) for at in known] == list(known)


def test_years_of_votes_date_nothing(parser: Language) -> None:
    """A year that only names a vote is told, and is marked as dating nothing else."""
    text = "The 2024 presidential candidate Ilse Marr spoke in 2025. They lost the 2022 midterms."
    doc = parser(text)
    found = find_dates(doc, ANCHOR)
    assert [m.names for m in found] == [True, False, True]
    report = Report(
        id="r", file="r", sha256="0", published=ANCHOR, language="en", genre="news", text=text
    )
    dating = Dating(report, doc, found)
    assert len(dating.whens) == len(found)
    assert dating.within(((0, len(text)),)) == [dating.whens[1]]


def test_publication_beyond_counting(parser: Language) -> None:
    """A publication date at the edge of the calendar is no anchor, and nothing raises."""
    for at in (date.min, date.max):
        text = "He came last week, next winter, on Christmas, over the weekend, yesterday."
        assert not any(m.when.known for m in find_dates(parser(text), published(at)))


def test_impossible_day_is_unknown(parser: Language) -> None:
    """A day that no calendar has is unknown, not moved to a neighbour."""
    (found,) = find_dates(parser("It was signed on 31 February 2025."), ANCHOR)
    assert found.when.kind == "unknown"


def test_by_says_how_it_is_read(parser: Language) -> None:
    """That "by" is read as including the last day stands in the resolution."""
    (found,) = find_dates(parser("They must leave by 2030."), ANCHOR)
    assert found.when.resolved == "as written; 'by' is read as including 2030-12-31"


def test_wrong_weekday_is_told(parser: Language) -> None:
    """A weekday that does not fit its date is told, and the date kept as written."""
    (found,) = find_dates(parser("He spoke on Monday, January 9, 2026."), ANCHOR)
    assert found.when.start == date(2026, 1, 9)
    assert "that day is a Friday" in found.when.resolved


def test_month_of_publication_gives_year_only(parser: Language) -> None:
    """A publication date known to the month gives a year to "April 24th", and no weekday."""
    anchor = When(
        kind="month", start=date(2022, 4, 1), end=date(2022, 4, 30), resolved="as written"
    )
    text = "On Wednesday she spoke of the vote on April 24th."
    starts = [m.when.start for m in find_dates(parser(text), anchor)]
    assert starts == [None, date(2022, 4, 24)]
