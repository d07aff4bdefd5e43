"""A document as JSON: the last step that can refuse it."""

from __future__ import annotations

from stemma import codec
from stemma.errors import ChangeInput, RefuseDossier
from stemma.model.document import Document
from stemma.model.lineage_document import LineageDocument


def render_json(document: Document | LineageDocument) -> bytes:
    """`document` as UTF-8 JSON. Raises RefuseDossier where a text cannot be written as UTF-8."""
    try:
        return codec.encode(document)
    except ChangeInput as fault:
        raise RefuseDossier([str(fault)]) from fault
