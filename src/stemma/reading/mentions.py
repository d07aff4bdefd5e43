"""Words that stand for an actor: names with their roles, and what points back to a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from stemma.model.reading import ActorKind, Mention, Statement
from stemma.model.span import Span
from stemma.reading.first_person import find_first_persons
from stemma.reading.name_bounds import Name, key_of
from stemma.reading.name_marks import compounded, find_marked
from stemma.reading.names import find_names
from stemma.reading.page import Page
from stemma.reading.pointing import find_pointers
from stemma.reading.roles import Claimed, find_roles
from stemma.reading.view import Known

_MOST_ALIKE = 8  # full names of one surname beyond which it is not looked for
_ACRONYM = re.compile(r"[A-Z][A-Za-z.&-]{1,9}")


def find_mentions(page: Page, statements: Sequence[Statement]) -> tuple[Mention, ...]:
    """Every name in order, and each pronoun and common noun that speaks or acts for one."""
    names = find_names(page)
    spans = [_span(page, name.start, name.end) for name in names]
    keys = [key_of(span.exact) for span in spans]
    fuller = _fuller(page, names, keys)
    claimed = _claimed(page, statements)
    found = [
        Mention(
            span=span,
            kind=_kind(names, i, fuller, span.exact.isupper()),
            form="name",
            name=span.exact,
            roles=tuple(_span(page, *role) for role in find_roles(name, page.doc, claimed)),
            antecedent=spans[fuller[i]] if i in fuller else None,
        )
        for i, (name, span) in enumerate(zip(names, spans, strict=True))
    ]
    known = [
        Known(name, mention, keys[fuller.get(i, i)])
        for i, (name, mention) in enumerate(zip(names, found, strict=True))
    ]
    found = [part for mention in found for part in _parts(page, mention)]
    found.extend(find_marked(page, spans))
    found.extend(find_pointers(page, statements, known))
    found.extend(find_first_persons(page, statements, found))
    return tuple(sorted(found, key=lambda m: (m.span.start, m.span.end)))


def _parts(page: Page, mention: Mention) -> tuple[Mention, ...]:
    """The mention, or two of places where its word is the names of both."""
    spans = compounded(page, mention.span)
    if len(spans) == 1 or mention.kind == "outlet":
        return (mention,)
    return tuple(Mention(span=s, kind="place", form="name", name=s.exact) for s in spans)


def _claimed(page: Page, statements: Sequence[Statement]) -> Claimed:
    said: set[int] = set()
    quoted: set[int] = set()
    for statement in statements:
        if not statement.own_voice:
            tokens = {t.i for t in page.tokens([(s.start, s.end) for s in statement.content])}
            (quoted if statement.quote == "direct" else said).update(tokens)
    return Claimed(frozenset(said | quoted), frozenset(quoted))


def _kind(names: list[Name], i: int, fuller: dict[int, int], short: bool) -> ActorKind:
    """The kind of a name; an acronym, or one that shows none, has that of the fuller name."""
    kind = names[i].kind
    if i not in fuller or (kind == "person" and not short):
        return kind
    return names[fuller[i]].kind


def _span(page: Page, start: int, end: int) -> Span:
    """Tokens [start, end) as a span."""
    last = page.doc[end - 1]
    return page.span(page.doc[start].idx, last.idx + len(last))


def _fuller(page: Page, names: list[Name], keys: list[str]) -> dict[int, int]:
    """For each surname or acronym the index of the one fuller name that it stands for."""
    first: dict[str, int] = {}
    for i, key in enumerate(keys):
        first.setdefault(key, i)
    meant: dict[str, set[str]] = {}
    for key in first:
        words = key.split()
        if names[first[key]].kind == "person":
            for k in range(1, len(words)):
                meant.setdefault(" ".join(words[k:]), set()).add(key)
    for short, i in _acronyms(page, names):
        meant.setdefault(key_of(short), set()).add(keys[i])
    found: dict[int, int] = {}
    for i, key in enumerate(keys):
        fulls = sorted(meant.get(key, set()) - {key})
        longest = [f for f in fulls[:_MOST_ALIKE] if all(f.endswith(g) for g in fulls)]
        if longest:
            found[i] = first[longest[0]]
    return found


def _acronyms(page: Page, names: list[Name]) -> list[tuple[str, int]]:
    """Acronyms in brackets right after the name that they shorten, with its index."""
    found: list[tuple[str, int]] = []
    doc = page.doc
    for i, name in enumerate(names):
        after = doc[name.end : name.end + 3]
        if len(after) < 3 or after[0].text != "(" or after[2].text != ")":
            continue
        short = after[1].text
        initials = "".join(t.text[0] for t in doc[name.start : name.end] if t.text[0].isupper())
        if _ACRONYM.fullmatch(short) and len(initials) > 1 and _shortens(short, initials):
            found.append((short, i))
    return found


def _shortens(short: str, initials: str) -> bool:
    """Whether the capitals of an acronym are those of the name, in order, one missing at most."""
    capitals = [c for c in short if c.isupper()]
    at = 0
    missing = 0
    for capital in capitals:
        where = initials.find(capital, at)
        if where < 0:
            missing += 1
        else:
            at = where + 1
    return missing <= 1 and len(capitals) - missing >= 2
