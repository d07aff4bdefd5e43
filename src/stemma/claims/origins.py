"""How many independent sources stand behind a claim, at least and at most, and why.

Every statement is followed up the family tree to where its words came from. Sources that come
from one another, or share a source, count once; a copy adds nothing. `most` takes all that are
left to be independent; `least` counts only speakers whom the words tell apart.
"""

from __future__ import annotations

from collections import defaultdict

from stemma.claims.view import Setting, Telling
from stemma.claims.words import content_stems
from stemma.model.claim import Origins
from stemma.model.lineage import Derivation, Lineage
from stemma.model.span import Place, Span

_COPIES = frozenset(("verbatim", "edited", "paraphrase", "translation", "update", "quotes"))
_COPIED = _COPIES - {"quotes"}
_DEPTH = 12


class FamilyTree:
    """The lineage by its ends; built once for a corpus."""

    def __init__(self, lineage: Lineage, setting: Setting) -> None:
        self.names = {source.id: source.name for source in lineage.sources}
        self.held = {source.id: source.held for source in lineage.sources}
        self._setting = setting
        self._into: dict[str, list[Derivation]] = defaultdict(list)
        self._beside: dict[str, list[Derivation]] = defaultdict(list)
        for edge in lineage.edges:
            if edge.directed:
                self._into[edge.to].append(edge)
            elif edge.kind not in ("same-event", "unknown"):
                self._beside[edge.from_].append(edge)
                self._beside[edge.to].append(edge)

    def root(self, telling: Telling) -> tuple[str, tuple[str, ...]]:
        """The source that a statement came from, and the steps to it, a line each."""
        statement = telling.statement
        own = self._setting.source_of.get(statement.report)
        if own is None:
            return f"report {statement.report}", ()
        source, place, steps = own.id, statement.content, []
        for _ in range(_DEPTH):
            edge, place = self._step(source, place)
            if edge is None:
                break
            steps.append(f"{self.names[source]} has it from {self.names[edge.from_]} ({edge.kind})")
            source = edge.from_
            if self.held[source] is None:
                return source, tuple(steps)
        credit = self._credit(source, statement.carriers[0].place) if statement.carriers else None
        if credit is not None and source == own.id:
            steps.append(f"{own.name} credits {self.names[credit]}")
            return credit, tuple(steps)
        return source, tuple(steps)

    def copied_from(self, telling: Telling) -> str | None:
        """The report that a statement's words came from, where the tree has an edge for them."""
        own = self._setting.source_of.get(telling.statement.report)
        edge, _ = self._step(own.id, telling.statement.content) if own else (None, ())
        return self.held.get(edge.from_) if edge is not None else None

    def _step(self, source: str, place: Place) -> tuple[Derivation | None, Place]:
        """The edge by which the words at a place came, and the place they had before."""
        for edge in self._into[source]:
            if edge.kind not in _COPIES or self.held.get(edge.from_) is None:
                continue
            if not edge.passages:
                return edge, ()
            for passage in edge.passages:
                if passage.from_ is not None and _covers(passage.to, place):
                    return edge, (passage.from_,)
        return None, place

    def _credit(self, source: str, place: Place) -> str | None:
        for edge in self._into[source]:
            if self.held.get(edge.from_) is None and any(
                passage.to.meets(span) for passage in edge.passages for span in place
            ):
                return edge.from_
        return None

    def joined(self, one: str, other: str) -> str | None:
        """Why two sources are one origin at most, where the tree says so."""
        for edge in self._beside[one]:
            if other in (edge.from_, edge.to):
                return f"{self.names[one]} and {self.names[other]} share words ({edge.kind})"
        for edge in (*self._into[one], *self._into[other]):
            if {edge.from_, edge.to} == {one, other} and edge.kind in _COPIED:
                return f"{self.names[edge.to]} has it from {self.names[edge.from_]} ({edge.kind})"
        outlets = [self._outlet(source) for source in (one, other)]
        if outlets[0] is not None and outlets[0] == outlets[1]:
            return f"{self.names[one]}: two reports of one outlet"
        return None

    def _outlet(self, source: str) -> str | None:
        held = self.held.get(source)
        return self._setting.outlet(held) if held is not None else None


def _covers(span: Span, place: Place) -> bool:
    """Whether at least half of a place lies in the span; an empty place means the whole report."""
    if not place:
        return True
    total = sum(part.end - part.start for part in place)
    inside = sum(
        max(0, min(part.end, span.end) - max(part.start, span.start))
        for part in place
        if part.report == span.report
    )
    return 2 * inside >= total


def find_origins(members: list[Telling], tree: FamilyTree, setting: Setting) -> Origins:
    """The origins of a claim from the statements that make it up."""
    roots, because = _roots(members, tree)
    groups = _merge(sorted(roots), tree, because)
    speakers = _speakers(members, setting)
    least = min(max(1, len(speakers)), len(groups))
    if len(groups) > least:
        because.append(_why_least(speakers, setting))
    return Origins(
        least=least,
        most=len(groups),
        sets=tuple(tuple(group) for group in groups),
        because=tuple(because[:12]),
    )


def _roots(members: list[Telling], tree: FamilyTree) -> tuple[set[str], list[str]]:
    roots: set[str] = set()
    because: dict[str, None] = {}
    for telling in members:
        root, steps = tree.root(telling)
        roots.add(root)
        because.update(dict.fromkeys(steps))
    return roots, list(because)


def _merge(roots: list[str], tree: FamilyTree, because: list[str]) -> list[list[str]]:
    groups: list[list[str]] = []
    for root in roots:
        home: list[str] | None = None
        for group in list(groups):
            reasons = [why for other in group if (why := tree.joined(root, other))]
            if not reasons:
                continue
            because.append(reasons[0])
            if home is None:
                group.append(root)
                home = group
            else:
                home += group
                groups.remove(group)
        if home is None:
            groups.append([root])
    return [sorted(group) for group in groups]


def _speakers(members: list[Telling], setting: Setting) -> list[str]:
    """Speakers that are surely several: persons by full name, bodies with no word in common."""
    actors = setting.cast.actors
    outlets = set(setting.outlets.values())
    named = {a for t in members for a in t.speakers if a in actors and a not in outlets}
    persons = sorted(a for a in named if actors[a].kind == "person" and " " in actors[a].name)
    bodies = sorted(a for a in named if actors[a].kind == "organisation")
    apart: list[str] = []
    for body in bodies:
        words = frozenset(content_stems(actors[body].name))
        if not any(words & frozenset(content_stems(actors[other].name)) for other in apart):
            apart.append(body)
    return max(persons, apart, key=len)


def _why_least(speakers: list[str], setting: Setting) -> str:
    names = [setting.cast.actors[actor].name for actor in speakers]
    if len(names) == 1:
        return f"every telling may go back to {names[0]}: at least one origin"
    if names:
        return f"speakers told apart: {', '.join(names)}"
    return "no source is named that tells the reports apart: they may share one"
