"""The name of a cue: the lemma that later steps look up, with its particle or preposition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from stemma.reading.lexicon import LEMMA_REPAIRS, SUPPORT_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINED = frozenset({"RP", "IN", "TO"})
_LEADING = frozenset("begin cite continue end finish go quote start".split())
_PREPOSITIONS = frozenset(
    "about against as at for from in into of on over to toward towards upon with".split()
)


def cue_lemma(anchor: Token, cue: Sequence[Token]) -> str:
    """The lemma of a cue's chief word: "call for", "point out", "according to", "concern".

    A verb that only carries a noun ("voice concern", "make the claim") gives way to it, and one
    that only leads to a saying ("went on to say", "was quoted as saying") to that.
    """
    chief = _carried(anchor, cue) or _led_to(anchor, cue) or anchor
    lemma = chief.lemma_.lower()
    lemma = LEMMA_REPAIRS.get(lemma, lemma)
    if chief.lower_ == "according":
        return "according to"
    behind = [t for t in cue if t.i > chief.i]
    for token in behind:
        if token.tag_ == "RP" and token.head.i == chief.i:
            return f"{lemma} {token.lower_}"
    if behind and behind[-1].lower_ in _PREPOSITIONS and behind[-1].tag_ in _JOINED:
        return f"{lemma} {behind[-1].lower_}"
    return lemma


def _led_to(anchor: Token, cue: Sequence[Token]) -> Token | None:
    if anchor.lemma_.lower() not in _LEADING:
        return None
    verbs = [t for t in cue if t.i > anchor.i and t.tag_ in ("VB", "VBG")]
    return verbs[-1] if verbs else None


def _carried(anchor: Token, cue: Sequence[Token]) -> Token | None:
    if anchor.lemma_.lower() not in SUPPORT_VERBS:
        return None
    nouns = [t for t in cue if t.i > anchor.i and t.pos_ == "NOUN" and t.head.i == anchor.i]
    return nouns[0] if nouns else None
