"""Who said what, scored on reports of other years and places than PolNeAR's, labelled by hand.

    python -m eval.attributions [--update]

Sixteen American reports of 2017 to 2020 and four others, some of them translated, were marked by
a reader after `labels/ATTRIBUTIONS.md` before the program was run on them; a second reader marked
a fifth of them. The labels are character ranges: texts are read from `../shared` and compared
with the hash that stands beside the labels.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from eval.floors import held
from eval.labelled import labelled
from eval.relations import ROLES, Grid, Relation, Tally, outermost, table
from eval.reports import ARTICLES

if TYPE_CHECKING:
    from stemma.reading.models import Models


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
    from stemma.reading.attribution import find_attributions
    from stemma.reading.blocks import find_blocks
    from stemma.reading.parser import parse

    doc = parse(models.parser, text, [(b.start, b.end) for b in find_blocks(text, None)])
    grid = Grid(text)
    return [
        grid.relation(a.source, a.cue, a.content)
        for a in find_attributions(doc, models.attribution)
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
    within = Tally()
    for report, row in labelled("attributions"):
        found = find(report.text, models)
        outer, nested = _relations(report.text, row["first"])
        outermost_found = outermost(found)
        tally.add(outer, outermost_found)
        within.add(nested, [r for r in found if r not in outermost_found])
        if "second" in row:
            readers.add(outer, _relations(report.text, row["second"])[0])
    print("\n".join(table(tally)))
    print("within another's content:")
    print(next(line for line in table(within) if line.startswith("relation")))
    print("the second reader against the first:")
    print("\n".join(table(readers)))
    figures = {
        "attributions.relation_f1": tally.figures("relation")[2],
        "attributions.relation_precision": tally.figures("relation")[0],
        "attributions.nested_f1": within.figures("relation")[2],
    }
    return 0 if held(figures, given.update) else 1


if __name__ == "__main__":
    sys.exit(main())
