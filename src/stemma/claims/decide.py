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

    A later decision overrules an earlier one. Telling two statements apart undoes the latest
    decision that brought them together; where the program had, the first leaves, with those told
    in the same words and those that people had put beside it. A claim whose statements stand in
    two stories is of the story of its first. Words of one statement cannot be told apart.
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
    """Which statements are one claim, with the decisions that made it so."""

    def __init__(self, groups: Iterable[Sequence[Telling]], book: _Book) -> None:
        self._book = book
        self._of = {statement: {statement} for statement in book.tellings}
        self._joins: list[tuple[str, str, frozenset[str], frozenset[str]]] = []
        self._because: dict[str, list[str]] = {}
        for group in groups:
            self._set({telling.statement.id for telling in group})

    def join(self, one: str, other: str, decision: Decision) -> None:
        """Make the claims of two statements one."""
        first, second = self._of[one], self._of[other]
        self._sign((one, other), "put together", decision)
        self._joins.append((one, other, frozenset(first), frozenset(second)))
        if first is not second:
            self._set(first | second)

    def part(self, one: str, other: str, decision: Decision) -> None:
        """Make two claims of that of two statements."""
        if one == other:
            return
        self._sign((one, other), "told apart", decision)
        whole = self._of[one]
        if other not in whole:
            return
        for at in reversed(range(len(self._joins))):
            _, _, first, second = self._joins[at]
            mine, yours = (first, second) if one in first else (second, first)
            if one in mine and other in yours and other not in mine:
                self._joins.pop(at)
                leaving = whole & mine
                break
        else:
            leaving = self._beside(one, other)
        self._set(leaving)
        self._set(whole - leaving)

    def restate(self) -> list[Group]:
        """The claims of two tellings or more, in reading order."""
        order, spoken = self._book.order, frozenset(self._because)
        found = []
        for members in {id(group): group for group in self._of.values()}.values():
            if len(members) < 2:
                continue
            ordered = sorted(members, key=order.__getitem__)
            told = stand_apart([self._book.tellings[id_] for id_ in ordered], spoken)
            if len(told) > 1:
                signed = [line for id_ in ordered for line in self._because.get(id_, ())]
                told.sort(key=lambda t: order[t.statement.id])
                story = self._book.story[told[0].statement.id]
                because = tuple(dict.fromkeys(signed))
                found.append(Group(story=story, tellings=tuple(told), because=because))
        return sorted(found, key=lambda g: [order[t.statement.id] for t in g.tellings])

    def _beside(self, one: str, other: str) -> set[str]:
        """The statement, those in its words, and those that people put beside them."""
        form, theirs = self._book.form(one), self._book.form(other)
        alike = {id_ for id_ in self._of[one] if self._book.form(id_) == form}
        found = {one} if form == theirs else alike
        open_ = sorted(found)
        while open_:
            at = open_.pop()
            ends = [pair[:2] for pair in self._joins if at in pair[:2]]
            for end in {end for pair in ends for end in pair} - found - {other}:
                found.add(end)
                open_.append(end)
        return found & self._of[one]

    def _set(self, group: set[str]) -> None:
        for statement in group:
            self._of[statement] = group

    def _sign(self, statements: tuple[str, str], verb: str, decision: Decision) -> None:
        line = f"{verb} {_signature(decision)}"
        for statement in statements:
            lines = self._because.setdefault(statement, [])
            if line not in lines:
                lines.append(line)
