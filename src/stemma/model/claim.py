"""What the reports say together: claims and origins, differences, retellings, events, timeline."""

from __future__ import annotations

from typing import Literal

import msgspec

from stemma.model.reading import Modality
from stemma.model.span import Place
from stemma.model.when import When

DifferenceKind = Literal[
    "date",
    "number",
    "name",
    "role",
    "scope",
    "stage",
    "polarity",
    "hedge",
    "condition",
    "attribution",
    "wording",
    "other",
]
Verdict = Literal[
    "conflict",
    "update",
    "different-scope",
    "different-stage",
    "spread",
    "compatible",
    "unsure",
    "not-compared",
]
Change = Literal[
    "hedge",
    "attribution",
    "condition",
    "scope",
    "number",
    "stage",
    "quotation",
    "name",
    "other",
]
Way = Literal["own", "copy", "same-origin"]
"""How a report came by a claim: by itself, as far as known; from a report; from where another has
it, in no known order."""
Direction = Literal["stronger", "weaker", "neither", "unknown"]


class Origins(msgspec.Struct, frozen=True, kw_only=True):
    """How many independent sources stand behind a claim: at least, and at most (`None`: open).

    `sets` are the groups of source ids that count once each at most; `because` says why.
    Where independence can't be settled `least` understates it.
    """

    least: int
    most: int | None
    sets: tuple[tuple[str, ...], ...]
    because: tuple[str, ...]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A report that tells a claim, at its place among those that do, and how it came by it.

    `statement` is its first telling. Of equal `place` the order is unknown; `None` where the
    report has no date. `from_` is the report that a copy was made from.
    """

    report: str
    statement: str
    place: int | None
    way: Way
    from_: str | None = msgspec.field(name="from", default=None)


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """Statements that say the same. `first` is the earliest, `None` where order is unknown.

    `spread` are the reports in the order in which they told it, where two or more do.
    """

    id: str
    statements: tuple[str, ...]
    story: str
    first: str | None = None
    origins: Origins
    spread: tuple[Step, ...] = ()


class Variant(msgspec.Struct, frozen=True, kw_only=True):
    """One reading of a thing on which reports differ: a value and the places where it stands."""

    value: str
    places: tuple[Place, ...]
    statements: tuple[str, ...] = ()


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One thing with two or more readings; `reconcilable` are questions, never assertions."""

    id: str
    kind: DifferenceKind
    about: str
    readings: tuple[Variant, ...]
    verdict: Verdict
    reconcilable: tuple[str, ...] = ()
    because: tuple[str, ...] = ()


class Retelling(msgspec.Struct, frozen=True, kw_only=True):
    """What changed between a telling (`from_`) and a later one (`to`), and which way.

    `edge` names the sources at its ends; `None` for a headline against its own body.
    """

    id: str
    from_: Place = msgspec.field(name="from")
    to: Place
    edge: tuple[str, str] | None = None
    change: Change
    direction: Direction
    because: tuple[str, ...] = ()


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened or may happen; `scopes` are the qualifiers that tell it apart."""

    id: str
    label: str
    places: tuple[Place, ...]
    scopes: tuple[str, ...] = ()


class TimelineEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One event at one reading of its date; `story` is `None` for background and precedents.

    `modality` is how `what` is told: as a fact, as possible, as intended, under a condition.
    """

    when: When
    event: str
    what: str
    statements: tuple[str, ...]
    differences: tuple[str, ...] = ()
    story: str | None = None
    modality: Modality = "unknown"


class Collation(msgspec.Struct, frozen=True, kw_only=True):
    """The reports side by side; `compared` says what was compared where no difference is found."""

    claims: tuple[Claim, ...] = ()
    differences: tuple[Difference, ...] = ()
    retellings: tuple[Retelling, ...] = ()
    events: tuple[Event, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    compared: tuple[str, ...] = ()
