"""Quotations set against another thing: "she called the tax “theft”", retold of the wage.

What a quotation is about is read from the clause that leads up to it, where that is sure: "called
A “…”", "said of A: “…”", "A is “…”". Two names are taken for two things only where a sentence of
either report has both; else the one may be another word for the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from stemma.claims.changes import Altered
from stemma.claims.ends import Ends
from stemma.claims.quote_runs import QuoteRun
from stemma.claims.retellings import retell
from stemma.claims.view import Setting
from stemma.claims.words import content_stems
from stemma.model.claim import Retelling
from stemma.model.span import Span

_LEAST = 2  # words of content that both quotations have
_LEAD = 160  # characters before a quotation
_LONGEST = 6  # words of the thing it is about
_CALLED = re.compile(
    r"\b(?:calls?|called|calling|dubbed|dubbing|branded|branding|labell?ed|labell?ing|describ(?:es?|ed|ing)"
    r"|denounc(?:es?|ed|ing)|dismiss(?:es|ed|ing)?|prais(?:es?|ed|ing)|condemn(?:s|ed|ing)?)"
    r" ((?:[^\s,;:“”\".]+ ){1,6})(?:as )?(?:an? |the )?$",
    re.IGNORECASE,
)
_SAID_OF = re.compile(
    r"\b(?:says?|said|wrote|writes) (?:of|about) ((?:[^\s,;:“”\".]+ ?){1,6})[,:]? $", re.IGNORECASE
)
_IS = re.compile(
    r"(?:\bthat |^|[.?!,;] |\bsaid )((?:the|this|his|her|its|their|[A-Z])[^,;:“”\".]{1,60}) "
    r"(?:is|are|was|were|had been|has been|would be|will be) (?:an? |the )?$"
)
_OPENING = re.compile(r"[“\"]$")


class About(NamedTuple):
    """A quotation and what it is said of: the words, and the stems of its content words."""

    run: QuoteRun
    span: Span
    stems: frozenset[str]
    head: str


def find_requoted(
    pairs: Sequence[Ends], runs: dict[str, list[QuoteRun]], setting: Setting
) -> list[Retelling]:
    """Quotations that two reports have in one speaker's words, of two things."""
    known = {report: list(_abouts(runs[report], setting)) for report in sorted(runs)}
    found = []
    for ends in pairs:
        sides = known.get(ends.before, []), known.get(ends.after, [])
        found += [
            retell(_altered(one, other, setting), ends.edge, ends.how)
            for one, other in product(*sides)
            if _same_words(one.run, other.run) and _two_things(one, other, sides, setting)
        ]
    return found


def _abouts(runs: list[QuoteRun], setting: Setting) -> Iterator[About]:
    for run in runs:
        report = setting.reports[run.report]
        first = max(0, run.start - _LEAD)
        lead = _OPENING.sub("", report.text[first : run.start])
        at = max(lead.rfind("\n"), lead.rfind("”")) + 1
        for pattern in (_CALLED, _SAID_OF, _IS):
            match = pattern.search(lead, at)
            if match is None:
                continue
            words = match.group(1).rstrip()
            stems = content_stems(words)
            if stems and len(words.split()) <= _LONGEST:
                start = first + match.start(1)
                span = report.span(start, start + len(words))
                yield About(run, span, frozenset(stems), stems[-1])
                break


def _same_words(one: QuoteRun, other: QuoteRun) -> bool:
    """Whether the shorter is the beginning of the longer, and says something."""
    if not (one.speakers and one.speakers & other.speakers):
        return False
    words = [[w.word for w in run.words if w.word is not None] for run in (one, other)]
    short, long = sorted(words, key=len)
    said = content_stems(" ".join(short))
    return len(said) >= _LEAST and long[: len(short)] == short


def _two_things(
    one: About, other: About, sides: tuple[list[About], list[About]], setting: Setting
) -> bool:
    """Whether the two are surely not one thing, and neither report has the words of both."""
    if one.stems & other.stems:
        return False
    for about, others in ((one, sides[1]), (other, sides[0])):
        if any(about.stems & a.stems for a in others if _same_words(about.run, a.run)):
            return False
    return any(
        {one.head, other.head} <= set(content_stems(sentence.exact))
        for report in (one.run.report, other.run.report)
        for sentence in setting.sentences.get(report, ())
    )


def _altered(one: About, other: About, setting: Setting) -> Altered:
    places = []
    for about in (one, other):
        report = setting.reports[about.run.report]
        places.append((about.span, report.span(about.run.start, about.run.end)))
    return Altered(
        change="quotation",
        direction="unknown",
        from_=places[0],
        to=places[1],
        because=f"said of “{one.span.exact}”, it is set against “{other.span.exact}”",
    )
