"""The words of a source as they stand, and whether a word can stand for one who speaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stemma.reading.attribution_lexicon import KIN, NO_AGENTS, OUTLETS, RELAYING
from stemma.reading.attribution_spans import block, is_gap, phrase, trim
from stemma.reading.lexicon import NO_SPEAKERS, SPEAKER_NOUNS
from stemma.reading.titles import AGENCIES, BODIES, GROUPS, PRESS, PRESS_NOUNS, ROLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SPEAKERS = frozenset({"PERSON", "ORG", "NORP", "GPE", "PERCENT", "CARDINAL"})
_PEOPLE_AND_BODIES = SPEAKER_NOUNS | ROLES | KIN | BODIES | PRESS_NOUNS
_AGENT_NOUN = re.compile(r"(?:[^aeiou]er|or|ist|ian|ant|man|men|woman|women|people)s?$")
_ASIDES = frozenset({"relcl", "advcl", "parataxis", "ccomp"})
_OPENERS = frozenset({",", "—", "–", "-", "("})
_LONGEST_DATELINE = 12  # tokens
_JOINING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM"})


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


def source_phrase(token: Token) -> set[int]:
    """A source as it stands: the noun phrase with what identifies it.

    Left out are asides in commas that only tell more ("…, who leads the polls, …") and a
    dateline before the name.
    """
    covered = phrase(token)
    for c in token.children:
        relays = c.dep_ == "acl" and c.lemma_ in RELAYING and _after_break(c)
        if c.i > token.i and (relays or (c.dep_ in _ASIDES and _is_aside(c))):
            covered -= phrase(c)
    covered = _whole_name(token.doc, covered)
    covered = _without_dateline(token.doc, block(covered, token.i))
    covered = trim(token.doc, _without_open_bracket(token.doc, covered))
    first = token.doc[min(covered)]
    return covered - {first.i} if first.text in ("”", "''") and len(covered) > 1 else covered


def _whole_name(doc: Doc, covered: set[int]) -> set[int]:
    """The phrase with the front of a name that the parse has cut in two."""
    start = min(block(covered, max(covered)))
    if start not in covered or doc[start].pos_ != "PROPN":
        return covered
    while start and doc[start - 1].pos_ == "PROPN" and doc[start - 1].text[:1].isupper():
        start -= 1
    if start and doc[start - 1].pos_ == "DET" and start not in covered:
        start -= 1
    return covered | set(range(start, max(covered) + 1))


def _without_open_bracket(doc: Doc, covered: set[int]) -> set[int]:
    opened = [i for i in covered if doc[i].text == "("]
    if not opened or any(doc[i].text == ")" for i in covered):
        return covered
    return {i for i in covered if i < min(opened)} or covered


def _is_aside(clause: Token) -> bool:
    return clause.dep_ != "relcl" or _after_break(clause)


def _after_break(clause: Token) -> bool:
    first = clause.left_edge.i
    return first > 0 and clause.doc[first - 1].text in _OPENERS


def _without_dateline(doc: Doc, covered: set[int]) -> set[int]:
    """The phrase behind a dateline ("CITY (Agency) – The minister", "City (AGENCY) Ann Lee")."""
    start = min(covered)
    if start and not is_gap(doc[start - 1]):
        return covered
    bracket = next((i for i in sorted(covered)[:_LONGEST_DATELINE] if doc[i].text == ")"), None)
    if bracket is not None and _is_dateline(doc, start, bracket) and max(covered) > bracket:
        return {k for k in covered if k > bracket}
    for i in range(start + 1, min(start + _LONGEST_DATELINE, max(covered))):
        if doc[i].text in ("—", "–", "-", "--") and doc[i - 1].whitespace_:
            return {k for k in covered if k > i}
    return covered


def _is_dateline(doc: Doc, start: int, bracket: int) -> bool:
    """Whether nothing but places and an agency in brackets stands before a name."""
    opened = next((i for i in range(start, bracket) if doc[i].text == "("), None)
    if opened is None or bracket + 1 >= len(doc):
        return False
    agency = doc[opened + 1 : bracket]
    places = all(t.text[:1].isupper() or t.text in (",", "/") for t in doc[start:opened])
    named = agency.text[:1].isupper() and all(t.text[:1].isupper() or t.is_punct for t in agency)
    return places and named and doc[bracket + 1].text[:1].isupper()


def up_to_cue(doc: Doc, covered: set[int], cue: int) -> set[int]:
    """The source with the rest of a name that the parse cut off before the cue."""
    if not covered:
        return covered
    last = max(covered)
    between = range(last + 1, cue)
    unfinished = doc[last].pos_ in ("ADP", "DET", "PART", "CCONJ")
    if not 0 < len(between) <= 8 or not (unfinished or doc[last].pos_ == "PROPN"):
        return covered
    if doc[last + 1].ent_type_ in ("DATE", "TIME"):
        return covered
    joining = _JOINING | {"ADV", "CCONJ"} if unfinished else _JOINING
    fits = all(
        doc[i].pos_ in joining or doc[i].text in ("(", ")", "-", "/") or doc[i].text[:1].isupper()
        for i in between
    )
    return covered | set(between) if fits else covered
