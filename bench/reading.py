"""How long the whole reading of reports takes, as a ratio to a full spaCy pass over the same text.

Run from the project's root: `python -m bench.reading [N]`. Reads N reports (200) from
`../shared/data` where it is there, and else the demo corpus.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
import time
from importlib.resources import as_file, files
from pathlib import Path

from stemma.model.report import Report
from stemma.pipeline import gather
from stemma.reading.models import load_models
from stemma.reading.read import read

_DATA = Path("../shared/data/reports/articles.jsonl.gz")


def load_reports(count: int) -> tuple[Report, ...]:
    """The first `count` reports of the public data, or the demo corpus."""
    if not _DATA.exists():
        with as_file(files("stemma.demo").joinpath("reports")) as folder:
            return gather([folder], lambda *_: None)[0]
    with tempfile.TemporaryDirectory() as folder_name:
        sample = Path(folder_name) / "sample.jsonl"
        with gzip.open(_DATA, "rt", encoding="utf-8") as lines:
            sample.write_text("".join(line for _, line in zip(range(count), lines, strict=False)))
        return gather([sample], lambda *_: None)[0]


def main() -> None:
    """Print words per second of both, and the ratio of their times."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    reports = load_reports(count)
    models = load_models()
    parser = models.parser
    words = sum(len(report.text.split()) for report in reports)
    parser(reports[0].text)
    start = time.process_time()
    for report in reports:
        parser(report.text)
    bare = time.process_time() - start
    start = time.process_time()
    for report in reports:
        read(report, models)
    whole = time.process_time() - start
    print(
        f"reading: {len(reports)} reports, {words} words: whole {words / whole:,.0f} words/s, "
        f"bare parse {words / bare:,.0f} words/s, ratio of times {whole / bare:.2f}"
    )


if __name__ == "__main__":
    main()
