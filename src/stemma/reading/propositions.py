"""What is put forward: attributed content that says something, and what the outlet itself says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from stemma.model.reading import Sentence
from stemma.reading.events import EVENT_NOUNS
from stemma.reading.grammar import (
    clause_tokens,
    has_subject,
    is_finite,
    main_clauses,
    noun_phrase,
    ranges_of,
)
from stemma.reading.lexicon import EVIDENTIAL_ADVERBS, VIEW_NOUNS
from stemma.reading.page import Page, Range
from stemma.reading.predicate import INTENDING_NOUNS, find_predicate
from stemma.reading.quotes import find_quotes
from stemma.reading.stage import MEASURES

if TYPE_CHECKING:
    from spacy.tokens import Token

    from stemma.reading.attribution import Attribution

_PUTTING = frozenset(
    "announce propose call demand urge want pledge promise offer recommend request advocate "
    "threaten unveil intend plan suggest allege threat plea proposal warning warn predict "
    "forecast".split()
)
_DANGLING = frozenset({"ADP", "SCONJ", "AUX", "DET", "CCONJ", "PART"})


@dataclass(frozen=True, slots=True)
class Proposition:
    """What is put forward. No attribution means: nobody but the outlet, or an unnamed quotation.

    `tokens` are the words that are read for what it says; `head` is its predicate where their
    order would not show it.
    """

    content: tuple[Range, ...]
    tokens: list[Token]
    attribution: Attribution | None = None
    quoted: bool = False
    head: Token | None = None


def attributed(page: Page, attributions: Iterable[Attribution]) -> list[Proposition]:
    """The attributions whose content says something, with that content, each told once."""
    found: list[Proposition] = []
    for one in attributions:
        tokens = page.tokens(one.content)
        if tokens and _says_something(page, tokens, one):
            found.append(Proposition(one.content, tokens, one))
    return [p for p in found if not any(_repeats(page, p, other) for other in found)]


def _repeats(page: Page, one: Proposition, other: Proposition) -> bool:
    """Whether `one` only says again, of the same speaker, a part of what `other` says.

    "In her view" within what she says; "she would propose X" within what she says; two cues of
    one word. A part without the rest would lose its conditions and its hedges.
    """
    mine, its = one.attribution, other.attribution
    if mine is None or its is None or one is other:
        return False
    if mine.cue_lemma in EVIDENTIAL_ADVERBS:
        return _lies_in(its.cue, one.content) and _meet(its.content, one.content)
    if not _same_speaker(page, mine, its) or not _lies_in(one.content, other.content):
        return False
    if mine.cue and its.cue and _meet(mine.cue, its.cue):
        return one.content != other.content
    cue = {t.i for t in page.tokens(mine.cue)}
    if not _lies_in(mine.cue, other.content):
        return False
    predicate = find_predicate(other.tokens)
    chain = {t.i for t in predicate.chain} if predicate else set()
    return bool(cue & chain) or mine.cue_lemma in VIEW_NOUNS


def _same_speaker(page: Page, one: Attribution, other: Attribution) -> bool:
    """Whether the inner source is a pronoun for the outer one, or its own noun of intending."""
    if one.source == other.source:
        return True
    if not one.source or not other.source:
        return False
    tokens = page.tokens(one.source)
    if all(t.pos_ in ("PRON", "DET") for t in tokens):
        return True
    return any(t.lemma_.lower() in INTENDING_NOUNS for t in tokens)


def _lies_in(inner: Iterable[Range], outer: tuple[Range, ...]) -> bool:
    return all(any(s <= a and b <= e for s, e in outer) for a, b in inner)


def _meet(one: tuple[Range, ...], other: tuple[Range, ...]) -> bool:
    return any(a < e and s < b for a, b in one for s, e in other)


def _says_something(page: Page, tokens: list[Token], attribution: Attribution) -> bool:
    """Whether content is a clause, an infinitive, a quotation, or names something done."""
    words = [t for t in tokens if t.is_alpha]
    if not words:
        return False
    if any(_predicates(t) for t in tokens):
        return True
    if attribution.quote in ("direct", "mixed"):
        return any(t.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") for t in words)
    heads = [t for t in tokens if t.head not in tokens or t.head.i == t.i]
    if any(t.lemma_.lower() in EVENT_NOUNS | MEASURES for t in heads):
        return True
    cue = page.tokens(attribution.cue)
    said_here = not any(t.dep_ in ("acl", "advcl") and not is_finite(t) for t in cue)
    proposing = attribution.cue_lemma.split(" ")[0] in _PUTTING
    return said_here and proposing and any(t.pos_ in ("NOUN", "VERB") for t in words)


def _predicates(token: Token) -> bool:
    """Whether a token is a verb that says something, not one that describes a noun."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("amod", "aux", "auxpass", "compound"):
        return False
    if is_finite(token):
        return token.dep_ != "relcl"
    if token.tag_ in ("VB", "VBG"):
        return token.dep_ not in ("acl", "relcl", "case", "prep") or token.tag_ == "VB"
    return False


class Voice:
    """What of a report its outlet says itself, given what others are said to say."""

    def __init__(self, page: Page, others: list[Proposition]) -> None:
        self._page = page
        self._claimed = {t.i for p in others for t in p.tokens}
        for one in others:
            if one.attribution is not None:
                self._claimed.update(t.i for t in page.tokens(one.attribution.cue))
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
        for part in self._unclaimed(sentence, tokens):
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
        free = [h for h in heads if h.i not in self._claimed and _asserts(h, sentence.form)]
        if not free:
            return
        if not any(h.i in self._claimed for h in heads):
            yield tokens
            return
        for head in free:
            part = [t for t in clause_tokens(head, heads) if t.i in inside and not t.is_space]
            part = _trimmed([t for t in part if t.i not in self._claimed or t.i > head.i])
            if len(part) > 2:
                yield part

    def _asides(self, tokens: list[Token]) -> Iterator[tuple[Token, list[Token]]]:
        """Relative clauses that tell more about somebody, outside what is attributed."""
        for token in tokens:
            if token.dep_ != "relcl" or token.i in self._claimed or not is_finite(token):
                continue
            clause = sorted(token.subtree, key=lambda t: t.i)
            first = clause[0]
            if first.lower_ not in ("who", "which") or first.i == 0 or first.nbor(-1).text != ",":
                continue
            if token.head.i not in self._claimed and token.head.pos_ in ("PROPN", "NOUN"):
                yield token, _trimmed([*noun_phrase(token.head), *clause])


def _roots(tokens: list[Token]) -> list[Token]:
    return [t for t in tokens if t.head.i == t.i and not t.is_punct and not t.is_space]


def _asserts(head: Token, form: str) -> bool:
    """Whether a clause says something: it has tense; in a list, any verb will do."""
    if is_finite(head):
        return head.tag_ != "VB" or has_subject(head)
    if form == "item":
        return head.pos_ == "VERB" or any(is_finite(t) for t in head.subtree)
    return any(is_finite(c) and c.dep_ in ("ccomp", "parataxis") for c in head.children)


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
