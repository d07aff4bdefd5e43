"""The words between each pair of quotation marks of a report, with who is said to speak them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from stemma.claims.view import Setting, StoryView, Telling
from stemma.claims.words import fold
from stemma.model.report import Report
from stemma.model.span import Span

_CURLY = re.compile(r"“([^“”\n]{8,1500})(?:”|\n|$)")
_STRAIGHT = re.compile(r"\"([^\"\n]{8,1500})\"")
_WORD = re.compile(r"\[[^\[\]]{0,80}\]|\.\.\.+|…|(?<=\s)[-–—]+(?=\s)|[^\W_]+(?:['’][^\W_]+)*")
_STOP = re.compile(r"[.?!;:]")
_MOST = 400  # runs of a report
_WORDS = 300  # of a run


class QuotedWord(NamedTuple):
    """A word, folded, and its offsets in the report; `None` where a cut or a change is marked.

    `opens` says whether a sentence begins with it.
    """

    word: str | None
    start: int
    end: int
    opens: bool


class QuoteRun(NamedTuple):
    """What stands within one pair of quotation marks; `speakers` is empty where nobody is named."""

    report: str
    words: tuple[QuotedWord, ...]
    speakers: frozenset[str]

    @property
    def start(self) -> int:
        """Where the first word begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.words[-1].end


def find_quote_runs(views: list[StoryView], setting: Setting) -> dict[str, list[QuoteRun]]:
    """The runs of every report of the stories."""
    told: dict[str, list[Telling]] = defaultdict(list)
    for telling in (telling for view in views for telling in view.tellings):
        told[telling.statement.report].append(telling)
    reports = (report for view in views for report in view.story.reports)
    return {report: _of_report(report, told[report], setting) for report in reports}


def _of_report(report: str, tellings: list[Telling], setting: Setting) -> list[QuoteRun]:
    one = setting.reports[report]
    spoken = [t for t in tellings if t.speakers and t.statement.quote in ("direct", "mixed")]
    found = []
    for span in islice(_spans(one), _MOST):
        words = tuple(islice(_words(span, one), _WORDS))
        meant = (t for t in spoken if any(part.meets(span) for part in t.statement.content))
        shortest = min(meant, key=lambda t: (_length(t), t.statement.id), default=None)
        if words:
            found.append(QuoteRun(report, words, shortest.speakers if shortest else frozenset()))
    return found


def _length(telling: Telling) -> int:
    return sum(part.end - part.start for part in telling.statement.content)


def _spans(report: Report) -> Iterator[Span]:
    start = 0
    for line in report.text.split("\n"):
        pattern = _CURLY if "“" in line else _STRAIGHT
        if pattern is _CURLY or line.count('"') % 2 == 0:
            for match in pattern.finditer(line):
                span = report.span(start + match.start(1), start + match.end(1))
                if not any(stripped.span.meets(span) for stripped in report.stripped):
                    yield span
        start += len(line) + 1


def _words(span: Span, report: Report) -> Iterator[QuotedWord]:
    last = span.start
    for n, match in enumerate(_WORD.finditer(span.exact)):
        start, end = span.start + match.start(), span.start + match.end()
        word = fold(match.group()) if match.group()[0].isalnum() else None
        yield QuotedWord(word, start, end, n == 0 or bool(_STOP.search(report.text[last:start])))
        last = end
