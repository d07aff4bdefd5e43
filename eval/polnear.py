"""Who said what, scored on PolNeAR's annotated political news (its train or dev part).

    python -m eval.polnear [--split dev|train] [--limit N] [--update]

PolNeAR marks no attribution inside another, so predictions that lie wholly inside another's
content are left out here. Where several people annotated a report, the first counts.
Texts are read from `../shared/data` and never copied. Fails under the floors in floors.json.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eval.floors import held
from eval.relations import ROLES, Grid, Ranges, Tally, errors, outermost, table

if TYPE_CHECKING:
    from stemma.reading.models import Models

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data" / "attribution" / "polnear"

_ENTITY = re.compile(r"(T\d+)\t(Source|Cue|Content|Attribution) ([\d ;]+)\t")
_EVENT = re.compile(r"E\d+\t(.+)")


@dataclass(frozen=True, slots=True)
class Article:
    """One report's text with its gold attributions as character ranges by role."""

    name: str
    text: str
    gold: tuple[dict[str, Ranges], ...]


def articles(split: str, limit: int | None = None) -> Iterator[Article]:
    """The reports of a split in name order, each with its first annotator's attributions."""
    first: dict[str, Path] = {}
    for path in sorted((DATA / split / "attributions").glob("*.ann")):
        first.setdefault(path.stem.rpartition("_")[0], path)
    for name, path in list(first.items())[:limit]:
        text = (DATA / split / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield Article(name, text, tuple(_annotations(path.read_text(encoding="utf-8"))))


def _annotations(standoff: str) -> Iterator[dict[str, Ranges]]:
    spans: dict[str, Ranges] = {}
    for match in _ENTITY.finditer(standoff):
        parts = (part.split() for part in match[3].split(";"))
        spans[match[1]] = tuple((int(start), int(end)) for start, end in parts)
    for match in _EVENT.finditer(standoff):
        roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for item in match[1].split():
            role, _, target = item.partition(":")
            roles[role.rstrip("0123456789").lower()] += spans.get(target, ())
        if roles["cue"] and roles["content"]:
            yield {role: tuple(sorted(roles[role])) for role in ROLES}


def lines(text: str) -> list[tuple[int, int]]:
    """What is parsed: each line, a paragraph in this corpus, by itself."""
    return [m.span() for m in re.finditer(r"[^\n]+", text)]


def score(article: Article, models: Models, tally: Tally) -> Counter[str]:
    """Add one report to the tally; what went wrong in it."""
    from stemma.reading.attribution import find_attributions
    from stemma.reading.parser import parse

    doc = parse(models.parser, article.text, lines(article.text))
    grid = Grid(article.text)
    gold = [grid.relation(*(roles[role] for role in ROLES)) for roles in article.gold]
    found = [
        grid.relation(a.source, a.cue, a.content)
        for a in find_attributions(doc, models.attribution)
    ]
    tally.add(gold, outermost(found))
    return errors(gold, outermost(found))


def main() -> int:
    """Score a split; 0 if the floors hold or the data is not there."""
    parser = argparse.ArgumentParser(description="Score attribution on PolNeAR.")
    parser.add_argument("--split", choices=("train", "dev"), default="dev")
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    if not DATA.is_dir():
        print("not measured: no data")
        return 0
    from stemma.reading.models import load_models

    models, tally = load_models(), Tally()
    wrong: Counter[str] = Counter()
    spent = time.perf_counter()
    for article in articles(options.split, options.limit):
        wrong += score(article, models, tally)
    print("\n".join(table(tally)))
    print("\n".join(f"{count:5} {kind}" for kind, count in wrong.most_common()))
    print(f"{time.perf_counter() - spent:.1f} s")
    if options.limit is not None:
        return 0
    figures = {
        f"polnear.{options.split}.relation_f1": tally.figures("relation")[2],
        f"polnear.{options.split}.jaccard_f1": tally.figures("jaccard")[2],
        f"polnear.{options.split}.relation_precision": tally.figures("relation")[0],
    }
    return 0 if held(figures, options.update) else 1


if __name__ == "__main__":
    sys.exit(main())
