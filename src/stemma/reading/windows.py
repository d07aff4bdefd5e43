"""A parsed report as the windows of words, and their traits, that the attribution model is given.

A window is whole paragraphs one after another as far as they fit, so that a paragraph is seen
with its neighbours; a longer one is cut where a sentence ends. What a window holds depends on
its report alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from stemma.reading.attribution_spans import paragraphs

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Token

LONGEST_WINDOW = 120  # words
TAGS = (
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS "
    "PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``"
).split()
DEPS = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj "
    "csubj csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass "
    "nummod oprd parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp"
).split()
# A trait of a word is a number below these; 0 stands for what is not known.
TRAITS = {"tag": len(TAGS) + 1, "dep": len(DEPS) + 1, "shape": 6, "quoted": 2, "opens": 4}
# What joins a word to an anchor: distance, sentences between, the way through the parse.
LINKS = {
    "distance": 26,
    "sentences": 9,
    "steps": 17,
    "below": len(DEPS) + 2,
    "above": len(DEPS) + 2,
}

_TAG_NUMBER = {tag: i for i, tag in enumerate(TAGS, start=1)}
_DEP_NUMBER = {dep: i for i, dep in enumerate(DEPS, start=2)}
_SELF = 1  # in place of a dependency: the word itself is where two ways meet
_DEEPEST = 3
_MOST_STEPS = 60  # arcs followed upwards


@dataclass(frozen=True, slots=True)
class Window:
    """Some words of a report.

    `tokens` are their positions in the document; `traits` has a row for each of TRAITS, a column
    a word. `sentences` and `paragraphs` number those a word stands in.
    """

    tokens: tuple[int, ...]
    words: tuple[str, ...]
    traits: NDArray[np.int64]
    sentences: NDArray[np.int64]
    paragraphs: NDArray[np.int64]


def windows(doc: Doc, quoted: set[int], longest: int = LONGEST_WINDOW) -> Iterator[Window]:
    """The windows of a document in order; every word that is no blank is in one.

    `quoted` are the positions between quotation marks.
    """
    packed: list[list[Token]] = []
    size = 0
    for piece in _pieces(doc):
        if packed and size + len(piece) > longest:
            yield _window(packed, quoted)
            packed, size = [], 0
        packed.append(piece)
        size += len(piece)
    if packed:
        yield _window(packed, quoted)


def _pieces(doc: Doc) -> Iterator[list[Token]]:
    """Paragraphs, the long ones in parts."""
    for paragraph in paragraphs(doc):
        words = [token for token in paragraph if not token.is_space and token.pos_ != "SPACE"]
        if words:
            yield from _parts(words)


def _parts(paragraph: list[Token]) -> Iterator[list[Token]]:
    while len(paragraph) > LONGEST_WINDOW:
        starts = [k for k in range(1, LONGEST_WINDOW + 1) if paragraph[k].is_sent_start]
        cut = starts[-1] if starts else LONGEST_WINDOW
        yield paragraph[:cut]
        paragraph = paragraph[cut:]
    yield paragraph


def _window(pieces: list[list[Token]], quoted: set[int]) -> Window:
    words = [token for piece in pieces for token in piece]
    paragraphs = [k for k, piece in enumerate(pieces) for _ in piece]
    begins = [bool(token.is_sent_start) for token in words]
    first = {piece[0].i for piece in pieces}
    traits = [
        [_TAG_NUMBER.get(t.tag_, 0) for t in words],
        [_DEP_NUMBER.get(t.dep_, 1) - 1 for t in words],
        [_shape(t.text) for t in words],
        [int(t.i in quoted) for t in words],
        [1 + int(b) + int(t.i in first) for t, b in zip(words, begins, strict=True)],
    ]
    return Window(
        tokens=tuple(t.i for t in words),
        words=tuple(t.text for t in words),
        traits=np.array(traits, np.int64),
        sentences=np.cumsum(begins).astype(np.int64),
        paragraphs=np.array(paragraphs, np.int64),
    )


def _shape(word: str) -> int:
    if word.islower():
        return 1
    if word.isupper() and len(word) > 1:
        return 3
    if word[0].isupper():
        return 2
    return 4 if word[0].isdigit() else 5


def links(doc: Doc, window: Window, anchors: Sequence[int]) -> NDArray[np.int64]:
    """How each word is joined to each anchor (a column of the window).

    Shape: LINKS, anchors, words.
    """
    size = len(window.tokens)
    made = np.zeros((len(LINKS), len(anchors), size), np.int64)
    at = np.arange(size)
    for row, anchor in enumerate(anchors):
        away = at - anchor
        made[0, row] = _distance(away)
        apart = np.clip(window.sentences - window.sentences[anchor], -2, 2) + 3
        other = window.paragraphs - window.paragraphs[anchor]
        made[1, row] = np.where(other == 0, apart, np.where(other < 0, 6, 7))
        made[2:, row] = _ways(doc, window, anchor)
    return made


def _distance(away: NDArray[np.int64]) -> NDArray[np.int64]:
    """Signed distances in 25 classes, exact up to four words and doubling from there."""
    size = np.abs(away)
    log = np.log2(np.maximum(size, 1)).astype(np.int64)
    folded = np.minimum(np.where(size <= 4, size, 3 + log), 12)
    classes: NDArray[np.int64] = 13 + np.sign(away) * folded
    return classes


def _ways(doc: Doc, window: Window, anchor: int) -> NDArray[np.int64]:
    """Steps up and down, and the arcs taken, from an anchor to each word of its sentence."""
    made = np.zeros((3, len(window.tokens)), np.int64)
    token = doc[window.tokens[anchor]]
    above: dict[int, tuple[int, int]] = {token.i: (0, _SELF)}
    while token.head.i not in above and len(above) < _MOST_STEPS:
        arc = _DEP_NUMBER.get(token.dep_, 0)
        above[token.head.i] = (len(above), arc)
        token = token.head
    known: dict[int, tuple[int, int, int, int]] = {
        i: (up, 0, _SELF, arc) for i, (up, arc) in above.items()
    }
    sentence = window.sentences[anchor]
    for column in np.flatnonzero(window.sentences == sentence):
        up, down, below, arc = _way(doc[window.tokens[column]], known)
        if below:
            steps = 1 + min(up, _DEEPEST) * (_DEEPEST + 1) + min(down, _DEEPEST)
            made[:, column] = steps, below, arc
    return made


def _way(token: Token, known: dict[int, tuple[int, int, int, int]]) -> tuple[int, int, int, int]:
    """Arcs up from the anchor, arcs down to the word, the first arc down and the last one up."""
    chain: list[Token] = []
    while token.i not in known and len(chain) < _MOST_STEPS and token.head.i != token.i:
        chain.append(token)
        token = token.head
    if token.i not in known:
        known[token.i] = (0, 0, 0, 0)
    for below in reversed(chain):
        up, down, first, arc = known[below.head.i]
        if first == _SELF and down == 0:
            first = _DEP_NUMBER.get(below.dep_, 0) or _SELF
        known[below.i] = (up, down + 1, first, arc)
    return known[chain[0].i if chain else token.i]
