"""What a number counts: the noun it stands with, and the lemmas that tell it from others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_HYPHENS = frozenset({"-", "‑"})
_REACH = 5  # tokens from a number to the noun it counts
_CLIMB = 8
_EMPTY = frozenset(
    "% percent cent per point percentage basis $ € £ the a an their his her its".split()
)


@dataclass(frozen=True)
class Counted:
    """`noun` is the counted noun as written, `of` the lemmas around it, `anchored` whether the
    number depends on a verb or preposition where no noun follows."""

    noun: str | None
    of: tuple[str, ...]
    anchored: bool


def counted(doc: Doc, start: int, end: int) -> Counted:
    """What the number at `[start, end)` counts, from the noun after it and the verb above it."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return Counted(None, (), False)
    last = span[-1]
    joined = _joined_unit(last)
    noun = _noun_after(joined or last)
    top = noun if noun is not None else span.root
    words = [joined] if joined else []
    words += _phrase(noun) if noun is not None else []
    words += _complement(top, span.end)
    verb = _verb_above(top)
    if verb is not None and (noun is None or _is_unit(noun)):
        words += _parties(verb, start, end)
    lemmas = [_lemma(token) for token in words] + ([_lemma(verb)] if verb is not None else [])
    named = joined or noun
    return Counted(
        noun=named.lower_ if named is not None else None,
        of=tuple(dict.fromkeys(lemma for lemma in lemmas if lemma and lemma not in _EMPTY)),
        anchored=span.root.dep_ in {"dobj", "pobj", "attr"} or span.root.pos_ == "NUM",
    )


def _is_unit(token: Token) -> bool:
    return not (token.is_alpha or token.like_num) or token.lemma_.lower() in _EMPTY


def _joined_unit(number: Token) -> Token | None:
    """The noun that a hyphen joins to a number ("a ten-month affair")."""
    doc, i = number.doc, number.i
    if i + 2 >= len(doc) or doc[i + 1].text not in _HYPHENS or doc[i + 1].whitespace_:
        return None
    return doc[i + 2] if doc[i + 2].is_alpha and doc[i + 2].tag_ == "NN" else None


def _noun_after(number: Token) -> Token | None:
    """The head of the noun phrase that follows a number at once ("armed police officers")."""
    doc = number.doc
    found: Token | None = None
    for i in range(number.i + 1, min(number.i + 1 + _REACH, len(doc))):
        token = doc[i]
        if found is not None and (token.pos_ == "PROPN") > (found.pos_ == "PROPN"):
            break
        if token.pos_ in _NOUNS and not token.is_punct:
            found = token
        elif found is not None and token.text in _HYPHENS:
            found = None
        elif found is not None or not _joins(token):
            break
    return found


def _joins(token: Token) -> bool:
    return token.pos_ == "ADJ" or token.text in _HYPHENS or token.tag_ in {"VBN", "VBG"}


def _phrase(noun: Token) -> list[Token]:
    """A noun with the words that stand before it as its own."""
    own = [
        child
        for child in noun.lefts
        if child.dep_ in {"amod", "compound", "nmod"} and not child.like_num
    ]
    return [*own, noun]


def _complement(top: Token, end: int) -> list[Token]:
    """The noun after "of" ("5% of GDP"), with its own words."""
    doc = top.doc
    candidates = [child for child in top.children if child.lower_ == "of"]
    if end < len(doc) and doc[end].lower_ == "of":
        candidates.insert(0, doc[end])
    for of in candidates[:1]:
        for child in of.children:
            if child.dep_ == "pobj" and child.pos_ in _NOUNS:
                return _phrase(child)
    return []


def _verb_above(token: Token) -> Token | None:
    for _ in range(_CLIMB):
        if token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ == "ROOT"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _parties(verb: Token, start: int, end: int) -> list[Token]:
    """The object of a verb, or else its subject, outside the number itself."""
    for wanted in ({"dobj"}, {"nsubj", "nsubjpass"}):
        for child in verb.children:
            inside = start <= child.idx < end
            if child.dep_ in wanted and child.pos_ in _NOUNS and not inside:
                return _phrase(child)
    return []


def _lemma(token: Token) -> str:
    return token.lemma_.lower()
