"""From pairs to claims: average-link clustering that no single bad link can chain.

Two groups become one only where their members, held against each other, score high enough on
the average and none of them clash (Sokal & Michener 1958, with a veto).
"""

from __future__ import annotations

from stemma.claims.same import Pair, compare
from stemma.claims.view import StoryView

LINK = 0.55
LOOKED_AT = 8


def cluster(view: StoryView, pairs: tuple[Pair, ...]) -> tuple[tuple[int, ...], ...]:
    """Groups of tellings that say the same, of two tellings or more, in reading order."""
    groups = {n: [n] for n in range(len(view.forms))}
    home = {n: n for n in groups}
    form_of = {telling.number: telling.form for telling in view.tellings}
    for pair in pairs:
        if not pair.same:
            continue
        one, other = home[form_of[pair.a]], home[form_of[pair.b]]
        if one == other or not _linked(view, groups[one], groups[other]):
            continue
        one, other = sorted((one, other))
        for form in groups[other]:
            home[form] = one
        groups[one] += groups.pop(other)
    found = (tuple(sorted(n for f in forms for n in view.forms[f])) for forms in groups.values())
    return tuple(sorted(members for members in found if len(members) > 1))


def _linked(view: StoryView, one: list[int], other: list[int]) -> bool:
    total, count = 0.0, 0
    for a in one[:LOOKED_AT]:
        for b in other[:LOOKED_AT]:
            left = view.tellings[view.forms[a][0]]
            pair = compare(left, view.tellings[view.forms[b][0]], view)
            if pair.clash != "none":
                return False
            total += pair.score
            count += 1
    return total >= LINK * count
