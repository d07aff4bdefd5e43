"""Which actor stands at a span, what kind it is, and which reports are an actor's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from stemma.lineage.alphabet import fold
from stemma.model.cast import Cast, CastIndex
from stemma.model.reading import ActorKind
from stemma.model.report import Report
from stemma.model.span import Span

_OUTLET_WORDS = re.compile(
    r"\b(?:agency|broadcaster|channel|daily|magazine|network|news|newspaper|newswire|outlet|paper"
    r"|portal|radio|station|television|tv|weekly|website|times|post|herald|tribune|gazette|journal"
    r"|courier|chronicle|zeitung|press|today)\b",
    re.IGNORECASE,
)
# Outlets whose names hold none of these words, and are nobody else's.
_OUTLETS = frozenset(
    """abc afp anadolu ansa ap axios bbc bloomberg breitbart buzzfeed cbc cbs cnbc cnn dpa efe
    euronews fars haaretz huffpost interfax irna isna itv kcna kyodo msnbc nbc newsmax newsweek nhk
    npr pbs politico propublica pti reuters rt rte salon sana slate spiegel sputnik tass tasnim trt
    upi vox wafa xinhua yonhap zdf""".split()
)


class Names:
    """The cast, asked by span and by actor."""

    def __init__(self, cast: Cast, reports: Sequence[Report]) -> None:
        self._index = CastIndex(cast)
        self._actors = self._index.actors
        self._called = _by_name(cast)
        self._publishers = set(cast.outlets.values())
        self._outlets = [cast.outlets.get(report.id) for report in reports]

    def actor(self, span: Span) -> str | None:
        """The actor that the words of `span` stand for.

        Where no reference settles it, the only body of that very name, if there is one.
        """
        return self._index.actor_at(span) or self._called.get(_plain(span.exact))

    def carrier(self, span: Span) -> str | None:
        """The actor that the words of `span` stand for as what carried words.

        Where none is settled, the only outlet that they name ("a reporter of the Vale Post").
        """
        press = {actor for actor in self.among(span) if self.press(actor)}
        return self.actor(span) or (press.pop() if len(press) == 1 else None)

    def within(self, span: Span) -> list[tuple[Span, str]]:
        """Every reference within `span` with its actor, in order."""
        return [(reference.span, reference.actor) for reference in self._index.within(span)]

    def among(self, span: Span) -> frozenset[str]:
        """All actors named within `span`."""
        return self._index.named((span,))

    def name(self, actor: str | None, span: Span | None = None) -> str:
        """The actor's name; the words themselves where no actor is known."""
        if actor in self._actors:
            return self._actors[actor].name
        return " ".join(span.exact.split()) if span is not None else ""

    def kind(self, actor: str | None) -> ActorKind:
        """The actor's kind, unknown where no actor is known."""
        return self._actors[actor].kind if actor in self._actors else "unknown"

    def press(self, actor: str | None) -> bool:
        """Whether the actor publishes news, by its kind or by its name."""
        return self.kind(actor) == "outlet" or is_press(self.name(actor))

    def publishes(self, actor: str) -> bool:
        """Whether some report is the actor's own, an outlet's article or a body's document."""
        return actor in self._publishers

    def outlet(self, report: int) -> str | None:
        """The actor that report number `report` is published by."""
        return self._outlets[report]


def is_press(name: str) -> bool:
    """Whether a name has a word for an outlet in it, or is a well-known outlet's."""
    return bool(_OUTLET_WORDS.search(name)) or _plain(name) in _OUTLETS


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
