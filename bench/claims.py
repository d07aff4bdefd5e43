"""How long it takes to hold the reports of one story against each other, and how that grows.

Run from the project's root: `python -m bench.claims` for 50, 100 and 200 generated reports of one
story (`bench/story.py`), or `python -m bench.claims --full` for 500, 1,000 and 2,000 too. Every
report is read, joined and traced by the verbs of those rooms, once; the smaller sizes are the
first reports of the largest, with a cast and a lineage of their own. What is timed is `collate`
alone, each size in a process of its own with one run of the pair model to warm up.

The named alternative is to ask the same model of every pair of distinct statements, from the
seconds a pair takes on a sample drawn from them by chance; the ratio is its time to that of all of
`collate`.
"""

from __future__ import annotations

import os
import pickle
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import cast

import msgspec

from bench.reuse import memory
from bench.story import generate
from stemma.actors.join import join
from stemma.claims.collate import collate
from stemma.encoding.pairs import Judged, PairModel
from stemma.lineage.trace import trace
from stemma.model.corpus import Corpus
from stemma.model.reading import Reading
from stemma.model.report import Report
from stemma.pipeline import gather
from stemma.reading.models import load_models
from stemma.reading.read import read

_SEED = 20_262
_SIZES = (50, 100, 200)
_FULL = (50, 100, 200, 500, 1_000, 2_000)
_SAMPLE = 400
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")


class Counting(PairModel):
    """The pair model, which counts the pairs that it reads."""

    read = 0

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Judged]:
        """What is to be said of each pair."""
        self.read += len(pairs)
        return super().judge(pairs)


@dataclass(frozen=True)
class Run:
    """`collate` on so many reports: seconds, MiB before it began and at most, pairs, findings.

    Of the `possible` pairs of distinct statements of the story, `held` are those that were held
    against each other; `judged` are all pairs that the model read, for any purpose; `a_pair` is
    the model's CPU seconds for one of two statements drawn by chance.
    """

    reports: int
    statements: int
    cpu: float
    wall: float
    before: int
    peak: int
    judged: int
    held: int
    possible: int
    a_pair: float
    found: dict[str, int]


def measure(file: Path) -> Run:
    """Run `collate` on a corpus in this process."""
    corpus: Corpus = pickle.loads(file.read_bytes())  # noqa: S301 - written by `main`
    model = Counting()
    a_pair = _seconds_a_pair(corpus, model)
    model.read = 0
    before = memory("VmRSS")
    wall, cpu = time.perf_counter(), time.process_time()
    collation, _ = collate(corpus, model)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    held, possible = collation.compared[0].split(" statement ")[0].split(" of ")
    return Run(
        reports=len(corpus.reports),
        statements=sum(len(reading.statements) for reading in corpus.readings),
        cpu=cpu,
        wall=wall,
        before=before,
        peak=memory("VmHWM"),
        judged=model.read,
        held=int(held),
        possible=int(possible),
        a_pair=a_pair,
        found={
            name: len(getattr(collation, name))
            for name in ("claims", "differences", "retellings", "events", "timeline")
        },
    )


def _seconds_a_pair(corpus: Corpus, model: PairModel) -> float:
    """CPU seconds that the model takes for two statements of the corpus drawn by chance."""
    told = [
        " ".join(span.exact for span in statement.content)
        for reading in corpus.readings
        for statement in reading.statements
    ]
    rng = random.Random(_SEED)  # noqa: S311 - a sample is no secret
    pairs = [(rng.choice(told), rng.choice(told)) for _ in range(_SAMPLE)]
    model.judge(pairs[:10])
    start = time.process_time()
    model.judge(pairs)
    return (time.process_time() - start) / len(pairs)


def run(file: Path) -> Run:
    """Measure in a process of its own."""
    result = file.with_suffix(".result")
    subprocess.run(
        [sys.executable, "-m", "bench.claims", "--measure", file, result],
        check=True,
        env=os.environ | _ONE_THREAD,
    )
    return cast(Run, pickle.loads(result.read_bytes()))  # noqa: S301 - written by the line above


def load(count: int) -> tuple[tuple[Report, ...], tuple[Reading, ...]]:
    """So many generated reports, taken in and read."""
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder) / "story.jsonl"
        records.write_bytes(msgspec.json.Encoder().encode_lines(generate(count, _SEED)))
        reports, _ = gather([Path(folder)], lambda *_: None)
    models = load_models()
    return reports, tuple(read(report, models) for report in reports)


def write(reports: tuple[Report, ...], readings: tuple[Reading, ...], file: Path) -> None:
    """Join and trace the reports, and write the corpus."""
    cast_ = join(reports, readings)
    lineage, _ = trace(reports, readings, cast_)
    corpus = Corpus(reports=reports, readings=readings, cast=cast_, lineage=lineage)
    file.write_bytes(pickle.dumps(corpus))


def show(given: Run) -> str:
    """What was measured, a line."""
    found = ", ".join(f"{count:,} {name}" for name, count in given.found.items())
    every = given.a_pair * given.possible
    return (
        f"claims: {given.reports:,} reports, {given.statements:,} statements: {given.cpu:.1f} s of "
        f"CPU, wall {given.wall:.1f} s, peak {given.peak:,} MiB ({given.before:,} before); "
        f"{given.held:,} pairs of statements held of {given.possible:,} possible, "
        f"{given.judged:,} pairs judged by the model; "
        f"to judge every pair takes {every:,.0f} s, {every / given.cpu:,.0f} times as long; "
        f"{found}"
    )


def main() -> None:
    """Print seconds, memory, pairs and the ratio at each size, and the growth between them."""
    if sys.argv[1:2] == ["--measure"]:
        Path(sys.argv[3]).write_bytes(pickle.dumps(measure(Path(sys.argv[2]))))
        return
    sizes = _FULL if "--full" in sys.argv else _SIZES
    start = time.process_time()
    reports, readings = load(max(sizes))
    words = sum(len(report.text.split()) for report in reports)
    print(
        f"claims: {len(reports):,} reports of {words:,} words read in "
        f"{time.process_time() - start:.0f} s of CPU"
    )
    runs = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            file = Path(folder) / f"{size}.corpus"
            write(reports[:size], readings[:size], file)
            runs.append(run(file))
            print(show(runs[-1]))
    for less, more in pairwise(runs):
        print(
            f"claims:   {more.reports / less.reports:.1f} times the reports, "
            f"{more.cpu / less.cpu:.1f} times the seconds"
        )


if __name__ == "__main__":
    main()
