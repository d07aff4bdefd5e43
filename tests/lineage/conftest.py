"""Reports about invented people and places, and the first steps over them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from stemma.model.report import Report
from stemma.model.span import Span
from stemma.model.when import When

Maker = Callable[..., Report]
Build = Callable[..., Report]


@pytest.fixture
def build(make_report: Maker) -> Build:
    """A report by id and text, with its day given as an ISO date."""

    def make(name: str, text: str, day: str | None = None, **fields: object) -> Report:
        at = date.fromisoformat(day) if day else None
        published = (
            When(kind="day", start=at, end=at, resolved="as written")
            if at
            else When.unknown("the test gives none")
        )
        return make_report(
            text, **({"id": name, "file": f"{name}.txt", "published": published} | fields)
        )

    return make


def span_of(report: Report, words: str) -> Span:
    """The first place of some words in a report."""
    start = report.text.index(words)
    return report.span(start, start + len(words))
