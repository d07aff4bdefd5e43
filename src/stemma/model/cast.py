"""Actors across reports: one for all spellings of a name, two for two people of one surname."""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from stemma.model.reading import ActorKind
from stemma.model.span import Place, Span
from stemma.model.when import When


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """A role as stated, with every place that states it; `when` is `None` where none is given."""

    role: str
    places: tuple[Place, ...]
    when: When | None = None


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who acts or speaks. `name` is the commonest full spelling, `names` all of them."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: ActorKind
    roles: tuple[Role, ...] = ()


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """A mention that stands for an actor."""

    span: Span
    actor: str


class Cast(msgspec.Struct, frozen=True, kw_only=True):
    """All actors, every mention that stands for one, and the actor that each report's outlet is.

    `because` says, for each actor with several spellings, why they were joined.
    """

    actors: tuple[Actor, ...] = ()
    references: tuple[Reference, ...] = ()
    outlets: dict[str, str] = {}
    because: dict[str, str] = {}


_LINKS = frozenset(
    "of for to from by with without at in on under against about via through than".split()
)
"""Words after which a name is no longer the head of its phrase ("a lawyer for X")."""

_GOES_ON = frozenset(
    {"who", "whose", "which", "that", "and", "or", "himself", "herself", "itself", "themselves"}
    | _LINKS
)
"""Words that may follow a head; any other makes the name a part of what follows ("an X aide")."""


_STANDING = frozenset("acting outgoing incoming ruling sitting leading governing opposing".split())
"""Words in -ing that stand before a name as titles do; any other has the name as its object."""

_BARE = frozenset("the a an officials in from all of".split())


class CastIndex:
    """A cast asked by span; built once by whoever asks often.

    A phrase stands for an actor where it is a reference itself, where it lies within one (a name
    within its title and name), or where the reference is its head: "the lawyer for X" is not X.
    """

    def __init__(self, cast: Cast) -> None:
        self.actors = {actor.id: actor for actor in cast.actors}
        self._spans: dict[str, list[Reference]] = {}
        for reference in sorted(
            cast.references, key=lambda r: (r.span.start, -r.span.end, r.actor)
        ):
            self._spans.setdefault(reference.span.report, []).append(reference)
        self._starts = {
            report: [r.span.start for r in found] for report, found in self._spans.items()
        }
        self._longest = max((r.span.end - r.span.start for r in cast.references), default=0)

    def near(self, span: Span) -> list[Reference]:
        """The references that share a character with `span`, in text order."""
        found = self._spans.get(span.report, [])
        starts = self._starts.get(span.report, [])
        first = bisect_left(starts, span.start - self._longest)
        last = bisect_left(starts, span.end)
        return [r for r in found[first:last] if r.span.meets(span)]

    def within(self, span: Span) -> list[Reference]:
        """The references that lie wholly within `span`, in text order."""
        return [r for r in self.near(span) if span.holds(r.span)]

    def named(self, place: Place) -> frozenset[str]:
        """Every actor that the words of `place` name, in passing or not."""
        return frozenset(r.actor for span in place for r in self.within(span))

    def actor_at(self, span: Span) -> str | None:
        """The actor that `span` stands for; `None` where no reference settles it."""
        near = self.near(span)
        exact = (r.actor for r in near if (r.span.start, r.span.end) == (span.start, span.end))
        around = (r.actor for r in near if r.span.holds(span) and _is_head(span, r.span))
        inside = (
            r.actor
            for r in near
            if span.holds(r.span) and _is_head(r.span, span) and self._may_head(r, span)
        )
        return next(exact, None) or next(around, None) or next(inside, None)

    def _may_head(self, reference: Reference, phrase: Span) -> bool:
        """Whether a name can be more than a modifier: a place speaks only where it stands alone."""
        actor = self.actors.get(reference.actor)
        if actor is None or actor.kind != "place":
            return True
        rest = phrase.exact.replace(reference.span.exact, " ", 1).lower().split()
        return all(word.strip(",.’'") in _BARE for word in rest)

    def actor_of(self, place: Place) -> str | None:
        """The actor that the first span of `place` that stands for one stands for."""
        found = (self.actor_at(span) for span in place)
        return next((actor for actor in found if actor is not None), None)


def _is_head(name: Span, phrase: Span) -> bool:
    """Whether `name` is what `phrase` is about, whatever titles and clauses stand around it.

    A name in apposition at the end of a phrase is its head too ("a spokesman for X, Y", "the
    leader of X, Y of Norvia").
    """
    before = phrase.exact[: name.start - phrase.start].lower()
    after = phrase.exact[name.end - phrase.start :].strip()
    words = before.split()
    linked = not _LINKS.isdisjoint(words)
    set_apart = before.rstrip().endswith(",") and (not after or after.lower().startswith("of "))
    if linked and not set_apart:
        return False
    if words and words[-1].endswith("ing") and words[-1] not in _STANDING:
        return False
    first, *_ = after.split() or [""]
    return (not first[:1].isalnum() and first[:1] not in {"'", "’"}) or first.lower() in _GOES_ON
