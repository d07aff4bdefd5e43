"""Whether the verb around a date looks back or forward, as far as the words say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Direction = Literal["past", "future", "open"]

_PROSPECTIVE = frozenset(
    "expect plan schedule due set intend want hope aim promise pledge vow seek ask urge call agree "
    "decide prepare likely about go bind slate poise plan ready need order tell warn threaten "
    "propose offer refuse".split()
)
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_MODALS = _WILL | {"would", "'d", "’d", "could", "may", "might", "must", "should", "can", "ought"}
_SET = frozenset("schedule plan set slate due expect intend bind".split())
_VERBS = frozenset({"VERB", "AUX"})
_CLIMB = 12


def direction(doc: Doc, start: int) -> Direction:
    """The direction in time of the clause that a date at character `start` belongs to.

    "open" where the clause has no finite verb that settles it: a condition ("if elected on …"),
    a simple present, a heading without a verb.
    """
    token = _token_at(doc, start)
    said = _verb_before(token)
    if said is not None:
        return "past"
    for _ in range(_CLIMB):
        if token is None:
            return "open"
        found = _of_verb(token) if token.pos_ in _VERBS else None
        if found is not None:
            return found
        token = None if token.head.i == token.i else token.head
    return "open"


def _verb_before(token: Token | None) -> Token | None:
    """A finite verb in the past right before the date ("said on Tuesday she would …").

    It has the date to itself, wherever the parse hangs it.
    """
    if token is None or token.i == 0:
        return None
    before = token.nbor(-1)
    if before.lower_ == "on" and before.i > 0:
        before = before.nbor(-1)
    return before if before.tag_ == "VBD" and before.lemma_ not in {"be", "have", "do"} else None


def _token_at(doc: Doc, start: int) -> Token | None:
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def _of_verb(verb: Token) -> Direction | None:
    """The direction that a verb gives; `None` where the verb above it decides."""
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    words = {helper.lower_ for helper in helpers}
    if any(child.lower_ in {"if", "unless"} for child in verb.children):
        return "open"
    if words & _MODALS:
        return "past" if "have" in words and not words & _WILL else "future"
    if "to" in words:
        return _of_infinitive(verb)
    if verb.tag_ == "VBD" or any(helper.tag_ == "VBD" for helper in helpers):
        return "future" if verb.lemma_ in _SET and verb.tag_ == "VBN" else "past"
    if words & {"has", "have", "'ve", "’ve"} and verb.tag_ in {"VBN", "VBD"}:
        return "past"
    if words & {"is", "are", "am", "'s", "’s", "'re", "’re"}:
        return "future" if verb.tag_ == "VBG" or verb.lemma_ in _SET else "open"
    if verb.tag_ in {"VBN", "VBG"} and not helpers:
        return _of_participle(verb)
    return _of_copula(verb)


def _of_participle(verb: Token) -> Direction | None:
    """ "filed on …" looks back, "speaking on …" goes with its clause, "if elected" is open."""
    if any(child.dep_ == "mark" or child.tag_ == "WRB" for child in verb.children):
        return "open"
    if verb.lemma_ in _SET:
        return "future"
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl", "ROOT", "conj", "ccomp"}:
        return "past"
    return None if verb.head.i != verb.i else "open"


def _of_infinitive(verb: Token) -> Direction:
    head = verb.head
    if head.lemma_ in _PROSPECTIVE or head.pos_ in {"NOUN", "ADJ"}:
        return "future"
    if head.i == verb.i or head.pos_ not in _VERBS:
        return "future"
    return "past" if head.tag_ == "VBD" else "open"


def _of_copula(verb: Token) -> Direction:
    due = any(child.lower_ in {"due", "scheduled", "set"} for child in verb.children)
    return "future" if due else "open"
