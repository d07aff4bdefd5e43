"""Stated likelihoods: who says, of what event, by when, in which words and numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import structs

from stemma.model.reading import Estimate, Sentence, Statement
from stemma.model.report import Report
from stemma.model.span import Span
from stemma.model.when import When
from stemma.reading.dates import DateMention
from stemma.reading.estimates_events import Range, event_of, scopes_of, states_likelihood
from stemma.reading.estimates_labels import CONTEXT, Stated, find_stated
from stemma.reading.timewords_anchor import find_anchor
from stemma.reading.timewords_calendar import day

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MOST_CHARACTERS = 2000  # of one sentence
_TERM = re.compile(
    r"\b(?:(?:short|medium|long|near|mid)(?:er|est)?"
    r"(?:[-\s](?:to|and|or)[-\s](?:medium|long)(?:er)?)?[-\s](?:term|run)|"
    r"(?:near|foreseeable|immediate|distant)\sfuture|coming\s(?:days|weeks|months|years)|"
    r"this\s(?:session|term|parliament|decade))(?!(?-i:[a-z]))",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_NO_EVENT = frozenset(
    "short medium long near mid term run horizon outlook phase time frame timeframe period by in "
    "the and to or for until from before between through within year years month months "
    "probability likelihood chance chances odds risk overall estimate assessment our view base "
    "case".split()
)
_HEADING_EVENT = re.compile(
    r"(?:probabilit(?:y|ies)|likelihoods?|chances?|odds)\b[^:\n]{0,40}"
    r"(?::[ \u00a0]*|\b(?:of|that) )",
    re.IGNORECASE,
)
_NEAR = 6  # characters between a statement and a date that belongs to it ("in", "by")
_EDGES = ' \t\u00a0,;:–—-("“”'


def find_estimates(
    report: Report,
    doc: Doc,
    sentences: Sequence[Sentence],
    statements: Sequence[Statement],
    dates: Sequence[DateMention],
) -> list[Estimate]:
    """The likelihoods stated in a report, in the order of its text.

    Numbers are only those written; a verbal label stays without one. Shares, margins and growth
    rates are no likelihoods, and neither is a bare "may" or "could", which is modality.
    """
    as_of = _as_of(report, doc)
    made: list[Estimate] = []
    for sentence in sentences:
        scene = _Scene(report, doc, sentence, tuple(dates), tuple(statements))
        for stated in find_stated(_words(sentence), _in_context(sentence)):
            if _is_likelihood(scene, stated):
                made.append(_estimate(scene, stated, as_of, len(made)))
    return made


@dataclass(frozen=True)
class _Scene:
    report: Report
    doc: Doc
    sentence: Sentence
    dates: tuple[DateMention, ...]
    statements: tuple[Statement, ...]

    def span(self, place: Range) -> Span:
        return self.report.span(*place)

    @property
    def within(self) -> Range:
        start = self.sentence.span.start
        return start, min(self.sentence.span.end, start + _MOST_CHARACTERS)


def _words(sentence: Sentence) -> str:
    return sentence.span.exact[:_MOST_CHARACTERS]


def _in_context(sentence: Sentence) -> bool:
    """Whether the line itself or a heading above it says that it is about likelihoods."""
    above: list[str] = []
    for span in reversed(sentence.section):
        above.append(span.exact[:200])
        named = any(word.lower() not in _NO_EVENT for word in _WORD.findall(above[-1]))
        if named and not _is_line(above[-1]):
            break
    if sentence.lead_in is not None:
        above.append(sentence.lead_in.exact[:300])
    return any(CONTEXT.search(words) for words in (*above, sentence.span.exact[:200]))


def _is_line(heading: str) -> bool:
    """Whether a heading is itself a line that states a likelihood."""
    return any(stated.line is not None for stated in find_stated(heading, True))


def _is_likelihood(scene: _Scene, stated: Stated) -> bool:
    if stated.line is not None:
        return True
    label = stated.label or (stated.start, stated.end)
    if scene.sentence.span.exact[: label[0]].endswith("("):
        return True
    degree = stated.low is not None or stated.core > label[0]
    return states_likelihood(scene.doc, scene.sentence.span.start + stated.core, degree)


def _estimate(scene: _Scene, stated: Stated, as_of: When, number: int) -> Estimate:
    base = scene.sentence.span.start
    label = None
    if stated.label is not None:
        label = scene.span((base + stated.label[0], base + stated.label[1]))
    event = _event(scene, stated)
    words = _hull(scene, stated, event)
    statement = _statement_at(scene, base + stated.core)
    return Estimate(
        id=f"{scene.report.id}:e{number + 1}",
        words=scene.span(words),
        label_span=label,
        holder=() if statement is None or statement.own_voice else statement.source,
        statement=statement.id if statement else None,
        event=tuple(scene.span(place) for place in event),
        scopes=scopes_of(scene.doc, event),
        horizon=_horizon(scene, words),
        as_of=as_of,
        verbal=label.exact if label else None,
        low=stated.low,
        high=stated.high,
    )


def _event(scene: _Scene, stated: Stated) -> list[Range]:
    """The event's words: those the form gives, those the parse gives, or a heading's."""
    base = scene.sentence.span.start
    if stated.event is not None:
        return [_trimmed(scene, (base + stated.event[0], base + stated.event[1]))]
    if stated.line is not None:
        named = _before_label(scene, (base, base + stated.line))
        return [named or _from_heading(scene)]
    taken = stated.label or (stated.start, stated.end)
    label = (base + taken[0], base + taken[1])
    before = _before_bracket(scene, label[0])
    if before is not None:
        return [before]
    found = event_of(scene.doc, base + stated.core, label, scene.within)
    trimmed = [
        place for place in (_trimmed(scene, piece) for piece in found) if _says(scene, place)
    ]
    if trimmed:
        return trimmed
    if scene.sentence.form == "sentence":
        return [_trimmed(scene, scene.within)]
    return [_from_heading(scene)]


def _before_label(scene: _Scene, place: Range) -> Range | None:
    """What stands before a line's label, where it names an event and no mere horizon."""
    start, end = place
    for mention in scene.dates:
        if start <= mention.start < end and mention.end >= end - 2:
            end = mention.start
    return _trimmed(scene, (start, end)) if _says(scene, (start, end)) else None


def _before_bracket(scene: _Scene, at: int) -> Range | None:
    """The words before a bracket that holds nothing but a rank ("Plan A (most likely)")."""
    text = scene.report.text
    start = scene.sentence.span.start
    if at <= start or text[at - 1] != "(":
        return None
    place = _trimmed(scene, (start, at - 1))
    return place if _says(scene, place) else None


def _says(scene: _Scene, place: Range) -> bool:
    """Whether words name something beyond a term, a date or the likelihood itself."""
    start, end = place
    text = scene.report.text[start:end]
    for mention in scene.dates:
        if start <= mention.start and mention.end <= end:
            gap = " " * (mention.end - mention.start)
            text = text[: mention.start - start] + gap + text[mention.end - start :]
    return any(word.lower() not in _NO_EVENT for word in _WORD.findall(text))


def _from_heading(scene: _Scene) -> Range:
    """The event as the headings above put it, the nearest on likelihoods first; else the line."""
    above = [span for span in reversed(scene.sentence.section) if not _is_line(span.exact[:200])]
    chosen = next((span for span in above if CONTEXT.search(span.exact)), None)
    if chosen is None:
        chosen = next(iter(above), scene.sentence.span)
    named = _HEADING_EVENT.search(chosen.exact)
    if named and _WORD.search(chosen.exact[named.end() :]):
        return _trimmed(scene, (chosen.start + named.end(), chosen.end))
    return _trimmed(scene, (chosen.start, chosen.end))


def _trimmed(scene: _Scene, place: Range) -> Range:
    start, end = place
    text = scene.report.text
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES + ".":
        end -= 1
    return (start, end) if end > start else place


def _hull(scene: _Scene, stated: Stated, event: list[Range]) -> Range:
    """From the first to the last word of the statement, within its sentence."""
    start, end = scene.within
    base = scene.sentence.span.start
    inside = [place for place in event if start <= place[0] and place[1] <= end]
    if stated.line is not None or not inside:
        return start, end
    ends = [base + stated.end, *(place[1] for place in inside)]
    starts = [base + stated.start, *(place[0] for place in inside)]
    term = _TERM.search(scene.report.text, max(ends), min(end, max(ends) + 40))
    last = term.end() if term else _past_date(scene, max(ends))
    closes = scene.report.text[last : last + 1] == ")" and last < end
    return min(starts), last + closes


def _past_date(scene: _Scene, at: int) -> int:
    """The end of a date that follows at once ("is unlikely before June"), else `at`."""
    end = scene.within[1]
    near = [m.end for m in scene.dates if at <= m.start <= at + _NEAR and m.end <= end]
    return min(near, default=at)


def _horizon(scene: _Scene, words: Range) -> When:
    """By when: the one date in the statement's words, or unknown with the reason."""
    start, end = scene.within
    chosen = [m for m in scene.dates if words[0] <= m.start and m.end <= words[1]]
    known = [mention for mention in chosen if mention.when.known]
    if len(known) == 1 and not _is_over(scene, known[0].when):
        place = scene.span((known[0].start, known[0].end))
        return structs.replace(known[0].when, words=place)
    if len(known) > 1:
        return When.unknown("several dates stand in the sentence")
    term = _TERM.search(scene.report.text, start, end)
    if term:
        return When.unknown(f"no date is given for '{term.group()}'", scene.span(term.span()))
    if chosen and not known:
        return structs.replace(chosen[0].when, words=scene.span((chosen[0].start, chosen[0].end)))
    return When.unknown("no horizon is given")


def _is_over(scene: _Scene, when: When) -> bool:
    """Whether a date lies wholly before the report, so that it can be no horizon."""
    published = scene.report.published
    return bool(when.end and published.start and when.end < published.start)


def _statement_at(scene: _Scene, at: int) -> Statement | None:
    """The innermost statement whose content holds a character."""
    holding = [
        (sum(span.end - span.start for span in statement.content), statement.id, statement)
        for statement in scene.statements
        if any(span.start <= at < span.end for span in statement.content)
    ]
    return min(holding, key=lambda item: item[:2])[2] if holding else None


def _as_of(report: Report, doc: Doc) -> When:
    """The day of the estimates: the publication date, else the dateline's, else unknown."""
    if report.published.known:
        return report.published
    anchor = find_anchor(doc.text, report.published)
    if anchor.day is None:
        return When.unknown("the report gives no publication date")
    return day(anchor.day, f"relative to {anchor.basis}")
