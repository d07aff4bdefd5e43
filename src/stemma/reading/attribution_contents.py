"""Where the words of a content begin and end: what the parse mends in what the model marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.reading.attribution_spans import OPENING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_STRAY = frozenset({"DET", "PRON", "ADP", "PUNCT"})
_LINKING = frozenset({"ADP", "SCONJ", "CCONJ", "DET"})
_LONGEST_HOLE, _LONGEST_END = 5, 4  # tokens


@dataclass(frozen=True, slots=True)
class Around:
    """What stands about a content, as positions in the document.

    `taken` are the words of its own cue and source, `cues` those of every cue, `quoted` those
    between quotation marks.
    """

    taken: frozenset[int]
    cues: frozenset[int]
    quoted: set[int]


def whole_content(doc: Doc, content: frozenset[int], around: Around) -> frozenset[int]:
    """Content without holes, strays and loose ends.

    A hole is a gap within a sentence that neither a cue nor the source fills. A stray is a lone
    article or pronoun, or a few words of a sentence in which neither the cue nor a quotation
    stands. A loose end is a linking word whose other half is missing, or the opening of a noun
    that goes on behind.
    """
    runs = _filled(doc, _runs(doc, content), around)
    home = {doc[i].sent.start for i in around.taken}
    kept = [run for run in runs if not _is_stray(doc, run, home, around.quoted)] or runs
    return _ended(doc, [i for run in kept for i in run], around)


def _runs(doc: Doc, content: Iterable[int]) -> list[list[int]]:
    """Unbroken runs, each within one sentence."""
    runs: list[list[int]] = []
    for i in sorted(content):
        if runs and i == runs[-1][-1] + 1 and not doc[i].is_sent_start:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _filled(doc: Doc, runs: list[list[int]], around: Around) -> list[list[int]]:
    filled: list[list[int]] = []
    for run in runs:
        hole = range(filled[-1][-1] + 1, run[0]) if filled else range(0)
        here = bool(filled) and doc[filled[-1][0]].sent.start == doc[run[0]].sent.start
        if here and 0 < len(hole) <= _LONGEST_HOLE and _is_free(hole, around):
            filled[-1].extend([*hole, *run])
        else:
            filled.append(run)
    return filled


def _is_free(hole: range, around: Around) -> bool:
    return around.taken.isdisjoint(hole) and around.cues.isdisjoint(hole)


def _is_stray(doc: Doc, run: Sequence[int], home: set[int], quoted: set[int]) -> bool:
    if len(run) == 1 and doc[run[0]].pos_ in _STRAY and run[0] not in quoted:
        return True
    sentence = doc[run[0]].sent
    away = sentence.start not in home and quoted.isdisjoint(run)
    return away and 2 * len(run) < len(sentence)


def _ended(doc: Doc, content: list[int], around: Around) -> frozenset[int]:
    last = content[-1]
    for token in doc[max(0, last - 1) : last + 1]:
        behind = range(last + 1, token.head.i + 1)
        opens = token.dep_ in OPENING and token.i in content and len(behind) <= _LONGEST_END
        if opens and behind and around.taken.isdisjoint(behind):
            return frozenset(content) | set(behind)
    while len(content) > 1 and _is_loose(doc, content[-1]):
        content = content[:-1]
    return frozenset(content)


def _is_loose(doc: Doc, i: int) -> bool:
    token = doc[i]
    half = token.head.i > i or any(c.i > i for c in token.children)
    return token.pos_ in _LINKING and half
