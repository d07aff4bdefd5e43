"""Key findings: a dozen lines for the top of the dossier, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from stemma.assessment.absences import find_absences
from stemma.assessment.answer import answer
from stemma.assessment.wording import count, quoted, sentence
from stemma.model.assessment import AuditEntry, Finding, Likelihood, Option
from stemma.model.claim import Collation, Difference
from stemma.model.corpus import Corpus
from stemma.model.reading import Question
from stemma.model.span import words_of

_MOST = 15
_GRAVE = ("sure-loss", "label", "implausible")
_VERDICTS = ("conflict", "different-scope", "update", "spread", "different-stage")
"""The verdicts that are findings; what is unsure stands with the differences alone."""
_PHRASES = {
    "conflict": "Reports conflict on",
    "different-scope": "Reports speak of different scopes:",
    "different-stage": "Reports put at different stages:",
    "update": "A figure was updated:",
    "spread": "Rival estimates:",
}


def find_findings(
    corpus: Corpus,
    collation: Collation,
    question: Question | None,
    parts: tuple[tuple[Option, ...], tuple[Likelihood, ...], tuple[AuditEntry, ...]],
) -> tuple[Finding, ...]:
    """The findings in order: the answer, roots, likelihoods, differences, retellings, absences."""
    options, likelihoods, audit = parts
    found = answer(corpus, question, options)
    found += _roots(corpus)
    found += _likelihoods(likelihoods, corpus)
    found += _audit(audit)
    found += _differences(collation.differences, question)
    found += _retellings(collation)
    absent = find_absences(corpus, collation, question, options, likelihoods)
    return (*found[: _MOST - len(absent)], *absent)


def _roots(corpus: Corpus) -> Iterator[Finding]:
    lineage = corpus.lineage
    copies = {
        e.to for e in lineage.edges if e.kind in {"verbatim", "edited", "translation", "paraphrase"}
    }
    absent = [s for s in lineage.sources if s.held is None]
    stories = len(lineage.stories)
    text = (
        f"{count(len(corpus.reports), 'report tells', 'reports tell')} "
        f"{count(stories, 'story', 'stories')}; "
        f"{count(len(copies), 'report is', 'reports are')} made from another report here"
    )
    yield Finding(
        text=text + ".", kind="present", refs=tuple(story.id for story in lineage.stories)
    )
    if absent:
        distinct = list(dict.fromkeys(s.name for s in absent))
        names = ", ".join(distinct[:6])
        more = f" and {len(distinct) - 6} more" if len(distinct) > 6 else ""
        yield Finding(
            text=f"The reports credit {count(len(distinct), 'source')} that nobody here holds, "
            f"to go and get: {names}{more}.",
            kind="present",
            refs=tuple(s.id for s in absent),
        )


def _likelihoods(likelihoods: tuple[Likelihood, ...], corpus: Corpus) -> Iterator[Finding]:
    groups: dict[str, list[Likelihood]] = {}
    for item in likelihoods:
        if item.low is not None:
            groups.setdefault(_holder(item, corpus), []).append(item)
    for holder, items in groups.items():
        stated = "; ".join(quoted(i.words.exact) for i in items[:4])
        yield Finding(
            text=sentence(
                f"{holder} states {count(len(items), 'likelihood')} in numbers: {stated}"
            ),
            kind="present",
            refs=tuple(i.id for i in items),
        )


def _holder(likelihood: Likelihood, corpus: Corpus) -> str:
    names = {actor.id: actor.name for actor in corpus.cast.actors}
    if likelihood.actor in names:
        return names[likelihood.actor]
    if likelihood.holder:
        return " ".join(words_of(likelihood.holder).split())
    report = next(r for r in corpus.reports if r.id == likelihood.author_of)
    return f"The author of {quoted(report.title or report.file)}"


def _audit(audit: tuple[AuditEntry, ...]) -> Iterator[Finding]:
    for level in _GRAVE:
        for entry in [e for e in audit if e.level == level][:2]:
            yield Finding(text=sentence(entry.what), kind="present", refs=entry.likelihoods)


def _differences(
    differences: tuple[Difference, ...], question: Question | None
) -> Iterator[Finding]:
    terms = set(question.terms) if question else set()

    def rank(d: Difference) -> tuple[int, int, int]:
        overlap = sum(term in d.about.lower() for term in terms)
        return (_VERDICTS.index(d.verdict), -overlap, differences.index(d))

    shown = sorted((d for d in differences if d.verdict in _VERDICTS), key=rank)
    for difference in shown[:5]:
        values = " / ".join(quoted(v.value) for v in difference.readings[:3])
        text = f"{_PHRASES[difference.verdict]} {difference.about}: {values}"
        if difference.reconcilable:
            text += f" ({difference.reconcilable[0]})"
        yield Finding(text=sentence(text), kind="present", refs=(difference.id,))


def _retellings(collation: Collation) -> Iterator[Finding]:
    stronger = [r for r in collation.retellings if r.direction == "stronger"]
    if stronger:
        yield Finding(
            text=f"{count(len(stronger), 'retelling')} of {len(collation.retellings)} found made "
            f"a claim stronger than its source, for example {quoted(words_of(stronger[0].to))}.",
            kind="present",
            refs=tuple(r.id for r in stronger),
        )
