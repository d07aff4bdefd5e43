"""The roles that the reports give an actor, gathered from its mentions."""

from __future__ import annotations

from collections.abc import Sequence

from stemma.actors.names import parse_name
from stemma.actors.sightings import Sighting
from stemma.model.cast import Role
from stemma.model.reading import Reading
from stemma.model.span import Place, Span
from stemma.model.when import When

_NEAR = 12


def gather_roles(members: Sequence[Sighting], readings: Sequence[Reading]) -> tuple[Role, ...]:
    """Every role with its places, in the order of first appearance; case and articles aside."""
    words: dict[str, str] = {}
    places: dict[str, dict[Place, None]] = {}
    whens: dict[str, When] = {}
    for sighting in members:
        for mention in sighting.mentions:
            for span in mention.roles:
                key = parse_name(span.exact).key
                if not key:
                    continue
                words.setdefault(key, " ".join(span.exact.split()))
                places.setdefault(key, {})[span,] = None
                when = _when(span, readings[sighting.report])
                if when is not None:
                    whens.setdefault(key, when)
    return tuple(
        Role(role=words[key], places=tuple(places[key]), when=whens.get(key)) for key in words
    )


def _when(role: Span, reading: Reading) -> When | None:
    """The date that stands within the words of a role or close behind them."""
    for when in reading.dates:
        if when.words is not None and role.start <= when.words.start <= role.end + _NEAR:
            return when
    return None
