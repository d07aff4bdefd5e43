"""Tellings of one event in other words, by two reports, on dates that agree: the pair model's word.

Of dates that differ the model is no judge: it takes a talk about a thing for the thing itself.
"""

from __future__ import annotations

from stemma.claims.clauses import clause_of
from stemma.claims.dates import kin, targets_meet
from stemma.claims.occurrences import SAYING, Occurrence
from stemma.claims.view import Setting
from stemma.claims.words import content_stems

MOST = 600
"""Pairs of a block that are put to the model, those with most words in common first."""
SAME = 0.75
OTHERWISE = 0.85
"""What the model must say of two clauses with one verb, and of two with other verbs."""


def find_retold(
    occurrences: list[Occurrence], pairs: list[tuple[int, int]], setting: Setting
) -> list[tuple[int, int]]:
    """Those pairs of occurrences whose clauses surely tell one thing."""
    clauses: dict[int, str] = {}
    for n in {n for pair in pairs for n in pair}:
        clauses[n] = clause_of(occurrences[n], setting) or ""
    stems = {n: _stems(occurrences[n], clause) for n, clause in clauses.items()}
    likely = [
        (len(stems[a] & stems[b]), a, b)
        for a, b in pairs
        if stems[a] & stems[b] and not _apart(occurrences[a], occurrences[b], setting)
    ]
    likely.sort(key=lambda item: (-item[0], item[1], item[2]))
    asked = [(a, b) for _, a, b in likely[:MOST]]
    judged = setting.judge.judge([(clauses[a], clauses[b]) for a, b in asked])
    return [
        (a, b)
        for (a, b), said in zip(asked, judged, strict=True)
        if said.same >= _needed(occurrences[a], occurrences[b])
    ]


def _stems(occurrence: Occurrence, clause: str) -> frozenset[str]:
    """The clause's content words, less those of its date."""
    words = occurrence.when.words
    dated = content_stems(words.exact) if words is not None else ()
    return frozenset(content_stems(clause)) - frozenset(dated)


def _needed(a: Occurrence, b: Occurrence) -> float:
    return SAME if kin(a.deed.family) == kin(b.deed.family) else OTHERWISE


def _apart(a: Occurrence, b: Occurrence, setting: Setting) -> bool:
    """Whether two are known to be two: done by two, to two things, or one done and one not."""
    left, right = a.deed, b.deed
    if left.action.polarity != right.action.polarity:
        return True
    if left.agents and right.agents and not left.agents & right.agents:
        return _persons(left.agents | right.agents, setting) or left.family != SAYING
    one_verb = kin(left.family) == kin(right.family)
    both = bool(left.target_words and right.target_words)
    return one_verb and both and not (targets_meet(left, right) or _shared(a, b))


def _shared(a: Occurrence, b: Occurrence) -> bool:
    return bool(a.deed.target_words & b.deed.target_words)


def _persons(actors: frozenset[str], setting: Setting) -> bool:
    known = setting.cast.actors
    return all(actor in known and known[actor].kind == "person" for actor in actors)
