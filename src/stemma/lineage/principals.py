"""Whom and what a report turns on: names that it gives often and the news seldom does."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.lineage.similarity import load_shares
from stemma.lineage.story_terms import read_form
from stemma.lineage.words import Words
from stemma.model.report import Report

_OFTEN = 3  # times in a report
_BESIDE = 4  # a name is given at least this part as often as the report's most frequent one
_COMMON = 40  # of a thousand reports: names of more are in the news whatever happens
_ABSENT = 2.5  # of a thousand reports: how often a name stands that the list doesn't hold
_ENOUGH = 2.0  # beyond it more names in common tell nothing new
_ENDS = frozenset(".!?:;…“”\"'‘’")
_LONGEST_TITLE = 4  # letters of an abbreviated title before a name
_IN_OFFICE = frozenset(
    """president premier minister chancellor secretary king pope senator sen representative rep
    congressman congresswoman governor gov lawmaker""".split()
)


@dataclass(frozen=True)
class Principals:
    """The rare names that a report turns on with their weights, and whom it puts in high office."""

    weights: dict[str, float]
    in_office: frozenset[str]


def find_principals(report: Report, row: Words, forms: Sequence[str]) -> Principals:
    """The principals of a report; `forms` are its words as they stand there.

    A name counts the more the rarer it is, the logarithm of its share among a hundred reports.
    Only English reports are looked at, as capitals make a name there alone.
    """
    counts = Counter(forms)
    if report.language != "en":
        return Principals({}, frozenset())
    shares = load_shares("names.txt")
    often = {word: n for word, n in _count_names(counts).items() if n >= _OFTEN}
    rare = {word: n for word, n in often.items() if shares.get(word, 0) < _COMMON}
    starts = row.starts[row.ends > row.starts].tolist()
    names = {form for form in counts if form[0].isupper() and read_form(form)[0] in rare}
    inside = {
        read_form(form)[0]
        for at, form in enumerate(forms)
        if form in names and _inside(report.text, starts, at)
    }
    most = max((rare[word] for word in inside), default=0)
    weights = {
        word: math.log10(100 / shares.get(word, _ABSENT))
        for word in sorted(inside)
        if _BESIDE * rare[word] >= most
    }
    return Principals(weights, _in_office(report.text, starts, forms) if weights else frozenset())


def common_principals(one: Principals, two: Principals) -> float:
    """How much the principals of two reports have in common, 0 to 2.

    Names of people in high office don't count: they are in many stories at once.
    """
    common = one.weights.keys() & two.weights.keys()
    if not common:
        return 0.0
    common -= one.in_office | two.in_office
    return min(_ENOUGH, sum(one.weights[name] for name in sorted(common)))


def _count_names(counts: Counter[str]) -> Counter[str]:
    """How often each word stands that never has a small letter."""
    found: Counter[str] = Counter()
    small = set()
    for form, n in counts.items():
        folded, _, capital = read_form(form)
        if not capital:
            small.add(folded)
        elif len(folded) > 1:
            found[folded] += n
    return Counter({word: n for word, n in found.items() if word not in small})


def _in_office(text: str, starts: Sequence[int], forms: Sequence[str]) -> frozenset[str]:
    """Surnames that stand behind a word for a high office, a first name between them or not."""
    found: set[str] = set()
    offices = {form for form in set(forms) if read_form(form)[0] in _IN_OFFICE}
    for at, form in enumerate(forms):
        if form not in offices:
            continue
        for behind in range(at + 1, min(at + 3, len(forms))):
            if not forms[behind][0].isupper() or text[starts[behind] - 1] != " ":
                break
            found.add(read_form(forms[behind])[0])
    return frozenset(found)


def _inside(text: str, starts: Sequence[int], at: int) -> bool:
    """Whether a word goes on a sentence: after a space, and no mark that may end one."""
    start = starts[at]
    if at == 0 or start < 2 or text[start - 1] != " ":
        return False
    if text[start - 2] == ".":
        before = starts[at - 1]
        return text[before].isupper() and start - 2 - before <= _LONGEST_TITLE
    return text[start - 2] not in _ENDS
