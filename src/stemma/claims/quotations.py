"""Words changed inside a quotation between two tellings of it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from stemma.claims.view import Telling
from stemma.claims.words import clip, tokens
from stemma.model.span import words_of

ALIKE = 0.6
LONGEST = 6
MOST = 200
_BRACKET = re.compile(r"\[[^\[\]]{0,80}\]|\([^()]{0,80}\)|\.\.\.|…")
_SPLIT_ENDING = re.compile(r"(?<=\w)\s+(?=(?:n['’]t|['’](?:s|re|ve|ll|d|m))\b)")
_OPEN = "editorialmark"


def altered_words(earlier: Telling, later: Telling) -> str | None:
    """The first words that stand otherwise in the later quotation, told in one line.

    What a bracket or an ellipsis marks is no silent change, nor is a cut at either end.
    """
    before, after = (_words(words_of(t.statement.content)) for t in (earlier, later))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < ALIKE:
        return None
    for tag, i, j, k, m in matcher.get_opcodes():
        old, new = before[i:j], after[k:m]
        inside = i > 0 and j < len(before) and k > 0 and m < len(after)
        marked = _OPEN in old or _OPEN in new or _near_mark(before, i, j) or _near_mark(after, k, m)
        if tag == "equal" or not inside or marked or max(len(old), len(new)) > LONGEST:
            continue
        if "".join(old) == "".join(new):
            continue
        if not old:
            return f"“{clip(' '.join(new))}” is added inside the quotation"
        if not new:
            return f"“{clip(' '.join(old))}” is gone from inside the quotation"
        return f"“{clip(' '.join(old))}” has become “{clip(' '.join(new))}” inside the quotation"
    return None


def _near_mark(words: list[str], start: int, end: int) -> bool:
    return _OPEN in words[max(0, start - 1) : end + 1]


def _words(text: str) -> list[str]:
    plain = _SPLIT_ENDING.sub("", _BRACKET.sub(f" {_OPEN} ", text))
    return list(tokens(plain))[:MOST]


def denial_cut(earlier: Telling, later: Telling) -> str | None:
    """A denial that the later quotation leaves out while it keeps the like action affirmed."""
    kept = {d.family for d in later.deeds if d.action.polarity == "affirmed"}
    if any(d.action.polarity == "negated" for d in later.deeds):
        return None
    for deed in earlier.deeds:
        target = deed.action.target
        if deed.action.polarity == "negated" and deed.family in kept and target is not None:
            return clip(f"{deed.action.words.exact} {target.exact}")
    return None
