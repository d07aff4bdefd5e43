"""What reports call one actor, where that differs."""

from __future__ import annotations

import re
from collections import defaultdict

import msgspec

from stemma.claims.build import differ, outlet_name, variant
from stemma.claims.view import Setting, StoryView
from stemma.claims.words import stem, tokens
from stemma.model.cast import Actor, Role
from stemma.model.claim import Difference, Variant, Verdict
from stemma.model.span import Place, Span

MOST = 16
NEAR = 60
BEFORE = 40
_PAST = frozenset(
    "former ex erstwhile onetime late retired dismissed fired ousted sacked deposed".split()
)
_SMALL = frozenset(
    "the a an his her their its this that our new outgoing departing incumbent current then".split()
)
_HELD = frozenset("was were been became served as then when while acting interim".split())
_OUT = frozenset(
    "fired firing dismissed dismissal dismissing ousted ousting ouster sacked sacking removed "
    "removal replaced replacing succeeded resignation departure predecessor".split()
)
_MOVES = frozenset(
    "leave dismiss resign die lose retire replace succeed oust elect appoint".split()
)
_FOR_NOW = frozenset("acting interim".split())
_ORDINALS = frozenset("first second third fourth".split())
_RANKS = {"vice": "deputy", "deputy": "deputy", "under": "deputy"}
_PRESIDING = frozenset("president speaker chair chairman chairwoman chairperson".split())
# Who heads or runs one body: seldom one person in two of these ways at one time.
_HEADS = (
    frozenset("chair chairman chairwoman chairperson".split()),
    frozenset("manager".split()),
    frozenset("director".split()),
    frozenset("treasurer".split()),
    frozenset("secretary".split()),
    frozenset("commissioner".split()),
)
_CUT = re.compile(r",|\s(?:of|from|in|at|for|to|who|which|and|on)\s", re.IGNORECASE)
_OWNER = re.compile(r"^.*(?:['’\"]s|s['’])\s+")


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A role as a story's reports state it, with its core words and whether it is over."""

    role: str
    places: tuple[Place, ...]
    core: frozenset[str]
    past: bool

    @property
    def reports(self) -> frozenset[str]:
        """The reports that state it."""
        return frozenset(place[0].report for place in self.places)


def find_role_differences(views: list[StoryView], setting: Setting) -> list[Difference]:
    """Differences between the roles that a story's reports give one actor."""
    stories = [view.story for view in views]
    moved = {view.story.id: _moved(view) for view in views}
    story_of = {report: story.id for story in stories for report in story.reports}
    found: list[Difference | None] = []
    for actor in setting.cast.actors.values():
        told: dict[str, list[Told]] = defaultdict(list)
        for role in actor.roles:
            for story, one in _told(role, story_of, setting):
                told[story].append(one)
        for story, roles in sorted(told.items()):
            over = _over(actor, roles[:MOST], actor.id in moved[story], setting)
            found += [over, _specific(actor, roles[:MOST]), _otherwise(actor, roles[:MOST])]
    return [difference for difference in found if difference is not None]


def _told(role: Role, story_of: dict[str, str], setting: Setting) -> list[tuple[str, Told]]:
    """The role as the reports of each story state it of their own time."""
    words = _core(role.role)
    if not words - _PAST:
        return []
    places: dict[str, list[Place]] = defaultdict(list)
    for place in role.places:
        if place[0].report in story_of and not _then(place[0], setting):
            places[story_of[place[0].report]].append(place)
    past = bool(words & _PAST)
    return [
        (story, Told(role=role.role, places=tuple(held), core=words - _PAST, past=past))
        for story, held in sorted(places.items())
    ]


def _then(role: Span, setting: Setting) -> bool:
    """Whether the words before a role put it in a time of its own ("as …", "the firing of …")."""
    before = setting.reports[role.report].text[max(0, role.start - BEFORE) : role.start]
    return not (_HELD | _OUT).isdisjoint(tokens(before)[-3:])


def _core(role: str) -> frozenset[str]:
    """The words of the office itself: no owner before it, no body, place or second role after."""
    bare = _OWNER.sub("", _CUT.split(role.strip(), maxsplit=1)[0])
    words = [stem(part) for word in tokens(bare) for part in word.split("-")]
    ranked = [_RANKS.get(word, word) for word in words if word not in _SMALL]
    if "deputy" in ranked:
        ranked = ["presiding" if word in _PRESIDING else word for word in ranked]
    return frozenset(ranked)


def _moved(view: StoryView) -> frozenset[str]:
    """Actors of whom the story tells that they left an office or came to one."""
    deeds = (deed for t in view.tellings for deed in t.deeds if deed.family in _MOVES)
    return frozenset(actor for deed in deeds for actor in deed.agents | deed.target_actors)


def _over(actor: Actor, told: list[Told], moved: bool, setting: Setting) -> Difference | None:
    """ "Former" in one report, the office itself in several others.

    Where the story tells that the actor `moved` the two may be of different days.
    """
    for past in (t for t in told if t.past and not moved):
        now = [t for t in told if not t.past and _one_office(t, past) and t.reports - past.reports]
        verdict = _verdict(past, now, setting) if now else None
        if verdict is None:
            continue
        readings = [_reading([past]), _reading(now)]
        where = ", ".join(sorted({outlet_name(r, setting) for r in past.reports}))
        return differ(
            "role",
            f"role of {actor.name}",
            readings,
            verdict,
            (
                ("When did the role end, and when was each report written?",),
                (f"“{past.role}” in {where}", f"“{now[0].role}” elsewhere"),
            ),
        )
    return None


def _one_office(now: Told, past: Told) -> bool:
    if (now.core ^ past.core) & _ORDINALS:
        return False
    return now.core <= past.core or past.core <= now.core


def _verdict(past: Told, now: list[Told], setting: Setting) -> Verdict | None:
    """A conflict where one report stands alone against several of the same weeks.

    One against one, reports that are far apart in time, or several on both sides tell of a change
    or of a courtesy title: no difference.
    """
    others = frozenset(r for t in now for r in t.reports) - past.reports
    days = [setting.published(r) for r in (*past.reports, *others)]
    known = [day for day in days if day is not None]
    far = len(known) > 1 and (max(known) - min(known)).days > NEAR
    if len(past.reports) > 1 or len(others) < 2 or far:
        return None
    exact = any(len(t.core) > 1 for t in now)
    return "conflict" if exact and len(known) > 1 else "unsure"


def _specific(actor: Actor, told: list[Told]) -> Difference | None:
    """One office stated more and less exactly: agreement, and said so."""
    cores = {t.core for t in told if not t.past}
    exact = [core for core in cores if core & _ORDINALS and core - _ORDINALS in cores]
    if not exact:
        return None
    core = min(exact, key=sorted)
    groups = [
        [t for t in told if not t.past and t.core == wanted] for wanted in (core, core - _ORDINALS)
    ]
    if not groups[1] or {r for t in groups[0] for r in t.reports} == {
        r for t in groups[1] for r in t.reports
    }:
        return None
    return differ(
        "role",
        f"role of {actor.name}",
        [_reading(group) for group in groups],
        "compatible",
        ((), (f"“{groups[0][0].role}” is the more exact of the two",)),
    )


def _otherwise(actor: Actor, told: list[Told]) -> Difference | None:
    """One body's chair in one report and its manager in another, its head and its deputy head."""
    for n, one in enumerate(told):
        for other in told[:n]:
            if one.past != other.past or one.reports & other.reports:
                continue
            if not (_other_head(one, other) or _other_rank(one, other)):
                continue
            both = [t for t in told if t.reports & one.reports and t.reports & other.reports]
            if any(_other_head(t, one) or _other_head(t, other) for t in both):
                continue
            return differ(
                "role",
                f"role of {actor.name}",
                [_reading([other]), _reading([one])],
                "unsure",
                (
                    ("Did one person have both offices, at one time or one after the other?",),
                    (f"“{other.role}” and “{one.role}” are two offices of one body",),
                ),
            )
    return None


def _other_head(one: Told, other: Told) -> bool:
    """Whether the two name one body, and in each another of the offices at its head."""
    heads = [frozenset(n for n, head in enumerate(_HEADS) if head & t.core) for t in (one, other)]
    offices = frozenset().union(*_HEADS)
    body = (one.core & other.core) - offices - _ORDINALS
    ranked = "deputy" in one.core | other.core
    return bool(heads[0] and heads[1] and not heads[0] & heads[1] and body) and not ranked


def _other_rank(one: Told, other: Told) -> bool:
    """Whether the two are one office of one body, save that one is a deputy's."""
    lower, upper = (one, other) if "deputy" in one.core else (other, one)
    if "deputy" in upper.core or "deputy" not in lower.core or upper.core & _FOR_NOW:
        return False
    office = lower.core - {"deputy"}
    shared = office & upper.core
    return len(shared) > 1 and (office <= upper.core or upper.core <= office)


def _reading(told: list[Told]) -> Variant:
    return variant(told[0].role, [(place, "") for t in told for place in t.places])
