"""How long shared passages take to find, as a ratio to comparing sets of word 6-grams pair by pair.

Run from the project's root: `python bench/reuse.py [N]`. Takes N reports (400) from
`../shared/data` where it is there, and else copies of the demo corpus. The alternative builds
every report's set of 6-grams and intersects every two sets; it finds which pairs share anything,
and no passages.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Sequence
from importlib.resources import as_file, files
from itertools import combinations
from pathlib import Path

from stemma.lineage.passages import find_overlaps
from stemma.lineage.words import Words, read_words
from stemma.model.report import Report
from stemma.model.when import When

_DATA = Path("../shared/data/reports/articles.jsonl.gz")


def load_texts(count: int) -> list[str]:
    """The texts of the first `count` reports of the public data, or the demo's again and again."""
    if _DATA.exists():
        with gzip.open(_DATA, "rt", encoding="utf-8") as lines:
            return [json.loads(line)["text"] for _, line in zip(range(count), lines, strict=False)]
    with as_file(files("stemma.demo").joinpath("reports")) as folder:
        texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    return [f"{texts[n % len(texts)]} {n}" for n in range(count)]


def sets_of_grams(rows: Sequence[Words]) -> set[tuple[int, int]]:
    """The alternative: pairs of reports with a 6-gram in common, by intersecting sets."""
    grams = [{row.folded[at : at + 6] for at in range(len(row) - 5)} for row in rows]
    return {(a, b) for a, b in combinations(range(len(rows)), 2) if grams[a] & grams[b]}


def main() -> None:
    """Print reports per second of both, and the ratio of their times."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    unknown = When.unknown("the data is not asked")
    rows = [
        read_words(
            Report(
                id=str(n),
                file=str(n),
                sha256="",
                published=unknown,
                language="en",
                genre="news",
                text=text,
            )
        )
        for n, text in enumerate(load_texts(count))
    ]
    start = time.process_time()
    found = find_overlaps(rows)
    own = time.process_time() - start
    start = time.process_time()
    pairs = sets_of_grams(rows)
    other = time.process_time() - start
    print(
        f"reuse: {len(rows)} reports: passages {len(rows) / own:,.0f} reports/s ({len(found)} "
        f"pairs), sets of 6-grams {len(rows) / other:,.0f} reports/s ({len(pairs)} pairs), "
        f"ratio of times {other / own:.1f}"
    )


if __name__ == "__main__":
    main()
