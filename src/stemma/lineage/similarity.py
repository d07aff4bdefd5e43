"""How alike reports are by the words they use: TF-IDF and cosine.

In how many reports a word stands is counted over the corpus and, as if it were `_BACKGROUND`
further reports, over general news: five reports tell little of which words are common.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from stemma.lineage.words import Words

_BLOCK = 4096
_RARE = 32  # reports: a word of fewer is added up pair by pair
_BACKGROUND = 300
_LEAD = 60  # words: what a report is about stands first, so they count three times

# Function words and the verbs of saying that every report has.
STOP_WORDS = frozenset(
    """a about above after again against all almost also although always am among an and another
    any are aren around as at away back be because become been before behind being below between
    both but by came can cannot could couldn did didn do does doesn doing don done down during each
    either else enough etc even ever every few for from further get gets getting give go goes going
    got had hadn has hasn have haven having he her here hers herself him himself his how however i
    if in indeed instead into is isn it its itself just keep last later least less let like ll made
    make makes many may me might mine more most mostly much must my myself near neither never next
    no nor not nothing now of off often on once one only onto or other others our ours ourselves out
    over own part per perhaps put quite rather re really s said same say saying says see seem seemed
    seems several she should shouldn since so some still such t take taken than that the their
    theirs them themselves then there therefore these they this those though through thus to
    together told too toward towards two under unless until up upon us use used using ve very via
    was wasn we well went were weren what when whenever where whether which while who whole whom
    whose why will with within without won would wouldn yes yet you your yours yourself""".split()
)


def load_shares(name: str) -> dict[str, int]:
    """In how many of a thousand news reports a word stands; rarer ones are absent.

    "frequencies.txt" holds words without names, "names.txt" what has a capital in a sentence.
    """
    lines = files("stemma.lineage").joinpath(name).read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if not line.startswith("#"))
    return {word: int(share) for share, *words in rows for word in words}


def count_terms(row: Words) -> Counter[str]:
    """How often each content word stands in the report, those at its head counted thrice."""
    terms = Counter(word for word in row.folded if _tells(word))
    for word in row.folded[:_LEAD]:
        if _tells(word):
            terms[word] += 2
    return terms


def _tells(word: str) -> bool:
    return len(word) > 1 and word not in STOP_WORDS


def cosines(counts: Sequence[Counter[str]], general: dict[str, int]) -> NDArray[np.float32]:
    """The cosine of every two reports' TF-IDF vectors, as a square; see `load_shares`."""
    spread = Counter(term for terms in counts for term in terms)
    size = 1 + _BACKGROUND + len(counts)
    weight = {
        term: math.log(size / (1 + general.get(term, 1) * _BACKGROUND / 1000 + n)) + 1
        for term, n in spread.items()
    }
    norms = [_norm(terms, weight) for terms in counts]
    shared = {t: n for n, t in enumerate(sorted(t for t, k in spread.items() if k > 1))}
    entries = sorted(
        (column, row, (1 + math.log(n)) * weight[term] / norms[row])
        for row, terms in enumerate(counts)
        for term, n in terms.items()
        if (column := shared.get(term)) is not None
    )
    table = np.array(entries, dtype=np.float64).reshape(-1, 3)
    return products(table, len(counts), len(shared))


def _norm(terms: Counter[str], weight: dict[str, float]) -> float:
    return math.sqrt(sum(((1 + math.log(n)) * weight[t]) ** 2 for t, n in terms.items())) or 1.0


def products(table: NDArray[np.float64], rows: int, columns: int) -> NDArray[np.float32]:
    """The product of every two rows of a table of (column, row, value), sorted by column.

    Rare columns are summed pair by pair, the others block by block: no wide matrix is held, and
    most columns have few entries.
    """
    total = np.zeros((rows, rows), dtype=np.float32)
    column, row, value = table[:, 0], table[:, 1].astype(int), table[:, 2].astype(np.float32)
    starts = np.searchsorted(column, np.arange(columns + 1))
    sizes = np.diff(starts)
    for at in np.flatnonzero(sizes <= _RARE).tolist():
        part = slice(starts[at], starts[at + 1])
        total[np.ix_(row[part], row[part])] += np.outer(value[part], value[part])
    common = np.flatnonzero(sizes > _RARE)
    for first in range(0, len(common), _BLOCK):
        block = np.zeros((rows, min(_BLOCK, len(common) - first)), dtype=np.float32)
        for n, at in enumerate(common[first : first + _BLOCK].tolist()):
            block[row[starts[at] : starts[at + 1]], n] = value[starts[at] : starts[at + 1]]
        total += block @ block.T
    return total
