"""Whatever words came from: the reports themselves, and those sources that nobody here holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from stemma.lineage.words import fold
from stemma.model.cast import Cast
from stemma.model.lineage import Derivation, Passage, Source
from stemma.model.reading import Carrier, Reading, Statement
from stemma.model.report import Report
from stemma.model.span import Place, Span, words_of


@dataclass(frozen=True)
class Credit:
    """One place where a report says through whom its words came.

    `name` are the words that name the carrier, `speaker` the actor whose words it carried.
    """

    report: int
    name: Span
    actor: str | None
    place: Place
    interview: bool
    speaker: str | None


@dataclass
class _Draft:
    """A source not held while its credits are gathered."""

    name: str
    actor: str | None
    story: str
    credits: list[Credit] = field(default_factory=list)


class Names:
    """Which actor stands at a span, and what an actor is called."""

    def __init__(self, cast: Cast) -> None:
        self._names = {actor.id: actor.name for actor in cast.actors}
        self._at: dict[str, list[tuple[int, int, str]]] = {}
        for reference in cast.references:
            span = reference.span
            self._at.setdefault(span.report, []).append((span.start, span.end, reference.actor))
        self.outlets = dict(cast.outlets)

    def actor(self, span: Span) -> str | None:
        """The actor that the words of `span` name: the reference that covers most of it."""
        best = max(
            (
                (min(end, span.end) - max(start, span.start), -start, actor)
                for start, end, actor in self._at.get(span.report, ())
                if start < span.end and span.start < end
            ),
            default=None,
        )
        return best[2] if best else None

    def name(self, actor: str | None, span: Span) -> str:
        """The actor's name; the words themselves where no actor is known."""
        return self._names.get(actor or "", " ".join(span.exact.split()))


def find_credits(readings: Sequence[Reading], names: Names) -> list[Credit]:
    """Every carrier that a report names, in reading order."""
    return [
        credit
        for at, reading in enumerate(readings)
        for carrier, statement in _carriers(reading)
        if (credit := _credit(at, carrier, statement, names)) is not None
    ]


def _carriers(reading: Reading) -> Iterator[tuple[Carrier, Statement | None]]:
    for carrier in reading.credits:
        yield carrier, None
    for statement in reading.statements:
        for carrier in statement.carriers:
            yield carrier, statement


def _credit(at: int, carrier: Carrier, statement: Statement | None, names: Names) -> Credit | None:
    if carrier.name is None or not any(c.isupper() for c in carrier.name.exact):
        return None
    source = statement.source if statement is not None else ()
    return Credit(
        report=at,
        name=carrier.name,
        actor=names.actor(carrier.name),
        place=carrier.place or (carrier.name,),
        interview=carrier.mode == "spoke-to",
        speaker=names.actor(source[0]) if source else None,
    )


def held_source(at: int, report: Report, outlet: str | None) -> Source:
    """The source that a report is."""
    name = report.outlet or report.title or report.file
    return Source(id=held_id(at), name=name, actor=outlet, held=report.id)


def held_id(at: int) -> str:
    """The id of the source that report number `at` is."""
    return f"h{at + 1}"


def gather_sources(
    reports: Sequence[Report], credits_: Sequence[Credit], stories: dict[str, str], names: Names
) -> tuple[tuple[Source, ...], tuple[Derivation, ...]]:
    """Held and not held sources, and an edge from each not held to every report that credits it.

    A carrier that is the outlet of another report of the same story is that report; whom a
    report's own outlet spoke to is no source apart from it.
    """
    held = [
        held_source(at, report, names.outlets.get(report.id)) for at, report in enumerate(reports)
    ]
    drafts: dict[tuple[str, str], _Draft] = {}
    for credit in credits_:
        story = stories[reports[credit.report].id]
        if credit.actor is not None and credit.actor in _outlets(reports, stories, names, story):
            continue
        key = credit.actor or fold(" ".join(credit.name.exact.split()))
        draft = drafts.setdefault(
            (key, story), _Draft(names.name(credit.actor, credit.name), credit.actor, story)
        )
        draft.credits.append(credit)
    absent = [(f"s{n}", draft) for n, draft in enumerate(drafts.values(), start=1)]
    sources = [_absent(id_, draft, names) for id_, draft in absent]
    edges = [edge for id_, draft in absent for edge in _edges(id_, draft)]
    return (*held, *sources), tuple(edges)


def _outlets(
    reports: Sequence[Report], stories: dict[str, str], names: Names, story: str
) -> set[str]:
    return {
        names.outlets[report.id]
        for report in reports
        if stories[report.id] == story and report.id in names.outlets
    }


def _absent(id_: str, draft: _Draft, names: Names) -> Source:
    spoken = sorted({c.speaker for c in draft.credits if c.interview and c.speaker})
    name = draft.name
    if len(spoken) == 1:
        name = f"{name}: interview with {names.name(spoken[0], draft.credits[0].name)}"
    places = dict.fromkeys((credit.name,) for credit in draft.credits)
    return Source(id=id_, name=name, actor=draft.actor, places=tuple(places))


def _edges(id_: str, draft: _Draft) -> Iterator[Derivation]:
    by_report: dict[int, list[Credit]] = {}
    for credit in draft.credits:
        by_report.setdefault(credit.report, []).append(credit)
    for at, given in sorted(by_report.items()):
        kind = "quotes" if all(credit.interview for credit in given) else "credits"
        words = dict.fromkeys(f"“{words_of(credit.place)}”" for credit in given)
        yield Derivation(
            from_=id_,
            to=held_id(at),
            kind="quotes" if kind == "quotes" else "credits",
            directed=True,
            because=tuple(words)[:5],
            passages=tuple(Passage(from_=None, to=credit.place[0]) for credit in given[:20]),
        )
