"""Make the list of how common words, names and numbers are: `story_shares.txt`.

    python -m training.stories.shares

The share of a word is the mean of two: among the 6,000 reports, and in general English, guessed
from its rank in the vocabulary of the encoder that ships (BERT's, sorted by frequency). No
sentence, phrase or rare term goes into the list: a term stands there if it is in more than some
290 of a million reports.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

import stemma.encoding
import stemma.lineage
from eval.stories import DATA, make_report
from stemma.lineage.story_terms import read_form, read_forms, tally
from stemma.lineage.words import read_words
from training.stories.data import untokenise

_LEAST = 1e-3 / 6  # the share of a word that no list has: one in 6,000
_REPORTS = 6_000
_HEAD = (
    "# In how many of a million reports a term stands; all others at the number that stands alone."
)


def general() -> tuple[dict[str, float], dict[str, float]]:
    """Guessed shares in general English: of stems, and of words as names."""
    path = Path(stemma.encoding.__path__[0]) / "weights" / "tokenizer.json"
    vocabulary = json.loads(path.read_text("utf-8"))["model"]["vocab"]
    ranked = [w for w, _ in sorted(vocabulary.items(), key=lambda e: e[1])]
    stems: dict[str, float] = defaultdict(float)
    names: dict[str, float] = {}
    for rank, word in enumerate(w for w in ranked if w.isalpha() and len(w) > 1):
        base = read_form(word)[1]
        if base:
            stems[base] += 30 / (rank + 100)  # Zipf's law, the commonest in a third of all
            names[word] = 18 / (rank + 100)
    return stems, names


def count() -> dict[str, Counter[str]]:
    """In how many of the 6,000 reports each term stands."""
    found = {kind: Counter[str]() for kind in ("words", "names", "numbers")}
    with gzip.open(DATA.parent / "reports" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            text = untokenise(json.loads(line)["text"])
            tallies = tally(read_forms(text, read_words(make_report(n, text))), "en")
            found["words"].update(tallies.words.keys())
            found["names"].update(tallies.names.keys())
            found["numbers"].update(tallies.numbers.keys())
    return found


def blend(seen: Counter[str], guessed: Mapping[str, float]) -> dict[str, float]:
    """The mean of the share among the reports and that in general English."""
    return {
        term: (seen[term] + 0.5) / _REPORTS / 2 + guessed.get(term, _LEAST) / 2
        for term in seen.keys() | guessed.keys()
    }


def section(name: str, shares: Mapping[str, float], other: int, least: int) -> list[str]:
    """A kind's terms by share, rounded to two digits; rarer ones than `least` are left out."""
    rows: dict[int, list[str]] = defaultdict(list)
    for term, share in shares.items():
        parts = share * 1e6
        if parts >= least and not any(char.isspace() for char in term):
            rows[int(float(f"{parts:.2g}"))].append(term)
    lines = [f"{share} {' '.join(sorted(rows[share]))}" for share in sorted(rows, reverse=True)]
    return [f"[{name}]", str(other), *lines]


def main() -> None:
    """Write the list."""
    seen = count()
    stems, names = general()
    often = Counter({term: n for term, n in seen["names"].items() if n > 1})
    known = {term: share for term, share in names.items() if term in often}
    numbers = {term: (n + 3) / _REPORTS for term, n in seen["numbers"].items()}
    lines = [
        _HEAD,
        *section("words", blend(seen["words"], stems), 150, 290),
        *section("names", blend(often, known), 150, 290),
        *section("numbers", numbers, 500, 800),
    ]
    path = Path(stemma.lineage.__path__[0]) / "story_shares.txt"
    path.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
