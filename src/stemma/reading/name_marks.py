"""Names that stand in marks: the place and agency of a dateline, the state beside a party's letter.

The parser does not see the former, and seldom takes the latter for a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from stemma.model.reading import ActorKind, Mention
from stemma.model.span import Span
from stemma.reading.page import Page

_HEAD = 2_000  # code points in which a dateline stands
_DATELINE = re.compile(
    r"^[^\S\n]*(?P<town>[A-Z][A-Z.'’-]{2,20}(?: [A-Z][A-Z.'’-]{1,20}){0,3})"
    r"(?:, (?P<state>[A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20})?))?"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?: \((?P<agency>[A-Z][\w &-]{1,30})\))?"
    r"[^\S\n]?(?:[—–]|--?)[^\S\n]?(?=[A-Z“\"])",
    re.MULTILINE,
)
_AGENCY = re.compile(
    r"^[^\S\n]*(?:[A-Z][\w.'’ -]{2,30}(?:, [A-Z][\w.'’ -]{2,20})?)?"
    r"\((?P<agency>[A-Z]{2,8}|Reuters|Bloomberg)\)[^\S\n]?(?:[—–]|--?)",
    re.MULTILINE,
)
_PARTY = re.compile(
    r"(?:\(|, )(?:[DRI]|Dem|Rep)\.?-(?P<state>[A-Z][a-z]+\.?(?: [A-Z][a-z]+\.?)?|(?:[A-Z]\. ?){2})"
    r"(?=[,)])"
)
_LETTERS = r"(?:[A-Z]\.){2,4}|US|USA|UK|UN|EU|UAE"
_COMPOUND = re.compile(
    rf"(?=(?:{_LETTERS})-|[^-]+-(?:{_LETTERS})$)"
    rf"({_LETTERS}|[A-Z][a-z]{{2,20}})[-–/]({_LETTERS}|[A-Z][a-z]{{2,20}})"
)
_KINDS: dict[str, ActorKind] = {"town": "place", "state": "place", "agency": "outlet"}


def find_marked(page: Page, names: Sequence[Span]) -> Iterator[Mention]:
    """The names in datelines and beside parties that share no character with `names`."""
    text = page.doc.text
    taken = {at for span in names for at in range(span.start, span.end)}
    for pattern, end in ((_DATELINE, _HEAD), (_AGENCY, _HEAD), (_PARTY, len(text))):
        for match in pattern.finditer(text, 0, end):
            for group in match.groupdict():
                at = range(*match.span(group))
                if len(at) > 1 and taken.isdisjoint(at):
                    taken.update(at)
                    span = page.span(at.start, at.stop)
                    yield Mention(span=span, kind=_KINDS[group], form="name", name=span.exact)


def compounded(page: Page, span: Span) -> tuple[Span, ...]:
    """The two names of one word that is both, one of them in letters ("U.N.-Ostmark talks")."""
    match = _COMPOUND.fullmatch(span.exact)
    if match is None:
        return (span,)
    return tuple(
        page.span(span.start + match.start(group), span.start + match.end(group))
        for group in (1, 2)
    )
