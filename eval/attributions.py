"""Who said what, scored on reports of other years and places than PolNeAR's, labelled by hand.

    python -m eval.attributions [--update]

Sixteen American reports of 2017 to 2020 and four others, three of them translated, were marked
by a reader after `labels/ATTRIBUTIONS.md` before the program was run on them; a second reader marked
a fifth of them. The labels are character ranges: texts are read from `../shared` and compared
with the hash that stands beside the labels.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.floors import held
from eval.relations import ROLES, Grid, Relation, Tally, match, outermost, overlap, table
from eval.reports import ARTICLES, text_of

if TYPE_CHECKING:
    from stemma.reading.models import Models

LABELS = Path(__file__).parent / "labels" / "attributions.json"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A report's text as far as it was read, and what its readers marked, outermost and nested."""

    report: str
    text: str
    first: tuple[list[Relation], list[Relation]]
    second: tuple[list[Relation], list[Relation]] | None


def labelled() -> Iterator[Labelled]:
    """Every labelled report.

    Raises:
        ValueError: a report's text is not the one that was labelled.
    """
    for row in json.loads(LABELS.read_text(encoding="utf-8")):
        text = text_of(row["report"])[: row["end"]]
        if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"the text of {row['report']} is not the one that was labelled")
        second = _relations(text, row["second"]) if "second" in row else None
        yield Labelled(row["report"], text, _relations(text, row["first"]), second)


def _relations(text: str, rows: list[dict[str, Any]]) -> tuple[list[Relation], list[Relation]]:
    grid = Grid(text)
    outer: list[Relation] = []
    nested: list[Relation] = []
    for row in rows:
        ranges = (tuple((start, end) for start, end in row[role]) for role in ROLES)
        (nested if row["nested"] else outer).append(grid.relation(*ranges))
    return outer, nested


def find(text: str, models: Models) -> list[Relation]:
    """What the program finds in a text."""
    from eval.polnear import with_free
    from stemma.reading.attribution import find_attributions
    from stemma.reading.blocks import find_blocks
    from stemma.reading.parser import parse

    doc = parse(models.parser, text, [(b.start, b.end) for b in find_blocks(text, None)])
    grid = Grid(text)
    return [
        grid.relation(*roles) for roles in with_free(find_attributions(doc, models.attribution))
    ]


def main() -> int:
    """Score the program, and the second reader, against the first; 0 if the floors hold."""
    options = argparse.ArgumentParser(description="Score attribution on hand-labelled reports.")
    options.add_argument("--update", action="store_true")
    given = options.parse_args()
    if not ARTICLES.exists():
        print("not measured: no data")
        return 0
    from stemma.reading.models import load_models

    models, tally, readers = load_models(), Tally(), Tally()
    inside, recalled = 0, 0
    for report in labelled():
        found = find(report.text, models)
        outer, nested = report.first
        tally.add(outer, outermost(found))
        inside += len(nested)
        recalled += len(match(nested, found, overlap))
        if report.second:
            readers.add(outer, report.second[0])
    print("\n".join(table(tally)))
    print(f"nested: {recalled} of {inside} found")
    print("the second reader against the first:")
    print("\n".join(table(readers)))
    figures = {
        "attributions.relation_f1": tally.figures("relation")[2],
        "attributions.relation_precision": tally.figures("relation")[0],
        "attributions.nested_recall": recalled / max(1, inside),
    }
    return 0 if held(figures, given.update) else 1


if __name__ == "__main__":
    sys.exit(main())
