"""Claims as a schema.org graph: read as JSON-LD, a dossier is this graph."""

from __future__ import annotations

import json

from msgspec.structs import replace

from stemma import codec
from stemma.dossier.schema_org import CONTEXT, appearances
from stemma.model.document import Document

SCHEMA = "https://schema.org/"


def test_a_claim_names_its_appearances(document: Document) -> None:
    """A claim has its words, the reports in order, and the first of them."""
    plain = json.loads(codec.encode(document))
    claim, *articles = plain["schema_org"]
    assert claim["@type"] == "Claim"
    assert claim["appearance"] == ["urn:stemma:report:rep-a", "urn:stemma:report:rep-b"]
    assert claim["firstAppearance"] == "urn:stemma:report:rep-a"
    assert claim["text"] == "she could close the Norland ferry if the harbour is not repaired"
    assert [a["@id"] for a in articles] == claim["appearance"]


def test_an_article_has_outlet_and_day(document: Document) -> None:
    """A report is an article with its publisher, its day and its address."""
    plain = json.loads(codec.encode(document))
    article = plain["schema_org"][1]
    assert article["@type"] == "Article"
    assert article["publisher"] == {"@type": "Organization", "name": "The Gazette"}
    assert article["datePublished"] == "2031-03-03"
    assert article["url"] == "https://gazette.example/ferry?a=1&b=2"


def test_every_key_of_the_graph_has_a_meaning(document: Document) -> None:
    """Each key and type is defined in the context, as a term of schema.org; nothing else is."""
    plain = json.loads(codec.encode(document))
    context = plain["@context"]
    assert context["schema_org"] == "@graph"
    used = {key for node in plain["schema_org"] for key in node if not key.startswith("@")}
    used |= {node["@type"] for node in plain["schema_org"]} | {"Organization", "name"}
    assert used == set(context) - {"schema_org"}
    for name in used:
        term = context[name]
        assert (term if isinstance(term, str) else term["@id"]) == f"{SCHEMA}{name}"
    assert not used & (set(plain) - {"@context"})


def test_an_unknown_first_is_null(document: Document) -> None:
    """Where nobody can say who told it first, no appearance is called the first."""
    claim = replace(document.claims[0], first=None)
    (node, *_) = appearances(replace(document, claims=(claim,)))
    assert json.loads(codec.encode(replace(document, schema_org=(node,))))["schema_org"] == [
        {
            "@type": "Claim",
            "@id": "urn:stemma:claim:cl-1",
            "text": "she could close the Norland ferry if the harbour is not repaired",
            "appearance": ["urn:stemma:report:rep-a", "urn:stemma:report:rep-b"],
            "firstAppearance": None,
        }
    ]


def test_what_one_report_tells_is_left_out(document: Document) -> None:
    """A claim of one report has no spread, and is no node."""
    alone = tuple(replace(claim, spread=()) for claim in document.claims)
    assert appearances(replace(document, claims=alone)) == ()
    assert document.context == CONTEXT
