"""An epoch's examples, drawn from what is known of sentences and of pairs.

Sentences of the train part of NeuS alone are used, so that dev and last stay unseen.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from eval.pair_sets import Example, part_of
from training.claims.edits import Edit, Names, find_edits

_REPORT = re.compile(r"TITLE=>(.*?)(?=\[SEP\] TITLE=>|$)")
_BODY = "ARTICLE=>"
_END = re.compile(r'(?<=[a-z0-9)”"’][.!?])["”’)]?\s+(?=["“‘(]?[A-Z])')
_MOST = 14  # sentences of a report; the corpus has their first paragraphs only
_WORDS = (7, 55)
_EDITS = 24
_SILVER = (0.86, 0.97)  # cosine of two sentences that are taken to tell one thing
_STRANGE = 0.42  # cosine under which two sentences of one event tell different things
_LIKE = (0.5, 0.8)  # cosine of two sentences of different events that are hard to tell apart
_KEPT = frozenset(("number", "date", "name", "contrary", "scope"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an event's report, and the two beside it."""

    line: int
    report: int
    text: str
    around: str


def sentences(events: Sequence[str]) -> list[Sentence]:
    """The sentences of the train part, the title of each report among them."""
    found = []
    for line, event in enumerate(events):
        if part_of(line) != "train":
            continue
        for report, m in enumerate(_REPORT.finditer(event)):
            title, _, body = m.group(1).partition(_BODY)
            parts = [title.strip(), *(s.strip() for s in _END.split(body))][:_MOST]
            for n, text in enumerate(parts):
                if _WORDS[0] <= len(text.split()) <= _WORDS[1]:
                    around = " ".join(parts[max(1, n - 1) : n + 2]) if n else text
                    found.append(Sentence(line, report, text, around))
    return found


def edits_of(known: Sequence[Sentence], parser: Language, seed: int) -> dict[str, list[Edit]]:
    """The controlled edits that each sentence allows."""
    rng = random.Random(seed)
    texts = list(dict.fromkeys(s.text for s in known))
    docs = list(parser.pipe(texts, batch_size=64))
    by_kind: dict[str, list[str]] = defaultdict(list)
    for doc in docs:
        for ent in doc.ents:
            if 1 < len(ent.text) < 40:
                by_kind[ent.label_].append(ent.text)
    names = Names(by_kind)
    return {doc.text: find_edits(doc, names, rng, _EDITS) for doc in docs}


class Material:
    """Everything that examples are drawn from."""

    def __init__(
        self,
        known: Sequence[Sentence],
        vectors: NDArray[np.float32],
        edits: dict[str, list[Edit]],
        labelled: Sequence[Example],
        changes: Sequence[Example],
    ) -> None:
        self.known, self.edits = known, edits
        self.labelled, self.changes = list(labelled), list(changes)
        self.silver, self.strange = _pairs(known, vectors)

    def epoch(self, rng: random.Random) -> list[Example]:
        """Examples of every sort; their shares were set by the worth of each on dev."""
        drawn = [
            *(self._edited(s, rng) for s in rng.sample(self.known, min(4500, len(self.known)))),
            *self._retold(rng, 2500),
            *(e for e in self.labelled for _ in range(_weight(e))),
            *rng.sample(self.strange, min(1500, len(self.strange))),
            *rng.sample(self.silver, min(300, len(self.silver))),
            *rng.choices(self.changes, k=3600),
        ]
        found = [e for e in drawn if e is not None]
        found = [e.turned() if rng.random() < 0.5 else e for e in found]
        rng.shuffle(found)
        return found

    def _edited(self, sentence: Sentence, rng: random.Random) -> Example | None:
        """A sentence, or the passage that it stands in, beside its edited form."""
        edits = self.edits.get(sentence.text, ())
        if not edits:
            return None
        edit = rng.choice(edits)
        neutral = [e for e in edits if e.changed is False and not e.strength and e is not edit]
        plain = sentence.text
        if neutral and rng.random() < 0.4:
            plain = rng.choice(neutral).text
        if rng.random() < 0.2:
            plain = sentence.around
        return _example(plain, edit)

    def _retold(self, rng: random.Random, most: int) -> Iterator[Example]:
        """Two tellings of one thing, one of them with a fact changed that the other has too."""
        pairs = [(e.a, e.b) for e in self.labelled if e.same == 1.0 and not e.changed]
        pairs += [(e.a, e.b) for e in self.silver]
        for a, b in rng.sample(pairs * 3, min(most, 3 * len(pairs))):
            one, other = (a, b) if rng.random() < 0.5 else (b, a)
            fit = [e for e in self.edits.get(other, ()) if _shows(e, other, one)]
            if fit:
                yield replace(_example(one, rng.choice(fit)), strength=None)


def _weight(example: Example) -> int:
    """How often a labelled pair is shown: more often where it is of a rare sort."""
    return 6 if example.changed else 3 if example.strength else 2


def _shows(edit: Edit, before: str, other: str) -> bool:
    """Whether the other telling has the very words that the edit takes out."""
    if not edit.changed:
        return edit.changed is False and not edit.strength
    if edit.kind == "polarity":
        return True
    if edit.kind not in _KEPT or len(edit.spans) != 1:
        return False
    start, end = edit.spans[0]
    old = before[start : len(before) - (len(edit.text) - end)]
    return bool(re.search(rf"(?<!\w){re.escape(old)}(?!\w)", other)) and len(old) > 1


def _example(plain: str, edit: Edit) -> Example:
    changed = None if edit.changed is None else float(edit.changed)
    spans = edit.spans if edit.changed else ()
    return Example(plain, edit.text, 1.0, changed, edit.strength, spans)


def _pairs(
    known: Sequence[Sentence], vectors: NDArray[np.float32]
) -> tuple[list[Example], list[Example]]:
    """Pairs taken to tell one thing, and pairs taken to tell two."""
    silver, strange = [], []
    by_line: dict[int, list[int]] = defaultdict(list)
    for n, sentence in enumerate(known):
        by_line[sentence.line].append(n)
    for members in by_line.values():
        near = vectors[members] @ vectors[members].T
        for i, one in enumerate(members):
            for j, other in enumerate(members[:i]):
                apart = known[one].report != known[other].report
                texts = known[other].text, known[one].text
                if apart and _SILVER[0] < near[i, j] < _SILVER[1]:
                    silver.append(Example(*texts, 1.0, None))
                elif near[i, j] < _STRANGE and (i + j) % 4 == 0:
                    strange.append(Example(*texts, 0.0, None))
    return silver, strange + _like(known, vectors)


def _like(known: Sequence[Sentence], vectors: NDArray[np.float32]) -> list[Example]:
    """Of every fourth sentence, the most like it of another event."""
    lines = np.array([s.line for s in known])
    found = []
    for at in range(0, len(known), 4):
        near = vectors @ vectors[at]
        near[lines == lines[at]] = -1
        best = int(near.argmax())
        if _LIKE[0] < near[best] < _LIKE[1]:
            found.append(Example(known[at].text, known[best].text, 0.0, None))
    return found
