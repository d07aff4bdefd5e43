"""Whose count a figure is, where several reports have it from the same body."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from stemma.lineage.alphabet import fold
from stemma.lineage.credits import Credit
from stemma.lineage.material import Material
from stemma.model.reading import Statement
from stemma.model.span import Span

_DETERMINER = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d[\d,.]*\d|\d")


def find_counts(material: Material) -> list[Credit]:
    """Figures that two reports or more give as one body's, the body being no outlet or person.

    "About 400 came, according to harbour police" and "Harbour police said 400": one count, which
    two outlets have from the same place.
    """
    claimed: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for at, reading in enumerate(material.readings):
        for statement in reading.statements:
            body = _body(at, statement, material)
            if body is not None:
                claimed[_words(body.exact)] |= {_digits(n.span.exact) for n in statement.numbers}
    found: dict[tuple[str, ...], list[Credit]] = defaultdict(list)
    for at in range(len(material.reports)):
        for words, credit in _given(at, claimed, material):
            found[words].append(credit)
    return [
        credit
        for given in found.values()
        if len({credit.report for credit in given}) > 1
        for credit in given
    ]


def _body(at: int, statement: Statement, material: Material) -> Span | None:
    """The words for the body whose count a statement is, without the determiner."""
    if statement.cue_lemma != "according to" or not statement.numbers or not statement.source:
        return None
    span = statement.source[0]
    cut = _DETERMINER.match(span.exact)
    plain = span.exact[cut.end() :] if cut else span.exact
    kind = material.names.kind(material.names.actor(span))
    if kind in ("person", "outlet") or len(plain.split()) not in (2, 3) or not plain.islower():
        return None
    return material.reports[at].span(span.end - len(plain), span.end)


def _given(
    at: int, claimed: dict[tuple[str, ...], set[str]], material: Material
) -> Iterator[tuple[tuple[str, ...], Credit]]:
    """Every sentence of a report that names such a body together with its figure."""
    report = material.reports[at]
    for sentence in material.readings[at].sentences:
        figures = {_digits(match.group()) for match in _DIGITS.finditer(sentence.span.exact)}
        if not figures:
            continue
        tokens = list(_WORD.finditer(sentence.span.exact))
        folded = [fold(token.group()) for token in tokens]
        for words in sorted(claimed):
            first = _find(folded, words)
            if first is None or not figures & claimed[words]:
                continue
            start = sentence.span.start + tokens[first].start()
            end = sentence.span.start + tokens[first + len(words) - 1].end()
            name = report.span(start, end)
            yield words, Credit(at, name, None, (name,), content=(sentence.span,))


def _find(folded: Sequence[str], words: tuple[str, ...]) -> int | None:
    size = len(words)
    starts = (n for n in range(len(folded) - size + 1) if tuple(folded[n : n + size]) == words)
    return next(starts, None)


def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _WORD.findall(text))


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())
