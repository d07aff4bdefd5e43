from __future__ import annotations

import json
import re
from typing import Any

import pytest
from msgspec.structs import replace

from stemma.dossier.lineage_document import to_lineage_document
from stemma.dossier.render_json import render_json
from stemma.model.case import TracedCase
from stemma.model.lineage_document import LineageDocument

PROV = "http://www.w3.org/ns/prov#"
URN = re.compile(r"urn:[a-z0-9][a-z0-9-]{0,31}:[A-Za-z0-9()+,\-.:=@;$_!*']+")
RELATIONS = ("wasQuotedFrom", "wasRevisionOf", "wasDerivedFrom", "hadPrimarySource")


@pytest.fixture
def plain(lineage_document: LineageDocument) -> dict[str, Any]:
    """The JSON as another program meets it."""
    found: dict[str, Any] = json.loads(render_json(lineage_document))
    return found


def _expanded(plain: dict[str, Any]) -> list[dict[str, Any]]:
    """The graph with its keys as IRIs, as JSON-LD expansion of these few constructs gives it."""
    context = plain["@context"]
    nodes = []
    for node in plain["prov"]:
        whole: dict[str, Any] = {"@id": node["@id"], "@type": context[node["@type"]]}
        for key, value in node.items():
            if not key.startswith("@"):
                term = context[key]
                whole[term if isinstance(term, str) else term["@id"]] = value
        nodes.append(whole)
    return nodes


def test_the_context_makes_the_file_a_graph_and_nothing_else(plain: dict[str, Any]) -> None:
    """`prov` is the graph, every key in it is an absolute IRI, and no other key has a meaning."""
    context = plain["@context"]
    assert set(plain) & set(context) == {"prov"}
    assert context["prov"] == "@graph"
    assert "@vocab" not in context
    terms = [t if isinstance(t, str) else t["@id"] for k, t in context.items() if k != "prov"]
    assert all(term.startswith("http://") for term in terms)
    assert all(context[name]["@type"] == "@id" for name in (*RELATIONS, "wasAttributedTo"))


def test_every_node_is_an_entity_or_an_agent_of_its_own(plain: dict[str, Any]) -> None:
    """A node for each source and each actor, each with one absolute name and a label."""
    nodes = _expanded(plain)
    types = [node["@type"] for node in nodes]
    assert types.count(f"{PROV}Entity") == len(plain["sources"])
    assert types.count(f"{PROV}Agent") == len(plain["actors"])
    assert len({node["@id"] for node in nodes}) == len(nodes)
    assert all(URN.fullmatch(node["@id"]) for node in nodes)
    assert all(node["http://www.w3.org/2000/01/rdf-schema#label"] for node in nodes)


def test_the_relations_are_those_of_the_edges(plain: dict[str, Any]) -> None:
    """From what was made to what it was made from, for each edge that PROV-O has a term for."""
    entities = [node for node in plain["prov"] if node["@type"] == "Entity"]
    names = {s["id"]: node["@id"] for s, node in zip(plain["sources"], entities, strict=True)}
    told = {
        (node["@id"], key, end)
        for node in _expanded(plain)
        for key, ends in node.items()
        if key.removeprefix(PROV) in RELATIONS
        for end in ends
    }
    edges = {
        (names[edge["to"]], PROV + edge["prov"], names[edge["from"]])
        for edge in plain["edges"]
        if edge["prov"] is not None
    }
    assert told == edges
    assert len(edges) == 3


def test_what_is_in_no_order_is_not_in_the_graph(traced: TracedCase) -> None:
    """Edges without a direction say nothing of what was made from what."""
    lineage = traced.corpus.lineage
    edges = tuple(replace(edge, directed=False) for edge in lineage.edges)
    corpus = replace(traced.corpus, lineage=replace(lineage, edges=edges))
    nodes = to_lineage_document(replace(traced, corpus=corpus)).prov
    assert not any(getattr(node, name) for node in nodes for name in _RELATION_FIELDS)


_RELATION_FIELDS = ("was_quoted_from", "was_revision_of", "was_derived_from", "had_primary_source")


def test_a_day_is_given_only_where_it_is_known(plain: dict[str, Any]) -> None:
    """A report without a day has none in the graph; nothing else has one."""
    days = {node["label"]: node.get("issued") for node in plain["prov"]}
    assert {name: day for name, day in days.items() if day} == {
        "Minister may close the ferry line": "2031-03-03",
        "Minister to close the Norland ferry": "2031-03-04",
    }


def test_a_report_goes_by_its_own_id(plain: dict[str, Any]) -> None:
    """What is held is called alike in every run; what is not carries the mark of its run."""
    names = [node["@id"] for node in plain["prov"]]
    assert names[1:4] == [f"urn:stemma:report:rep-{letter}" for letter in "abc"]
    assert re.fullmatch(r"urn:stemma:source:[0-9a-f]{12}:src-post", names[0])


def test_sources_are_attributed_to_whom_they_name(plain: dict[str, Any]) -> None:
    """An attribution leads to an agent that is there."""
    agents = {node["@id"]: node["label"] for node in plain["prov"] if node["@type"] == "Agent"}
    given = [node["wasAttributedTo"] for node in plain["prov"] if "wasAttributedTo" in node]
    assert [agents[name] for name in given] == ["Harbour Post"]
