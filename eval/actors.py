"""Who is who, scored on hand-labelled mentions in twenty reports of four stories.

    python -m eval.actors [--update]

Each labelled mention has the actor of the found mention that it shares most characters with; one
that is not found is an actor by itself. B-cubed over all mentions, stories kept apart.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from typing import Any

from eval.clusters import b_cubed
from eval.floors import held
from eval.labelled import labelled
from eval.reports import ARTICLES
from stemma.model.cast import CastIndex
from stemma.model.report import Report
from stemma.model.span import Span

Labelled = list[tuple[Report, dict[str, Any]]]


def actor_at(index: CastIndex, span: Span) -> str | None:
    """The actor of the found mention that shares most with `span`."""
    near = index.near(span)
    best = max(
        near,
        key=lambda r: (
            min(r.span.end, span.end) - max(r.span.start, span.start),
            r.span.start - r.span.end,
        ),
        default=None,
    )
    return best.actor if best else None


def score(stories: dict[str, Labelled]) -> tuple[list[str], list[str], list[str], list[str]]:
    """Found and gold actor of each mention, its form, and the wrong merges."""
    from stemma.actors.join import join
    from stemma.reading.models import load_models
    from stemma.reading.read import read

    models = load_models()
    found: list[str] = []
    gold: list[str] = []
    forms: list[str] = []
    merges: list[str] = []
    for story, group in stories.items():
        reports = [report for report, _ in group]
        cast = join(reports, [read(report, models) for report in reports])
        index = CastIndex(cast)
        holding: dict[str, Counter[str]] = defaultdict(Counter)
        for report, row in group:
            for start, end, actor, _kind, form in row["first"]:
                at = actor_at(index, report.span(start, end))
                found.append(f"{story}/{at}" if at else f"{story}/{report.id}/{start}")
                gold.append(f"{story}/{actor}")
                forms.append(form if at else f"{form} not found")
                if at:
                    holding[at][actor] += 1
        merges += [
            f"{story}: {index.actors[at].name}: {dict(actors)}"
            for at, actors in holding.items()
            if len(actors) > 1
        ]
    return found, gold, forms, merges


def main() -> int:
    """Score; 0 if the floors hold or the data is not there."""
    options = argparse.ArgumentParser(description="Score actors on hand-labelled reports.")
    options.add_argument("--update", action="store_true")
    given = options.parse_args()
    if not ARTICLES.exists():
        print("not measured: no data")
        return 0
    stories: dict[str, Labelled] = defaultdict(list)
    for report, row in labelled("actors"):
        stories[row["story"]].append((report, row))
    found, gold, forms, merges = score(stories)
    precision, recall, f1 = b_cubed(found, gold)
    print(f"{len(gold)} mentions, B-cubed P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    print(dict(sorted(Counter(forms).items())))
    print("\n".join(["actors that hold several labelled ones:", *merges]))
    figures = {"actors.b_cubed_f1": f1, "actors.b_cubed_precision": precision}
    return 0 if held(figures, given.update) else 1


if __name__ == "__main__":
    sys.exit(main())
