"""Actions: verbs and event nouns with their agent, target and date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stemma.model.reading import Action
from stemma.model.when import When
from stemma.reading.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_actions(page: Page, tokens: list[Token]) -> tuple[Action, ...]:
    """The actions that the words put, in order."""
    found: list[Action] = []
    for token in tokens:
        if token.pos_ != "VERB":
            continue
        agent = next((c for c in token.children if c.dep_ == "nsubj"), None)
        target = next((c for c in token.children if c.dep_ in ("dobj", "nsubjpass")), None)
        found.append(
            Action(
                words=page.span(token.idx, token.idx + len(token)),
                predicate=token.lemma_.lower(),
                agent=_phrase(page, agent),
                target=_phrase(page, target),
                polarity="negated" if any(c.dep_ == "neg" for c in token.children) else "affirmed",
                when=When.unknown("the clause gives no date"),
            )
        )
    return tuple(found)


def _phrase(page: Page, token: Token | None):  # type: ignore[no-untyped-def]
    if token is None:
        return None
    left, right = token.left_edge, token.right_edge
    return page.span(left.idx, right.idx + len(right))
