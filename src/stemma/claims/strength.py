"""What is stronger than what: the one place where the direction of a change is written down.

A telling is stronger than another where its words leave less open: whoever believes the stronger
one has to believe the weaker one too, and more. For each kind of change the order is a scale, from
weak to strong; a step up it is "stronger", a step down "weaker". How likely or how right a telling
is plays no part.

hedge        possible < probable < no word of doubt. The three degrees are those of FactBank
             (Saurí and Pustejovsky 2009: possible, probable, certain); which word is of which
             degree follows their list and, for words of likelihood, the yardsticks of the
             intelligence services, all of which put "may" and "could" below "likely", "expected".
             Hearsay ("reportedly") tells no degree: it stands below the same words without it.
attribution  somebody else's words < the outlet's own voice. To attribute is to leave open whether
             it is so (Bach and Harnish 1979; the evidentials of Aikhenvald 2004). A named source
             and an unnamed one are not ordered: the one lends weight, the other commits nobody.
condition    with a condition < without it: "B" entails "B if A", and not the other way round.
scope        a part < the whole ("its joint command" < "the pact"), where an action on the whole
             takes in the part.
number       the smaller < the greater amount, if they differ by more than a twentieth, below
             which rounding explains it; "about", "nearly" and "up to" < the bare number.
stage        considered < announced < filed < debated < adopted < in force, the order in which
             measures come about; what is proposed counts as announced, what is drafted as
             considered until somebody says that it will be filed.
quotation    a denial that is cut < nothing: what is kept is affirmed, so that is stronger. Words
             put for others, or joined where others stood between, have no order: "unknown".
name, other  no order: "neither".
"""

from __future__ import annotations

from stemma.model.claim import Direction
from stemma.model.reading import Stage

POSSIBLE = frozenset(
    "may might could possibly perhaps maybe potentially potential possible suggest suggests "
    "suggested".split()
)
PROBABLE = frozenset(
    "likely unlikely probably probable apparently apparent seemingly seem seems seemed seeming "
    "appear appears appeared appearing expected believed thought understood estimate estimates "
    "estimated".split()
)
HEARSAY = frozenset(
    "reportedly allegedly purportedly supposedly alleged purported supposed rumoured "
    "rumored".split()
)
DOUBTS = POSSIBLE | PROBABLE | HEARSAY

STAGES: tuple[Stage, ...] = ("considered", "announced", "filed", "debated", "adopted", "in-force")

ROUNDING = 1.05
"""Amounts that differ by a smaller factor may be one amount rounded twice."""


def certainty(words: frozenset[str]) -> int | None:
    """The degree of folded words: 0 possible, 1 probable, 2 no doubt; `None` for hearsay alone."""
    if words & POSSIBLE:
        return 0
    if words & PROBABLE:
        return 1
    return None if words & HEARSAY else 2


def by_certainty(before: frozenset[str], after: frozenset[str]) -> Direction:
    """The direction between two tellings by their words of doubt; hearsay stands below none."""
    one, other = certainty(before), certainty(after)
    if one is None and other is None:
        return "neither"
    if one is None:
        return "stronger" if other == 2 else "unknown"
    if other is None:
        return "weaker" if one == 2 else "unknown"
    return towards(one, other)


def by_stage(before: Stage, after: Stage) -> Direction:
    """The direction between two stages; "unknown" where one of them is."""
    if before == "unknown" or after == "unknown":
        return "unknown"
    return towards(STAGES.index(before), STAGES.index(after))


def by_amount(before: float, after: float) -> Direction:
    """The direction between two amounts without their signs; rounding goes neither way."""
    small, great = sorted((abs(before), abs(after)))
    if great <= ROUNDING * small:
        return "neither"
    return towards(abs(before), abs(after))


def towards(before: float, after: float) -> Direction:
    """The direction of a step between two places on a scale."""
    if before == after:
        return "neither"
    return "stronger" if after > before else "weaker"
