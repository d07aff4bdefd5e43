"""What people decided about claims: what is a part of what, and which statements are one claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from stemma.claims.cluster import stand_apart
from stemma.claims.targets import Part, Stems, read_target
from stemma.claims.view import Setting, StoryView, Telling
from stemma.claims.words import clip, content_stems
from stemma.model.decision import (
    Decision,
    OtherClaim,
    PartOf,
    Quoted,
    SameClaim,
    in_order,
)
from stemma.model.span import Span


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """The tellings of one claim in reading order, and who decided that they are."""

    story: str
    tellings: tuple[Telling, ...]
    because: tuple[str, ...]


def decide_parts(
    setting: Setting, decisions: Sequence[Decision]
) -> tuple[tuple[Part, ...], tuple[Decision, ...]]:
    """The parts and wholes that people decided on; the decisions that fit no words any more.

    They hold for the words wherever they stand, and for all spellings of an actor whom the words
    name. A later decision overrules an earlier one that has part and whole the other way round.
    """
    parts: list[Part] = []
    orphaned = []
    for decision in in_order(decisions):
        if not isinstance(decision.what, PartOf):
            continue
        one, other = (_spellings(quoted, setting) for quoted in decision.about)
        if not one or not other or one & other:
            orphaned.append(decision)
            continue
        parts = [p for p in parts if not (p.part & other and p.whole & one)]
        words = [clip(quoted.exact, 60) for quoted in decision.about]
        because = f"“{words[0]}” taken as a part of “{words[1]}” {_signature(decision)}"
        parts.append(Part(part=one, whole=other, because=because))
    return tuple(parts), tuple(orphaned)


def _spellings(quoted: Quoted, setting: Setting) -> frozenset[Stems]:
    """The stems of the words, and of every name of the actor of whom they are a name."""
    span = _find(quoted, setting)
    stems = read_target(quoted.exact).stems
    if span is None or not stems:
        return frozenset()
    actor = setting.cast.actors.get(setting.cast.actor_at(span) or "")
    names = {content_stems(name) for name in actor.names} - {()} if actor else set()
    return frozenset((stems, *(names if stems in names else ())))


def _find(quoted: Quoted, setting: Setting) -> Span | None:
    report = setting.reports.get(quoted.report)
    start = quoted.start_in(report.text) if report else None
    if report is None or start is None:
        return None
    return report.span(start, start + len(quoted.exact))


def decide_claims(
    groups: Iterable[Sequence[Telling]],
    views: Sequence[StoryView],
    setting: Setting,
    decisions: Sequence[Decision],
) -> tuple[tuple[Group, ...], tuple[Decision, ...]]:
    """The claims as people decided, and the decisions whose words no statement holds any more.

    A later decision overrules an earlier one. Telling two statements apart undoes the decisions
    that brought them together; where the program had, the first leaves, with those told in the
    same words and those that people had put beside it. A claim whose statements stand in two
    stories is of the story of its first. Words of one statement cannot be told apart.
    """
    book = _Book(views)
    joined = _Groups(groups, book)
    orphaned = []
    for decision in in_order(decisions):
        if not isinstance(decision.what, SameClaim | OtherClaim):
            continue
        found = [book.telling_at(_find(quoted, setting)) for quoted in decision.about]
        one, other = found
        if one is None or other is None:
            orphaned.append(decision)
        elif isinstance(decision.what, SameClaim):
            joined.join(one, other, decision)
        else:
            joined.part(one, other, decision)
    return tuple(joined.restate()), tuple(orphaned)


def _signature(decision: Decision) -> str:
    why = f": {decision.why}" if decision.why else ""
    return f"by {decision.by} on {decision.at.date().isoformat()}{why}"


class _Book:
    """Every telling by its statement, in reading order, story by story."""

    def __init__(self, views: Sequence[StoryView]) -> None:
        told = [(view.story.id, telling) for view in views for telling in view.tellings]
        self.tellings = {telling.statement.id: telling for _, telling in told}
        self.story = {telling.statement.id: story for story, telling in told}
        self.order = {telling.statement.id: at for at, (_, telling) in enumerate(told)}
        self._by_report: dict[str, list[Telling]] = defaultdict(list)
        for _, telling in told:
            self._by_report[telling.statement.report].append(telling)

    def telling_at(self, span: Span | None) -> str | None:
        """The statement that has most of the words, half of them at least, and the least else."""
        if span is None:
            return None
        near = [(_shared(span, t), t) for t in self._by_report[span.report]]
        holding = [(n, t) for n, t in near if 2 * n >= span.end - span.start]
        ranked = ((-n, _length(t), self.order[t.statement.id], t.statement.id) for n, t in holding)
        best = min(ranked, default=None)
        return best[-1] if best is not None else None

    def form(self, statement: str) -> tuple[str, int]:
        """What two statements of a story in the same words have in common."""
        return self.story[statement], self.tellings[statement].form


def _shared(span: Span, telling: Telling) -> int:
    parts = telling.statement.content
    return sum(max(0, min(span.end, p.end) - max(span.start, p.start)) for p in parts)


def _length(telling: Telling) -> int:
    return sum(span.end - span.start for span in telling.statement.content)


class _Groups:
    """Blocks of statements, and what people put together: what these connect is one claim."""

    def __init__(self, groups: Iterable[Sequence[Telling]], book: _Book) -> None:
        self._book = book
        self._block = dict(book.order)
        self._new = len(self._block)
        self._joins: list[tuple[str, str]] = []
        self._because: dict[str, list[str]] = {}
        for group in groups:
            self._set([telling.statement.id for telling in group])

    def join(self, one: str, other: str, decision: Decision) -> None:
        """Make the claims of two statements one."""
        self._sign((one, other), "put together", decision)
        self._joins.append((one, other))

    def part(self, one: str, other: str, decision: Decision) -> None:
        """Make the claim of two statements two."""
        if one == other:
            return
        self._sign((one, other), "told apart", decision)
        if self._block[one] == self._block[other]:
            self._set(self._alike(one, other))
        while (at := self._connecting(one, other)) is not None:
            del self._joins[at]

    def restate(self) -> list[Group]:
        """The claims of two tellings or more, in reading order."""
        roots: dict[int, int] = {}
        for pair in self._joins:
            self._connect(pair, roots)
        claims: dict[int, list[str]] = defaultdict(list)
        for statement in self._book.order:
            claims[_root(self._block[statement], roots)].append(statement)
        made = (self._group(members) for members in claims.values() if len(members) > 1)
        found = [group for group in made if group is not None]
        return sorted(found, key=lambda g: [self._book.order[t.statement.id] for t in g.tellings])

    def _group(self, members: Sequence[str]) -> Group | None:
        order = self._book.order
        spoken = frozenset(id_ for id_ in members if id_ in self._because)
        told = stand_apart([self._book.tellings[id_] for id_ in members], spoken)
        if len(told) < 2:
            return None
        told.sort(key=lambda t: order[t.statement.id])
        signed = (line for id_ in members for line in self._because.get(id_, ()))
        return Group(
            story=self._book.story[told[0].statement.id],
            tellings=tuple(told),
            because=tuple(dict.fromkeys(signed)),
        )

    def _alike(self, one: str, other: str) -> list[str]:
        """The statement, and those in its words that were found with it; not the other's."""
        form = self._book.form(one)
        if form == self._book.form(other):
            return [one]
        block = self._block[one]
        held = (id_ for id_, number in self._block.items() if number == block)
        return [id_ for id_ in held if self._book.form(id_) == form]

    def _connecting(self, one: str, other: str) -> int | None:
        """The decision, of those that hold, by which two statements came to be one claim."""
        roots: dict[int, int] = {}
        for at, pair in enumerate(self._joins):
            self._connect(pair, roots)
            if _root(self._block[one], roots) == _root(self._block[other], roots):
                return at
        return None

    def _connect(self, pair: tuple[str, str], roots: dict[int, int]) -> None:
        one, other = (_root(self._block[id_], roots) for id_ in pair)
        if one != other:
            roots[other] = one

    def _set(self, statements: Sequence[str]) -> None:
        for statement in statements:
            self._block[statement] = self._new
        self._new += 1

    def _sign(self, statements: tuple[str, str], verb: str, decision: Decision) -> None:
        line = f"{verb} {_signature(decision)}"
        for statement in statements:
            lines = self._because.setdefault(statement, [])
            if line not in lines:
                lines.append(line)


def _root(block: int, roots: dict[int, int]) -> int:
    while block in roots:
        block = roots[block]
    return block
