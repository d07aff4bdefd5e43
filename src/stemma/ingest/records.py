"""JSON and JSONL: one record an object."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from stemma.ingest.decode import decode
from stemma.ingest.html import text_of_fragment
from stemma.ingest.record import Record
from stemma.ingest.walk import Limits
from stemma.model.report import Rejection, RejectionReason

TAKEN = ("text", "title", "outlet", "url", "published", "authors")
FRAGMENT = re.compile(
    r"</(?:p|div|li|h[1-6]|article|blockquote)\s{0,9}>|<br\s{0,9}/?>", re.IGNORECASE
)
MOST_KEYS = 64
LONGEST_VALUE = 2_000


def read_lines(file: str, data: bytes, limits: Limits) -> Iterator[Record | Rejection]:
    """One record or rejection for each line of JSONL that is not blank, `#N` by line number."""
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    else:
        lines = [line.encode("utf-8", "replace") for line in decode(data)[0].split("\n")]
    count = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        if count >= limits.records:
            yield _reject(
                f"{file}#{number}", "oversized", f"more than {limits.records} records: split it"
            )
            return
        count += 1
        yield _record(f"{file}#{number}", line.rstrip(b"\r"), _parse(decode(line)[0]))


def read_json(file: str, data: bytes, limits: Limits) -> Iterator[Record | Rejection]:
    """The record of a file that holds one object, or those of one that holds a list."""
    parsed = _parse(decode(data)[0])
    if not isinstance(parsed, list):
        if isinstance(parsed, str) and b"\n" in data.strip():
            yield from read_lines(file, data, limits)
            return
        yield _record(file, data, parsed)
        return
    for number, value in enumerate(parsed[: limits.records], start=1):
        own = json.dumps(value, sort_keys=True).encode()
        yield _record(f"{file}#{number}", own, value)
    if len(parsed) > limits.records:
        detail = f"more than {limits.records} records: split it"
        yield _reject(f"{file}#{limits.records + 1}", "oversized", detail)


def _parse(text: str) -> object:
    """The parsed value, or (as text, which no record is) what is wrong with it."""
    try:
        return json.loads(text)
    except RecursionError:
        return "nested too deeply"
    except ValueError as error:
        return f"no valid JSON ({str(error)[:120]})"


def _record(file: str, data: bytes, value: object) -> Record | Rejection:
    if not isinstance(value, dict):
        wrong = value if isinstance(value, str) else "no JSON object"
        return _reject(file, "malformed", f"{wrong}: give one object with a `text` key")
    text = value.get("text")
    if not isinstance(text, str):
        return _reject(file, "malformed", "no `text` of characters: name the report's text `text`")
    fields = {name: _words(value.get(name)) for name in TAKEN[1:]}
    others = sorted((key, value[key]) for key in value if key not in TAKEN)[:MOST_KEYS]
    metadata = {key[:100]: words for key, kept in others if (words := _words(kept))}
    body = text_of_fragment(text) if FRAGMENT.search(text[:LONGEST_VALUE]) else text
    return Record(file=file, data=data, body=body, metadata=metadata, **fields)


def _words(value: object) -> str | None:
    """A value as text: lists of text joined by commas, anything else as compact JSON."""
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return ", ".join(value)[:LONGEST_VALUE]
    try:
        return json.dumps(value, ensure_ascii=False, sort_keys=True)[:LONGEST_VALUE]
    except (RecursionError, TypeError, ValueError):
        return None


def _reject(file: str, reason: RejectionReason, detail: str) -> Rejection:
    return Rejection(file=file, reason=reason, detail=detail)
