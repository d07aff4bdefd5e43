"""Options in play: courses of action that reports say are proposed, promised or considered.

Two actions are one option when they do the same to the same thing: one predicate family, one
head of the target, and target words that mostly agree. "Leave the council's fishing board" and
"leave the council" stay two, and the first is said to be narrower, because its own words name
the second as the owner.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from stemma.model.assessment import Option, Relation
from stemma.model.cast import CastIndex
from stemma.model.corpus import Corpus
from stemma.model.reading import Action, Question, Statement
from stemma.model.span import Place

_MOST = 10
_PAST = timedelta(days=180)
_OPEN_KINDS = {"proposal", "commitment"}
_OPEN_MODALITIES = {"intended", "conditional"}
_OPEN_STAGES = {"considered", "announced", "filed", "debated"}
_OF = re.compile(r"\b(?:of|from|in|to|for|on|with|under)\b")
_STEP = re.compile(
    r"\b(?:start(?:ing|s)? with|begin(?:ning|s)? with|first step|as a step|the start of|"
    r"initial step|in the first stage)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Course:
    """One action of one statement, put so that it can be compared: what is done, to what."""

    action: Action
    statement: Statement
    story: str
    family: str
    head: str
    terms: frozenset[str]

    @property
    def place(self) -> Place:
        """The words of the action and of its target."""
        target = self.action.target
        return (self.action.words,) if target is None else (self.action.words, target)


def head_of(action: Action) -> str:
    """The head word of an action's target, lowercase: the last before any preposition."""
    if action.target is None or not action.target_terms:
        return ""
    core = _OF.split(action.target.exact, maxsplit=1)[0].lower()
    present = [term for term in action.target_terms if term[:4] in core]
    return present[-1] if present else action.target_terms[-1]


def course_of(action: Action, statement: Statement, story: str) -> Course | None:
    """The action as a course; `None` where the text does not say what it is done to."""
    head = head_of(action)
    if not head:
        return None
    return Course(
        action=action,
        statement=statement,
        story=story,
        family=action.family,
        head=head,
        terms=frozenset(action.target_terms),
    )


def same_course(a: Course, b: Course) -> bool:
    """Whether two courses of one story do the same to the same thing."""
    if (a.story, a.family, a.head) != (b.story, b.family, b.head):
        return False
    shared = len(a.terms & b.terms)
    return shared * 2 >= len(a.terms | b.terms) or a.terms <= b.terms or b.terms <= a.terms


def asked(course: Course, question: Question | None) -> bool:
    """Whether the question asks about this course: one family, and the question names its head."""
    if question is None:
        return False
    return any(
        action.family == course.family and head_of(action) == course.head
        for action in question.actions
    )


def find_courses(corpus: Corpus) -> list[Course]:
    """Every action of every statement of the corpus that has a target, in reading order."""
    story_of = corpus.story_of()
    courses = []
    for reading in corpus.readings:
        for statement in reading.statements:
            for action in statement.actions:
                course = course_of(action, statement, story_of.get(statement.report, ""))
                if course is not None:
                    courses.append(course)
    return courses


def is_past(course: Course, corpus_start: date | None) -> bool:
    """Whether the text dates the action well before its story: a precedent, no option."""
    when = course.action.when if course.action.when.known else course.statement.when
    if not when.known or when.end is None or corpus_start is None:
        return False
    return when.end < corpus_start - _PAST


def group_courses(courses: Iterable[Course]) -> list[list[Course]]:
    """Courses that are one option, each compared with the first of a group, so none can chain."""
    groups: list[list[Course]] = []
    by_key: dict[tuple[str, str, str], list[list[Course]]] = {}
    for course in courses:
        candidates = by_key.setdefault((course.story, course.family, course.head), [])
        for group in candidates:
            if same_course(group[0], course):
                group.append(course)
                break
        else:
            group = [course]
            candidates.append(group)
            groups.append(group)
    return groups


def find_options(corpus: Corpus, question: Question | None) -> tuple[Option, ...]:
    """The options in play, those that the question asks about first, then the most reported."""
    starts = {story.id: story.when.start for story in corpus.lineage.stories}
    live = [c for c in find_courses(corpus) if not is_past(c, starts.get(c.story))]
    groups = [g for g in group_courses(live) if _in_play(g, question)]
    groups.sort(key=lambda g: _rank(g, question))
    groups = groups[:_MOST]
    ids = {id(group): f"o{number}" for number, group in enumerate(groups, 1)}
    cast = CastIndex(corpus.cast)
    return tuple(
        Option(
            id=ids[id(group)],
            label=_label(group),
            places=tuple(c.place for c in group),
            proposed_by=_proposers(group, cast),
            relations=tuple(_relations(group, groups, ids)),
        )
        for group in groups
    )


def _in_play(group: list[Course], question: Question | None) -> bool:
    open_ones = [c for c in group if _is_open(c.statement)]
    if not open_ones:
        return False
    return asked(group[0], question) or len({c.statement.report for c in group}) > 1


def _is_open(statement: Statement) -> bool:
    return (
        statement.kind in _OPEN_KINDS
        or statement.modality in _OPEN_MODALITIES
        or statement.stage in _OPEN_STAGES
    )


def _rank(group: list[Course], question: Question | None) -> tuple[bool, int, int, str, int]:
    reports = {c.statement.report for c in group}
    first = group[0].place[0]
    return (not asked(group[0], question), -len(reports), -len(group), first.report, first.start)


def _label(group: list[Course]) -> str:
    """The commonest target of the group behind the family's verb; ties go to the shorter."""
    targets: dict[str, int] = {}
    for course in group:
        if course.action.target is not None:
            text = " ".join(course.action.target.exact.split())
            targets[text] = targets.get(text, 0) + 1
    best = min(targets, key=lambda text: (-targets[text], len(text), text))
    return f"{group[0].family} {best}"


def _proposers(group: list[Course], cast: CastIndex) -> tuple[str, ...]:
    """Who puts the option forward, where the speaker is not merely said to speak against it."""
    actors = (
        cast.actor_of(course.statement.source)
        for course in group
        if _is_open(course.statement) and course.action.polarity != "negated"
    )
    return tuple(sorted({a for a in actors if a}, key=lambda actor: (len(actor), actor)))


def _relations(
    group: list[Course], groups: list[list[Course]], ids: dict[int, str]
) -> Iterable[Relation]:
    for other in groups:
        if other is group or other[0].story != group[0].story:
            continue
        steps = tuple(place for place in (_step(c, other) for c in group) if place)
        if steps:
            yield Relation(to=ids[id(other)], is_="step-of", places=steps)
        elif _narrower(group, other):
            owned = [c for c in group if other[0].head in c.terms]
            yield Relation(
                to=ids[id(other)],
                is_="narrower-than",
                places=tuple(c.place for c in owned[:3]),
            )


def _step(course: Course, other: list[Course]) -> Place | None:
    """The words by which one statement makes `course` the first step of another option."""
    for whole in other:
        if (
            whole.statement.id != course.statement.id
            or whole.action.words.start > course.place[0].start
        ):
            continue
        for span in course.statement.content:
            if span.holds(whole.action.words) and span.holds(course.action.words):
                between = span.exact[
                    whole.action.words.end - span.start : course.action.words.start - span.start
                ]
                if _STEP.search(between):
                    return (span,)
    return None


def _narrower(group: list[Course], other: list[Course]) -> bool:
    """Whether the target's own words name the other option's whole target as what it belongs to."""
    return (
        group[0].family == other[0].family
        and group[0].head != other[0].head
        and any(other[0].terms < c.terms and other[0].head in c.terms for c in group)
    )
