"""What people decided about stories, applied last."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from stemma.lineage.material import Material
from stemma.lineage.stories import find_days, name_story, span_days
from stemma.model.decision import AboutStories, Decision, Quoted, SameStory, in_order
from stemma.model.lineage import Story
from stemma.model.report import Report


def decide(
    stories: Sequence[Story], material: Material, decisions: Sequence[Decision]
) -> tuple[tuple[Story, ...], tuple[Decision, ...]]:
    """The stories as people decided, and the decisions whose words no report holds any more.

    Only decisions about stories are looked at. A later one overrules an earlier one. Telling two
    reports apart undoes the latest decision that brought them together; where the program had, the
    first report leaves, with those that people had put beside it.
    """
    reports = {report.id: report for report in material.reports}
    groups = _Groups(stories)
    orphaned = []
    for decision in in_order(decisions):
        if not isinstance(decision.what, AboutStories):
            continue
        one, other = decision.what.one, decision.what.other
        if not (_stands(one, reports) and _stands(other, reports)):
            orphaned.append(decision)
        elif isinstance(decision.what, SameStory):
            groups.join(one.report, other.report, decision)
        else:
            groups.part(one.report, other.report, decision)
    return _restate(groups, stories, material), tuple(orphaned)


def _stands(quoted: Quoted, reports: dict[str, Report]) -> bool:
    report = reports.get(quoted.report)
    return report is not None and quoted.start_in(report.text) is not None


class _Groups:
    """Which reports are of one story, with the decisions that made it so."""

    def __init__(self, stories: Sequence[Story]) -> None:
        self.of = {report: set(story.reports) for story in stories for report in story.reports}
        self.joins: list[tuple[str, str, frozenset[str], frozenset[str]]] = []
        self.because: dict[str, list[str]] = {}

    def join(self, one: str, other: str, decision: Decision) -> None:
        first, second = self.of[one], self.of[other]
        self._sign((one, other), "put together", decision)
        self.joins.append((one, other, frozenset(first), frozenset(second)))
        if first is not second:
            self._set(first | second)

    def part(self, one: str, other: str, decision: Decision) -> None:
        if one == other:
            return
        self._sign((one, other), "told apart", decision)
        whole = self.of[one]
        if other not in whole:
            return
        for at in reversed(range(len(self.joins))):
            _, _, first, second = self.joins[at]
            mine, yours = (first, second) if one in first else (second, first)
            if one in mine and other in yours and other not in mine:
                self.joins.pop(at)
                leaving = whole & mine
                break
        else:
            leaving = self._beside(one, other)
        self._set(leaving)
        self._set(whole - leaving)

    def _beside(self, one: str, other: str) -> set[str]:
        """The report, and those that people put beside it and not beside the other."""
        found, open_ = {one}, [one]
        while open_:
            at = open_.pop()
            ends = [pair[:2] for pair in self.joins if at in pair[:2]]
            for end in {end for pair in ends for end in pair} - found - {other}:
                found.add(end)
                open_.append(end)
        return found & self.of[one]

    def _set(self, group: set[str]) -> None:
        for report in group:
            self.of[report] = group

    def _sign(self, reports: tuple[str, str], verb: str, decision: Decision) -> None:
        why = f": {decision.why}" if decision.why else ""
        line = f"{verb} by {decision.by} on {decision.at.date().isoformat()}{why}"
        for report in reports:
            lines = self.because.setdefault(report, [])
            if line not in lines:
                lines.append(line)


def _restate(groups: _Groups, stories: Sequence[Story], material: Material) -> tuple[Story, ...]:
    """The stories in the order of their first report; those that nobody changed as they were."""
    before = {frozenset(story.reports): story for story in stories}
    found: dict[frozenset[str], Story] = {}
    for report in material.reports:
        group = frozenset(groups.of[report.id])
        if group not in found:
            number = f"t{len(found) + 1}"
            kept = before.get(group)
            story = kept or _new_story(group, stories, material)
            signed = [line for member in story.reports for line in groups.because.get(member, ())]
            because = (*story.because, *dict.fromkeys(signed))
            found[group] = msgspec.structs.replace(story, id=number, because=because)
    return tuple(found.values())


def _new_story(group: frozenset[str], stories: Sequence[Story], material: Material) -> Story:
    """A story as people made it; of several put together the largest gives its title."""
    members = [at for at, report in enumerate(material.reports) if report.id in group]
    whole = [story for story in stories if group.issuperset(story.reports)]
    largest = max(whole, key=lambda story: len(story.reports), default=None)
    known = find_days(members, material)
    return Story(
        id="",
        title=largest.title if largest else name_story(members, material),
        reports=tuple(material.reports[at].id for at in members),
        when=span_days(known),
        because=(f"{len(members)} reports, {len(known)} of which give a date",),
    )
