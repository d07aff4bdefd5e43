from __future__ import annotations

from datetime import date

import pytest

from stemma.dossier.wording import quoted, when_text
from stemma.model.when import When

YEAR = (date(2031, 1, 1), date(2031, 12, 31))


@pytest.mark.parametrize(
    ("kind", "start", "end", "text"),
    [
        ("day", date(2031, 3, 4), date(2031, 3, 4), "4 March 2031"),
        ("month", date(2031, 3, 1), date(2031, 3, 31), "March 2031"),
        ("year", *YEAR, "2031"),
        ("interval", date(2031, 1, 1), date(2033, 12, 31), "2031–2033"),
        ("interval", date(2031, 3, 4), date(2031, 4, 5), "4 March 2031 – 5 April 2031"),
        ("interval", None, date(2031, 12, 31), "by the end of 2031"),
        ("interval", None, date(2031, 3, 4), "by 4 March 2031"),
        ("interval", date(2031, 3, 4), None, "from 4 March 2031"),
        ("unknown", None, None, "not dated"),
    ],
)
def test_a_date_is_no_finer_than_it_is_known(
    kind: str, start: date | None, end: date | None, text: str
) -> None:
    """A year is shown as a year, an open end as open, an unknown date as none."""
    when = When(kind=kind, start=start, end=end, resolved="")  # type: ignore[arg-type]
    assert when_text(when) == text


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("it will close", "“it will close”"),
        ("“It will close,”", "“It will close,”"),
        ('"It will close,"', '"It will close,"'),
        ("the “last resort”", "‘the “last resort”’"),
        ("“One,” she said, “or two”", "‘“One,” she said, “or two”’"),
        ("“", "‘“’"),
        ("", "“”"),
    ],
)
def test_quotation_marks_are_never_doubled(words: str, shown: str) -> None:
    """Words keep their own marks; marks around marks are of the other kind."""
    assert quoted(words) == shown
