"""Verbs that attribute: each reading of a verb's complements as a possible attribution."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.reading.attribution_spans import (
    SUBJECTS,
    agent_of,
    child,
    is_passive,
    phrase,
    subject_of,
    verb_group,
)
from stemma.reading.lexicon import LEMMA_REPAIRS

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECT_PREPOSITIONS = frozenset(
    {"as", "for", "of", "over", "with", "to", "against", "on", "about"}
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may attribute, with the frame it stands in; positions are token indices.

    `key` is what the lexicon knows the frame by: the lemma with its particle, or "lemma prep".
    `source` is the head word of the source, `None` where the text names nobody.
    """

    head: int
    frame: str
    key: str
    words: tuple[int, int]
    source: int | None
    content: frozenset[int]
    unnamed: str | None = None


def lemma_of(verb: Token) -> str:
    """The verb's lemma with its particle: "point out"."""
    lemma = verb.lemma_.lower()
    lemma = LEMMA_REPAIRS.get(lemma, lemma)
    particle = child(verb, "prt")
    return f"{lemma} {particle.lower_}" if particle is not None else lemma


def verb_cues(verb: Token) -> Iterator[Cue]:
    """Every frame in which the verb could attribute, the most telling first."""
    if is_passive(verb):
        yield from _passive(verb)
        return
    who = subject_of(verb)
    named = None if who is None or who.tag_ == "EX" else who.i
    for frame, key, content, last in _active(verb):
        covered = content - ({named} if named is not None else set())
        if covered:
            yield Cue(verb.i, frame, key, verb_group(verb, last), named, frozenset(covered))


def _active(verb: Token) -> Iterator[tuple[str, str, set[int], int]]:
    lemma = lemma_of(verb)
    after = verb.i + 1
    for c in verb.children:
        if c.dep_ == "ccomp":
            yield _clause_frame(c), lemma, _with_rest(verb, c), after
        elif c.dep_ == "xcomp":
            yield _infinitive_frame(c), lemma, _with_rest(verb, c), after
        elif c.dep_ == "advcl" and c.i > verb.i and _marker(c) in ("if", "whether", "how", "why"):
            yield "clause", lemma, phrase(c), after
        elif c.dep_ == "advcl" and c.i > verb.i and _marker(c) == "for":
            yield "prep", f"{lemma} for", phrase(c), after
    yield from _inserted(verb, lemma)
    for c in verb.children:
        if c.dep_ == "dobj" and c.tag_ != "WP":
            yield "obj", lemma, _object(verb, c), after
        elif c.dep_ in ("oprd", "acomp"):
            yield "small", lemma, phrase(c), after
        elif c.dep_ == "prep" and c.i > verb.i:
            inner = child(c, "pobj", "pcomp")
            if inner is not None:
                yield "prep", f"{lemma} {c.lower_}", phrase(c) - {c.i}, _reach(verb, c)


def _reach(verb: Token, prep: Token) -> int:
    return prep.i + 1 if prep.i - verb.i <= 2 else verb.i + 1


def _marker(clause: Token) -> str:
    first = clause.left_edge
    return first.lower_ if first.i < clause.i else ""


def _clause_frame(clause: Token) -> str:
    deps = {c.dep_ for c in clause.children}
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children):
        return "inf"
    finite = clause.tag_ in _FINITE or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in _FINITE for c in clause.children
    )
    if finite or "mark" in deps:
        return "clause"
    return "ger" if clause.tag_ == "VBG" else "small"


def _infinitive_frame(clause: Token) -> str:
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children):
        return "inf"
    return "ger" if clause.tag_ == "VBG" else "small"


def _with_rest(verb: Token, clause: Token) -> set[int]:
    """The clause and what the parse hangs on the verb but stands behind the clause."""
    covered = phrase(clause)
    for c in verb.children:
        if c.i > clause.i > verb.i and c.dep_ == "advcl" and child(c, "mark") is not None:
            covered |= phrase(c)
    return covered


def _object(verb: Token, obj: Token) -> set[int]:
    covered = phrase(obj)
    for c in verb.children:
        if (
            c.dep_ in ("prep", "oprd")
            and c.i > obj.i
            and (c.dep_ == "oprd" or c.lower_ in _OBJECT_PREPOSITIONS)
        ):
            covered |= phrase(c)
    return covered


def _inserted(verb: Token, lemma: str) -> Iterator[tuple[str, str, set[int], int]]:
    """A clause of saying set into, or behind, what is said: "The plan, she said, is dead"."""
    who = child(verb, *SUBJECTS)
    if who is None or any(c.dep_ in ("ccomp", "xcomp", "dobj") for c in verb.children):
        return
    block = phrase(who) | {verb.i}
    block |= {
        i
        for c in verb.children
        if c.dep_ in ("aux", "neg", "advmod", "prep", "dative", "npadvmod")
        and abs(c.i - verb.i) < 12
        for i in phrase(c)
    }
    doc, start, end = verb.doc, min(block), max(block) + 1
    sentence = verb.sent
    if start <= sentence.start or doc[start - 1].text not in (",", "—", "–", "-", "--"):
        return
    if end < sentence.end and not doc[end].is_punct:
        return
    inside = {t.i for t in sentence if not t.is_space} - set(range(start, end))
    yield "clause", lemma, inside, verb.i + 1


def _passive(verb: Token) -> Iterator[Cue]:
    lemma, by = lemma_of(verb), agent_of(verb)
    what = child(verb, "nsubjpass", "csubjpass", "nsubj")
    if what is None and verb.dep_ == "acl":
        what = verb.head
    source = by.i if by is not None else None
    unnamed = None if by is not None else "passive"
    for c in verb.children:
        complement = c.dep_ in ("xcomp", "ccomp", "oprd", "prep", "advcl", "pcomp", "acomp", "attr")
        if not complement or c.i < verb.i or (by is not None and c.i == by.head.i):
            continue
        content = phrase(c)
        key, last = lemma, verb.i + 1
        frame = {"xcomp": "pass inf", "ccomp": "pass clause", "oprd": "pass small"}.get(c.dep_, "")
        if c.dep_ == "prep":
            frame, key, last = "pass prep", f"{lemma} {c.lower_}", _reach(verb, c)
            content = content - {c.i}
        if not frame or not content:
            continue
        dummy = what is None or what.lower_ in ("it", "there")
        if not dummy and what is not None and verb.dep_ != "acl":
            content = content | phrase(what)
        yield Cue(
            verb.i,
            frame,
            key,
            verb_group(verb, last),
            source,
            frozenset(content),
            "it is said" if dummy and unnamed else unnamed,
        )
    if what is not None:
        content = phrase(what) - phrase(verb) if verb.dep_ == "acl" else phrase(what)
        frame = "pass by" if by is not None else "pass"
        yield Cue(
            verb.i, frame, lemma, verb_group(verb, verb.i + 1), source, frozenset(content), unnamed
        )
