"""Names of one actor that reports spell differently."""

from __future__ import annotations

import re
from collections import defaultdict
from unicodedata import normalize

from stemma.claims.build import differ, variant
from stemma.claims.view import Setting
from stemma.model.cast import Cast
from stemma.model.claim import Difference
from stemma.model.lineage import Story
from stemma.model.span import Place, Span

MOST = 12
_LETTERS = 2
_WORD = re.compile(r"[^\W\d_]{2,}")


def find_spelling_differences(
    stories: tuple[Story, ...], cast: Cast, setting: Setting
) -> list[Difference]:
    """One difference for each actor whose name a story's reports spell in several ways."""
    story_of = {report: story.id for story in stories for report in story.reports}
    told: dict[tuple[str, str], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for reference in cast.references:
        actor = setting.cast.actors.get(reference.actor)
        if actor is None or len(actor.names) < 2:
            continue
        story = story_of.get(reference.span.report)
        name = _name_in(reference.span.exact, actor.names)
        if story is not None and name is not None:
            told[story, actor.id][name].append(reference.span)
    found = []
    for (_, actor_id), spans in sorted(told.items()):
        group = _spellings(sorted(spans)[:MOST])
        if len(group) > 1:
            why = _why(cast.because.get(actor_id, ""), group)
            readings = [variant(name, _standing(spans[name])) for name in group]
            about = f"spelling of {setting.cast.actors[actor_id].name}"
            found.append(differ("name", about, readings, "compatible", ((), why)))
    return found


def _why(because: str, names: list[str]) -> tuple[str, ...]:
    """Of the reasons why an actor's names were joined those that speak of two of these names."""
    lines = [line for line in because.split("; ") if sum(f"“{n}”" in line for n in names) > 1]
    return tuple(lines[:3]) or ("names of one form, joined into one actor",)


def _name_in(words: str, names: tuple[str, ...]) -> str | None:
    """The longest of an actor's names that the words hold as whole words."""
    padded = f" {' '.join(words.split())} "
    held = [name for name in names if f" {name} " in padded]
    return max(held, key=lambda name: (len(name), name), default=None)


def _spellings(names: list[str]) -> list[str]:
    """The names that are another one's with a few letters changed: the full ones, if any are."""
    found = [
        name for name in names if any(_misspelt(name, other) for other in names if other != name)
    ]
    full = [name for name in found if " " in name]
    return full or found


def _misspelt(one: str, other: str) -> bool:
    left, right = (_WORD.findall(normalize("NFC", name)) for name in (one, other))
    if len(left) != len(right):
        return False
    apart = [(a, b) for a, b in zip(left, right, strict=True) if a.casefold() != b.casefold()]
    return bool(apart) and all(_near(a, b) for a, b in apart)


def _near(one: str, other: str) -> bool:
    """Whether two words of some length differ in at most two letters at one place."""
    if min(len(one), len(other)) < 4 or one[0].casefold() != other[0].casefold():
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return max(len(one), len(other)) - start - end <= _LETTERS


def _standing(spans: list[Span]) -> list[tuple[Place, str]]:
    return [((span,), "") for span in sorted(spans)]
