from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma import codec
from stemma.errors import ChangeInput
from stemma.model.document import Document, FamilyTree, Maker
from stemma.model.report import Report
from stemma.model.when import When


def _empty(**fields: object) -> Document:
    lists = dict.fromkeys(Document.__struct_fields__, ())
    known: dict[str, object] = {
        "stemma": Maker(version="0", models={"b": "2", "a": "1"}),
        "question": None,
        "lineage": FamilyTree(edges=(), stories=()),
        "assessment": None,
        "context": {},
    }
    return Document(**(lists | known | fields))  # type: ignore[arg-type]


def _report(text: str) -> Report:
    undated = When.unknown("none is given")
    return Report(
        id="r", file="a", sha256="0", published=undated, language="en", genre="news", text=text
    )


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
@settings(max_examples=50)
def test_what_is_encoded_decodes_to_the_same(text: str) -> None:
    """Decoding undoes encoding, whatever a report's text holds."""
    document = _empty(reports=(_report(text),), question=text)
    assert codec.decode(codec.encode(document)) == document


def test_equal_documents_give_equal_bytes() -> None:
    """Bytes do not depend on the order in which a mapping was filled."""
    first = codec.encode(_empty())
    second = codec.encode(_empty(stemma=Maker(version="0", models={"a": "1", "b": "2"})))
    assert first == second
    assert first.endswith(b"}\n")


def test_half_a_surrogate_pair_is_refused() -> None:
    """What UTF-8 cannot carry is an error that says so, not a traceback."""
    with pytest.raises(ChangeInput, match="UTF-8"):
        codec.encode(_empty(reports=(_report("\ud800"),)))


@given(data=st.binary(max_size=60))
@settings(max_examples=100)
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    """Bytes that are no dossier give ChangeInput, whatever they are."""
    with pytest.raises(ChangeInput):
        codec.decode(data)


@pytest.mark.parametrize("data", [b"[" * 200_000, b'{"stemma":' * 200_000])
def test_deep_nesting_is_refused(data: bytes) -> None:
    """Nesting cannot exhaust the stack."""
    with pytest.raises(ChangeInput):
        codec.decode(data)


def test_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Size is bounded before anything is decoded."""
    monkeypatch.setattr(codec, "MAX_BYTES", 10)
    with pytest.raises(ChangeInput, match="larger"):
        codec.decode(codec.encode(_empty()))


def test_a_fault_names_its_place() -> None:
    """The message of a wrong type leads to it."""
    wrong = json.loads(codec.encode(_empty(reports=(_report("x"),))))
    wrong["reports"][0]["genre"] = "rumour"
    with pytest.raises(ChangeInput, match=r"reports\[0\]\.genre|reports\[...\]\.genre"):
        codec.decode(json.dumps(wrong).encode())


def test_unknown_keys_are_passed_over() -> None:
    """A dossier of a later version, with keys added, can still be read."""
    document = _empty()
    later = json.loads(codec.encode(document)) | {"later": {"x": 1}}
    assert codec.decode(json.dumps(later).encode()) == document


def test_missing_keys_are_named_once() -> None:
    """A key that has a default in the model is still part of the contract."""
    plain = json.loads(codec.encode(_empty(reports=(_report("x"), _report("y")))))
    for report in plain["reports"]:
        del report["url"]
    data = json.dumps(plain).encode()
    assert codec.missing_keys(data, codec.decode(data)) == ["$.reports[…].url"]


def test_the_schema_that_ships_is_the_models() -> None:
    """`dossier.schema.json` is what `codec.schema` makes of today's model."""
    shipped = files("stemma.dossier").joinpath("dossier.schema.json").read_bytes()
    assert shipped == codec.schema(), (
        "write codec.schema() to src/stemma/dossier/dossier.schema.json"
    )


def test_the_schema_holds_of_what_is_encoded() -> None:
    """The schema is valid draft 2020-12, and a document is valid by it until a key is gone."""
    schema = json.loads(codec.schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    plain = msgspec.json.decode(codec.encode(_empty(reports=(_report("x"),))))
    assert not list(validator.iter_errors(plain))
    del plain["reports"][0]["url"]
    assert [error.validator for error in validator.iter_errors(plain)] == ["required"]
