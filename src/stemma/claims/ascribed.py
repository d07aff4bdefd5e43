"""Who said so, left out of a sentence that is otherwise taken over, or put into it.

Direct quotations are left alone: to set
words in quotation marks, or take them out of a list of quotations, vouches for nothing.

"Divers found the wreck, the port said" told as Direct quotations are left alone: to set
words in quotation marks, or take them out of a list of quotations, vouches for nothing.

"Divers found the wreck" is stronger: the outlet
now vouches for it. The two sentences have to be nearly one, so that nothing has to be understood
but the words that are gone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec

from stemma.claims.changes import Altered
from stemma.claims.doubted import QUOTED, Line, Lines, credits_somebody, lines_of
from stemma.claims.doubts import SAYING, Word, key
from stemma.claims.ends import Ends
from stemma.claims.retellings import retell
from stemma.claims.view import Setting
from stemma.claims.words import clip, content_stems
from stemma.model.claim import Retelling

_ALIKE = 0.7
_LEAST = 8  # words of a sentence
_LONGEST = 12  # words that say who said so
_KEPT = 5  # words of content that both have
_BESIDE = 2  # sentences before, whose source may be meant on


def find_ascribed(pairs: Sequence[Ends], setting: Setting) -> list[Retelling]:
    """Attributions that go, or come, between a report and one made from it."""
    known: dict[str, Lines] = {}
    found = []
    for ends in (e for e in pairs if e.derived):
        for report in (ends.before, ends.after):
            if report not in known:
                known[report] = lines_of(report, setting)
        before, after = known[ends.before], known[ends.after]
        gone = (altered for altered in _left_out(before, after))
        new = (_turned(altered) for altered in _left_out(after, before))
        found += [retell(altered, ends.edge, ends.how) for altered in (*gone, *new)]
    return found


def _turned(altered: Altered) -> Altered:
    return msgspec.structs.replace(
        altered,
        direction="weaker",
        from_=altered.to,
        to=altered.from_,
        because=altered.because.removesuffix("is gone") + "is new",
    )


def _left_out(one: Lines, other: Lines) -> Iterator[Altered]:
    """Sentences of `other` without the words by which `one` says whose they are."""
    for n, line in enumerate(other.lines):
        if len(line.words) < _LEAST or line.headline or credits_somebody(line):
            continue
        near = _nearest(line, one)
        said = _said(near.words, line.words) if near is not None else None
        if near is None or said is None:
            continue
        beside = other.lines[max(0, n - _BESIDE) : n]
        if not (_names(said) and any(credits_somebody(b) for b in beside)):
            yield Altered(
                change="attribution",
                direction="stronger",
                from_=(near.span,),
                to=(line.span,),
                because=f"“{clip(said)}” is gone",
            )


def _names(said: str) -> bool:
    """Whether the words name the source: "the port said", not "said it" behind a subject kept."""
    return any(stem not in SAYING for stem in content_stems(said))


def _nearest(line: Line, one: Lines) -> Line | None:
    """The sentence with most words in common, if it says whose words they are."""
    shared: Counter[int] = Counter()
    for word in {key(w.folded) for w in line.words if len(w.folded) > 3}:
        shared.update({n for n, _ in one.numbered.get(word, ())})
    if not shared:
        return None
    best = one.lines[min(shared, key=lambda n: (-shared[n], n))]
    quoted = QUOTED.search(best.span.exact)
    return best if not quoted and {w.folded for w in best.words} & SAYING else None


def _said(before: tuple[Word, ...], after: tuple[Word, ...]) -> str | None:
    """The words that give the sentence to somebody, where only they are gone from it."""
    matcher = SequenceMatcher(
        None, [w.folded for w in before], [w.folded for w in after], autojunk=False
    )
    if matcher.ratio() < _ALIKE:
        return None
    kept: list[str] = []
    gone: list[tuple[Word, ...]] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            kept += [w.folded for w in before[i:j]]
        elif {w.folded for w in before[i:j]} & SAYING:
            if not 1 < j - i <= _LONGEST or content_stems(" ".join(w.folded for w in after[k:m])):
                return None
            gone.append(before[i:j])
    if len(gone) != 1 or len(content_stems(" ".join(kept))) < _KEPT:
        return None
    return " ".join(w.exact for w in gone[0]).strip(" ,")
