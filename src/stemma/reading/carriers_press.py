"""Who passes words on to the public: outlets, agencies, journalists, programmes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from stemma.reading.carriers_lexicon import (
    CROWDS,
    GROUNDS,
    JOURNALISTS,
    NO_PRESS,
    OUTLET_NAMES,
    OUTLET_NOUNS,
    PARTLY_OUTLETS,
    PRESS_NOUNS,
    SHOWS,
    TITLE_WORDS,
)
from stemma.reading.speakers import can_speak, is_press
from stemma.reading.titles import BODIES, GROUPS

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE = frozenset({"compound", "nmod", "amod", "poss", "appos"})
_BEHIND = frozenset({"of", "from", "at", "for", "on", "with"})
_CALL_SIGN = re.compile(r"[WK][A-Z]{3}(?:-(?:TV|FM|AM|DT|[0-9]{1,2}))?")  # a station's
_DOMAIN = re.compile(r"[a-z]\.(?:com|org|net|tv|info|news|ru|co\.[a-z]{2})$")
_NO_OUTLETS = frozenset({"GPE", "LOC", "NORP", "EVENT", "LAW", "DATE", "FAC", "WORK_OF_ART"})


def each(who: Token) -> Iterator[Token]:
    """The conjuncts: "the BBC and another agency" are two."""
    yield who
    for c in () if has_ampersand(who) else who.children:
        if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN"):
            yield from each(c)


def has_ampersand(who: Token) -> bool:
    """Whether a name goes on behind "&", and is one."""
    return any(c.dep_ == "cc" and c.text == "&" for c in who.children)


def hears(who: Token) -> bool:
    """Whether this is an outlet or somebody of the press, not any listener."""
    lemma = who.lemma_.lower()
    if lemma in NO_PRESS:
        return False
    if lemma in CROWDS:
        return any(c.lemma_.lower() in PRESS_NOUNS for c in _behind(who))
    beside = [c for c in who.children if c.dep_ in _BESIDE]
    if lemma in PARTLY_OUTLETS:
        kinds = {c.lower_ for c in beside}
        return bool(kinds & PARTLY_OUTLETS[lemma]) or any(is_outlet_head(c) for c in beside)
    if lemma in PRESS_NOUNS | OUTLET_NOUNS | SHOWS | JOURNALISTS - {"host", "crew", "anchor"}:
        return True
    if is_outlet_head(who):
        return True
    if who.pos_ == "PROPN" or lemma in JOURNALISTS:
        press = any(is_outlet_head(c) or c.lemma_.lower() in JOURNALISTS for c in beside)
        return press or any(is_outlet_head(c) for c in _behind(who))
    return False


def _behind(who: Token) -> Iterator[Token]:
    """The objects behind "of" or "from": "Ann Lee of Radio Norland"."""
    for preposition in who.children:
        if preposition.dep_ == "prep" and preposition.lower_ in _BEHIND:
            yield from (c for c in preposition.children if c.dep_ == "pobj")


def is_outlet_head(who: Token) -> bool:
    """Whether a noun names an outlet, an agency or a programme."""
    lemma = who.lemma_.lower()
    if lemma in NO_PRESS:
        return False
    if lemma in OUTLET_NOUNS:
        return True
    if lemma in PARTLY_OUTLETS:
        return any(c.lower_ in PARTLY_OUTLETS[lemma] or is_press(c) for c in who.children)
    if _DOMAIN.search(who.lower_):
        return True
    if who.pos_ not in ("PROPN", "NOUN") or not who.text[:1].isupper():
        return lemma == "media"
    name = {t.lower_ for t in who.children if t.dep_ in ("compound", "nmod")} | {who.lower_}
    title = who.pos_ == "PROPN" and len(name) > 1 and who.lower_ in TITLE_WORDS
    if title or is_call_sign(who):
        return True
    return is_press(who) or _plain(who) in OUTLET_NAMES or bool(name & OUTLET_NAMES)


def is_call_sign(who: Token) -> bool:
    """Whether a name is a station's call sign, as in North America."""
    return _CALL_SIGN.fullmatch(who.text) is not None


def _plain(who: Token) -> str:
    """The name in small letters, without its article."""
    start = who.i
    while start > who.left_edge.i and who.doc[start - 1].lower_ != "the":
        start -= 1
    return who.doc[start : who.i + 1].text.lower()


def is_named(who: Token) -> bool:
    """Whether a name stands in the words, not only a common noun."""
    return who.pos_ == "PROPN" or any(
        t.pos_ == "PROPN" for t in who.subtree if t.dep_ in ("compound", "poss", "appos", "nmod")
    )


def may_ask(who: Token) -> bool:
    """Whether a name can be an interviewer's: a person's, or that of no public body."""
    if who.pos_ != "PROPN" or who.ent_type_ in _NO_OUTLETS or who.lemma_.lower() in NO_PRESS:
        return False
    words = {t.lower_ for t in who.subtree if t.dep_ == "compound" or t.i == who.i}
    return not words & (BODIES | GROUPS) and (not who.is_upper or who.ent_type_ == "PERSON")


def is_ground(who: Token, by_outlet: bool = False) -> bool:
    """Whether what is cited can have passed words on: a name of somebody, people, a document.

    What an outlet cites may be named like a place; anybody else cites laws and places as reasons.
    """
    lemma = who.lemma_.lower()
    if is_outlet_head(who) or lemma in GROUNDS or lemma in PRESS_NOUNS:
        return True
    if by_outlet:
        return can_speak(who)
    return who.pos_ == "PROPN" and who.ent_type_ not in _NO_OUTLETS
