"""Through whom words reached a report: interviewers, agencies, papers credited or cited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.reading.attribution_spans import (
    LONGEST_SENTENCE,
    child,
    is_passive,
    phrase,
    ranges,
    running_text,
)
from stemma.reading.carriers_lexicon import (
    INTERVIEW_NOUNS,
    OUTLET_NOUNS,
    PRESS_NOUNS,
)
from stemma.reading.lexicon import DOCUMENTS
from stemma.reading.speakers import can_speak, is_press

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from stemma.reading.attribution import Attribution

_CITING = frozenset({"cite", "quote"})
_REPORTING = frozenset({"report", "quote", "publish", "cite", "carry", "interview"})
_SAYING = frozenset({"report", "say", "write", "quote"})
_CITED = (OUTLET_NOUNS | DOCUMENTS) - {"program", "programme", "show"}
_BESIDE = frozenset({"compound", "appos", "nmod", "amod", "poss"})
_BEHIND = frozenset({"conj", "cc", "punct", "relcl", "appos", "acl", "advcl", "parataxis"})
_TELLING = frozenset({"tell", "inform"})
_TALKING = frozenset({"speak", "talk", "say", "confirm", "comment", "explain", "write"})


@dataclass(frozen=True, slots=True)
class Link:
    """One step of the chain by which words reached the report.

    `source` is who passed them on, `None` where nobody is named ("told reporters"). `mode` is
    "spoke-to", "credit", "cites", "reportedly" or "other"; `words` are the words that say so.
    """

    source: tuple[int, int] | None
    mode: str
    words: tuple[int, int]


def find_links(doc: Doc, attribution: Attribution) -> list[Link]:
    """The links of one attribution in text order, from the sentence in which its cue stands.

    "According to A and B" gives a link for each, with the same words: they stand side by side.
    """
    anchor = attribution.cue or attribution.content
    span = doc.char_span(*anchor[0], alignment_mode="expand")
    if span is None or not len(span) or len(span[0].sent) > LONGEST_SENTENCE:
        return []
    content = {i for r in attribution.content for i in _tokens(doc, r)}
    taken = content | {i for r in attribution.source for i in _tokens(doc, r)}
    cue = next((t for t in span if t.pos_ == "VERB"), span[0])
    found = set(_in_sentence(span[0].sent, cue, taken))
    if attribution.reportedly is not None:
        found.add(Link(None, "reportedly", attribution.reportedly))
    return sorted(found, key=lambda k: (k.words, k.source or (-1, -1), k.mode))


def _tokens(doc: Doc, chars: tuple[int, int]) -> set[int]:
    span = doc.char_span(*chars, alignment_mode="expand")
    return set() if span is None else set(range(span.start, span.end))


def _in_sentence(sentence: Span, cue: Token, taken: set[int]) -> Iterator[Link]:
    for token in sentence:
        if token.i in taken:
            continue
        for mode, who, words in _steps(token, cue):
            for name in _each(who):
                if name.i not in taken:
                    yield _link(name, mode, words)


def _steps(token: Token, cue: Token) -> Iterator[tuple[str, Token, set[int]]]:
    """What one word of the sentence says about how the cue's words travelled."""
    lemma = token.lemma_.lower()
    near = cue.i in (token.i, token.head.i, token.head.head.i)
    if token.lower_ == "according" and token.i != cue.i:
        who = _object_after(token, "to")
        if who is not None:
            asides = (c for c in who.children if c.dep_ == "relcl" and c.i > who.i)
            yield "credit", who, phrase(token) - {i for c in asides for i in phrase(c)}
    elif token.pos_ == "VERB" and lemma in _CITING and token.tag_ == "VBG":
        who = child(token, "dobj")
        if who is not None and token.i != cue.i and _relays(who):
            yield "cites", who, {token.i} | phrase(who)
    elif token.pos_ == "VERB" and lemma in _REPORTING and token.tag_ == "VBN" and is_passive(token):
        who = _object_after(token, "by")
        if who is not None and _relays(who):
            yield "credit", who, _first_word(token) | phrase(who.head)
    elif token.i > cue.i and lemma in _SAYING and (who := _reporter(token)) is not None:
        yield "credit", who, phrase(who) | {token.i}
    elif _denied(token):
        return
    elif token.i == cue.i and lemma in _TELLING:
        who = child(token, "dobj", "dative")
        if who is not None and _hears(who):
            yield "spoke-to", who, {token.i} | phrase(who)
    elif near and (lemma in _TALKING or lemma in INTERVIEW_NOUNS):
        who = _object_after(token, "to") or _object_after(token, "with")
        if who is not None and _hears(who):
            yield "spoke-to", who, {token.i} | phrase(who.head)


def _first_word(verb: Token) -> set[int]:
    """The participle with what opens it: "as first reported"."""
    opening = [c.i for c in verb.children if c.i < verb.i and c.lower_ in ("as", "first")]
    return {verb.i, *opening}


def _reporter(verb: Token) -> Token | None:
    """The outlet that reports, set behind a comma, what was said before ("…, X reported")."""
    who = child(verb, "nsubj")
    if who is None or not is_press(who) or who.left_edge.i == verb.sent.start:
        return None
    before = who.doc[who.left_edge.i - 1]
    return who if before.is_punct and before.text != ":" and who.i < verb.i else None


def _denied(token: Token) -> bool:
    """Whether a word is negated, or a clause that it stands in below the cue's."""
    return any(c.dep_ == "neg" for above in (token, token.head) for c in above.children)


def _object_after(token: Token, preposition: str) -> Token | None:
    for c in token.children:
        if c.lower_ == preposition and c.dep_ in ("prep", "agent", "dative"):
            return child(c, "pobj", "pcomp")
    return None


def _hears(who: Token) -> bool:
    """Whether this is one who passes words on: an outlet or the press, not any listener."""
    if who.lemma_.lower() in OUTLET_NOUNS | PRESS_NOUNS or is_press(who):
        return True
    beside = (c for c in who.children if c.dep_ in _BESIDE)
    return any(c.lemma_.lower() in OUTLET_NOUNS | PRESS_NOUNS or is_press(c) for c in beside)


def _relays(who: Token) -> bool:
    """Whether what is cited can have passed words on: a name, an outlet, people, a document."""
    return who.pos_ == "PROPN" or can_speak(who) or who.lemma_.lower() in _CITED


def _each(who: Token) -> Iterator[Token]:
    """The conjuncts: "the BBC and another agency" are two."""
    yield who
    for c in who.children:
        if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN"):
            yield from _each(c)


def _link(name: Token, mode: str, words: set[int]) -> Link:
    covered = phrase(name)
    for c in name.children:
        if c.dep_ in _BEHIND and c.i > name.i:
            covered -= phrase(c)
    spans = ranges(name.doc, covered)
    whole = ranges(name.doc, words)
    named = name.pos_ == "PROPN" or any(name.doc[i].pos_ == "PROPN" for i in covered)
    source = spans[0] if spans and (named or name.lemma_.lower() not in PRESS_NOUNS) else None
    end = max(r[1] for r in spans) if mode == "spoke-to" and spans else whole[-1][1]
    return Link(source, mode, (whole[0][0], end))


_NAME = r"[A-ZÀ-Þ][\w.&’'/ -]{1,60}"
_DATELINE = re.compile(
    rf"^[^\S\n]*[A-ZÀ-Þ][\w.,’' -]{{1,60}}? ?\((?P<name>{_NAME})\)[^\S\n]*[-–—]", re.MULTILINE
)
_OPENING = re.compile(
    r"^[^\S\n]*\((?!Photo|Video|Image|Updated|File|Editor)"
    r"(?P<name>[A-Z][\w.&-]{1,20}(?: [A-Z][\w.&-]{1,20}){0,2})\)[^\S\n]*[-–—]?[^\S\n]*(?=[“\"A-Z])",
    re.MULTILINE,
)
_SOURCE_LINE = re.compile(
    rf"^[^\S\n]*(?:Sources?|Via|Credit|Agency|Originally published (?:by|in|on|at)|"
    rf"First published (?:by|in|on|at)|This (?:article|story|report) "
    rf"(?:was )?(?:originally |first )?(?:published|appeared) (?:by|in|on|at))\b[^\S\n]*:?[^\S\n]*"
    rf"(?P<name>{_NAME}(?:(?:, | and |; ){_NAME})*)[^\S\n]*\.?[^\S\n]*$",
    re.MULTILINE,
)
_STAFF_LINE = re.compile(
    rf"\b(?:(?:[Aa]dditional )?[Rr]eporting|[Ww]ith (?:reporting|files|material)) (?:by|from)"
    rf" (?P<name>{_NAME}(?:(?:, | and ){_NAME})*)"
)
_AGENCY_MARK = re.compile(rf"(?:^|[.!?”\"])[^\S\n]*\((?P<name>{_NAME})\)[^\S\n]*$", re.MULTILINE)
_APART = re.compile(r", (?:and )?|; | and ")
_HEAD, _TAIL = 1500, 1200  # code points in which credits for the whole document stand


def find_document_links(doc: Doc) -> list[Link]:
    """Credits for the whole document: dateline, source line, agency mark, reporting by."""
    text = running_text(doc)
    head, tail = text[:_HEAD], max(0, len(text) - _TAIL)
    found = {k for p in (_DATELINE, _OPENING) for k in _credits(p.finditer(head))}
    for pattern in (_SOURCE_LINE, _STAFF_LINE):
        found |= set(_credits(pattern.finditer(text, tail)))
    marks = list(_AGENCY_MARK.finditer(text, tail))
    if marks and not text[marks[-1].end() :].strip():
        found |= set(_credits(marks[-1:]))
    return sorted(found, key=lambda k: (k.words, k.source or (-1, -1)))


def _credits(matches: Iterable[re.Match[str]]) -> Iterator[Link]:
    for found in matches:
        start = at = found.start("name")
        whole = found.group().strip()
        first = found.start() + found.group().index(whole)
        for part in [*_APART.split(found["name"])]:
            at = found.string.index(part, at)
            name = part.rstrip(" .")
            if name and at >= start:
                yield Link((at, at + len(name)), "credit", (first, first + len(whole)))
            at += len(part)
