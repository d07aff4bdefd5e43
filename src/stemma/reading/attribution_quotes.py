"""Quotations joined to the cues they belong to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stemma.reading.attribution_spans import SUBJECTS, is_gap, phrase, subject_of, verb_group
from stemma.reading.cues import Cue, lemma_of
from stemma.reading.lexicon import ATTRIBUTING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from stemma.reading.quotes import Quoted

_REACH = 30  # tokens between a quotation and its cue
_NEXT_TO = 7  # tokens in which a verb of saying is taken for one whatever the parse
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_DEPENDENT = frozenset("aux auxpass relcl acl amod pcomp compound nmod".split())
_ENDINGS = frozenset({",", ".", "?", "!", "…", "...", "—", "-", "--"})


@dataclass(slots=True)
class Draft:
    """An attribution in the making; positions are token indices."""

    cue: Cue
    content: set[int]
    source: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Passage:
    """A quoted passage as tokens [start, end) with its marks."""

    start: int
    end: int
    closed: bool
    spoken: bool  # reads like speech: a clause, or closed by punctuation


def passages(doc: Doc, quotes: list[Quoted]) -> list[Passage]:
    """The quoted passages as token runs."""
    found = []
    for q in quotes:
        span = doc.char_span(q.start, q.end, alignment_mode="expand")
        if span is not None and len(span) > 1:
            start, end = span.start, span.end
            found.append(Passage(start, end, q.closed, _spoken(doc, start, end)))
    return found


def _spoken(doc: Doc, start: int, end: int) -> bool:
    inner = [t for t in doc[start + 1 : end] if t.pos_ != "SPACE" and not t.is_quote]
    words = [t for t in inner if not t.is_punct]
    if not words:
        return False
    clause = any(
        t.pos_ in ("VERB", "AUX") and any(c.dep_ in SUBJECTS for c in t.children) for t in words
    )
    title = len(words) <= 8 and all(t.text[0].isupper() for t in words if len(t) > 3)
    opens = doc[start].is_sent_start is True
    if inner[-1].text in _ENDINGS and (clause or not title or opens):
        return len(words) > 1 or opens
    return clause and len(words) >= 4 and not title


def join(doc: Doc, drafts: list[Draft], quoted: list[Passage]) -> list[Draft]:
    """Drafts with whole quotations as content, and new ones for quotations no verb governs."""
    owner: dict[int, Draft] = {}
    for k, passage in enumerate(quoted):
        draft = _governing(drafts, passage)
        if draft is None and passage.spoken:
            draft = _adjacent(doc, drafts, passage)
        if draft is not None:
            owner[k] = draft
            draft.content |= set(range(passage.start, passage.end))
    _continue(doc, quoted, owner)
    return drafts


def _governing(drafts: list[Draft], passage: Passage) -> Draft | None:
    """The outermost draft whose content reaches into the passage from a cue outside it."""
    best: Draft | None = None
    for draft in drafts:
        if passage.start <= draft.cue.head < passage.end:
            continue
        if draft.source and any(passage.start <= i < passage.end for i in draft.source):
            continue
        if any(i in draft.content for i in range(passage.start + 1, passage.end - 1)) and (
            best is None or len(draft.content) > len(best.content)
        ):
            best = draft
    return best


def _adjacent(doc: Doc, drafts: list[Draft], passage: Passage) -> Draft | None:
    """The cue next to a passage that the parse left alone: behind it, else before it."""
    verb = _behind(doc, passage) or _before(doc, passage)
    if verb is None:
        return None
    held = next((d for d in drafts if d.cue.head == verb.i), None)
    if held is not None:
        return held
    who = _speaker(doc, passage, verb)
    if who is None:
        return None
    words = verb_group(verb, verb.i + 1)
    cue = Cue(verb.i, "clause", lemma_of(verb), words, who.i, frozenset())
    draft = Draft(cue, set())
    drafts.append(draft)
    return draft


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
    for token in doc[passage.end : passage.end + _REACH]:
        if is_gap(token) or token.text in (".", "“", ":", ";"):
            return None
        if token.pos_ not in ("VERB", "AUX"):
            continue
        says = lemma_of(token) in ATTRIBUTING["clause"]
        if token.dep_ not in _DEPENDENT or (says and token.i - passage.end <= _NEXT_TO):
            return token if says or loose else None
    return None


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
        if token.pos_ == "VERB" and (colon or lemma_of(token) in ATTRIBUTING["clause"]):
            return token
    return None


def _continue(doc: Doc, quoted: list[Passage], owner: dict[int, Draft]) -> None:
    """Give spoken passages without a cue to the neighbour that they carry on."""
    for k in range(len(quoted) - 2, -1, -1):
        if k not in owner and not quoted[k].closed and k + 1 in owner:
            _give(quoted[k], owner[k + 1])
            owner[k] = owner[k + 1]
    for k in range(1, len(quoted)):
        before = owner.get(k - 1)
        if k in owner or before is None or not quoted[k].spoken:
            continue
        if _carries_on(doc, quoted[k - 1], before, quoted[k]):
            _give(quoted[k], before)
            owner[k] = before


def _give(passage: Passage, draft: Draft) -> None:
    draft.content |= set(range(passage.start, passage.end))


def _carries_on(doc: Doc, earlier: Passage, draft: Draft, passage: Passage) -> bool:
    """Whether nothing but the earlier passage's own cue stands between the two."""
    between = [t for t in doc[earlier.end : passage.start] if t.pos_ != "SPACE"]
    breaks = sum(is_gap(t) for t in doc[earlier.end : passage.start])
    own = set(range(*draft.cue.words)) | draft.source
    if draft.cue.source is not None:
        own |= phrase(doc[draft.cue.source])
    sentence = doc[draft.cue.head].sent
    loose = [t for t in between if t.i not in own and not t.is_punct]
    return breaks <= 1 and all(sentence.start <= t.i < sentence.end for t in loose)
