"""Reports of `../shared/data/reports` and the seeds as running text, for labels and scores.

The corpus is tokenised: spaces stand around its punctuation. `detokenise` undoes that, so that
the program reads what a newspaper would print.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
ARTICLES = SHARED / "data" / "reports" / "articles.jsonl.gz"
SEEDS = SHARED / "seeds"

_REPAIRS = (
    (re.compile(r"`` ?"), "“"),
    (re.compile(r" ?''"), "”"),
    (re.compile(r"(?<=\w) ?(n['’] ?t|['’] ?(?:s|re|ve|ll|d|m))\b"), r"\1"),
    (re.compile(r"(['’]) (?=(?:s|t|re|ve|ll|d|m)\b)"), r"\1"),
    (re.compile(r"\b([Cc]a)\sn(?=['’]t)"), r"\1n"),
    (re.compile(r" (?=[.,;:!?%)\]’”])"), ""),
    (re.compile(r"(?<=[(\[“‘$#]) "), ""),
    (re.compile(r"(?<=\w) - (?=\w)"), "-"),
)


@dataclass(frozen=True, slots=True)
class Article:
    """One report of the corpus as running text, its paragraphs apart by blank lines."""

    id: str
    outlet: str
    published: str
    title: str
    text: str


def detokenise(text: str) -> str:
    """Running text from tokens with spaces between them."""
    for pattern, repaired in _REPAIRS:
        text = pattern.sub(repaired, text)
    return text


def articles() -> Iterator[Article]:
    """The reports in the order of the file."""
    with gzip.open(ARTICLES, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = "\n\n".join(detokenise(p) for p in row["text"].split("\n"))
            title = detokenise(row["title"])
            yield Article(row["id"], row["outlet"], row["published"], title, text)


@cache
def _by_id() -> dict[str, Article]:
    return {article.id: article for article in articles()}


def article_of(report: str) -> Article:
    """A report of the corpus by its id, or a seed by its file name.

    Raises:
        KeyError: no such report.
    """
    seed = SEEDS / report
    if report.endswith(".txt") and seed.exists():
        text = seed.read_bytes().decode("utf-8").replace("\r\n", "\n")
        return Article(report, "", "", "", text)
    return _by_id()[report]
