"""Numbers that stand for each other in two sentences which tell one thing.

That two sentences tell one thing is the pair model's word; which number of the one stands for
which of the other is told by what is counted, where only one of each can be meant.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from stemma.claims.candidates import nearest
from stemma.claims.clash import speakers_differ
from stemma.claims.measured import Measured, far, may_be_one
from stemma.claims.measures import counted, toll, unit_of
from stemma.claims.view import Setting
from stemma.claims.words import content_stems
from stemma.model.span import Span

LIKE = 0.75
SHARED = 2
SHORTLIST = 5
POSTINGS = 60


def find_aligned(blocks: list[list[Measured]], setting: Setting) -> list[tuple[Measured, Measured]]:
    """Pairs of numbers of two reports, each in the order of reports."""
    known = {measured.key: measured for block in blocks for measured in block}
    inside: dict[Span, list[Measured]] = defaultdict(list)
    for key in sorted(known):
        sentence = setting.sentence_at(known[key].number.span)
        if sentence is not None:
            inside[sentence].append(known[key])
    pairs = _shortlist(sorted(inside))
    held = [(pair, _align(inside[pair[0]], inside[pair[1]], setting)) for pair in pairs]
    standing = [(pair, numbers) for pair, numbers in held if numbers]
    told = [(one.exact, other.exact) for (one, other), _ in standing]
    found = []
    for (_, numbers), said in zip(standing, setting.judge.judge(told), strict=True):
        if said.same >= LIKE:
            found += numbers
    return found


def _shortlist(sentences: list[Span]) -> list[tuple[Span, Span]]:
    """Of each sentence the few of other reports that share most words with it."""
    stems = [frozenset(content_stems(sentence.exact)) for sentence in sentences]
    postings: dict[str, list[int]] = defaultdict(list)
    near: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for n, own in enumerate(stems):
        shared: Counter[int] = Counter()
        for word in sorted(own):
            for other in postings[word][-POSTINGS:]:
                shared[other] += 1
            postings[word].append(n)
        for other, count in shared.items():
            if count >= SHARED and sentences[other].report != sentences[n].report:
                share = 2 * count / (len(own) + len(stems[other]))
                near[n].append((-share, other))
                near[other].append((-share, n))
    return [(sentences[one], sentences[other]) for one, other in nearest(near, SHORTLIST)]


def _align(
    ours: list[Measured], theirs: list[Measured], setting: Setting
) -> list[tuple[Measured, Measured]]:
    """The numbers that can stand for one of the other sentence and for no second."""
    return [
        (a, b)
        for a in ours
        for b in theirs
        if _stand_for(a, b)
        and not any(_stand_for(x, b) for x in ours if x.key != a.key)
        and not any(_stand_for(a, x) for x in theirs if x.key != b.key)
        and not far(a, b)
        and not speakers_differ(a.telling, b.telling)
        and may_be_one(a, b, setting)
    ]


def _stand_for(a: Measured, b: Measured) -> bool:
    """Whether two numbers may count one thing, in sentences that tell one thing.

    Of one unit they may; of two where one counts just people, or nothing by name, and the same
    is told of those.
    """
    one, other = unit_of(a.number), unit_of(b.number)
    if toll(a.number) != toll(b.number):
        return False
    shared = counted(a.number) & counted(b.number)
    if one == other:
        return bool(one or shared)
    return bool(shared) and bool({"people", ""} & {one, other})
