"""Texts that nobody holds and that several reports used: named by one of them, or by none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from stemma.lineage.edges import Edge
from stemma.lineage.material import Material
from stemma.lineage.sources import held_id
from stemma.model.lineage import Derivation, Passage, Source
from stemma.model.span import Span

_NAMED = 3  # reports whose outlets are named; of more, the others are counted


def find_common_texts(
    edges: Sequence[Edge], material: Material, first: int
) -> tuple[tuple[Source, ...], tuple[Derivation, ...]]:
    """A source not held for all reports that share words of which none is seen to have them first.

    Where the words are an agency's by a credit, that is the source already. `first` is the number
    of the first source made here.
    """
    uncredited = [edge for edge in edges if edge.kind == "shared-source" and not edge.named]
    sources = []
    found = []
    for number, group in enumerate(_groups(uncredited), start=first):
        name = f"text that {_outlets(sorted(group), material)} share"
        sources.append(Source(id=f"s{number}", name=name))
        passages = _passages(group, uncredited, material)
        found += [
            Derivation(
                from_=f"s{number}",
                to=held_id(at),
                kind="shared-source",
                directed=True,
                because=("it has wording in common with others, and neither credits the other",),
                passages=tuple(Passage(from_=None, to=span) for span in passages[at]),
            )
            for at in sorted(group)
        ]
    return tuple(sources), tuple(found)


def spread_named(
    edges: Sequence[Edge], sources: Sequence[Source], credited: Sequence[Derivation]
) -> tuple[Derivation, ...]:
    """What one report says of words that another has too, said of the other: an edge each.

    `sources` are those not held, and `credited` the edges from them that reports state.
    """
    known = {(edge.from_, edge.to) for edge in credited}
    found: dict[tuple[str, str], Derivation] = {}
    for edge in (edge for edge in edges if edge.kind == "shared-source" and edge.named):
        for one, other in ((edge.a, edge.b), (edge.b, edge.a)):
            for source in sources:
                ends = source.id, held_id(other)
                if (source.id, held_id(one)) not in known or ends in known | found.keys():
                    continue
                if source.name in edge.named:
                    found[ends] = _named_edge(ends, edge, other == edge.b)
    return tuple(found[ends] for ends in sorted(found))


def _named_edge(ends: tuple[str, str], edge: Edge, second: bool) -> Derivation:
    spans = [passage.to if second else passage.from_ for passage in edge.passages]
    return Derivation(
        from_=ends[0],
        to=ends[1],
        kind="shared-source",
        directed=True,
        because=("it has the words that another report has from there", *edge.because[:1]),
        passages=tuple(Passage(from_=None, to=span) for span in spans if span is not None),
    )


def _groups(edges: Sequence[Edge]) -> list[set[int]]:
    groups: list[set[int]] = []
    for edge in edges:
        joined = [group for group in groups if group & {edge.a, edge.b}]
        groups = [group for group in groups if group not in joined]
        groups.append({edge.a, edge.b}.union(*joined))
    return sorted(groups, key=min)


def _passages(group: set[int], edges: Sequence[Edge], material: Material) -> dict[int, list[Span]]:
    """The shared words of each report of the group, in order."""
    number = {material.reports[at].id: at for at in group}
    spans: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for edge in edges:
        for passage in edge.passages if edge.a in group else ():
            for span in (passage.from_, passage.to):
                if span is not None:
                    spans[number[span.report]].add((span.start, span.end))
    return {at: [material.reports[at].span(*pair) for pair in sorted(spans[at])] for at in group}


def _outlets(group: Sequence[int], material: Material) -> str:
    reports = [material.reports[at] for at in group]
    names = list(dict.fromkeys(r.outlet or r.title or r.file for r in reports))
    if len(names) > _NAMED:
        names = [*names[: _NAMED - 1], f"{len(names) - _NAMED + 1} others"]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
