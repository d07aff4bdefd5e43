"""A dossier in a screenful of plain lines, for whoever stands at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stemma.dossier.citations import Citations
from stemma.dossier.index import Index
from stemma.dossier.page import Page
from stemma.dossier.plain import for_terminal
from stemma.dossier.wording import AUDIT_LEVELS, DIRECTIONS, VERDICTS, change_text, quoted
from stemma.model.claim import Retelling
from stemma.model.document import Document
from stemma.model.span import words_of

_FINDINGS, _LINES, _REFS, _WIDTH = 8, 5, 6, 200


@dataclass(frozen=True)
class Block:
    """Lines under a title; nothing in them can act on a terminal."""

    title: str
    lines: tuple[str, ...]


def summary(document: Document) -> tuple[Block, ...]:
    """What to print: findings, counts, the worst differences and retellings, what is missing."""
    index = Index(document)
    cite, page = Citations(document, index), Page(document, index)
    blocks = (
        _block("Question", (document.question,) if document.question else ()),
        _block("Findings", _findings(document, cite)),
        _block("In the dossier", page.facts()),
        _block("Differences", _differences(page)),
        _block("Retellings", _retellings(page, index)),
        _block("Likelihoods", _audit(document, cite)),
        _block("Sources to get", _capped([source.name for source in page.to_get])),
        _block("Inputs that gave no report", _rejections(document)),
    )
    return tuple(block for block in blocks if block.lines)


def _block(title: str, lines: Iterable[str]) -> Block:
    return Block(title, tuple(_short(for_terminal(line)) for line in lines))


def _short(line: str) -> str:
    return line if len(line) <= 3 * _WIDTH else f"{line[: 3 * _WIDTH]}…"


def _findings(document: Document, cite: Citations) -> Iterator[str]:
    for number, finding in enumerate(document.findings[:_FINDINGS], 1):
        yield f"{number}. {finding.text} {_refs(cite, finding.refs)}"


def _refs(cite: Citations, ids: Iterable[str]) -> str:
    labels = list(dict.fromkeys(f"[{citation.label}]" for citation in cite.of(ids)))
    return " ".join([*labels[:_REFS], "…"] if len(labels) > _REFS else labels)


def _differences(page: Page) -> list[str]:
    lines = []
    for item in page.differences:
        values = " / ".join(reading.value for reading in item.difference.readings)
        verdict = VERDICTS[item.difference.verdict]
        lines.append(f"[D{item.number}] {verdict}: {item.difference.about}: {values}")
    return _capped(lines)


def _retellings(page: Page, index: Index) -> list[str]:
    return _capped([_retelling(n, r, index) for n, r in enumerate(page.retellings, 1)])


def _retelling(number: int, retelling: Retelling, index: Index) -> str:
    told, retold = (_cut(words_of(place)) for place in (retelling.from_, retelling.to))
    ends = [index.label(place[0].report) for place in (retelling.from_, retelling.to)]
    return (
        f"[T{number}] {DIRECTIONS[retelling.direction]}, {change_text(retelling)}: "
        f"{ends[0]} {quoted(told)} → {ends[1]} {quoted(retold)}"
    )


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WIDTH // 2 else f"{line[: _WIDTH // 2]}…"


def _audit(document: Document, cite: Citations) -> list[str]:
    return _capped(
        [f"{AUDIT_LEVELS[a.level]}: {a.what} {_refs(cite, a.likelihoods)}" for a in document.audit]
    )


def _rejections(document: Document) -> list[str]:
    return _capped([f"{r.file}: {r.reason}: {r.detail}" for r in document.rejections])


def _capped(lines: list[str]) -> list[str]:
    more = len(lines) - _LINES
    return [*lines[:_LINES], f"and {more} more"] if more > 0 else lines
