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
from stemma.lineage.similarity import cosines, count_terms, load_frequencies
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
    where each turns on people, named `often` times or more, who are not the other's. Chosen on
    ECB+ topics 1-35 and the development triples of NeuS (eval/stories.py).
    """

    least: float = 0.2
    bound: float = 0.4
    credited: float = 0.25
    apart: int = 120
    other_time: float = 0.5
    often: int = 3
    other_people: float = 0.8


def find_stories(
    material: Material, credits_: Sequence[Credit], options: StoryOptions = StoryOptions()
) -> tuple[Story, ...]:
    """The stories, in the order of their first report; each report is in exactly one."""
    if not material.reports:
        return ()
    counts = [count_terms(row) for row in material.rows]
    alike = cosines(counts, load_frequencies())
    days = [_day(*pair) for pair in zip(material.reports, material.readings, strict=True)]
    _part_by_time(alike, days, options)
    _part_by_people(alike, material, options)
    for overlap in material.overlaps:
        if overlap.containment >= options.bound:
            alike[overlap.a, overlap.b] = alike[overlap.b, overlap.a] = 1.0
    _bind_credited(alike, material, credits_, options)
    groups = cluster(alike, options.least)
    return tuple(
        _story(f"t{n}", group, material, (counts, alike, days))
        for n, group in enumerate(groups, start=1)
    )


def _bind_credited(
    alike: NDArray[np.float32],
    material: Material,
    credits_: Sequence[Credit],
    options: StoryOptions,
) -> None:
    """Bind a report to the one that it credits: the likest of that outlet's, if like at all."""
    published: dict[str, list[int]] = defaultdict(list)
    for at in range(len(material.reports)):
        outlet = material.names.outlet(at)
        if outlet is not None:
            published[outlet].append(at)
    for credit in credits_:
        at = credit.report
        near = max(
            (other for other in published.get(credit.actor or "", ()) if other != at),
            key=lambda other: (float(alike[at, other]), -other),
            default=at,
        )
        if near != at and alike[at, near] >= options.credited:
            alike[at, near] = alike[near, at] = 1.0


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


def _part_by_people(alike: NDArray[np.float32], material: Material, options: StoryOptions) -> None:
    principal = [_principals(report, material, options.often) for report in material.reports]
    actors = {actor: n for n, actor in enumerate(sorted(set().union(*principal)))}
    turns = np.zeros((len(principal), len(actors)), dtype=np.float32)
    for at, people in enumerate(principal):
        turns[at, [actors[actor] for actor in people]] = 1
    some = turns.sum(axis=1) > 0
    alike[some[:, None] & some[None, :] & (turns @ turns.T == 0)] *= options.other_people


def _principals(report: Report, material: Material, often: int) -> set[str]:
    """The people whom a report names most: `often` or more, and half as often as the first."""
    names = material.names
    counts = {
        actor: n
        for actor, n in names.counts(report).items()
        if names.kind(actor) == "person" and " " in names.name(actor)
    }
    most = max(counts.values(), default=0)
    return {actor for actor, n in counts.items() if n >= often and 2 * n >= most}


def _story(
    story: str,
    group: Sequence[int],
    material: Material,
    measured: tuple[Sequence[Counter[str]], NDArray[np.float32], Sequence[date | None]],
) -> Story:
    counts, alike, days = measured
    centre = max(group, key=lambda at: (float(alike[at, group].sum()), -at))
    known = sorted(day for at in group if (day := days[at]) is not None)
    return Story(
        id=story,
        title=_title(material.reports[centre], counts[centre]),
        reports=tuple(material.reports[at].id for at in group),
        when=_interval(known),
        because=_reasons(group, counts, alike, known),
    )


def _title(report: Report, counts: Counter[str]) -> str:
    if report.title:
        return report.title
    first = next((line.strip() for line in report.text.splitlines() if line.strip()), "")
    if 0 < len(first) <= 120:
        return first
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
    group: Sequence[int],
    counts: Sequence[Counter[str]],
    alike: NDArray[np.float32],
    known: Sequence[date],
) -> tuple[str, ...]:
    if len(group) == 1:
        return ("no other report is near enough to it in words",)
    pairs = [float(alike[a, b]) for n, a in enumerate(group) for b in group[n + 1 :]]
    shared = Counter(term for at in group for term in counts[at])
    common = sorted(shared, key=lambda t: (-shared[t], -sum(counts[at][t] for at in group), t))
    return (
        f"{len(group)} reports, on average {sum(pairs) / len(pairs):.2f} alike in their words",
        f"words most of them use: {', '.join(common[:8])}",
        f"{len(known)} of {len(group)} give a date",
    )
