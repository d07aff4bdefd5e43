"""Quotations joined from parts: the words are right, what they were about is not.

A later report has within one pair of quotation marks, with no mark of a cut, words that the
earlier one has as two quotations, or with other words between them. Ordinary shortening is none:
to end or begin elsewhere, to leave out whole sentences, to take out "he said", to mark the cut.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from stemma.claims.changes import Altered
from stemma.claims.ends import Ends
from stemma.claims.quote_runs import QuotedWord, QuoteRun
from stemma.claims.retellings import retell
from stemma.claims.view import Setting
from stemma.claims.words import clip, content_stems, tokens
from stemma.model.claim import Retelling
from stemma.model.span import Span

_LEAST = 4  # words of a part
_CONTENT = 2  # of them of content
_GONE = 5  # words gone from between, beyond which it is no slip in a phrase
_FAR = 30  # words between, of more of which a page may have put them there
_CUE = 14  # words from one quotation mark to the next in "…," he told reporters, "…"
_BESIDE = 3  # words on either side of a joint
_CANDIDATES = 8  # places of one beginning


class Part(NamedTuple):
    """Words that two runs share: where they begin in the later, in which earlier run, and where."""

    at: int
    run: QuoteRun
    start: int
    length: int

    @property
    def end(self) -> int:
        """Where they end in the later run."""
        return self.at + self.length

    @property
    def words(self) -> tuple[QuotedWord, ...]:
        """The words as they stand in the earlier run."""
        return self.run.words[self.start : self.start + self.length]


def find_splices(
    pairs: Sequence[Ends], runs: dict[str, list[QuoteRun]], setting: Setting
) -> list[Retelling]:
    """Quotations of a report that are joined from parts of another's."""
    found = []
    for ends in pairs:
        one, other = ends.edge
        ways = [(ends.before, ends.after, (one, other)), (ends.after, ends.before, (other, one))]
        for before, after, edge in ways[: 1 if ends.ordered else 2]:
            joints = _joints(runs.get(before, []), runs.get(after, []), ends.derived, setting)
            found += [retell(altered, edge, ends.how) for altered in joints]
    return found


def _joints(
    before: list[QuoteRun], after: list[QuoteRun], derived: bool, setting: Setting
) -> Iterator[Altered]:
    """Where the later runs join what the earlier report has apart.

    Two quotations may be one utterance that the earlier report broke up: to call that a joint the
    later report has to be made from the earlier one.
    """
    if not before or not after:
        return
    index = _index(before)
    whole = f" {' '.join(tokens(setting.reports[before[0].report].text))} "
    for run in after:
        for one, other in pairwise(_parts(run, index)):
            if one.end != other.at or run.words[other.at].opens or not _apart(one, other, setting):
                continue
            if one.run is not other.run and not derived:
                continue
            beside = run.words[max(0, one.end - _BESIDE) : one.end + _BESIDE]
            if f" {' '.join(w.word or '' for w in beside)} " not in whole:
                yield _altered(run, one, other, setting)


_Index = dict[tuple[str | None, ...], list[tuple[QuoteRun, int]]]


def _index(runs: list[QuoteRun]) -> _Index:
    found: _Index = defaultdict(list)
    for run in runs:
        for n in range(len(run.words) - _LEAST + 1):
            gram = tuple(w.word for w in run.words[n : n + _LEAST])
            if None not in gram:
                found[gram].append((run, n))
    return found


def _parts(run: QuoteRun, index: _Index) -> list[Part]:
    """What the run has from the earlier report, the longest at each place, from left to right."""
    found: list[Part] = []
    at = 0
    while at + _LEAST <= len(run.words):
        known = index.get(tuple(w.word for w in run.words[at : at + _LEAST]), ())
        parts = [
            Part(at, other, start, _shared(run, at, other, start))
            for other, start in known[:_CANDIDATES]
            if _one_voice(run, other)
        ]
        best = max(parts, key=lambda part: part.length, default=None)
        if best is not None:
            found.append(best)
        at = best.end if best is not None else at + 1
    return [part for part in found if _telling(part)]


def _one_voice(one: QuoteRun, other: QuoteRun) -> bool:
    return not (one.speakers and other.speakers) or bool(one.speakers & other.speakers)


def _shared(one: QuoteRun, at: int, other: QuoteRun, start: int) -> int:
    """How many words the two have in common from there on, up to a mark of a cut."""
    length = 0
    for a, b in zip(one.words[at:], other.words[start:], strict=False):
        if a.word is None or a.word != b.word:
            break
        length += 1
    return length


def _telling(part: Part) -> bool:
    said = " ".join(w.word or "" for w in part.words)
    return len(content_stems(said)) >= _CONTENT


def _apart(one: Part, other: Part, setting: Setting) -> bool:
    """Whether the earlier report has other words between the two parts, unmarked."""
    if one.run is other.run:
        between = one.run.words[one.start + one.length : other.start]
        return other.start < one.start or (
            _GONE <= len(between) <= _FAR and all(word.word is not None for word in between)
        )
    if other.run.start < one.run.start:
        return True
    text = setting.reports[one.run.report].text[one.words[-1].end : other.words[0].start]
    whole = one.words[-1] == one.run.words[-1] and other.start == 0
    return not whole or "\n" in text.strip() or len(tokens(text)) > _CUE


def _altered(run: QuoteRun, one: Part, other: Part, setting: Setting) -> Altered:
    report, source = setting.reports[run.report], setting.reports[one.run.report]
    parts = [source.span(part.words[0].start, part.words[-1].end) for part in (one, other)]
    joined = report.span(run.words[one.at].start, run.words[other.end - 1].end)
    left, right = (clip(part.exact, 60) for part in parts)
    where = "other words stand between them" if one.run is other.run else "they are two quotations"
    return Altered(
        change="quotation",
        direction="unknown",
        from_=tuple(sorted(parts, key=_start)),
        to=(joined,),
        because=f"“{left}” and “{right}” are joined within one pair of quotation marks: {where}",
    )


def _start(span: Span) -> int:
    return span.start
