"""Who says what: statements by the one who makes them, analysts and outlets apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stemma.dossier.index import Index
from stemma.dossier.order import actors_in_order, to_the_question_first
from stemma.model.document import AttributedStatement, ChainLink, Document, JoinedActor
from stemma.model.report import Report
from stemma.model.span import words_of

_ANALYSTS = frozenset({"analysis", "opinion"})


Telling = tuple[AttributedStatement, ...]
"""What one speaker is given to say in the same words, once or in several reports."""

_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Voice:
    """One who speaks and what is attributed to it; `actor` where the cast knows it."""

    name: str
    statements: tuple[AttributedStatement, ...]
    actor: JoinedActor | None = None
    report: Report | None = None


@dataclass(frozen=True)
class Voices:
    """Speakers, in five groups: known, known by their words alone, unnamed, analysts, outlets."""

    actors: tuple[Voice, ...]
    others: tuple[AttributedStatement, ...]
    unnamed: tuple[AttributedStatement, ...]
    analysts: tuple[Voice, ...]
    outlets: tuple[Voice, ...]


def hear(document: Document, index: Index) -> Voices:
    """The statements of `document` by voice; each statement stands in exactly one."""
    by_actor: dict[str, list[AttributedStatement]] = {}
    by_report: dict[str, list[AttributedStatement]] = {}
    others: list[AttributedStatement] = []
    unnamed: list[AttributedStatement] = []
    for statement in to_the_question_first(document, document.statements):
        source = statement.source
        if statement.own_voice:
            by_report.setdefault(statement.report, []).append(statement)
        elif source.actor is not None:
            by_actor.setdefault(source.actor, []).append(statement)
        elif source.place:
            others.append(statement)
        else:
            unnamed.append(statement)
    own = [(index.reports[id_], own) for id_, own in by_report.items()]
    return Voices(
        actors=tuple(Voice(a.name, tuple(by_actor[a.id]), a) for a in actors_in_order(document)),
        others=tuple(others),
        unnamed=tuple(unnamed),
        analysts=tuple(_own(r, said, index) for r, said in own if r.genre in _ANALYSTS),
        outlets=tuple(_own(r, said, index) for r, said in own if r.genre not in _ANALYSTS),
    )


def _own(report: Report, said: Iterable[AttributedStatement], index: Index) -> Voice:
    return Voice(report.outlet or report.title or report.file, tuple(said), report=report)


def together(statements: Iterable[AttributedStatement], index: Index) -> tuple[Telling, ...]:
    """Statements in order, those that give one speaker the same words put together."""
    tellings: dict[tuple[str, ...], list[AttributedStatement]] = {}
    for statement in statements:
        words = (speaker(statement, index), words_of(statement.content), statement.quote)
        key = tuple(_NO_LETTER.sub(" ", part.casefold()).strip() for part in words)
        tellings.setdefault(key, []).append(statement)
    return tuple(tuple(same) for same in tellings.values())


def speaker(statement: AttributedStatement, index: Index) -> str:
    """Who puts a statement forward, as far as it is known."""
    source = statement.source
    name = index.name(source.actor)
    if statement.own_voice:
        report = index.reports[statement.report]
        if report.genre in _ANALYSTS:
            return f"the author of {index.label(report.id)}"
        return name or report.outlet or index.label(report.id)
    if name is not None:
        return name
    words = " ".join(words_of(source.place or ()).split()).strip(" ,;:")
    return words or "nobody named"


def cue(statement: AttributedStatement) -> str:
    """The words that attribute a statement, where they can stand between speaker and quotation."""
    words = " ".join(words_of(statement.cue or ()).split()).rstrip(" :,")
    fits = any(c.isalpha() for c in words) and not words.lower().startswith("according")
    return words if fits else ""


def chain(statement: AttributedStatement, index: Index) -> tuple[str, ...]:
    """The stations of the words from the speaker to the report, each a name or the words for it.

    What somebody says that somebody else says comes through the outer speaker.
    """
    outer = index.statements.get(statement.within or "")
    last = chain(outer, index) if outer else (index.station(index.reports[statement.report]),)
    own = [] if statement.own_voice else [speaker(statement, index)]
    before: list[str] = []
    behind: list[str] = []
    for step in sorted({link.step for link in statement.carriers}):
        beside = [link for link in statement.carriers if link.step == step]
        station = " and ".join(dict.fromkeys(_station(link, index) for link in beside))
        (before if step < 0 else behind).append(station)
    if own == [last[0]] and not behind:  # her own words within her own words
        own = []
    return (*before, *own, *behind, *last)


def _station(link: ChainLink, index: Index) -> str:
    actor = link.from_ if link.step < 0 else link.to
    return index.name(actor) or " ".join(words_of(link.place).split())


@dataclass(frozen=True)
class Topic:
    """Statements of one kind across all voices."""

    title: str
    empty: str
    statements: tuple[AttributedStatement, ...]


def topics(document: Document) -> tuple[Topic, ...]:
    """Drivers, conditions, expectations and scenarios, as stated."""
    return tuple(_topics(to_the_question_first(document, document.statements)))


def _topics(statements: tuple[AttributedStatement, ...]) -> Iterator[Topic]:
    wanted = (
        ("Drivers and causes", "No cause or driver was found stated.", "cause"),
        ("Conditions", "No condition was found stated.", "condition"),
        ("Expected reactions and effects", "No prediction was found.", "prediction"),
        ("Scenarios", "No scenario was found.", "scenario"),
    )
    for title, empty, kind in wanted:
        chosen = (s for s in statements if s.kind == kind or (kind == "condition" and s.conditions))
        yield Topic(title, empty, tuple(chosen))
