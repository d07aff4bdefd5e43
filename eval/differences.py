"""Differences between two reports, scored on forty hand-labelled pairs of the news corpus.

    python -m eval.differences [--part dev|last] [--verbose] [--update]

Each pair is carried through all rooms up to claims by itself. A difference that the program states
is right if a labelled one has words of a reading in each report within two of its readings, or the
other way round. `precision` is the share of stated differences that are right, with any verdict
that says more than "compatible"; `recall` the share of labelled ones of such a verdict that are
stated; `conflicts` the share of stated conflicts that the label calls a conflict too.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from eval.floors import held
from eval.labelled import LABELS, report_of
from eval.reports import ARTICLES
from stemma.model.claim import Difference
from stemma.model.report import Report

SILENT = ("compatible", "not-compared")
_DEV = 26  # the first pairs, which may be looked at; the others are for a last look


@dataclass(frozen=True)
class Scored:
    """One pair: what the program states, and for each the label it meets, or `None`."""

    labels: list[list[Any]]
    stated: list[tuple[Difference, list[Any] | None]]


def compare(row: dict[str, Any], reports: Sequence[Report], found: Sequence[Difference]) -> Scored:
    """The stated differences of a pair, each with the first label that it meets."""
    stated = []
    for difference in found:
        if difference.verdict in SILENT:
            continue
        met = (label for label in row["first"] if _meets(difference, label, reports))
        best = sorted(met, key=lambda label: (label[1] in SILENT, label[1] != difference.verdict))
        stated.append((difference, best[0] if best else None))
    return Scored(row["first"], stated)


def _meets(difference: Difference, label: list[Any], reports: Sequence[Report]) -> bool:
    sides = [report.span(*label[2 + side]) for side, report in enumerate(reports)]
    spans = [
        [span for place in reading.places for span in place] for reading in difference.readings
    ]
    holding = [
        {n for n, part in enumerate(spans) if any(side.meets(s) for s in part)} for side in sides
    ]
    return bool(holding[0] and holding[1]) and len(holding[0] | holding[1]) > 1


def precise(precision: float, recall: float) -> float:
    """F½, in which precision counts twice as much as recall (van Rijsbergen 1979)."""
    return 1.25 * precision * recall / max(1e-9, 0.25 * precision + recall)


def figures(scored: Sequence[Scored]) -> dict[str, float]:
    """The shares by name."""
    stated = [pair for one in scored for pair in one.stated]
    right = [(d, label) for d, label in stated if label is not None and label[1] not in SILENT]
    conflicts = [(d, label) for d, label in stated if d.verdict == "conflict"]
    wanted = sum(label[1] not in SILENT for one in scored for label in one.labels)
    met = {id(label) for _, label in right}
    precision, recall = len(right) / max(1, len(stated)), len(met) / max(1, wanted)
    return {
        "stated": float(len(stated)),
        "precision": precision,
        "recall": recall,
        "f0.5": precise(precision, recall),
        "conflicts": sum(label is not None and label[1] == "conflict" for _, label in conflicts)
        / max(1, len(conflicts)),
    }


def run(rows: Sequence[dict[str, Any]]) -> list[Scored]:
    """Carry each pair through the rooms."""
    from stemma.claims.collate import collate
    from stemma.encoding.pairs import PairModel
    from stemma.pipeline import build_corpus
    from stemma.reading.models import load_models

    models, pairs = load_models(), PairModel()
    scored = []
    for row in rows:
        pair = tuple(report_of(row[side], row["sha256"][n]) for n, side in enumerate("ab"))
        corpus, _ = build_corpus(pair, models, lambda *_: None)
        collation, _ = collate(corpus, pairs)
        scored.append(compare(row, pair, collation.differences))
    return scored


def _show(scored: Sequence[Scored]) -> None:
    for number, one in enumerate(scored):
        for difference, label in one.stated:
            values = " / ".join(reading.value for reading in difference.readings)
            head = (
                f"{number:2} {difference.verdict} {difference.kind}: {difference.about}: {values}"
            )
            print(head[:200], "<-", label[:2] if label else "no label")
        met = {id(label) for _, label in one.stated}
        for label in one.labels:
            if id(label) not in met and label[1] not in SILENT:
                print(f"{number:2}    missed {label[:4]}")


def main() -> int:
    """Score; 0 if the floors hold or the data is not there."""
    options = argparse.ArgumentParser(description="Score differences on hand-labelled pairs.")
    options.add_argument("--part", choices=("dev", "last"))
    options.add_argument("--verbose", action="store_true")
    options.add_argument("--update", action="store_true")
    given = options.parse_args()
    if not ARTICLES.exists():
        print("not measured: no data")
        return 0
    rows = json.loads((LABELS / "differences.json").read_text(encoding="utf-8"))
    part = {"dev": rows[:_DEV], "last": rows[_DEV:]}.get(given.part, rows)
    scored = run(part)
    if given.verbose:
        _show(scored)
    scores = figures(scored)
    print(f"{len(part)} pairs", *(f"{name} {value:.3f}" for name, value in scores.items()))
    if given.part is not None:
        return 0
    return 0 if held({"differences.f0.5": scores["f0.5"]}, given.update) else 1


if __name__ == "__main__":
    sys.exit(main())
