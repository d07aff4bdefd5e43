"""What one report doubts and another, or its own headline, tells plainly.

The two need not be copies: it is enough that one word is doubted here and told as so there, with
some of the same words on either side of it, and that neither report has it both ways.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import msgspec

from stemma.claims.changes import Altered
from stemma.claims.doubts import (
    Doubt,
    Sides,
    Word,
    clause,
    find_doubts,
    form,
    key,
    plain,
    says,
    sides,
    supposes,
    words_in,
)
from stemma.claims.ends import Ends
from stemma.claims.retellings import retell
from stemma.claims.strength import by_certainty
from stemma.claims.view import Setting
from stemma.claims.words import clip
from stemma.model.claim import Retelling
from stemma.model.span import Place, Span

QUOTED = re.compile(r"[\"“”«»]|(?<!\w)['‘]|``|''")
_AUXILIARIES = frozenset(
    "am is are was were be been being do does did has have had will not".split()
)
_MOST = 300  # sentences of a report
_PLACES = 12  # of one word in a report


class Bar(NamedTuple):
    """How many words both tellings have around the word in question: in all, and on each side.

    Fewer do where they are most of what the plain clause says: this share of its content words.
    """

    all: int
    side: int
    share: float


ALONG = Bar(4, 1, 0.75)
HEADLINE = Bar(3, 1, 2.0)
APART = Bar(5, 1, 2.0)


class Line(NamedTuple):
    """A sentence or headline with its words and what it doubts of them."""

    span: Span
    words: tuple[Word, ...]
    headline: bool
    doubts: tuple[Doubt, ...]


class Lines:
    """The sentences of one report, by the words they have."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.at: dict[str, list[tuple[Line, int]]] = defaultdict(list)
        self.numbered: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, line in enumerate(lines):
            for n, word in enumerate(line.words):
                self.at[key(word.folded)].append((line, n))
                self.numbered[key(word.folded)].append((number, n))

    def body(self) -> Lines:
        """The same without the headline."""
        return Lines([line for line in self.lines if not line.headline])

    def headlines(self) -> Lines:
        """The headline alone."""
        return Lines([line for line in self.lines if line.headline])


def credits_somebody(line: Line) -> bool:
    """Whether the words are somebody's: after a verb of saying, or within quotation marks."""
    return says(line.words) or bool(QUOTED.search(line.span.exact))


def lines_of(report: str, setting: Setting) -> Lines:
    """The sentences of a report, its first `_MOST`."""
    headline = setting.reports[report].headline
    found = []
    for span in islice(setting.sentences.get(report, ()), _MOST):
        words = words_in(span.exact)
        is_headline = headline is not None and headline.meets(span)
        found.append(Line(span, words, is_headline, tuple(find_doubts(words))))
    return Lines(found)


def find_doubted(one: Lines, other: Lines, bar: Bar) -> Iterator[Altered]:
    """What `one` doubts and `other` tells plainly, as changes from the one to the other."""
    for line in one.lines:
        for doubt in line.doubts:
            told = _told_plainly(line, doubt, other, bar)
            if told is None or _told_plainly(line, doubt, one, bar) is not None:
                continue
            yield _altered(line, doubt, told)


def find_doubted_retellings(pairs: Sequence[Ends], setting: Setting) -> list[Retelling]:
    """Doubts that come or go between two reports of a story, and from a body to its headline.

    Between reports that no edge joins, each of the sentences is shown once.
    """
    known = {report: lines_of(report, setting) for report in sorted(setting.reports)}
    found = [
        retell(altered, None, "the headline against its own body")
        for lines in known.values()
        for altered in find_doubted(lines.body(), lines.headlines(), HEADLINE)
    ]
    shown: set[Place] = set()
    for ends in pairs:
        for altered in _between(known[ends.before], known[ends.after], ends):
            if ends.derived or not {altered.from_, altered.to} & shown:
                found.append(retell(altered, ends.edge, ends.how))
                shown |= {altered.from_, altered.to}
    return found


def _between(before: Lines, after: Lines, ends: Ends) -> Iterator[Altered]:
    bar = ALONG if ends.near else APART
    for altered in find_doubted(before, after, bar):
        yield _ordered(altered, ends)
    for altered in find_doubted(after, before, bar):
        yield _ordered(_turned(altered), ends)


def _turned(altered: Altered) -> Altered:
    """The change the other way round: the doubt is the later one's."""
    words = altered.because.removesuffix("is gone")
    return msgspec.structs.replace(
        altered,
        direction="weaker",
        from_=altered.to,
        to=altered.from_,
        because=f"{words}is new",
    )


def _ordered(altered: Altered, ends: Ends) -> Altered:
    """The change without a direction where nobody knows which of the two was first."""
    if ends.ordered:
        return altered
    words = altered.because.removesuffix("is gone").removesuffix("is new").strip()
    because = f"{words} stands in one of the two only"
    return msgspec.structs.replace(altered, direction="unknown", because=because)


def _told_plainly(line: Line, doubt: Doubt, other: Lines, bar: Bar) -> tuple[Line, int] | None:
    """Where the other report tells the doubted word as so; `None` where it doubts it as well."""
    own = sides(line.words, doubt.governed)
    found = None
    word = line.words[doubt.governed].folded
    for told, at in other.at.get(key(word), ())[:_PLACES]:
        if form(told.words[at].folded) != form(word):
            continue
        if not _one_telling(own, told, at, bar):
            continue
        if supposes(told.words) or (doubt.hearsay and credits_somebody(told)):
            return None
        if found is None and plain(told.words, at, told.headline):
            found = told, at
    return found


def _one_telling(one: Sides, told: Line, at: int, bar: Bar) -> bool:
    """Whether the word is told of the same things on either side of it."""
    other = sides(told.words, at)
    before, behind = one.before & other.before, one.behind & other.behind
    if one.denied != other.denied or len(behind) < bar.side:
        return False
    if not (one.before or other.before):
        return len(behind) > bar.all
    if len(before) < bar.side or not one.near & other.near:
        return False
    held = len(before) + len(behind)
    return held >= bar.all or held + 1 >= bar.share * len(clause(told.words, at)) >= 3


def _altered(line: Line, doubt: Doubt, told: tuple[Line, int]) -> Altered:
    after, at = told
    words = line.words
    return Altered(
        change="hedge",
        direction=by_certainty(frozenset((words[doubt.at].folded,)), frozenset()),
        from_=(_span(line, doubt.at, doubt.governed),),
        to=(_span(after, _first(after.words, at), at),),
        because=f"“{clip(words[doubt.at].exact)}” is gone",
    )


def _first(words: tuple[Word, ...], at: int) -> int:
    """Where the verb group begins that ends with the word: "do not" sink, "has been" sunk."""
    while at and words[at - 1].folded in _AUXILIARIES:
        at -= 1
    return at


def _span(line: Line, first: int, last: int) -> Span:
    start, end = line.words[first].start, line.words[last].end
    at = line.span.start
    return Span(
        report=line.span.report, start=at + start, end=at + end, exact=line.span.exact[start:end]
    )
