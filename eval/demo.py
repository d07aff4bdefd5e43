"""The dossier of the demo corpus, scored on what a careful reader finds there.

    python -m eval.demo [--verbose] [--update]

`found` of the gold's items; `wrong`: of the temptations that the gold names (compatible figures
called a conflict, independent accounts called copies, ...) those that the dossier falls for.
With `--verbose` each missed (-) and wrong (!) item is listed, and what the dossier asserts beyond
the gold (+). Fails under the floors in floors.json.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from eval.floors import held
from tests.demo import assessments, comparisons, readings
from tests.demo.scoring import Dossier, Section, demo_dossier

PARTS = (
    readings.statements,
    readings.timeline,
    readings.likelihoods,
    readings.noise,
    readings.stated,
    comparisons.actors,
    comparisons.stories,
    comparisons.edges,
    comparisons.sources,
    comparisons.origins,
    comparisons.differences,
    comparisons.retellings,
    assessments.audit,
    assessments.options,
    assessments.positions,
    assessments.findings,
)


def sections(dossier: Dossier) -> Iterator[Section]:
    """Every section's score, in the order of the rooms."""
    for part in PARTS:
        yield from part(dossier)


def lines(section: Section, verbose: bool) -> Iterator[str]:
    """A line for the section, and its items where they are wanted."""
    wanted = len(section.found) + len(section.missed)
    tempted = len(section.kept_out) + len(section.wrong)
    found = f"found {len(section.found):3} of {wanted:3}" if wanted else " " * 16
    wrong = f"   wrong {len(section.wrong):2} of {tempted:2}" if tempted else ""
    yield f"{section.name:42}{found}{wrong}"
    if verbose:
        yield from (f"    - {item}" for item in section.missed)
        yield from (f"    ! {item}" for item in section.wrong)
        yield from (f"    + {item}" for item in section.also)


def figures(section: Section) -> dict[str, float]:
    """The section's shares by the names that their floors have."""
    name = "demo." + section.name.replace(":", "").replace(",", "").replace(" ", "_")
    shares = {f"{name}.recall": section.recall, f"{name}.restraint": section.restraint}
    return {key: share for key, share in shares.items() if share is not None}


def main() -> int:
    """Score the demo; 0 if the floors hold."""
    parser = argparse.ArgumentParser(description="Score the dossier of the demo corpus.")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    shares: dict[str, float] = {}
    for section in sections(demo_dossier()):
        print("\n".join(lines(section, options.verbose)))
        shares |= figures(section)
    return 0 if held(shares, options.update) else 1


if __name__ == "__main__":
    sys.exit(main())
