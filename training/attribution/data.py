"""PolNeAR as training examples: windows of parsed reports with the attributions inside them.

The corpus marks no attribution inside another's content. `nested.json.gz` adds such ones: they
were found by Stemma's first attribution rules (precision .86 on the corpus's own attributions)
wholly inside a marked content, and are kept as report name and character ranges.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eval.polnear import Article, articles, lines
from eval.relations import Ranges
from stemma.reading.attribution_quotes import find_passages, quoted_words
from stemma.reading.parser import parse
from stemma.reading.windows import LONGEST_WINDOW, Window, windows

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

NESTED = Path(__file__).with_name("nested.json.gz")


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution in a window: columns of its words by role."""

    anchor: int
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    nested: bool


@dataclass(frozen=True, slots=True)
class Example:
    """A window of a document and the frames whose anchor stands in it.

    `told` are the columns inside a marked content: what the corpus does not mark there may still
    be an attribution.
    """

    doc: Doc
    window: Window
    frames: tuple[Frame, ...]
    told: frozenset[int]


def parsed(split: str, parser: Language, cache: Path) -> Iterator[tuple[Article, Doc]]:
    """The reports of a split with their parses, which are kept in `cache`."""
    from spacy.tokens import DocBin

    reports = list(articles(split))
    file = cache / f"{split}.spacy"
    if file.exists():
        docs = list(DocBin().from_disk(file).get_docs(parser.vocab))
    else:
        docs = [parse(parser, report.text, lines(report.text)) for report in reports]
        cache.mkdir(parents=True, exist_ok=True)
        DocBin(docs=docs).to_disk(file)
    yield from zip(reports, docs, strict=True)


def examples(
    split: str, parser: Language, cache: Path, longest: int = LONGEST_WINDOW
) -> list[list[Example]]:
    """Every window of a split, by document."""
    with gzip.open(NESTED, "rt", encoding="utf-8") as stream:
        nested: dict[str, list[dict[str, Ranges]]] = json.load(stream)
    return [
        list(_of(doc, report.gold, nested.get(report.name, []), longest))
        for report, doc in parsed(split, parser, cache)
    ]


def _of(
    doc: Doc,
    outer: Sequence[dict[str, Ranges]],
    inner: Sequence[dict[str, Ranges]],
    longest: int,
) -> Iterator[Example]:
    at = {k: t.i for t in doc if t.text.strip() for k in range(t.idx, t.idx + len(t))}

    def tokens(ranges: Ranges) -> frozenset[int]:
        return frozenset(at[k] for start, end in ranges for k in range(start, end) if k in at)

    marked = [
        (tokens(roles["source"]), tokens(roles["cue"]), tokens(roles["content"]), nested)
        for group, nested in ((outer, False), (inner, True))
        for roles in group
    ]
    quoted = quoted_words(find_passages(doc))
    for window in windows(doc, quoted, longest):
        column = {i: k for k, i in enumerate(window.tokens)}
        frames = tuple(_frames(doc, column, marked))
        told = frozenset(k for frame in frames if not frame.nested for k in frame.content)
        yield Example(doc, window, frames, told)


def _frames(
    doc: Doc,
    column: dict[int, int],
    marked: Iterable[tuple[frozenset[int], frozenset[int], frozenset[int], bool]],
) -> Iterator[Frame]:
    for source, cue, content, nested in marked:
        anchor = anchor_of([doc[i] for i in sorted(cue)]) if cue else None
        if anchor is not None and anchor.i in column and content:
            roles = (
                frozenset(column[i] for i in role if i in column) for role in (source, cue, content)
            )
            yield Frame(column[anchor.i], *roles, nested)


def anchor_of(cue: Sequence[Token]) -> Token:
    """The word of a cue that governs the others: rather a verb, or else a noun."""
    inside = {token.i for token in cue}
    tops = [t for t in cue if t.head.i not in inside or t.head.i == t.i] or list(cue)
    return next((t for kind in ("VERB", "NOUN", "AUX") for t in tops if t.pos_ == kind), tops[0])
