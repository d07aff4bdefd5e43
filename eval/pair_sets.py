"""Pairs of texts whose relation is known: sentences that readers judged, summaries and their edits.

Labels of sentences are kept as line, offsets and hash (`labels/pairs.json.gz`, guideline
`labels/PAIRS.md`); the text is NeuS's. A pair's part goes by its line, so that no event stands in
two parts.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eval.labelled import LABELS
from eval.reports import SHARED

NEUS = SHARED / "data" / "stories" / "neus" / "train.source"
SUMMEDITS = SHARED / "data" / "claims" / "summedits"
PAIRS = LABELS / "pairs.json.gz"
SECOND = LABELS / "pairs_second.json.gz"
"""What a second reader said of 360 of the pairs."""
SEEN_DOMAINS = ("podcast", "qmsumm", "sales_call", "sales_email", "scitldr")
"""Domains of SummEdits that the shipped weights are trained on; the other two are for floors."""

_SAME = {"yes": 1.0, "part": 0.25, "no": 0.0}


@dataclass(frozen=True, slots=True)
class Example:
    """Two texts and what is known of them; `None` where a thing is not known.

    `same`: 1 where both tell one thing, ¼ where they only share a part; `changed`: whether a
    fact is given otherwise; `strength`: 1 where `b` is the stronger, -1 the weaker; `altered`:
    the spans of words of `b` that were changed.
    """

    a: str
    b: str
    same: float | None
    changed: float | None
    strength: int | None = None
    altered: tuple[tuple[int, int], ...] | None = None

    def turned(self) -> Example:
        """The same two the other way round; where `b` was altered is then not known."""
        strength = None if self.strength is None else -self.strength
        return replace(self, a=self.b, b=self.a, strength=strength, altered=None)


@dataclass(frozen=True, slots=True)
class Natural:
    """A pair of sentences on one event as a reader judged it; `key` is the hash of its texts."""

    line: int
    key: str
    example: Example
    label: str
    facts: tuple[str, ...]

    @property
    def part(self) -> str:
        """train, dev or last."""
        return part_of(self.line)


def part_of(line: int) -> str:
    """The part of an event by its line in the corpus."""
    return {6: "dev", 7: "dev", 8: "last", 9: "last"}.get(line % 10, "train")


def lines() -> list[str]:
    """The events of NeuS, a line each."""
    return NEUS.read_text(encoding="utf-8").splitlines()


def naturals(file: Path = PAIRS) -> Iterator[Natural]:
    """Labelled pairs.

    Raises:
        ValueError: the text is not the one that was labelled.
    """
    known = lines()
    with gzip.open(file, "rt", encoding="utf-8") as rows:
        for line, at_a, at_b, digest, label, facts, strength in json.load(rows):
            a, b = (known[line][start:end] for start, end in (at_a, at_b))
            if hash_of(a, b) != digest:
                raise ValueError(f"line {line} of {NEUS.name} is not the one that was labelled")
            changed = None if label == "no" else float(bool(set(facts) - {"wording"}))
            way = None if label == "no" else strength
            example = Example(a, b, _SAME[label], changed, way)
            yield Natural(line, digest, example, label, tuple(facts))


def hash_of(a: str, b: str) -> str:
    """The first twelve digits of the SHA-256 of a pair's texts."""
    return hashlib.sha256(f"{a}\n{b}".encode()).hexdigest()[:12]


def summedits(domains: Sequence[str]) -> list[Example]:
    """Summaries beside their edited forms."""
    return [
        Example(row["original_summary"], row["summary"], 1.0, 1.0 - row["label"])
        for domain in domains
        for row in json.loads((SUMMEDITS / f"summedits_{domain}.json").read_text(encoding="utf-8"))
    ]
