"""Organisations, places, groups and outlets: one actor for each normalised name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from stemma.actors.names import BODIES, Name, initials, parse_name
from stemma.actors.register import Groups
from stemma.actors.sightings import Sighting, Sightings, by_report
from stemma.model.span import Span

_CAPITALS = re.compile(r"(?:[^\W\d_a-z]\.?){2,8}")
_DOMAIN = re.compile(
    r"^(?:www\.)?([a-z0-9-]+)\.(?:com|org|net|info|news|co|[a-z]{2})(?:\.[a-z]{2})?$"
)
_LIKE_COMPANY = 2  # names in common beyond which two reports keep like company
_SEVERAL = frozenset(("house", "state", "states", "world"))  # ends of names of other things too
_MEMBERS = frozenset(("alliance", "federation", "front", "group", "league", "movement", "party"))
_AGENCY = (("news", "agency"), ("press", "agency"), ("agency",))


def compact(text: str) -> str:
    """A name as its address would put it ("The Vale Post", "valepost.com")."""
    match = _DOMAIN.match(text.strip().lower())
    return "".join(parse_name(match.group(1) if match else text).tokens)


def join_bodies(sightings: Sequence[Sighting], groups: Groups) -> None:
    """Join what is called by the same name and is nobody's surname."""
    first: dict[str, int] = {}
    for sighting in sightings:
        if sighting.kind != "person" and not sighting.alias:
            at = first.setdefault(compact(sighting.text), sighting.number)
            if at != sighting.number:
                groups.join(at, sighting.number)


def join_outlets(sightings: Sightings, groups: Groups) -> None:
    """Join the short forms of outlets that a report names in full, or that publish it.

    "The Post" is the Vale Post, "Orben" the Orben News Agency. Joined forms are outlets.
    """
    publishers = set(sightings.outlets.values())
    for found in by_report(sightings.all).values():
        full = [s for s in found if s.kind == "outlet" or s.number in publishers]
        for sighting in found:
            meant = [s for s in full if _short_for(sighting, s)]
            if len({compact(s.text) for s in meant}) == 1:
                groups.join(meant[0].number, sighting.number, _why(sighting, meant[0]))
                sighting.kind, sighting.alias = meant[0].kind, True
    _join_agencies(sightings, groups)
    _join_channels(sightings.all, groups)


def join_short(sightings: Sequence[Sighting], groups: Groups) -> None:
    """Join "the League" to the Free Harbour League where a report names one league alone."""
    for found in by_report(sightings).values():
        full = [s for s in found if s.kind == "organisation" and len(s.name.tokens) > 1]
        for sighting in found:
            if sighting.kind == "person" or sighting.alias or not sighting.after_the:
                continue
            meant = [s for s in full if _shortened(sighting.name.tokens, s.name.tokens)]
            if len({compact(s.text) for s in meant}) == 1:
                groups.join(meant[0].number, sighting.number, _why(sighting, meant[0]))
                sighting.alias = True


def _shortened(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name is the other's last word, or all of it but a last word for a body."""
    if len(short) >= len(full):
        return False
    return (full[-1:] == short and short[0] in BODIES - _SEVERAL) or (
        full[:-1] == short and full[-1] in _MEMBERS
    )


def _why(short: Sighting, full: Sighting) -> str:
    return f"“{short.text}” is short for “{full.text}”"


def _short_for(sighting: Sighting, outlet: Sighting) -> bool:
    short, full = sighting.name.tokens, outlet.name.tokens
    if len(short) >= len(full):
        return False
    if sighting.after_the and full[-len(short) :] == short:
        return True
    return short == _agency_stem(outlet.name) or (len(short) > 3 and full[: len(short)] == short)


def _agency_stem(name: Name) -> tuple[str, ...]:
    for ending in _AGENCY:
        if len(name.tokens) > len(ending) and name.tokens[-len(ending) :] == ending:
            return name.tokens[: -len(ending)]
    return ()


def _join_agencies(sightings: Sightings, groups: Groups) -> None:
    """Join an agency's stem to the agency where it carries words ("according to Orben")."""
    stems: dict[tuple[str, ...], set[str]] = defaultdict(set)
    agencies: dict[str, Sighting] = {}
    for sighting in sightings.all:
        stem = _agency_stem(sighting.name) if sighting.kind == "outlet" else ()
        if stem:
            stems[stem].add(compact(sighting.text))
            agencies.setdefault(compact(sighting.text), sighting)
    for sighting in sightings.all:
        named = stems.get(sighting.name.tokens, set())
        if len(named) == 1 and sighting.carries:
            agency = agencies[min(named)]
            groups.join(agency.number, sighting.number, _why(sighting, agency))
            sighting.kind, sighting.alias = "outlet", True


def _join_channels(sightings: Sequence[Sighting], groups: Groups) -> None:
    """Join the letters of a channel to its name with "News" behind ("QBC" to "QBC News")."""
    letters: dict[str, Sighting] = {}
    for sighting in sightings:
        short = sighting.text.split()[0] if sighting.text.endswith(" News") else ""
        if sighting.kind == "outlet" and len(sighting.name.tokens) == 2 and short.isupper():
            letters.setdefault(sighting.name.tokens[0], sighting)
    for sighting in sightings:
        full = letters.get(sighting.name.key)
        if full is not None and sighting.kind in ("organisation", "outlet", "unknown"):
            groups.join(full.number, sighting.number, _why(sighting, full))
            sighting.kind, sighting.alias = "outlet", True
            sighting.kinds = Counter({"outlet": sighting.kinds.total()})


def join_acronyms(sightings: Sightings, groups: Groups) -> None:
    """Join an acronym to its name: as a text gives it, or else by the first letters.

    Letters alone will do only where a single name has them in the report that uses the acronym,
    or, if none has, in the reports in like company. What reports agree on holds for those that
    use the acronym alone.
    """
    meanings: dict[str, set[int]] = defaultdict(set)
    short = [s for s in sightings.all if _is_acronym(s)]
    read = [(full, s.number) for s in short for full in sorted(s.antecedents)]
    for full, acronym in (*sightings.expansions, *read):
        groups.join(full, acronym, _given(sightings.all[acronym], sightings.all[full]))
        meanings[sightings.all[acronym].name.key].add(full)
    given = set(meanings)
    for name, sighting in _by_initials([s for s in short if s.name.key not in given], sightings):
        why = f"“{sighting.text}” has the first letters of “{name.text}” alone"
        groups.join(name.number, sighting.number, why)
        meanings[sighting.name.key].add(name.number)
    for sighting in short:
        found = sorted(meanings.get(sighting.name.key, ()))
        if len({groups.root(at) for at in found}) == 1:
            why = _given(sighting, sightings.all[found[0]]) if sighting.name.key in given else ""
            groups.join(found[0], sighting.number, why)


def _given(short: Sighting, full: Sighting) -> str:
    return f"“{short.text}” is given as short for “{full.text}”"


def _is_acronym(sighting: Sighting) -> bool:
    return sighting.kind != "person" and any(_CAPITALS.fullmatch(t) for t in sighting.spellings)


def _by_initials(
    short: Sequence[Sighting], sightings: Sightings
) -> Iterator[tuple[Sighting, Sighting]]:
    """Names with the acronyms whose letters they alone have: in its report, or in like company."""
    reports = by_report(sightings.all)
    company = {at: {s.name.key for s in found} for at, found in reports.items()}
    names: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings.all:
        if len(sighting.name.tokens) > 1:
            names[initials(sighting.name)].append(sighting)
    for sighting in short:
        full = [s for s in names.get(sighting.name.key, ()) if _same_kind(s, sighting)]
        here = [s for s in full if s.report == sighting.report]
        near = [
            s for s in full if len(company[s.report] & company[sighting.report]) > _LIKE_COMPANY
        ]
        meant = here or near
        if len({compact(s.text) for s in meant}) == 1:
            yield meant[0], sighting


def _same_kind(one: Sighting, two: Sighting) -> bool:
    kinds = {"organisation" if s.kind == "outlet" else s.kind for s in (one, two)}
    return len(kinds) == 1


def find_described(sightings: Sightings) -> dict[Span, int]:
    """Bodies meant by their first word and what they are for ("the fisheries ministry").

    Only where one name of the corpus begins with that word and has all the others; the words
    count as one more spelling of it.
    """
    names: dict[str, dict[str, Sighting]] = defaultdict(dict)
    for sighting in sightings.all:
        if sighting.kind in ("organisation", "outlet") and len(sighting.name.tokens) > 2:
            names[sighting.name.tokens[0]].setdefault(compact(sighting.text), sighting)
    found: dict[Span, int] = {}
    for mention in sightings.pointing:
        tokens = parse_name(mention.span.exact).tokens
        plain = mention.form == "nominal" and mention.antecedent is None
        if not plain or len(tokens) < 2 or any(c.isupper() for c in mention.span.exact[1:]):
            continue
        meant = [s for s in names[tokens[-1]].values() if set(tokens) <= set(s.name.tokens)]
        shortest = min(meant, key=lambda s: len(s.name.tokens), default=None)
        if shortest is not None and all(
            s.name.tokens[: len(shortest.name.tokens)] == shortest.name.tokens for s in meant
        ):
            found[mention.span] = shortest.number
            shortest.spellings[" ".join(mention.span.exact.split()[-len(tokens) :])] += 1
    return found
