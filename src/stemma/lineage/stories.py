"""Which reports are about the same event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from stemma.lineage.clusters import cluster
from stemma.lineage.credits import Credit
from stemma.lineage.material import Material
from stemma.lineage.names import Names
from stemma.lineage.principals import common_principals
from stemma.lineage.similarity import cosines, count_terms, load_shares
from stemma.model.lineage import Story
from stemma.model.reading import Reading
from stemma.model.report import Report
from stemma.model.when import When


@dataclass(frozen=True)
class StoryOptions:
    """How alike the reports of one story are on average, and what binds or parts them.

    Reports of which one holds `bound` of the other's words are in one story whatever else they
    say, as are `credited` alike ones of which one credits the other's outlet. Likeness is
    multiplied by `other_time` where `apart` days lie between two reports, and by `other_people`
    where each turns on people, named `often` times or more, who are not the other's; within
    `running` days it grows by up to twice `principals` with the rare names that both turn on.
    Chosen on ECB+ topics 1-35 and the development triples of NeuS (eval/stories.py), which give
    no days; the last two on folders of news on one and on two events.
    """

    least: float = 0.2
    bound: float = 0.4
    credited: float = 0.25
    apart: int = 120
    other_time: float = 0.5
    often: int = 3
    other_people: float = 0.8
    running: int = 60
    principals: float = 0.6
    widest: int = 6_000


@dataclass(frozen=True)
class _Group:
    """The reports of one story by number, and how alike every two of them are."""

    reports: tuple[int, ...]
    alike: NDArray[np.float32]


def find_stories(
    material: Material, credits_: Sequence[Credit], options: StoryOptions = StoryOptions()
) -> tuple[Story, ...]:
    """The stories, in the order of their first report; each report is in exactly one.

    Beyond `widest` reports they are taken in that many at a time, in the order of their days.
    """
    counts = [count_terms(row) for row in material.rows]
    days = [_day(*pair) for pair in zip(material.reports, material.readings, strict=True)]
    order = list(range(len(days)))
    if len(days) > options.widest:
        order.sort(key=lambda at: (days[at] or date.max, at))
    groups = []
    for first in range(0, len(days), options.widest):
        part = sorted(order[first : first + options.widest])
        alike = cosines([counts[at] for at in part], load_shares("frequencies.txt"))
        _part_by_time(alike, [days[at] for at in part], options)
        near = _near_in_time([days[at] for at in part], options.running)
        alike[near] *= 1 + options.principals * common_principals(part, material)[near]
        _part_by_people(alike, [material.reports[at] for at in part], material.names, options)
        _bind(alike, part, material, credits_, options)
        groups += [
            _Group(tuple(part[n] for n in group), alike[np.ix_(group, group)])
            for group in cluster(alike, options.least)
        ]
    groups.sort(key=lambda group: group.reports)
    return tuple(
        _story(f"t{n}", group, material, counts, days) for n, group in enumerate(groups, start=1)
    )


def _bind(
    alike: NDArray[np.float32],
    part: Sequence[int],
    material: Material,
    credits_: Sequence[Credit],
    options: StoryOptions,
) -> None:
    """Bind copies, and reports to the one that they credit: the likest of that outlet's."""
    place = {at: n for n, at in enumerate(part)}
    for overlap in material.overlaps:
        if overlap.containment >= options.bound and overlap.a in place and overlap.b in place:
            _join(alike, place[overlap.a], place[overlap.b])
    published: dict[str, list[int]] = defaultdict(list)
    for n, at in enumerate(part):
        outlet = material.names.outlet(at)
        if outlet is not None:
            published[outlet].append(n)
    for credit in credits_:
        one = place.get(credit.report)
        near = [n for n in published.get(credit.actor or "", ()) if n != one]
        if one is None or not near:
            continue
        best = max(near, key=lambda n: (float(alike[one, n]), -n))
        if alike[one, best] >= options.credited:
            _join(alike, one, best)


def _join(alike: NDArray[np.float32], one: int, two: int) -> None:
    alike[one, two] = alike[two, one] = 1.0


def _day(report: Report, reading: Reading) -> date | None:
    """The day a report is from: its publication, or else the latest day or month it gives."""
    if report.published.start is not None:
        return report.published.start
    days = [w.start for w in reading.dates if w.kind in ("day", "month") and w.start is not None]
    return max(days, default=None)


def _part_by_time(
    alike: NDArray[np.float32], days: Sequence[date | None], options: StoryOptions
) -> None:
    known = np.array([day.toordinal() if day else 0 for day in days])
    both = (known[:, None] > 0) & (known[None, :] > 0)
    far = np.abs(known[:, None] - known[None, :]) >= options.apart
    alike[both & far] *= options.other_time


def _near_in_time(days: Sequence[date | None], running: int) -> NDArray[np.bool_]:
    """Which two reports are from days at most `running` apart; none of unknown day is."""
    known = np.array([day.toordinal() if day else 0 for day in days])
    both = (known[:, None] > 0) & (known[None, :] > 0)
    near: NDArray[np.bool_] = both & (np.abs(known[:, None] - known[None, :]) <= running)
    return near


def _part_by_people(
    alike: NDArray[np.float32], reports: Sequence[Report], names: Names, options: StoryOptions
) -> None:
    principal = [_principals(report, names, options.often) for report in reports]
    actors = {actor: n for n, actor in enumerate(sorted(set().union(*principal)))}
    turns = np.zeros((len(principal), len(actors)), dtype=np.float32)
    for at, people in enumerate(principal):
        turns[at, [actors[actor] for actor in people]] = 1
    some = turns.sum(axis=1) > 0
    alike[some[:, None] & some[None, :] & (turns @ turns.T == 0)] *= options.other_people


def _principals(report: Report, names: Names, often: int) -> set[str]:
    """The people whom a report names most: `often` or more, and half as often as the first."""
    counts = {
        actor: n
        for actor, n in names.counts(report).items()
        if names.kind(actor) == "person" and " " in names.name(actor)
    }
    most = max(counts.values(), default=0)
    return {actor for actor, n in counts.items() if n >= often and 2 * n >= most}


def _story(
    story: str,
    group: _Group,
    material: Material,
    counts: Sequence[Counter[str]],
    days: Sequence[date | None],
) -> Story:
    order = np.argsort(-group.alike.sum(axis=1), kind="stable").tolist()
    central = [group.reports[n] for n in order]
    known = sorted(day for at in group.reports if (day := days[at]) is not None)
    return Story(
        id=story,
        title=_title([material.reports[at] for at in central], counts[central[0]]),
        reports=tuple(material.reports[at].id for at in group.reports),
        when=_interval(known),
        because=_reasons(group, [counts[at] for at in group.reports], known),
    )


def _title(central: Sequence[Report], counts: Counter[str]) -> str:
    """The title nearest the story's centre, or else the commonest words there."""
    title = next((report.title for report in central if report.title), None)
    if title is not None:
        return title
    return ", ".join(term for term, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:5])


def _interval(known: Sequence[date]) -> When:
    if not known:
        return When.unknown("no report of the story gives a date")
    kind = "day" if known[0] == known[-1] else "interval"
    return When(
        kind="day" if kind == "day" else "interval",
        start=known[0],
        end=known[-1],
        resolved="relative to the dates of the story's reports",
    )


def _reasons(
    group: _Group, counts: Sequence[Counter[str]], known: Sequence[date]
) -> tuple[str, ...]:
    size = len(group.reports)
    if size == 1:
        return ("no other report is near enough to it in words",)
    mean = (float(group.alike.sum()) - float(np.trace(group.alike))) / (size * (size - 1))
    spread = Counter(term for terms in counts for term in terms)
    often = Counter[str]()
    for terms in counts:
        often.update(terms)
    common = sorted(spread, key=lambda term: (-spread[term], -often[term], term))
    return (
        f"{size} reports, on average {mean:.2f} alike in their words and in whom they turn on",
        f"words most of them use: {', '.join(common[:8])}",
        f"{len(known)} of {size} give a date",
    )
