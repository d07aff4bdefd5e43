"""Typed edges between two reports that share words, and the family tree that they make up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from stemma.lineage.direction import Pair, Sign, weigh
from stemma.lineage.material import Material, is_spoken
from stemma.lineage.passages import Overlap
from stemma.model.lineage import DerivationKind, Passage

_FRESH = 0.3  # of the words that a further parent gives, the share that no better one gave


@dataclass(frozen=True)
class EdgeOptions:
    """How much must be shared for which kind of edge.

    `verbatim`, `edited`, `some` (for an edge of unknown kind) and `update` (for another version
    by one outlet) are least shares of the one report's words in the other;
    `plain` and `quoted` are least numbers of shared words outside and inside quotation marks,
    `voice` of those that the one has in quotation marks and the other in its own voice. A passage
    of `block` words, in a report of which at most the share `most` is the other's, is shown as one.
    """

    verbatim: float = 0.9
    edited: float = 0.25
    some: float = 0.08
    update: float = 0.5
    plain: int = 30
    quoted: int = 15
    voice: int = 60
    block: int = 30
    most: float = 0.8


@dataclass(frozen=True)
class Edge:
    """An edge between reports `a` and `b` by number; `ahead` is true where `a` is the source.

    `ahead` is `None` where the order is open. `strength` ranks edges: the greater first. `named`
    says that reports name the third party that a shared source is.
    """

    a: int
    b: int
    kind: DerivationKind
    ahead: bool | None
    because: tuple[str, ...]
    strength: float
    passages: tuple[Passage, ...] = ()
    named: bool = False

    @property
    def ends(self) -> tuple[int, int]:
        """The source and what came from it; in the given order where that is open."""
        return (self.b, self.a) if self.ahead is False else (self.a, self.b)


def judge(pair: Pair, material: Material, options: EdgeOptions = EdgeOptions()) -> Edge | None:
    """The edge that shared passages justify; `None` where they justify none."""
    overlap = pair.overlap
    signs = (*pair.signs, *_quoting(pair, material, options))
    ahead, reasons = weigh(signs)
    kind = _kind(replace(pair, signs=signs), options, ahead)
    if kind is None:
        return None
    if kind in ("shared-source", "same-event", "unknown"):
        ahead = None
    return Edge(
        a=overlap.a,
        b=overlap.b,
        kind=kind,
        ahead=ahead,
        because=(_measure(pair), *_about(kind, pair), *reasons),
        strength=overlap.containment + (0.5 if pair.credited else 0.0),
        passages=find_passages(overlap, ahead, material),
        named=bool(pair.shared_credits),
    )


def _quoting(pair: Pair, material: Material, options: EdgeOptions) -> tuple[Sign, ...]:
    """A report that quotes what the other says in its own voice has it from there.

    Where the other's quotation marks are lost a quotation that both heard would look the same: so
    it must have some elsewhere, and not announce the words, or be a document itself.
    """
    overlap, marks = pair.overlap, pair.marks
    if marks.plain >= options.plain:
        return ()
    for ahead, quoted in ((True, marks.second), (False, marks.first)):
        source, copy = (overlap.a, overlap.b) if ahead else (overlap.b, overlap.a)
        least = options.quoted
        if material.reports[source].genre != "primary":
            least = options.voice if _own_voice(overlap, source, material) else marks.shared + 1
        if quoted >= least and quoted > 0.8 * marks.shared:
            file = material.reports[copy].file
            line = f"{file} quotes what the other says in its own voice"
            return (Sign(ahead, 3, line, quoting=True),)
    return ()


def _own_voice(overlap: Overlap, source: int, material: Material) -> bool:
    """Whether the shared words that the source has without quotation marks are its own."""
    row = material.rows[source]
    starts = [run.a if source == overlap.a else run.b for run in overlap.runs]
    words = [
        word
        for at, run in zip(starts, overlap.runs, strict=True)
        for word in row.folded[at : at + run.length]
    ]
    if not row.quoted.any() or is_spoken(words):
        return False
    before = (material.reports[source].text[: int(row.starts[at])] for at in starts)
    return not any(text.rstrip(' \n“"').endswith(":") for text in before)


def _kind(pair: Pair, options: EdgeOptions, ahead: bool | None) -> DerivationKind | None:
    overlap, marks = pair.overlap, pair.marks
    if pair.one_outlet:
        return _within_outlet(overlap, options)
    if marks.plain < options.plain:
        quoted = marks.shared - marks.plain
        if quoted < max(options.quoted, marks.plain):
            return None
        from_it = pair.credited or any(sign.quoting for sign in pair.signs)
        return "quotes" if ahead is not None and from_it else "same-event"
    if pair.credited and ahead is not None and _set_apart(pair, ahead, options):
        return "quotes"
    if pair.shared_credits and not pair.credited and overlap.containment >= options.edited:
        return "shared-source"
    if overlap.containment >= options.verbatim:
        return "verbatim"
    if overlap.containment >= options.edited:
        return "shared-source" if ahead is None else "edited"
    return "unknown" if overlap.containment >= options.some else None


def _set_apart(pair: Pair, ahead: bool, options: EdgeOptions) -> bool:
    """Whether a report shows whole passages of one that it credits, within a text of its own."""
    overlap, marks = pair.overlap, pair.marks
    if pair.agency or (overlap.within_b if ahead else overlap.within_a) >= options.most:
        return False
    blocks = sum(run.length for run in overlap.runs if run.length >= options.block)
    shown = (marks.second if ahead else marks.first) + blocks
    return shown >= 0.6 * (marks.shared - marks.both)


def _within_outlet(overlap: Overlap, options: EdgeOptions) -> DerivationKind | None:
    """Reports of one outlet share its standing phrases: only a new version of one is an edge."""
    if overlap.containment < options.update:
        return None
    same = min(overlap.within_a, overlap.within_b) >= options.verbatim
    return "verbatim" if same else "update"


def _measure(pair: Pair) -> str:
    overlap, marks = pair.overlap, pair.marks
    passages = "1 passage" if len(overlap.runs) == 1 else f"{len(overlap.runs)} passages"
    return (
        f"{passages} in common: {overlap.within_a:.0%} of the words of the one, "
        f"{overlap.within_b:.0%} of the other's; {marks.both} of {marks.shared} shared "
        "words stand in quotation marks in both"
    )


def _about(kind: DerivationKind, pair: Pair) -> tuple[str, ...]:
    if kind == "shared-source" and pair.shared_credits:
        return (f"the words in common are by {', '.join(pair.shared_credits)}",)
    if kind == "shared-source":
        return ("neither credits the other, nor is the one later: likelier a text that both used",)
    if kind == "same-event":
        return ("a quotation in common is no copy: each may have heard it",)
    if kind == "unknown":
        return ("too little in common to tell a copy from a source that both used",)
    return ()


def find_passages(overlap: Overlap, ahead: bool | None, material: Material) -> tuple[Passage, ...]:
    """The shared runs as spans, from the source's side to the other's."""
    found = []
    for run in overlap.runs:
        first = material.span(overlap.a, run.a, run.length)
        second = material.span(overlap.b, run.b, run.length)
        ends = (second, first) if ahead is False else (first, second)
        found.append(Passage(from_=ends[0], to=ends[1]))
    return tuple(found)


def prune(edges: Sequence[Edge]) -> list[Edge]:
    """Of all edges between reports that share words those that make up the family tree.

    Each report keeps the edge from its best source, and from a further one only where that
    explains words that the better ones leave open. Edges without order join only what nothing
    joins yet, and those of one event only what no copy joins, at its head.
    """
    kept = _adopt([edge for edge in edges if edge.ahead is not None])
    groups: dict[int, int] = {}
    _grow(kept, groups)
    copied = {edge.ends[1] for edge in kept}
    unordered = [edge for edge in edges if edge.ahead is None]
    kept += _grow(sorted((e for e in unordered if e.kind != "same-event"), key=_rank), groups)
    beside = [edge for edge in unordered if edge.kind == "same-event"]
    beside.sort(key=lambda edge: (len({edge.a, edge.b} & copied), *_rank(edge)))
    kept += _grow(beside, groups)
    return sorted(kept, key=lambda edge: (edge.a, edge.b))


def _adopt(edges: Sequence[Edge]) -> list[Edge]:
    parents: dict[int, list[int]] = defaultdict(list)
    covered: dict[int, set[int]] = defaultdict(set)
    kept = []
    for edge in sorted(edges, key=_rank):
        source, copy = edge.ends
        words = {at for p in edge.passages for at in range(p.to.start, p.to.end)}
        fresh = len(words - covered[copy]) >= _FRESH * max(1, len(words))
        if (parents[copy] and not fresh) or _descends(source, copy, parents):
            continue
        parents[copy].append(source)
        covered[copy] |= words
        kept.append(edge)
    return kept


def _descends(report: int, ancestor: int, parents: dict[int, list[int]]) -> bool:
    """Whether `report` comes from `ancestor`, at whatever remove."""
    seen: set[int] = set()
    open_ = [report]
    while open_:
        at = open_.pop()
        if at == ancestor:
            return True
        if at not in seen:
            seen.add(at)
            open_ += parents.get(at, [])
    return False


def _grow(edges: Sequence[Edge], groups: dict[int, int]) -> list[Edge]:
    """The edges that join two groups (Kruskal 1956), in the given order."""
    kept = []
    for edge in edges:
        a, b = _root(groups, edge.a), _root(groups, edge.b)
        if a != b:
            groups[max(a, b)] = min(a, b)
            kept.append(edge)
    return kept


def _rank(edge: Edge) -> tuple[float, int, int]:
    return -round(edge.strength, 2), *edge.ends


def _root(groups: dict[int, int], at: int) -> int:
    while at in groups:
        at = groups[at]
    return at
