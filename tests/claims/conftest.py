"""A corpus made by hand: reports, statements, actors and edges from their words alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from stemma.claims.collate import collate
from stemma.claims.words import content_stems
from stemma.encoding.pairs import PairModel
from stemma.model.cast import Actor, Cast, Reference, Role
from stemma.model.claim import Collation
from stemma.model.corpus import Corpus
from stemma.model.lineage import Derivation, Lineage, Passage, Source, Story
from stemma.model.reading import Action, Number, Reading, Sentence, Statement
from stemma.model.report import Report
from stemma.model.span import Span
from stemma.model.when import When

NONE = When.unknown("the test gives none")


class Hand:
    """Builds a corpus step by step; words are found by their first occurrence in a report."""

    def __init__(self, model: PairModel) -> None:
        self.model = model
        self.reports: list[Report] = []
        self.statements: dict[str, list[Statement]] = {}
        self.actors: list[Actor] = []
        self.edges: list[Derivation] = []
        self.outlets: dict[str, str] = {}
        self.stories: dict[str, str] = {}
        self.story_time: dict[str, When] = {}
        self.meant: list[Reference] = []

    def report(self, name: str, text: str, **fields: object) -> None:
        """A report of story "s1", or of the story given."""
        self.stories[name] = str(fields.pop("story", "s1"))
        defaults: dict[str, object] = {
            "id": name,
            "file": f"{name}.txt",
            "sha256": "0" * 64,
            "outlet": f"The {name} Post",
            "published": NONE,
            "language": "en",
            "genre": "news",
        }
        self.reports.append(Report(text=text, **(defaults | fields)))  # type: ignore[arg-type]
        self.statements[name] = []

    def span(self, name: str, words: str) -> Span:
        """The first occurrence of the words in a report."""
        report = next(r for r in self.reports if r.id == name)
        start = report.text.index(words)
        return report.span(start, start + len(words))

    def say(self, name: str, words: str, **fields: object) -> Statement:
        """A statement with these words as content, in the outlet's voice unless told otherwise."""
        source = fields.pop("source", None)
        number = len(self.statements[name]) + 1
        defaults: dict[str, object] = {
            "id": f"{name}.{number}",
            "report": name,
            "own_voice": source is None,
            "source": (self.span(name, str(source)),) if source else (),
            "content": (self.span(name, words),),
            "quote": "indirect" if source else "none",
            "kind": "fact",
            "polarity": "affirmed",
            "modality": "certain",
            "stage": "unknown",
            "when": NONE,
            "said": NONE,
            "terms": content_stems(words),
        }
        statement = Statement(**(defaults | fields))  # type: ignore[arg-type]
        self.statements[name].append(statement)
        return statement

    def act(self, name: str, words: str, family: str, **fields: object) -> Action:
        """An action: `agent` and `target` as words, `when` as a When."""
        agent, target = fields.get("agent"), fields.get("target")
        return Action(
            words=self.span(name, words),
            predicate=words,
            family=family,
            agent=self.span(name, str(agent)) if agent else None,
            target=self.span(name, str(target)) if target else None,
            target_terms=content_stems(str(target or "")),
            polarity=fields.get("polarity", "affirmed"),  # type: ignore[arg-type]
            when=fields.get("when", NONE),  # type: ignore[arg-type]
        )

    def number(self, name: str, words: str, value: float, **fields: object) -> Number:
        """A quantity of tonnes unless told otherwise."""
        defaults: dict[str, object] = {"unit": "tonnes", "bound": "exact"}
        chosen = defaults | fields
        return Number(value=value, span=self.span(name, words), **chosen)  # type: ignore[arg-type]

    def actor(self, id_: str, name: str, kind: str = "person", roles: object = ()) -> None:
        """An actor whose mentions are every occurrence of the name."""
        self.actors.append(
            Actor(id=id_, name=name, names=(name,), kind=kind, roles=roles)  # type: ignore[arg-type]
        )

    def mean(self, name: str, words: str, actor: str) -> None:
        """Words of a report (their first occurrence) that stand for an actor."""
        self.meant.append(Reference(span=self.span(name, words), actor=actor))

    def role(self, role: str, *names: str) -> Role:
        """A role as stated, in its own words, by each report."""
        return Role(role=role, places=tuple((self.span(name, role),) for name in names))

    def derive(self, one: str, other: str, *passages: str, **fields: object) -> None:
        """An edge from one report to another, with the words that they share."""
        shared = tuple(
            Passage(from_=self.span(one, words), to=self.span(other, words)) for words in passages
        )
        self.edges.append(
            Derivation(
                from_=f"h-{one}",
                to=f"h-{other}",
                kind=fields.get("kind", "edited"),  # type: ignore[arg-type]
                directed=bool(fields.get("directed", True)),
                because=("given",),
                passages=shared,
            )
        )

    def collate(self) -> Collation:
        """What the room makes of everything so far, where nobody decided anything."""
        return collate(self.corpus(), self.model)[0]

    def corpus(self) -> Corpus:
        """Everything so far as one value."""
        ids = sorted(set(self.stories.values()))
        return Corpus(
            reports=tuple(self.reports),
            readings=tuple(self._reading(report) for report in self.reports),
            cast=Cast(
                actors=tuple(self.actors), references=self._references(), outlets=self.outlets
            ),
            lineage=Lineage(
                sources=tuple(
                    Source(id=f"h-{r.id}", name=r.outlet or r.id, held=r.id) for r in self.reports
                ),
                edges=tuple(self.edges),
                stories=tuple(
                    Story(
                        id=id_,
                        title=id_,
                        reports=tuple(r.id for r in self.reports if self.stories[r.id] == id_),
                        when=self.story_time.get(id_, NONE),
                    )
                    for id_ in ids
                ),
            ),
        )

    def _reading(self, report: Report) -> Reading:
        starts = [0, *(n + 2 for n in range(len(report.text)) if report.text[n : n + 2] == ". ")]
        ends = [*starts[1:], len(report.text)]
        sentences = tuple(
            Sentence(span=report.span(start, end), form="sentence", paragraph=0)
            for start, end in zip(starts, ends, strict=True)
        )
        statements = tuple(self.statements[report.id])
        return Reading(report=report.id, sentences=sentences, statements=statements)

    def _references(self) -> tuple[Reference, ...]:
        found = list(self.meant)
        for report in self.reports:
            for actor in self.actors:
                at = report.text.find(actor.name)
                while at >= 0:
                    span = report.span(at, at + len(actor.name))
                    found.append(Reference(span=span, actor=actor.id))
                    at = report.text.find(actor.name, at + 1)
        return tuple(found)


@pytest.fixture(scope="session")
def pair_model() -> PairModel:
    """The pair model that ships, loaded once."""
    return PairModel()


@pytest.fixture
def hand(pair_model: PairModel) -> Hand:
    """An empty corpus to build on."""
    return Hand(pair_model)


@pytest.fixture
def year() -> Callable[[int], When]:
    """A year as written."""

    def make(number: int) -> When:
        return When(
            kind="year",
            start=date(number, 1, 1),
            end=date(number, 12, 31),
            resolved="as written",
        )

    return make


@pytest.fixture
def day() -> Callable[[str], When]:
    """A day as written."""

    def make(iso: str) -> When:
        stated = date.fromisoformat(iso)
        return When(kind="day", start=stated, end=stated, resolved="as written")

    return make
