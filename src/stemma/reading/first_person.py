""" "I" within a quotation: whoever the quotation is credited to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from stemma.model.reading import Mention, Statement
from stemma.model.span import Span
from stemma.reading.page import Page
from stemma.reading.quotes import find_quotes

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def find_first_persons(
    page: Page, statements: Sequence[Statement], mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """Each "I" that is a subject in quoted words whose speaker is a person with a name.

    Of quotations within each other the innermost counts. An "I" outside of any is the author's,
    and is left out as one whom the text does not name.
    """
    speakers = {s.id: _speaker(page, s, mentions) for s in statements if s.quote == "direct"}
    quotes = [(q.start, q.end) for q in find_quotes(page.doc.text)]
    for token in page.doc:
        if token.lower_ != "i" or token.dep_ not in _SUBJECTS or not _within(token, quotes):
            continue
        meant = speakers[found.id] if (found := _innermost(token, statements)) else None
        if meant is not None:
            span = page.span(token.idx, token.idx + 1)
            yield Mention(
                span=span, kind="person", form="pronoun", name=span.exact, antecedent=meant
            )


def _within(token: Token, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start <= token.idx < end for start, end in ranges)


def _innermost(token: Token, statements: Sequence[Statement]) -> Statement | None:
    """The shortest of the quotations that hold a word."""
    holding = [
        s
        for s in statements
        if s.quote == "direct" and _within(token, [(c.start, c.end) for c in s.content])
    ]
    return min(holding, key=lambda s: sum(c.end - c.start for c in s.content), default=None)


def _speaker(page: Page, statement: Statement, mentions: Sequence[Mention]) -> Span | None:
    """The name of the person at the head of a source."""
    tokens = page.tokens([(s.start, s.end) for s in statement.source])
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), None)
    if head is None:
        return None
    beside = [c for c in head.children if c.dep_ == "appos" and c.i in inside]
    for token in (head, *beside):
        for mention in mentions:
            if mention.kind == "person" and mention.span.start <= token.idx < mention.span.end:
                return mention.span if mention.form == "name" else mention.antecedent
    return None
