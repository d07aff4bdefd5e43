"""Which date belongs to which word: a date is that of the clause or event noun it modifies."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from msgspec.structs import replace

from stemma.model.report import Report
from stemma.model.when import When
from stemma.reading.dates import DateMention
from stemma.reading.events import EVENT_NOUNS
from stemma.reading.grammar import is_finite, token_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ASIDE = frozenset({"relcl", "advcl", "acl", "ccomp"})
_CLIMB = 8  # words between a date and what it dates
_NO_DATE = When.unknown("the clause gives no date")


class Dating:
    """The dates of a report by the token that each modifies."""

    def __init__(self, report: Report, doc: Doc, dates: list[DateMention]) -> None:
        self.whens: tuple[When, ...] = tuple(
            replace(d.when, words=report.span(d.start, d.end)) for d in dates
        )
        self._by_governor: dict[int, When] = {}
        self._places: list[tuple[int, int, When]] = []
        self._aside: set[int] = set()
        for mention, when in zip(dates, self.whens, strict=True):
            if mention.names:
                continue
            self._places.append((mention.start, mention.end, when))
            governor = _governor(token_at(doc, mention.start), mention.start)
            if governor is not None:
                self._by_governor.setdefault(governor.i, when)
                if governor.dep_ in _ASIDE:
                    self._aside.add(mention.start)

    def of(self, token: Token) -> When:
        """The date that modifies `token` directly, or unknown."""
        return self._by_governor.get(token.i, _NO_DATE)

    def within(self, ranges: tuple[tuple[int, int], ...]) -> list[When]:
        """The dates that stand in the ranges, without those of a clause that only tells more."""
        first = bisect_left(self._places, ranges[0][0], key=lambda place: place[0])
        found: list[When] = []
        for start, end, when in self._places[first:]:
            if start >= ranges[-1][1]:
                break
            if start not in self._aside and any(a <= start and end <= b for a, b in ranges):
                found.append(when)
        return found


def _saying(token: Token | None) -> Token | None:
    """The verb right before a date whose clause it governs: "said on Monday she would …"."""
    if token is None or token.i < 2:
        return None
    before = token.nbor(-1)
    if before.lower_ in ("on", "late", "early", "earlier", "in") and before.i > 0:
        before = before.nbor(-1)
    if before.pos_ != "VERB" or not is_finite(before):
        return None
    return before if any(c.dep_ == "ccomp" and c.i > token.i for c in before.children) else None


def _governor(token: Token | None, start: int) -> Token | None:
    """The nearest verb or event noun above a date expression."""
    saying = _saying(token)
    if saying is not None:
        return saying
    for _ in range(_CLIMB):
        if token is None or token.head.i == token.i:
            return token if token is not None and token.pos_ in ("VERB", "AUX") else None
        above = token.head
        if above.pos_ == "AUX" and above.dep_ in ("aux", "auxpass"):
            above = above.head
        if above.pos_ in ("VERB", "AUX"):
            return above
        if above.pos_ == "NOUN" and above.lemma_.lower() in EVENT_NOUNS and above.idx < start:
            return above
        token = above
    return None
