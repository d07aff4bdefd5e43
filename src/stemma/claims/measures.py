"""When two stated quantities can be of the same thing, and when they agree."""

from __future__ import annotations

import math
from functools import lru_cache

from stemma.claims.words import stems_of
from stemma.model.reading import Number

ABOUT = 0.03
_KEPT = 1 << 14  # words for what is counted, kept: the same numbers are compared again and again
_EMPTY = frozenset("be have do set put go make take get give cost total amount number".split())

_HURT = frozenset("injure injured injury wound wounded hurt maim maimed".split())
_DEAD = frozenset("kill killed die dead death fatality".split())
_PERSONS = frozenset("people person persons others other victims".split())
_MINORS = frozenset("children child kids kid minors minor juveniles juvenile".split())


def low(number: Number) -> float:
    """The least value that the words allow."""
    if number.bound == "at-most":
        return -math.inf
    slack = _slack(number) if number.bound in ("about", "exact") else 0.0
    return number.value - slack


def high(number: Number) -> float:
    """The greatest value that the words allow."""
    if number.bound == "at-least":
        return math.inf
    top = number.high if number.high is not None else number.value
    slack = _slack(number) if number.bound in ("about", "exact") else 0.0
    return top + slack


def _slack(number: Number) -> float:
    """Half a unit of the last significant digit; for "about" at least three parts in a hundred."""
    value = abs(number.value)
    about = ABOUT * value if number.bound == "about" else 0.0
    if value < 10 or value != int(value):
        return about
    digits = str(int(value)).rstrip("0")
    rounded = 0.5 * 10.0 ** (len(str(int(value))) - len(digits))
    return max(about, rounded) if number.bound == "about" or len(digits) <= 2 else about


def agree(a: Number, b: Number) -> bool:
    """Whether one value could satisfy both."""
    return low(a) <= high(b) and low(b) <= high(a)


def comparable(a: Number, b: Number) -> bool:
    """Whether the two count the same kind of thing: one unit, and words for it in common."""
    if unit_of(a) != unit_of(b):
        return False
    left, right = counted(a), counted(b)
    if not left or not right:
        return not left and not right and bool(unit_of(a))
    return left <= right or right <= left or 2 * len(left & right) >= len(left | right)


def unit_of(number: Number) -> str:
    """The unit in one word for those that mean the same; the hurt and the dead are people."""
    unit = (number.unit or "").casefold()
    if unit in _MINORS:
        return "children"
    return "people" if unit in _PERSONS or (not unit and toll(number)) else unit


def toll(number: Number) -> str:
    """ "hurt" or "dead" where that is what is counted, else nothing."""
    return _toll(number.of)


@lru_cache(maxsize=_KEPT)
def _toll(of: tuple[str, ...]) -> str:
    words = frozenset(stems_of(of))
    return "hurt" if words & _HURT else "dead" if words & _DEAD else ""


def counted(number: Number) -> frozenset[str]:
    """The words for what is counted, without the unit and without verbs that say nothing of it."""
    return _counted(number.of, number.unit or "")


@lru_cache(maxsize=_KEPT)
def _counted(of: tuple[str, ...], unit: str) -> frozenset[str]:
    own = frozenset(stems_of((unit.casefold(),)))
    words = frozenset(stems_of(of)) - own - _EMPTY - _PERSONS - _MINORS
    kind = _toll(of)
    return words - _HURT - _DEAD | {kind} if kind else words


def disagree(left: tuple[Number, ...], right: tuple[Number, ...]) -> bool:
    """Whether there are comparable numbers and none of them agree."""
    found = False
    for a in left:
        for b in right:
            if comparable(a, b):
                found = True
                if agree(a, b):
                    return False
    return found
