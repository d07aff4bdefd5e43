"""Where the words of a role begin and end: what the parse mends in what the model marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stemma.reading.attribution_spans import is_passive

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENING = frozenset({"det", "predet", "compound", "amod", "nmod", "poss", "nummod", "case"})
_EMPTY = frozenset({"it", "there"})
_LONGEST_OPENING = 8  # tokens


def whole_source(doc: Doc, source: frozenset[int], taken: frozenset[int]) -> frozenset[int]:
    """A source with the words that open its noun phrase, as far as they have no other role.

    A "by" before it is left out.
    """
    if len(source) > 1 and doc[min(source)].dep_ == "agent":
        source -= {min(source)}
    if not source:
        return source
    first = min(source)
    start = first
    while start and first - start < _LONGEST_OPENING:
        before = doc[start - 1]
        if start - 1 in taken or before.dep_ not in _OPENING or before.head.i not in source:
            break
        start -= 1
        source |= {start}
    return source


def is_empty(doc: Doc, source: frozenset[int], anchor: Token) -> bool:
    """Whether a source is the "it" or "there" that names nobody ("it is noted that …")."""
    if len(source) != 1:
        return False
    (token,) = (doc[i] for i in source)
    if token.lower_ not in _EMPTY:
        return False
    return token.dep_ == "expl" or is_passive(anchor) or anchor.pos_ in ("ADJ", "NOUN")


def without_strays(doc: Doc, content: frozenset[int]) -> frozenset[int]:
    """Content without a lone article or pronoun that stands apart from the rest."""
    runs: list[list[int]] = []
    for i in sorted(content):
        if runs and i == runs[-1][-1] + 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    kept = [r for r in runs if len(r) > 1 or doc[r[0]].pos_ not in ("DET", "PRON", "ADP", "PUNCT")]
    return frozenset(i for run in kept or runs for i in run)
