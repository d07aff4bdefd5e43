from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from msgspec.structs import replace

from stemma.dossier.check import faults
from stemma.model.document import Document

Break = Callable[[dict], None]  # type: ignore[type-arg]


def _set(*path: str | int, to: object) -> Break:
    """A change that puts `to` at a path of the plain document."""

    def change(plain: dict) -> None:  # type: ignore[type-arg]
        place = plain
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = to

    return change


def test_a_sound_document_has_no_fault(document: Document) -> None:
    """The laws hold of the sample: what the other tests break was whole."""
    assert faults(document) == []


CONTENT = ("statements", 0, "content", 0)
BREAKS: dict[str, tuple[Break, str]] = {
    "other words": (_set(*CONTENT, "exact", to="no such words"), "are others"),
    "beyond the text": (_set(*CONTENT, "end", to=10**30), "is not in its"),
    "backwards": (_set(*CONTENT, "start", to=10**6), "is not in its"),
    "negative": (_set(*CONTENT, "start", to=-1), "is not in its"),
    "no such report": (_set(*CONTENT, "report", to="nowhere"), "not here"),
    "span deep inside": (
        _set("lineage", "edges", 2, "passages", 0, "to", "exact", to="x"),
        "passages[0].to",
    ),
    "no such actor": (_set("statements", 0, "source", "actor", to="x"), "among the actors"),
    "no such carrier": (_set("statements", 0, "carriers", 0, "to", to="x"), "among the actors"),
    "no such parent": (_set("statements", 0, "within", to="x"), "among the statements"),
    "no such source": (_set("lineage", "edges", 0, "from", to="x"), "among the sources"),
    "no such origin": (_set("claims", 0, "origins", "sets", to=[["x"]]), "among the sources"),
    "no such story": (_set("claims", 0, "story", to="x"), "among the stories"),
    "no such step": (_set("claims", 0, "spread", 0, "statement", to="x"), "among the statements"),
    "no such teller": (_set("claims", 0, "spread", 1, "from", to="x"), "among the reports"),
    "a step elsewhere": (_set("claims", 0, "spread", 0, "report", to="rep-b"), "no telling"),
    "another graph": (_set("schema_org", to=[]), "is not the graph of the claims"),
    "a report twice": (
        _set(
            "claims",
            0,
            "spread",
            to=2 * [{"report": "rep-a", "statement": "s1", "place": 1, "way": "own"}],
        ),
        "twice in its spread",
    ),
    "no such event": (_set("timeline", 0, "event", to="x"), "among the events"),
    "no such difference": (_set("timeline", 0, "differences", to=["x"]), "among the differences"),
    "no such likelihood": (_set("audit", 0, "likelihoods", to=["x"]), "among the likelihoods"),
    "no such option": (_set("positions", 0, "option", to="x"), "among the options"),
    "no such claim": (_set("statuses", 0, "claim", to="x"), "among the claims"),
    "no such thing": (_set("findings", 0, "refs", to=["x"]), "findings[0]"),
    "an id twice": (_set("statements", 1, "id", to="s1"), "is used 2 times"),
    "a finding on nothing": (_set("findings", 0, "refs", to=[]), "rests on nothing"),
    "an absence unsearched": (_set("findings", 1, "searched", to=None), "what was searched"),
    "one reading": (_set("differences", 0, "readings", to=[]), "not two"),
    "a reading nowhere": (_set("differences", 0, "readings", 0, "places", to=[]), "stands nowhere"),
    "half a retelling": (_set("retellings", 0, "to", to=[]), "one of its ends"),
    "no words": (_set("statements", 0, "content", to=[]), "has no words"),
    "above one": (_set("likelihoods", 0, "high", to=1.5), "outside [0, 1]"),
    "low above high": (_set("likelihoods", 0, "low", to=0.9), "above high"),
    "nobody's": (_set("likelihoods", 0, "holder", "author_of", to=None), "nobody holds"),
    "ends first": (_set("timeline", 0, "when", "start", to="1999-01-01"), "after its end"),
    "unknown, dated": (_set("timeline", 0, "when", "kind", to="unknown"), "yet has a date"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_each_law_is_checked(document: Document, name: str) -> None:
    """Whatever breaks a law is found and named."""
    change, expected = BREAKS[name]
    plain = msgspec.to_builtins(document)
    change(plain)
    found = faults(msgspec.convert(plain, Document))
    assert any(expected in fault for fault in found), found


def test_the_list_of_faults_is_bounded(document: Document) -> None:
    """A systematic fault does not fill the screen; the rest is counted."""
    broken = replace(document, reports=(), statements=document.statements * 200)
    found = faults(broken)
    assert len(found) == 201
    assert found[-1].startswith("and ")
