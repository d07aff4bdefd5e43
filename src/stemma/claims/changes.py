"""What a later telling of one proposition changed, by its words."""

from __future__ import annotations

import re

import msgspec

from stemma.claims.doubts import SAYING
from stemma.claims.measures import comparable
from stemma.claims.quotations import denial_cut
from stemma.claims.stages import reached
from stemma.claims.strength import (
    DOUBTS,
    HEARSAY,
    by_amount,
    by_certainty,
    by_stage,
)
from stemma.claims.targets import part_of, read_target, why_part
from stemma.claims.view import Telling
from stemma.claims.words import clip, content_stems, fold, tokens
from stemma.model.claim import Change, Direction
from stemma.model.reading import Statement
from stemma.model.span import Place, Span, words_of

LONGER = 1.8
KEPT = 0.65
_QUOTED = re.compile("[\"“”«»]|''|``")
_STOP = re.compile(r"[.?!][”\"]?\s")
_ABLE = frozenset("can should would will".split())
_OPEN = frozenset(("possible", "probable"))


class Altered(msgspec.Struct, frozen=True, kw_only=True):
    """One change, which way it went, where it shows in either telling, and why."""

    change: Change
    direction: Direction
    from_: Place
    to: Place
    because: str


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A telling with the sentence it stands in, and whether that names any source.

    `around` are the words of the sentences before and after.
    `speaker` is the name of who puts the telling forward, or the words for it.
    """

    telling: Telling
    sentence: str
    around: str
    attributed: bool
    speaker: str

    @property
    def statement(self) -> Statement:
        """The statement that is told."""
        return self.telling.statement


def find_changes(earlier: Told, later: Told) -> list[Altered]:
    """Every change that the words of both tellings show."""
    found = (
        _hedge(earlier, later),
        _attribution(earlier, later),
        _condition(earlier, later),
        _scope(earlier, later),
        _number(earlier, later),
        _stage(earlier, later),
        _quotation(earlier, later),
    )
    return [altered for altered in found if altered is not None]


def _hedge(earlier: Told, later: Told) -> Altered | None:
    before, after = earlier.statement, later.statement
    said = [c for c in after.carriers if c.mode == "reportedly"]
    if said and not any(c.mode == "reportedly" for c in before.carriers):
        words = f"“{words_of(said[0].place)}” is new"
        return _altered("hedge", "weaker", (earlier, later), words)
    sizes = sorted(len(words_of(s.content)) for s in (before, after))
    if sizes[1] > LONGER * sizes[0]:
        return None
    if _doubts(before) and _firm(later):
        evidence = frozenset(fold(span.exact) for span in before.hedges) <= HEARSAY
        if evidence and (later.attributed or SAYING.intersection(tokens(later.sentence))):
            return None
        words = ", ".join(f"“{span.exact}”" for span in before.hedges)
        return _altered("hedge", "stronger", (earlier, later), f"{words} is gone")
    if _doubts(after) and _firm(earlier):
        words = ", ".join(f"“{span.exact}”" for span in after.hedges)
        return _altered("hedge", "weaker", (earlier, later), f"{words} is new")
    return _degree(earlier, later)


def _degree(earlier: Told, later: Told) -> Altered | None:
    """A word of doubt put for one of another degree ("may" for "is likely to")."""
    before, after = (_words_of_doubt(told.statement) for told in (earlier, later))
    direction = by_certainty(before, after)
    if not (before and after) or direction not in ("stronger", "weaker"):
        return None
    words = [", ".join(f"“{word}”" for word in sorted(side)) for side in (before, after)]
    because = f"{words[0]} has become {words[1]}"
    return _altered("hedge", direction, (earlier, later), because)


def _words_of_doubt(statement: Statement) -> frozenset[str]:
    said = (word for span in statement.hedges for word in tokens(span.exact))
    return frozenset(said) & DOUBTS


def _doubts(statement: Statement) -> bool:
    """Whether the words doubt: "may", "reportedly", but not "can" alone, which is ability."""
    words = frozenset(fold(span.exact) for span in statement.hedges)
    return statement.modality in _OPEN and bool(words - _ABLE)


def _firm(told: Told) -> bool:
    statement = told.statement
    plain = not statement.hedges and statement.modality == "certain"
    return plain and not DOUBTS.intersection(tokens(told.sentence))


def _attribution(earlier: Told, later: Told) -> Altered | None:
    before, after = earlier.statement, later.statement
    if not before.source or before.own_voice or not after.own_voice:
        return None
    named = frozenset(read_target(words_of(before.source)).stems)
    if later.attributed or after.carriers or named & frozenset(content_stems(later.sentence)):
        return None
    if SAYING.intersection(tokens(later.sentence)) or _QUOTED.search(later.sentence):
        return None
    if before.quote == "direct" or not _kept(before, later):
        return None
    why = f"{earlier.speaker} is no longer named as the source"
    altered = _altered("attribution", "stronger", (earlier, later), why)
    named_at = tuple(s for s in before.source if not any(s.meets(c) for c in before.content))
    return msgspec.structs.replace(altered, from_=tuple(sorted((*before.content, *named_at))))


def _kept(before: Statement, later: Told) -> bool:
    """Whether most of what was attributed, not a clause of it alone, is told in the sentence."""
    said = frozenset(content_stems(words_of(before.content)))
    return len(said & frozenset(content_stems(later.sentence))) >= KEPT * len(said)


def _condition(earlier: Told, later: Told) -> Altered | None:
    kept, near = (frozenset(content_stems(t)) for t in (later.sentence, later.around))
    for span in earlier.statement.conditions:
        if not _main(earlier.statement, span) & (kept | near):
            continue
        for part in _parts(span):
            stems = frozenset(content_stems(part))
            if len(stems) >= 2 and not stems & kept and 2 * len(stems & near) < len(stems):
                lost = f"“{clip(part)}” is gone"
                return _altered("condition", "stronger", (earlier, later), lost)
    return None


def _main(statement: Statement, condition: Span) -> frozenset[str]:
    """The content words of the sentence that a condition stands in, without its own."""
    for span in statement.content:
        if span.holds(condition):
            at = condition.start - span.start
            first = max((m.end() for m in _STOP.finditer(span.exact, 0, at)), default=0)
            stop = _STOP.search(span.exact, condition.end - span.start)
            said = span.exact[first : stop.start() if stop else len(span.exact)]
            return frozenset(content_stems(said)) - frozenset(content_stems(condition.exact))
    return frozenset(content_stems(words_of(statement.content)))


def lost_condition(earlier: Told, later: Told, rest: list[Told]) -> Altered | None:
    """A condition that nothing in all of the later report speaks of, its step told without one."""
    if later.statement.conditions or later.statement.modality == "conditional":
        return None
    sentences = [frozenset(content_stems(text)) for text in {told.sentence for told in rest}]
    for span in earlier.statement.conditions:
        stems = frozenset(content_stems(span.exact))
        if len(stems) >= 3 and all(3 * len(stems & known) < len(stems) for known in sentences):
            return _altered(
                "condition", "stronger", (earlier, later), f"“{clip(span.exact)}” is gone"
            )
    return None


def _parts(span: Span) -> list[str]:
    """The condition as a whole, and each part that an "and" joins to it."""
    parts = span.exact.split(" and ")
    return [span.exact] if len(parts) == 1 else [span.exact, *parts]


def _scope(earlier: Told, later: Told) -> Altered | None:
    for before in earlier.telling.deeds:
        for after in later.telling.deeds:
            if before.family != after.family:
                continue
            words = f"“{before.target.core}” has become “{after.target.core}”"
            if part_of(before.target, after.target):
                words = "; ".join((words, *why_part(before.target, after.target)))
                return _altered("scope", "stronger", (earlier, later), words)
            if part_of(after.target, before.target):
                words = "; ".join((words, *why_part(after.target, before.target)))
                return _altered("scope", "weaker", (earlier, later), words)
    return None


def _number(earlier: Told, later: Told) -> Altered | None:
    for before in earlier.statement.numbers:
        same = [n for n in later.statement.numbers if comparable(before, n)]
        if len(same) != 1 or before.high is not None or same[0].high is not None:
            continue
        direction = by_amount(before.value, same[0].value)
        if direction != "neither":
            words = f"“{before.span.exact}” has become “{same[0].span.exact}”"
            return _altered("number", direction, (earlier, later), words)
    return None


def _stage(earlier: Told, later: Told) -> Altered | None:
    if not (reached(earlier.telling) and reached(later.telling)):
        return None
    before, after = earlier.statement, later.statement
    direction = by_stage(before.stage, after.stage)
    if direction == "neither" or before.stage_words is None or after.stage_words is None:
        return None
    words = f"“{before.stage_words.exact}” has become “{after.stage_words.exact}”"
    return _altered("stage", direction, (earlier, later), words)


def _quotation(earlier: Told, later: Told) -> Altered | None:
    if earlier.statement.quote != "direct" or later.statement.quote != "direct":
        return None
    cut = denial_cut(earlier.telling, later.telling)
    if cut is None:
        return None
    return _altered("quotation", "stronger", (earlier, later), f"the denial of “{cut}” is cut")


def _altered(
    change: Change, direction: Direction, ends: tuple[Told, Told], because: str
) -> Altered:
    earlier, later = ends
    return Altered(
        change=change,
        direction=direction,
        from_=earlier.statement.content,
        to=later.statement.content,
        because=because,
    )
