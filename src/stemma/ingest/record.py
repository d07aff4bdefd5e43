"""One record on its way to a report: what the input said, before anything is concluded."""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A text with what the input says of it, not yet normalised.

    `file` has `#N` where the file holds several records; `data` are the record's own bytes.
    """

    file: str
    data: bytes
    body: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    authors: str | None = None
    metadata: dict[str, str] = {}
