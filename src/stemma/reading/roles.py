"""Roles as stated: before a name, beside it, or said of it ("X, head of Y"; "X is the head")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from stemma.model.reading import ActorKind
from stemma.reading.grammar import children, noun_phrase
from stemma.reading.titles import ADDRESS, BODIES, PRESS_NOUNS, ROLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_UNFINISHED = frozenset({"PUNCT", "ADP", "DET", "CCONJ", "PART"})
_LONGEST_ROLE = 16  # tokens
_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ant", "crat", "eer")
_BEFORE = frozenset({"compound", "amod", "nmod", "poss", "nummod", "advmod", "punct", "dep"})
_WHAT_IT_IS = BODIES | PRESS_NOUNS | {"daily", "country", "nation", "pact", "bloc", "firm"}


def find_roles(doc: Doc, start: int, end: int, kind: ActorKind) -> list[tuple[int, int]]:
    """The token ranges [start, end) that state a role of the name at [start, end), in order."""
    root = doc[start:end].root
    found = [r for r in (_before(doc, start, root, kind),) if r is not None]
    for noun in _beside(root, kind):
        words = noun_phrase(noun)
        words = [t for t in words if not start <= t.i < end]
        found.extend(_run(words, noun))
    return sorted(set(found))


def _before(doc: Doc, start: int, root: Token, kind: ActorKind) -> tuple[int, int] | None:
    """The words before a name that state a role: "former regional governor"."""
    first = start
    while first > 0 and _belongs(doc[first - 1], root, start) and start - first < 8:
        first -= 1
    while first < start and (doc[first].is_punct or doc[first].tag_ == "POS"):
        first += 1
    if first == start or not any(_is_role(t, kind) for t in doc[first:start]):
        return None
    if all(t.lower_ in ADDRESS for t in doc[first:start]):
        return None
    while first < start and doc[first].lower_ in ADDRESS:
        first += 1
    return (first, start)


def _belongs(token: Token, root: Token, start: int) -> bool:
    """Whether a token before a name modifies it within one phrase."""
    if token.text == "-" and not token.whitespace_ and not token.nbor(-1).whitespace_:
        return True
    if token.is_space or token.text in (",", ";", ":", "(", ")", "“", "”", '"'):
        return False
    if token.dep_ not in _BEFORE or token.pos_ in ("DET", "VERB", "AUX", "ADP"):
        return False
    above = token.head
    joined = token.nbor(1).text == "-" and not token.whitespace_
    return joined or token.i < above.i < start or start <= above.i <= root.i


def _beside(root: Token, kind: ActorKind) -> Iterator[Token]:
    """Nouns that an apposition or a copula puts beside the name, each of several apart."""
    for noun in children(root, "appos"):
        yield from _stating(noun, kind)
    if root.dep_ == "appos" and root.head.pos_ in ("NOUN", "PROPN"):
        yield from _stating(root.head, kind)
    if root.dep_ == "nsubj" and root.head.lemma_.lower() == "be":
        verb = root.head
        if not any(c.dep_ == "neg" for c in verb.children):
            for noun in children(verb, "attr"):
                yield from _stating(noun, kind)
    for clause in children(root, "relcl"):
        if clause.lemma_ == "be" and any(c.lower_ == "who" for c in children(clause, "nsubj")):
            for noun in children(clause, "attr"):
                yield from _stating(noun, kind)


def _stating(noun: Token, kind: ActorKind) -> Iterator[Token]:
    many = kind == "person" and noun.tag_ in ("NNS", "NNPS")
    if _is_role(noun, kind) and noun.ent_type_ not in ("PERSON", "DATE") and not many:
        yield noun
    for other in children(noun, "conj"):
        if _is_role(other, kind):
            yield other


def _is_role(token: Token, kind: ActorKind) -> bool:
    """Whether a word says what somebody of this kind is."""
    lemma, lower = token.lemma_.lower(), token.lower_
    if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    parts = lower.split("-")
    if kind in ("person", "unknown", "group"):
        known = lemma in ROLES or lower in ROLES or parts[-1] in ROLES
        return known or (token.pos_ == "NOUN" and lemma.endswith(_ENDINGS) and len(lemma) > 5)
    return token.pos_ == "NOUN" and (lemma in _WHAT_IT_IS or parts[-1] in _WHAT_IT_IS)


def _modifies(token: Token, first: int, last: int) -> bool:
    """Whether a word stands before a phrase as its modifier ("first" in "first vice-mayor")."""
    return token.dep_ in ("amod", "compound", "nmod") and first <= token.head.i <= last


def _run(words: list[Token], noun: Token) -> Iterator[tuple[int, int]]:
    """The unbroken run of words around the noun, without marks at its edges."""
    indices = {t.i for t in words}
    first = last = noun.i
    while first - 1 in indices:
        first -= 1
    while last + 1 in indices:
        last += 1
    doc = noun.doc
    while first > 1 and doc[first - 1].text == "-" and not doc[first - 2].whitespace_:
        first -= 2
        while first - 1 in indices or _modifies(doc[first - 1], first, noun.i):
            first -= 1
    while first < last and (doc[first].is_punct or doc[first].is_space):
        first += 1
    last = min(last, first + _LONGEST_ROLE - 1)
    while last > first and (doc[last].is_space or doc[last].pos_ in _UNFINISHED):
        last -= 1
    texts = [t.text for t in doc[first : last + 1]]
    if texts.count("(") > texts.count(")"):
        last = first + len(texts) - 1 - texts[::-1].index("(") - 1
    yield (first, max(last, first) + 1)
