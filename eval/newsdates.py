"""Dates in news, found and resolved, scored on twenty hand-labelled reports.

    python -m eval.newsdates [--update]

A found expression matches a labelled one that it overlaps, one to one in text order. The value is
right if both ends are.
"""

from __future__ import annotations

import argparse
import calendar
import sys
from datetime import date
from typing import Any

from eval.floors import held
from eval.labelled import labelled
from eval.reports import ARTICLES
from stemma.model.report import Report
from stemma.model.when import When

Ends = tuple[date | None, date | None]


def ends_of(value: str) -> Ends | None:
    """First and last day of a label's value; `None` for one that cannot be known."""
    if value == "unknown":
        return None
    low, slash, high = value.partition("/")
    if not slash:
        return _first(low), _last(low)
    return (None if low == ".." else _first(low), None if high == ".." else _last(high))


def _first(value: str) -> date:
    year, month, day = [*map(int, value.split("-")), 1, 1][:3]
    return date(year, month, day)


def _last(value: str) -> date:
    parts = [*map(int, value.split("-"))]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
    return date(year, month, day)


def pairs(
    found: list[When], gold: list[tuple[int, int, str]]
) -> list[tuple[When, tuple[int, int, str]]]:
    """Found and labelled expressions that overlap, each once."""
    made: list[tuple[When, tuple[int, int, str]]] = []
    left = list(gold)
    for when in found:
        words = when.words
        hit = next((g for g in left if words and g[0] < words.end and words.start < g[1]), None)
        if hit:
            left.remove(hit)
            made.append((when, hit))
    return made


def right(when: When, value: str) -> bool:
    """Whether a found date is the labelled one."""
    ends = ends_of(value)
    if ends is None:
        return not when.known
    return when.known and (when.start, when.end) == ends


def main() -> int:
    """Score; 0 if the floors hold or the data is not there."""
    options = argparse.ArgumentParser(description="Score dates on hand-labelled reports.")
    options.add_argument("--update", action="store_true")
    given = options.parse_args()
    if not ARTICLES.exists():
        print("not measured: no data")
        return 0
    from stemma.reading.models import load_models
    from stemma.reading.read import read

    models = load_models()
    counts = {"gold": 0, "found": 0, "matched": 0, "right": 0}
    for report, row in labelled("dates"):
        _count(counts, report, row, [w for w in read(report, models).dates if w.words])
    detected = 2 * counts["matched"] / (counts["gold"] + counts["found"])
    value = counts["right"] / max(1, counts["matched"])
    print(f"{counts}: detection F1 {detected:.3f}, value accuracy {value:.3f}")
    figures = {"newsdates.detection_f1": detected, "newsdates.value": value}
    return 0 if held(figures, given.update) else 1


def _count(counts: dict[str, int], report: Report, row: dict[str, Any], dates: list[When]) -> None:
    gold = [(start, end, value) for start, end, value in row["first"]]
    found = sorted(dates, key=lambda when: when.words.start if when.words else 0)
    made = pairs(found, gold)
    counts["gold"] += len(gold)
    counts["found"] += len(found)
    counts["matched"] += len(made)
    for when, (start, end, value) in made:
        counts["right"] += right(when, value)
        if not right(when, value):
            words = report.text[start:end]
            print(f"  {report.published.start} {words!r}: {value}, found {when.start}/{when.end}")
    paired = {id(when) for when, _ in made}
    for when in found:
        if id(when) not in paired and when.words:
            print(f"  only found: {when.words.exact!r}")
    known = {label for _, label in made}
    for start, end, value in gold:
        if (start, end, value) not in known:
            print(f"  missed: {report.text[start:end]!r} {value}")


if __name__ == "__main__":
    sys.exit(main())
