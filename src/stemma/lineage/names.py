"""Which actor stands at a span, and which reports are an actor's own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from stemma.lineage.words import fold
from stemma.model.cast import Cast
from stemma.model.reading import ActorKind
from stemma.model.report import Report
from stemma.model.span import Span


class Names:
    """The cast, asked by span."""

    def __init__(self, cast: Cast, reports: Sequence[Report]) -> None:
        self._actors = {actor.id: actor for actor in cast.actors}
        self._at: dict[str, list[tuple[int, int, str]]] = {}
        for reference in cast.references:
            span = reference.span
            self._at.setdefault(span.report, []).append((span.start, span.end, reference.actor))
        for found in self._at.values():
            found.sort()
        self._called = _by_name(cast)
        self._publishers = set(cast.outlets.values())
        self._outlets = [cast.outlets.get(report.id) for report in reports]

    def actor(self, span: Span) -> str | None:
        """The actor that the words of `span` name: the reference at their end, or the longest.

        Where no reference meets the span it is the only body of that very name, if there is one.
        """
        best = max(
            (
                (end == span.end, min(end, span.end) - max(start, span.start), -start, actor)
                for start, end, actor in self._near(span)
                if start < span.end and span.start < end
            ),
            default=None,
        )
        return best[3] if best else self._called.get(_plain(span.exact))

    def head(self, span: Span) -> str | None:
        """The actor whose name ends the words of `span`, nothing but small words before it."""
        for start, end, actor in self._near(span):
            before = span.exact[: max(0, start - span.start)]
            if end == span.end and not any(c.isupper() for c in before.lstrip()[1:]):
                return actor
        return self._called.get(_plain(span.exact))

    def speaker(self, span: Span) -> str | None:
        """The actor that speaks where `span` names the speaker: the first person named there."""
        inside = [a for s, e, a in self._near(span) if span.start <= s and e <= span.end]
        people = [actor for actor in inside if self.kind(actor) == "person"]
        return people[0] if people else self.actor(span)

    def _near(self, span: Span) -> list[tuple[int, int, str]]:
        found = self._at.get(span.report, [])
        first = max(0, bisect_left(found, (span.start, 0, "")) - 3)
        last = bisect_left(found, (span.end, 0, ""))
        return found[first:last]

    def within(self, span: Span) -> list[tuple[Span, str]]:
        """Every reference within `span` with its actor, in order."""
        return [
            (_part(span, start, end), actor)
            for start, end, actor in self._near(span)
            if span.start <= start and end <= span.end
        ]

    def among(self, span: Span) -> set[str]:
        """All actors named within `span`."""
        return {actor for _, actor in self.within(span)}

    def name(self, actor: str | None, span: Span | None = None) -> str:
        """The actor's name; the words themselves where no actor is known."""
        if actor in self._actors:
            return self._actors[actor].name
        return " ".join(span.exact.split()) if span is not None else ""

    def kind(self, actor: str | None) -> ActorKind:
        """The actor's kind, unknown where no actor is known."""
        return self._actors[actor].kind if actor in self._actors else "unknown"

    def publishes(self, actor: str) -> bool:
        """Whether some report is the actor's own, an outlet's article or a body's document."""
        return actor in self._publishers

    def outlet(self, report: int) -> str | None:
        """The actor that report number `report` is published by."""
        return self._outlets[report]

    def counts(self, report: Report) -> dict[str, int]:
        """How often the report stands for each actor."""
        found: dict[str, int] = {}
        for _, _, actor in self._at.get(report.id, ()):
            found[actor] = found.get(actor, 0) + 1
        return found

    def surname_variants(self) -> dict[str, str]:
        """Surnames that are spelt in several ways, each with the one that stands for all."""
        found: dict[str, str] = {}
        for actor in self._actors.values():
            if actor.kind == "person":
                full = {fold(name.split()[-1]) for name in actor.names if " " in name}
                if len(full) > 1:
                    found |= dict.fromkeys(full, min(full))
        return found


def _part(span: Span, start: int, end: int) -> Span:
    exact = span.exact[start - span.start : end - span.start]
    return Span(report=span.report, start=start, end=end, exact=exact)


def _plain(text: str) -> str:
    return " ".join(fold(text).split()).removeprefix("the ")


def _by_name(cast: Cast) -> dict[str, str]:
    """Organisations and outlets by each of their names; a name that several have is left out."""
    found: dict[str, set[str]] = {}
    for actor in cast.actors:
        if actor.kind in ("organisation", "outlet"):
            for name in actor.names:
                found.setdefault(_plain(name), set()).add(actor.id)
    return {name: min(actors) for name, actors in found.items() if len(actors) == 1}
