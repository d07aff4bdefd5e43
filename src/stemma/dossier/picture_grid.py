"""Where units stand: a row for each lane, a column for each day, ordered to keep links short."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import count, pairwise

from stemma.dossier.picture_panels import NO_EDGE, Link, Unit

_SWEEPS, _PASSES = 16, 6
_MOST_DAYS = 14
"""Days up to which a report without an edge gets a column of its own day."""
_NEAR = 2
"""Rows between a source not held and whom it feeds, beyond which it gets a row of its own."""

Edges = list[tuple[int, int]]


@dataclass(frozen=True)
class Column:
    """Units of one day beside each other: `part` counts the columns of a day from 0.

    `kind`: "wanted" for sources not held, "day", "undated", or "other" for days left out.
    """

    kind: str
    day: date
    part: int


@dataclass(frozen=True)
class Grid:
    """Rows (the lane of each, `None` where it has none), columns, and the cell of each unit."""

    rows: tuple[str | None, ...]
    columns: tuple[Column, ...]
    cells: tuple[tuple[int, int], ...]


def arrange(units: tuple[Unit, ...], links: tuple[Link, ...]) -> Grid:
    """A cell for each unit, no two in one."""
    columns = _columns(units, links)
    order = sorted(set(columns), key=lambda c: (_KINDS.index(c.kind), c.day, c.part))
    across = {column: n for n, column in enumerate(order)}
    lanes = _lanes(units, links)
    rows = _with_wanted(lanes, units, links)
    down = {unit: n for n, (_, held) in enumerate(rows) for unit in held}
    return Grid(
        tuple(lane for lane, _ in rows),
        tuple(order),
        tuple((down[n], across[column]) for n, column in enumerate(columns)),
    )


_KINDS = ["wanted", "day", "undated", "other"]


def _columns(units: tuple[Unit, ...], links: tuple[Link, ...]) -> list[Column]:
    """The column of each unit. Within a day what comes from another stands right of that."""
    base = _bases(units)
    before: dict[int, list[int]] = {n: [] for n in range(len(units))}
    for link in links:
        if base[link.start] == base[link.end] and units[link.start].held:
            before[link.end].append(link.start)
    depth = _depths(before)
    part: dict[int, int] = {}
    taken: set[tuple[str, tuple[str, date], int]] = set()
    for n in sorted(before, key=lambda n: (depth[n], n)):
        least = max((part[m] + 1 for m in before[n] if m in part), default=0)
        lane = units[n].lane
        part[n] = next(p for p in count(least) if (lane, base[n], p) not in taken)
        if units[n].held:
            taken.add((lane, base[n], part[n]))
    return [Column(*base[n], part[n]) for n in range(len(units))]


def _bases(units: tuple[Unit, ...]) -> list[tuple[str, date]]:
    """The kind of column and the day of each unit."""
    days = {u.day for u in units if u.held and u.lane != f"\n{NO_EDGE}"}
    extra = {u.day for u in units if u.held} - days
    fits = len(days | extra) <= _MOST_DAYS
    found = []
    for unit in units:
        if not unit.held:
            found.append(("wanted", date.min))
        elif unit.day in extra and not fits:
            found.append(("other", date.max))
        else:
            found.append(("day", unit.day) if unit.day else ("undated", date.max))
    return found


def _depths(before: dict[int, list[int]]) -> dict[int, int]:
    """The longest way to each from one that nothing comes before; steps that close a ring cut."""
    depth = dict.fromkeys(before, 0)
    for _ in range(min(len(before), 12)):
        changed = False
        for node, earlier in before.items():
            longest = max((depth[e] + 1 for e in earlier), default=0)
            if longest > depth[node]:
                depth[node], changed = longest, True
        if not changed:
            break
    return depth


def _lanes(units: tuple[Unit, ...], links: tuple[Link, ...]) -> list[str]:
    """Lanes from top to bottom: connected ones together, in the order of their first days."""
    wanted = {
        n: [k.end for k in links if k.start == n and units[k.end].held] for n in _wanted(units)
    }
    held = [link for link in links if units[link.start].held and units[link.end].held]
    pairs = [(units[k.start].lane, units[k.end].lane) for k in held] * 2
    for fed in wanted.values():
        pairs += [(units[one].lane, units[other].lane) for one, other in pairwise(fed)]
    first: dict[str, tuple[date, int]] = {}
    for n, unit in enumerate(units):
        if unit.held and unit.lane != f"\n{NO_EDGE}":
            key = (unit.day or date.max, n)
            first[unit.lane] = min(first.get(unit.lane, key), key)
    ordered: list[str] = []
    for group in _components(sorted(first, key=first.__getitem__), pairs):
        place = {lane: n for n, lane in enumerate(group)}
        inner = [(place[a], place[b]) for a, b in pairs if a in place and b in place and a != b]
        ordered += [group[n] for n in _shortened(len(group), inner)]
    if any(unit.lane == f"\n{NO_EDGE}" for unit in units):
        ordered.append(f"\n{NO_EDGE}")
    return ordered


def _wanted(units: tuple[Unit, ...]) -> list[int]:
    return [n for n, unit in enumerate(units) if not unit.held]


def _components(lanes: list[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Lanes that pairs join, in the order of the first of each group."""
    root = {lane: lane for lane in lanes}
    for one, other in pairs:
        if one in root and other in root and root[one] != root[other]:
            old, new = root[other], root[one]
            root = {lane: new if r == old else r for lane, r in root.items()}
    groups: dict[str, list[str]] = {}
    for lane in lanes:
        groups.setdefault(root[lane], []).append(lane)
    return list(groups.values())


def _shortened(size: int, pairs: Edges) -> list[int]:
    """An order of `size` lanes in which `pairs` lie close: barycentres, then single moves."""
    beside: list[list[int]] = [[] for _ in range(size)]
    for one, other in pairs:
        beside[one].append(other)
        beside[other].append(one)
    best = order = list(range(size))
    for _ in range(_SWEEPS):
        place = _places(order)
        mean = [
            (place[n] + sum(place[m] for m in beside[n])) * 1000 // (1 + len(beside[n]))
            for n in range(size)
        ]
        order = sorted(order, key=mean.__getitem__)
        best = min(best, order, key=lambda o: _length(o, pairs))
    for _ in range(_PASSES):
        moved = _moved(best, beside, pairs)
        if moved == best:
            break
        best = moved
    return best


def _moved(order: list[int], beside: list[list[int]], pairs: Edges) -> list[int]:
    """`order` with each lane next to the neighbour where all links together are shortest."""
    best, least = order, _length(order, pairs)
    for lane in range(len(order)):
        rest = [other for other in best if other != lane]
        spots = {rest.index(m) + side for m in set(beside[lane]) for side in (0, 1)}
        for spot in sorted(spots):
            tried = [*rest[:spot], lane, *rest[spot:]]
            length = _length(tried, pairs)
            if length < least:
                best, least = tried, length
    return best


def _places(order: list[int]) -> list[int]:
    place = [0] * len(order)
    for n, lane in enumerate(order):
        place[lane] = n
    return place


def _length(order: list[int], pairs: Edges) -> int:
    place = _places(order)
    return sum(abs(place[one] - place[other]) for one, other in pairs)


def _with_wanted(
    lanes: list[str], units: tuple[Unit, ...], links: tuple[Link, ...]
) -> list[tuple[str | None, list[int]]]:
    """The rows with their units: each source not held in a row near whom it feeds."""
    row = {lane: n for n, lane in enumerate(lanes)}
    inside: list[list[int]] = [[] for _ in lanes]
    for n, unit in enumerate(units):
        if unit.held:
            inside[row[unit.lane]].append(n)
    own: list[list[int]] = [[] for _ in lanes]
    free = {n for n, lane in enumerate(lanes) if lane != f"\n{NO_EDGE}"}
    wishes = sorted(_wishes(units, links, row).items(), key=lambda w: (w[1], w[0]))
    at_wish = {wish: n for n, wish in reversed(wishes)}
    free -= set(at_wish)
    for n, wish in wishes:
        near = [r for r in sorted(free, key=lambda r: (abs(r - wish), r)) if abs(r - wish) <= _NEAR]
        near = [wish] if at_wish[wish] == n else near
        if near:
            free.discard(near[0])
            inside[near[0]].append(n)
        else:
            own[wish].append(n)
    found: list[tuple[str | None, list[int]]] = []
    for n, lane in enumerate(lanes):
        found.append((lane, inside[n]))
        found += [(None, [unit]) for unit in own[n]]
    return found


def _wishes(
    units: tuple[Unit, ...], links: tuple[Link, ...], row: dict[str, int]
) -> dict[int, int]:
    """The row where each source not held would best stand: the median of those it feeds."""
    found = {}
    for n in _wanted(units):
        ends = [k.end if k.start == n else k.start for k in links if n in (k.start, k.end)]
        rows = sorted(row[units[end].lane] for end in ends if units[end].held)
        found[n] = rows[(len(rows) - 1) // 2] if rows else 0
    return found
