"""How well and how fast shared passages are found, beside datasketch's and rensa's MinHash LSH.

Run from the project's root: `python -m bench.reuse [N]` on a generated corpus of N reports
(3,000), or `python -m bench.reuse --full` on 60,000 and then on 1,000 to 200,000 for the growth.
Every method runs on one thread in a process of its own, one after the other; speeds are of CPU
time, from the texts as strings in memory to the pairs.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import cast

from bench.corpus import Corpus, generate
from bench.own import expand, find
from bench.rivals import RIVALS, Pair, installed
from bench.truth import Score, find_truth, score

_SEED = 20_261
_SIZE = 3_000
_FULL = 60_000
_GROWTH = (1_000, 4_000, 16_000, 64_000, 200_000)
# The most reports a rival is run on; its cost is linear, and its recall is set beside the own one
# on the same reports.
_MOST = {"own": 1_000_000, "datasketch": 3_000, "datasketch, one by one": 1_000, "rensa": 12_000}
# A pair of texts is called reuse from this measured containment on. It is below the .3 that is
# asked for, since boilerplate makes a report longer and runs of fewer than eleven words may be
# missed; the others show what another cut would give.
_CUT = 0.25
_CUTS = (0.2, 0.25, 0.28, 0.3)
_WARM_UP = 50
# Times a rival and the own way are run in turn; the quickest of each counts.
_ROUNDS = 2
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"), "1")


@dataclass(frozen=True)
class Run:
    """One method on the first so many reports: seconds, and MiB before it started and at most.

    `reading` are the CPU seconds of the own way until the words are there. `pairs` have their
    measured containment, 1.0 where the method measures none.
    """

    method: str
    reports: int
    cpu: float
    wall: float
    reading: float
    before: int
    peak: int
    pairs: Mapping[Pair, float]

    @property
    def speed(self) -> float:
        """Reports per CPU second."""
        return self.reports / self.cpu

    def found(self, cut: float = _CUT) -> set[Pair]:
        """The pairs from a measured containment on."""
        return {pair for pair, containment in self.pairs.items() if containment >= cut}


def measure(method: str, file: Path, reports: int) -> Run:
    """Run the method on the first reports of the file, in this process."""
    with file.open(encoding="utf-8") as lines:
        texts: list[str] = [json.loads(line) for line in islice(lines, reports)]
    before = memory("VmRSS")
    reading = 0.0
    if method == "own":
        find(texts[:_WARM_UP])
        wall, cpu = time.perf_counter(), time.process_time()
        overlaps, reading = find(texts)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        peak = memory("VmHWM")
        pairs = expand(overlaps, _CUTS[0])
    else:
        RIVALS[method](texts[:_WARM_UP])
        wall, cpu = time.perf_counter(), time.process_time()
        pairs = dict.fromkeys(RIVALS[method](texts), 1.0)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        peak = memory("VmHWM")
    return Run(method, len(texts), cpu, wall, reading, before, peak, pairs)


def memory(field: str) -> int:
    """MiB of this process as Linux tells them; 0 where there is no /proc."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return sum(int(line.split()[1]) // 1024 for line in lines if line.startswith(f"{field}:"))


def run(method: str, file: Path, reports: int) -> Run:
    """Measure the method in a process of its own."""
    result = file.with_name("result.pickle")
    subprocess.run(
        [sys.executable, "-m", "bench.reuse", "--measure", method, file, str(reports), result],
        check=True,
        env=os.environ | _ONE_THREAD,
    )
    measured = pickle.loads(result.read_bytes())  # noqa: S301 - written by the line above
    return cast(Run, measured)


def compare(reports: int, file: Path) -> None:
    """Print speed and quality of every method on one corpus."""
    corpus = write(reports, file)
    truth = find_truth(corpus)
    own = run("own", file, reports)
    print(_speeds(own))
    for cut in _CUTS:
        _print_quality(score(truth, own.found(cut)), f"own, measured >= {cut:.2f}")
    _print_kinds(score(truth, own.found()))
    for rival in RIVALS:
        if not installed(rival):
            print(f"reuse: {rival}: not measured: not installed")
            continue
        count = min(reports, _MOST[rival])
        rounds = [(run(rival, file, count), run("own", file, count)) for _ in range(_ROUNDS)]
        other, same = (min(runs, key=lambda one: one.cpu) for runs in zip(*rounds, strict=True))
        print(_speeds(other))
        print(
            f"reuse:   own on the same is {same.speed / other.speed:.1f} times as fast, on all "
            f"{own.speed / other.speed:.1f} times"
        )
        within = {pair: true for pair, true in truth.items() if pair[1] < count}
        _print_quality(score(within, other.found()), rival)
        _print_quality(score(within, same.found()), "own on the same")


def write(reports: int, file: Path) -> Corpus:
    """Generate a corpus and write its texts."""
    start = time.perf_counter()
    corpus = generate(reports, _SEED)
    with file.open("w", encoding="utf-8") as lines:
        lines.writelines(f"{json.dumps(text, ensure_ascii=False)}\n" for text in corpus.texts())
    print(
        f"reuse: {reports:,} reports of {sum(len(corpus.places(n)) for n in range(reports)):,} "
        f"words, {file.stat().st_size / 1e6:,.0f} MB, made in {time.perf_counter() - start:.0f} s"
    )
    return corpus


def _speeds(given: Run) -> str:
    reading = f" ({given.reading / given.cpu:.0%} of it words)" if given.reading else ""
    return (
        f"reuse: {given.method}: {given.reports:,} reports, {given.speed:,.0f} reports/s of CPU"
        f"{reading}, wall {given.wall:.1f} s, peak {given.peak:,} MiB ({given.before:,} before), "
        f"{len(given.found()):,} pairs"
    )


def _print_quality(given: Score, name: str) -> None:
    print(
        f"reuse:   {name}: recall {given.recall:.4f} (Jaccard < .3 {given.low:.4f}, without "
        f"rewriting by the word {given.whole:.4f}), precision {given.precision:.4f} "
        f"(strict {given.strict:.4f})"
    )


def _print_kinds(given: Score) -> None:
    shown = ", ".join(f"{kind} {n}/{of}" for kind, (n, of) in sorted(given.kinds.items()))
    print(f"reuse:   found by kind at {_CUT}: {shown}")
    found, of = given.rewritten
    print(f"reuse:   same words but too few in runs, beyond this search: {found}/{of} found")


def grow(sizes: tuple[int, ...], file: Path) -> None:
    """Print the own way's speed and memory at each size."""
    for size in sizes:
        write(size, file)
        print(_speeds(run("own", file, size)))


def main() -> None:
    """Print speeds, ratios, quality and memory."""
    if sys.argv[1:2] == ["--measure"]:
        _, _, method, texts, reports, result = sys.argv
        Path(result).write_bytes(pickle.dumps(measure(method, Path(texts), int(reports))))
        return
    full = "--full" in sys.argv
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts"
        size = int(sys.argv[1]) if sys.argv[1:] and not full else _SIZE
        compare(_FULL if full else size, file)
        if full:
            grow(_GROWTH, file)


if __name__ == "__main__":
    main()
