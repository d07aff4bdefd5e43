"""Organisations, places, groups and outlets: one actor for each normalised name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from stemma.actors.groups import Groups
from stemma.actors.names import Name, initials, parse_name
from stemma.actors.sightings import Sighting, Sightings
from stemma.model.report import Report

_ACRONYM = re.compile(r"[^\W\d_a-z]{2,8}")
_EXPANSION = re.compile(r"[\s,]{0,3}\(\s?[“\"']?([^\W\d_]{2,8})[”\"']?\s?[);,]")
_DOMAIN = re.compile(
    r"^(?:www\.)?([a-z0-9-]+)\.(?:com|org|net|info|news|co|[a-z]{2})(?:\.[a-z]{2})?$"
)


def join_bodies(sightings: Sequence[Sighting], groups: Groups) -> None:
    """Join what is called by the same name and is nobody's surname."""
    first: dict[str, int] = {}
    for sighting in sightings:
        if sighting.kind == "person":
            continue
        if groups.root(sighting.number) != sighting.number:
            continue
        at = first.setdefault(sighting.name.key, sighting.number)
        if at != sighting.number:
            groups.join(at, sighting.number)


def join_acronyms(reports: Sequence[Report], sightings: Sightings, groups: Groups) -> None:
    """Join an acronym to the name that a text gives it in brackets, wherever it is used."""
    meanings: dict[str, set[int]] = defaultdict(set)
    texts = dict(enumerate(report.text for report in reports))
    for sighting in sightings.all:
        if sighting.kind == "person":
            continue
        for mention in sighting.mentions:
            text = texts[sighting.report]
            match = _EXPANSION.match(text, mention.span.end)
            if match is not None and _spells(match.group(1), sighting.name):
                meanings[match.group(1).lower()].add(sighting.number)
    for acronym in sorted(meanings):
        roots = {groups.root(at) for at in meanings[acronym]}
        if len(roots) != 1:
            continue
        full = sightings.all[min(meanings[acronym])]
        for sighting in sightings.all:
            if sighting.name.key == acronym and _is_acronym(sighting):
                why = f"“{next(iter(sighting.spellings))}” is given as short for “{_text(full)}”"
                groups.join(full.number, sighting.number, why)


def _text(sighting: Sighting) -> str:
    return min(sighting.spellings, key=lambda text: (-len(text), text))


def _is_acronym(sighting: Sighting) -> bool:
    return any(_ACRONYM.fullmatch(text.replace(".", "")) for text in sighting.spellings)


def _spells(acronym: str, name: Name) -> bool:
    """Whether the letters are the name's initials, in order or as another language orders them."""
    if not _ACRONYM.fullmatch(acronym) or len(name.tokens) < 2:
        return False
    letters = acronym.lower()
    every = "".join(token[0] for token in name.tokens)
    return sorted(letters) in (sorted(every), sorted(initials(name)))


def compact(outlet: str) -> str:
    """An outlet's name as its address would put it ("The Vale Post", "valepost.com")."""
    text = outlet.strip().lower()
    match = _DOMAIN.match(text)
    if match is not None:
        text = match.group(1)
    tokens = parse_name(text).tokens
    joined = "".join(tokens)
    return joined[3:] if joined.startswith("the") and len(joined) > 6 else joined
