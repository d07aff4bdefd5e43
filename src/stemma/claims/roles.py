"""What reports call one actor, where that differs."""

from __future__ import annotations

from stemma.claims.build import differ, variant
from stemma.claims.view import Setting
from stemma.claims.words import clip, stem, tokens
from stemma.model.cast import Actor, Role
from stemma.model.claim import Difference, Verdict
from stemma.model.lineage import Story
from stemma.model.span import Place

MOST = 12
_PAST = frozenset(("former", "ex", "late", "erstwhile", "onetime", "outgoing"))
_RANK = frozenset(
    "deputy vice acting interim assistant associate junior senior shadow designate elect".split()
)
_SMALL = frozenset("the a an of for in at on its his her their and to s".split())
_ORDINALS = frozenset("first second third fourth".split())


def find_role_differences(stories: tuple[Story, ...], setting: Setting) -> list[Difference]:
    """Differences between the roles that a story's reports give one actor."""
    found: list[Difference] = []
    for story in stories:
        reports = frozenset(story.reports)
        for actor in setting.cast.actors.values():
            roles = _told(actor, reports)[:MOST]
            for j, b in enumerate(roles):
                for a in roles[:j]:
                    judged = _judge(a, b)
                    if judged is not None:
                        found.append(_difference(actor, (a, b), judged))
    return found


def _told(actor: Actor, reports: frozenset[str]) -> list[Role]:
    """The actor's roles as this story's reports state them."""
    told = []
    for role in actor.roles:
        places = tuple(place for place in role.places if place[0].report in reports)
        if places:
            told.append(Role(role=role.role, places=places, when=role.when))
    return told


def _judge(a: Role, b: Role) -> tuple[Verdict, str, str] | None:
    """The verdict on two roles, the question it leaves and the reason; `None` for no difference."""
    left, right = _words(a), _words(b)
    past = (left ^ right) & _PAST
    bare = left - _PAST, right - _PAST
    if {p[0].report for p in a.places} == {p[0].report for p in b.places}:
        return None
    if past and (bare[0] <= bare[1] or bare[1] <= bare[0]) and bare[0] and bare[1]:
        word = min(past)
        return (
            "unsure",
            "When did the role end, and when was each report written?",
            (f"one has “{word}”, the other has not"),
        )
    if past or left == right or not left or not right:
        return None
    apart = left ^ right
    if left < right or right < left:
        if apart & _RANK:
            return (
                "unsure",
                "Is one of the two titles shortened?",
                (f"they differ in {', '.join(sorted(apart & _RANK))}"),
            )
        if apart & _ORDINALS:
            return "compatible", "", "the one is the more specific of the two"
    return None


def _words(role: Role) -> frozenset[str]:
    parts = (part for word in tokens(role.role) for part in word.split("-"))
    return frozenset(stem(part) for part in parts if part not in _SMALL)


def _difference(
    actor: Actor, roles: tuple[Role, Role], judged: tuple[Verdict, str, str]
) -> Difference:
    verdict, question, why = judged
    readings = [
        variant(clip(role.role), [(_place(place), "") for place in role.places]) for role in roles
    ]
    return differ(
        "role",
        f"role of {actor.name}",
        readings,
        verdict,
        ((question,) if question else (), (why,)),
    )


def _place(place: Place) -> Place:
    return place
