"""The statements of one story made ready to be held against each other.

A `Telling` is a statement with what comparing needs: its weighted terms, the actors it names,
who speaks, and its deeds. Weights are inverse document frequencies over the distinct tellings of
the story (Spärck Jones 1972), so that fifty copies of one sentence do not make its words common.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from datetime import date

import msgspec

from stemma.claims.judge import Judge
from stemma.claims.targets import Part, Target, read_target
from stemma.claims.words import content_stems, fold, stems_of
from stemma.encoding.pairs import PairModel
from stemma.model.cast import CastIndex
from stemma.model.corpus import Corpus
from stemma.model.lineage import Source, Story
from stemma.model.reading import Action, Statement
from stemma.model.report import Report
from stemma.model.span import Span, words_of


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """An action of a telling with its agent and target brought to comparable words."""

    action: Action
    telling: int
    family: str
    agents: frozenset[str]
    agent_kind: str
    agent_words: frozenset[str]
    target: Target
    target_words: frozenset[str]
    target_actors: frozenset[str]


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of a story, its number there, and what it is compared by.

    `names` are those of its terms that are parts of names.
    """

    number: int
    statement: Statement
    terms: frozenset[str]
    names: frozenset[str]
    actors: frozenset[str]
    speakers: frozenset[str]
    deeds: tuple[Deed, ...]
    form: int

    @property
    def words(self) -> str:
        """What is told, on one line."""
        return " ".join(words_of(self.statement.content).split())


class StoryView(msgspec.Struct, frozen=True, kw_only=True):
    """One story: its tellings in the order of reports and text, and the weight of each term.

    Tellings of equal `form` have the same terms, polarity and numbers: they are compared once.
    """

    story: Story
    tellings: tuple[Telling, ...]
    weights: dict[str, float]
    forms: tuple[tuple[int, ...], ...]

    def weigh(self, terms: frozenset[str]) -> float:
        """The summed weight of terms, the same in whatever order they come."""
        return math.fsum(self.weights.get(term, 1.0) for term in terms)


class Vocabulary(msgspec.Struct, frozen=True, kw_only=True):
    """A story's words: the family of each predicate, and the body that a bare noun stands for."""

    families: dict[str, str]
    heads: dict[str, str]


def _stands_for(actor: str | None) -> frozenset[str]:
    return frozenset() if actor is None else frozenset((actor,))


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """What every stage here looks up: reports, sources, outlets, actors, the pair model's word.

    `parts` are those that people decided on.
    """

    reports: dict[str, Report]
    source_of: dict[str, Source]
    cast: CastIndex
    outlets: dict[str, str]
    linked: frozenset[frozenset[str]]
    sentences: dict[str, tuple[Span, ...]]
    judge: Judge
    parts: tuple[Part, ...] = ()

    def sentence_at(self, span: Span) -> Span | None:
        """The sentence that holds the span; `None` where it runs over the end of one."""
        known = self.sentences.get(span.report, ())
        at = bisect_right(known, span.start, key=lambda s: s.start) - 1
        return known[at] if at >= 0 and known[at].holds(span) else None

    def sentence_before(self, sentence: Span) -> Span | None:
        """The sentence before a sentence of a report; `None` before the first."""
        known = self.sentences.get(sentence.report, ())
        at = bisect_right(known, sentence.start, key=lambda s: s.start) - 2
        return known[at] if at >= 0 else None

    def related(self, one: str, other: str) -> bool:
        """Whether an edge of the family tree joins two reports."""
        return frozenset((one, other)) in self.linked

    def published(self, report: str) -> date | None:
        """The first day on which the report can have been published."""
        return self.reports[report].published.start

    def outlet(self, report: str) -> str:
        """The outlet as an actor, or its name, or the report itself where neither is known."""
        known = self.outlets.get(report) or fold(self.reports[report].outlet or "")
        return known or report


def set_up(corpus: Corpus, model: PairModel) -> Setting:
    """The look-ups of a corpus."""
    held = {s.id: s.held for s in corpus.lineage.sources if s.held is not None}
    return Setting(
        reports=corpus.reports_by_id(),
        source_of={s.held: s for s in corpus.lineage.sources if s.held is not None},
        cast=CastIndex(corpus.cast),
        outlets=corpus.cast.outlets,
        linked=frozenset(
            frozenset((held[edge.from_], held[edge.to]))
            for edge in corpus.lineage.edges
            if edge.from_ in held and edge.to in held
        ),
        sentences={
            reading.report: tuple(sorted(s.span for s in reading.sentences))
            for reading in corpus.readings
        },
        judge=Judge(model),
    )


def view_story(story: Story, statements: list[Statement], setting: Setting) -> StoryView:
    """The story's statements as tellings, weighted among themselves."""
    words = Vocabulary(families=_families(statements), heads=_heads(statements, setting.cast))
    bare = [_tell(n, s, setting, words) for n, s in enumerate(statements)]
    forms: dict[tuple[object, ...], list[int]] = {}
    for telling in bare:
        forms.setdefault(_form(telling), []).append(telling.number)
    number_of = {n: i for i, members in enumerate(forms.values()) for n in members}
    tellings = tuple(msgspec.structs.replace(t, form=number_of[t.number]) for t in bare)
    counts = Counter(term for members in forms.values() for term in bare[members[0]].terms)
    weights = {t: math.log(1 + (len(forms) + 1) / (n + 0.5)) for t, n in counts.items()}
    return StoryView(
        story=story,
        tellings=tellings,
        weights=weights,
        forms=tuple(tuple(members) for members in forms.values()),
    )


def _families(statements: list[Statement]) -> dict[str, str]:
    return {
        action.predicate.casefold(): action.family
        for statement in statements
        for action in statement.actions
        if action.family
    }


def _tell(number: int, statement: Statement, setting: Setting, words: Vocabulary) -> Telling:
    cast, heads = setting.cast, words.heads
    named = [r.span.exact for span in statement.content for r in cast.within(span)]
    return Telling(
        number=number,
        statement=statement,
        terms=frozenset(stems_of(tuple(words.families.get(t, t) for t in statement.terms))),
        names=frozenset(stem for name in named for stem in content_stems(name)),
        actors=cast.named(statement.content),
        speakers=_stands_for(cast.actor_of(statement.source)),
        deeds=_owned(tuple(_deed(number, a, heads, setting) for a in statement.actions)),
        form=-1,
    )


def _owned(deeds: tuple[Deed, ...]) -> tuple[Deed, ...]:
    """The deeds with "its" resolved where one action has two targets ("X, above all its Y")."""
    found = []
    for deed in deeds:
        whole = next((d for d in deeds if d.action.words == deed.action.words), deed)
        if whole is not deed and deed.target.pronoun and whole.target.stems:
            target = msgspec.structs.replace(deed.target, owner=whole.target.stems)
            found.append(msgspec.structs.replace(deed, target=target))
        else:
            found.append(deed)
    return tuple(found)


def _deed(number: int, action: Action, heads: dict[str, str], setting: Setting) -> Deed:
    cast, agent, target = setting.cast, action.agent, action.target
    aim = read_target(target.exact) if target else Target()
    decided = tuple(part for part in setting.parts if aim.stems in part.part)
    aim = msgspec.structs.replace(aim, decided=decided) if decided else aim
    doer = cast.actor_at(agent) if agent else None
    words = stems_of(action.target_terms) or content_stems(target.exact if target else "")
    return Deed(
        action=action,
        telling=number,
        family=action.family or action.predicate.casefold(),
        agents=_stands_for(doer),
        agent_kind=cast.actors[doer].kind if doer in cast.actors else "unknown",
        agent_words=frozenset(content_stems(agent.exact if agent else "")),
        target=aim,
        target_words=frozenset(words),
        target_actors=_aims(target, aim, heads, cast) if target else frozenset(),
    )


def _aims(target: Span, aim: Target, heads: dict[str, str], cast: CastIndex) -> frozenset[str]:
    """Actors that the target's core names, or that its one noun stands for ("the board")."""
    named = frozenset(r.actor for r in cast.within(target) if r.span.exact.strip() in aim.core)
    head = heads.get(aim.stems[0]) if len(aim.stems) == 1 else None
    return named if named or head is None else frozenset((head,))


def _heads(statements: list[Statement], cast: CastIndex) -> dict[str, str]:
    """The last word of a body's name -> the body, where only one of the story's ends in it."""
    named = {actor for s in statements for actor in cast.named(s.content) if actor in cast.actors}
    heads: dict[str, set[str]] = {}
    for actor in named:
        words = content_stems(cast.actors[actor].name)
        if len(words) > 1 and cast.actors[actor].kind == "organisation":
            heads.setdefault(words[-1], set()).add(actor)
    return {word: min(actors) for word, actors in heads.items() if len(actors) == 1}


def _form(telling: Telling) -> tuple[object, ...]:
    statement = telling.statement
    return (
        stems_of(statement.terms),
        statement.polarity,
        tuple((n.value, n.high, n.unit) for n in statement.numbers),
        telling.speakers,
        (statement.when.start, statement.when.end),
    )
