"""A document as JSON: the last step that can refuse it."""

from __future__ import annotations

from stemma import codec
from stemma.errors import ChangeInput, RefuseDossier


def render_json(document: codec.Written) -> bytes:
    """`document` as UTF-8 JSON. Raises RefuseDossier where a text cannot be written as UTF-8."""
    try:
        return codec.encode(document)
    except ChangeInput as fault:
        raise RefuseDossier([str(fault)]) from fault
