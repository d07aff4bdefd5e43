"""What is absent: denied, unverified, proposed or stated by nobody; with what was searched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stemma.assessment.nearest import nearest, told, unlike
from stemma.assessment.wording import count, quoted, sentence
from stemma.model.assessment import Finding, Likelihood, Option
from stemma.model.cast import CastIndex
from stemma.model.claim import Collation
from stemma.model.corpus import Corpus
from stemma.model.reading import Question, Statement

_VERIFYING = frozenset("verify confirm corroborate authenticate substantiate".split())
_UNVERIFIED = frozenset("unverified unconfirmed uncorroborated unsubstantiated".split())
_SHOWN = 3


def find_absences(
    corpus: Corpus,
    collation: Collation,
    question: Question | None,
    options: tuple[Option, ...],
    likelihoods: tuple[Likelihood, ...],
) -> tuple[Finding, ...]:
    """A line for each thing that is not there; silence is told from denial."""
    said = [s for reading in corpus.readings for s in reading.statements]
    searched = f"{count(len(said), 'statement')} in {count(len(corpus.reports), 'report')}"
    found = list(_unread(corpus))
    if not said:
        return tuple(found)
    found += [*_denied(corpus, question, said, searched), *_unverified(corpus, said, searched)]
    found += _unproposed(options, searched)
    everything = tuple(report.id for report in corpus.reports)
    if not likelihoods:
        found.append(
            _absent(
                "No probability is stated in numbers, nor in words such as “likely”.",
                everything,
                searched,
            )
        )
    if len(everything) > 1 and not any(d.verdict == "conflict" for d in collation.differences):
        text = "No conflict between reports was found; that is not to say there is none."
        found.append(_absent(text, everything, "; ".join(collation.compared) or searched))
    return tuple(found)


def _unread(corpus: Corpus) -> Iterator[Finding]:
    """Reports in which nothing was read: what they say is not measured, which is not silence."""
    unread = [reading for reading in corpus.readings if not reading.statements]
    if unread:
        why = "; ".join(dict.fromkeys(line for reading in unread for line in reading.limits))
        yield _absent(
            f"Not measured: what {count(len(unread), 'report says', 'reports say')}"
            + (f" ({why})" if why else " (no statement was found in them)"),
            (reading.report for reading in unread),
            f"{count(len(corpus.readings), 'report')}",
        )


def _absent(text: str, refs: Iterable[str], searched: str) -> Finding:
    return Finding(text=sentence(text), kind="absent", refs=tuple(refs), searched=searched)


def _denied(
    corpus: Corpus, question: Question | None, said: list[Statement], searched: str
) -> Iterator[Finding]:
    """What is said outright not to be so, of the very doing that the question asks about."""
    if question is None:
        return
    families = {action.family for action in question.actions}
    flat = [
        s
        for s in said
        if s.polarity == "negated"
        and s.modality == "certain"
        and any(action.family in families for action in s.actions)
    ]
    denials = nearest(corpus, question, flat, _SHOWN)
    if denials:
        yield _quoting("Said not to be so", denials, corpus, searched)


def _unverified(corpus: Corpus, said: list[Statement], searched: str) -> Iterator[Finding]:
    """What reports themselves say they, or others, could not verify."""
    doubtful = [
        s
        for s in said
        if (s.polarity == "negated" and _VERIFYING & set(s.terms)) or _UNVERIFIED & set(s.terms)
    ]
    if doubtful:
        yield _quoting(
            "Not verified, in the reports' own words", unlike(doubtful, _SHOWN), corpus, searched
        )


def _quoting(lead: str, shown: list[Statement], corpus: Corpus, searched: str) -> Finding:
    cast = CastIndex(corpus.cast)
    lines = "; ".join(told(statement, corpus, cast) for statement in shown)
    return _absent(f"{lead}: {lines}", (s.id for s in shown), searched)


def _unproposed(options: tuple[Option, ...], searched: str) -> Iterator[Finding]:
    for option in options:
        if not option.proposed_by:
            text = f"No report names anybody who proposes {quoted(option.label)}."
            yield _absent(text, (option.id,), searched)
