"""Which dated deeds and sayings are tellings of one event, and at which readings of its date.

Two tellings are one event where `one_event` is sure of it whatever their dates, or where the
same thing is done on dates that agree. What one report tells on two dates are two events.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from stemma.claims.build import unite
from stemma.claims.candidates import overlap
from stemma.claims.clash import agents_differ
from stemma.claims.dates import kin, one_event, targets_meet
from stemma.claims.occurrences import ONCE, SAYING, Occurrence
from stemma.claims.retold import find_retold
from stemma.claims.same import same_words
from stemma.claims.view import Deed, Setting
from stemma.claims.words import fold

MOST = 400
WEEK = 7
ALIKE = 0.4
_BEFALLS_AGENT = {
    "die": "death",
    "resign": "leaving",
    "step": "leaving",
    **dict.fromkeys("fall drop plummet plunge tumble sink slide decline slump".split(), "fall"),
    **dict.fromkeys("rise climb gain jump surge soar rally rebound".split(), "rise"),
}
_BEFALLS_TARGET = {
    "kill": "death",
    "shoot": "death",
    "dismiss": "leaving",
    "appoint": "entry",
    "elect": "entry",
    "instal": "entry",
    "install": "entry",
    "swear in": "entry",
    "promote": "entry",
    "elevate": "entry",
}


def find_events(occurrences: list[Occurrence], setting: Setting) -> list[list[Occurrence]]:
    """Occurrences of one event together; the others each alone."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, occurrence in enumerate(occurrences):
        story = "" if occurrence.past else occurrence.view.story.id
        for key in _keys(occurrence):
            blocks[story, key].append(n)
    links: set[tuple[int, int]] = set()
    for _, block in sorted(blocks.items()):
        for j, b in enumerate(block[:MOST]):
            links |= {(a, b) for a in block[:j] if _one(occurrences[a], occurrences[b])}
    links |= _retold(occurrences, setting)
    joined = unite(len(occurrences), sorted(links))
    inside = {n for group in joined for n in group}
    alone = [[n] for n in range(len(occurrences)) if n not in inside]
    groups = [[occurrences[n] for n in group] for group in sorted(joined + alone)]
    return [part for group in groups for part in _told_apart(group)]


def _retold(occurrences: list[Occurrence], setting: Setting) -> set[tuple[int, int]]:
    """Those of one story that two reports tell in other words, on dates that agree."""
    by_story: dict[str, list[int]] = defaultdict(list)
    for n, occurrence in enumerate(occurrences):
        by_story[occurrence.view.story.id].append(n)
    links: set[tuple[int, int]] = set()
    for _, block in sorted(by_story.items()):
        kept = block[:MOST]
        pairs = [
            (a, b)
            for j, b in enumerate(kept)
            for a in kept[:j]
            if _beside(occurrences[a], occurrences[b])
        ]
        links.update(find_retold(occurrences, pairs, setting))
    return links


def _beside(a: Occurrence, b: Occurrence) -> bool:
    """Whether two reports tell of a deed each, or of a saying each, on dates that agree."""
    kinds = (a.deed.family == SAYING) == (b.deed.family == SAYING)
    return kinds and a.report != b.report and _dates_agree(a, b)


def _keys(occurrence: Occurrence) -> list[str]:
    """What tellings of one event have in common: its action, what befalls whom, its last day."""
    keys = [kin(occurrence.deed.family)]
    what, _ = _befallen(occurrence)
    if what:
        keys.append(f"a {what}")
    if occurrence.when.start is None:
        keys.append(f"by {occurrence.when.end}")
    return keys


def _befallen(told: Occurrence) -> tuple[str, frozenset[str]]:
    """What happens to whom, where several verbs tell it: a death, an office taken or left."""
    deed = told.deed
    if deed.family == "step" and "down" not in fold(deed.action.words.exact).split():
        return "", frozenset()
    if deed.family in _BEFALLS_AGENT:
        return _BEFALLS_AGENT[deed.family], deed.agents or deed.target_actors
    whom = deed.target_actors or (told.telling.actors if len(told.telling.actors) == 1 else None)
    return _BEFALLS_TARGET.get(deed.family, ""), whom or frozenset()


def _one(a: Occurrence, b: Occurrence) -> bool:
    """One event for sure, or the same thing done on dates that agree."""
    if SAYING in (a.deed.family, b.deed.family):
        return a.deed.family == b.deed.family and _same_dates(a, b) and _one_saying(a, b)
    return one_event(a, b) or (_dates_agree(a, b) and _one_deed(a, b))


def _one_deed(a: Occurrence, b: Occurrence) -> bool:
    left, right = a.deed, b.deed
    (what, whom), (other, them) = _befallen(a), _befallen(b)
    if what and what == other and (whom & them or _same_name(a, b)):
        return True
    if agents_differ(left, right):
        return False
    if kin(left.family) != kin(right.family):
        return a.when.start is None and len(left.target_words & right.target_words) > 1
    if a.telling.form == b.telling.form and a.view is b.view:
        return True
    if left.target_words and right.target_words:
        return targets_meet(left, right) or _partly(left, right)
    return (_same_dates(a, b) and _alone(a, b)) or _same_thing(left, right)


def _same_name(a: Occurrence, b: Occurrence) -> bool:
    """Whether both are of one bearer of a name that nobody is known by ("the Dow")."""
    if a.deed.agents or b.deed.agents or a.deed.target_words or b.deed.target_words:
        return False
    shared = a.deed.agent_words & b.deed.agent_words
    return bool(shared) and shared <= a.telling.names & b.telling.names


def _same_dates(a: Occurrence, b: Occurrence) -> bool:
    return (a.when.start, a.when.end) == (b.when.start, b.when.end)


def _dates_agree(a: Occurrence, b: Occurrence) -> bool:
    """Whether both are of one date, or a day of the one lies in the week of the other.

    What is done once may be told with a day here and a year there.
    """
    if _same_dates(a, b):
        return True
    if a.when.end == b.when.end and None in (a.when.start, b.when.start):
        return True
    if not (a.when.start and b.when.start and a.when.overlaps(b.when)):
        return False
    once = a.deed.family in ONCE and b.deed.family in ONCE
    return once or max(length_of(a)[0], length_of(b)[0]) < WEEK


def _one_saying(a: Occurrence, b: Occurrence) -> bool:
    """Whether both tell of one speaker's saying one thing: two things said are two entries."""
    left, right = a.telling, b.telling
    if left.form == right.form and a.view is b.view:
        return True
    if overlap(left, right) or same_words(left, right):
        return True
    if not _one_speaker(a.deed, b.deed):
        return False
    shared = left.terms & right.terms
    lesser = min(a.view.weigh(left.terms), a.view.weigh(right.terms))
    meant = shared - left.names - right.names
    return len(meant) > 1 and a.view.weigh(shared) >= ALIKE * lesser


def _one_speaker(left: Deed, right: Deed) -> bool:
    if left.agents or right.agents:
        return bool(left.agents & right.agents)
    return len(left.agent_words) > 1 and left.agent_words == right.agent_words


def _partly(left: Deed, right: Deed) -> bool:
    """Whether one agent's doing, done once, has a word of its target in common."""
    return bool(
        left.family in ONCE
        and left.agents & right.agents
        and left.target_words & right.target_words
    )


def _alone(a: Occurrence, b: Occurrence) -> bool:
    """Whether two tellings of which one has no target are of one agent's one doing."""
    if a.deed.agents & b.deed.agents:
        return True
    return bool(a.past and a.telling.actors & b.telling.actors)


def _same_thing(left: Deed, right: Deed) -> bool:
    """Whether what is done once is done by one thing ("the strike began"), to nothing."""
    shared = left.agent_words & right.agent_words
    lesser = min(len(left.agent_words), len(right.agent_words))
    untouched = not left.target_words and not right.target_words
    return untouched and left.family in ONCE and lesser > 1 and len(shared) == lesser


def _told_apart(group: list[Occurrence]) -> list[list[Occurrence]]:
    """The group, or its dates apart where one report tells of two of them."""
    dates = readings_of(group)
    told = [{o.report for o in reading} for reading in dates]
    twice = any(a & b for n, a in enumerate(told) for b in told[:n])
    return dates if twice else [group]


def readings_of(group: list[Occurrence]) -> list[list[Occurrence]]:
    """The event's dates: a year or month takes in a day that lies within it."""
    ordered = sorted(group, key=length_of)
    kept: list[list[Occurrence]] = []
    for occurrence in ordered:
        home = next((k for k in kept if k[0].when.overlaps(occurrence.when)), None)
        if home is None:
            kept.append([occurrence])
        else:
            home.append(occurrence)
    return kept


def length_of(occurrence: Occurrence) -> tuple[int, date]:
    """Days from the first to the last that a date can mean, and the first."""
    start = occurrence.when.start or date.min
    return ((occurrence.when.end or date.max) - start).days, start
