"""Who does what a verb says, and where a verb stands: what actions are put together from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stemma.reading.attribution_spans import is_passive, owner_of, subject_of
from stemma.reading.grammar import auxiliaries, children, raised_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

OUT = frozenset({"from", "of"})


def _subject(verb: Token) -> Token | None:
    """The subject, also where the parse hangs it on an auxiliary; never an empty "it"."""
    for one in auxiliaries(verb):
        own = children(one, "nsubj")
        if own:
            return own[0]
    if verb.dep_ in ("xcomp", "advcl", "conj") and verb.head.pos_ == "VERB":
        for one in auxiliaries(verb.head):
            shared = children(one, "nsubj")
            if shared and not children(verb, "nsubj"):
                return shared[0]
    subject = subject_of(verb) or raised_subject(verb)
    empty = subject is not None and subject.lower_ == "it" and subject.head.i != verb.i
    return None if empty and subject is not None and is_passive(subject.head) else subject


def doer_of(verb: Token) -> Token | None:
    """The subject; of "her intention to submit" the owner or the subject of the clause."""
    subject = _subject(verb)
    if subject is None or verb.dep_ not in ("acl", "relcl") or subject.i != verb.head.i:
        return subject
    if verb.tag_ != "VB":
        return subject
    owner = owner_of(subject)
    if owner is None and subject.dep_ == "dobj":
        return subject_of(subject.head)
    return owner


def stood_for(token: Token | None) -> Token | None:
    """The noun that "who", "which" or "that" stands for."""
    if token is not None and token.tag_ in ("WP", "WDT") and token.head.dep_ == "relcl":
        return token.head.head
    return token


def is_supposed(verb: Token) -> bool:
    """Whether the verb stands in a clause with "if", "unless" or "whether"."""
    for _ in range(4):
        marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")}
        if marks & {"if", "unless", "whether"} or (verb.dep_ == "advcl" and "should" in marks):
            return True
        if verb.dep_ not in ("xcomp", "ccomp", "conj", "advcl", "pcomp") or verb.head.i == verb.i:
            return False
        verb = verb.head
    return False


def leads_away(word: Token) -> bool:
    """Whether "out" stands after its verb, or the verb's object, and before "of" or "from"."""
    verb = word.head
    between = [c for c in children(verb, "dobj") if verb.i < c.i < word.i]
    near = word.i == verb.i + 1 or (between and word.i == between[-1].right_edge.i + 1)
    return bool(near) and any(c.lower_ in OUT for c in children(word, "prep"))
