"""Which reports are about the same event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from stemma.lineage.credits import Credit
from stemma.lineage.material import Material
from stemma.lineage.principals import find_principals
from stemma.lineage.story_index import LIKELY, Entry, StoryIndex, add
from stemma.lineage.story_terms import count_terms, describe, read_forms
from stemma.model.lineage import Story
from stemma.model.reading import Reading
from stemma.model.report import Report
from stemma.model.when import When

_COPIED = 0.4  # of a report's words found in another: they are of one story whatever else they say


def find_stories(material: Material, credits_: Sequence[Credit]) -> tuple[Story, ...]:
    """The stories, in the order of their first report; each report is in exactly one."""
    index, _ = add(StoryIndex(), find_entries(material, credits_), find_copies(material))
    number = {report.id: at for at, report in enumerate(material.reports)}
    groups = sorted(sorted(number[id_] for id_ in story) for story in index.all_stories())
    return tuple(_story(f"t{n}", group, material, index) for n, group in enumerate(groups, start=1))


def find_entries(material: Material, credits_: Sequence[Credit]) -> list[Entry]:
    """What the index of stories keeps of each report."""
    credited: dict[int, set[str]] = defaultdict(set)
    for credit in credits_:
        if credit.actor is not None:
            credited[credit.report].add(credit.actor)
    found = []
    for at, (report, row) in enumerate(zip(material.reports, material.rows, strict=True)):
        day, forms = find_day(report, material.readings[at]), read_forms(report.text, row)
        found.append(
            Entry(
                report=report.id,
                traits=describe(forms, report.language),
                principals=find_principals(report, row, forms),
                day=day.toordinal() if day else None,
                outlet=material.names.outlet(at),
                credits=frozenset(credited[at]),
            )
        )
    return found


def find_copies(material: Material) -> list[tuple[str, str]]:
    """The reports of which one holds much of the other's very words, by pairs."""
    ids = [report.id for report in material.reports]
    return [(ids[o.a], ids[o.b]) for o in material.overlaps if o.containment >= _COPIED]


def find_day(report: Report, reading: Reading) -> date | None:
    """The day a report is from: its publication, or else the latest day or month it gives."""
    if report.published.start is not None:
        return report.published.start
    days = [w.start for w in reading.dates if w.kind in ("day", "month") and w.start is not None]
    return max(days, default=None)


def _story(story: str, group: Sequence[int], material: Material, index: StoryIndex) -> Story:
    reports = [material.reports[at] for at in group]
    nearness = [
        sum(value for other in reports if (value := index.likely[report.id].get(other.id)))
        for report in reports
    ]
    central = [group[n] for n in sorted(range(len(group)), key=lambda n: (-nearness[n], n))]
    known = find_days(group, material)
    return Story(
        id=story,
        title=name_story(central, material),
        reports=tuple(report.id for report in reports),
        when=span_days(known),
        because=_reasons(group, material, index, len(known)),
    )


def name_story(central: Sequence[int], material: Material) -> str:
    """The title nearest the story's centre, or else the commonest words there."""
    title = next((t for at in central if (t := material.reports[at].title)), None)
    if title is not None:
        return title
    counts = _count_terms(central[0], material)
    return ", ".join(term for term, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:5])


def find_days(group: Sequence[int], material: Material) -> list[date]:
    """The days of those reports that give one, in order."""
    days = (find_day(material.reports[at], material.readings[at]) for at in group)
    return sorted(day for day in days if day)


def span_days(known: Sequence[date]) -> When:
    """From the first day to the last."""
    if not known:
        return When.unknown("no report of the story gives a date")
    return When(
        kind="day" if known[0] == known[-1] else "interval",
        start=known[0],
        end=known[-1],
        resolved="relative to the dates of the story's reports",
    )


def _reasons(
    group: Sequence[int], material: Material, index: StoryIndex, known: int
) -> tuple[str, ...]:
    size = len(group)
    if size == 1:
        return ("no other report is near enough to it in words",)
    reports = sorted(material.reports[at].id for at in group)
    near = sum(
        index.likely[one].get(two, LIKELY - 1) >= LIKELY for one, two in combinations(reports, 2)
    )
    pairs = size * (size - 1) // 2
    counts = [_count_terms(at, material) for at in group]
    spread = Counter(term for terms in counts for term in terms)
    often = Counter[str]()
    for terms in counts:
        often.update(terms)
    common = sorted(spread, key=lambda term: (-spread[term], -often[term], term))
    return (
        f"{size} reports, {near} of {pairs} pairs near in words, names and numbers",
        f"words most of them use: {', '.join(common[:8])}",
        f"{known} of {size} give a date",
    )


def _count_terms(at: int, material: Material) -> Counter[str]:
    return count_terms(read_forms(material.reports[at].text, material.rows[at]))
