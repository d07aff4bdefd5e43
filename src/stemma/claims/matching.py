"""How much two tellings share by their words alone.

Along an edge of the family tree every telling of one report stands against every one of the other,
and what was taken over is so near that words tell: the pair model is not asked.
"""

from __future__ import annotations

from stemma.claims.clash import clash
from stemma.claims.same import AKIN, QUOTE, Pair, quoted_alike
from stemma.claims.view import StoryView, Telling

ALIKE = 0.75
DEED = 0.58
UNLIKE = 0.57
SHARED = 3
BEYOND_NAMES = 2


def match(a: Telling, b: Telling, view: StoryView) -> Pair:
    """How much two tellings share by their words, and what forbids calling them the same."""
    shared = a.terms & b.terms
    common = view.weigh(shared)
    cover_a = common / max(view.weigh(a.terms), 0.1)
    cover_b = common / max(view.weigh(b.terms), 0.1)
    score = 2 * cover_a * cover_b / (cover_a + cover_b) if common else 0.0
    if len(shared) < SHARED or len(shared - a.names - b.names) < BEYOND_NAMES:
        score = 0.0
    if score >= AKIN and _one_deed(a, b):
        score = max(score, DEED)
    near = a.statement.report == b.statement.report
    if score < ALIKE and (near or not _one_action(a, b)):
        score = min(score, UNLIKE)
    quoted = quoted_alike(a, b)
    if quoted:
        score = max(score, QUOTE)
    return Pair(
        a=a.number,
        b=b.number,
        score=round(score, 4),
        likeness=round(score, 4),
        cover_a=round(cover_a, 4),
        cover_b=round(cover_b, 4),
        shared=tuple(sorted(shared, key=lambda t: (-view.weights.get(t, 0.0), t))),
        clash=clash(a, b) if score >= AKIN and not quoted else "none",
    )


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
