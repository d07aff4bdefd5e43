"""How statements are put, scored on hand-labelled statements of news.

    python -m eval.how [--update]

A labelled statement is compared with the found one whose content shares most with its own; where
none shares a third, nothing was found, which is wrong in every respect. Macro-F1 over the classes
that a reader used at least five times.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator

from eval.floors import held
from eval.labelled import labelled
from eval.reports import ARTICLES
from stemma.model.reading import Statement

RESPECTS = ("polarity", "modality", "kind", "stage")
_LEAST = 1 / 3  # of the characters of both contents that they share
_FEWEST = 5  # labels of a class that counts

Pair = tuple[str, str]  # labelled, found


def pairs() -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """What the reader and the program say of each statement, in the order of RESPECTS."""
    from stemma.reading.models import load_models
    from stemma.reading.read import read

    models = load_models()
    for report, row in labelled("how"):
        found = read(report, models).statements
        for label in row["statements"]:
            gold = {k for start, end in label["content"] for k in range(start, end)}
            best = max(found, key=lambda s: _share(s, gold), default=None)
            if best is None or _share(best, gold) < _LEAST:
                yield tuple(label["first"]), ("not found",) * len(RESPECTS)
            else:
                yield tuple(label["first"]), tuple(getattr(best, r) for r in RESPECTS)


def _share(statement: Statement, gold: set[int]) -> float:
    own = {k for span in statement.content for k in range(span.start, span.end)}
    return len(own & gold) / len(own | gold)


def by_class(labels: list[Pair]) -> dict[str, tuple[int, float, float, float]]:
    """Count, precision, recall and F1 of each class."""
    gold, found = Counter(g for g, _ in labels), Counter(f for _, f in labels)
    hits = Counter(g for g, f in labels if g == f)
    figures = {}
    for name in sorted(gold):
        p, r = hits[name] / max(1, found[name]), hits[name] / gold[name]
        figures[name] = (gold[name], p, r, 2 * p * r / max(1e-9, p + r))
    return figures


def main() -> int:
    """Score; 0 if the floors hold or the data is not there."""
    options = argparse.ArgumentParser(description="Score how statements are put.")
    options.add_argument("--update", action="store_true")
    given = options.parse_args()
    if not ARTICLES.exists():
        print("not measured: no data")
        return 0
    both = list(pairs())
    lost = sum(found[0] == "not found" for _, found in both)
    print(f"{len(both)} statements, {lost} not found")
    figures = {}
    for k, respect in enumerate(RESPECTS):
        classes = by_class([(gold[k], found[k]) for gold, found in both])
        counted = [f1 for count, _, _, f1 in classes.values() if count >= _FEWEST]
        figures[f"how.{respect}"] = sum(counted) / len(counted)
        print(f"{respect}: macro-F1 {figures[f'how.{respect}']:.3f}")
        for name, (count, p, r, f1) in classes.items():
            print(f"  {name:12}{count:5}{p:8.3f}{r:7.3f}{f1:7.3f}")
    return 0 if held(figures, given.update) else 1


if __name__ == "__main__":
    sys.exit(main())
