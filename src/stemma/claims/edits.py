"""Words changed inside a sentence that is otherwise a copy.

Where two sentences agree in all but a few words, the few words are the finding: a number, a
year, a "may", a "not". The copy vouches that both sentences are about the same thing, so that
nothing has to be understood but the words that differ.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from stemma.claims.clash import NEGATIONS
from stemma.claims.words import fold, stem
from stemma.model.reading import Sentence
from stemma.model.span import Span

EditKind = Literal["number", "date", "hedge", "polarity", "condition", "bound"]

ALIKE = 0.75
LEAST = 6
PLAIN = 4
LONGEST = 120
MOST = 300
SHORT = 4
_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
_AMOUNT = re.compile(r"^\d[\d,]*(?:\.\d+)?$")
_YEAR = re.compile(r"^(?:1[5-9]|20)\d\d$")
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_HEDGES = frozenset(
    "may might could reportedly allegedly possibly perhaps maybe probably apparently seemingly "
    "potentially purportedly supposedly likely".split()
)
_AUXILIARIES = frozenset(
    "be is are was were been being do does did have has had will would shall should can could may "
    "might must to the a an ever yet any".split()
)
_BOUNDS = frozenset("about nearly almost around roughly approximately some".split())
_CONDITIONS = frozenset(("if", "unless", "provided"))


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """A word of a sentence: folded, as written, and where it stands in the report."""

    folded: str
    exact: str
    start: int
    end: int


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """One change: the words on either side as spans, or the sentences where one side has none."""

    kind: EditKind
    before: Sentence
    after: Sentence
    old: Span | None
    new: Span | None


def find_edits(before: tuple[Sentence, ...], after: tuple[Sentence, ...]) -> list[Edit]:
    """Changes in sentences of the second report that are nearly sentences of the first."""
    ours = [words for s in before[:MOST] if len(words := _words(s)) >= LEAST]
    kept = [s for s in before[:MOST] if len(_words(s)) >= LEAST]
    index: dict[str, list[int]] = defaultdict(list)
    for n, words in enumerate(ours):
        for word in {w.folded for w in words if len(w.folded) > SHORT}:
            index[word].append(n)
    same = {tuple(w.folded for w in words) for words in ours}
    found: list[Edit] = []
    for sentence in after[:MOST]:
        words = _words(sentence)
        if len(words) < LEAST or tuple(w.folded for w in words) in same:
            continue
        at = _nearest(words, ours, index)
        if at is not None:
            found += _changes((kept[at], ours[at]), (sentence, words))
    return found


def _words(sentence: Sentence) -> list[Word]:
    span = sentence.span
    return [
        Word(
            folded=fold(m.group()),
            exact=m.group(),
            start=span.start + m.start(),
            end=span.start + m.end(),
        )
        for m in list(_WORD.finditer(span.exact))[:LONGEST]
    ]


def _nearest(words: list[Word], ours: list[list[Word]], index: dict[str, list[int]]) -> int | None:
    shared = Counter(n for w in {w.folded for w in words} for n in index.get(w, ()))
    if not shared:
        return None
    at = min(shared, key=lambda n: (-shared[n], n))
    plain = sum(w.exact.islower() for w in words)
    ratio = _matcher(ours[at], words).ratio()
    return at if ratio >= ALIKE and plain >= PLAIN else None


def _matcher(before: list[Word], after: list[Word]) -> SequenceMatcher[str]:
    return SequenceMatcher(
        None, [w.folded for w in before], [w.folded for w in after], autojunk=False
    )


def _changes(one: tuple[Sentence, list[Word]], other: tuple[Sentence, list[Word]]) -> list[Edit]:
    (before, ours), (after, theirs) = one, other
    found = []
    for tag, i, j, k, m in _matcher(ours, theirs).get_opcodes():
        old, new = ours[i:j], theirs[k:m]
        if tag == "equal":
            continue
        kind = _kind(old, new, theirs[m : m + 3], theirs[max(0, k - 3) : k])
        if kind is not None and not _elsewhere(kind, (old, new), (ours, theirs)):
            found.append(
                Edit(
                    kind=kind,
                    before=before,
                    after=after,
                    old=_span(before, old),
                    new=_span(after, new),
                )
            )
    return found


def _kind(
    old: list[Word], new: list[Word], following: list[Word], preceding: list[Word]
) -> EditKind | None:
    """What a change is, where the words leave no doubt of it."""
    if len(old) == len(new) == 1 and _AMOUNT.match(old[0].exact) and _AMOUNT.match(new[0].exact):
        beside = (*following[:1], *preceding[-1:])
        month = any(w.folded in _MONTHS and w.exact[0].isupper() for w in beside)
        years = _YEAR.match(old[0].exact) and _YEAR.match(new[0].exact)
        if not (month or years):
            return "number"
        return None if _credit_line(following) or _credit_line(preceding) else "date"
    ours, theirs = ({w.folded for w in words if w.exact != "May"} for words in (old, new))
    if _denies(ours) != _denies(theirs):
        return "polarity" if _bare(old) == _bare(new) else None
    if bool(ours & _HEDGES) != bool(theirs & _HEDGES):
        return "hedge" if _bare(old) == _bare(new) else None
    if following and _AMOUNT.match(following[0].exact) and len(old) + len(new) == 1:
        return "bound" if (*old, *new)[0].folded in _BOUNDS else None
    if old and not new and old[0].folded in _CONDITIONS and len(old) > SHORT:
        return "condition"
    return None


def _credit_line(words: list[Word]) -> bool:
    """Whether the date stands beside a name in capitals, as in a dateline or a signature."""
    return any(w.exact.isupper() and len(w.exact) > 2 for w in words)


def _denies(words: set[str]) -> bool:
    return any(word in NEGATIONS or word.endswith("n't") for word in words)


def _bare(words: list[Word]) -> list[str]:
    """The words that carry content, cut so that "explain" and "explained" are one."""
    light = _AUXILIARIES | NEGATIONS | _HEDGES
    kept = [w.folded for w in words if w.folded not in light and not w.folded.endswith("n't")]
    return [stem(word)[:5] for word in kept]


def _elsewhere(
    kind: EditKind, change: tuple[list[Word], list[Word]], whole: tuple[list[Word], list[Word]]
) -> bool:
    """Whether what is gone (or new) stands elsewhere in the other sentence: it has only moved."""
    marks = {"polarity": NEGATIONS, "hedge": _HEDGES, "condition": _CONDITIONS}.get(kind)
    if marks is None:
        gone, other = (change[0], whole[1]) if change[0] else (change[1], whole[0])
        return {w.folded for w in gone} <= {w.folded for w in other}
    here = [sum(w.folded in marks for w in words) for words in whole]
    return here[0] == here[1] and kind != "polarity"


def _span(sentence: Sentence, words: list[Word]) -> Span | None:
    if not words:
        return None
    start, end = words[0].start, words[-1].end
    at = sentence.span.start
    exact = sentence.span.exact[start - at : end - at]
    return Span(report=sentence.span.report, start=start, end=end, exact=exact)
