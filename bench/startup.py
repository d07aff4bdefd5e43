"""How long `stemma --help` takes, as a ratio to starting the interpreter with nothing to do.

Run from the project's root: `python -m bench.startup`.
"""

from __future__ import annotations

import subprocess
import sys
import time

_RUNS = 9


def median_seconds(arguments: list[str]) -> float:
    """The median wall time of one process, in seconds."""
    times = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        subprocess.run(arguments, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return sorted(times)[_RUNS // 2]


def main() -> None:
    """Print both times and their ratio."""
    bare = median_seconds([sys.executable, "-c", "pass"])
    program = "from stemma.cli.main import main; main()"
    shown = median_seconds([sys.executable, "-c", program, "--help"])
    print(f"startup: --help {shown:.3f} s, bare interpreter {bare:.3f} s, ratio {shown / bare:.1f}")


if __name__ == "__main__":
    main()
