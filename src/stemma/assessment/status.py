"""How far each claim has got, as the reports put it; nothing here weighs truth."""

from __future__ import annotations

from stemma.model.assessment import ClaimStatus, Status
from stemma.model.claim import Claim, Collation
from stemma.model.corpus import Corpus
from stemma.model.reading import Statement

_DENIALS = frozenset("deny refute dispute reject dismiss rebut disavow".split())
_ACCUSATIONS = frozenset("accuse allege blame claim".split())


def find_statuses(corpus: Corpus, collation: Collation) -> tuple[Status, ...]:
    """A status for every claim. "established" is never given: that is an analyst's to say."""
    statements = corpus.statements_by_id()
    return tuple(
        _status(claim, [statements[s] for s in claim.statements if s in statements])
        for claim in collation.claims
    )


def _status(claim: Claim, told: list[Statement]) -> Status:
    denied = [s.id for s in told if s.cue_lemma in _DENIALS or s.polarity == "negated"]
    affirmed = [s for s in told if s.id not in denied]
    if denied and affirmed:
        return _made(claim, "denied", f"affirmed by {len(affirmed)} and denied by {len(denied)}")
    if affirmed and all(s.cue_lemma in _ACCUSATIONS or s.hedges for s in affirmed):
        return _made(claim, "alleged", "every telling is hedged or put as an accusation")
    if any(s.kind == "fact" and not s.hedges for s in affirmed):
        return _made(claim, "reported", f"put without a hedge by {len(affirmed)} telling(s)")
    return _made(claim, "unknown", "no telling puts it as a fact")


def _made(claim: Claim, status: ClaimStatus, because: str) -> Status:
    return Status(claim=claim.id, status=status, because=(because,))
