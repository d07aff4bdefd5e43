"""A small dispute, read by the real rooms: what the assessment is given in earnest."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date

import pytest

from stemma.model.case import Case
from stemma.model.report import Report
from stemma.model.when import When
from stemma.pipeline import build_case

CaseOf = Callable[..., Case]


def _report(number: int, text: str) -> Report:
    day = date(2025, 3, 3 + number)
    return Report(
        id=f"r{number}",
        file=f"{number}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        outlet=f"Outlet {number}",
        published=When(kind="day", start=day, end=day, resolved="as written"),
        language="en",
        genre="news",
        text=text,
    )


@pytest.fixture(scope="session")
def case_of() -> CaseOf:
    """A function from texts and a question to the case that the pipeline makes of them."""

    def make(*texts: str, question: str | None = None) -> Case:
        reports = tuple(_report(n, text) for n, text in enumerate(texts, 1))
        return build_case(reports, (), question, lambda *_: None)

    return make
