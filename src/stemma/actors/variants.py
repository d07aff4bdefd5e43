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


def join_variants(register: Register) -> None:
    """Join two full names that differ by a letter, or that sound the same.

    They must agree in gender as far as pronouns tell; where none do, only names that sound the
    same are joined ("Emil" and "Emile" may be two people).
    """
    blocks: dict[str, list[str]] = defaultdict(list)
    for key, name in register.names.items():
        blocks[name.surname].append(key)
        blocks["first " + name.tokens[0]].append(key)
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
    if not alike and not _one_letter(first, second):
        return False
    reports = [{s.report for s in register.holders[key]} for key in (one, two)]
    if reports[0] & reports[1] or register.company(one, two) < _COMPANY:
        return False
    sides = [
        {g for root in register.roots(register.holders[key]) for g in genders[root]}
        for key in (one, two)
    ]
    return bool(sides[0] & sides[1]) if sides[0] and sides[1] else alike


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
