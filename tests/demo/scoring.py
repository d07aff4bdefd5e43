"""What the sections of a score are made of, and a dossier seen through the gold file's eyes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from importlib.resources import as_file, files
from typing import Any

from stemma.dossier.document import to_document
from stemma.model.document import Document, SpeechSource
from stemma.model.span import Place, words_of
from stemma.model.when import When
from stemma.pipeline import brief
from tests.demo.gold import Item, Texts, Tokens, bare, fold, gold


@dataclass
class Section:
    """One part of the dossier against the gold: what is found, missed, and wrongly asserted.

    `kept_out` are temptations withstood, `wrong` those fallen for; `also` is what the dossier
    asserts beyond the gold, which judges neither way.
    """

    name: str
    found: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    kept_out: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)

    def expect(self, is_there: bool, what: str) -> None:
        """Count something that the gold has."""
        (self.found if is_there else self.missed).append(what)

    def forbid(self, is_there: bool, what: str) -> None:
        """Count something that the gold rules out."""
        (self.wrong if is_there else self.kept_out).append(what)

    @property
    def recall(self) -> float | None:
        """Share of the gold that is found; `None` where it has nothing of the kind."""
        return _share(self.found, self.missed)

    @property
    def restraint(self) -> float | None:
        """Share of the temptations withstood; `None` where there is none."""
        return _share(self.kept_out, self.wrong)


def _share(good: list[str], bad: list[str]) -> float | None:
    return len(good) / (len(good) + len(bad)) if good or bad else None


class Dossier:
    """A document, the dates that were read for it, and the look-ups that comparing needs."""

    def __init__(self, document: Document, dates: Iterable[When]) -> None:
        self.document = document
        self.dates = tuple(dates)
        self.texts = Texts(document)
        self._actors = {actor.id: actor for actor in document.actors}
        self._ends = {source.id: self._end(source.id) for source in document.sources}

    def tokens(self, places: Iterable[Place | None]) -> Tokens:
        """The tokens of all the places together."""
        return self.texts.tokens(span for place in places if place for span in place)

    def called(self, actor: str | None) -> str:
        """An actor's name, for people to read."""
        return self._actors[actor].name if actor in self._actors else "nobody"

    def is_actor(self, actor: str | None, name: str) -> bool:
        """Whether an actor of the dossier is the one that the gold calls `name`."""
        if actor not in self._actors:
            return False
        names = self._actors[actor].names
        known = aliases(name)
        return any(fold(n) in known or bare(fold(name)) <= bare(n) for n in names)

    def speaks(self, source: SpeechSource, name: str | None) -> bool:
        """Whether a statement's source is the gold's speaker; `None`: nobody who has a name."""
        if name is None:
            groups = gold()["actors"]["groups"]
            return not any(self.is_actor(source.actor, group["names"][0]) for group in groups)
        if source.actor is not None:
            return self.is_actor(source.actor, name)
        return source.place is not None and bare(fold(name)) <= bare(words_of(source.place))

    def ends(self, source: str) -> set[str]:
        """What the gold calls a source of the dossier: a file, or sources that nobody holds."""
        return self._ends.get(source, set())

    def _end(self, source: str) -> set[str]:
        item = next(s for s in self.document.sources if s.id == source)
        if item.held is not None:
            return {self.texts.files[item.held]}
        places = [self.tokens([place]) for place in item.places]
        return {
            wanted["id"]
            for wanted in gold()["sources_not_held"]
            if bare(fold(wanted["name"])) <= bare(item.name)
            or any(t & self.texts.at(place) for t in places for place in wanted["places"])
        }


def demo_dossier() -> Dossier:
    """The program's dossier of the reports that ship with it, asked the question that ships."""
    shipped = files("stemma.demo")
    question = shipped.joinpath("question.txt").read_text(encoding="utf-8").strip()
    with as_file(shipped.joinpath("reports")) as reports:
        case = brief([reports], question, lambda stage, done, total: None)
    return Dossier(to_document(case), [w for r in case.corpus.readings for w in r.dates])


def aliases(name: str) -> set[str]:
    """Every spelling that the gold gives for one actor, folded."""
    groups = gold()["actors"]["groups"]
    mine = [g for g in groups if name in g["names"] or name == g.get("same_as")]
    return {fold(n) for group in mine for n in group["names"]} | {fold(name)}


def whens_below(value: object) -> Iterator[When]:
    """Every date anywhere below a value of the dossier."""
    if isinstance(value, When):
        yield value
    fields: Any = getattr(value, "__struct_fields__", ())
    for below in value if isinstance(value, tuple | list) else ():
        yield from whens_below(below)
    for name in fields:
        yield from whens_below(getattr(value, name))


def is_date(when: When, item: Item) -> bool:
    """Whether a date is the gold's; a bound ("by", "since") may leave its other side open."""
    if item["date"] is None:
        return not when.known
    start, end = interval(item["date"])
    if (when.start, when.end) == (start, end):
        return True
    if None in (when.start, when.end):
        return when.end == end or when.start == start
    inside = start <= when.start <= when.end <= end  # type: ignore[operator]
    return inside and when.kind == "interval" and item["kind"] == "year"


def interval(words: str) -> tuple[date, date]:
    """First and last day of a day, month, year or `from/to`, in ISO form."""
    first, _, last = words.partition("/")
    if last:
        return date.fromisoformat(first), date.fromisoformat(last)
    parts = [int(part) for part in first.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else 12
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, parts[1] if len(parts) == 2 else 1, 1), after - timedelta(days=1)
