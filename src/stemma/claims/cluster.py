"""From pairs to claims: average-link clustering that no single bad link can chain.

Two groups become one only where their members, held against each other, score high enough on
the average and none of them clash (Sokal & Michener 1958, with a veto).
"""

from __future__ import annotations

from collections import defaultdict

from stemma.claims.candidates import SHARED, overlap
from stemma.claims.clash import clash
from stemma.claims.judge import Judge
from stemma.claims.same import Pair, pair_up
from stemma.claims.view import StoryView, Telling

LINK = 0.55
LOOKED_AT = 5
AT_ONCE = 8
"""Pairs that are judged before it is asked again whether the rest could still link."""


def cluster(view: StoryView, pairs: tuple[Pair, ...], judge: Judge) -> tuple[tuple[int, ...], ...]:
    """Groups of tellings that say the same, of two or more, some within others, in order."""
    groups = {n: [n] for n in range(len(view.forms))}
    home = {n: n for n in groups}
    form_of = {telling.number: telling.form for telling in view.tellings}
    for pair in pairs:
        if not pair.same:
            continue
        one, other = home[form_of[pair.a]], home[form_of[pair.b]]
        if one == other or not _linked(view, groups[one], groups[other], judge):
            continue
        one, other = sorted((one, other))
        for form in groups[other]:
            home[form] = one
        groups[one] += groups.pop(other)
    found = (sorted(n for f in forms for n in view.forms[f]) for forms in groups.values())
    return tuple(sorted(tuple(members) for members in found if len(members) > 1))


def stand_apart(members: list[Telling], chosen: frozenset[str]) -> list[Telling]:
    """Tellings that stand apart in the text: of nested ones the longest, which holds the rest.

    One with next to no words is left out, unless its statement is among those `chosen`.
    """
    told = [t for t in members if len(t.terms) >= SHARED or t.statement.id in chosen]
    told.sort(key=lambda t: (-_length(t), t.number))
    kept: list[Telling] = []
    beside: dict[str, list[Telling]] = defaultdict(list)
    for telling in told:
        known = beside[telling.statement.report]
        if not any(overlap(telling, other) for other in known):
            kept.append(telling)
            known.append(telling)
    return kept


def _length(telling: Telling) -> int:
    return sum(span.end - span.start for span in telling.statement.content)


def _linked(view: StoryView, one: list[int], other: list[int], judge: Judge) -> bool:
    """Whether the members of two groups, each held against each, are one claim on the average."""
    told = [
        (view.tellings[view.forms[a][0]], view.tellings[view.forms[b][0]])
        for a in one[:LOOKED_AT]
        for b in other[:LOOKED_AT]
    ]
    scores = {}
    for held in _in_turn(told):
        judged = judge.judge([(left.words, right.words) for left, right in held])
        for (left, right), said in zip(held, judged, strict=True):
            pair = pair_up(left, right, view, said)
            if pair.clash != "none":
                return False
            scores[left.number, right.number] = pair.score
        open_ = len(told) - len(scores)
        if sum(scores.values()) + open_ < LINK * len(told):
            return False
    return sum(scores[left.number, right.number] for left, right in told) >= LINK * len(told)


def _in_turn(told: list[tuple[Telling, Telling]]) -> list[list[tuple[Telling, Telling]]]:
    """The pairs in the order in which they are judged: first those that would forbid the link."""
    apart = [clash(left, right) != "none" for left, right in told]
    first = [pair for pair, forbids in zip(told, apart, strict=True) if forbids]
    rest = [pair for pair, forbids in zip(told, apart, strict=True) if not forbids]
    return [first, *(rest[n : n + AT_ONCE] for n in range(0, len(rest), AT_ONCE))]
