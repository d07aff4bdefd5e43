"""Speeches and press conferences that several reports heard: sources of another kind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.lineage.alphabet import fold
from stemma.lineage.credits import is_audience
from stemma.lineage.material import Material
from stemma.lineage.sources import held_id
from stemma.model.lineage import Derivation, Passage, Source
from stemma.model.reading import Statement
from stemma.model.span import Span

_OCCASION = re.compile(
    r"\b(?:told|at|in|during|to)\s(?:an?|the|his|her|their)\s(?:[\w-]+\s){0,2}?"
    r"(?P<kind>(?:news|press) (?:conference|briefing)|briefing|rally|town hall|speech|address"
    r"|hearing|debate)\b",
    re.IGNORECASE,
)
_REACH = 60  # characters behind a verb of saying in which the occasion is named
_SAME = {"news conference": "press conference", "news briefing": "press briefing"}


@dataclass(frozen=True)
class _Hearing:
    """A report's words for the occasion on which somebody said what it tells."""

    report: int
    place: Span


def find_occasions(
    material: Material, stories: dict[str, str], copied: set[int], first: int
) -> tuple[tuple[Source, ...], tuple[Derivation, ...]]:
    """Occasions that reports of two outlets or more name for one speaker, in one story.

    Reports in `copied` have their words from another report and were not there; `first` is the
    number of the first source made here. The edges are in no order: each report may have heard
    the words for itself.
    """
    found: dict[tuple[str, str, str], list[_Hearing]] = defaultdict(list)
    for at, reading in enumerate(material.readings):
        if at in copied:
            continue
        story = stories[reading.report]
        for actor, kind, place in _named(at, reading.statements, material):
            if all(hearing.report != at for hearing in found[story, actor, kind]):
                found[story, actor, kind].append(_Hearing(at, place))
    shared = [(key, heard) for key, heard in found.items() if _outlets(heard, material) > 1]
    sources = []
    edges = []
    for number, ((_, actor, kind), heard) in enumerate(shared, start=first):
        name = f"{kind} by {material.names.name(actor)}"
        places = tuple((hearing.place,) for hearing in heard)
        sources.append(Source(id=f"s{number}", name=name, places=places))
        edges += [_edge(f"s{number}", name, hearing) for hearing in heard]
    return tuple(sources), tuple(edges)


def _named(
    at: int, statements: Sequence[Statement], material: Material
) -> Iterator[tuple[str, str, Span]]:
    """Speaker, kind and words of every occasion on which a statement was made.

    Not of one that came by a carrier with a name: then the report was not there.
    """
    report = material.reports[at]
    for statement in statements:
        named = any(c.name is not None and not is_audience(c) for c in statement.carriers)
        if not statement.source or not statement.cue or named:
            continue
        start, end = statement.cue[0].start, statement.cue[-1].end
        match = _OCCASION.search(report.text, start, end + _REACH)
        actor = material.names.actor(statement.source[0])
        if match is not None and actor is not None and "\n" not in match.group():
            kind = fold(match.group("kind"))
            yield actor, _SAME.get(kind, kind), report.span(*match.span())


def _outlets(heard: Sequence[_Hearing], material: Material) -> int:
    """Of how many outlets the reports are; those without one count once each."""
    return len({material.names.outlet(h.report) or f"report {h.report}" for h in heard})


def _edge(source: str, name: str, hearing: _Hearing) -> Derivation:
    return Derivation(
        from_=source,
        to=held_id(hearing.report),
        kind="same-event",
        directed=False,
        because=(f"“{' '.join(hearing.place.exact.split())}”: {name}",),
        passages=(Passage(from_=None, to=hearing.place),),
    )
