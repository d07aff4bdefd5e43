"""A sentence in its place: what stands above it, and what in it names an event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import structs

from stemma.model.reading import Sentence, Statement
from stemma.model.report import Report
from stemma.model.span import Span
from stemma.reading.dates import DateMention
from stemma.reading.estimates_events import Range
from stemma.reading.estimates_labels import CONTEXT, find_stated

if TYPE_CHECKING:
    from spacy.tokens import Doc

MOST_CHARACTERS = 2000  # of one sentence
_WORD = re.compile(r"[^\W\d_]{2,}")
_NO_EVENT = frozenset(
    "short medium long near mid term run horizon outlook phase time frame timeframe period by in "
    "the and to or for until from before between through within year years month months "
    "probability likelihood chance chances odds risk overall estimate assessment our view base "
    "case".split()
)
_EDGES = " \t\u00a0,;:–—-("


@dataclass(frozen=True)
class Scene:
    """One sentence of a report, with all that may bear on the likelihoods it states."""

    report: Report
    doc: Doc
    sentence: Sentence
    before: Sentence | None
    dates: tuple[DateMention, ...]
    statements: tuple[Statement, ...]

    def span(self, place: Range) -> Span:
        """A range of the report as a span."""
        return self.report.span(*place)

    @property
    def within(self) -> Range:
        """Where the sentence stands, as far as it is read."""
        start = self.sentence.span.start
        return start, min(self.sentence.span.end, start + MOST_CHARACTERS)


def lines_joined(report: Report, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, with a label put back to the words that a colon parted it from."""
    joined: list[Sentence] = []
    for sentence in sentences:
        before = joined[-1] if joined else None
        if before is not None and _is_cut_off(before, sentence):
            whole = report.span(before.span.start, sentence.span.end)
            joined[-1] = structs.replace(before, span=whole)
        else:
            joined.append(sentence)
    return joined


def _is_cut_off(before: Sentence, sentence: Sentence) -> bool:
    if before.paragraph != sentence.paragraph or not before.span.exact.rstrip().endswith(":"):
        return False
    stated = find_stated(f": {words_in(sentence)}", True)
    return bool(stated) and stated[0].line == 0


def words_in(sentence: Sentence) -> str:
    """The sentence's words, as far as they are read."""
    return sentence.span.exact[:MOST_CHARACTERS]


def in_context(sentence: Sentence) -> bool:
    """Whether the line itself or a heading above it says that it is about likelihoods."""
    above: list[str] = []
    for span in reversed(sentence.section):
        above.append(span.exact[:200])
        named = any(word.lower() not in _NO_EVENT for word in _WORD.findall(above[-1]))
        if named and not is_line(above[-1]):
            break
    if sentence.lead_in is not None:
        above.append(sentence.lead_in.exact[:300])
    return any(CONTEXT.search(words) for words in (*above, sentence.span.exact[:200]))


def is_line(heading: str) -> bool:
    """Whether a heading is itself a line that states a likelihood."""
    return any(stated.line is not None for stated in find_stated(heading, True))


def says(scene: Scene, place: Range) -> bool:
    """Whether words name something beyond a term, a date or the likelihood itself."""
    start, end = place
    text = scene.report.text[start:end]
    for mention in scene.dates:
        if start <= mention.start and mention.end <= end:
            gap = " " * (mention.end - mention.start)
            text = text[: mention.start - start] + gap + text[mention.end - start :]
    return any(word.lower() not in _NO_EVENT for word in _WORD.findall(text))


def trimmed(scene: Scene, place: Range) -> Range:
    """A range without blanks and marks at its ends; the range itself where nothing is left."""
    start, end = place
    text = scene.report.text
    while start < end and text[start] in _EDGES + "”»":
        start += 1
    while end > start and text[end - 1] in _EDGES + ".“«":
        end -= 1
    return (start, end) if end > start else place
