"""Edges in the terms of W3C PROV-O, the vocabulary that other programs know provenance by.

Source: PROV-O, W3C Recommendation of 30 April 2013, section 3.2 (expanded terms).
"""

from __future__ import annotations

from stemma.model.document import ProvEdge, ProvRelation
from stemma.model.lineage import Derivation, DerivationKind

_RELATIONS: dict[DerivationKind, ProvRelation] = {
    "verbatim": "wasQuotedFrom",
    "quotes": "wasQuotedFrom",
    "update": "wasRevisionOf",
    "edited": "wasDerivedFrom",
    "paraphrase": "wasDerivedFrom",
    "translation": "wasDerivedFrom",
    "credits": "hadPrimarySource",
    "shared-source": "hadPrimarySource",
}
"""A quotation in PROV-O is the repeat of some or all of an entity, so that a copy is one too."""


def in_prov(edge: Derivation) -> ProvEdge:
    """`edge` with its relation; none where nobody knows which end was made from the other."""
    return ProvEdge(
        from_=edge.from_,
        to=edge.to,
        kind=edge.kind,
        directed=edge.directed,
        because=edge.because,
        passages=edge.passages,
        prov=_RELATIONS.get(edge.kind) if edge.directed else None,
    )
