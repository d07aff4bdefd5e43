"""The verb of this room."""

from __future__ import annotations

from stemma.assessment.audit import audit
from stemma.assessment.findings import find_findings
from stemma.assessment.likelihoods import find_likelihoods
from stemma.assessment.nearest import rank
from stemma.assessment.options import find_options
from stemma.assessment.positions import find_positions
from stemma.assessment.status import find_statuses
from stemma.model.assessment import Assessment
from stemma.model.claim import Collation
from stemma.model.corpus import Corpus
from stemma.model.reading import Question


def assess(corpus: Corpus, collation: Collation, question: Question | None) -> Assessment:
    """Options, positions, likelihoods with their audit, statuses and findings.

    Nothing is weighed that nobody stated: no probability is made here.
    """
    likelihoods, events = find_likelihoods(corpus)
    entries = audit(likelihoods, events)
    options = find_options(corpus, question)
    statements = [s for reading in corpus.readings for s in reading.statements]
    ranked = rank(corpus, question, statements) if question is not None else []
    return Assessment(
        options=options,
        positions=find_positions(corpus, options),
        likelihoods=likelihoods,
        events=events,
        audit=entries,
        statuses=find_statuses(corpus, collation),
        relevant=tuple(statement.id for statement in ranked),
        findings=find_findings(corpus, collation, question, (options, likelihoods, entries)),
    )
