"""Rows as CSV (RFC 4180) that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from stemma.errors import RefuseDossier
from stemma.model.span import Place
from stemma.model.when import When

_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
"""How a cell begins that a spreadsheet would work out. One more `'` in front keeps it text."""

Row = tuple[str, ...]


def to_csv(columns: Row, rows: Iterable[Row]) -> bytes:
    """UTF-8 with a header and CRLF.

    A cell that begins as a formula would gets a `'` in front: to read it back, take one `'` off
    each cell that begins with some and then one of `= + - @`, a tab or the end of a line.
    Raises RefuseDossier where a text holds half a surrogate pair, which UTF-8 cannot carry.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    try:
        return text.getvalue().encode("utf-8")
    except UnicodeEncodeError as error:
        raise RefuseDossier([f"a text cannot be written as UTF-8: {error.reason}"]) from error


def iso_text(when: When) -> str:
    """A date as ISO 8601 writes it, as far as it is known; empty where it is not."""
    start, end = when.start, when.end
    if when.kind == "interval":
        return f"{start or '..'}/{end or '..'}"
    if when.kind == "unknown" or start is None:
        return ""
    return start.isoformat()[: {"year": 4, "month": 7}.get(when.kind, 10)]


def offsets_text(place: Place) -> str:
    """A place as its half-open offsets: "120-180", several spans as "120-180 190-200"."""
    return " ".join(f"{span.start}-{span.end}" for span in place)


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
