"""Which of two reports came from the other: evidence, and what it comes to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stemma.lineage.passages import Overlap
from stemma.lineage.sources import Credit, Names
from stemma.model.report import Report

_REVISED = re.compile(
    r"\b(?:updated?|corrected|correction|clarification|an earlier version of this)\b", re.IGNORECASE
)
_NOTICE = 400


@dataclass(frozen=True)
class Evidence:
    """What bears on the order of two reports.

    `credited` is true where either names the other's outlet, `ahead` are signs that the first is
    the source and `behind` that it is not, each with its weight and a line that says it.
    """

    ahead: tuple[tuple[int, str], ...]
    behind: tuple[tuple[int, str], ...]
    credited: bool
    one_outlet: bool
    updated: bool
    shared_credits: tuple[str, ...]


def weigh(evidence: Evidence) -> tuple[bool | None, tuple[str, ...]]:
    """True where the first is the source, False where the second is, `None` where it is open."""
    ahead = sum(weight for weight, _ in evidence.ahead)
    behind = sum(weight for weight, _ in evidence.behind)
    lines = tuple(line for _, line in (*evidence.ahead, *evidence.behind))
    if abs(ahead - behind) < 2:
        return None, (*lines, "which came first is open")
    return ahead > behind, lines


def revised(report: Report) -> bool:
    """Whether the report says at its head or foot that it was updated or corrected."""
    text = report.text
    return bool(_REVISED.search(text[:_NOTICE]) or _REVISED.search(text[-_NOTICE:]))


def gather_evidence(
    overlap: Overlap, reports: tuple[Report, ...], credits_: dict[int, list[Credit]], names: Names
) -> Evidence:
    """All signs of order between the two reports of an overlap."""
    one, two = reports[overlap.a], reports[overlap.b]
    ahead, behind = _by_credit(overlap, (one, two), credits_, names)
    credited = bool(ahead or behind)
    one_outlet = _same_outlet(one, two, names)
    timed = _by_time(one, two)
    _add(ahead, behind, timed)
    _add(ahead, behind, _by_end(overlap, one, two))
    notices = (revised(one), revised(two))
    if notices[0] != notices[1]:
        line = f"{(one if notices[0] else two).file} says that it was updated or corrected"
        (behind if notices[0] else ahead).append((2 if one_outlet else 1, line))
    return Evidence(
        ahead=tuple(ahead),
        behind=tuple(behind),
        credited=credited,
        one_outlet=one_outlet,
        updated=notices[0] != notices[1] or timed is not None,
        shared_credits=_shared(overlap, reports, credits_, names),
    )


Sign = tuple[bool, int, str]


def _add(ahead: list[tuple[int, str]], behind: list[tuple[int, str]], sign: Sign | None) -> None:
    if sign is not None:
        (ahead if sign[0] else behind).append(sign[1:])


def _same_outlet(one: Report, two: Report, names: Names) -> bool:
    first, second = names.outlets.get(one.id), names.outlets.get(two.id)
    return first is not None and first == second


def _by_credit(
    overlap: Overlap,
    pair: tuple[Report, Report],
    credits_: dict[int, list[Credit]],
    names: Names,
) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    ahead: list[tuple[int, str]] = []
    behind: list[tuple[int, str]] = []
    outlets = [names.outlets.get(report.id) for report in pair]
    if outlets[0] == outlets[1]:
        return ahead, behind
    for credit in credits_.get(overlap.b, ()):
        if credit.actor is not None and credit.actor == outlets[0] and not ahead:
            ahead.append((4, f"{pair[1].file} credits {credit.name.exact}"))
    for credit in credits_.get(overlap.a, ()):
        if credit.actor is not None and credit.actor == outlets[1] and not behind:
            behind.append((4, f"{pair[0].file} credits {credit.name.exact}"))
    return ahead, behind


def _by_time(one: Report, two: Report) -> Sign | None:
    """The report whose last possible day is before the other's first is the earlier."""
    first, second = one.published, two.published
    if first.end is not None and second.start is not None and first.end < second.start:
        return True, 2, f"{one.file} ({first.end}) is earlier than {two.file} ({second.start})"
    if second.end is not None and first.start is not None and second.end < first.start:
        return False, 2, f"{two.file} ({second.end}) is earlier than {one.file} ({first.start})"
    return None


def _by_end(overlap: Overlap, one: Report, two: Report) -> Sign | None:
    """A report that is the beginning of the other, cut short, came from it."""
    if len(overlap.runs) != 1 or abs(overlap.within_a - overlap.within_b) < 0.1:
        return None
    run = overlap.runs[0]
    if run.a > 20 or run.b > 20 or overlap.containment < 0.95:
        return None
    if overlap.within_a > overlap.within_b:
        return False, 1, f"{one.file} is the beginning of {two.file}, cut short"
    return True, 1, f"{two.file} is the beginning of {one.file}, cut short"


def _shared(
    overlap: Overlap, reports: tuple[Report, ...], credits_: dict[int, list[Credit]], names: Names
) -> tuple[str, ...]:
    """Whom both credit and neither is: names, sorted."""
    own = {names.outlets.get(reports[at].id) for at in (overlap.a, overlap.b)}
    sides = [
        {c.actor: names.name(c.actor, c.name) for c in credits_.get(at, ()) if c.actor}
        for at in (overlap.a, overlap.b)
    ]
    return tuple(sorted(sides[0][k] for k in sides[0].keys() & sides[1].keys() if k not in own))
