"""Courses: actions put so that they can be compared, what is done and to what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from stemma.model.corpus import Corpus
from stemma.model.reading import Action, Question, Statement
from stemma.model.span import Place, Span

_PAST = timedelta(days=180)
_OF = re.compile(r"\b(?:of|from|in|to|for|on|with|under)\b")
_ADJOINING = 120  # characters
_POINTING = frozenset("he she it they we you i who which that this his her their".split())
MEASURES = frozenset(
    "motion resolution bill law act amendment proposal treaty agreement deal measure decree "
    "petition referendum plan initiative order ruling budget nomination".split()
)
"""Nouns for what carries a course through an institution."""


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
        """The words from the action to the end of its target, or both apart where they are far."""
        words, target = self.action.words, self.action.target
        if target is None:
            return (words,)
        start, end = min(words.start, target.start), max(words.end, target.end)
        for span in self.statement.content:
            if span.holds(words) and span.holds(target) and end - start <= _ADJOINING:
                exact = span.exact[start - span.start : end - span.start]
                return (Span(report=span.report, start=start, end=end, exact=exact),)
        return (words, target)


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
    return _speaks_of(a.terms, b.terms)


def asked(course: Course, question: Question | None) -> bool:
    """Whether the question asks about this course: one family, one target, no other agent."""
    if question is None:
        return False
    return any(
        action.family == course.family
        and head_of(action) == course.head
        and _speaks_of(frozenset(action.target_terms), course.terms)
        and _one_agent(action.agent, course.action.agent)
        for action in question.actions
    )


def _speaks_of(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether half of the shorter target's terms are in the other: reports describe, or shorten."""
    return len(a & b) * 2 >= min(len(a), len(b))


def _one_agent(a: Span | None, b: Span | None) -> bool:
    """Whether two agents could be one: "German troops" are not "US troops"."""
    if a is None or b is None:
        return True
    first, second = (set(re.findall(r"\w+", span.exact.lower())) - {"the", "a"} for span in (a, b))
    if first & _POINTING or second & _POINTING or not first & second:
        return True
    return first <= second or second <= first


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
