"""Whether the verb around a date looks back or forward, as far as the words say."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Literal

from stemma.reading.timewords import WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Direction = Literal["past", "future", "open"]
OPEN_TENSE = "the verb's tense does not say whether it is past or to come"
"""Why a day is unknown where the direction is open."""

_PROSPECTIVE = frozenset(
    "expect plan schedule due set intend want hope aim promise pledge vow seek ask urge call agree "
    "decide prepare likely about go bind slate poise plan ready need order tell warn threaten "
    "propose offer refuse".split()
)
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_MODALS = _WILL | {"would", "'d", "’d", "could", "may", "might", "must", "should", "can", "ought"}
_SET = frozenset("schedule plan set slate due expect intend bind".split())
_TIMETABLED = frozenset(
    "return begin start open meet vote expire end resume arrive leave depart convene reconvene "
    "adjourn launch premiere close reopen plan intend hope aim travel visit head host".split()
)
"""Verbs whose simple present with a day means what is to come ("the board meets on Monday")."""
_ADDRESSED = frozenset("tell ask urge order warn call instruct advise".split())
_SAYING = frozenset("say tell declare announce warn add insist argue write state".split())
_GOALS = frozenset("goal plan hope prospect aim promise possibility chance intention".split())
_AHEAD = frozenset("next upcoming forthcoming coming planned scheduled looming".split())
_COMPARING = frozenset({"from", "than"})
_UNITS = frozenset({"day", "week", "month", "year", "decade"})
_BEHIND = frozenset("last recent previous past latest".split())
_VERBS = frozenset({"VERB", "AUX"})
_CLIMB = 12
_NEAR = 5  # words above a date in which what sets it may stand


def direction(doc: Doc, start: int) -> Direction:
    """The direction in time of the clause that a date at character `start` belongs to.

    "open" where the clause has no finite verb that settles it: a condition ("if elected on …"),
    a simple present, a heading without a verb.
    """
    token = _token_at(doc, start)
    said = _verb_before(token)
    if said is not None:
        return "past"
    if token is not None and _is_set_for(token):
        return "future"
    first = token
    for _ in range(_CLIMB):
        if token is None:
            return "open"
        found = _of_verb(token) if token.pos_ in _VERBS else _of_noun(token)
        if found is not None and not _is_aside(token, first):
            return found
        if token.dep_ == "prep" and token.head.lower_ in _COMPARING:
            return "past"
        token = None if token.head.i == token.i else token.head
    return "open"


def _is_set_for(token: Token) -> bool:
    """Whether something is set for a date ("testimony for Friday"), not counted for a month."""
    if token.i == 0 or token.dep_ != "pobj" or token.nbor(-1).lower_ != "for":
        return False
    if token.lower_ in WEEKDAYS or any(child.like_num for child in token.rights):
        return True
    return any(above.lemma_ in _SET for above in islice(token.ancestors, _NEAR))


def _is_aside(verb: Token, first: Token | None) -> bool:
    """Whether a verb only tells more of a noun that stands after the date."""
    return verb.dep_ == "relcl" and first is not None and first.i < verb.head.i


def hangs_on_noun(doc: Doc, start: int) -> bool:
    """Whether a date tells when a noun's event was ("the storm on April 15 should …")."""
    token = _token_at(doc, start)
    for _ in range(3):
        if token is None or token.head.i == token.i:
            return False
        if token.dep_ == "prep" and _stands_between(token):
            return True
        token = token.head
        if token.pos_ in _VERBS:
            return False
        if token.pos_ == "NOUN" and token.lemma_ not in _UNITS:
            return True
    return False


def is_object(doc: Doc, start: int) -> bool:
    """Whether a date is itself what the verb is about ("they chose May 3 as …")."""
    token = _token_at(doc, start)
    return token is not None and token.dep_ == "dobj"


def _stands_between(preposition: Token) -> bool:
    """Whether a preposition stands after a subject and before the verb that the parse gives it."""
    if preposition.i == 0 or preposition.head.i < preposition.i:
        return False
    before = preposition.nbor(-1)
    return before.pos_ == "NOUN" and before.dep_ in {"nsubj", "nsubjpass"}


def _of_noun(token: Token) -> Direction | None:
    """What a noun's own words tell: "the next such race", "from 24 percent in July"."""
    if token.lower_ == "according":
        return "past"
    if token.pos_ not in {"NOUN", "PROPN"} or token.lemma_ in _UNITS:
        return None
    if token.head.lower_ in _COMPARING and token.dep_ == "pobj" and token.pos_ == "NOUN":
        return "past"
    told = {word.lower_ for word in token.lefts} | _told_after(token)
    if told & _AHEAD:
        return "future"
    return "past" if told & _BEHIND else None


def _told_after(noun: Token) -> set[str]:
    """The first words of what is put beside a noun ("…, the next such race")."""
    after = noun.doc[noun.i + 1 : noun.i + 4]
    if len(after) < 3 or after[0].text != "," or after[1].pos_ != "DET":
        return set()
    return {after[2].lower_}


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
        return "past" if "had" in words and _would_have(verb.head) else "open"
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
    return _of_copula(verb) if helpers else _of_bare(verb)


def _would_have(verb: Token) -> bool:
    """Whether what follows from a condition is past as well ("there would have been no …")."""
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return "have" in helpers and bool(helpers & _MODALS)


def _of_bare(verb: Token) -> Direction | None:
    """The direction of a verb without helpers: "let her return" goes with the verb above."""
    if verb.tag_ in {"VBN", "VBG"}:
        return _of_participle(verb)
    if verb.tag_ == "VB" and verb.dep_ in {"ccomp", "xcomp"}:
        return None
    timetabled = verb.tag_ in {"VBZ", "VBP"} and verb.lemma_ in _TIMETABLED
    return "future" if timetabled else _of_copula(verb)


def _of_participle(verb: Token) -> Direction | None:
    """ "filed on …" looks back, "speaking on …" goes with its clause, "if elected" is open."""
    if any(child.dep_ == "mark" or child.tag_ == "WRB" for child in verb.children):
        return "open"
    if verb.lemma_ in _SET:
        return "future"
    if verb.tag_ == "VBN" and verb.dep_ == "ccomp" and verb.head.tag_ == "VBG":
        return None
    if verb.dep_ == "pcomp" and verb.head.head.lemma_ in _GOALS:
        return "future"
    if verb.tag_ == "VBG" and verb.lemma_ in _SAYING and verb.dep_ == "advcl":
        return "past"
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl", "ROOT", "conj", "ccomp"}:
        return "past"
    return None if verb.head.i != verb.i else "open"


def _of_infinitive(verb: Token) -> Direction:
    head = verb.head
    if head.lemma_ in _ADDRESSED and head.tag_ == "VBD":
        return "open"
    if head.lemma_ in _PROSPECTIVE or head.pos_ in {"NOUN", "ADJ"}:
        return "future"
    if head.i == verb.i or head.pos_ not in _VERBS:
        return "future"
    return "past" if head.tag_ == "VBD" else "open"


def _of_copula(verb: Token) -> Direction:
    due = any(child.lower_ in {"due", "scheduled", "set"} for child in verb.children)
    return "future" if due else "open"
