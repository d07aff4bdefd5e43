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
_VERBS = frozenset({"VERB", "AUX"})
_CLIMB = 12


def direction(doc: Doc, start: int) -> Direction:
    """The direction in time of the clause that a date at character `start` belongs to.

    "open" where the clause has no finite verb that settles it: a condition ("if elected on …"),
    a simple present, a heading without a verb.
    """
    token = _token_at(doc, start)
    for _ in range(_CLIMB):
        if token is None:
            return "open"
        if token.pos_ in _VERBS:
            return _of_verb(token)
        token = None if token.head.i == token.i else token.head
    return "open"


def _token_at(doc: Doc, start: int) -> Token | None:
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def _of_verb(verb: Token) -> Direction:
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    words = {helper.lower_ for helper in helpers}
    if words & {"will", "shall", "'ll", "’ll", "wo", "would", "'d", "’d"}:
        return "past" if "have" in words and words & {"would", "'d", "’d"} else "future"
    if "have" in words and words & {"could", "may", "might", "must", "should", "ought"}:
        return "past"
    if words & {"could", "may", "might", "must", "should", "can", "ought"}:
        return "future"
    if "to" in words:
        return _of_infinitive(verb)
    if verb.tag_ == "VBD" or any(helper.tag_ == "VBD" for helper in helpers):
        return "future" if verb.lower_ in {"due", "scheduled", "slated"} else "past"
    if words & {"has", "have", "'ve", "’ve"} and verb.tag_ in {"VBN", "VBD"}:
        return "past"
    if verb.tag_ == "VBG" and words & {"is", "are", "am", "'s", "’s", "'re", "’re"}:
        return "future"
    return _of_copula(verb)


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
