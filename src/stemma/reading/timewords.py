"""The words that reports use for time and for counts: months, weekdays, units, number words."""

from __future__ import annotations

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

UNITS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS: dict[str, int] = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
SCALES: dict[str, float] = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
    "m": 1e6,
    "k": 1e3,
}
ORDINALS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30, "half": 2, "quarter": 4}
"""Ordinals, which also name the parts of a fraction ("two thirds")."""

COUNTED_NOUNS = frozenset(
    "people persons men women children civilians residents citizens voters votes seats troops "
    "soldiers officers police workers employees jobs students teachers pupils members delegates "
    "deputies lawmakers refugees migrants protesters demonstrators supporters households families "
    "homes houses buildings schools hospitals companies firms businesses shops dollars euros "
    "pounds roubles rubles yen yuan cents kilometres kilometers km miles metres meters feet tonnes "
    "tons kilograms kg acres hectares barrels litres liters gallons megawatts mw watts degrees "
    "points calories cases deaths victims patients prisoners detainees hostages vehicles cars "
    "trucks tanks aircraft planes ships boats missiles drones shells rockets words pages copies "
    "signatures tickets guests passengers fans participants attendees users accounts years months "
    "weeks days hours minutes seconds times inhabitants volunteers doctors nurses farmers animals "
    "trees units items countries towns villages communities percent per".split()
)
"""Nouns before which a four-digit number is an amount and not a year."""


def number_word(words: str) -> int | None:
    """The value of a number below a hundred written as words ("twenty-one"), else `None`."""
    parts = words.lower().replace("-", " ").split()
    if parts in (["a"], ["an"]):
        return 1
    if len(parts) == 1:
        return UNITS.get(parts[0], TENS.get(parts[0]))
    if len(parts) == 2 and parts[0] in TENS and 0 < UNITS.get(parts[1], 0) < 10:
        return TENS[parts[0]] + UNITS[parts[1]]
    return None


def ordinal_word(words: str) -> int | None:
    """The value of an ordinal up to thirty-first written as words, else `None`."""
    parts = words.lower().replace("-", " ").split()
    if len(parts) == 1 and parts[0] not in {"half", "quarter"}:
        return ORDINALS.get(parts[0])
    if len(parts) == 2 and parts[0] in TENS and parts[1] in ORDINALS:
        return TENS[parts[0]] + ORDINALS[parts[1]]
    return None
