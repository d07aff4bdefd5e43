"""What one picture of the family tree shows: a story, its reports as units, the links of these.

Reports that no picture could tell apart but by name (one day, the same edges into them, none out
of them) are one unit, a stack; so are sources that nobody here holds and that feed the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from stemma.dossier.index import Index
from stemma.model.document import Document
from stemma.model.lineage import Derivation, Source

STYLES = {
    "verbatim": "copy",
    "edited": "rework",
    "translation": "rework",
    "update": "rework",
    "paraphrase": "retell",
    "quotes": "credit",
    "credits": "credit",
}
"""How an edge is drawn by its kind; any other kind is "loose"."""

_CROWD = 60
"""Reports with edges from which on two alike make a stack, whatever the kinds of their edges."""
_FEW = 4
"""How many alike make a stack below that."""

_MANY = 12
"""Sources not held up to which each has a place of its own, with its name."""

WANTED, NO_EDGE = "wanted", "no edge"
"""Kinds of stack: sources that nobody here holds, and reports without an edge."""

Numbered = tuple[int, Derivation]


@dataclass(frozen=True)
class Panel:
    """The stories drawn in one picture, by number, with their sources and numbered edges."""

    stories: tuple[int, ...]
    sources: tuple[Source, ...]
    edges: tuple[Numbered, ...]


@dataclass(frozen=True)
class Unit:
    """What has one place in a picture: a source, or several as a stack.

    `lane` is the outlet, or for a stack of several outlets a name that is no outlet's; `names`
    are the outlets. Sources that are not held have no lane.
    """

    members: tuple[str, ...]
    held: bool
    lane: str
    names: tuple[str, ...]
    day: date | None


@dataclass(frozen=True)
class Link:
    """Edges of one style from one unit to another, by their places in a list of units."""

    start: int
    end: int
    style: str
    edges: tuple[Numbered, ...]

    @property
    def directed(self) -> bool:
        """Whether any of its edges has a direction."""
        return any(edge.directed for _, edge in self.edges)


def numbered(document: Document) -> tuple[Numbered, ...]:
    """The edges of the tree, counted from 1."""
    return tuple(enumerate(document.lineage.edges, 1))


def panels(document: Document) -> tuple[Panel, ...]:
    """A panel for each story of two reports or more that has an edge.

    Stories that an edge between their reports joins share a panel.
    """
    number = {r: n for n, s in enumerate(document.lineage.stories, 1) for r in s.reports}
    sources = {source.id: source for source in document.sources}
    home = {s.id: number[s.held] for s in document.sources if s.held in number}
    edges: dict[int | None, list[Numbered]] = {}
    held_in: dict[int, list[str]] = {}
    for edge in numbered(document):
        edges.setdefault(_home(edge[1], home), []).append(edge)
    for id_, story in home.items():
        held_in.setdefault(story, []).append(id_)
    found = []
    for stories in _joined(len(document.lineage.stories), home, document.lineage.edges):
        inside = [edge for story in stories for edge in edges.get(story, ())]
        ends = dict.fromkeys(end for _, e in inside for end in (e.from_, e.to))
        held = [id_ for story in stories for id_ in held_in.get(story, ())]
        if inside and len(held) > 1:
            absent = [id_ for id_ in ends if sources[id_].held is None]
            shown = tuple(sources[id_] for id_ in (*held, *absent))
            found.append(Panel(stories, shown, tuple(inside)))
    return tuple(found)


def _home(edge: Derivation, home: dict[str, int]) -> int | None:
    """The story an edge belongs to: that of the report it ends in, else that it starts from."""
    return home.get(edge.to, home.get(edge.from_))


def _joined(count: int, home: dict[str, int], edges: Iterable[Derivation]) -> list[tuple[int, ...]]:
    """The numbers of stories, those together that an edge joins."""
    root = list(range(count + 1))
    for edge in edges:
        if edge.from_ in home and edge.to in home:
            one, other = sorted((root[home[edge.from_]], root[home[edge.to]]))
            root = [one if r == other else r for r in root]
    groups: dict[int, list[int]] = {}
    for story in range(1, count + 1):
        groups.setdefault(root[story], []).append(story)
    return [tuple(group) for group in groups.values()]


def units(panel: Panel, index: Index) -> tuple[Unit, ...]:
    """The sources of a panel as units, in the order of their first members."""
    edged = {end for _, edge in panel.edges for end in (edge.from_, edge.to)}
    shown = [source.held is not None for source in panel.sources if source.id in edged]
    crowd = shown.count(True) >= _CROWD
    least = {"copies": 2 if crowd else _FEW, WANTED: 2 if shown.count(False) > _MANY else None}
    found: list[Unit] = []
    for key, group in _groups(panel, index, crowd).items():
        kind = str(key[0])
        fewest = least.get(kind, 1)
        if fewest is None or len(group) < fewest:
            found += [_unit(kind, [source], index, "") for source in group]
        else:
            found.append(_unit(kind, group, index, repr(key[2])))
    return tuple(found)


def _groups(panel: Panel, index: Index, crowd: bool) -> dict[tuple[object, ...], list[Source]]:
    """Sources that are alike; in a crowd whatever the kinds of the edges into them."""
    into: dict[str, set[tuple[str, str]]] = {source.id: set() for source in panel.sources}
    out: dict[str, set[str]] = {source.id: set() for source in panel.sources}
    for _, edge in panel.edges:
        into[edge.to].add((edge.from_, "" if crowd else edge.kind))
        out[edge.from_].add(edge.to)
    groups: dict[tuple[object, ...], list[Source]] = {}
    for source in panel.sources:
        key = _alike(source, into[source.id], out[source.id], day_of(source, index))
        groups.setdefault(key, []).append(source)
    return groups


def _alike(
    source: Source, into: set[tuple[str, str]], out: set[str], day: date | None
) -> tuple[object, ...]:
    """What sources must share to make a stack; the first entry is the kind of stack."""
    if source.held is None and not into:
        return WANTED, None, tuple(sorted(out))
    if source.held is not None and not into and not out:
        return NO_EDGE, day, NO_EDGE
    if source.held is not None and not out:
        return "copies", day, tuple(sorted(into))
    return "alone", source.id, None


def _unit(kind: str, group: list[Source], index: Index, shared: str) -> Unit:
    names = tuple(dict.fromkeys(lane_of(source, index) for source in group))
    held = group[0].held is not None
    lane = names[0] if len(names) == 1 else f"\n{shared}"
    if not held or kind == NO_EDGE:
        lane = f"\n{kind}"
    members = tuple(source.id for source in group)
    return Unit(members, held, lane, names, day_of(group[0], index))


def lane_of(source: Source, index: Index) -> str:
    """The name of the lane a source is in: its outlet, or itself where it is not held."""
    if source.held is None:
        return " ".join(source.name.split())
    report = index.reports[source.held]
    return " ".join((report.outlet or report.title or report.file).split())


def day_of(source: Source, index: Index) -> date | None:
    """The day a held source was published, as far as it is known."""
    if source.held is None:
        return None
    when = index.reports[source.held].published
    return when.start or when.end


def links(panel: Panel, found: tuple[Unit, ...]) -> tuple[Link, ...]:
    """The edges of a panel between its units, those of one style between the same two as one."""
    place = {member: n for n, unit in enumerate(found) for member in unit.members}
    groups: dict[tuple[int, int, str], list[Numbered]] = {}
    for number, edge in panel.edges:
        style = STYLES.get(edge.kind, "loose")
        key = (place[edge.from_], place[edge.to], style)
        groups.setdefault(key, []).append((number, edge))
    return tuple(Link(*key, tuple(edges)) for key, edges in groups.items())
