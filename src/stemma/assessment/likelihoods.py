"""Stated likelihoods across reports: whose they are, and which of them are about one event."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from stemma.model.assessment import Likelihood
from stemma.model.cast import CastIndex
from stemma.model.claim import Event
from stemma.model.corpus import Corpus
from stemma.model.reading import Estimate
from stemma.model.report import Report
from stemma.model.span import Place, Span, words_of

_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(
    "a an the that to of in on at by for with from be is are was were will would shall should do "
    "does did has have had its their his her actually ever still even really such this it and or "
    "end".split()
)
_ENDINGS = ("ing", "ed", "es", "s", "e")
_SHORTEST_STEM = 4
_SHORTEST_COPY = 5  # words below which two equal statements need not be copies
_LINK = re.compile(r"\s(?:in|by|on|at|before|until|within|during|for)\s*$")
_EDGES = " \t\n\u00a0,;:–—-"


@dataclass
class _Group:
    """Estimates in the same words and numbers: one likelihood, the others are copies of it."""

    estimates: list[Estimate] = field(default_factory=list)


def find_likelihoods(corpus: Corpus) -> tuple[tuple[Likelihood, ...], tuple[Event, ...]]:
    """Every stated likelihood once, in the order of the reports, and the events they are about.

    A likelihood repeated word for word in another report is counted once, for the report that
    came first. Two likelihoods are about one event only where the words for it, without their
    horizon, and the scopes are the same; nearness of meaning is never enough.
    """
    reports = corpus.reports_by_id()
    cast = CastIndex(corpus.cast)
    groups = _groups(corpus, reports)
    events: dict[tuple[frozenset[str], tuple[str, ...]], Event] = {}
    made: list[Likelihood] = []
    for group in groups:
        chosen = min(group.estimates, key=lambda e: (_published(reports, e), not e.holder))
        places = tuple(_event_place(reports[e.words.report], e) for e in group.estimates)
        key = (stems(words_of(places[group.estimates.index(chosen)])), _scopes(chosen))
        event = _joined(events.get(key), places, chosen, f"x{len(events) + 1}")
        events[key] = event
        made.append(_likelihood(chosen, cast, event))
    return tuple(made), tuple(events.values())


def stems(words: str) -> frozenset[str]:
    """The content words of an event, lowercase, without the endings of verbs and plurals."""
    found = (word.lower() for word in _WORD.findall(words))
    return frozenset(_stem(word) for word in found if word not in _EMPTY)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _groups(corpus: Corpus, reports: dict[str, Report]) -> list[_Group]:
    groups: dict[object, _Group] = {}
    for reading in corpus.readings:
        for estimate in reading.estimates:
            if estimate.words.report in reports:
                groups.setdefault(_copy_key(estimate), _Group()).estimates.append(estimate)
    return list(groups.values())


def _copy_key(estimate: Estimate) -> object:
    words = tuple(word.lower() for word in _WORD.findall(estimate.words.exact))
    if len(words) < _SHORTEST_COPY:
        return estimate.id
    return words, estimate.low, estimate.high


def _published(reports: dict[str, Report], estimate: Estimate) -> date:
    return reports[estimate.words.report].published.start or date.max


def _scopes(estimate: Estimate) -> tuple[str, ...]:
    return tuple(sorted(scope.lower() for scope in estimate.scopes))


def _event_place(report: Report, estimate: Estimate) -> Place:
    """The event's words without those of the horizon; all of them where nothing else is left."""
    horizon = estimate.horizon.words
    if horizon is None:
        return estimate.event
    pieces = [piece for span in estimate.event for piece in _without(report, span, horizon)]
    return tuple(pieces) or estimate.event


def _without(report: Report, span: Span, taken: Span) -> Iterable[Span]:
    if not span.meets(taken):
        yield span
        return
    for start, end in ((span.start, taken.start), (taken.end, span.end)):
        words = _LINK.sub("", report.text[start : max(start, end)])
        first = start + len(words) - len(words.lstrip(_EDGES))
        last = start + len(words.rstrip(_EDGES))
        if last > first:
            yield report.span(first, last)


def _joined(known: Event | None, places: tuple[Place, ...], chosen: Estimate, new_id: str) -> Event:
    if known is None:
        label = " ".join(words_of(places[0]).split())
        return Event(id=new_id, label=label, places=places, scopes=chosen.scopes)
    return Event(
        id=known.id,
        label=known.label,
        places=tuple(dict.fromkeys((*known.places, *places))),
        scopes=known.scopes,
    )


def _unsaid(scopes: tuple[str, ...], label: str) -> tuple[str, ...]:
    """The scopes that an event's own label does not hold already."""
    said = stems(label)
    return tuple(scope for scope in scopes if not stems(scope) <= said)


def _likelihood(estimate: Estimate, cast: CastIndex, event: Event) -> Likelihood:
    actor = cast.actor_of(estimate.holder) if estimate.holder else None
    return Likelihood(
        id=estimate.id,
        words=estimate.words,
        label_span=estimate.label_span,
        actor=actor,
        holder=estimate.holder,
        author_of=None if estimate.holder else estimate.words.report,
        event=event.id,
        scopes=_unsaid(estimate.scopes, event.label),
        horizon=estimate.horizon,
        as_of=estimate.as_of,
        verbal=estimate.verbal,
        low=estimate.low,
        high=estimate.high,
    )
