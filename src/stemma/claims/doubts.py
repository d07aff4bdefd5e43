"""What a sentence doubts, word by word, and what it tells plainly.

A doubt is a word of doubt with the word that it governs: "may have sunk", "is expected to sink",
"reportedly sank", "a possible wreck". The same word told without one, with some of the same words
before and behind it, is the plain telling. Nothing is parsed: the grammar of these few words is
close to their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from stemma.claims.clash import NEGATIONS
from stemma.claims.strength import DOUBTS, HEARSAY
from stemma.claims.words import content_stems, fold, stem

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*|[,;:—–()“”\"?]")
_LONGEST = 120  # words of a sentence
_REACH = 6  # words from a word of doubt to the one it governs
_WINDOW = 16  # words on either side by which two tellings are known for one
_NEAR = 4  # content words among which its subject stands
_KEY = 5  # letters that two forms of a word have in common
_MODALS = frozenset("may might could".split())
_RAISING = frozenset("appear appears appeared appearing seem seems seemed seeming".split())
_PASSIVE = frozenset("expected likely believed thought said alleged reported rumoured".split())
_ADVERBS = frozenset(
    "reportedly allegedly possibly perhaps maybe probably apparently seemingly potentially "
    "purportedly supposedly likely".split()
)
_ADJECTIVES = frozenset("possible potential alleged apparent purported probable supposed".split())
_LIGHT = frozenset(
    "be is are was were been being am do does did have has had having will to the a an its his her "
    "their not now also soon even again already just very most well".split()
)
_BE = frozenset("be is are was were been being 's".split())
_NO_CLAIM = frozenset(
    "if unless whether would should must can cannot may might could want wants wanted hope hopes "
    "hoped try tries tried seek seeks sought plan plans planned deny denies denied ask asks asked "
    "urge urges urged refuse refuses refused set due about bid talk prospect threat risk risks "
    "fear fears possibility chance chances idea plot investigate investigates investigated "
    "investigating investigation investigations probe probes probing inquiry issue".split()
)
_SUPERLATIVE = frozenset("as best worst every any all greatest soon much".split())
SAYING = frozenset(
    "say says said saying tell tells told according add adds added note notes noted claim claims "
    "claimed argue argues argued report reports reported call calls called write writes wrote "
    "announce announced put puts describe described believe believes".split()
)
_OPEN = DOUBTS | {"if", "whether", "unless", "?"}
_RELATIVE = frozenset("which whom where how that".split())
_ENDING = re.compile(r"(?:ing|ed|es|s|e|d)$")
_COMPARED = frozenset("not less more".split())
_CONTRARY = frozenset("under non mis dis un".split())


class Word(NamedTuple):
    """A word or mark of a sentence, folded, and its offsets there."""

    folded: str
    exact: str
    start: int
    end: int


class Doubt(NamedTuple):
    """A word of doubt and the word it governs, as places in a list of words.

    `hearsay` says that it is others who are said to say so, `adjective` that a noun is doubted.
    """

    at: int
    governed: int
    hearsay: bool
    adjective: bool


class Sides(NamedTuple):
    """The content words before (and `near` before) and behind a word; whether it is denied."""

    before: frozenset[str]
    near: frozenset[str]
    behind: frozenset[str]
    denied: bool


def words_in(text: str) -> tuple[Word, ...]:
    """The words and clause marks of a sentence, its first `_LONGEST`."""
    found = islice(_WORD.finditer(text), _LONGEST)
    return tuple(Word(fold(m.group()), m.group(), m.start(), m.end()) for m in found)


def key(word: str) -> str:
    """What the forms of one word share: "decide", "decides", "decided"."""
    return stem(word)[:_KEY]


def form(word: str) -> str:
    """What the forms of one verb share and a noun made from it does not."""
    return _ENDING.sub("", word)


def find_doubts(words: tuple[Word, ...]) -> Iterator[Doubt]:
    """Every word of doubt that surely governs a word of the sentence."""
    for at, word in enumerate(words):
        if _doubts(words, at):
            governed = _governed(words, at)
            if governed is not None:
                yield Doubt(at, governed, word.folded in HEARSAY, word.folded in _ADJECTIVES)


def _doubts(words: tuple[Word, ...], at: int) -> bool:
    word = words[at]
    before = words[at - 1].folded if at else ""
    after = words[at + 1].folded if at + 1 < len(words) else ""
    if word.folded in _MODALS:
        return word.exact.islower() and after not in NEGATIONS and not _able(words, at)
    if word.folded in _RAISING or (word.folded in _PASSIVE and after == "to"):
        return after == "to" and (word.folded in _RAISING or _follows_be(words, at))
    if word.folded in _ADVERBS:
        return before not in ("not", "less", "more") and after != "to"
    return word.folded in _ADJECTIVES and before not in _SUPERLATIVE and after not in _LIGHT


def _able(words: tuple[Word, ...], at: int) -> bool:
    """Whether "could" is what somebody was able to do: "so he could", "by which they could"."""
    near = [w.folded for w in words[max(0, at - 3) : at]]
    return "so" in near or bool(_RELATIVE.intersection(near[:-1]))


def _follows_be(words: tuple[Word, ...], at: int) -> bool:
    near = [w.folded for w in words[max(0, at - 3) : at]]
    return not _COMPARED.intersection(near) and any(w in _BE or w.endswith("'s") for w in near)


def _governed(words: tuple[Word, ...], at: int) -> int | None:
    """The first word of content behind a word of doubt, in its clause."""
    for n in range(at + 1, min(at + 1 + _REACH, len(words))):
        word = words[n].folded
        if not word[0].isalnum():
            return None
        if word in _LIGHT | NEGATIONS | _CONTRARY or word.endswith("ly"):
            continue
        return n if content_stems(word) and word not in DOUBTS else None
    return None


def sides(words: tuple[Word, ...], at: int) -> Sides:
    """What stands around a word, by which the same telling is known elsewhere."""
    before, behind = words[max(0, at - _WINDOW) : at], words[at + 1 : at + 1 + _WINDOW]
    near = [w.folded for w in words[max(0, at - 4) : at]]
    prefixed = bool(near) and near[-1] in _CONTRARY and words[at - 1].end + 1 == words[at].start
    denied = any(w in NEGATIONS or w.endswith("n't") for w in near) or prefixed
    return Sides(_stems(before), _nearest(before), _stems(behind), denied)


def _nearest(before: tuple[Word, ...]) -> frozenset[str]:
    text = " ".join(w.folded for w in before if w.folded not in DOUBTS)
    return frozenset(content_stems(text)[-_NEAR:])


def clause(words: tuple[Word, ...], at: int) -> frozenset[str]:
    """The content words of the clause around a word, by its marks and "that"."""
    first, last = at, at
    while first and words[first - 1].folded != "that" and words[first - 1].folded[0].isalnum():
        first -= 1
    while last + 1 < len(words) and words[last + 1].folded[0].isalnum():
        last += 1
    return _stems(words[first : last + 1])


def _stems(words: tuple[Word, ...]) -> frozenset[str]:
    text = " ".join(w.folded for w in words if w.folded not in DOUBTS)
    return frozenset(content_stems(text))


def plain(words: tuple[Word, ...], at: int, headline: bool) -> bool:
    """Whether a word is told as so: with nothing before it that supposes, wishes or asks.

    In a headline "to sink" is "will sink"; elsewhere it may be no more than a wish.
    """
    near = [w.folded for w in words[max(0, at - 5) : at]]
    if _NO_CLAIM.intersection(near) or DOUBTS.intersection(near):
        return False
    return headline or not near or near[-1] != "to"


def supposes(words: tuple[Word, ...]) -> bool:
    """Whether the sentence doubts, supposes or asks anywhere."""
    return any(w.folded in _OPEN for w in words)


def says(words: tuple[Word, ...]) -> bool:
    """Whether the sentence gives the words to somebody."""
    return bool({w.folded for w in words} & SAYING)
