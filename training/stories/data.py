"""Reports whose story is known, and which of them make good examples."""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from eval.stories import DATA, load_ecb, make_report
from stemma.lineage.story_pairs import Crowd, Floats, features
from stemma.lineage.story_terms import Traits, describe, read_forms
from stemma.lineage.words import read_words

_BLOCKS = 8
_MARK = re.compile(r"\s*(?:TITLE|ARTICLE)=>\s*")
_NEAR = 0.04  # cosine of words: every pair nearer is an example, of the others one in twenty
_KEPT = 20


@dataclass(frozen=True)
class Labelled:
    """Reports with the story and the topic of each."""

    traits: tuple[Traits, ...]
    stories: NDArray[np.str_]
    topics: NDArray[np.int64]

    @cached_property
    def table(self) -> NDArray[np.float32]:
        """The features of every two reports."""
        crowd = Crowd(self.traits)
        rows = [features(one, crowd).astype(np.float32) for one in self.traits]
        return np.stack(rows)

    def examples(self, seed: int) -> tuple[Floats, Floats, Floats]:
        """Features of pairs, whether each is of one story, and how much it counts."""
        one, two = np.triu_indices(len(self.traits), 1)
        same = self.stories[one] == self.stories[two]
        near = same | (self.table[one, two, 0] > _NEAR)
        drawn = np.random.default_rng(seed).random(len(one)) < 1 / _KEPT
        keep = near | drawn
        weight = np.where(near, 1.0, _KEPT)[keep]
        return self.table[one[keep], two[keep]].astype(np.float64), same[keep] * 1.0, weight

    def only(self, chosen: Sequence[int] | NDArray[np.intp]) -> Labelled:
        """The same of some of the reports."""
        at = np.asarray(chosen, dtype=np.intp)
        part = Labelled(tuple(self.traits[n] for n in at), self.stories[at], self.topics[at])
        part.__dict__["table"] = self.table[np.ix_(at, at)]
        return part


def _label(rows: Sequence[tuple[str, str, int]]) -> Labelled:
    traits = tuple(read_traits(n, text) for n, (text, _, _) in enumerate(rows))
    return Labelled(traits, np.array([s for _, s, _ in rows]), np.array([t for _, _, t in rows]))


def read_traits(number: int, text: str) -> Traits:
    """The traits of an English article."""
    return describe(read_forms(text, read_words(make_report(number, text))), "en")


def ecb() -> Labelled:
    """ECB+ topics 1 to 35; a story is a sub-topic."""
    return _label([(*a, int(topic)) for topic, articles in load_ecb().items() for a in articles])


def neus() -> list[Labelled]:
    """The training triples of NeuS in eight blocks.

    In every second one, articles of which the 6,000 reports hold the full text have that text.
    """
    lines = (DATA / "neus" / "train.source").read_text("utf-8").splitlines()
    full = _full_texts()
    size = len(lines) // _BLOCKS
    blocks = []
    for block in range(_BLOCKS):
        rows = []
        for number in range(block * size, (block + 1) * size):
            for piece in lines[number].split("[SEP]"):
                text = _MARK.sub("\n", piece).strip()
                whole = full.get(_plain(text.split(". ")[0])) if block % 2 else None
                rows.append((whole or text, str(number), number))
        blocks.append(_label(rows))
    return blocks


def _full_texts() -> dict[str, str]:
    """The 6,000 reports' texts by title, where only one has it."""
    found = defaultdict(list)
    with gzip.open(DATA.parent / "reports" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            found[_plain(report["title"])].append(untokenise(report["text"]))
    return {title: t[0] for title, t in found.items() if len(t) == 1 and len(title) > 15}


def untokenise(text: str) -> str:
    """Text without the spaces that tokenising set around punctuation."""
    return re.sub(r"([(‘“]) ", r"\1", re.sub(r" ([.,;:?!’'\)])", r"\1", text))


def _plain(title: str) -> str:
    return re.sub(r"[^a-z0-9]", "", title.lower())
