"""Reports with labels: the text as far as a reader read it, checked against the label's hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from eval.reports import article_of
from stemma.model.report import Report
from stemma.model.when import When

LABELS = Path(__file__).parent / "labels"


def labelled(name: str) -> Iterator[tuple[Report, dict[str, Any]]]:
    """Every report of a label file with its labels.

    Raises:
        ValueError: a report's text is not the one that was labelled.
    """
    for row in json.loads((LABELS / f"{name}.json").read_text(encoding="utf-8")):
        yield report_of(row["report"], row["sha256"], row["end"]), row


def report_of(name: str, sha256: str, end: int | None = None) -> Report:
    """A report by its id, or its text up to `end`.

    Raises:
        ValueError: the text is not the one that was labelled.
    """
    article = article_of(name)
    text = article.text[:end]
    digest = hashlib.sha256(text.encode()).hexdigest()
    if digest != sha256:
        raise ValueError(f"the text of {name} is not the one that was labelled")
    return Report(
        id=article.id,
        file=article.id,
        sha256=digest,
        outlet=article.outlet or None,
        published=_published(article.published),
        language="en",
        genre="news",
        text=text,
    )


def _published(day: str) -> When:
    if not day:
        return When.unknown("the report gives no date")
    start = date.fromisoformat(day)
    return When(kind="day", start=start, end=start, resolved="as written")
