"""One person for all full spellings of a name; two people of one surname stay two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from stemma.actors.names import compatible
from stemma.actors.register import Register
from stemma.actors.sightings import Sighting

_COMMONER = 2  # times as many reports
_WIDEST = 50  # names that one name may agree with before it is left alone


def join_full(register: Register) -> None:
    """Join full names that are the same or that can only be the same.

    A name that could be several people's ("A. Vale" where an Ada and an Alf are about) is the one
    that its own report names, or else stays by itself.
    """
    _join_inverted(register)
    swollen = _swollen(register)
    for key, inner in swollen.items():
        why = f"“{register.spelt(key)}” is “{register.spelt(inner)}” with a prefix"
        register.tie(inner, key, why)
    blocks: dict[str, set[str]] = defaultdict(set)
    for key, name in register.names.items():
        if key not in swollen:
            blocks[name.surname].add(key)
            blocks["first " + name.tokens[0]].add(key)
    wider = {key: _agreeing(key, register, blocks) for key in register.names if key not in swollen}
    for key, others in wider.items():
        if _clash(others, register):
            _settle(key, others, register)
            continue
        register.tie(key, key, "")
        for other in others:
            if not _clash(wider[other], register):
                register.tie(key, other, _reason(key, other, register))


def _join_inverted(register: Register) -> None:
    """Join a name that is given with the family name first to the same two words in order."""
    for key, name in register.names.items():
        other = " ".join((*reversed(name.tokens), name.suffix)).strip()
        if len(name.tokens) == 2 and key < other and other in register.names:
            first, second = sorted((register.spelt(key), register.spelt(other)))
            register.tie(key, other, f"“{first}” and “{second}” are the same two words")


def _swollen(register: Register) -> dict[str, str]:
    """Names read with a word too many before them ("Moderator Ada Vale"), by the name within.

    The name within must be the commoner by far and be known to the report or its company.
    """
    found: dict[str, str] = {}
    for key, name in register.names.items():
        for first in range(1, len(name.tokens) - 1):
            inner = " ".join((*name.tokens[first:], name.suffix)).strip()
            if inner in register.names and len(register.holders[inner]) >= _COMMONER * len(
                register.holders[key]
            ):
                found[key] = inner
                break
    return found


def _agreeing(key: str, register: Register, blocks: dict[str, set[str]]) -> list[str]:
    name = register.names[key]
    near = blocks[name.surname] | blocks["first " + name.tokens[0]]
    return sorted(
        k
        for k in near
        if k != key and compatible(name, register.names[k]) and not _elder(key, k, register)
    )


def _elder(one: str, two: str, register: Register) -> bool:
    """Whether some report tells "Ada Vale" from "Ada Vale Jr.", who then are two.

    It does where it names both, says "Vale Jr." for short, or has a "Mayor Vale" beside a junior
    who is no mayor.
    """
    first, second = register.names[one], register.names[two]
    if first.suffix == second.suffix:
        return False
    younger, elder = (one, two) if first.suffix else (two, one)
    if any(_tells(sighting, elder, register) for sighting in register.holders[younger]):
        register.juniors.add(younger)
    return younger in register.juniors


def _tells(junior: Sighting, elder: str, register: Register) -> bool:
    offices = {o for s in register.holders[junior.name.key] for o in s.offices}
    for other in register.by_report[junior.report]:
        short = other.name.bare and other.name.surname == junior.name.surname
        if other.name.key == elder or (short and other.name.suffix):
            return True
        if short and other.office and other.office not in offices:
            return True
    return False


def _clash(keys: Sequence[str], register: Register) -> bool:
    """Whether two of these names cannot be one person's, or there are too many to tell."""
    names = [register.names[key] for key in keys]
    return len(names) > _WIDEST or any(
        not compatible(names[n], names[m]) or _elder(one, keys[m], register)
        for n, one in enumerate(keys)
        for m in range(n + 1, len(keys))
    )


def _settle(key: str, others: Sequence[str], register: Register) -> None:
    left: list[Sighting] = []
    for sighting in register.holders[key]:
        here = {s.name.key: s for s in register.by_report[sighting.report]}
        named = [other for other in others if other in here]
        if not named or _clash(named, register):
            left.append(sighting)
            continue
        for other in named:
            why = _reason(key, other, register)
            register.groups.join(sighting.number, here[other].number, why)
    for sighting in left[1:]:
        register.groups.join(left[0].number, sighting.number)


def _reason(one: str, two: str, register: Register) -> str:
    first, second = sorted((register.spelt(one), register.spelt(two)))
    return f"“{first}” and “{second}” agree in first and last name"
