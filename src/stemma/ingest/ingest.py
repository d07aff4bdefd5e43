"""The verb of this room: bytes in, reports or rejections out."""

from __future__ import annotations

from collections.abc import Iterator

from stemma.ingest.build import build
from stemma.ingest.decode import decode
from stemma.ingest.formats import foreign, format_of, unsupported
from stemma.ingest.html import read_page
from stemma.ingest.names import display_name
from stemma.ingest.normalise import readable
from stemma.ingest.plain import read_plain
from stemma.ingest.record import Record
from stemma.ingest.records import read_json, read_lines
from stemma.ingest.unfold import unfold
from stemma.ingest.walk import Input, Limits
from stemma.model.report import Rejection, Report


def ingest(item: Input, limits: Limits) -> tuple[Report | Rejection, ...]:
    """The reports that one file holds, in its order, with a Rejection for each that can't be read.

    Nothing raises: whatever is wrong with the input is a Rejection that says what to do.
    """
    file = display_name(item.file)
    advice = unsupported(file)
    if advice:
        return (Rejection(file=file, reason="unsupported", detail=advice),)
    if len(item.data) > limits.file_bytes:
        detail = f"more than {limits.file_bytes} bytes: split or trim it"
        return (Rejection(file=file, reason="oversized", detail=detail),)
    data = unfold(file, item.data, limits)
    if isinstance(data, Rejection):
        return (data,)
    advice = foreign(data)
    if advice:
        return (Rejection(file=file, reason="unsupported", detail=advice),)
    try:
        return tuple(_built(found, limits) for found in _records(file, data, limits))
    except Exception as error:
        return (_failed(file, error),)


def _records(file: str, data: bytes, limits: Limits) -> Iterator[Record | Rejection]:
    kind = format_of(file, data)
    if kind == "jsonl":
        yield from read_lines(file, data, limits)
    elif kind == "json":
        yield from read_json(file, data, limits)
    else:
        text, _encoding = decode(data, declared=kind == "html")
        if not readable(text):
            detail = "not text in any known encoding: save it as UTF-8 text"
            yield Rejection(file=file, reason="binary", detail=detail)
        else:
            yield read_page(file, data, text) if kind == "html" else read_plain(file, data, text)


def _built(found: Record | Rejection, limits: Limits) -> Report | Rejection:
    """The report of a record. A fault of a library on one record must not lose the others."""
    if isinstance(found, Rejection):
        return found
    try:
        return build(found, limits)
    except Exception as error:
        return _failed(found.file, error)


def _failed(file: str, error: Exception) -> Rejection:
    detail = f"the program failed on it ({type(error).__name__}): please report this file"
    return Rejection(file=file, reason="unreadable", detail=detail)
