"""Who told a claim first and who then, as one line: days in order, reports of a day together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from stemma.dossier.index import Citation, Index
from stemma.dossier.report_names import day_cell
from stemma.dossier.wording import counted
from stemma.model.claim import Claim, Step
from stemma.model.span import Place


@dataclass(frozen=True)
class Station:
    """A report on the way: its name, where it tells the claim, and how it came by it."""

    name: str
    at: Citation
    place: Place
    how: str


@dataclass(frozen=True)
class Leg:
    """Reports of one place in the order; of several nobody can say which was first."""

    day: str
    stations: tuple[Station, ...]


@dataclass(frozen=True)
class Spread:
    """The way of a claim through the reports, and how many came by it on their own."""

    legs: tuple[Leg, ...]
    sums: str


def spread_of(claim: Claim, index: Index) -> Spread:
    """The way of a claim; without legs where one report alone tells it."""
    legs: list[Leg] = []
    before = ""
    for _, group in groupby(claim.spread, key=lambda step: step.place):
        steps = list(group)
        day = day_cell(index.reports[steps[0].report].published)
        stations = tuple(_station(step, claim, index) for step in steps)
        legs.append(Leg("the same day" if day == before else day, stations))
        before = day
    return Spread(tuple(legs), _sums(claim))


def _station(step: Step, claim: Claim, index: Index) -> Station:
    report = index.reports[step.report]
    content = index.statements[step.statement].content
    name = report.outlet or report.title or report.file
    return Station(name, index.at(content[0]), content, _how(step, claim, index))


def _how(step: Step, claim: Claim, index: Index) -> str:
    if step.statement == claim.first:
        return "first"
    if step.from_ is not None:
        return f"copy of {index.label(step.from_)}"
    return "on its own" if step.way == "own" else "same origin"


def _sums(claim: Claim) -> str:
    """How many reports, how many of them on their own, and whether nobody can say who was first."""
    reports = counted(len(claim.spread), "report")
    own = sum(step.way == "own" for step in claim.spread)
    if own == 1 and claim.first == claim.spread[0].statement:
        return f"{reports}, only the first on its own"
    order = "" if claim.first is not None else "; who was first is not known"
    return f"{reports}, at most {own} of them on {'its' if own == 1 else 'their'} own{order}"
