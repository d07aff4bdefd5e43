"""Surnames and first names alone, joined to the full name that they can only stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from stemma.actors.names import REGNAL, begins, stands_for
from stemma.actors.register import Register
from stemma.actors.sightings import Sighting

_KNOWN = 4  # times as many reports that name somebody in full make him the one that is meant


def join_here(register: Register) -> list[Sighting]:
    """Join bare names by their office or within their own report; what is left, in order."""
    left = []
    for sighting in register.all:
        if not sighting.name.bare or sighting.kind == "outlet":
            continue
        if not _by_office(sighting, register) and not _in_report(sighting, register):
            left.append(sighting)
    return left


def join_afar(bare: Sequence[Sighting], register: Register) -> None:
    """Join bare names to the only full name of the corpus in like company, or to each other.

    Of several the one will do that is named in full in four times as many reports as the next:
    a report that never says which one means whom everybody knows.
    """
    alone: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in bare:
        if sighting.kind not in ("person", "unknown"):
            continue
        full = _candidates(sighting, register)
        near = [s for s in full if register.meet(s, sighting) and not _other_office(sighting, s)]
        meant = _chief(near, register)
        if meant is not None:
            only = "alone" if len(register.roots(near)) == 1 else "by far the most named"
            why = f"“{sighting.text}” fits “{meant.text}”, {only} in reports in like company"
            register.groups.join(sighting.number, meant.number, why)
        elif not full:
            alone[sighting.name.key].append(sighting)
    for found in alone.values():
        for sighting in found[1:]:
            register.groups.join(found[0].number, sighting.number)


def _chief(near: Sequence[Sighting], register: Register) -> Sighting | None:
    reports: dict[int, set[int]] = defaultdict(set)
    for sighting in near:
        reports[register.groups.root(sighting.number)].add(sighting.report)
    ranked = sorted(reports, key=lambda root: (-len(reports[root]), root))
    if not ranked:
        return None
    first = len(reports[ranked[0]])
    if len(ranked) > 1 and (first < _KNOWN or first < _KNOWN * len(reports[ranked[1]])):
        return None
    return next(s for s in near if register.groups.root(s.number) == ranked[0])


def _by_office(sighting: Sighting, register: Register) -> bool:
    """Join a surname with an office to the only full name in like company that holds it."""
    if not sighting.office:
        return False
    near = [
        s
        for s in _candidates(sighting, register)
        if sighting.office in s.offices and register.meet(s, sighting)
    ]
    if len(register.roots(near)) != 1:
        return False
    why = f"“{sighting.text}” fits one full name with that office only"
    register.groups.join(sighting.number, near[0].number, why)
    return True


def _candidates(bare: Sighting, register: Register) -> list[Sighting]:
    """Everybody whose full name ends with a bare one, pronouns permitting.

    Not of a monarch or a pope, whose one name is no surname.
    """
    if bare.office in REGNAL:
        return []
    keys = register.by_surname.get(bare.name.surname, ())
    full = [key for key in keys if stands_for(bare.name, register.names[key])]
    full = [key for key in full if bare.name.suffix or key not in register.juniors]
    return [s for key in full for s in register.holders[key] if _same_gender(bare, s)]


def _in_report(sighting: Sighting, register: Register) -> bool:
    """Join a bare name to a full name of its own report."""
    if (sighting.kind == "place" and len(sighting.name.tokens) == 1) or sighting.is_letters:
        return False
    near = [s for s in register.by_report[sighting.report] if s.kind == "person"]
    full = [s for s in near if not s.name.bare and _same_gender(sighting, s)]
    full = [s for s in full if sighting.name.suffix or s.name.key not in register.juniors]
    if sighting.office in REGNAL:
        full = [s for s in full if sighting.office in s.offices]
    ended = [s for s in full if stands_for(sighting.name, s.name)]
    ended = [s for s in ended if s.name.suffix == sighting.name.suffix] or ended
    if ended and any(s.office in REGNAL and s.name.key == sighting.name.key for s in near):
        return False
    begun = [s for s in full if begins(sighting.name, s.name)]
    linked = [s for s in (*ended, *begun) if s.number in sighting.antecedents]
    ways = (linked, ended, begun if sighting.kind == "person" else [])
    found = next((way for way in ways if way), [])
    if len(register.roots(found)) != 1 or _other_office(sighting, found[0]):
        return False
    why = f"“{sighting.text}” stands for the full name that its report gives"
    register.groups.join(sighting.number, found[0].number, why)
    sighting.kind = "person"
    return True


def _same_gender(one: Sighting, two: Sighting) -> bool:
    return not one.genders or not two.genders or bool(one.genders & two.genders)


def _other_office(bare: Sighting, full: Sighting) -> bool:
    return bool(bare.office and full.offices and bare.office not in full.offices)
