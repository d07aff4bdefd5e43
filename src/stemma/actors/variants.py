"""Misspelt names of people: nearly equal, in like company, and never side by side."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher

from stemma.actors.names import Name, compatible, skeleton
from stemma.actors.register import Register

# English short forms by the first name they are commonest for.
_SHORT_FORMS = dict(
    pair.split("=")
    for pair in """abe=abraham alex=alexander andy=andrew barb=barbara ben=benjamin bernie=bernard
    bill=william bob=robert bobby=robert charlie=charles chris=christopher chuck=charles
    dan=daniel dave=david deb=deborah debbie=deborah dick=richard don=donald doug=douglas
    ed=edward fred=frederick greg=gregory jack=john jeff=jeffrey jim=james jimmy=james joe=joseph
    josh=joshua kathy=katherine ken=kenneth larry=lawrence liz=elizabeth matt=matthew
    mike=michael nick=nicholas pat=patrick pete=peter phil=philip ray=raymond rich=richard
    rob=robert ron=ronald russ=russell sam=samuel stu=stuart sue=susan
    ted=edward tim=timothy tom=thomas tony=anthony vince=vincent will=william""".split()
)
_WIDEST = 200  # names of one surname or first name that are compared
_COMPANY = 2  # other names that both must keep company with
_LEAST = 5  # letters of a word of which some may be written otherwise
_EDITS = 2


def join_variants(register: Register) -> None:
    """Join two full names that differ by a letter, or that sound the same.

    They must agree in gender as far as pronouns tell; where none do, only names that sound the
    same are joined ("Emil" and "Emile" may be two people).
    """
    blocks: dict[str, list[str]] = defaultdict(list)
    for key, name in register.names.items():
        blocks[name.surname].append(key)
        blocks["first " + name.tokens[0]].append(key)
        blocks["sound " + _bones(name.surname)].append(key)
    genders = _genders(register)
    for block in sorted(blocks):
        keys = blocks[block][:_WIDEST]
        for n, one in enumerate(keys):
            for two in keys[n + 1 :]:
                if _variants(one, two, register, genders):
                    first, second = sorted((register.spelt(one), register.spelt(two)))
                    why = f"“{first}” and “{second}” are spelt alike, in like company"
                    register.tie(one, two, why)


def _genders(register: Register) -> dict[int, set[str]]:
    """What pronouns say of each person, by group."""
    found: dict[int, set[str]] = defaultdict(set)
    for sighting in register.all:
        found[register.groups.root(sighting.number)] |= sighting.genders
    return found


def _variants(one: str, two: str, register: Register, genders: dict[int, set[str]]) -> bool:
    first, second = register.names[one], register.names[two]
    if first.tokens[0][0] != second.tokens[0][0] and first.surname != second.surname:
        return False
    if first.suffix != second.suffix or compatible(first, second):
        return False
    alike = _short_form(first, second) or skeleton(first) == skeleton(second)
    alike = alike or _transliterated(first, second)
    if not alike and not _one_letter(first, second):
        return False
    if _beside(one, two, register) or not _like_company(one, two, register):
        return False
    sides = [
        {g for root in register.roots(register.holders[key]) for g in genders[root]}
        for key in (one, two)
    ]
    return bool(sides[0] & sides[1]) if sides[0] and sides[1] else alike


def _beside(one: str, two: str, register: Register) -> bool:
    """Whether a report names both, neither of them a slip: then they are two people."""
    counts: list[dict[int, int]] = [defaultdict(int), defaultdict(int)]
    for side, key in zip(counts, (one, two), strict=True):
        for sighting in register.holders[key]:
            side[sighting.report] += len(sighting.mentions)
    same = skeleton(register.names[one]) == skeleton(register.names[two])
    both = counts[0].keys() & counts[1].keys()
    return any(not same or min(counts[0][at], counts[1][at]) > 1 for at in both)


def _like_company(one: str, two: str, register: Register) -> bool:
    """Whether the reports give both the same office, or enough other names beside them."""
    offices = [{o for s in register.holders[key] for o in s.offices} for key in (one, two)]
    return bool(offices[0] & offices[1]) or register.company(one, two) >= _COMPANY


def _transliterated(one: Name, two: Name) -> bool:
    """Whether two names can be one name in other letters: the same consonants, other vowels.

    Of a word of five letters or more two may be written otherwise, but never the last one, which
    tells men from women in many languages, and of a shorter one none.
    """
    if len(one.tokens) != len(two.tokens) or len(one.tokens) < 2:
        return False
    return all(_other_vowels(a, b) for a, b in zip(one.tokens, two.tokens, strict=True))


def _other_vowels(one: str, two: str) -> bool:
    if one == two:
        return True
    return (
        min(len(one), len(two)) >= _LEAST
        and _bones(one) == _bones(two)
        and one[0] == two[0]
        and one[-1] == two[-1]
        and _edits(one, two) <= _EDITS
    )


def _bones(token: str) -> str:
    """The consonants of a word, doubled ones written once."""
    return "".join(
        c for at, c in enumerate(token) if c not in "aeiouy" and (at == 0 or token[at - 1] != c)
    )


def _edits(one: str, two: str) -> int:
    """How many letters are put in, left out or changed (Levenshtein 1966)."""
    row = list(range(len(two) + 1))
    for n, a in enumerate(one, start=1):
        last, row[0] = row[0], n
        for m, b in enumerate(two, start=1):
            last, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, last + (a != b))
    return row[-1]


def _short_form(one: Name, two: Name) -> bool:
    """Whether only the first names differ, and one is short for the other."""
    first, second = (_SHORT_FORMS.get(name.tokens[0], name.tokens[0]) for name in (one, two))
    return first == second and one.surname == two.surname and _middle(one, two)


def _middle(one: Name, two: Name) -> bool:
    """Whether the middle names agree or one has none."""
    first, second = one.tokens[1:-1], two.tokens[1:-1]
    return not first or not second or first == second


def _one_letter(one: Name, two: Name) -> bool:
    """Whether only the first names differ, and those by one letter of at least four."""
    if one.tokens[1:] != two.tokens[1:]:
        return False
    first, second = one.tokens[0], two.tokens[0]
    if min(len(first), len(second)) < 4 or abs(len(first) - len(second)) > 1:
        return False
    match = SequenceMatcher(None, first, second, autojunk=False)
    same = sum(block.size for block in match.get_matching_blocks())
    return same >= max(len(first), len(second)) - 1
