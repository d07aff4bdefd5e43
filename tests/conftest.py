"""Fixtures that many rooms share."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from stemma.model.case import Case
from stemma.model.report import Report
from stemma.model.when import When
from stemma.pipeline import build_case

if TYPE_CHECKING:
    from spacy.language import Language

    from stemma.reading.models import Models


CaseOf = Callable[..., Case]


@pytest.fixture(scope="session")
def models() -> Models:
    """The models that ship, loaded once."""
    from stemma.reading.models import load_models

    return load_models()


@pytest.fixture(scope="session")
def parser(models: Models) -> Language:
    """The parser that ships."""
    return models.parser


@pytest.fixture
def make_report() -> Callable[..., Report]:
    """A report from its text alone, with any other field given by name."""

    def make(text: str, **fields: object) -> Report:
        defaults: dict[str, object] = {
            "id": "r1",
            "file": "a.txt",
            "sha256": "0" * 64,
            "published": When.unknown("the test gives none"),
            "language": "en",
            "genre": "unknown",
        }
        return Report(text=text, **(defaults | fields))  # type: ignore[arg-type]

    return make


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
