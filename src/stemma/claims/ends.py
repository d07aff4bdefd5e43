"""Which two reports are held against each other for what one retells, and in what order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations, islice
from typing import NamedTuple

from stemma.claims.build import unite
from stemma.claims.view import Setting
from stemma.model.lineage import Derivation, Story

RETOLD = frozenset(
    ("verbatim", "edited", "paraphrase", "translation", "update", "quotes", "credits")
)
_MOST = 400  # edges, and pairs without one


class Ends(NamedTuple):
    """Two reports, the earlier first where there is an order; `how` is what joins them, in words.

    `edge` are their sources. `derived`: the second is made from the first; `near`: both tell one
    text; `ordered`: the second is the later one.
    """

    before: str
    after: str
    edge: tuple[str, str]
    derived: bool
    near: bool
    ordered: bool
    how: str


def find_ends(
    edges: tuple[Derivation, ...], stories: tuple[Story, ...], setting: Setting
) -> Iterator[Ends]:
    """Reports joined by an edge, then those of one story that no way of edges joins; bounded."""
    held = {source.id: report for report, source in setting.source_of.items()}
    both = [e for e in edges if _near(e) and e.from_ in held and e.to in held][:_MOST]
    joined = {frozenset((held[edge.from_], held[edge.to])) for edge in both}
    for edge in both:
        pair = held[edge.from_], held[edge.to]
        yield _along(edge, pair) if edge.directed else _beside(pair, True, setting)
    group_of = _groups(joined)
    told = (pair for story in stories for pair in combinations(story.reports, 2))
    told = (p for p in told if setting.source_of.keys() >= set(p))
    apart = (p for p in told if group_of.get(p[0], p[0]) != group_of.get(p[1], p[1]))
    for pair in islice(apart, _MOST):
        yield _beside(pair, False, setting)


def _near(edge: Derivation) -> bool:
    return edge.kind in RETOLD or edge.kind == "shared-source"


def _groups(joined: set[frozenset[str]]) -> dict[str, str]:
    """Which reports are of one text, over however many steps: each with one that stands for all."""
    reports = sorted({report for pair in joined for report in pair})
    at = {report: n for n, report in enumerate(reports)}
    links = sorted((at[min(pair)], at[max(pair)]) for pair in joined)
    groups = unite(len(reports), links)
    return {reports[n]: reports[min(group)] for group in groups for n in group}


def _along(edge: Derivation, pair: tuple[str, str]) -> Ends:
    return Ends(
        before=pair[0],
        after=pair[1],
        edge=(edge.from_, edge.to),
        derived=True,
        near=True,
        ordered=True,
        how=f"along the edge {edge.kind}",
    )


def _beside(pair: tuple[str, str], near: bool, setting: Setting) -> Ends:
    """Two reports neither of which is known to be made from the other, by their days."""
    days = [setting.reports[report].published for report in pair]
    ordered = all(day.kind == "day" for day in days) and days[0].start != days[1].start
    before, after = sorted(pair, key=lambda r: setting.published(r) or date.max)
    of = "one source" if near else "one event"
    order = "the second a day or more later" if ordered else "in no known order"
    return Ends(
        before=before,
        after=after,
        edge=(setting.source_of[before].id, setting.source_of[after].id),
        derived=False,
        near=near,
        ordered=ordered,
        how=f"two tellings of {of}, {order}; neither is known to be made from the other",
    )
