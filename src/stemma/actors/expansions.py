"""Acronyms that a text gives for a name, in brackets behind it or the other way round."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.actors.names import fold
from stemma.model.report import Report
from stemma.model.span import Span

_ACRONYM = re.compile(r"\(\s?([^\W\d_a-z]{2,8}s?)\s?\)")
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[.’'-][^\W_]+)*")
_SMALL = frozenset("of the and for in on to de la le les du des y e".split())
_REACH = 90  # characters before the bracket in which the name must stand


@dataclass(frozen=True)
class Expansion:
    """A name and the acronym that stands in brackets behind it."""

    name: Span
    acronym: Span


def find_expansions(report: Report) -> tuple[Expansion, ...]:
    """Every acronym in brackets whose letters are the first letters of the words before it.

    The letters may come in another order, as they do where a name was translated and its
    acronym was not ("National Rally (RN)").
    """
    found = []
    for match in _ACRONYM.finditer(report.text):
        start = max(0, match.start() - _REACH)
        words = [
            (w.start(), w.end(), w.group())
            for w in _WORD.finditer(report.text, start, match.start())
        ]
        first = _beginning(words, fold(match.group(1).rstrip("s")))
        if first is not None and report.text[words[-1][1] : match.start()].strip(' "”’,') == "":
            name = report.span(first, words[-1][1])
            found.append(Expansion(name, report.span(*match.span(1))))
    return tuple(found)


def _beginning(words: Sequence[tuple[int, int, str]], letters: str) -> int | None:
    """Where the name begins: the shortest row of words before the bracket with these letters."""
    taken: list[str] = []
    for start, _, word in reversed(words[-len(letters) - 4 :]):
        small = fold(word) in _SMALL
        if not small and not word[0].isupper():
            return None
        taken.append(fold(word)[0] if not small else "")
        if not small or word[0].isupper():
            every = "".join(taken)
            if sorted(every) == sorted(letters) and len(every) > 1:
                return start
        if len("".join(taken)) > len(letters):
            return None
    return None
