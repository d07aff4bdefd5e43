"""Who said what, scored on PolNeAR's annotated political news (its train or dev part).

    python -m eval.polnear [--split dev|train] [--limit N] [--update]

Tokens are runs of letters and digits, or single marks. A predicted attribution matches a gold one
if each gold role overlaps its own, and one without a source needs one without a source; matching
is one to one. PolNeAR marks no attribution inside another, so predictions that lie wholly inside
another's content are left out here; and it marks a free quotation as part of the attribution
before it, so one without a cue counts as that. Where several people annotated a report, the first
counts.
Texts are read from `../shared/data` and never copied. Fails under the floors in floors.json.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eval.floors import held

if TYPE_CHECKING:
    from spacy.tokens import Doc

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data" / "attribution" / "polnear"
ROLES = ("source", "cue", "content")
KINDS = ("direct", "indirect", "mixed", "with source", "without source")

_TOKEN = re.compile(r"\w+|[^\w\s]")
_ENTITY = re.compile(r"(T\d+)\t(Source|Cue|Content|Attribution) ([\d ;]+)\t")
_EVENT = re.compile(r"E\d+\t(.+)")
Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution as sets of token numbers."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    quote: str

    @property
    def kinds(self) -> tuple[str, str]:
        """The quotation's kind, and whether there is a source."""
        return self.quote, "with source" if self.source else "without source"


@dataclass(frozen=True, slots=True)
class Article:
    """One report's text with its gold attributions as character ranges by role."""

    name: str
    text: str
    gold: tuple[dict[str, Ranges], ...]


def articles(split: str, limit: int | None = None) -> Iterator[Article]:
    """The reports of a split in name order, each with its first annotator's attributions."""
    first: dict[str, Path] = {}
    for path in sorted((DATA / split / "attributions").glob("*.ann")):
        first.setdefault(path.stem.rpartition("_")[0], path)
    for name, path in list(first.items())[:limit]:
        text = (DATA / split / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield Article(name, text, tuple(_annotations(path.read_text(encoding="utf-8"))))


def _annotations(standoff: str) -> Iterator[dict[str, Ranges]]:
    spans: dict[str, Ranges] = {}
    for match in _ENTITY.finditer(standoff):
        parts = (part.split() for part in match[3].split(";"))
        spans[match[1]] = tuple((int(start), int(end)) for start, end in parts)
    for match in _EVENT.finditer(standoff):
        roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for item in match[1].split():
            role, _, target = item.partition(":")
            roles[role.rstrip("0123456789").lower()] += spans.get(target, ())
        if roles["cue"] and roles["content"]:
            yield {role: tuple(sorted(roles[role])) for role in ROLES}


class Grid:
    """A text's tokens, and which of them a range covers."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._at = [-1] * (len(text) + 1)
        for number, match in enumerate(_TOKEN.finditer(text)):
            for k in range(match.start(), match.end()):
                self._at[k] = number

    def covered(self, ranges: Ranges) -> frozenset[int]:
        """Numbers of the tokens that the ranges touch."""
        return frozenset(
            self._at[k]
            for start, end in ranges
            for k in range(max(0, start), min(end, len(self.text)))
            if self._at[k] >= 0
        )

    def relation(self, source: Ranges, cue: Ranges, content: Ranges) -> Relation:
        """Token sets of one attribution; the kind is read off its quotation marks."""
        return Relation(
            self.covered(source), self.covered(cue), self.covered(content), self._quote(content)
        )

    def _quote(self, content: Ranges) -> str:
        words = " ".join(self.text[start:end] for start, end in content).strip()
        marks = '“”"«»„'
        if not any(mark in words for mark in marks) and "''" not in words:
            return "indirect"
        opens = words[0] in marks or words.startswith("''")
        inner = re.split(r"[“”\"«»„]|''", words)
        return "direct" if opens and not any(re.search(r"\w", p) for p in inner[::2]) else "mixed"


def overlap(gold: Relation, found: Relation) -> bool:
    """Whether every gold role overlaps the found one; no source wants no source."""
    if bool(gold.source) != bool(found.source):
        return False
    return all(not g or g & f for g, f in _roles(gold, found))


def close(gold: Relation, found: Relation) -> bool:
    """Whether every role's Jaccard index is .5 or more."""
    return all((len(g & f) >= 0.5 * len(g | f)) for g, f in _roles(gold, found))


def _roles(gold: Relation, found: Relation) -> list[tuple[frozenset[int], frozenset[int]]]:
    return [(getattr(gold, role), getattr(found, role)) for role in ROLES]


def match(
    gold: list[Relation], found: list[Relation], fits: Callable[[Relation, Relation], bool]
) -> dict[int, int]:
    """A largest one-to-one matching (augmenting paths), gold number to found number."""
    by_cue: dict[int, list[int]] = defaultdict(list)
    for k, relation in enumerate(found):
        for token in relation.cue:
            by_cue[token].append(k)
    edges = [sorted({k for t in g.cue for k in by_cue[t] if fits(g, found[k])}) for g in gold]
    taken: dict[int, int] = {}
    for g in range(len(gold)):
        _augment(g, edges, taken, set())
    return {g: k for k, g in taken.items()}


def _augment(g: int, edges: list[list[int]], taken: dict[int, int], seen: set[int]) -> bool:
    for k in edges[g]:
        if k in seen:
            continue
        seen.add(k)
        if k not in taken or _augment(taken[k], edges, taken, seen):
            taken[k] = g
            return True
    return False


def outermost(found: Iterable[Relation]) -> list[Relation]:
    """Relations that do not lie wholly inside another's content."""
    relations = list(found)
    return [
        r
        for k, r in enumerate(relations)
        if not any(
            (r.source | r.cue | r.content) <= other.content
            for j, other in enumerate(relations)
            if j != k
        )
    ]


class Tally:
    """Counts over reports, and the figures they make."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def add(self, gold: list[Relation], found: list[Relation]) -> None:
        """Count one report."""
        for role in ROLES:
            g, f = _union(gold, role), _union(found, role)
            self._count(role, len(g), len(f), len(g & f))
        for name, fits in (("relation", overlap), ("jaccard", close)):
            self._count(name, len(gold), len(found), len(match(gold, found, fits)))
        pairs = match(gold, found, overlap)
        for kind in KINDS:
            self._count(
                kind,
                sum(kind in g.kinds for g in gold),
                sum(kind in f.kinds for f in found),
                sum(kind in gold[g].kinds for g in pairs),
                sum(kind in found[k].kinds for k in pairs.values()),
            )

    def _count(self, name: str, gold: int, found: int, *hits: int) -> None:
        self.counts.update({f"{name} gold": gold, f"{name} found": found})
        self.counts.update({f"{name} recalled": hits[0], f"{name} right": hits[-1]})

    def figures(self, name: str) -> tuple[float, float, float]:
        """Precision, recall and F1."""
        precision = self.counts[f"{name} right"] / max(1, self.counts[f"{name} found"])
        recall = self.counts[f"{name} recalled"] / max(1, self.counts[f"{name} gold"])
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _union(relations: list[Relation], role: str) -> set[int]:
    return {t for r in relations for t in getattr(r, role)}


def lines(text: str) -> list[tuple[int, int]]:
    """What is parsed: each line, a paragraph in this corpus, by itself."""
    return [m.span() for m in re.finditer(r"[^\n]+", text)]


def score(article: Article, doc: Doc, tally: Tally) -> None:
    """Add one parsed report to the tally."""
    from stemma.reading.attribution import find_attributions

    grid = Grid(article.text)
    gold = [grid.relation(*(roles[role] for role in ROLES)) for roles in article.gold]
    found: list[tuple[Ranges, Ranges, Ranges]] = []
    for a in find_attributions(doc):
        before = max((k for k, f in enumerate(found) if f[0] == a.source), default=None)
        if not a.cue and before is not None:
            source, cue, content = found[before]
            found[before] = (source, cue, tuple(sorted((*content, *a.content))))
        else:
            found.append((a.source, a.cue, a.content))
    tally.add(gold, outermost([grid.relation(*f) for f in found]))


def report(tally: Tally) -> Iterator[str]:
    """The table, a line each."""
    yield f"{'':16}{'gold':>7}{'found':>7}{'P':>8}{'R':>7}{'F1':>7}"
    for name in ("relation", "jaccard", *ROLES, *KINDS):
        p, r, f = tally.figures(name)
        gold, found = tally.counts[f"{name} gold"], tally.counts[f"{name} found"]
        yield f"{name:16}{gold:7}{found:7}{p:8.3f}{r:7.3f}{f:7.3f}"


def main() -> int:
    """Score a split; 0 if the floors hold or the data is not there."""
    parser = argparse.ArgumentParser(description="Score attribution on PolNeAR.")
    parser.add_argument("--split", choices=("train", "dev"), default="dev")
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    if not DATA.is_dir():
        print("not measured: no data")
        return 0
    from stemma.reading.parser import load_parser, parse

    nlp, tally = load_parser(), Tally()
    spent = time.perf_counter()
    for article in articles(options.split, options.limit):
        score(article, parse(nlp, article.text, lines(article.text)), tally)
    print("\n".join(report(tally)))
    print(f"{time.perf_counter() - spent:.1f} s")
    if options.limit is not None:
        return 0
    figures = {
        f"polnear.{options.split}.relation_f1": tally.figures("relation")[2],
        f"polnear.{options.split}.jaccard_f1": tally.figures("jaccard")[2],
        f"polnear.{options.split}.relation_precision": tally.figures("relation")[0],
    }
    return 0 if held(figures, options.update) else 1


if __name__ == "__main__":
    sys.exit(main())
