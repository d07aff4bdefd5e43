"""The cue of an attribution in its sentence, and a step that the words hanging on it tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.reading.attribution_spans import SUBJECTS, child, phrase

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CLIMB = 10  # words between a relay and the cue in the tree
_GOVERNED = frozenset({"advcl", "xcomp", "conj", "pcomp", "prep", "acl"})


@dataclass(frozen=True, slots=True)
class Saying:
    """The cue of an attribution in its sentence.

    `cue` are its tokens, `family` those with the verbs above that share their subject, `content`
    and `source` the tokens of what was said and of who said it.
    """

    sentence: Span
    cue: frozenset[int]
    family: frozenset[int]
    content: frozenset[int]
    source: frozenset[int]

    def reaches(self, token: Token) -> bool:
        """Whether a word hangs, however far down, on the cue, on its source or its content."""
        for _ in range(_CLIMB):
            if token.i in self.family or token.i in self.content or token.i in self.source:
                return True
            own = any(c.dep_ in SUBJECTS for c in token.children)
            if token.head.i == token.i or (token.dep_ == "conj" and token.pos_ == "VERB" and own):
                return False
            token = token.head
        return False


@dataclass(frozen=True, slots=True)
class Step:
    """How the words travelled: the mode, the words that say so, and who, if named.

    `first` marks what is said to have come before all other reports.
    """

    mode: str
    words: frozenset[int]
    who: tuple[Token, ...] = ()
    first: bool = False


def family_of(cue: frozenset[int], verb: Token) -> frozenset[int]:
    """The cue's tokens with the verbs that it shares its subject with."""
    found = set(cue)
    for _ in range(4):
        own = any(c.dep_ in SUBJECTS for c in verb.children)
        if own or verb.dep_ not in _GOVERNED or verb.head.i == verb.i:
            break
        verb = verb.head
        found.add(verb.i)
    return frozenset(found)


def object_after(token: Token, preposition: str) -> Token | None:
    """What stands behind a preposition of a word."""
    for c in token.children:
        if c.lower_ == preposition and c.dep_ in ("prep", "agent", "dative"):
            return child(c, "pobj", "pcomp")
    return None


def core(noun: Token) -> set[int]:
    """A noun with what stands before it."""
    return {i for i in phrase(noun) if i <= noun.i}


def bare(who: Token) -> set[int]:
    """A name with its conjuncts, without clauses and dates behind it."""
    covered = phrase(who)
    for c in who.children:
        if c.i > who.i and c.dep_ in ("relcl", "acl", "advcl", "parataxis", "npadvmod"):
            covered -= phrase(c)
    return covered
