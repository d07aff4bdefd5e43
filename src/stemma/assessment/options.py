"""Options in play: courses of action that reports say are proposed, promised or considered.

Two actions are one option when they do the same to the same thing: one predicate family, one
head of the target, and target words that mostly agree. "Leave the council's fishing board" and
"leave the council" stay two, and the first is said to be narrower, because its own words name
the second as the owner.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from stemma.assessment.courses import MEASURES, Course, asked, find_courses, group_courses, is_past
from stemma.model.assessment import Option, Relation
from stemma.model.cast import CastIndex
from stemma.model.corpus import Corpus
from stemma.model.reading import Question, Statement
from stemma.model.span import Place

_MOST = 10
_LONGEST = 80  # characters of a label
_OPEN_KINDS = {"proposal", "commitment"}
_OPEN_MODALITIES = {"intended", "conditional"}
_OPEN_STAGES = {"considered", "announced", "filed", "debated"}
_STEPS = frozenset({"file", "announce", "debate"})
_EMPTY = frozenset(
    "step thing that this it one something anything what way time people person man woman patient "
    "question action issue matter place vote chance job".split()
)
_STEP = re.compile(
    r"\b(?:start(?:ing|s)? with|begin(?:ning|s)? with|first step|as a step|the start of|"
    r"initial step|in the first stage)\b",
    re.IGNORECASE,
)


def find_options(corpus: Corpus, question: Question | None) -> tuple[Option, ...]:
    """The options in play, those that the question asks about first, then the most reported."""
    starts = {story.id: story.when.start for story in corpus.lineage.stories}
    live = [c for c in find_courses(corpus) if not is_past(c, starts.get(c.story))]
    cast = CastIndex(corpus.cast)
    groups = [g for g in group_courses(live) if _in_play(g, question, cast)]
    groups.sort(key=lambda g: _rank(g, question))
    groups = groups[:_MOST]
    ids = {id(group): f"o{number}" for number, group in enumerate(groups, 1)}
    return tuple(
        Option(
            id=ids[id(group)],
            label=_label(group),
            places=tuple(c.place for c in group),
            proposed_by=_proposers(group, question, cast),
            relations=tuple(_relations(group, groups, ids)),
        )
        for group in groups
    )


def _in_play(group: list[Course], question: Question | None, cast: CastIndex) -> bool:
    """Asked about, or put forward by somebody named and told by two reports or more.

    To file a motion is a step of what the motion is for, and no option of its own.
    """
    if group[0].family in _STEPS and group[0].head in MEASURES:
        return False
    if asked(group[0], question):
        return bool(_open_ones(group, question))
    told = len({course.statement.report for course in group}) > 1
    return told and group[0].head not in _EMPTY and bool(_proposers(group, question, cast))


def _open_ones(group: list[Course], question: Question | None) -> list[Course]:
    """The courses of a group that are put forward; of what is asked about, wherever they stand."""
    if asked(group[0], question):
        return [course for course in group if _is_put(course.statement)]
    return [course for course in group if _is_put(course.statement) and _is_its_matter(course)]


def _is_put(statement: Statement) -> bool:
    return (
        statement.kind in _OPEN_KINDS
        or statement.modality in _OPEN_MODALITIES
        or statement.stage in _OPEN_STAGES
    )


def _is_its_matter(course: Course) -> bool:
    """Whether the statement puts this very action forward, not one in a clause beside it.

    The action is the first that the statement has, or does what its measure ("a motion to …") is
    for: the first thing that is not done to a measure.
    """
    actions = course.statement.actions
    first = actions[0]
    if first.words == course.action.words:
        return True
    matter = next((a for a in actions if not MEASURES & set(a.target_terms)), None)
    return matter is not None and matter is not first and matter.family == course.family


def _rank(group: list[Course], question: Question | None) -> tuple[bool, int, int, str, int]:
    reports = {c.statement.report for c in group}
    first = group[0].place[0]
    return (not asked(group[0], question), -len(reports), -len(group), first.report, first.start)


def _label(group: list[Course]) -> str:
    """The commonest words by which a report puts the option; ties go to the shorter."""
    wordings = Counter(wording for course in group for wording in _wordings(course))
    if not wordings:
        target = group[0].action.target
        return f"{group[0].action.predicate} {' '.join(target.exact.split()) if target else ''}"
    return min(wordings, key=lambda words: (-wordings[words], len(words), words))


def _wordings(course: Course) -> Iterable[str]:
    """The statement's own words from the action to the end of its target, where they adjoin."""
    words, target = course.action.words, course.action.target
    if target is None or target.start < words.end or target.end - words.start > _LONGEST:
        return
    for span in course.statement.content:
        if span.holds(words) and span.holds(target):
            yield " ".join(span.exact[words.start - span.start : target.end - span.start].split())


def _proposers(group: list[Course], question: Question | None, cast: CastIndex) -> tuple[str, ...]:
    """Who puts the option forward, where the speaker is not merely said to speak against it."""
    actors = (
        cast.actor_of(course.statement.source)
        for course in _open_ones(group, question)
        if course.action.polarity != "negated"
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
            or whole.action.words.start > course.action.words.start
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
