"""Whose a stated likelihood is, where its own clause is what somebody says or believes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]

_HELD = frozenset(
    "acknowledge admit agree announce argue assert believe calculate caution claim concede "
    "conclude consider declare estimate expect fear find forecast insist judge maintain "
    "note predict reckon report say stress suggest tell think warn".split()
)
"""Verbs whose clause is their subject's own view; "deny" and "ask" are none."""
_NOBODY = frozenset("it there i we this that which what who".split())
_CLIMB = 12


def clause_holder(doc: Doc, core: int) -> Range | None:
    """The subject of the verb of saying that governs the clause at `core`, else `None`.

    An author who says "I" or "we", an expletive and a negated verb name nobody else.
    """
    span = doc.char_span(core, core + 1, alignment_mode="expand")
    token = span[0] if span is not None and len(span) else None
    for _ in range(_CLIMB):
        if token is None or token.head.i == token.i:
            return None
        if token.dep_ == "ccomp" and token.head.lemma_ in _HELD:
            return _subject(token.head, token)
        token = token.head
    return None


def _subject(verb: Token, clause: Token) -> Range | None:
    if any(child.dep_ == "neg" for child in verb.children):
        return None
    for child in verb.lefts:
        if child.dep_ != "nsubj" or child.i > clause.i:
            continue
        if child.lower_ in _NOBODY or child.pos_ not in {"NOUN", "PROPN"}:
            return None
        last = child.right_edge
        return child.left_edge.idx, last.idx + len(last.text)
    return None
