"""Organisations, places, groups and outlets: one actor for each normalised name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from stemma.actors.names import BODIES, Name, initials, parse_name
from stemma.actors.places import whole_name
from stemma.actors.register import Groups
from stemma.actors.sightings import Sighting, Sightings, by_report, companies
from stemma.model.span import Span

_CAPITALS = re.compile(r"(?:[^\W\d_a-z]\.?){2,8}")
_DOMAIN = re.compile(
    r"^(?:www\.)?([a-z0-9-]+)\.(?:com|org|net|info|news|co|[a-z]{2})(?:\.[a-z]{2})?$"
)
_LIKE_COMPANY = 2  # names in common beyond which two reports keep like company
_WIDEST = 100  # sightings of one common word that each is held against
_SEVERAL = frozenset(("house", "state", "states", "world"))  # ends of names of other things too
_MEMBERS = frozenset(("alliance", "federation", "front", "group", "league", "movement", "party"))
_AGENCY = (("news", "agency"), ("press", "agency"), ("agency",))


def compact(text: str) -> str:
    """A name as its address would put it ("The Vale Post", "valepost.com")."""
    match = _DOMAIN.match(text.strip().lower())
    return "".join(parse_name(match.group(1) if match else text).tokens)


def join_bodies(sightings: Sequence[Sighting], groups: Groups) -> None:
    """Join what is called by the same name, or by its short form, and is nobody's surname.

    What goes by one common word ("the Senate") is one body only in reports in like company.
    """
    same: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        if sighting.kind != "person" and not sighting.alias:
            same[_whole(sighting)].append(sighting)
    company = companies(sightings)
    for found in same.values():
        first = found[0]
        if first.name.key in BODIES:
            _join_common(found, company, groups)
            continue
        full = min(found, key=lambda s: (s.name.key != _whole_key(s), s.number))
        for sighting in found[1:]:
            groups.join(first.number, sighting.number)
        for sighting in found:
            if compact(sighting.text) != compact(full.text) and sighting.name.key != full.name.key:
                why = f"“{sighting.text}” is another form of “{full.text}”"
                groups.join(full.number, sighting.number, why)


def _join_common(found: Sequence[Sighting], company: dict[int, set[str]], groups: Groups) -> None:
    """Join the sightings of one word whose reports have other names in common."""
    ranked = sorted(found, key=lambda s: sorted(company[s.report]))
    for n, one in enumerate(ranked):
        for two in ranked[n + 1 : n + _WIDEST]:
            both = company[one.report] & company[two.report]
            if one.report == two.report or len(both - {one.name.key}) >= _LIKE_COMPANY:
                groups.join(one.number, two.number)


def _whole(sighting: Sighting) -> str:
    """The compact form of a name written out ("Fla.", "florida")."""
    key = _whole_key(sighting)
    return compact(sighting.text if key == sighting.name.key else key)


def _whole_key(sighting: Sighting) -> str:
    if sighting.kind == "outlet":
        return sighting.name.key
    return whole_name(sighting.name.key, "." in sighting.text)


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
    """Whether a name is the other's last word, or all of it but a last word for a body.

    Or the word before "of" ("the Bank" for the Bank of Ostmark).
    """
    if len(short) >= len(full):
        return False
    if short == full[:1] and full[1] == "of" and short[0] in BODIES:
        return True
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
    company = companies(sightings.all)
    names: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings.all:
        if len(sighting.name.tokens) > 1:
            names[initials(sighting.name)].append(sighting)
    for sighting in short:
        if _whole_key(sighting) != sighting.name.key:
            continue
        full = [s for s in names.get(sighting.name.key, ()) if _may_stand(sighting, s)]
        here = [s for s in full if s.report == sighting.report]
        near = [
            s for s in full if len(company[s.report] & company[sighting.report]) > _LIKE_COMPANY
        ]
        meant = here or near
        if len({compact(s.text) for s in meant}) == 1:
            yield meant[0], sighting


def _may_stand(short: Sighting, full: Sighting) -> bool:
    """Whether kinds allow letters to stand for a name: an outlet's are no ministry's."""
    if short.kind == "outlet":
        return full.kind == "outlet"
    kinds = {"organisation" if s.kind == "outlet" else s.kind for s in (short, full)}
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
