"""The first finding: what the reports say to the question, or what is missing for an answer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from stemma.assessment.courses import (
    MEASURES,
    Course,
    asked,
    find_courses,
    group_courses,
    head_of,
    is_past,
)
from stemma.assessment.nearest import nearest, told
from stemma.assessment.wording import count, quoted, sentence
from stemma.model.assessment import Finding, Option
from stemma.model.cast import CastIndex
from stemma.model.corpus import Corpus
from stemma.model.reading import Question, Stage, Statement
from stemma.model.span import words_of

_LADDER: tuple[Stage, ...] = (
    "considered",
    "announced",
    "filed",
    "debated",
    "adopted",
    "in-force",
)
_REFS = 12
_NEAREST = 3
_WORDS = {
    "considered": "considered or in preparation",
    "announced": "announced",
    "filed": "filed",
    "debated": "debated",
    "adopted": "adopted",
    "in-force": "in force",
}


@dataclass(frozen=True, slots=True)
class Search:
    """What was looked through for an answer: the statements of one story that bear on the matter.

    `elsewhere` counts statements of other stories that would: an earlier episode is no answer.
    """

    about: tuple[Statement, ...]
    statements: int
    reports: int
    elsewhere: int


def answer(corpus: Corpus, question: Question | None, options: tuple[Option, ...]) -> list[Finding]:
    """How far the matter asked about has got, and what stands nearest to the question.

    Without a question the first option is the matter; without options either, there is none.
    """
    if question is None and not options:
        return []
    search = _search(corpus, question, options)
    said = [s for reading in corpus.readings for s in reading.statements]
    near = nearest(corpus, question, said, _NEAREST) if question is not None else []
    subject = f"On “{question.text if question is not None else options[0].label}”"
    staged = _furthest(search, subject)
    if staged is None:
        return [_unstaged(corpus, search, subject, near)]
    return [staged, _near(corpus, near)] if near else [staged]


def _unstaged(corpus: Corpus, search: Search, subject: str, near: list[Statement]) -> Finding:
    """What comes nearest where no report names a stage; where nothing does, silence said so."""
    if near:
        found = _near(corpus, near)
        return Finding(
            text=f"{subject}: no report settles it in words that this program can match. "
            f"{found.text}",
            kind="absent",
            refs=found.refs,
            searched=_searched(search),
        )
    return Finding(
        text=f"{subject}: no report here speaks to it in words that this program can match.",
        kind="absent",
        refs=tuple(report.id for report in corpus.reports),
        searched=_searched(search),
    )


def _near(corpus: Corpus, near: list[Statement]) -> Finding:
    cast = CastIndex(corpus.cast)
    lines = "; ".join(told(statement, corpus, cast) for statement in near)
    return Finding(
        text=sentence(f"Nearest to the question: {lines}"),
        kind="present",
        refs=tuple(statement.id for statement in near),
    )


def _searched(search: Search) -> str:
    return (
        f"{search.statements} statements in {search.reports} reports, of which "
        f"{len(search.about)} bear on the matter"
    )


def _search(corpus: Corpus, question: Question | None, options: tuple[Option, ...]) -> Search:
    wanted = _wanted(corpus, question, options)
    story = _main_story(corpus, wanted)
    here = [course for course in wanted if story in ("", course.story)]
    about = {c.statement.id: c.statement for c in here}
    for statement in _measure_statements(corpus, here):
        about.setdefault(statement.id, statement)
    story_of = corpus.story_of()
    read = [r for r in corpus.readings if story in ("", story_of.get(r.report))]
    order = {r.report: n for n, r in enumerate(read)}
    return Search(
        about=tuple(sorted(about.values(), key=lambda s: (order[s.report], s.content[0].start))),
        statements=sum(len(reading.statements) for reading in read),
        reports=len(read),
        elsewhere=len({c.statement.id for c in wanted} - set(about)),
    )


def _wanted(corpus: Corpus, question: Question | None, options: tuple[Option, ...]) -> list[Course]:
    starts: dict[str, date | None] = {s.id: s.when.start for s in corpus.lineage.stories}
    first = {options[0].places[0]} if options and question is None else set()
    return [
        course
        for group in group_courses(find_courses(corpus))
        if asked(group[0], question) or any(course.place in first for course in group)
        for course in group
        if not is_past(course, starts.get(course.story))
    ]


def _main_story(corpus: Corpus, courses: list[Course]) -> str:
    """The story that speaks most of the matter, the later of equals; "" where none does."""
    told = Counter(course.story for course in courses)
    starts = {s.id: s.when.start or date.min for s in corpus.lineage.stories}
    return max(told, key=lambda s: (told[s], starts.get(s, date.min), s), default="")


def _measure_statements(corpus: Corpus, courses: list[Course]) -> list[Statement]:
    """Statements that say how far the measure behind the courses has got, and of nothing else.

    A resolution that proposes what is asked about is its measure; what is said of "the
    resolution" elsewhere counts where the words name no other object, since a resolution on
    another matter would.
    """
    measures = {
        (course.story, term)
        for course in courses
        for term in course.statement.terms
        if term in MEASURES
    }
    story_of = corpus.story_of()
    return [
        statement
        for reading in corpus.readings
        for statement in reading.statements
        if statement.stage != "unknown"
        and _speaks_only_of(statement, story_of.get(reading.report, ""), measures)
    ]


def _speaks_only_of(statement: Statement, story: str, measures: set[tuple[str, str]]) -> bool:
    heads = {head_of(action) for action in statement.actions} - {""}
    return bool(heads) and all((story, head) in measures for head in heads)


def _furthest(search: Search, subject: str) -> Finding | None:
    """The furthest stage reached, and what is not; `None` where no statement names a stage."""
    rank = {stage: n for n, stage in enumerate(_LADDER)}
    reached = [s for s in search.about if s.stage in rank and _reached(s)]
    denied = [s for s in search.about if s.stage in rank and s.polarity == "negated"]
    if not reached:
        return None
    top = max(rank[s.stage] for s in reached)
    at_top = [s for s in reached if rank[s.stage] == top]
    missing = [_WORDS[stage] for stage in _LADDER[max(top + 1, 3) :]]
    parts = [f"no report has it {_either(missing)}"] if missing else []
    reports = len({s.report for s in at_top})
    example = quoted(words_of(at_top[0].content))
    parts.append(
        f"the furthest stage that any report gives is “{_WORDS[_LADDER[top]]}” "
        f"({reports} of {count(search.reports, 'report')}), as in {example}"
    )
    said_not = [s for s in denied if rank[s.stage] > top]
    if missing and said_not:
        deniers = len({s.report for s in said_not})
        parts.append(
            f"{count(deniers, 'report says', 'reports say')} outright that it has got no further"
        )
    if search.elsewhere:
        others = count(search.elsewhere, "statement")
        parts.append(f"{others} of other stories on the like are told apart")
    return Finding(
        text=f"{subject}: {'; '.join(parts)}.",
        kind="absent" if missing else "present",
        refs=tuple(s.id for s in (*said_not[:4], *at_top))[:_REFS],
        searched=_searched(search) if missing else None,
    )


def _reached(statement: Statement) -> bool:
    """Whether the words have the stage behind them, not ahead: a plan to file is no filing."""
    if statement.polarity == "negated":
        return False
    return statement.stage in {"considered", "announced"} or statement.modality in {
        "certain",
        "unknown",
    }


def _either(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
