"""Numbers in their tellings, and when two of them are surely of one thing."""

from __future__ import annotations

import re
from collections import defaultdict

import msgspec

from stemma.claims.clash import agents_differ
from stemma.claims.measures import comparable, counted, toll, unit_of
from stemma.claims.view import Setting, StoryView, Telling
from stemma.claims.words import tokens
from stemma.model.reading import Number
from stemma.model.span import words_of

CONTEXT = 0.4
SURE = 0.6
FAR = 5.0
WEEKS = 21
MOST = 150
BACK = 3
MANY = 10
AROUND = 40
_EACH = re.compile(
    r"(?:\W*[\w-]+){0,3}\W+(?:per|a|an|each|every)\s+(?:hour|day|week|month|quarter|year)\b"
)
_ERROR = frozenset(("margin", "error"))
_FORECAST = frozenset(
    "estimate expect forecast predict anticipate project poll survey hope target".split()
)
_FORESEEN = re.compile(r"\b(?:expect|forecast|predict|anticipat|projection|hope|target|goal)")
_COUNT = frozenset(
    "number figure total toll tally count turnout crowd attendance estimate sum".split()
)
_TOLLS = frozenset(
    "kill die dead death injure injured wound wounded hurt people other person leave".split()
)
_TELLING = frozenset("speak put estimate count number say give".split())


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """A number in its telling; `context` is what the sentence says of it in other words.

    A number without a thing of its own ("put the figure at 900") takes unit, thing and context
    from the number before it.
    """

    number: Number
    telling: Telling
    context: frozenset[str]
    taken: bool = False

    @property
    def key(self) -> tuple[str, int]:
        """Where it stands."""
        return self.number.span.report, self.number.span.start

    @property
    def report(self) -> str:
        """The report that states it."""
        return self.telling.statement.report

    @property
    def value(self) -> tuple[float, float | None, str]:
        """What is stated, as a key."""
        return self.number.value, self.number.high, self.number.bound


def find_measured(view: StoryView) -> list[list[Measured]]:
    """Numbers that could be compared: one unit and a word in common; a span counts once."""
    fullest: dict[tuple[str, int], Measured] = {}
    for telling in view.tellings:
        if words_of(telling.statement.content).rstrip("”\"’' ").endswith("?"):
            continue  # what is asked is not stated
        for number in telling.statement.numbers:
            measured = Measured(number=number, telling=telling, context=_context(number, telling))
            known = fullest.get(measured.key)
            if known is None or len(telling.terms) > len(known.telling.terms):
                fullest[measured.key] = measured
    blocks: dict[tuple[str, str], list[Measured]] = defaultdict(list)
    for measured in _filled(list(fullest.values())):
        unit = unit_of(measured.number)
        for of in sorted(counted(measured.number)) or [""]:
            blocks[unit, of].append(measured)
    return [block[:MOST] for _, block in sorted(blocks.items())]


def _filled(ordered: list[Measured]) -> list[Measured]:
    filled: list[Measured] = []
    for measured in ordered:
        before = filled[-1] if filled else None
        if before is None or not _bare(measured) or not _follows(measured, before):
            filled.append(measured)
            continue
        number = msgspec.structs.replace(
            measured.number, unit=before.number.unit, of=before.number.of
        )
        filled.append(
            msgspec.structs.replace(measured, number=number, context=before.context, taken=True)
        )
    return filled


def _bare(measured: Measured) -> bool:
    """Whether the sentence says of the number only that it is one, and who gives it."""
    words = measured.telling.terms
    told = words & _COUNT or {deed.family for deed in measured.telling.deeds} & _TELLING
    empty = measured.number.unit is None or not counted(measured.number)
    return empty and bool(told) and len(measured.telling.terms) <= 9


def _follows(measured: Measured, before: Measured) -> bool:
    near = 0 < measured.telling.number - before.telling.number <= BACK
    unit = measured.number.unit in (None, before.number.unit)
    return near and unit and measured.report == before.report and before.number.unit is not None


def _context(number: Number, telling: Telling) -> frozenset[str]:
    own = frozenset(tokens(number.span.exact))
    digits = frozenset(t for t in telling.terms if any(c.isdigit() for c in t))
    return telling.terms - own - digits


def may_be_one(a: Measured, b: Measured, setting: Setting) -> bool:
    """Whether nothing in the words of two numbers keeps them from measuring one thing."""
    if a.key == b.key or a.context >= _ERROR or _apart(a, b, setting):
        return False
    if not (_alone(a) and _alone(b)) or _copied(a, b):
        return False
    if a.report != b.report and _rate(a, setting) != _rate(b, setting):
        return False
    if (a.taken or b.taken) and a.report == b.report:
        return a.context == b.context
    if _foreseen(a, setting) != _foreseen(b, setting):
        return False
    deeds = ((one, other) for one in a.telling.deeds for other in b.telling.deeds)
    return not any(one.family == other.family and agents_differ(one, other) for one, other in deeds)


def _foreseen(measured: Measured, setting: Setting) -> bool:
    """Whether the number is a forecast or an aim, by who gives it or by the words before it."""
    span = measured.number.span
    text = setting.reports[span.report].text
    before = text[max(0, span.start - AROUND) : span.start].rpartition("\n")[2]
    return measured.telling.statement.cue_lemma in _FORECAST or bool(_FORESEEN.search(before))


def _rate(measured: Measured, setting: Setting) -> bool:
    """Whether the number is so many in each stretch of time, or an average of them."""
    span = measured.number.span
    sentence = setting.sentence_at(span)
    if sentence is None:
        return False
    at, end = span.start - sentence.start, span.end - sentence.start
    behind = sentence.exact[end : end + AROUND]
    return bool(_EACH.match(behind)) or "averag" in sentence.exact[max(0, at - AROUND) : at]


def one_thing(a: Measured, b: Measured, view: StoryView) -> bool:
    """Whether two numbers that may measure one thing surely do, by their own words."""
    if (a.taken or b.taken) and a.report == b.report:
        return True
    if _one_toll(a, b):
        return True
    least = SURE if far(a, b) else CONTEXT
    return len(a.context & b.context) >= 3 and alike(a, b, view) >= least


def _one_toll(a: Measured, b: Measured) -> bool:
    """Whether two reports of one story count the dead, or the hurt, of what seems one event."""
    kind = toll(a.number)
    if not kind or kind != toll(b.number) or a.report == b.report or far(a, b):
        return False
    if min(a.number.value, b.number.value) < MANY:
        return False
    return len((a.context & b.context) - _TOLLS) >= 2


def _copied(a: Measured, b: Measured) -> bool:
    """Whether both stand in the very same words: then nothing differs but how they were read."""
    ours, theirs = (tokens(words_of(m.telling.statement.content).replace("-", " ")) for m in (a, b))
    return ours == theirs


def _alone(measured: Measured) -> bool:
    """Whether the sentence has no second number of this kind that it could be taken for."""
    return not any(
        other.span != measured.number.span and comparable(other, measured.number)
        for other in measured.telling.statement.numbers
    )


def far(a: Measured, b: Measured) -> bool:
    """Values so far apart that they are sooner of two things than of one."""
    small, great = sorted((abs(a.number.value), abs(b.number.value)))
    return great > FAR * max(small, 1.0)


def _apart(a: Measured, b: Measured, setting: Setting) -> bool:
    """Whether two times are named, or so long lies between the reports that values change."""
    left, right = a.telling.statement.when, b.telling.statement.when
    if left.known and right.known:
        return not left.overlaps(right)
    one, other = setting.published(a.report), setting.published(b.report)
    return one is not None and other is not None and abs((one - other).days) > WEEKS


def alike(a: Measured, b: Measured, view: StoryView) -> float:
    """The share of the fuller context that the two have in common."""
    most = max(view.weigh(a.context), view.weigh(b.context), 0.1)
    return view.weigh(a.context & b.context) / most


def repeated(a: Measured, b: Measured, beside: list[Measured], view: StoryView) -> bool:
    """Whether `beside`, b's report, has a's very value elsewhere, in words at least as like a's."""
    return any(
        other.key not in (a.key, b.key)
        and other.value[:2] == a.value[:2]
        and alike(a, other, view) >= alike(a, b, view)
        for other in beside
    )
