"""How two reports stand to one another, scored on 135 hand-labelled pairs of the news corpus.

    python -m eval.lineage [--part dev|last|fresh] [--verbose] [--update]

Each pair is read and traced by itself. The program's answer is the kind of the edge between the
two; where it draws none, that they are of one story (same-event) or not (none). `kind` is the share
of pairs with the label's kind, one event and none taken together, since no copy is what both say;
`direction` the share with the label's source among the pairs that have one and whose kind is right;
`restraint` the share of independent pairs that are not called a copy, quotation or retelling.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from eval.floors import held
from eval.labelled import LABELS, report_of
from eval.reports import ARTICLES
from stemma.model.lineage import Lineage
from stemma.model.report import Report

INDEPENDENT = ("same-event", "none")


@dataclass(frozen=True)
class Answer:
    """What the program says of a pair beside its label; `because` is the edge's evidence."""

    row: dict[str, Any]
    kind: str
    source: str | None
    because: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether the kind is the label's, or both say that neither comes from the other."""
        independent = self.kind in INDEPENDENT and self.row["kind"] in INDEPENDENT
        return independent or self.kind == self.row["kind"]


def answer(row: dict[str, Any], lineage: Lineage) -> Answer:
    """The edge between the two reports, as the label puts it."""
    ends = {source.id: name for source, name in zip(lineage.sources, "ab", strict=False)}
    for edge in lineage.edges:
        if {edge.from_, edge.to} == ends.keys():
            source = ends[edge.from_] if edge.directed else None
            return Answer(row, edge.kind, source, edge.because)
    kind = "same-event" if len(lineage.stories) == 1 else "none"
    return Answer(row, kind, None, lineage.stories[0].because)


def trace_pairs(rows: Sequence[dict[str, Any]]) -> Iterator[Answer]:
    """Read and trace each pair alone."""
    from stemma.actors.join import join
    from stemma.lineage.trace import trace
    from stemma.reading.models import load_models
    from stemma.reading.read import read

    models = load_models()
    for row in rows:
        pair: list[Report] = [
            report_of(row[side], digest) for side, digest in zip("ab", row["sha256"], strict=True)
        ]
        readings = [read(report, models) for report in pair]
        traced, _ = trace(pair, readings, join(pair, readings))
        yield answer(row, traced)


def figures(answers: Sequence[Answer]) -> dict[str, float]:
    """The shares by name."""
    directed = [a for a in answers if a.right and a.row["from"]]
    apart = [a for a in answers if a.row["kind"] in INDEPENDENT]
    return {
        "kind": sum(a.right for a in answers) / len(answers),
        "direction": sum(a.source == a.row["from"] for a in directed) / max(1, len(directed)),
        "restraint": sum(a.right or a.kind == "unknown" for a in apart) / max(1, len(apart)),
    }


def main() -> int:
    """Score; 0 if the floors hold or the data is not there."""
    options = argparse.ArgumentParser(description="Score edges on hand-labelled pairs.")
    options.add_argument("--part", choices=("dev", "last", "fresh"))
    options.add_argument("--verbose", action="store_true")
    options.add_argument("--update", action="store_true")
    given = options.parse_args()
    if not ARTICLES.exists():
        print("not measured: no data")
        return 0
    rows = json.loads((LABELS / "lineage.json").read_text(encoding="utf-8"))
    answers = list(trace_pairs([row for row in rows if given.part in (None, row["part"])]))
    for (kind, found), count in sorted(Counter((a.row["kind"], a.kind) for a in answers).items()):
        print(f"{kind:14} {found:14} {count:3}")
    if given.verbose:
        for a in (a for a in answers if not a.right or a.source != a.row["from"]):
            print(a.row["a"], a.row["b"], a.row["kind"], a.row["from"], "/", a.kind, a.source)
            print("   ", "; ".join(a.because))
    scores = figures(answers)
    print(f"{len(answers)} pairs", *(f"{name} {value:.3f}" for name, value in scores.items()))
    if given.part is not None:
        return 0
    return 0 if held({f"lineage.{name}": v for name, v in scores.items()}, given.update) else 1


if __name__ == "__main__":
    sys.exit(main())
