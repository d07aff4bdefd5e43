"""Who told a claim first, who then, and whether by copy or on its own.

Reports stand in the order of their days; of one day a copy comes after what it was made from. A
report is on its own where none before it goes back to the same origin, as far as the tree knows.
"""

from __future__ import annotations

from datetime import date

from stemma.claims.origins import FamilyTree
from stemma.claims.view import Setting, Telling
from stemma.model.claim import Origins, Step, Way


def find_spread(
    members: list[Telling], origins: Origins, tree: FamilyTree, setting: Setting
) -> tuple[Step, ...]:
    """The reports that tell a claim, in order; empty where one report alone does."""
    firsts: dict[str, Telling] = {}
    for telling in members:
        firsts.setdefault(telling.statement.report, telling)
    if len(firsts) < 2:
        return ()
    sources = {r: _source(r, members, tree) for r in firsts}
    order = _in_order(list(firsts), sources, setting)
    places = _places(order, sources, setting)
    ways = _ways([firsts[r] for r in order], origins, tree)
    steps = []
    for report in order:
        from_ = sources[report]
        way: Way = "copy" if from_ is not None else ways[report]
        statement = firsts[report].statement.id
        steps.append(
            Step(report=report, statement=statement, place=places[report], way=way, from_=from_)
        )
    return tuple(steps)


def find_first(members: list[Telling], spread: tuple[Step, ...]) -> str | None:
    """The earliest telling; `None` where two may be, or where what has no date may be earlier."""
    if not spread:
        return members[0].statement.id if members else None
    earliest = [step for step in spread if step.place == 1]
    undated = any(step.place is None and step.way != "copy" for step in spread)
    return earliest[0].statement if len(earliest) == 1 and not undated else None


def _source(report: str, members: list[Telling], tree: FamilyTree) -> str | None:
    """The report that one of a report's tellings was copied from."""
    told = (tree.copied_from(t) for t in members if t.statement.report == report)
    return next((source for source in told if source is not None), None)


def _in_order(reports: list[str], sources: dict[str, str | None], setting: Setting) -> list[str]:
    """The reports by day, undated ones last, and none before the report that it was copied from."""
    waiting = sorted(reports, key=lambda r: (setting.published(r) or date.max, reports.index(r)))
    order: list[str] = []
    while waiting:
        ready = (r for r in waiting if sources[r] not in waiting)
        chosen = next(ready, waiting[0])
        waiting.remove(chosen)
        order.append(chosen)
    return order


def _places(
    order: list[str], sources: dict[str, str | None], setting: Setting
) -> dict[str, int | None]:
    """A number for each report: the same for those of one day that no copying puts in order."""
    places: dict[str, int | None] = {}
    last: list[str] = []
    for number, report in enumerate(order, 1):
        day = setting.published(report)
        if day is None:
            alone = number == 1 and all(_root(r, sources) == report for r in order)
            places[report] = 1 if alone else None
            continue
        if not last or setting.published(last[0]) != day or sources[report] in last:
            last = []
        last.append(report)
        places[report] = places[last[0]] if len(last) > 1 else number
    return places


def _root(report: str, sources: dict[str, str | None]) -> str:
    """The report at the other end of the copying; of a circle any."""
    for _ in sources:
        above = sources.get(report)
        if above is None:
            break
        report = above
    return report


def _ways(told: list[Telling], origins: Origins, tree: FamilyTree) -> dict[str, Way]:
    """On its own the first of each origin, from the same origin the others."""
    group_of = {root: n for n, group in enumerate(origins.sets) for root in group}
    ways: dict[str, Way] = {}
    seen: set[int | str] = set()
    for telling in told:
        root, _ = tree.root(telling)
        origin: int | str = group_of.get(root, root)
        ways[telling.statement.report] = "same-origin" if origin in seen else "own"
        seen.add(origin)
    return ways
