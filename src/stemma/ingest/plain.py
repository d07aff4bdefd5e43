"""Plain text: header lines, then the report."""

from __future__ import annotations

import re

from stemma.ingest.record import Record

HEADER = re.compile(r"[ \t]{0,4}(title|outlet|date|url|authors?)[ \t]{0,4}:(.*)", re.IGNORECASE)
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
    """The record of a text file. Header lines at its very start are no part of the report."""
    fields: dict[str, str] = {}
    lines = text.split("\n", MOST_HEADERS + 1)
    taken = 0
    for line in lines[:MOST_HEADERS]:
        found = HEADER.fullmatch(line.strip("\r\ufeff"))
        if not found:
            break
        fields.setdefault(FIELDS[found[1].lower()], found[2].strip())
        taken += 1
    known = {name: value for name, value in fields.items() if value}
    return Record(
        file=file,
        data=data,
        body="\n".join(lines[taken:]).lstrip("\r\n") if taken else text,
        title=known.get("title"),
        outlet=known.get("outlet"),
        url=known.get("url"),
        published=known.get("published"),
        authors=known.get("authors"),
    )
