"""The cue beside a quotation that the parse has left alone: behind it, or before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.reading.attribution_lexicon import GIVING
from stemma.reading.attribution_source import can_speak
from stemma.reading.attribution_spans import (
    LONGEST_SENTENCE,
    SUBJECTS,
    is_gap,
    subject_of,
    verb_group,
)
from stemma.reading.cues import Cue, lemma_of
from stemma.reading.lexicon import ATTRIBUTING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 30  # tokens between a quotation and its cue
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NEXT_TO = 7  # tokens in which a verb of saying is taken for one whatever the parse
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_DEPENDENT = frozenset("aux auxpass relcl acl amod pcomp compound nmod".split())


@dataclass(frozen=True, slots=True)
class Passage:
    """A quoted passage as tokens [start, end) with its marks.

    `spoken` tells whether it reads like speech rather than a name or a phrase set apart.
    """

    start: int
    end: int
    closed: bool
    spoken: bool


def cue_beside(doc: Doc, passage: Passage) -> Cue | None:
    """The verb of saying next to a passage with its subject; it has no content of its own."""
    verb = _behind(doc, passage) or _before(doc, passage)
    if verb is None or len(verb.sent) > LONGEST_SENTENCE:
        return None
    who = _speaker(doc, passage, verb)
    if who is None:
        return None
    if lemma_of(verb) not in ATTRIBUTING["clause"] and not can_speak(who):
        return None
    words = verb_group(verb, verb.i + 1)
    return Cue(verb.i, "clause", lemma_of(verb), words, who.i, frozenset())


def _speaker(doc: Doc, passage: Passage, verb: Token) -> Token | None:
    """Who the verb beside a passage has for its subject, though the parse may look inside it."""
    outside = [
        c for c in verb.children if c.dep_ in SUBJECTS and not passage.start <= c.i < passage.end
    ]
    if outside:
        return min(outside, key=lambda c: abs(c.i - verb.i))
    between = [t for t in doc[passage.end : verb.i] if t.pos_ in _NOMINAL or t.text == "old"]
    if between:
        return between[-1]
    behind = [t for t in doc[verb.i + 1 : verb.i + 6] if t.pos_ in _NOMINAL and t.head.i >= verb.i]
    if passage.end == verb.i and behind:
        return next((t for t in behind if t.dep_ != "compound"), behind[0])
    who = subject_of(verb)
    return None if who is None or passage.start <= who.i < passage.end else who


def _behind(doc: Doc, passage: Passage) -> Token | None:
    """The verb of '…,” said the minister', before the sentence, a colon or a quotation ends it."""
    last = doc[passage.end - 2] if passage.end >= 2 else None
    loose = last is not None and last.text in (",", "?", "!", "…", "—")
    ended = last is not None and last.text == "." and doc[passage.end :][:1].text.istitle()
    for token in doc[passage.end : passage.end + _REACH]:
        if is_gap(token) or token.text in (".", "“", ":", ";"):
            return None
        if token.pos_ not in ("VERB", "AUX"):
            continue
        says = lemma_of(token) in ATTRIBUTING["clause"] or _is_quoted(token)
        if any(k.dep_ == "neg" for k in token.children) or (ended and not _closes(token)):
            return None
        if token.dep_ not in _DEPENDENT or (says and token.i - passage.end <= _NEXT_TO):
            return token if says or (loose and token.tag_ in _FINITE) else None
    return None


def _closes(verb: Token) -> bool:
    """Whether nothing but a day or a listener follows the verb in its sentence."""
    return not any(t.pos_ in ("VERB", "AUX", "SCONJ") for t in verb.doc[verb.i + 1 : verb.sent.end])


def _is_quoted(verb: Token) -> bool:
    """Whether the verb says that its subject is quoted ("…,” he is quoted")."""
    return verb.lemma_ in ("quote", "cite") and any(c.dep_ == "nsubjpass" for c in verb.children)


def _before(doc: Doc, passage: Passage) -> Token | None:
    """The verb of 'the minister said: “…”', at most one paragraph break away behind a colon."""
    i = passage.start - 1
    while i >= 0 and doc[i].pos_ == "SPACE":
        i -= 1
    if i < 0:
        return None
    colon = doc[i].text == ":"
    broken = any(is_gap(t) for t in doc[i + 1 : passage.start])
    if broken and not colon:
        return None
    for token in reversed(doc[max(0, i - _REACH) : i + 1]):
        if is_gap(token) or (token.is_punct and token.text in '.”"?!;'):
            return None
        says = lemma_of(token) in ATTRIBUTING["clause"]
        gives = colon and token.lemma_.lower() in GIVING and token.dep_ not in _DEPENDENT
        if token.pos_ == "VERB" and (says or gives):
            return token
    return None
