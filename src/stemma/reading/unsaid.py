"""Whether an attribution is only asked about, supposed, or said not to be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SUPPOSING = frozenset({"if", "unless"})
_NOBODY = frozenset({"no", "nobody", "none", "neither", "nothing"})
_ABSENT = frozenset({"without", "against", "besides"})
_HARD = frozenset({"hard", "difficult", "impossible", "rare"})
_HELPING = frozenset({"do", "be", "have"})
_ASKING = frozenset({"WDT", "WP", "WP$", "WRB", "MD"})


def is_unsaid(source: Sequence[Token], cue: Sequence[Token], content: Sequence[Token]) -> bool:
    """Whether nobody is said to have said it.

    So where the cue stands below "if", in the writer's own question, behind "instead of" or
    "without", or where the source is "nobody" or somebody hard to find.
    """
    if not cue:
        return False
    if source and source[0].lower_ in _NOBODY:
        return True
    token = next((t for t in cue if t.pos_ in ("VERB", "AUX")), cue[0])
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return _is_supposed(token) or _is_absent(token) or _is_asked(token.sent, content)


def _is_supposed(token: Token) -> bool:
    for above in (token, *token.ancestors):
        marks = {c.lower_ for c in above.children if c.dep_ == "mark"}
        if above.dep_ == "advcl" and marks & _SUPPOSING:
            return True
        near = (above.head, *above.head.children)
        if above.lemma_ == "find" and any(t.lemma_.lower() in _HARD for t in near):
            return True
    return False


def _is_absent(token: Token) -> bool:
    """Whether the cue stands behind a word for what was not done: "instead of proposing"."""
    governor = token.head
    if token.dep_ == "pcomp" and governor.lower_ in _ABSENT:
        return True
    before = [t.lower_ for t in token.doc[max(token.sent.start, token.i - 2) : token.i]]
    return before in (["instead", "of"], ["rather", "than"])


def _is_asked(sentence: Span, content: Sequence[Token]) -> bool:
    """Whether the sentence is the writer's own question, its mark no part of what is said."""
    words = [t for t in sentence if not t.is_space]
    if not words or words[-1].text != "?" or any(t.text == "?" for t in content):
        return False
    first = words[0]
    return first.tag_ in _ASKING or first.lemma_.lower() in _HELPING
