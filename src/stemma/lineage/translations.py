"""Translations between reports in two languages: the same names and figures in the same order.

No word is translated here. Of two accounts of one event each has names and figures that the other
lacks, and its own order; a translation has nearly all of them, in the order of its source.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

from stemma.lineage.alphabet import fold
from stemma.lineage.credits import Credit
from stemma.lineage.direction import Pair, regard
from stemma.lineage.edges import Edge
from stemma.lineage.material import Material
from stemma.lineage.passages import Overlap
from stemma.lineage.signs import Sign, weigh
from stemma.model.report import Report

_ANCHOR = re.compile(r"\d[\d.,\u00a0\u202f]*\d|[^\W\d_]{3,}")
_TRANSLATED = re.compile(
    r"\b(?:translat(?:ed|ion)|traduit|traduction|traducido|traducción|traduzido|tradução|tradotto"
    r"|traduzione|übersetzt|übersetzung|vertaald|vertaling|översatt|oversatt|oversat|przekład"
    r"|tłumaczenie|перевод|переведено|переклад)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\btranslat(?:ed|ion) (?:from|by)\b", re.IGNORECASE)
_NOTE = 300  # characters at a report's head and foot
_MOST = 2_000  # anchors of a report that are looked at


@dataclass(frozen=True)
class TranslationOptions:
    """How much of a report's names and figures must stand in the other, and in its order.

    `fewest` is the least number of names and figures in common; `covered` the least share of the
    shorter report's that the other has; `ordered` the least share of those in one order. Reports
    `apart` days or more from one another are not compared. Chosen on news reports held against
    themselves and against others of the event, all words but names and figures replaced.
    """

    fewest: int = 15
    covered: float = 0.5
    ordered: float = 0.85
    apart: int = 60


def find_translations(
    material: Material,
    credits_: dict[int, list[Credit]],
    options: TranslationOptions = TranslationOptions(),
) -> list[Edge]:
    """An edge between every two reports in two languages of which one translates the other."""
    by_language: dict[str, list[int]] = defaultdict(list)
    for at, report in enumerate(material.reports):
        by_language[report.language].append(at)
    if len(by_language) < 2:
        return []
    anchors = [_anchors(report) for report in material.reports]
    found = []
    for one, two in combinations(sorted(by_language), 2):
        for a, b in sorted(
            (min(pair), max(pair)) for pair in product(by_language[one], by_language[two])
        ):
            if _far(material.reports[a], material.reports[b], options.apart):
                continue
            common = _in_order(anchors[a], anchors[b], options)
            if common is not None:
                pair = regard(Overlap.of((a, b), (), material.rows), material, credits_)
                found.append(_edge(pair, common, material))
    return found


def translated_from(at: int, credits_: Sequence[Credit], material: Material) -> str | None:
    """The key of the one source that a report says it is translated from; `None` if none is.

    The report must speak of a translation and lean on one source above all others.
    """
    if not credits_ or not _says_translated(material.reports[at]):
        return None
    counts: dict[str, int] = defaultdict(int)
    for credit in credits_:
        counts[credit.key] += 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return None
    return ranked[0][0]


def _says_translated(report: Report) -> bool:
    """Whether a note at the report's head or foot, or words from or by whom, tell of a translation.

    Elsewhere the news speaks of translations as of anything else.
    """
    text = report.text
    notes = (text[:_NOTE], text[max(_NOTE, len(text) - _NOTE) :])
    return bool(_FROM.search(text)) or any(_TRANSLATED.search(note) for note in notes)


def _far(one: Report, two: Report, apart: int) -> bool:
    first, second = one.published.start, two.published.start
    return first is not None and second is not None and abs((first - second).days) >= apart


def _edge(pair: Pair, common: int, material: Material) -> Edge:
    overlap = pair.overlap
    reports = material.reports[overlap.a], material.reports[overlap.b]
    notices = [_says_translated(report) for report in reports]
    signs = list(pair.signs)
    if notices[0] != notices[1]:
        file = reports[1 if notices[1] else 0].file
        signs.append(Sign(notices[1], 3, f"{file} says that it is translated"))
    ahead, lines = weigh(signs)
    measured = f"{common} names and figures stand in the same order in both languages"
    return Edge(
        a=overlap.a,
        b=overlap.b,
        kind="translation",
        ahead=ahead,
        because=(measured, *lines),
        strength=0.9,
    )


def _anchors(report: Report) -> list[str]:
    """Figures, and words that have a capital wherever they stand, in order."""
    words = _ANCHOR.findall(report.text)
    small = {fold(word) for word in words if word[0].islower()}
    found = []
    for word in words:
        if word[0].isdigit():
            found.append("".join(c for c in word if c.isdigit()))
        elif word[0].isupper() and fold(word) not in small:
            found.append(fold(word))
    return found[:_MOST]


def _in_order(one: Sequence[str], two: Sequence[str], options: TranslationOptions) -> int | None:
    """How many names and figures the two have in one order; `None` where it's no translation."""
    shared = set(one) & set(two)
    fewer = min(len(set(one)), len(set(two)))
    if len(shared) < max(options.fewest, options.covered * fewer):
        return None
    sides = [[anchor for anchor in side if anchor in shared] for side in (one, two)]
    common = _common_order(*sides)
    return common if common >= options.ordered * min(map(len, sides)) else None


def _common_order(one: Sequence[str], two: Sequence[str]) -> int:
    """The length of the longest common subsequence (Hunt and Szymanski 1977)."""
    places: dict[str, list[int]] = defaultdict(list)
    for at in range(len(two) - 1, -1, -1):
        places[two[at]].append(at)
    ends: list[int] = []
    for anchor in one:
        for at in places.get(anchor, ()):
            n = bisect_left(ends, at)
            ends[n : n + 1] = [at]
    return len(ends)
