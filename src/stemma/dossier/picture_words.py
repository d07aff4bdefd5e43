"""What is written in a picture of the family tree: in boxes, beside lanes, as titles of lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from stemma.dossier.citations import Citations
from stemma.dossier.index import Index
from stemma.dossier.picture_letters import fit, two_lines, width
from stemma.dossier.picture_panels import NO_EDGE, Link, Panel, Unit
from stemma.dossier.picture_plan import LETTERS, Sizes
from stemma.dossier.wording import counted, short_day_text

_ROOM, _MORE_ROOM = 140, 210
"""The width that names may take before they are broken or cut; the second in few columns."""
_FEW_COLUMNS = 6
_CROWD = 40
"""Rows beyond which names in boxes are kept to one line."""
_TAGS_ROOM = 64
_PAD = 7
"""The room left and right of the words in a box."""
_MOST_NAMED = 12
"""Outlets or sources that a title names one by one."""
LEGEND = {
    "copy": "copied word for word",
    "rework": "edited, translated or updated",
    "retell": "paraphrased",
    "credit": "quoted or credited",
    "loose": "shared source or event, unsettled",
}
"""What the styles of line stand for."""


@dataclass(frozen=True)
class Lane:
    """A lane's name as it is written, in one line or two, and whole."""

    lines: tuple[str, ...]
    title: str


@dataclass(frozen=True)
class Space:
    """The width that a name may take, and the lines that it may take in a box."""

    room: int
    lines: int


def space_for(rows: int, columns: int) -> Space:
    """The space for names in a picture of so many rows and columns."""
    return Space(_MORE_ROOM if columns <= _FEW_COLUMNS else _ROOM, 1 if rows > _CROWD else 2)


def lane_of_row(lane: str | None, units: Sequence[Unit], space: Space) -> Lane:
    """The name of a lane: its outlet, or the outlets whose reports are stacked in it."""
    if lane is None:
        return Lane((), "")
    if lane == f"\n{NO_EDGE}":
        return Lane(("No edge found",), "Reports with no edge")
    names = list(dict.fromkeys(n for u in units if u.held and u.lane == lane for n in u.names))
    if len(names) == 1:
        return Lane(two_lines(names[0], LETTERS, space.room), names[0])
    rest = names[1] if len(names) == 2 else f"and {len(names) - 1} more outlets"
    return Lane(tuple(fit(text, LETTERS, space.room) for text in (names[0], rest)), listed(names))


def listed(names: Sequence[str]) -> str:
    """Names in a row, as many as one takes in."""
    rest = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")


def label_of(unit: Unit, cite: Citations, space: Space) -> tuple[str, ...]:
    """What stands in a unit's box: its tags, with its name where it has no lane."""
    tags = tags_of(unit.members, cite)
    if len(unit.members) == 1 and not unit.held:
        name = f"{tags} {unit.names[0]}"
        if space.lines == 1:
            return (fit(name, LETTERS, space.room),)
        return two_lines(name, LETTERS, space.room)
    if width(tags, LETTERS) <= (_TAGS_ROOM if unit.held else space.room):
        return (tags,)
    first, _, _ = tags.replace("–", ",").partition(",")
    return (f"{first} +{len(unit.members) - 1}",)


def tags_of(members: Sequence[str], cite: Citations) -> str:
    """The tags of sources, those that follow one another as a range: "R2, R4–R9"."""
    tags = sorted((cite.one(member).label for member in members), key=_number)
    runs = groupby(enumerate(tags), key=lambda item: _number(item[1]) - item[0])
    found = []
    for _, run in runs:
        own = [tag for _, tag in run]
        found += own if len(own) < 3 else [f"{own[0]}–{own[-1]}"]
    return ", ".join(found)


def _number(tag: str) -> int:
    digits = "".join(letter for letter in tag if letter in "0123456789")
    return int(digits or 0)


def sizes_of(
    lanes: Sequence[Lane], units: Sequence[Unit], labels: Sequence[tuple[str, ...]]
) -> Sizes:
    """What the words of a picture need."""
    margin = 12 + max((width(text, LETTERS) for lane in lanes for text in lane.lines), default=0)
    wide = _box_widths(units, labels)
    return Sizes(
        left=margin,
        lanes=tuple(len(lane.lines) for lane in lanes),
        boxes=tuple((w, len(lines)) for w, lines in zip(wide, labels, strict=True)),
    )


def _box_widths(units: Sequence[Unit], labels: Sequence[tuple[str, ...]]) -> list[int]:
    """The width of each box; boxes of one kind that hold one source are as wide as each other."""
    own = [max(width(line, LETTERS) for line in lines) + 2 * _PAD for lines in labels]
    kinds = [(unit.held, unit.held and len(unit.members) > 1) for unit in units]
    common = {kind: max(w for w, k in zip(own, kinds, strict=True) if k == kind) for kind in kinds}
    return [w if kind == (True, True) else common[kind] for w, kind in zip(own, kinds, strict=True)]


def unit_title(unit: Unit, cite: Citations, index: Index) -> str:
    """What a unit is, in full: tags, outlets, day."""
    tags = tags_of(unit.members, cite)
    if not unit.held:
        return f"{tags}: {listed(unit.names)} (not held)"
    day = short_day_text(unit.day) if unit.day else "not dated"
    source = index.sources[unit.members[0]]
    title = index.reports[source.held].title if source.held else None
    if len(unit.members) == 1:
        return f"{tags}: {unit.names[0]}, {day}" + (f": {title}" if title else "")
    return f"{counted(len(unit.members), 'report')}: {tags}: {listed(unit.names)}, {day}"


def link_title(link: Link, units: Sequence[Unit], cite: Citations) -> str:
    """What a line stands for: its edges, its ends, how the one comes from the other."""
    numbers = [f"E{number}" for number, _ in link.edges]
    named = numbers[0] if len(numbers) == 1 else f"{numbers[0]} and {len(numbers) - 1} more"
    kinds = Counter(edge.kind for _, edge in link.edges)
    how = ", ".join(f"{n} × {kind}" if len(kinds) > 1 else kind for kind, n in kinds.items())
    one, other = (tags_of(units[end].members, cite) for end in (link.start, link.end))
    if not link.directed:
        return f"{named}: {one} and {other}: {how}, no direction"
    return f"{named}: {one} to {other}: {how}"


def describe(panel: Panel, units: Sequence[Unit]) -> str:
    """The picture in words: how it is laid out, and how much of what it shows."""
    held = sum(source.held is not None for source in panel.sources)
    absent = len(panel.sources) - held
    kinds = Counter(edge.kind for _, edge in panel.edges)
    stacks = sum(len(unit.members) > 1 for unit in units)
    edges = ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items()))
    return (
        "A lane for each outlet, days from left to right, sources that are not held at the left. "
        f"{counted(held, 'report')}, {counted(absent, 'source')} not held, "
        f"{counted(len(panel.edges), 'edge')}: {edges}."
        + (f" {counted(stacks, 'box holds', 'boxes hold')} several." if stacks else "")
        + " The table that follows lists every edge."
    )
