"""What forbids that two statements are one claim, however alike they are."""

from __future__ import annotations

from typing import Literal

from stemma.claims.measures import disagree
from stemma.claims.view import Deed, Telling
from stemma.claims.words import tokens
from stemma.model.reading import Statement
from stemma.model.span import words_of
from stemma.model.when import When

Clash = Literal["polarity", "number", "date", "agent", "action", "speaker", "fact", "none"]

_OPPOSED = frozenset(
    frozenset(pair)
    for pair in (
        ("adopt", "reject"),
        ("leave", "join"),
        ("leave", "return"),
        ("raise", "cut"),
        ("win", "lose"),
        ("begin", "end"),
        ("arrest", "release"),
        ("appoint", "dismiss"),
        ("support", "oppose"),
        ("build", "destroy"),
        ("buy", "sell"),
        ("confirm", "deny"),
        ("affirm", "reverse"),
    )
)
_CONTRARY = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        (
            "more greater higher larger rise rises rose increase increased grew gained",
            "less fewer lower smaller fall falls fell decrease decreased shrank lost",
        ),
        ("most best first maximum", "least worst last minimum"),
        ("before", "after"),
        ("above over", "below under"),
        ("guilty", "innocent"),
        ("legal lawful constitutional", "illegal unlawful unconstitutional"),
        (
            "remain remains remained remaining stay stays stayed staying keep keeps kept keeping",
            "withdraw withdraws withdrew withdrawal leave leaves leaving exit exits quit quits",
        ),
        (
            "support supports supported confirm confirms confirmed approve approves approved backs",
            "oppose opposes opposed reject rejects rejected against block blocks blocked",
        ),
    )
)
NEGATIONS = frozenset(
    "not no never none neither nor nobody nothing without cannot can't won't don't doesn't didn't "
    "isn't aren't wasn't weren't hasn't haven't hadn't wouldn't couldn't shouldn't "
    "refuse refuses refused fail fails failed deny denies denied reject rejects rejected".split()
)
_FIRST_PERSON = frozenset("i we my our me us mine ours".split())


def clash(a: Telling, b: Telling) -> Clash:
    """The first thing that forbids calling the two the same claim."""
    left, right = a.statement, b.statement
    if speakers_differ(a, b):
        return "speaker"
    if opposite(left, right):
        return "polarity"
    if excluded(left.when, right.when):
        return "date"
    if disagree(left.numbers, right.numbers):
        return "number"
    if _contrary(left, right):
        return "action"
    found = _clash_of_deeds(a.deeds, b.deeds)
    return "none" if found == "polarity" and not _denied_once(left, right) else found


def _contrary(left: Statement, right: Statement) -> bool:
    """Whether one has a word, the other its contrary, and neither has both."""
    ours, theirs = (frozenset(tokens(words_of(s.content))) for s in (left, right))
    for one, other in _CONTRARY:
        sides = [(bool(words & one), bool(words & other)) for words in (ours, theirs)]
        if sides in ([(True, False), (False, True)], [(False, True), (True, False)]):
            return True
    return False


def opposite(left: Statement, right: Statement) -> bool:
    """Whether one is denied and the other not, by its reading and by its own words."""
    return {left.polarity, right.polarity} == {"affirmed", "negated"} and _denied_once(left, right)


def _denied_once(left: Statement, right: Statement) -> bool:
    """Whether one of the two has a word of denial and the other has none."""
    denied = [bool(NEGATIONS.intersection(tokens(words_of(s.content)))) for s in (left, right)]
    return denied[0] != denied[1]


def excluded(a: When, b: When) -> bool:
    """Whether two dates exclude each other; of "Tuesday" twice, reckoned apart, nobody can say."""
    if not (a.known and b.known) or a.overlaps(b):
        return False
    if a.words is None or b.words is None:
        return True
    return tokens(a.words.exact) != tokens(b.words.exact)


def speakers_differ(a: Telling, b: Telling) -> bool:
    """First-person words said by two people are two statements, however alike."""
    if not (a.speakers and b.speakers) or a.speakers & b.speakers:
        return False
    said = (*tokens(words_of(a.statement.content)), *tokens(words_of(b.statement.content)))
    return bool(_FIRST_PERSON.intersection(said))


def _clash_of_deeds(left: tuple[Deed, ...], right: tuple[Deed, ...]) -> Clash:
    for one in left:
        for other in right:
            if frozenset((one.family, other.family)) in _OPPOSED and _meet(one, other):
                return "action"
            if one.family != other.family:
                continue
            if {one.action.polarity, other.action.polarity} == {"affirmed", "negated"}:
                return "polarity"
            if agents_differ(one, other):
                return "agent"
    return "none"


def _meet(one: Deed, other: Deed) -> bool:
    return bool(one.target_words & other.target_words or one.target_actors & other.target_actors)


def agents_differ(one: Deed, other: Deed) -> bool:
    """Whether two deeds are known to be done by different agents.

    A person and a country may be one agent: the one acts for the other.
    """
    if one.agents and other.agents:
        return one.agent_kind == other.agent_kind and not one.agents & other.agents
    if not (one.agent_words and other.agent_words):
        return False
    return not one.agent_words & other.agent_words and not (one.agents or other.agents)
