"""Whatever words came from: the reports themselves, and those sources that nobody here holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from stemma.lineage.credits import Credit
from stemma.lineage.links import translated_from
from stemma.lineage.material import Material
from stemma.model.lineage import Derivation, DerivationKind, Passage, Source
from stemma.model.span import Place, words_of

_DETERMINER = re.compile(r"^(?:an?|the|its|his|her|their)\s", re.IGNORECASE)
_MOST_LINES = 5
_MOST_PASSAGES = 40


@dataclass
class _Draft:
    """A source not held while its credits are gathered."""

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

    def story(self, report: int) -> str:
        """The story of report number `report`."""
        return self.stories[self.material.reports[report].id]


def absent_sources(
    credits_: Sequence[Credit], setting: Setting
) -> tuple[tuple[Source, ...], tuple[Derivation, ...]]:
    """One source for each carrier and story that is not held, and an edge to whom it credits.

    Words that came to a report through another carrier make an edge to that one instead.
    """
    drafts: dict[tuple[str, str], _Draft] = {}
    by_report: dict[int, list[Credit]] = {}
    for credit in credits_:
        key = credit.key, setting.story(credit.report)
        drafts.setdefault(key, _Draft(credit)).credits.append(credit)
        by_report.setdefault(credit.report, []).append(credit)
    translated = {
        at: translated_from(at, given, setting.material) for at, given in by_report.items()
    }
    ids = {key: f"s{n}" for n, key in enumerate(drafts, start=1)}
    sources = tuple(_source(ids[key], drafts[key], setting.material) for key in drafts)
    edges = []
    for key, draft in drafts.items():
        targets: dict[str, list[Credit]] = {}
        for credit in draft.credits:
            targets.setdefault(_target(credit, ids, setting), []).append(credit)
        edges += [
            _edge((ids[key], target), given, translated, setting)
            for target, given in sorted(targets.items())
            if target != ids[key]
        ]
    return sources, tuple(edges)


def _target(credit: Credit, ids: dict[tuple[str, str], str], setting: Setting) -> str:
    """What the words came to next: another carrier, held or not, or the report itself."""
    if credit.through is not None:
        for (source, copy), given in setting.held.items():
            if copy == credit.report and any(other.key == credit.through for other in given):
                return held_id(source)
        absent = ids.get((credit.through, setting.story(credit.report)))
        if absent is not None:
            return absent
    return held_id(credit.report)


def _source(id_: str, draft: _Draft, material: Material) -> Source:
    names = material.names
    name = names.name(draft.first.actor, draft.first.name)
    if draft.first.actor is None:
        name = _DETERMINER.sub("", name)
    spoken = sorted({c.speaker for c in draft.credits if c.interview and c.speaker})
    if len(spoken) == 1:
        name = f"{name} (interview with {names.name(spoken[0])})"
    places = dict.fromkeys((credit.name,) for credit in draft.credits)
    return Source(id=id_, name=name, actor=draft.first.actor, places=tuple(places))


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
