"""The day on which something was said, where it stands right behind the cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stemma.reading.cues import Cue

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OPENERS = frozenset({"on", "late", "early", "earlier"})
_TIMES = frozenset({"DATE", "TIME"})
_PARTS = frozenset({"compound", "nummod", "amod", "poss", "nsubj", "nsubjpass", "nmod"})
_MOST = 8  # tokens


def when_said(doc: Doc, cue: Cue) -> set[int]:
    """Tokens of "on Tuesday", "Monday" behind a verb of saying; they belong to the saying.

    A time that is part of what follows ("said Monday's vote …", "said 2016 was …") does not.
    """
    if doc[cue.head].pos_ != "VERB":
        return set()
    start = end = cue.words[1]
    sentence = doc[cue.head].sent
    while end < sentence.end and end < start + 2 and doc[end].lower_ in _OPENERS:
        end += 1
    opened = end
    while end < min(sentence.end, start + _MOST) and doc[end].ent_type_ in _TIMES:
        end += 1
    if end == opened or end >= sentence.end:
        return set()
    after = doc[end]
    tied = any(t.head.i >= end and t.dep_ in _PARTS for t in doc[opened:end])
    loose = after.pos_ not in ("VERB", "AUX", "PART") and after.text not in ("-", "to", "and")
    return set(range(start, end)) if loose and not tied else set()
