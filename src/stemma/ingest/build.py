"""From a record to a report: one text, its headline, what is stripped, what it is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

import msgspec

from stemma.ingest.cleanup import find_noise, furniture
from stemma.ingest.genre import genre_of
from stemma.ingest.headline import find_headline, place_title
from stemma.ingest.inline import find_boxes
from stemma.ingest.language import language_of
from stemma.ingest.lines import Line, lines_of
from stemma.ingest.normalise import normalise, one_line, readable
from stemma.ingest.published import published_when
from stemma.ingest.record import Record
from stemma.ingest.top import Top, read_top
from stemma.ingest.walk import Limits
from stemma.ingest.wrapped import unwrap
from stemma.model.report import Rejection, Report, Stripped
from stemma.model.span import Span
from stemma.model.when import When

URL = re.compile(r"https?://[^\s/\\@]+(?:/\S*)?", re.IGNORECASE)
LONGEST_TITLE = 400
LONGEST_VALUE = 2_000
LONGEST_KEY = 100


def build(record: Record, limits: Limits) -> Report | Rejection:
    """The report of a record, or why it gives none. The same record gives the same report."""
    if len(record.body) > limits.characters:
        detail = f"more than {limits.characters} characters in one report: split it"
        return Rejection(file=record.file, reason="oversized", detail=detail)
    if not readable(record.body):
        detail = "not text in any known encoding: save it as UTF-8 text"
        return Rejection(file=record.file, reason="binary", detail=detail)
    text = unwrap(normalise(record.body))
    if not any(map(str.isalnum, text)):
        return Rejection(file=record.file, reason="empty", detail="no words in it: nothing to read")
    title = one_line(record.title or "", LONGEST_TITLE)
    headline = None
    if title:
        text, headline = place_title(text, title)
    lines = lines_of(text)
    top = read_top(lines)
    known = furniture(lines, top)
    headline = headline or find_headline(lines, known)
    noise = find_noise(lines, headline, known)
    noise = sorted([*noise, *_boxes(lines, noise)])
    article = _article(text, noise)
    if not any(map(str.isalnum, article)):
        detail = "nothing but page furniture in it: give the text of the article"
        return Rejection(file=record.file, reason="empty", detail=detail)
    return _report(record, text, headline, (top, noise, article))


def _boxes(lines: list[Line], noise: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Link boxes in the lines that are not stripped whole."""
    stripped = {start for start, _, _ in noise}
    for line in lines:
        if line.start not in stripped:
            for start, end in find_boxes(line.start, line.text):
                yield start, end, "link to other pages"


def _article(text: str, noise: list[tuple[int, int, str]]) -> str:
    """The text without what is stripped, for judging its language and genre."""
    kept: list[str] = []
    position = 0
    for start, end, _ in noise:
        kept.append(text[position:start])
        position = end
    return "".join([*kept, text[position:]])


def _report(
    record: Record,
    text: str,
    headline: tuple[int, int] | None,
    found: tuple[Top, list[tuple[int, int, str]], str],
) -> Report:
    top, noise, article = found
    url, metadata = _metadata(record, top)
    whence = (url or record.file).encode()
    id_ = "r" + hashlib.sha256(record.data + b"\0" + whence).hexdigest()[:12]

    def span(start: int, end: int) -> Span:
        return Span(report=id_, start=start, end=end, exact=text[start:end])

    title, outlet = text[slice(*headline or (0, 0))], one_line(record.outlet or "", LONGEST_TITLE)
    return Report(
        id=id_,
        file=record.file,
        sha256=hashlib.sha256(record.data).hexdigest(),
        url=url,
        outlet=outlet or None,
        title=title or None,
        headline=span(*headline) if headline else None,
        published=_published(record, top, id_),
        language=language_of(article),
        genre=genre_of(article, title, outlet, {"url": url or "", **metadata}),
        text=text,
        stripped=tuple(Stripped(span=span(start, end), reason=why) for start, end, why in noise),
        metadata=metadata,
    )


def _published(record: Record, top: Top, id_: str) -> When:
    """The date that came with the report, else the one in a line of its own at its top."""
    given = published_when(one_line(record.published or "", LONGEST_TITLE))
    if given.known or top.date is None:
        return given
    words = Span(report=id_, start=top.date.start, end=top.date.end, exact=top.date.text)
    stated = published_when(top.date.text)
    return msgspec.structs.replace(stated, words=words) if stated.known else given


def _metadata(record: Record, top: Top) -> tuple[str | None, dict[str, str]]:
    """The address if it is a web address, and the metadata, which keeps one that is not."""
    given = dict(record.metadata)
    authors = record.authors or top.names
    if authors:
        given["authors"] = authors
    url = one_line(record.url or "", LONGEST_VALUE)
    valid = URL.fullmatch(url)
    if url and not valid:
        given["url"] = url
    cleaned = sorted(
        (one_line(key, LONGEST_KEY), one_line(value, LONGEST_VALUE)) for key, value in given.items()
    )
    return (url if valid else None), {key: value for key, value in cleaned if key and value}
