"""Fixtures that many rooms share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from stemma.model.report import Report
from stemma.model.when import When

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def parser() -> Language:
    """The parser that ships, loaded once."""
    from stemma.reading.parser import load_parser

    return load_parser()


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
