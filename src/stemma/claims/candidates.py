"""Which tellings are worth asking the pair model of: a few for each, by what they share.

Of 2,436 pairs of sentences that readers found to tell one thing, 98.7 % share two content words
or more (`eval/labels/PAIRS.md`), so words find candidates that vectors would find.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from stemma.claims.view import StoryView, Telling

KEYS = 12
POSTINGS = 80
CANDIDATES = 30
SHORTLIST = 6
NEAR = 0.12
SHARED = 2


def shortlist(firsts: list[Telling], view: StoryView) -> list[tuple[int, int]]:
    """Of each telling the few that share most with it: what the model is asked of."""
    near: dict[int, list[tuple[float, int]]] = defaultdict(list)
    weights = [view.weigh(telling.terms) for telling in firsts]
    for a, b in _candidates(firsts, view):
        share = likeness(firsts[a].terms & firsts[b].terms, weights[a] + weights[b], view)
        if share >= NEAR and not overlap(firsts[a], firsts[b]):
            near[a].append((-share, b))
            near[b].append((-share, a))
    return nearest(near, SHORTLIST)


def nearest(near: dict[int, list[tuple[float, int]]], most: int) -> list[tuple[int, int]]:
    """Each one's `most` nearest, of others by their distance, as pairs in order, each once."""
    chosen = {
        (min(one, other), max(one, other))
        for one, others in near.items()
        for _, other in sorted(others)[:most]
    }
    return sorted(chosen)


def _candidates(firsts: list[Telling], view: StoryView) -> list[tuple[int, int]]:
    """Pairs that share a rare word, a number or an actor's kind of deed, the most shared first."""
    postings: dict[str, list[int]] = defaultdict(list)
    found: list[tuple[int, int]] = []
    told = Counter(term for telling in firsts for term in telling.terms)
    for number, telling in enumerate(firsts):
        keys = _keys(telling, frozenset(t for t in telling.terms if told[t] > 1), view)
        shared: Counter[int] = Counter()
        for key in keys:
            for other in postings[key][-POSTINGS:]:
                shared[other] += 1
        ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
        found += [(other, number) for other, _ in ranked[:CANDIDATES]]
        for key in keys:
            postings[key].append(number)
    return found


def _keys(telling: Telling, shared: frozenset[str], view: StoryView) -> list[str]:
    """What a telling is looked up by: its rarest shared words, its numbers, who did what in it."""
    rare = sorted(shared, key=lambda t: (-view.weights.get(t, 0.0), t))[:KEYS]
    numbers = (f"# {number.value:g}" for number in telling.statement.numbers)
    done = (f"@ {actor} {deed.family}" for deed in telling.deeds for actor in deed.agents)
    return list(dict.fromkeys((*rare, *numbers, *sorted(done))))


def likeness(shared: frozenset[str], both: float, view: StoryView) -> float:
    """The weight of the terms that two tellings share, over the mean of what each weighs."""
    if len(shared) < SHARED:
        return 0.0
    return 2 * view.weigh(shared) / max(both, 0.1)


def overlap(a: Telling, b: Telling) -> bool:
    """Whether the two stand in the same words of one report: one within the other, say."""
    if a.statement.report != b.statement.report:
        return False
    return any(x.meets(y) for x in a.statement.content for y in b.statement.content)
