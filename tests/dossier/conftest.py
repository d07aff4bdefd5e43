"""A small case made by hand, about invented people and outlets, with something in every section.

In `case.json` a span is written as the words and the report they stand in; `nth` counts earlier
places of the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from stemma.dossier.conflicts_document import to_conflicts_document
from stemma.dossier.document import to_document
from stemma.dossier.lineage_document import to_lineage_document
from stemma.dossier.retellings_document import to_retellings_document
from stemma.model.case import Case, CollatedCase, TracedCase
from stemma.model.collation_document import ConflictsDocument, RetellingsDocument
from stemma.model.document import Document
from stemma.model.lineage_document import LineageDocument
from stemma.model.reading import Sentence
from stemma.model.report import Report


def find(text: str, words: str, nth: int = 0) -> tuple[int, int]:
    """Where `words` stand in `text` for the `nth` time, from 0."""
    start = text.index(words)
    for _ in range(nth):
        start = text.index(words, start + 1)
    return start, start + len(words)


def _with_spans(value: Any, texts: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_with_spans(item, texts) for item in value]
    if not isinstance(value, dict):
        return value
    if "in" in value:
        start, end = find(texts[value["in"]], value["words"], value.get("nth", 0))
        return {"report": value["in"], "start": start, "end": end, "exact": value["words"]}
    return {key: _with_spans(item, texts) for key, item in value.items()}


@pytest.fixture
def case() -> Case:
    """The small case."""
    plain = msgspec.json.decode(Path(__file__).with_name("case.json").read_bytes())
    texts = {report["id"]: report["text"] for report in plain["corpus"]["reports"]}
    return msgspec.convert(_with_spans(plain, texts), Case)


@pytest.fixture
def document(case: Case) -> Document:
    """The small case as a document."""
    return to_document(case)


@pytest.fixture
def traced(case: Case) -> TracedCase:
    """The small case as far as lineage."""
    return TracedCase(corpus=case.corpus, rejections=case.rejections, models=case.models)


@pytest.fixture
def collated(case: Case) -> CollatedCase:
    """The small case as far as claims, with each line and each stop as the end of a sentence."""
    reports = case.corpus.reports_by_id()
    readings = tuple(
        replace(reading, sentences=tuple(_sentences(reports[reading.report])))
        for reading in case.corpus.readings
    )
    return CollatedCase(
        corpus=replace(case.corpus, readings=readings),
        rejections=case.rejections,
        collation=case.collation,
        models=case.models,
    )


def _sentences(report: Report) -> Iterator[Sentence]:
    for number, found in enumerate(re.finditer(r"[^\s.][^\n.]*\.?", report.text)):
        yield Sentence(span=report.span(*found.span()), form="sentence", paragraph=number)


@pytest.fixture
def conflicts_document(collated: CollatedCase) -> ConflictsDocument:
    """The differences of the small case as a document."""
    return to_conflicts_document(collated)


@pytest.fixture
def retellings_document(collated: CollatedCase) -> RetellingsDocument:
    """The retellings of the small case as a document."""
    return to_retellings_document(collated)


@pytest.fixture
def lineage_document(traced: TracedCase) -> LineageDocument:
    """The family tree of the small case as a document."""
    return to_lineage_document(traced)
