"""From words in a report to the actor they stand for."""

from __future__ import annotations

from stemma.model.cast import Cast, Reference
from stemma.model.span import Place, Span

_LINKS = frozenset({"of", "for", "to", "from", "by", "with", "at", "in", "on", "under", "against"})
"""Words after which a name is no longer the head of its phrase ("a lawyer for X")."""

_GOES_ON = frozenset(
    {"who", "whose", "which", "that", "and", "or", "himself", "herself", "itself", "themselves"}
    | _LINKS
)
"""Words that may follow a head; any other makes the name a part of what follows ("an X aide")."""


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
        near.sort(key=lambda r: (r.span.start, -r.span.end))
        around = (r.actor for r in near if r.span.holds(span) and _is_head(span, r.span))
        within = (r.actor for r in near if span.holds(r.span) and _is_head(r.span, span))
        return next(around, None) or next(within, None)


def _is_head(name: Span, phrase: Span) -> bool:
    """Whether `name` is what `phrase` is about, whatever titles and clauses stand around it.

    A name in apposition at the end of a phrase is its head too ("a spokesman for X, Y").
    """
    before = phrase.exact[: name.start - phrase.start].lower()
    after = phrase.exact[name.end - phrase.start :].strip()
    linked = not _LINKS.isdisjoint(before.split())
    if linked and not (before.rstrip().endswith(",") and not after):
        return False
    first, *_ = after.split() or [""]
    return (not first[:1].isalnum() and first[:1] not in {"'", "’"}) or first.lower() in _GOES_ON
