"""The day on which something was said, where it stands right behind the cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENERS = frozenset({"on", "late", "early", "earlier"})
_TIMES = frozenset({"DATE", "TIME"})
_PARTS = frozenset({"compound", "nummod", "amod", "poss", "nsubj", "nsubjpass", "nmod"})
_MOST = 8  # tokens


def when_said(doc: Doc, anchor: Token, end: int) -> set[int]:
    """Tokens of "on Tuesday", "Monday" behind a cue that ends before token `end`.

    They belong to the saying. A time that is part of what follows ("said Monday's vote …", "said
    2016 was …") does not.
    """
    if anchor.pos_ != "VERB":
        return set()
    start = end
    sentence = anchor.sent
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
