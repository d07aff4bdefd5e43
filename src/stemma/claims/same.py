"""Whether two statements of one story say the same.

The pair model says of each two candidates how likely they tell one thing. What forbids sameness
(polarity, agents, values, dates) is kept apart from that, as a `clash`: a pair that scores high
and clashes is where reports may differ.
"""

from __future__ import annotations

from itertools import pairwise

import msgspec

from stemma.claims.candidates import likeness, shortlist
from stemma.claims.clash import NEGATIONS, Clash, clash
from stemma.claims.judge import Judge
from stemma.claims.measures import disagree
from stemma.claims.view import StoryView, Telling
from stemma.claims.words import tokens
from stemma.encoding.pairs import Judged
from stemma.model.span import words_of

EVEN = 0.5
SURE = 1.2
"""Of probability and likeness together: the model was calibrated on whole sentences, and its word
alone is not enough for clauses with few words in common."""
AKIN = 0.5
WITHIN = 0.8
CHANGED = 0.9
QUOTE = 0.85
BESIDE = 4


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two tellings by number, how likely they tell one thing, and what forbids it.

    `score` is the pair model's probability, `likeness` the weight of the words in common over the
    mean of either's.
    """

    a: int
    b: int
    score: float
    likeness: float
    shared: tuple[str, ...]
    clash: Clash

    @property
    def same(self) -> bool:
        """Whether the two may be one claim."""
        alike = self.score >= EVEN and self.score + self.likeness >= SURE
        return alike and self.clash == "none"


class Pairs(msgspec.Struct, frozen=True, kw_only=True):
    """The pairs at least akin, and how many were judged of how many possible."""

    pairs: tuple[Pair, ...]
    judged: int
    possible: int


def find_pairs(view: StoryView, judge: Judge) -> Pairs:
    """Every pair of tellings, one for each form, that the model takes to be near one thing.

    Of two that anything but a denial keeps apart it is not asked: nothing would be made of them.
    """
    firsts = [view.tellings[members[0]] for members in view.forms]
    alike = shortlist(firsts, view)
    told = [(firsts[a], firsts[b]) for a, b in alike if _of_use(firsts[a], firsts[b])]
    kept = []
    judged = judge.judge([(one.words, other.words) for one, other in told])
    for (one, other), said in zip(told, judged, strict=True):
        pair = pair_up(one, other, view, said)
        if pair.score >= AKIN:
            kept.append(pair)
    size = len(firsts)
    kept.sort(key=lambda pair: (-pair.score, pair.a, pair.b))
    return Pairs(pairs=tuple(kept), judged=len(alike), possible=size * (size - 1) // 2)


def _of_use(a: Telling, b: Telling) -> bool:
    return quoted_alike(a, b) or clash(a, b) in ("none", "polarity")


def pair_up(a: Telling, b: Telling, view: StoryView, said: Judged) -> Pair:
    """Two tellings with what the model says of them and what forbids their being one claim."""
    shared = a.terms & b.terms
    quoted = quoted_alike(a, b)
    near = a.statement.report == b.statement.report and said.same < WITHIN
    score = max(said.same, QUOTE) if quoted else 0.0 if near else said.same
    found = clash(a, b) if score >= AKIN and not quoted else "none"
    if found == "none" and said.changed >= CHANGED and not quoted:
        found = "fact"
    return Pair(
        a=a.number,
        b=b.number,
        score=round(score, 4),
        likeness=round(likeness(shared, view.weigh(a.terms) + view.weigh(b.terms), view), 4),
        shared=tuple(sorted(shared, key=lambda t: (-view.weights.get(t, 0.0), t))),
        clash=found,
    )


def quoted_alike(a: Telling, b: Telling) -> bool:
    """Whether both are quotations of nearly the same words, without numbers that differ."""
    direct = a.statement.quote == "direct" and b.statement.quote == "direct"
    return direct and same_words(a, b) and not disagree(a.statement.numbers, b.statement.numbers)


def same_words(a: Telling, b: Telling) -> bool:
    """Nearly the same words in the same order, or a long run of one within the other."""
    contents = (tokens(words_of(t.statement.content)) for t in (a, b))
    short, long = sorted(contents, key=len)
    if len(short) < 4:
        return False
    denied = [NEGATIONS.intersection(words) for words in (short, long)]
    if denied[0] != denied[1] and len(long) - len(short) <= BESIDE:
        return False
    bigrams = set(pairwise(short))
    kept = bigrams & set(pairwise(long))
    return len(kept) >= QUOTE * len(bigrams) and (len(short) >= 6 or len(long) <= 2 * len(short))
