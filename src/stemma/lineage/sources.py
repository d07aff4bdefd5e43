"""Whatever words came from: the reports themselves, and those sources that nobody here holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from stemma.lineage.credits import Credit
from stemma.lineage.links import credited_words
from stemma.lineage.material import Material
from stemma.lineage.names import is_press
from stemma.lineage.translations import translated_from
from stemma.model.lineage import Derivation, DerivationKind, Passage, Source
from stemma.model.span import Place, words_of

_DETERMINER = re.compile(r"^(?:an?|the|its|his|her|their)\s", re.IGNORECASE)
_FEWEST = 3  # telling words in common, fewer of which say nothing
_MOST = 0.5  # of the telling words of the shorter of two statements
_MOST_LINES = 5
_MOST_PASSAGES = 40


@dataclass
class _Draft:
    """A source not held while its credits are gathered."""

    id: str
    first: Credit
    credits: list[Credit] = field(default_factory=list)


def held_id(at: int) -> str:
    """The id of the source that report number `at` is."""
    return f"h{at + 1}"


def held_sources(material: Material) -> tuple[Source, ...]:
    """The source that each report is, in the order of the reports."""
    return tuple(
        Source(
            id=held_id(at),
            name=report.outlet or report.title or report.file,
            actor=material.names.outlet(at),
            held=report.id,
        )
        for at, report in enumerate(material.reports)
    )


@dataclass(frozen=True)
class Setting:
    """What credits are held against: the reports, their stories, and the credits of held ones."""

    material: Material
    stories: dict[str, str]
    held: dict[tuple[int, int], list[Credit]]

    @cached_property
    def sharing(self) -> frozenset[tuple[int, int]]:
        """The pairs of reports that share a passage."""
        return frozenset((overlap.a, overlap.b) for overlap in self.material.overlaps)

    def story(self, report: int) -> str:
        """The story of report number `report`."""
        return self.stories[self.material.reports[report].id]


def absent_sources(
    credits_: Sequence[Credit], setting: Setting
) -> tuple[tuple[Source, ...], tuple[Derivation, ...]]:
    """A source for each carrier that is not held, and an edge from it to whom it credits.

    Reports that credit one outlet have one source only where they have the same words or the
    same speaker from it, or share a passage: an outlet prints more than one report. Words that
    came to a report through another carrier make an edge to that one instead.
    """
    drafts: list[_Draft] = []
    at: dict[tuple[str, int], _Draft] = {}
    for credit in credits_:
        draft = at.get((credit.key, credit.report)) or _same(credit, drafts, setting)
        if draft is None:
            draft = _Draft(f"s{len(drafts) + 1}", credit)
            drafts.append(draft)
        draft.credits.append(credit)
        at[credit.key, credit.report] = draft
    by_report: dict[int, list[Credit]] = {}
    for credit in credits_:
        by_report.setdefault(credit.report, []).append(credit)
    translated = {
        report: translated_from(report, given, setting.material)
        for report, given in by_report.items()
    }
    edges = []
    for draft in drafts:
        targets: dict[str, list[Credit]] = {}
        for credit in draft.credits:
            targets.setdefault(_target(credit, at, setting), []).append(credit)
        edges += [
            _edge((draft.id, target), given, translated, setting)
            for target, given in sorted(targets.items())
            if target != draft.id
        ]
    return tuple(_source(draft, setting.material) for draft in drafts), tuple(edges)


def _same(credit: Credit, drafts: Sequence[_Draft], setting: Setting) -> _Draft | None:
    """The source of the same story that a credit is of; `None` where it is one of its own."""
    story = setting.story(credit.report)
    near = [
        d for d in drafts if d.first.key == credit.key and setting.story(d.first.report) == story
    ]
    if not (setting.material.names.press(credit.actor) or is_press(credit.name.exact)):
        return near[0] if near else None
    return next((d for d in near if any(_agree(credit, c, setting) for c in d.credits)), None)


def _agree(one: Credit, two: Credit, setting: Setting) -> bool:
    """Whether two reports can have what they credit to an outlet from one report of it."""
    if one.speaker is not None and one.speaker == two.speaker:
        return True
    if (min(one.report, two.report), max(one.report, two.report)) in setting.sharing:
        return True
    sides = [credited_words(c, setting.material) for c in (one, two)]
    return len(sides[0] & sides[1]) >= max(_FEWEST, _MOST * min(map(len, sides)))


def _target(credit: Credit, at: dict[tuple[str, int], _Draft], setting: Setting) -> str:
    """What the words came to next: another carrier, held or not, or the report itself."""
    if credit.through is not None:
        for (source, copy), given in setting.held.items():
            if copy == credit.report and any(other.key == credit.through for other in given):
                return held_id(source)
        absent = at.get((credit.through, credit.report))
        if absent is not None:
            return absent.id
    return held_id(credit.report)


def _source(draft: _Draft, material: Material) -> Source:
    names = material.names
    name = names.name(draft.first.actor, draft.first.name)
    if draft.first.actor is None:
        name = _DETERMINER.sub("", name)
    spoken = sorted({c.speaker for c in draft.credits if c.interview and c.speaker})
    if len(spoken) == 1:
        name = f"{name} (interview with {names.name(spoken[0])})"
    places = dict.fromkeys((credit.name,) for credit in draft.credits)
    return Source(id=draft.id, name=name, actor=draft.first.actor, places=tuple(places))


def _edge(
    ends: tuple[str, str],
    given: Sequence[Credit],
    translated: dict[int, str | None],
    setting: Setting,
) -> Derivation:
    kind: DerivationKind = "quotes" if any(c.interview for c in given) else "credits"
    lines = list(dict.fromkeys(f"“{words_of(credit.place)}”" for credit in given))
    reports = {held_id(credit.report): credit.report for credit in given}
    at = reports.get(ends[1])
    if at is not None and translated.get(at) == given[0].key:
        kind = "translation"
        lines.append("the report says that it is translated")
    id_ = setting.material.reports[at].id if at is not None else None
    told = [span for credit in given for span in _told(credit) if span.report == id_]
    return Derivation(
        from_=ends[0],
        to=ends[1],
        kind=kind,
        directed=True,
        because=tuple(lines[:_MOST_LINES]),
        passages=tuple(Passage(from_=None, to=span) for span in told[:_MOST_PASSAGES]),
    )


def _told(credit: Credit) -> Place:
    """The words that credit, then the words credited."""
    return (*credit.place, *credit.content)
