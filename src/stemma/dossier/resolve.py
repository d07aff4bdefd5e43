"""From words in a report to the actor they stand for."""

from __future__ import annotations

from collections.abc import Iterable

from stemma.model.cast import Cast, Reference
from stemma.model.span import Place, Span

_LINKS = frozenset({"of", "for", "to", "from", "by", "with", "at", "in", "on", "under", "against"})
"""Words after which a name is no longer the head of its phrase ("a lawyer for X")."""


class Resolver:
    """Looks actors up by the words that name them.

    A phrase stands for an actor where it is a reference itself, where it lies within one (a name
    within its title and name), or where the reference is its head: "the lawyer for X" is not X.
    """

    def __init__(self, cast: Cast) -> None:
        self._exact: dict[tuple[str, int, int], str] = {}
        self._by_report: dict[str, list[Reference]] = {}
        for reference in cast.references:
            span = reference.span
            self._exact.setdefault((span.report, span.start, span.end), reference.actor)
            self._by_report.setdefault(span.report, []).append(reference)

    def place(self, place: Place) -> str | None:
        """The actor that the first span of `place` which names one stands for."""
        found = (self.span(span) for span in place)
        return next((actor for actor in found if actor is not None), None)

    def span(self, span: Span) -> str | None:
        """The actor that `span` stands for, `None` where no reference settles it."""
        exact = self._exact.get((span.report, span.start, span.end))
        if exact is not None:
            return exact
        near = [r for r in self._by_report.get(span.report, ()) if r.span.meets(span)]
        around = _longest(r for r in near if r.span.holds(span) and _is_head(span, r.span))
        within = _longest(r for r in near if span.holds(r.span) and _is_head(r.span, span))
        chosen = around or within
        return chosen.actor if chosen else None


def _longest(references: Iterable[Reference]) -> Reference | None:
    """The longest reference; the first of equals."""
    return max(references, key=lambda r: (r.span.end - r.span.start, -r.span.start), default=None)


def _is_head(name: Span, phrase: Span) -> bool:
    """Whether `name` is the head of `phrase`: no linking word before it, no possessive after."""
    before = phrase.exact[: name.start - phrase.start].lower().split()
    after = phrase.exact[name.end - phrase.start :]
    return not _LINKS.intersection(before) and not after.startswith(("'s", "’s", "' ", "’ "))
