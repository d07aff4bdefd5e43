"""The tellings of each report, with the sentence that each stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from stemma.claims.changes import Told
from stemma.claims.scopes import stated_parts
from stemma.claims.view import StoryView, Telling
from stemma.claims.words import clip
from stemma.model.cast import CastIndex
from stemma.model.reading import Reading, Sentence
from stemma.model.span import words_of

MOST = 120


class Tellings:
    """Every telling in its sentence, and which body made which; built once for a corpus."""

    def __init__(
        self,
        views: list[StoryView],
        readings: tuple[Reading, ...],
        cast: CastIndex,
    ) -> None:
        self.parts = stated_parts(views, cast)
        self.view_of: dict[str, StoryView] = {}
        self._by_report: dict[str, list[Told]] = defaultdict(list)
        self._by_id: dict[str, Told] = {}
        sentences = {reading.report: reading.sentences for reading in readings}
        for view in views:
            for report, tellings in _grouped(view).items():
                self.view_of[report] = view
                told = _in_sentences(tellings, sentences.get(report, ()), cast)
                self._by_report[report] = told
                self._by_id.update((t.statement.id, t) for t in told)

    def of(self, report: str) -> list[Told]:
        """A report's tellings in order, at most `MOST`."""
        return self._by_report[report][:MOST]

    def one(self, telling: Telling) -> Told:
        """A telling in its sentence."""
        return self._by_id[telling.statement.id]


def _grouped(view: StoryView) -> dict[str, list[Telling]]:
    grouped: dict[str, list[Telling]] = defaultdict(list)
    for telling in view.tellings:
        grouped[telling.statement.report].append(telling)
    return grouped


def _in_sentences(
    tellings: list[Telling], sentences: tuple[Sentence, ...], cast: CastIndex
) -> list[Told]:
    ordered = sorted(sentences, key=lambda s: s.span.start)
    starts = [s.span.start for s in ordered]
    at = [bisect_right(starts, t.statement.content[0].start) - 1 for t in tellings]
    attributed = {
        n
        for n, telling in zip(at, tellings, strict=True)
        if telling.statement.source and not telling.statement.own_voice
    }
    return [
        Told(
            telling=telling,
            sentence=ordered[n].span.exact if n >= 0 else telling.statement.content[0].exact,
            around=" ".join(s.span.exact for s in _beside(ordered, n)),
            attributed=n in attributed,
            speaker=_speaker(telling, cast),
        )
        for n, telling in zip(at, tellings, strict=True)
    ]


def _beside(ordered: list[Sentence], at: int) -> list[Sentence]:
    return [] if at < 0 else [*ordered[max(0, at - 1) : at], *ordered[at + 1 : at + 2]]


def _speaker(telling: Telling, cast: CastIndex) -> str:
    known = [cast.actors[actor].name for actor in telling.speakers if actor in cast.actors]
    source = telling.statement.source
    return min(known) if known else f"“{clip(words_of(source), 60)}”" if source else ""
