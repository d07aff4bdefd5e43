from __future__ import annotations

import msgspec
import pytest

from stemma.model.document import Document

CONTRACT = {
    "$": "stemma question reports rejections actors statements sources lineage claims differences "
    "retellings events timeline likelihoods audit options positions statuses decisions assessment "
    "findings limits",
    "stemma": "version schema models options",
    "reports": "id file sha256 url outlet title published language genre text stripped metadata",
    "reports.published": "kind start end words resolved",
    "reports.stripped": "span reason",
    "reports.stripped.span": "report start end exact",
    "rejections": "file reason detail",
    "actors": "id name names kind roles",
    "actors.roles": "role places when",
    "statements": "id report within source carriers cue content quote kind polarity modality "
    "stage when numbers",
    "statements.source": "actor place unnamed",
    "statements.carriers": "from to mode place",
    "statements.numbers": "value unit bound span",
    "sources": "id name actor held places",
    "lineage": "edges stories",
    "lineage.edges": "from to kind directed because passages prov",
    "lineage.edges.passages": "from to",
    "lineage.stories": "id title reports when because",
    "claims": "id statements story first origins",
    "claims.origins": "least most sets because",
    "differences": "id kind about readings verdict reconcilable because",
    "differences.readings": "value places statements",
    "retellings": "id from to edge change direction because",
    "events": "id label places scopes",
    "timeline": "when event what statements differences",
    "likelihoods": "id words label_span holder event scopes horizon as_of verbal low high",
    "likelihoods.holder": "actor author_of",
    "audit": "level likelihoods what because",
    "options": "id label places proposed_by relations",
    "options.relations": "to is",
    "positions": "actor option stance statements when",
    "statuses": "claim status because",
    "decisions": "id by at about what why orphaned",
    "findings": "text kind refs searched",
}


def _properties(path: str) -> set[str]:
    """The keys of the object at a path of the contract, arrays passed through."""
    (root,), parts = msgspec.json.schema_components((Document,))
    part = _follow(root, parts)
    for name in [] if path == "$" else path.split("."):
        part = _follow(part["properties"][name], parts)
    return set(part["properties"])


def _follow(part: dict[str, object], parts: dict[str, dict[str, object]]) -> dict:  # type: ignore[type-arg]
    while "properties" not in part:
        if "$ref" in part:
            part = parts[str(part["$ref"]).rpartition("/")[2]]
        elif "items" in part:
            part = part["items"]  # type: ignore[assignment]
        else:
            part = next(p for p in part["anyOf"] if p.get("type") != "null")  # type: ignore[attr-defined]
    return part


@pytest.mark.parametrize("path", CONTRACT)
def test_every_name_of_the_contract_is_there(path: str) -> None:
    """Names of the contract are fixed: keys may be added, none may go."""
    assert set(CONTRACT[path].split()) <= _properties(path)
