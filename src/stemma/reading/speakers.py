"""Whether a word can stand for one who speaks, and whether it names the press."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stemma.reading.speakers_lexicon import KIN, NO_AGENTS, NO_SPEAKERS, OUTLETS, SPEAKER_NOUNS
from stemma.reading.titles import AGENCIES, BODIES, GROUPS, PRESS, PRESS_NOUNS, ROLES

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEAKERS = frozenset({"PERSON", "ORG", "NORP", "GPE", "PERCENT", "CARDINAL"})
_PEOPLE_AND_BODIES = SPEAKER_NOUNS | ROLES | KIN | BODIES | PRESS_NOUNS
_AGENT_NOUN = re.compile(r"(?:[^aeiou]er|or|ist|ian|ant|man|men|woman|women|people)s?$")


def can_speak(token: Token) -> bool:
    """Whether the head of a source names one who can say or want something."""
    if token.pos_ == "PRON":
        return token.lower_ not in NO_SPEAKERS
    if token.ent_type_ in _SPEAKERS or token.pos_ == "PROPN":
        return True
    lemma = token.lemma_.lower()
    if lemma in _PEOPLE_AND_BODIES or token.lower_ in GROUPS:
        return True
    capital = token.text[:1].isupper() and not token.is_sent_start
    if token.pos_ == "NOUN" and (capital or (token.is_upper and len(token) > 1)):
        return True
    return lemma not in NO_AGENTS and bool(_AGENT_NOUN.search(token.lower_))


def is_press(token: Token) -> bool:
    """Whether a noun names a paper, a broadcaster or an agency, by a word in it or beside it."""
    words = {token.lemma_.lower(), token.lower_}
    if words & (PRESS_NOUNS | AGENCIES | OUTLETS):
        return True
    if token.pos_ != "PROPN" or token.ent_type_ == "PERSON":
        return "the" in {c.lower_ for c in token.children} and token.lower_ in PRESS
    named = [t.lower_ for t in token.subtree if t.pos_ in ("PROPN", "NOUN")]
    return any(word in PRESS | AGENCIES | OUTLETS for word in named)
