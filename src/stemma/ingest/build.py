"""From a record to a report: one text, its headline, what is stripped, what it is."""

from __future__ import annotations

import hashlib
import re

from stemma.ingest.cleanup import find_noise
from stemma.ingest.headline import find_headline, place_title
from stemma.ingest.metadata import published_when
from stemma.ingest.normalise import normalise, one_line, readable
from stemma.ingest.record import Record
from stemma.ingest.walk import Limits
from stemma.model.report import Rejection, Report, Stripped
from stemma.model.span import Span

URL = re.compile(r"https?://[^\s/\\@]+\.[^\s\\@]+", re.IGNORECASE)
LONGEST_TITLE = 400
LONGEST_VALUE = 2_000


def build(record: Record, limits: Limits) -> Report | Rejection:
    """The report of a record, or why it gives none. The same record gives the same report."""
    if len(record.body) > limits.characters:
        detail = f"more than {limits.characters} characters in one report: split it"
        return Rejection(file=record.file, reason="oversized", detail=detail)
    if not readable(record.body):
        detail = "not text in any known encoding: save it as UTF-8 text"
        return Rejection(file=record.file, reason="binary", detail=detail)
    text = normalise(record.body)
    title = one_line(record.title or "", LONGEST_TITLE) or None
    if not text.strip():
        return Rejection(file=record.file, reason="empty", detail="no text in it: nothing to read")
    headline: tuple[int, int] | None
    text, headline = place_title(text, title) if title else (text, find_headline(text))
    return _report(record, text, title, headline)


def _report(
    record: Record, text: str, title: str | None, headline: tuple[int, int] | None
) -> Report:
    url, metadata = _url(record)
    key = hashlib.sha256(record.data + b"\0" + (url or record.file).encode()).hexdigest()
    id_ = "r" + key[:12]

    def span(start: int, end: int) -> Span:
        return Span(report=id_, start=start, end=end, exact=text[start:end])

    stripped = [
        Stripped(span=span(start, end), reason=reason)
        for start, end, reason in find_noise(text, headline)
    ]
    return Report(
        id=id_,
        file=record.file,
        sha256=hashlib.sha256(record.data).hexdigest(),
        url=url,
        outlet=one_line(record.outlet or "", LONGEST_TITLE) or None,
        title=text[slice(*headline)] if headline else title,
        headline=span(*headline) if headline else None,
        published=published_when(record.published),
        language="und",
        genre="unknown",
        text=text,
        stripped=tuple(stripped),
        metadata=metadata,
    )


def _url(record: Record) -> tuple[str | None, dict[str, str]]:
    """The address if it is a web address, and the metadata, which keeps one that is not."""
    given = {key: one_line(value, LONGEST_VALUE) for key, value in record.metadata.items()}
    if record.authors:
        given["authors"] = one_line(record.authors, LONGEST_VALUE)
    url = one_line(record.url or "", LONGEST_VALUE)
    if url and not URL.fullmatch(url):
        given["url"] = url
    metadata = {one_line(key, 100): value for key, value in sorted(given.items()) if value}
    return (url if URL.fullmatch(url) else None), metadata
