"""What a report's outlet says itself: clauses and list items that nobody else is said to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from stemma.model.reading import Sentence
from stemma.reading.events import EVENT_NOUNS
from stemma.reading.grammar import (
    children,
    clause_tokens,
    has_subject,
    is_finite,
    main_clauses,
    noun_phrase,
    ranges_of,
)
from stemma.reading.page import Page
from stemma.reading.propositions import Proposition
from stemma.reading.quotes import find_quotes
from stemma.reading.titles import ROLES

if TYPE_CHECKING:
    from spacy.tokens import Token

_DANGLING = frozenset({"ADP", "SCONJ", "AUX", "DET", "CCONJ", "PART"})


class Voice:
    """What of a report its outlet says itself, given what others are said to say."""

    def __init__(self, page: Page, others: list[Proposition]) -> None:
        self._page = page
        self._claimed = {t.i for p in others for t in p.tokens}
        self._cue_after: dict[int, int] = {}
        self._cues: set[int] = set()
        for one in others:
            if one.attribution is not None:
                cue = [t.i for t in page.tokens(one.attribution.cue)]
                self._claimed.update(cue)
                self._cues.update(cue)
                self._cue_after.update({t.i: cue[0] for t in one.tokens if cue and t.i < cue[0]})
        self._quotes = [
            (q.start, q.end) for q in find_quotes(page.doc.text) if q.end - q.start > 12
        ]

    def propositions(self) -> Iterator[Proposition]:
        """Every proposition of the outlet's own, in order."""
        openers = {s.lead_in for s in self._page.sentences if s.lead_in is not None}
        for sentence in self._page.sentences:
            headline = self._page.report.headline
            if sentence.form == "heading" and not (headline and headline.meets(sentence.span)):
                continue
            tokens = self._page.tokens([(sentence.span.start, sentence.span.end)])
            if sentence.span in openers and _dangles(tokens):
                continue
            yield from self._of(sentence, tokens)

    def _of(self, sentence: Sentence, tokens: list[Token]) -> Iterator[Proposition]:
        if not tokens or _asks(tokens):
            return
        opener = self._opener(sentence)
        if opener:
            content = (*ranges_of(opener), *ranges_of(tokens))
            if not any(t.i in self._claimed for t in tokens):
                yield Proposition(content, [*opener, *tokens])
            return
        parts = list(self._unclaimed(sentence, tokens))
        if not parts and sentence.form == "heading":
            head = _announced(tokens, self._claimed)
            if head is not None:
                yield replace(self._proposition(tokens), head=head)
        for part in parts:
            yield self._proposition(part)
        if any(t.i in self._claimed for t in _roots(tokens)):
            for head, aside in self._asides(tokens):
                yield replace(self._proposition(aside), head=head)

    def _proposition(self, tokens: list[Token]) -> Proposition:
        start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
        quoted = any(a <= start and end <= b for a, b in self._quotes)
        return Proposition(ranges_of(tokens), tokens, quoted=quoted)

    def _opener(self, sentence: Sentence) -> list[Token]:
        """The words that open the list of an item that is no sentence without them."""
        if sentence.form != "item" or sentence.lead_in is None:
            return []
        span = sentence.lead_in
        tokens = self._page.tokens([(span.start, span.end)])
        return (
            tokens
            if _dangles(tokens) and any(is_finite(t) or t.tag_ == "VB" for t in tokens)
            else []
        )

    def _unclaimed(self, sentence: Sentence, tokens: list[Token]) -> Iterator[list[Token]]:
        """The main clauses that nobody else is said to say, together where all are free."""
        inside = {t.i for t in tokens}
        heads = [h for r in _roots(tokens) for h in main_clauses(r) if h.i in inside]
        free = [
            h
            for h in heads
            if h.i not in self._claimed
            and _asserts(h, sentence.form)
            and not (self._goes_on(h) or self._trails(h))
        ]
        if not free:
            return
        if not any(h.i in self._claimed for h in heads):
            yield from _parts(tokens, heads)
            return
        for head in free:
            part = [t for t in clause_tokens(head, heads) if t.i in inside and not t.is_space]
            part = _trimmed([t for t in part if t.i not in self._claimed or t.i > head.i])
            if len(part) > 2:
                yield part

    def _goes_on(self, head: Token) -> bool:
        """Whether a clause goes on with words into which "he added" was inserted before it."""
        cue = self._cue_after.get(head.head.i)
        return head.dep_ in ("conj", "parataxis", "ccomp") and cue is not None and cue < head.i

    def _trails(self, head: Token) -> bool:
        """Whether a clause is the tail of what somebody is said to say ("… and she has no lamp").

        Where a comma parts it from the saying, or from what is said by a "but", it is the outlet's.
        """
        above = head.head
        if head.dep_ != "conj" or above.i not in self._claimed or above.i > head.i:
            return False
        joint = head.doc[max(head.left_edge.i - 1, 0)]
        if joint.tag_ != "CC":
            return above.i not in self._cues
        parted = joint.i > 0 and joint.nbor(-1).text == ","
        if above.i in self._cues:
            return not parted
        return not (parted and has_subject(head) and joint.lower_ == "but")

    def _asides(self, tokens: list[Token]) -> Iterator[tuple[Token, list[Token]]]:
        """Relative clauses that tell more about somebody, outside what is attributed."""
        for token in tokens:
            if token.dep_ != "relcl" or token.i in self._claimed or not is_finite(token):
                continue
            clause = sorted(token.subtree, key=lambda t: t.i)
            first = clause[0]
            if first.lower_ not in ("who", "which") or first.i == 0 or first.nbor(-1).text != ",":
                continue
            if token.head.i not in self._claimed and _can_be(token.head, first.lower_):
                yield token, _trimmed([*noun_phrase(token.head), *clause])


def _can_be(noun: Token, pronoun: str) -> bool:
    """Whether a noun can be what "who" or "which" stands for."""
    if pronoun == "who":
        person = noun.ent_type_ == "PERSON" or noun.lemma_.lower() in ROLES
        return person or (noun.pos_ == "PROPN" and not noun.ent_type_)
    return noun.pos_ in ("PROPN", "NOUN") and noun.ent_type_ != "PERSON"


def _parts(tokens: list[Token], heads: list[Token]) -> list[list[Token]]:
    """The tokens parted at semicolons, where each part has a clause; else whole."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        parts[-1].append(token)
        if token.text == ";":
            parts.append([])
    at = {h.i for h in heads}
    if len(parts) > 1 and all(any(t.i in at for t in part) for part in parts):
        return [_trimmed(part) for part in parts]
    return [tokens]


def _roots(tokens: list[Token]) -> list[Token]:
    return [t for t in tokens if t.head.i == t.i and not t.is_punct and not t.is_space]


def _asserts(head: Token, form: str) -> bool:
    """Whether a clause says something: it has tense; in a list, any verb will do."""
    if is_finite(head):
        return head.tag_ != "VB" or has_subject(head) or form == "item"
    if form == "item":
        return head.pos_ == "VERB" or any(is_finite(t) for t in head.subtree)
    return any(is_finite(c) and c.dep_ in ("ccomp", "parataxis") for c in head.children)


def _announced(tokens: list[Token], claimed: set[int]) -> Token | None:
    """What a headline without tense tells: "council to close pier", "closure of the pier"."""
    if any(t.i in claimed for t in tokens):
        return None
    for token in tokens:
        if token.tag_ == "VB" and token.i > tokens[0].i + 1 and token.nbor(-1).tag_ == "TO":
            return token
    for token in tokens:
        if token.pos_ == "NOUN" and token.lemma_.lower() in EVENT_NOUNS and children(token, "prep"):
            return token
    return None


def _asks(tokens: list[Token]) -> bool:
    """Whether the sentence is a question."""
    closing = [t for t in tokens[-3:] if t.text == "?"]
    return bool(closing)


def _dangles(tokens: list[Token]) -> bool:
    """Whether a clause before a colon is not complete without what follows ("the debate can:")."""
    words = [t for t in tokens if not t.is_punct and not t.is_space]
    if not words or tokens[-1].text != ":":
        return False
    last = words[-1]
    return last.pos_ in _DANGLING or last.tag_ in ("TO", "MD", "IN")


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Without blanks, and without commas, dashes and conjunctions at the edges."""
    kept = sorted((t for t in tokens if not t.is_space), key=lambda t: t.i)
    while kept and (kept[0].text in (",", ";", "—", "–", "-", ":") or kept[0].dep_ == "cc"):
        kept.pop(0)
    while kept and (kept[-1].text in (",", ";", "—", "–", "-", ":") or kept[-1].dep_ == "cc"):
        kept.pop()
    return kept
