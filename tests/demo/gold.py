"""The gold file's decisions, and their words found again in the reports of a dossier.

Words are found by their letters and digits alone: a repaired quotation mark or a space put back
between two fused words moves nothing. A token is a run of letters and digits, by its place.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from stemma.model.document import Document
from stemma.model.report import Report
from stemma.model.span import Span

Item = dict[str, Any]
Token = tuple[str, int]
Tokens = frozenset[Token]

_WORD = re.compile(r"[^\W_]+")
_ARTICLES = {"the", "a", "an"}


@cache
def gold() -> Item:
    """The decisions of one reader; see the file's own `about`."""
    text = (Path(__file__).parent / "gold.json").read_text(encoding="utf-8")
    decisions: Item = json.loads(text)
    return decisions


def fold(name: str) -> str:
    """A name without case, article, possessive and typography; accents stay."""
    plain = name.casefold().replace("’", "'").removesuffix("'s")
    words = _WORD.findall(plain)
    return " ".join(words[1:] if words and words[0] in _ARTICLES else words)


def bare(text: str) -> set[str]:
    """The words of a text without case and accents, for loose comparison."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return set(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))


def spans_below(value: object) -> Iterator[Span]:
    """Every span anywhere below a value of the dossier."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from spans_below(getattr(value, field))
    elif isinstance(value, tuple | list):
        for below in value:
            yield from spans_below(below)


class Texts:
    """The dossier's reports by file name, and where words stand in them."""

    def __init__(self, document: Document) -> None:
        self.reports = {report.file: report for report in document.reports}
        self.files = {report.id: report.file for report in document.reports}
        self._starts = {r.id: [m.start() for m in _WORD.finditer(r.text)] for r in document.reports}
        self._letters = {file: _letters(report.text) for file, report in self.reports.items()}

    def span(self, place: Item) -> Span | None:
        """The span of a gold place; `None` where its words do not stand in the report."""
        report = self.reports.get(place["file"])
        if report is None:
            return None
        found = self._find(report, place.get("within") or place["words"])
        title = report.headline
        if title and "occurrence" not in place:
            in_title = place.get("in") == "title"
            found = [s for s in found if title.holds(s) == in_title] or found
        number = place.get("occurrence", 1)
        return found[number - 1] if len(found) >= number else None

    def inside(self, passage: Span, words: str | None) -> Span | None:
        """The first place of `words` within a passage."""
        if words is None:
            return None
        report = self.reports[self.files[passage.report]]
        return next((s for s in self._find(report, words) if passage.holds(s)), None)

    def tokens(self, spans: Iterable[Span | None]) -> Tokens:
        """The tokens that the spans touch."""
        return frozenset(
            (span.report, start)
            for span in spans
            if span is not None
            for start in self._starts[span.report]
            if span.start <= start < span.end
        )

    def at(self, place: Item) -> Tokens:
        """The tokens of a gold place; none where its words are not found."""
        return self.tokens([self.span(place)])

    def alike(self, place: Item) -> list[Tokens]:
        """The tokens of a gold place, and of the same words wherever else they stand."""
        others = [s for r in self.reports.values() for s in self._find(r, place["words"])]
        return [self.at(place), *(self.tokens([span]) for span in others)]

    def _find(self, report: Report, words: str) -> list[Span]:
        letters, offsets = self._letters[report.file]
        wanted, _ = _letters(words)
        found, at = [], letters.find(wanted)
        while at >= 0 and wanted:
            found.append(report.span(offsets[at], offsets[at + len(wanted) - 1] + 1))
            at = letters.find(wanted, at + 1)
        return [s for s in found if _is_whole(s, report.text)] or found


def _letters(text: str) -> tuple[str, list[int]]:
    kept = [(c, k) for k, char in enumerate(text) if char.isalnum() for c in char.casefold()]
    return "".join(c for c, _ in kept), [k for _, k in kept]


def _is_whole(span: Span, text: str) -> bool:
    around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    return not any(char.isalnum() for char in around)


def covers(found: Tokens, wanted: Tokens) -> bool:
    """Whether half of the wanted tokens, or more, are found."""
    return bool(wanted) and 2 * len(found & wanted) >= len(wanted)


def meets(found: Tokens, wanted: Tokens) -> bool:
    """Whether the two share at least half of the shorter one's tokens."""
    shared = len(found & wanted)
    return shared > 0 and 2 * shared >= min(len(found), len(wanted))
