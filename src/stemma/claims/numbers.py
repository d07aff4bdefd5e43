"""One measured thing, given different values."""

from __future__ import annotations

from collections import defaultdict

from stemma.claims.build import differ, outlet_name, variant
from stemma.claims.grouping import unite
from stemma.claims.measures import agree, comparable, counted
from stemma.claims.same import agents_differ
from stemma.claims.view import Setting, StoryView, Telling
from stemma.claims.words import clip, tokens
from stemma.model.claim import Difference, Variant, Verdict
from stemma.model.reading import Number
from stemma.model.span import words_of

CONTEXT = 0.4
SURE = 0.6
VERY = 0.75
FAR = 5.0
MOST = 150


class Measured:
    """A number in its telling."""

    def __init__(self, number: Number, telling: Telling) -> None:
        self.number, self.telling = number, telling
        self.key = (number.span.report, number.span.start)
        self.report = telling.statement.report


class Compared:
    """Two numbers of one thing, and how they stand to each other."""

    def __init__(self, a: Measured, b: Measured, verdict: Verdict, why: str) -> None:
        self.a, self.b, self.verdict, self.why = a, b, verdict, why


def find_number_differences(view: StoryView, setting: Setting) -> tuple[list[Difference], int]:
    """Values of one thing that differ, a difference for each verdict; and pairs compared."""
    found: dict[tuple[object, object], Compared] = {}
    compared = 0
    for block in _blocks(view):
        for j, b in enumerate(block):
            for a in block[:j]:
                compared += 1
                if (a.key, b.key) in found or not one_thing(a, b, view):
                    continue
                if _twin(a, b, block, view) or _twin(b, a, block, view):
                    continue
                verdict, why = _judge(a, b, view, setting)
                if a.report != b.report or verdict == "spread":
                    found[a.key, b.key] = Compared(a, b, verdict, why)
    return _gather(list(found.values())), compared


def _blocks(view: StoryView) -> list[list[Measured]]:
    """Numbers that could be compared: one unit and a word in common; a span counts once."""
    innermost: dict[tuple[str, int], Measured] = {}
    for telling in view.tellings:
        for number in telling.statement.numbers:
            measured = Measured(number, telling)
            known = innermost.get(measured.key)
            if known is None or len(telling.terms) > len(known.telling.terms):
                innermost[measured.key] = measured
    blocks: dict[tuple[str, str], list[Measured]] = defaultdict(list)
    for measured in innermost.values():
        unit = (measured.number.unit or "").casefold()
        for of in sorted(counted(measured.number)) or [""]:
            blocks[unit, of].append(measured)
    return [block[:MOST] for _, block in sorted(blocks.items())]


def one_thing(a: Measured, b: Measured, view: StoryView) -> bool:
    """Whether two numbers surely measure one thing: its words, its sentence, its time agree."""
    if a.number.span == b.number.span or not comparable(a.number, b.number):
        return False
    if not (_alone(a) and _alone(b)):
        return False
    left, right = a.telling.statement.when, b.telling.statement.when
    if left.known and right.known and not left.overlaps(right):
        return False
    ours, theirs = a.telling.actors, b.telling.actors
    if ours - theirs and theirs - ours:
        return False
    if any(
        one.family == other.family and agents_differ(one, other)
        for one in a.telling.deeds
        for other in b.telling.deeds
    ):
        return False
    shared = _context(a) & _context(b)
    return len(shared) >= 3 and alike(a, b, view) >= (SURE if _far(a, b) else CONTEXT)


def _far(a: Measured, b: Measured) -> bool:
    """Values so far apart that they are sooner of two things than of one."""
    small, great = sorted((abs(a.number.value), abs(b.number.value)))
    return great > FAR * max(small, 1.0)


def _twin(a: Measured, b: Measured, block: list[Measured], view: StoryView) -> bool:
    """Whether b's report has a's very value elsewhere, in words at least as like a's."""
    least = alike(a, b, view)
    return any(
        other.report == b.report
        and other is not b
        and other is not a
        and (other.number.value, other.number.high) == (a.number.value, a.number.high)
        and alike(a, other, view) >= least
        for other in block
    )


def _alone(measured: Measured) -> bool:
    """Whether the sentence has no second number of this kind that it could be taken for."""
    return not any(
        other.span != measured.number.span and comparable(other, measured.number)
        for other in measured.telling.statement.numbers
    )


def _context(measured: Measured) -> frozenset[str]:
    """What the sentence says apart from the number's own words."""
    number = frozenset(tokens(measured.number.span.exact))
    digits = frozenset(t for t in measured.telling.terms if any(c.isdigit() for c in t))
    return measured.telling.terms - number - digits


def alike(a: Measured, b: Measured, view: StoryView) -> float:
    """The share of the fuller context that the two have in common."""
    ours, theirs = _context(a), _context(b)
    return view.weigh(ours & theirs) / max(view.weigh(ours), view.weigh(theirs), 0.1)


def _judge(a: Measured, b: Measured, view: StoryView, setting: Setting) -> tuple[Verdict, str]:
    words = f"“{a.number.span.exact}” and “{b.number.span.exact}”"
    if agree(a.number, b.number):
        return "compatible", f"{words}: one value could satisfy both"
    ours, theirs = _holder(a, setting), _holder(b, setting)
    common = a.telling.actors & b.telling.actors
    if alike(a, b, view) < (SURE if common else VERY):
        return "unsure", f"{words}: no value satisfies both, if both are of one thing"
    if ours and theirs and not ours & theirs:
        return "spread", f"{words}: estimates of different sources"
    one, two = setting.published(a.report), setting.published(b.report)
    if a.report != b.report and setting.outlet(a.report) == setting.outlet(b.report):
        if one and two and one != two:
            return "update", f"{words}: a later version by {outlet_name(b.report, setting)}"
        return "unsure", f"{words}: two versions by one outlet, in no known order"
    return "conflict", f"{words}: no value satisfies both"


def _holder(measured: Measured, setting: Setting) -> frozenset[str]:
    """Who puts the number forward: the speaker, or the words for it; nobody in own voice."""
    if measured.telling.speakers:
        return measured.telling.speakers
    source = measured.telling.statement.source
    return frozenset(tokens(words_of(source))) if source else frozenset()


def _gather(pairs: list[Compared]) -> list[Difference]:
    """A difference for each thing and verdict, with a reading for each value."""
    found = []
    for verdict in sorted({pair.verdict for pair in pairs}):
        held = [
            p for p in pairs if p.verdict == verdict and _value(p.a.number) != _value(p.b.number)
        ]
        keys = sorted({m.key for pair in held for m in (pair.a, pair.b)})
        at = {key: n for n, key in enumerate(keys)}
        groups = unite(len(keys), ((at[p.a.key], at[p.b.key]) for p in held))
        for group in groups:
            mine = {keys[n] for n in group}
            found.append(_difference([p for p in held if p.a.key in mine]))
    return found


def _value(number: Number) -> tuple[object, ...]:
    return number.value, number.high, number.bound


def _difference(group: list[Compared]) -> Difference:
    readings: dict[tuple[object, ...], list[Measured]] = defaultdict(list)
    for pair in group:
        readings[_value(pair.a.number)].append(pair.a)
        readings[_value(pair.b.number)].append(pair.b)
    ordered = sorted(readings.values(), key=lambda held: (held[0].number.value, held[0].key))
    verdict = group[0].verdict
    questions = {
        "conflict": ("Do both count the same thing, at the same time, by the same means?",),
        "unsure": ("Do both count the same thing, at the same time?",),
        "spread": ("Who counted, and how?",),
    }.get(verdict, ())
    statement = group[0].a.telling.statement
    return differ(
        "number",
        f"how many: {clip(words_of(statement.content), 110)}",
        [_reading(held) for held in ordered],
        verdict,
        (questions, tuple(dict.fromkeys(pair.why for pair in group))[:6]),
    )


def _reading(held: list[Measured]) -> Variant:
    return variant(
        held[0].number.span.exact,
        [((m.number.span,), m.telling.statement.id) for m in held],
    )
