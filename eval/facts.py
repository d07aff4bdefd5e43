"""Differences between two sentences on one event, where readers say whether a fact differs.

    python -m eval.facts [--part dev|last] [--verbose] [--update]

Each labelled pair of sentences (`labels/PAIRS.md`) is carried through all rooms up to claims as two
reports of one story. A stated difference is right if the reader names a fact that the two give
otherwise; `recall` is the share of pairs with such a fact for which a difference is stated, by the
kinds that the reader names. `last` is the default: nothing was chosen on it.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from eval.differences import SILENT, precise
from eval.floors import held
from eval.pair_sets import NEUS, Natural, naturals
from eval.stories import make_report
from stemma.encoding.pairs import PairModel
from stemma.model.claim import Difference
from stemma.model.corpus import Corpus
from stemma.reading.models import Models


@dataclass(frozen=True)
class Told:
    """A labelled pair and the differences that the program states of it."""

    row: Natural
    stated: list[Difference]


def run(rows: Sequence[Natural]) -> list[Told]:
    """Carry each pair through the rooms."""
    from stemma.claims.collate import collate
    from stemma.reading.models import load_models

    models, pairs = load_models(), PairModel()
    told = []
    for row in rows:
        collation, _ = collate(_one_story(row, models), pairs)
        stated = [d for d in collation.differences if d.verdict not in SILENT]
        told.append(Told(row, stated))
    return told


def _one_story(row: Natural, models: Models) -> Corpus:
    from stemma.pipeline import build_corpus

    reports = tuple(
        msgspec.structs.replace(make_report(n, text), outlet=f"Outlet {n}")
        for n, text in enumerate((row.example.a, row.example.b))
    )
    corpus, _ = build_corpus(reports, models, lambda *_: None)
    story = msgspec.structs.replace(corpus.lineage.stories[0], reports=tuple(r.id for r in reports))
    lineage = msgspec.structs.replace(corpus.lineage, stories=(story,))
    return msgspec.structs.replace(corpus, lineage=lineage)


def figures(told: Sequence[Told]) -> dict[str, float]:
    """The shares by name."""
    stated = [one.row for one in told for _ in one.stated]
    differ = [one for one in told if one.row.facts]
    precision = sum(bool(row.facts) for row in stated) / max(1, len(stated))
    recall = sum(bool(one.stated) for one in differ) / max(1, len(differ))
    return {
        "stated": float(len(stated)),
        "precision": precision,
        "recall": recall,
        "f0.5": precise(precision, recall),
    }


def main() -> int:
    """Score; 0 if the floors hold or the data is not there."""
    options = argparse.ArgumentParser(description="Score differences between labelled sentences.")
    options.add_argument("--part", choices=("dev", "last"), default="last")
    options.add_argument("--verbose", action="store_true")
    options.add_argument("--update", action="store_true")
    given = options.parse_args()
    if not NEUS.exists():
        print("not measured: no data")
        return 0
    told = run([row for row in naturals() if row.part == given.part and row.label != "no"])
    scores = figures(told)
    print(f"{len(told)} pairs", *(f"{name} {value:.3f}" for name, value in scores.items()))
    asked = Counter(kind for one in told for kind in one.row.facts)
    found = Counter(kind for one in told if one.stated for kind in one.row.facts)
    for kind, count in sorted(asked.items()):
        print(f"  {kind:10}{found[kind]} of {count}")
    for one in told if given.verbose else ():
        for d in one.stated:
            values = " / ".join(reading.value for reading in d.readings)
            print(d.verdict, d.kind, values[:100], "<-", ", ".join(one.row.facts) or "no fact")
    if given.part != "last":
        return 0
    return 0 if held({"facts.f0.5": scores["f0.5"]}, given.update) else 1


if __name__ == "__main__":
    sys.exit(main())
