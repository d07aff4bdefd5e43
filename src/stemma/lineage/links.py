"""Edges that a report itself states: whom it credits, quotes or translates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from stemma.lineage.credits import Credit
from stemma.lineage.edges import Edge
from stemma.lineage.material import Material
from stemma.lineage.similarity import STOP_WORDS
from stemma.lineage.words import Words
from stemma.model.lineage import DerivationKind, Passage
from stemma.model.span import Place, Span

_SHORTEST_QUOTATION = 4  # words: shorter ones are found in any two reports of one story
_MOST_PASSAGES = 20
_FEWEST = 3  # telling words of a credited statement, fewer of which prove nothing
_MOST = 0.6  # of its telling words that the report credited must have


def resolve(
    credits_: Sequence[Credit], stories: dict[str, str], material: Material
) -> tuple[dict[tuple[int, int], list[Credit]], list[Credit]]:
    """Credits of outlets whose report is held, by (report credited, report crediting); the rest.

    Of several reports of one outlet in the story the one most like the crediting report is
    meant; none that came out later can be, nor one that has nothing of what is credited.
    """
    held: dict[tuple[int, int], list[Credit]] = defaultdict(list)
    absent: list[Credit] = []
    own = _published(stories, material)
    words = [_telling(row.folded) for row in material.rows]
    for credit in credits_:
        at = credit.report
        key = credit.actor or "", stories[material.reports[at].id]
        found = [n for n in own.get(key, ()) if n != at and not _later(n, at, material)]
        best = max(found, key=lambda n: (_alike(words[n], words[at]), -n), default=None)
        if best is not None:
            held[best, at].append(credit)
        else:
            absent.append(credit)
    for pair in [pair for pair, given in held.items() if not _borne_out(pair, given, material)]:
        absent += held.pop(pair)
    absent.sort(key=lambda credit: (credit.report, credit.name.start))
    return dict(held), absent


def _borne_out(pair: tuple[int, int], credits_: Sequence[Credit], material: Material) -> bool:
    """Whether the report credited has the words of some statement credited to it, or most."""
    if any(credit.whole for credit in credits_):
        return True
    if _quotations(*pair, credits_, material):
        return True
    there = _telling(material.rows[pair[0]].folded)
    for credit in credits_:
        words = credited_words(credit, material)
        if len(words) >= _FEWEST and len(words & there) >= _MOST * len(words):
            return True
    return False


def credited_words(credit: Credit, material: Material) -> set[str]:
    """The telling words of what a credit's carrier is credited with."""
    return _telling(_folded(material.rows[credit.report], credit.content))


def _folded(row: Words, place: Place) -> list[str]:
    return [
        row.folded[at]
        for span in place
        for at in np.flatnonzero((row.starts >= span.start) & (row.ends <= span.end)).tolist()
    ]


def _later(one: int, other: int, material: Material) -> bool:
    first, second = material.reports[one].published, material.reports[other].published
    return first.start is not None and second.end is not None and first.start > second.end


def _published(stories: dict[str, str], material: Material) -> dict[tuple[str, str], list[int]]:
    """The reports of each outlet in each story."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, report in enumerate(material.reports):
        outlet = material.names.outlet(at)
        if outlet is not None:
            found[outlet, stories[report.id]].append(at)
    return found


def _alike(one: set[str], two: set[str]) -> float:
    """The share of the first report's telling words that the second has too."""
    return len(one & two) / max(1, len(one))


def _telling(words: Iterable[str]) -> set[str]:
    return {word for word in words if len(word) > 2 and word not in STOP_WORDS}


def link(
    pair: tuple[int, int], credits_: Sequence[Credit], material: Material, translated: bool
) -> Edge:
    """The edge from a report to one that credits it, or that says it is translated from it."""
    source, copy = pair
    passages = _quotations(source, copy, credits_, material)
    words = dict.fromkeys(_line(credit) for credit in credits_)
    shown = passages or [
        Passage(from_=None, to=span) for credit in credits_ for span in credit.content
    ]
    kind: DerivationKind = "quotes" if passages else "credits"
    lines = (*tuple(words)[:5], *(_quoted(p) for p in passages[:3]))
    return Edge(
        a=source,
        b=copy,
        kind="translation" if translated else kind,
        ahead=True,
        because=(*lines, "it says that it is translated") if translated else lines,
        strength=0.0,
        passages=tuple(shown[:_MOST_PASSAGES]),
    )


def _line(credit: Credit) -> str:
    place = " … ".join(" ".join(span.exact.split()) for span in credit.place)
    return f"credits it: “{place}”"


def _quoted(passage: Passage) -> str:
    return f"quotes words that stand there: “{' '.join(passage.to.exact.split())[:120]}”"


def _quotations(
    source: int, copy: int, credits_: Iterable[Credit], material: Material
) -> list[Passage]:
    """Quoted words of the credited statements that stand in the credited report."""
    row, other = material.rows[copy], material.rows[source]
    at = _positions(other, _SHORTEST_QUOTATION)
    found: dict[tuple[int, int], Passage] = {}
    for credit in credits_:
        for span in credit.content:
            for first, length in _quoted_runs(row, span):
                match = _longest(row, other, at, (first, length))
                if match is not None:
                    a, b, size = match
                    found[a, size] = Passage(
                        from_=material.span(source, b, size), to=material.span(copy, a, size)
                    )
    return [found[key] for key in sorted(found)]


def _positions(row: Words, size: int) -> dict[tuple[str, ...], int]:
    words = row.folded
    return {words[at : at + size]: at for at in range(len(words) - size, -1, -1)}


def _quoted_runs(row: Words, span: Span) -> Iterable[tuple[int, int]]:
    """Where in the words of a report the quoted parts of a span stand: first word and number."""
    inside = (row.starts >= span.start) & (row.ends <= span.end) & row.quoted
    first: int | None = None
    for at, flag in enumerate([*inside.tolist(), False]):
        if flag and first is None:
            first = at
        elif not flag and first is not None:
            yield first, at - first
            first = None


def _longest(
    row: Words, other: Words, at: dict[tuple[str, ...], int], run: tuple[int, int]
) -> tuple[int, int, int] | None:
    """The longest part of a quoted run that stands in the other report."""
    best: tuple[int, int, int] | None = None
    first, length = run
    for a in range(first, first + length - _SHORTEST_QUOTATION + 1):
        b = at.get(row.folded[a : a + _SHORTEST_QUOTATION])
        if b is None:
            continue
        size = _SHORTEST_QUOTATION
        while (
            a + size < first + length
            and b + size < len(other)
            and row.folded[a + size] == other.folded[b + size]
        ):
            size += 1
        if best is None or size > best[2]:
            best = (a, b, size)
    return best
