"""Stated likelihoods: who says, of what event, by when, in which words and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from stemma.model.reading import Estimate, Sentence, Statement
from stemma.model.report import Report
from stemma.model.span import Place
from stemma.model.when import When
from stemma.reading.dates import DateMention
from stemma.reading.estimates_events import Range, scopes_of, states_likelihood
from stemma.reading.estimates_holders import clause_holder
from stemma.reading.estimates_labels import Stated, find_answer, find_stated
from stemma.reading.estimates_places import event_place, horizon_of, hull
from stemma.reading.estimates_scene import Scene, in_context, lines_joined, words_in
from stemma.reading.timewords_anchor import find_anchor
from stemma.reading.timewords_calendar import day

if TYPE_CHECKING:
    from spacy.tokens import Doc


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
    before: Sentence | None = None
    for sentence in lines_joined(report, sentences):
        scene = Scene(report, doc, sentence, before, tuple(dates), tuple(statements))
        for stated in _stated(scene):
            if _is_likelihood(scene, stated):
                made.append(_estimate(scene, stated, as_of, len(made)))
        before = sentence
    return made


def _stated(scene: Scene) -> list[Stated]:
    words = words_in(scene.sentence)
    found = find_stated(words, in_context(scene.sentence))
    before = scene.before
    if found or before is None or before.paragraph != scene.sentence.paragraph:
        return found
    return find_answer(words_in(before), words)


def _is_likelihood(scene: Scene, stated: Stated) -> bool:
    if stated.line is not None or stated.answers:
        return True
    if stated.low is None and stated.high is None and _is_asked(scene, stated):
        return False
    label = stated.label or (stated.start, stated.end)
    if scene.sentence.span.exact[: label[0]].endswith("("):
        return True
    degree = stated.low is not None or stated.core > label[0]
    return states_likelihood(scene.doc, scene.sentence.span.start + stated.core, degree)


def _is_asked(scene: Scene, stated: Stated) -> bool:
    """Whether a label stands in a question, which states nothing."""
    rest = words_in(scene.sentence)[stated.end :].rstrip(' \u00a0"”’»)')
    return rest.endswith("?") and not any(mark in rest for mark in ".!;")


def _estimate(scene: Scene, stated: Stated, as_of: When, number: int) -> Estimate:
    base = scene.sentence.span.start
    label = None
    if stated.label is not None:
        label = scene.span((base + stated.label[0], base + stated.label[1]))
    event = event_place(scene, stated)
    words = hull(scene, stated, event)
    statement = _statement_at(scene, base + stated.core)
    return Estimate(
        id=f"{scene.report.id}:e{number + 1}",
        words=scene.span(words),
        label_span=label,
        holder=_holder(scene, statement, event, base + stated.core),
        statement=statement.id if statement else None,
        event=tuple(scene.span(place) for place in event),
        scopes=scopes_of(scene.doc, event),
        horizon=horizon_of(scene, words),
        as_of=as_of,
        verbal=label.exact if label else None,
        low=stated.low,
        high=stated.high,
    )


def _holder(scene: Scene, statement: Statement | None, event: Sequence[Range], core: int) -> Place:
    """Who says so; empty for the author. Nobody who is spoken of in the event is its holder."""
    if statement is not None and not statement.own_voice:
        source = statement.source
        if not any(a <= span.start and span.end <= b for a, b in event for span in source):
            return source
    named = clause_holder(scene.doc, core)
    if named is None or not scene.within[0] <= named[0] < named[1] <= scene.within[1]:
        return ()
    return (scene.span(named),)


def _statement_at(scene: Scene, at: int) -> Statement | None:
    """The innermost statement whose content holds a character; somebody's before the outlet's."""
    holding = [
        (
            statement.own_voice,
            sum(span.end - span.start for span in statement.content),
            statement.id,
            statement,
        )
        for statement in scene.statements
        if any(span.start <= at < span.end for span in statement.content)
    ]
    return min(holding, key=lambda item: item[:3])[3] if holding else None


def _as_of(report: Report, doc: Doc) -> When:
    """The day of the estimates: the publication date, else the dateline's, else unknown."""
    if report.published.known:
        return report.published
    anchor = find_anchor(doc.text, report.published)
    if anchor.day is None:
        return When.unknown("the report gives no publication date")
    return day(anchor.day, f"relative to {anchor.basis}")
