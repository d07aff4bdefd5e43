"""The runs of a story's reports that stand there as somebody's own words, with who spoke them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from stemma.claims.view import Setting, StoryView, Telling
from stemma.claims.words import fold, tokens
from stemma.model.cast import Actor
from stemma.model.span import Span

_TOKEN = re.compile(r"\[[^\[\]]{0,80}\]|\([^()]{0,80}\)|\.\.\.+|…|[^\W_]+(?:['’][^\W_]+)*")
_MARKED = re.compile(r"[“\"]([^“”\"]{1,1000})[”\"]")
_CURLY = re.compile(r"“([^“”\n]{20,1000})”")
_WORDS = 300  # of a quotation that are looked at
_LEAST = 3  # words of a run worth holding against another
_MOST = 400  # runs of a report
_STOP = re.compile(r"[.?!;:]")


class Token(NamedTuple):
    """A word of a quotation, folded; `None` where the reporter marked a change.

    `opens` says whether a sentence or the quotation begins with it.
    """

    word: str | None
    span: Span
    opens: bool


class Quotation(NamedTuple):
    """A run of a report's quoted words; `telling` is `None` where nobody is said to speak them."""

    report: str
    telling: Telling | None
    tokens: tuple[Token, ...]


def find_quotations(view: StoryView, setting: Setting) -> list[Quotation]:
    """Every run of words that the story's reports quote, and each sentence of those of several.

    Runs between curly quotation marks that no telling takes in come last, without a speaker.
    """
    found = [
        Quotation(span.report, telling, _tokens(span, setting))
        for telling in view.tellings
        for span in _quoted(telling, setting)
    ]
    for report in view.story.reports:
        known = [q.tokens[0].span for q in found if q.report == report and q.tokens]
        found += [
            Quotation(report, None, _tokens(span, setting))
            for span in _loose(report, setting)
            if not any(span.holds(word) for word in known)
        ]
    parts = [part for quotation in found for part in _parts(quotation)]
    return [quotation for quotation in parts if len(quotation.tokens) >= _LEAST]


def _parts(quotation: Quotation) -> Iterator[Quotation]:
    """The quotation, and each of its sentences where it has more than one."""
    yield quotation
    known = quotation.tokens
    starts = [n for n, token in enumerate(known) if token.opens]
    if len(starts) > 1:
        for start, end in zip(starts, (*starts[1:], len(known)), strict=True):
            yield quotation._replace(tokens=known[start:end])


def _quoted(telling: Telling, setting: Setting) -> Iterator[Span]:
    for span in telling.statement.content:
        if telling.statement.quote == "direct":
            yield span
        elif telling.statement.quote == "mixed":
            for match in _MARKED.finditer(span.exact):
                start, end = match.span(1)
                yield setting.reports[span.report].span(span.start + start, span.start + end)


def _loose(report: str, setting: Setting) -> Iterator[Span]:
    one = setting.reports[report]
    for match in islice(_CURLY.finditer(one.text), _MOST):
        span = one.span(*match.span(1))
        if not any(stripped.span.meets(span) for stripped in one.stripped):
            yield span


def _tokens(span: Span, setting: Setting) -> tuple[Token, ...]:
    report = setting.reports[span.report]
    found: list[Token] = []
    last = span.start
    for match in _TOKEN.finditer(span.exact):
        start, end = span.start + match.start(), span.start + match.end()
        word = fold(match.group()) if match.group()[0].isalnum() else None
        opens = not found or bool(_STOP.search(report.text[last:start]))
        found.append(Token(word, report.span(start, end), opens))
        last = end
        if len(found) == _WORDS:
            break
    return tuple(found)


def one_voice(one: Quotation, other: Quotation, setting: Setting) -> bool | None:
    """Whether two quotations are from one mouth; `None` where that cannot be told.

    A bare surname is taken for the one full name of a story that ends in it: one occasion seldom
    has two speakers of one surname, and the words that they share speak against it.
    """
    speakers = [q.telling.speakers if q.telling is not None else frozenset() for q in (one, other)]
    if not (speakers[0] and speakers[1]):
        return None
    if speakers[0] & speakers[1]:
        return True
    actors = [[setting.cast.actors[a] for a in sorted(side)] for side in speakers]
    return any(_one_name(a, b) for a in actors[0] for b in actors[1])


def _one_name(one: Actor, other: Actor) -> bool:
    left, right = (tokens(actor.name) for actor in (one, other))
    return bool(left and right) and left[-1] == right[-1] and 1 in (len(left), len(right))
