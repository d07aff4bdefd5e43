"""Roles as stated: before a name, beside it, or said of it ("X, head of Y"; "X is the head")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.model.reading import ActorKind
from stemma.reading.grammar import children, noun_phrase
from stemma.reading.name_bounds import Name
from stemma.reading.titles import ADDRESS, BODIES, PRESS_NOUNS, ROLES, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_UNFINISHED = frozenset({"PUNCT", "ADP", "DET", "CCONJ", "PART"})
_LONGEST_ROLE = 16  # tokens
_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ant", "crat", "eer")
_BEFORE = frozenset({"compound", "amod", "nmod", "poss", "nummod", "advmod", "punct", "dep"})
# What somebody is accused of being is no role of his.
_ACCUSING = frozenset(
    "murderer killer traitor deserter liar thief terrorist racist fascist criminal rapist bomber "
    "attacker coward crook fraudster tyrant thug loser".split()
)
_WHAT_IT_IS = BODIES | PRESS_NOUNS | {"daily", "country", "nation", "pact", "bloc", "firm"}


@dataclass(frozen=True, slots=True)
class Claimed:
    """The tokens that others than the outlet say, and of these the ones word for word."""

    said: frozenset[int] = frozenset()
    quoted: frozenset[int] = frozenset()


def find_roles(name: Name, doc: Doc, claimed: Claimed) -> list[tuple[int, int]]:
    """The token ranges [start, end) that state a role of a name, in order.

    A role is what the outlet states, or a title; not what one person calls another.
    """
    start, end, kind = name.start, name.end, name.kind
    root = doc[start:end].root
    found = [r for r in (_before(doc, start, root, kind),) if r is not None]
    if root.i in claimed.quoted:
        return [r for r in found if doc[r[1] - 1].lower_ in TITLES]
    for noun in _beside(root, kind, stated=root.i not in claimed.said):
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


def _beside(root: Token, kind: ActorKind, *, stated: bool) -> Iterator[Token]:
    """Nouns that an apposition or a copula puts beside the name, each of several apart.

    A copula does so only where it is `stated` by the outlet.
    """
    for noun in children(root, "appos"):
        yield from _stating(noun, kind)
    if root.dep_ == "appos" and root.head.pos_ in ("NOUN", "PROPN") and not _lists(root.head):
        yield from _stating(root.head, kind)
    if stated and root.dep_ == "nsubj" and root.head.lemma_.lower() == "be":
        verb = root.head
        if not any(c.dep_ == "neg" for c in verb.children):
            for noun in children(verb, "attr"):
                yield from _stating(noun, kind)
    for clause in children(root, "relcl"):
        if clause.lemma_ == "be" and any(c.lower_ == "who" for c in children(clause, "nsubj")):
            for noun in children(clause, "attr"):
                yield from _stating(noun, kind)


def _lists(noun: Token) -> bool:
    """Whether a noun opens a list of people ("the mayor, the governor, Ann Lee")."""
    beside = children(noun, "appos", "conj")
    return (
        len(beside) > 1
        and sum(_is_role(t, "person") or t.ent_type_ == "PERSON" for t in beside) > 1
    )


def _stating(noun: Token, kind: ActorKind) -> Iterator[Token]:
    many = kind == "person" and noun.tag_ in ("NNS", "NNPS")
    if any(c.lower_ == "no" for c in children(noun, "det", "neg")):
        return
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
    if lemma in _ACCUSING:
        return False
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
