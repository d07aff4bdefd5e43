"""How much two tellings share by their words alone.

Along an edge of the family tree every telling of one report stands against every one of the other,
and what was taken over is so near that words tell: the pair model is not asked.
"""

from __future__ import annotations

from stemma.claims.clash import clash
from stemma.claims.same import AKIN, QUOTE, quoted_alike
from stemma.claims.view import StoryView, Telling

ALIKE = 0.75
DEED = 0.58
UNLIKE = 0.57
SHARED = 3
BEYOND_NAMES = 2
EACH_WAY = 0.45
_APART = frozenset(("polarity", "agent", "action", "speaker"))


def match(a: Telling, b: Telling, view: StoryView) -> float:
    """How much two tellings share by their words; 0 where that is too little of either.

    It is 0 too where a clash keeps them from being one, but for numbers, dates and facts, which
    a retelling may change.
    """
    shared = a.terms & b.terms
    if len(shared) < SHARED:
        return 0.0
    common = view.weigh(shared)
    cover_a = common / max(view.weigh(a.terms), 0.1)
    cover_b = common / max(view.weigh(b.terms), 0.1)
    score = 2 * cover_a * cover_b / (cover_a + cover_b) if common else 0.0
    if len(shared - a.names - b.names) < BEYOND_NAMES:
        score = 0.0
    if score >= AKIN and _one_deed(a, b):
        score = max(score, DEED)
    near = a.statement.report == b.statement.report
    if score < ALIKE and (near or not _one_action(a, b)):
        score = min(score, UNLIKE)
    quoted = quoted_alike(a, b)
    if quoted:
        score = max(score, QUOTE)
    if round(min(cover_a, cover_b), 4) < EACH_WAY and round(score, 4) < QUOTE:
        return 0.0
    apart = score >= AKIN and not quoted and clash(a, b) in _APART
    return 0.0 if apart else round(score, 4)


def _one_action(a: Telling, b: Telling) -> bool:
    """Whether the two share an action, or one of them has none to compare."""
    left, right = {d.family for d in a.deeds}, {d.family for d in b.deeds}
    return not left or not right or bool(left & right)


def _one_deed(a: Telling, b: Telling) -> bool:
    """Whether one speaker tells twice of doing one thing to one thing."""
    return bool(a.speakers & b.speakers) and any(
        one.family == other.family and one.target_words & other.target_words
        for one in a.deeds
        for other in b.deeds
    )
