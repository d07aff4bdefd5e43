"""Who is a man and who a woman, as far as titles, forenames and plain pronouns tell.

A pronoun tells plainly where a sentence names one person alone and no other pronoun differs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from stemma.reading.forenames import MENS, WOMENS
from stemma.reading.page import Page
from stemma.reading.titles import ADDRESS, FEMALE, MALE
from stemma.reading.view import HE_OR_SHE, Known, is_somebody

_PLAIN, _LIKELY = 2, 1  # what a pronoun counts where nobody else, or somebody else, stands before
_ENOUGH = 2
_FAR_MORE = 4  # times as often as the other pronoun


def find_genders(page: Page, people: Sequence[Known], hidden: Sequence[int]) -> dict[str, str]:
    """ "f" or "m" for each key of a person that is known; `hidden` are the tokens in quotations."""
    told: dict[str, str] = {}
    for k in people:
        gender = _by_name(page, k)
        if gender is not None:
            told.setdefault(k.key, gender)
    for key, counted in _by_pronouns(page, people, set(hidden)).items():
        for gender, other in (("f", "m"), ("m", "f")):
            if counted[gender] >= max(_ENOUGH, _FAR_MORE * counted[other]):
                told.setdefault(key, gender)
    return told


def _by_name(page: Page, k: Known) -> str | None:
    before = page.doc[k.name.start - 1].lower_ if k.name.start else ""
    words = {before} if before in ADDRESS else set()
    for role in k.mention.roles:
        words.update(role.exact.lower().split()[-1:])
    for word in sorted(words):
        if word in FEMALE or word in MALE:
            return "f" if word in FEMALE else "m"
    forename = k.key.split()[0] if " " in k.key else ""
    if forename in WOMENS or forename in MENS:
        return "f" if forename in WOMENS else "m"
    return None


def _by_pronouns(
    page: Page, people: Sequence[Known], hidden: set[int]
) -> Mapping[str, Counter[str]]:
    named: dict[int, dict[str, int]] = {}
    for k in people:
        if k.name.start not in hidden:
            number = page.number_at(page.doc[k.name.start].idx)
            named.setdefault(number, {}).setdefault(k.key, k.name.end)
    votes: dict[str, Counter[str]] = {}
    for number, keys in named.items():
        if len(keys) > 1:
            continue
        key, end = next(iter(keys.items()))
        genders = _pronouns(page, number, end, hidden)
        if len(genders) == 1:
            alone = set(named.get(number - 1, keys)) == {key}
            votes.setdefault(key, Counter())[genders.pop()] += _PLAIN if alone else _LIKELY
    return votes


def _pronouns(page: Page, number: int, end: int, hidden: set[int]) -> set[str]:
    """The genders of the pronouns of a sentence from token `end` on; none beside an unnamed man."""
    span = page.sentences[number].span
    found: set[str] = set()
    for token in page.tokens([(span.start, span.end)]):
        if token.i in hidden:
            continue
        if is_somebody(token):
            return set()
        if token.i >= end and token.lower_ in HE_OR_SHE:
            found.add("f" if token.lower_ in FEMALE else "m")
    return found
