"""Dates of publication."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.ingest.published import published_when


@pytest.mark.parametrize(
    "words",
    [
        "2031-03-12", "2031-03-12T23:30:00-05:00", "2031-03-12 08:00 UTC", "12 March 2031",
        "March 12, 2031", "Wednesday, 12 March 2031 at 10:30 GMT", "12th of March 2031",
        "Mar. 12, 2031", "12-Mar-2031", "Wed, 12 Mar 2031 10:00:00 +0200", "20310312",
        "20310312T101500Z", "2031/03/12", "3/12/31 or 12 March 2031", "Published: 12 March 2031",
        "10:30, 12 MARCH 2031",
    ],
)  # fmt: skip
def test_stated_days(words: str) -> None:
    """A day that is written out in any common form is that day, as written."""
    when = published_when(words)
    assert (when.kind, str(when.start), when.resolved) == ("day", "2031-03-12", "as written")


def test_figures_count_only_where_one_order_is_possible() -> None:
    """A day above twelve settles the order; otherwise nothing is guessed."""
    assert str(published_when("13/04/2031").start) == "2031-04-13"
    assert str(published_when("04/13/2031").start) == "2031-04-13"
    assert str(published_when("05.05.2031").start) == "2031-05-05"
    for words in ("03/04/2031", "3.4.2031", "03-04-2031"):
        assert not published_when(words).known
        assert "day first or month first" in published_when(words).resolved


@pytest.mark.parametrize(
    "words",
    [
        "", None, "yesterday", "2031-02-30", "31 April 2031", "0001-01-01", "9999-12-31",
        "1970-01-01T00:00:00Z", "99/99/2031", "May", "in 2031 or so", "1717171717", "0000",
    ],
)  # fmt: skip
def test_what_is_no_date_is_unknown_with_a_reason(words: str | None) -> None:
    """No date is made up, and the reason is said."""
    when = published_when(words)
    assert when.kind == "unknown"
    assert when.resolved.startswith("unknown because ")


def test_months_and_years_are_their_whole_length() -> None:
    """A coarse date is an interval, not its first day."""
    month, year = published_when("February 2032"), published_when("2032")
    assert (month.kind, str(month.start), str(month.end)) == ("month", "2032-02-01", "2032-02-29")
    assert published_when("2032-02") == month
    assert (year.kind, str(year.start), str(year.end)) == ("year", "2032-01-01", "2032-12-31")


@given(st.text(max_size=60) | st.from_regex(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}", fullmatch=True))
def test_no_words_raise(words: str) -> None:
    """Any words give a date or a reason."""
    assert published_when(words).resolved
