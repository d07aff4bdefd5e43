"""The statements that come nearest to a question, by the weight of the terms they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from stemma.assessment.wording import quoted
from stemma.model.cast import CastIndex
from stemma.model.corpus import Corpus
from stemma.model.reading import Question, Statement
from stemma.model.span import words_of

_STEM = 5  # letters that two forms of one word share at least
_ALIKE = 0.6  # share of terms beyond which a statement repeats a better one


def nearest(
    corpus: Corpus, question: Question, among: Iterable[Statement], most: int
) -> list[Statement]:
    """The best few by `rank`; what only repeats a better statement is left out."""
    return unlike(rank(corpus, question, among), most)


def rank(corpus: Corpus, question: Question, among: Iterable[Statement]) -> list[Statement]:
    """Those of some statements that share two terms or more with the question, best first.

    A term weighs the more the fewer statements hold it (inverse document frequency); what a known
    speaker says, what does what is asked about, and what a later report says weigh more.
    """
    statements = [s for reading in corpus.readings for s in reading.statements]
    held = Counter(term for s in statements for term in set(s.terms))
    wanted = {term: _forms(term, held) for term in dict.fromkeys(question.terms)}
    needed = min(2, len(wanted))
    favour = _Favour(corpus, question)
    scored = []
    for order, statement in enumerate(among):
        terms = set(statement.terms)
        met = [forms for forms in wanted.values() if forms & terms]
        if needed and len(met) >= needed:
            weight = sum(_weight(forms, held, len(statements)) for forms in met)
            weight *= favour.of(statement) / (1 + math.log1p(len(terms)) / 4)
            scored.append((-weight, order, statement))
    return [statement for _, _, statement in sorted(scored, key=lambda x: x[:2])]


class _Favour:
    """Factors by which statements that share as many terms are told apart."""

    def __init__(self, corpus: Corpus, question: Question) -> None:
        self._cast = CastIndex(corpus.cast)
        self._families = {action.family for action in question.actions}
        days = sorted({r.published.start for r in corpus.reports if r.published.start})
        self._late = {
            r.id: days.index(r.published.start) / len(days)
            for r in corpus.reports
            if r.published.start
        }

    def of(self, statement: Statement) -> float:
        """A factor around 1."""
        factor = 1 + self._late.get(statement.report, 0.0) / 5
        if not statement.own_voice and self._cast.actor_of(statement.source) is None:
            factor *= 0.6
        if any(action.family in self._families for action in statement.actions):
            factor *= 1.4
        if statement.kind == "fact" and statement.modality == "certain":
            factor *= 1.1
        return factor


def told(statement: Statement, corpus: Corpus, cast: CastIndex) -> str:
    """Who says it, and the words: a line for a finding."""
    actor = cast.actor_of(statement.source)
    if actor is not None:
        who = cast.actors[actor].name
    elif statement.source:
        who = " ".join(words_of(statement.source).split())
    else:
        report = next(r for r in corpus.reports if r.id == statement.report)
        who = report.outlet or report.title or report.file
    return f"{who}: {quoted(words_of(statement.content))}"


def _forms(term: str, held: Counter[str]) -> frozenset[str]:
    """The term and the corpus's terms that are forms of it ("sanction", "sanctions")."""
    if len(term) < _STEM:
        return frozenset({term})
    return frozenset({term, *(other for other in held if other[:_STEM] == term[:_STEM])})


def _weight(forms: frozenset[str], held: Counter[str], statements: int) -> float:
    return math.log((1 + statements) / (1 + sum(held[form] for form in forms)))


def unlike(ranked: Iterable[Statement], most: int) -> list[Statement]:
    """The first `most` statements of which none only repeats the terms of one before."""
    chosen: list[Statement] = []
    for statement in ranked:
        terms = set(statement.terms)
        if all(
            len(terms & set(other.terms)) < _ALIKE * len(terms | set(other.terms))
            for other in chosen
        ):
            chosen.append(statement)
        if len(chosen) == most:
            break
    return chosen
