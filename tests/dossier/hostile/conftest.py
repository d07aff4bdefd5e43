"""A dossier in which every free field and every word of the reports is hostile."""

from __future__ import annotations

from itertools import cycle

import msgspec
import pytest
from msgspec.structs import replace

from stemma.dossier.check import ids_by_kind
from stemma.dossier.schema_org import appearances
from stemma.model.document import Document

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "'onmouseover='alert(3)",
    "](javascript:alert(4))",
    "[x](https://evil.example)",
    "![x](https://evil.example/i.png)",
    "https://evil.example/bare",
    "who@evil.example",
    "</style></div></main><h1>",
    "<!-- --> <![CDATA[ ]]> {{ 7 * 7 }} {% x %}",
    "\x1b[31mred\x1b]0;title\x07\x9b2J",
    "\u202egnp.exe\u202c\u2066x\u2069",
    "a\x00b\x01\x7f\ufffe\u2028",
    "| a | b |\n# heading\n- item\n```\n1. one",
    "`code` **bold** _em_ ~~s~~ $m$ &amp; &#106; \\ <b>",
    "\r\n\t\x0b\x0c",
)
FREE = {
    "about", "at", "because", "by", "compared", "detail", "file", "label", "language", "limits",
    "name", "names", "outlet", "question", "reconcilable", "resolved", "role", "scopes",
    "searched", "sha256", "text", "title", "unit", "unnamed", "url", "value", "verbal", "version",
    "what", "why",
}  # fmt: skip
REJECTIONS = {"empty", "binary", "oversized", "unreadable", "unsupported", "malformed", "missing"}


class Poison:
    """Puts hostile words into every free field of a document, and into every word of its texts."""

    def __init__(self, document: Document) -> None:
        self._turn = cycle(PAYLOADS)
        self._texts = {report.id: self._spoil(report.text) for report in document.reports}
        self._ids = {id_ for ids in ids_by_kind(document).values() for id_ in ids}

    def taint(self, value: object, key: str = "") -> object:
        """`value` with every free string in it made hostile, and spans moved to fit."""
        if isinstance(value, dict):
            if set(value) == {"report", "start", "end", "exact"}:
                return self._move(value)
            if "text" in value and "sha256" in value:
                return self._report(value)
            return {name: self.taint(item, name) for name, item in value.items()}
        if isinstance(value, list | tuple):
            return [self.taint(item, key) for item in value]
        if isinstance(value, str) and value in self._ids:
            return self._id(value)
        free = key in FREE or (key == "reason" and value not in REJECTIONS)
        return value + "".join(PAYLOADS) if isinstance(value, str) and free else value

    def _report(self, value: dict[str, object]) -> dict[str, object]:
        tainted = {name: self.taint(item, name) for name, item in value.items() if name != "text"}
        return tainted | {"text": self._texts[str(value["id"])][0]}

    def _id(self, id_: str) -> str:
        return f'{id_}"><script>'

    def _spoil(self, text: str) -> tuple[str, list[int]]:
        """The text with a payload after each word's first letter, and where each offset went."""
        out, places, length = [], [], 0
        for i, letter in enumerate(text):
            places.append(length)
            first = letter.isalnum() and not text[i - 1 : i].isalnum()
            out.append(letter + (next(self._turn) if first else ""))
            length += len(out[-1])
        return "".join(out), [*places, length]

    def _move(self, span: dict[str, object]) -> dict[str, object]:
        text, places = self._texts[str(span["report"])]
        start, end = places[int(str(span["start"]))], places[int(str(span["end"]))]
        report = self._id(str(span["report"]))
        return {"report": report, "start": start, "end": end, "exact": text[start:end]}


@pytest.fixture
def hostile(document: Document) -> Document:
    """The same document with hostile words in every field and all through its texts."""
    tainted = Poison(document).taint(msgspec.to_builtins(document))
    spoilt = msgspec.convert(tainted, Document)
    return replace(spoilt, schema_org=appearances(spoilt))
