"""Where the words of a source begin and end: what the parse mends in what the model marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stemma.reading.attribution_spans import OPENING, SUBJECTS, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_EMPTY = frozenset({"it", "there"})
_LONGEST_OPENING = 8  # tokens
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl", "dep", "parataxis"})


def whole_source(
    doc: Doc, source: frozenset[int], anchor: Token, taken: frozenset[int]
) -> frozenset[int]:
    """A source as a noun phrase: its opening and its name whole, bar the words in `taken`.

    It is empty where only "it" or "there" stands for nobody, and where a participle before the
    subject says that somebody was asked.
    """
    source = _without_clause(doc, source)
    if len(source) > 1 and doc[min(source)].dep_ == "agent":
        source -= {min(source)}
    if not source or _is_empty(doc, source, anchor) or _was_asked(anchor):
        return frozenset()
    return _with_name(doc, _with_opening(doc, source, taken), taken)


def _with_opening(doc: Doc, source: frozenset[int], taken: frozenset[int]) -> frozenset[int]:
    first = min(source)
    for i in range(first - 1, max(-1, first - 1 - _LONGEST_OPENING), -1):
        if i in taken or doc[i].dep_ not in OPENING or doc[i].head.i not in source:
            break
        source |= {i}
    return source


def _with_name(doc: Doc, source: frozenset[int], taken: frozenset[int]) -> frozenset[int]:
    last = max(source)
    while doc[last].dep_ == "compound" and last < doc[last].head.i <= last + 2:
        rest = range(last + 1, doc[last].head.i + 1)
        if not taken.isdisjoint(rest):
            break
        source |= set(rest)
        last = max(source)
    return source


def _without_clause(doc: Doc, source: frozenset[int]) -> frozenset[int]:
    """The subject alone where a whole clause was taken for the source."""
    for i in sorted(source):
        verb = doc[i]
        if verb.tag_ not in _FINITE or verb.dep_ not in _CLAUSES:
            continue
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i in source), None)
        if subject is not None and subject.i < verb.i:
            return frozenset(t.i for t in subject.subtree if t.i in source and t.i < verb.i)
    return source


def _is_empty(doc: Doc, source: frozenset[int], anchor: Token) -> bool:
    """Whether a source is the "it" or "there" that names nobody ("it is noted that …")."""
    if len(source) != 1:
        return False
    (token,) = (doc[i] for i in source)
    if token.lower_ not in _EMPTY:
        return False
    return token.dep_ == "expl" or is_passive(anchor) or anchor.pos_ in ("ADJ", "NOUN")


def _was_asked(anchor: Token) -> bool:
    """Whether the cue is "asked" before a clause whose subject was the one who was asked."""
    helped = any(c.dep_ in ("aux", "auxpass") for c in anchor.children)
    asked = anchor.lower_ in ("asked", "pressed", "questioned") and anchor.tag_ == "VBN"
    return asked and anchor.dep_ == "advcl" and anchor.i < anchor.head.i and not helped
