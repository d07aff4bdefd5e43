"""Whatever words came from: the reports themselves, and those sources that nobody here holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from stemma.lineage.credits import Credit
from stemma.lineage.links import translated_from
from stemma.lineage.material import Material
from stemma.model.lineage import Derivation, DerivationKind, Passage, Source
from stemma.model.span import Place, words_of

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


def absent_sources(
    credits_: Sequence[Credit], stories: dict[str, str], material: Material
) -> tuple[tuple[Source, ...], tuple[Derivation, ...]]:
    """One source for each carrier and story that is not held, and an edge to whom it credits."""
    drafts: dict[tuple[str, str], _Draft] = {}
    by_report: dict[int, list[Credit]] = {}
    for credit in credits_:
        story = stories[material.reports[credit.report].id]
        drafts.setdefault((credit.key, story), _Draft(credit)).credits.append(credit)
        by_report.setdefault(credit.report, []).append(credit)
    translated = {
        at: translated_from(at, given, material) for at, given in sorted(by_report.items())
    }
    named = [(f"s{n}", draft) for n, draft in enumerate(drafts.values(), start=1)]
    sources = tuple(_source(id_, draft, material) for id_, draft in named)
    return sources, tuple(edge for id_, draft in named for edge in _edges(id_, draft, translated))


def _source(id_: str, draft: _Draft, material: Material) -> Source:
    names = material.names
    name = names.name(draft.first.actor, draft.first.name)
    spoken = sorted({c.speaker for c in draft.credits if c.interview and c.speaker})
    if len(spoken) == 1:
        name = f"{name} (interview with {names.name(spoken[0])})"
    places = dict.fromkeys((credit.name,) for credit in draft.credits)
    return Source(id=id_, name=name, actor=draft.first.actor, places=tuple(places))


def _edges(id_: str, draft: _Draft, translated: dict[int, str | None]) -> Iterator[Derivation]:
    by_report: dict[int, list[Credit]] = {}
    for credit in draft.credits:
        by_report.setdefault(credit.report, []).append(credit)
    for at, given in sorted(by_report.items()):
        kind: DerivationKind = "quotes" if any(c.interview for c in given) else "credits"
        lines = list(dict.fromkeys(f"“{words_of(credit.place)}”" for credit in given))
        if translated[at] == draft.first.key:
            kind = "translation"
            lines.append("the report says that it is translated")
        yield Derivation(
            from_=id_,
            to=held_id(at),
            kind=kind,
            directed=True,
            because=tuple(lines[:_MOST_LINES]),
            passages=tuple(
                Passage(from_=None, to=span) for credit in given for span in _told(credit)
            )[:_MOST_PASSAGES],
        )


def _told(credit: Credit) -> Place:
    """The words that credit, then the words credited."""
    return (*credit.place, *credit.content)
