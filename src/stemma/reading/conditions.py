"""The conditions that a proposition is put under: "if elected", "unless …", "as soon as …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from stemma.reading.grammar import auxiliaries, children, is_verbal
from stemma.reading.predicate import Predicate

if TYPE_CHECKING:
    from spacy.tokens import Token

_MARKS = frozenset({"if", "unless", "once", "provided", "providing", "until", "lest", "till"})
_AHEAD = frozenset("will would can could may might shall should must 'll ’ll 'd ’d wo".split())
_EVEN = frozenset({"even", "as", "what"})
_NOUN_PHRASES = ("in the event of", "in case of", "subject to", "on condition", "in the absence of")
_LONG = ("as soon as", "as long as", "so long as", "on condition that", "in case", "only if",
         "only when", "provided that")  # fmt: skip


def find_conditions(predicate: Predicate, tokens: list[Token]) -> list[list[Token]]:
    """The words of each condition on the predicate, in text order.

    Where `tokens` are a fragment, or nothing but a condition, its clauses are searched as well.
    """
    found: dict[int, list[Token]] = {}
    ahead = _looks_ahead(predicate)
    for link in predicate.chain:
        for child in children(link, "advcl", "prep", "ccomp", "parataxis", "advmod", "mark"):
            clause = _condition(child)
            if clause and (ahead or not _opens_temporal(clause)):
                found[clause[0].i] = clause
    if not found:
        found.update(_of_fragment(predicate, tokens))
    for clause in _reduced(predicate):
        if not any(t.i in {clause[0].i, clause[0].i - 1} for c in found.values() for t in c):
            found[clause[0].i] = clause
    return [found[i] for i in sorted(found)]


def _of_fragment(predicate: Predicate, tokens: list[Token]) -> Iterator[tuple[int, list[Token]]]:
    """Conditions in words without a main verb ("Two in three, if it rains"; "If it rains")."""
    main = predicate.main
    if is_verbal(main) and not any(c.lower_ in _MARKS for c in children(main, "mark")):
        return
    inside = {t.i for t in tokens}
    for mark in tokens:
        if mark.dep_ == "mark" and mark.lower_ in ("if", "unless") and mark.head.dep_ != "ccomp":
            clause = [t for t in mark.head.subtree if t.i in inside and not t.is_space]
            clause = sorted((t for t in clause if t.i >= mark.i), key=lambda t: t.i)
            while clause and clause[-1].is_punct:
                clause.pop()
            if len(clause) > 1:
                yield mark.i, clause


def _reduced(predicate: Predicate) -> Iterator[list[Token]]:
    """ "If elected …", which parses badly: the participle with the words that complete it."""
    for token in predicate.main.subtree:
        if token.lower_ not in ("if", "unless") or token.i + 1 >= len(token.doc):
            continue
        if token.nbor(1).tag_ != "VBN":
            continue
        words = [token, token.nbor(1)]
        while words[-1].i + 1 < len(token.doc) and _completes(words[-1].nbor(1), predicate):
            words.append(words[-1].nbor(1))
        yield words


def _completes(token: Token, predicate: Predicate) -> bool:
    if token.dep_ in ("nsubj", "nsubjpass", "expl") or token.i == predicate.core.i:
        return False
    return token.pos_ in ("NOUN", "PROPN", "ADP", "DET", "ADJ", "NUM", "ADV")


def _looks_ahead(predicate: Predicate) -> bool:
    """Whether the predicate is of what will or may be, so that "once …" is a condition."""
    helpers = {a.lower_ for link in predicate.chain for a in auxiliaries(link)}
    return bool(helpers & _AHEAD) or predicate.core.tag_ == "VB"


def _opens_temporal(clause: list[Token]) -> bool:
    opening = " ".join(t.lower_ for t in clause[:3])
    return clause[0].lower_ in ("once", "until", "till") or opening == "as soon as"


def _condition(child: Token) -> list[Token]:
    """The subtree of a clause or phrase that states a condition; empty where it states none."""
    words = sorted((t for t in child.subtree if not t.is_space), key=lambda t: t.i)
    while words and words[0].is_punct:
        words.pop(0)
    while words and words[-1].is_punct and words[-1].text not in ')"”’':
        words.pop()
    if not words:
        return []
    first = words[0]
    before = first.nbor(-1).lower_ if first.i > 0 else ""
    opening = " ".join(t.lower_ for t in words[:4])
    if any(_opens(opening, phrase) for phrase in (*_LONG, *_NOUN_PHRASES)):
        timed = _opens(opening, "as soon as") and not any(is_verbal(t) for t in words)
        return [] if timed or "possible" in opening else words  # "as soon as next month"
    if child.dep_ in ("mark", "advmod") or len(words) < 2:
        return []
    if first.lower_ == "should" and first.dep_ == "aux":
        return words
    if first.lower_ in ("until", "till") and not any(t.pos_ in ("VERB", "AUX") for t in words):
        return []
    if first.lower_ in _EVEN or (first.lower_ == "if" and before in _EVEN):
        return []
    return words if first.lower_ in _MARKS else []


def _opens(words: str, phrase: str) -> bool:
    return words == phrase or words.startswith(phrase + " ")
