"""Attributions that a colon or an adverb makes: "Minister: Talks have failed", "reportedly".

The corpus that the model learnt from has hardly any transcripts, bare headlines or words that
only an adverb puts down to hearsay; their form leaves so little doubt that rules find them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.reading.attribution_spans import SUBJECTS, child, paragraphs, phrase
from stemma.reading.lexicon import HEARSAY
from stemma.reading.speakers import can_speak, is_press

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_MOST_SPEAKER_WORDS = 6
_LONGEST_HEADLINE = 30  # tokens
_LONGEST_CLAUSE = 120  # tokens
_TURNS = 3  # turns by speakers who speak again, from which on a text is a transcript
_MARKS = frozenset({"“", '"', "„", "«", "''", "``"})


@dataclass(frozen=True, slots=True)
class Marked:
    """Positions in the document of source, cue (one token) and content."""

    source: frozenset[int]
    cue: int
    content: frozenset[int]


def speakers_with_colon(doc: Doc) -> list[Marked]:
    """One for each paragraph that a speaker's name and a colon open."""
    lines = [(p, colon) for p in paragraphs(doc) if (colon := _colon(p)) is not None]
    names = Counter(doc[p.start : colon].text.lower() for p, colon in lines)
    transcript = sum(n for n in names.values() if n > 1) >= _TURNS
    found = []
    for paragraph, colon in lines:
        repeated = transcript and names[doc[paragraph.start : colon].text.lower()] > 1
        worded = any(t.pos_ in ("VERB", "AUX") for t in doc[colon + 1 : paragraph.end])
        if (repeated and worded) or _speaks(doc, paragraph, colon):
            source = frozenset(range(paragraph.start, colon))
            content = {t.i for t in doc[colon + 1 : paragraph.end] if t.pos_ != "SPACE"}
            found.append(Marked(source, colon, frozenset(content)))
    return found


def _colon(paragraph: Span) -> int | None:
    """Where the colon behind a short capitalised opening stands, with words behind it."""
    for token in paragraph[: _MOST_SPEAKER_WORDS + 1]:
        if token.text == ":":
            named = token.i > paragraph.start and paragraph[0].text[:1].isupper()
            return token.i if named and token.i + 1 < paragraph.end else None
        if token.pos_ in ("VERB", "AUX", "PUNCT", "NUM", "SPACE"):
            return None
    return None


def _speaks(doc: Doc, paragraph: Span, colon: int) -> bool:
    last = doc[colon - 1]
    named = last.ent_type_ in ("PERSON", "ORG", "NORP") or is_press(last)
    if not named and not (last.pos_ == "NOUN" and can_speak(last)):
        return False
    if doc[colon + 1].text in _MARKS:
        return True
    if doc[colon + 1].tag_ in ("WP", "WRB", "WDT"):
        return False
    short = len(paragraph) <= _LONGEST_HEADLINE
    return short and any(_finite(t) for t in doc[colon + 1 : paragraph.end])


def _finite(token: Token) -> bool:
    if token.tag_ not in ("VBD", "VBZ", "VBP", "MD"):
        return False
    return any(child(t, *SUBJECTS) is not None for t in (token, token.head))


def hearsay(doc: Doc) -> list[Marked]:
    """One for each clause that an adverb alone puts down to hearsay."""
    found = []
    for token in doc:
        if token.lower_ in HEARSAY and token.dep_ == "advmod":
            content = frozenset(phrase(token.head) - {token.i})
            if content and len(content) <= _LONGEST_CLAUSE:
                found.append(Marked(frozenset(), token.i, content))
    return found
