"""Plain text: header lines, then the report."""

from __future__ import annotations

import re

from stemma.ingest.record import Record

HEADER = re.compile(r"[ \t]{0,4}(title|outlet|date|url|authors?)[ \t]{0,4}:(.*)", re.IGNORECASE)
FRONT = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]{0,4}:(.*)")
FENCE = "---"
FIELDS = {
    "title": "title",
    "outlet": "outlet",
    "date": "published",
    "url": "url",
    "author": "authors",
    "authors": "authors",
}
MOST_HEADERS = 12


def read_plain(file: str, data: bytes, text: str) -> Record:
    """The record of a text file. Header lines at its very start are no part of the report.

    Nor is front matter, as Markdown has it: such lines, of any name, between two fences.
    """
    lines = text.split("\n", MOST_HEADERS + 2)
    front = lines[0].strip() == FENCE
    fields: dict[str, str] = {}
    taken = int(front)
    for line in lines[taken:MOST_HEADERS]:
        found = (FRONT if front else HEADER).fullmatch(line.strip("\r\ufeff"))
        if not found:
            break
        value = found[2].strip().strip("\"'" if front else None)
        fields.setdefault(FIELDS.get(found[1].lower(), found[1].lower()), value)
        taken += 1
    if front and (taken == len(lines) or lines[taken].strip() != FENCE):
        taken, fields = 0, {}
    taken += int(front and taken > 0)
    body = "\n".join(lines[taken:]).lstrip("\r\n") if taken else text
    return _record(file, data, body, {name: value for name, value in fields.items() if value})


def _record(file: str, data: bytes, body: str, known: dict[str, str]) -> Record:
    return Record(
        file=file,
        data=data,
        body=body,
        title=known.get("title"),
        outlet=known.get("outlet"),
        url=known.get("url"),
        published=known.get("published"),
        authors=known.get("authors"),
        metadata={name: value for name, value in known.items() if name not in FIELDS.values()},
    )
