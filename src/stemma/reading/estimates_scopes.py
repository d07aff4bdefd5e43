"""The qualifiers by which an event's words say how far it goes: "full", "partial", the treaty."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_EXTENT = frozenset(
    "full fully partial partially partly complete completely total totally whole wholly entire "
    "entirely limited formal formally temporary temporarily permanent permanently unilateral "
    "unilaterally unconditional unconditionally conditional conditionally joint jointly gradual "
    "gradually symbolic immediate outright de-facto".split()
)
"""Adjectives and adverbs of extent, duration and manner: the same deed with another is another."""
_PARTS = frozenset(
    "treaty pact command structure alliance union agreement accord convention charter protocol "
    "board council committee commission assembly bloc market court mission".split()
)
"""Things that one may leave, suspend or join in part or as a whole."""
_ROLES = frozenset({"dobj", "pobj", "compound", "nmod", "nsubjpass"})


def qualifiers(span: Span) -> list[str]:
    """The qualifiers in the words of an event, lowercase, in the order of the text."""
    found: list[str] = []
    for token in span:
        word = token.lower_
        if word in _EXTENT and token.pos_ in {"ADJ", "ADV"}:
            found.append(word)
        elif token.lemma_.lower() in _PARTS and token.dep_ in _ROLES and not _owns(token):
            found.append(token.lemma_.lower())
    return found


def _owns(token: Token) -> bool:
    """Whether the word only names whose the thing is ("the treaty's board")."""
    return any(child.dep_ == "case" for child in token.rights)
