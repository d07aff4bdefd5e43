"""The only JSON in and out: dossiers to bytes and back, parts of one to bytes, and the schema."""

from __future__ import annotations

from inspect import cleandoc
from typing import Any, TypeVar

import msgspec

from stemma.errors import ChangeInput
from stemma.model.collation_document import ConflictsDocument, RetellingsDocument
from stemma.model.document import Document
from stemma.model.lineage_document import LineageDocument

MAX_BYTES = 512 * 1024 * 1024
"""The largest dossier that is decoded, in bytes."""

_SCHEMA_ID = "urn:stemma:dossier:1"
Written = Document | LineageDocument | ConflictsDocument | RetellingsDocument
_Kind = TypeVar("_Kind")


def encode(document: Written) -> bytes:
    """`document` as UTF-8 JSON, indented, with a newline at its end; equal values, equal bytes.

    Raises ChangeInput where a text holds half a surrogate pair, which UTF-8 cannot carry.
    """
    try:
        compact = msgspec.json.encode(document, order="deterministic")
    except UnicodeEncodeError as error:
        raise ChangeInput(f"a text cannot be written as UTF-8: {error.reason}") from error
    return msgspec.json.format(compact, indent=1) + b"\n"


def decode(data: bytes) -> Document:
    """The dossier in `data`. Keys that the contract does not know are passed over.

    Raises ChangeInput with the path of the first fault where it is no dossier.
    """
    return _decode(data, Document)


def missing_keys(data: bytes, document: Document) -> list[str]:
    """Keys of the contract that `data`, from which `document` was decoded, leaves out.

    Each is a path, with `[…]` for any member of a list; every path is given once.
    """
    missing: dict[str, None] = {}
    _compare(_decode(data, object), msgspec.to_builtins(document), "$", missing)
    return list(missing)


def schema() -> bytes:
    """The JSON Schema (draft 2020-12) of a dossier, generated from the model.

    Every key is required: a dossier states what is unknown as `null`, and leaves nothing out.
    """
    (root,), parts = msgspec.json.schema_components((Document,), ref_template="#/$defs/{name}")
    for part in parts.values():
        part["required"] = sorted(part["properties"])
        part["description"] = cleandoc(part["description"])
    whole: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": _SCHEMA_ID,
        "title": "Stemma dossier",
        **root,
        "$defs": parts,
    }
    compact = msgspec.json.encode(whole, order="deterministic")
    return msgspec.json.format(compact, indent=1) + b"\n"


def _decode(data: bytes, kind: type[_Kind]) -> _Kind:
    if len(data) > MAX_BYTES:
        raise ChangeInput(f"larger than {MAX_BYTES} bytes: too large for a dossier")
    try:
        return msgspec.json.decode(data, type=kind)
    except RecursionError as error:
        raise ChangeInput("nested too deeply for a dossier") from error
    except UnicodeDecodeError as error:
        raise ChangeInput("not UTF-8") from error
    except msgspec.MsgspecError as error:
        raise ChangeInput(f"no dossier: {error}") from error


def _compare(given: object, known: object, path: str, missing: dict[str, None]) -> None:
    """Add to `missing` the paths of keys that are in `known` and not in `given`."""
    if isinstance(given, dict) and isinstance(known, dict):
        for key, value in known.items():
            if key in given:
                _compare(given[key], value, f"{path}.{key}", missing)
            else:
                missing[f"{path}.{key}"] = None
    elif isinstance(given, list) and isinstance(known, list | tuple):
        for one, other in zip(given, known, strict=True):
            _compare(one, other, f"{path}[…]", missing)
