"""Whether a date that a deed is given is the deed's, and not that of a thing named beside it."""

from __future__ import annotations

import re

from stemma.claims.words import fold
from stemma.model.reading import Action
from stemma.model.span import Span

_YEARLY = frozenset(
    "and or to through throughout between about around circa early mid spring summer autumn fall "
    "winter year election elections january february march april may june july august september "
    "october november december".split()
)
_MENTIONING = frozenset(
    "cite recall mention note describe remember criticize criticise compare discuss mark "
    "commemorate".split()
)
_BESIDE = re.compile(
    r"\b(?:before|after|following|since|until|wake of|ahead of)\s+(?!noon|midnight|dawn)\S*[a-z]"
)
PREPOSITIONS = frozenset("in on of during since from by at until before after around late".split())
ARTICLES = frozenset("the a an its his her their our that this".split())
NOUN = re.compile(r",?\s(?!(?:and|or|in|on|at|to|by|for|of|with|as|when|but|a|the)\b)[a-z][\w-]+")


def misdated(action: Action, sentence: Span) -> bool:
    """Whether the date is that of a thing ("last week's law", "a 2011 request"), not the deed's."""
    when = action.when.words
    if when is None or not sentence.holds(when):
        return False
    before = fold(sentence.exact[: when.start - sentence.start]).split() or [""]
    after = sentence.exact[when.end - sentence.start :]
    if after.startswith(("'s", "’s")) or (when.exact.isdigit() and _describes(before[-1])):
        return True
    if action.predicate in _MENTIONING and action.target is not None and action.target.holds(when):
        return True
    inside = any(s is not None and s.holds(when) for s in (action.agent, action.target))
    if before[-1] in ARTICLES and before[-2:-1] != ["during"] and NOUN.match(after):
        return True
    return inside and (before[-1] == "of" or before[-1] not in PREPOSITIONS)


def _describes(before: str) -> bool:
    """Whether a bare year after this word says what a thing is ("a deadly 2011 storm")."""
    return before.isalpha() and before not in PREPOSITIONS | _YEARLY


def of_another(action: Action, text: str) -> bool:
    """Whether the date is that of what came before or after ("came to power after the 2009 vote").

    Of "resigned after the vote on Tuesday" nobody can say.
    """
    when = action.when.words
    if when is None or when.start < action.words.end or when.report != action.words.report:
        return False
    return bool(_BESIDE.search(text[action.words.end : when.start]))


def word_before(span: Span, text: str) -> str:
    """The folded word right before a span; empty at the head of a text."""
    words = fold(text[max(0, span.start - 12) : span.start]).split()
    return words[-1] if words else ""
