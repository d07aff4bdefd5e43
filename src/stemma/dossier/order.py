"""The order in which a dossier tells things: what a reader must see first comes first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from stemma.dossier.wording import DIRECTIONS, VERDICTS
from stemma.model.claim import Claim, Difference, Retelling
from stemma.model.document import AttributedStatement, Document, JoinedActor
from stemma.model.lineage import Derivation, Source


def differences_in_order(document: Document) -> tuple[Difference, ...]:
    """Differences by the weight of their verdict, else as they were found."""
    order = list(VERDICTS)
    return tuple(sorted(document.differences, key=lambda d: order.index(d.verdict)))


def retellings_in_order(document: Document) -> tuple[Retelling, ...]:
    """What grew first, then what shrank, else as they were found."""
    order = list(DIRECTIONS)
    return tuple(sorted(document.retellings, key=lambda r: order.index(r.direction)))


def actors_in_order(document: Document) -> tuple[JoinedActor, ...]:
    """Those to whom a statement is attributed: who speaks most to the question, then at all."""
    relevant = frozenset(document.relevant)
    said = [s for s in document.statements if not s.own_voice]
    spoken = Counter(s.source.actor for s in said)
    to_the_question = Counter(s.source.actor for s in said if s.id in relevant)
    speakers = [actor for actor in document.actors if spoken[actor.id]]
    return tuple(sorted(speakers, key=lambda a: (-to_the_question[a.id], -spoken[a.id])))


def to_the_question_first(
    document: Document, statements: Iterable[AttributedStatement]
) -> tuple[AttributedStatement, ...]:
    """What bears on the question before the rest, each part in the order of the reports."""
    relevant = frozenset(document.relevant)
    return tuple(sorted(statements, key=lambda statement: statement.id not in relevant))


def shared_claims(document: Document) -> tuple[Claim, ...]:
    """Claims that more than one report tells, those that most reports tell first."""
    shared = [claim for claim in document.claims if len(claim.spread) > 1]
    return tuple(sorted(shared, key=lambda claim: (-len(claim.spread), -len(claim.statements))))


def sources_to_get(sources: Iterable[Source], edges: Iterable[Derivation]) -> tuple[Source, ...]:
    """Sources that nobody here holds, those on which most reports rest first."""
    used = Counter(edge.from_ for edge in edges)
    absent = [source for source in sources if source.held is None]
    return tuple(sorted(absent, key=lambda source: -used[source.id]))
