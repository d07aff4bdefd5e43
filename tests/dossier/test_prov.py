from __future__ import annotations

from typing import get_args

import pytest

from stemma.dossier.prov import in_prov
from stemma.model.document import Document
from stemma.model.lineage import Derivation, DerivationKind

RELATIONS = {
    "verbatim": "wasQuotedFrom",
    "edited": "wasDerivedFrom",
    "paraphrase": "wasDerivedFrom",
    "translation": "wasDerivedFrom",
    "update": "wasRevisionOf",
    "quotes": "wasQuotedFrom",
    "credits": "hadPrimarySource",
    "shared-source": "hadPrimarySource",
    "same-event": None,
    "unknown": None,
}


def _edge(kind: DerivationKind, directed: bool) -> Derivation:
    return Derivation(from_="h1", to="h2", kind=kind, directed=directed, because=("a reason",))


@pytest.mark.parametrize("kind", get_args(DerivationKind))
def test_each_kind_has_its_term(kind: DerivationKind) -> None:
    """A directed edge has the term of its kind; one event and the unknown have none."""
    assert in_prov(_edge(kind, directed=True)).prov == RELATIONS[kind]


@pytest.mark.parametrize("kind", get_args(DerivationKind))
def test_what_has_no_direction_has_no_term(kind: DerivationKind) -> None:
    """Every PROV-O relation says which came from which; an open direction is none of them."""
    edge = _edge(kind, directed=False)
    assert in_prov(edge).prov is None


def test_the_dossier_gives_the_term_of_every_edge(document: Document) -> None:
    """The document's edges are the lineage's, each with its term."""
    assert document.lineage.edges
    assert all(in_prov(edge) == edge for edge in document.lineage.edges)
