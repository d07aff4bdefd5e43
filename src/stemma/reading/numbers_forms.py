"""The written forms of quantities: digits, number words, fractions, ranges, units, bounds."""

from __future__ import annotations

import re
from typing import Literal

from stemma.reading.timewords import ORDINALS, SCALES, TENS, UNITS, number_word

BoundWord = Literal["at-least", "at-most", "about"]

_SP = r"[ \t\u00a0\u202f]{1,2}"
_SCALE = "dozen|hundred|thousand|million|billion|trillion"
_ABBREVIATED = r"(?:mn|bn|tn|m|k)(?!\w)"
_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,6})?"
_WORD = rf"(?:{'|'.join((*TENS, *(word for word in UNITS if word != 'zero')))}|{_SCALE})"
_WORDS = rf"(?:an?{_SP}(?={_SCALE}))?{_WORD}(?:(?:-|{_SP}(?:and{_SP})?){_WORD}){{0,6}}(?!\w)"
_HALF = rf"(?:{_SP}and{_SP}a{_SP}half(?!\w)(?:{_SP}(?:{_SCALE})(?!\w))?)?"
_SPELT = rf"(?:{_DIGITS}(?:(?:{_SP}|-)?(?:(?:{_SCALE})(?!\w)|{_ABBREVIATED}))?|{_WORDS}){_HALF}"
_CURRENCY = r"(?:US\$|A\$|C\$|\$|€|£|¥|₹|₽|₴)"
_DASH = r"[-–—‑]"
_PART = "|".join(word + "s?" for word in ORDINALS if word not in {"first", "second"})
_UNITS = (
    r"%|(?:per{sp}cent|percent)(?:age)?(?:{sp}points?)?(?!\w)|pct(?!\w)|percentage{sp}points?(?!\w)|"
    r"basis{sp}points?(?!\w)|(?:dollars?|euros?|pounds?|yen|yuan|roubles?|rubles?|rupees?|hryvnias?|"
    r"pesos?|francs?)(?!\w)"
).replace("{sp}", _SP)

BOUNDS: dict[str, BoundWord] = {
    "at least": "at-least",
    "no fewer than": "at-least",
    "no less than": "at-least",
    "not less than": "at-least",
    "a minimum of": "at-least",
    "more than": "at-least",
    "greater than": "at-least",
    "over": "at-least",
    "above": "at-least",
    "upwards of": "at-least",
    "upward of": "at-least",
    "exceeding": "at-least",
    "at most": "at-most",
    "no more than": "at-most",
    "not more than": "at-most",
    "a maximum of": "at-most",
    "less than": "at-most",
    "fewer than": "at-most",
    "lower than": "at-most",
    "under": "at-most",
    "below": "at-most",
    "up to": "at-most",
    "as many as": "at-most",
    "as much as": "at-most",
    "about": "about",
    "around": "about",
    "approximately": "about",
    "roughly": "about",
    "nearly": "about",
    "almost": "about",
    "some": "about",
    "circa": "about",
    "an estimated": "about",
    "close to": "about",
}
"""Words before a number, and what they make of it."""

_LEAD = "|".join(sorted((key.replace(" ", _SP) for key in BOUNDS), key=len, reverse=True))
QUANTITY = re.compile(
    rf"(?<![\w#@/$€£¥])(?<!\w[-./,:'’])(?:(?P<lead>{_LEAD}){_SP}|(?P<tilde>~)[ ]?)?"
    rf"(?:(?P<between>between){_SP})?(?P<sign>minus{_SP}|[-−](?=[\d$€£]))?"
    rf"(?:(?P<currency>{_CURRENCY})[ ]?)?(?P<low>{_SPELT})"
    rf"(?P<low_unit>[ ]?(?:{_UNITS}))?"
    rf"(?:(?:[ ]?(?P<dash>{_DASH})[ ]?|{_SP}(?P<link>to|(?(between)and|or)){_SP})"
    rf"(?:{_CURRENCY})?(?P<high>{_SPELT}))?"
    rf"(?P<unit>[ ]?(?:{_UNITS}))?(?![\d/@]|[.,:]\d|\w)",
    re.IGNORECASE,
)
"""A number or a range with the words and signs that bound it and give its unit."""
FRACTION = re.compile(
    rf"(?<![\w-])(?:(?P<lead>{_LEAD}){_SP})?(?:"
    rf"(?P<count>an?|one|two|three|four|five|\d{{1,2}})(?:-|{_SP})(?P<part>{_PART})(?!\w)"
    rf"(?={_SP}of\b|{_SP}majorit|(?<=s)(?<!quarters))(?!{_SP}of{_SP}an?\b)|"
    rf"(?P<half>half)(?={_SP}(?:of|the|all)\b)|"
    rf"(?P<some>one|two|three|four|five|\d{{1,3}}){_SP}(?:in|out{_SP}of){_SP}"
    rf"(?P<all>{_DIGITS}|{'|'.join((*TENS, *UNITS))})(?!\w|[.,]\d)"
    rf"(?!{_SP}(?:days|weeks|months|years|hours|minutes)))",
    re.IGNORECASE,
)
"""A share of a whole: "a quarter", "two-thirds", "half of", "one in four"."""
_AND_A_HALF = re.compile(r"(.+?)\s+and\s+a\s+half(?:\s+(\w+))?", re.IGNORECASE)
_SPLIT = re.compile(r"[\s-]+")


def spelt_value(words: str) -> float | None:
    """The value of a number in digits or words ("3.2 billion", "two hundred and five")."""
    halved = _AND_A_HALF.fullmatch(words)
    if halved:
        whole = spelt_value(halved[1])
        scale = SCALES[halved[2].lower()] if halved[2] else 1.0
        return None if whole is None else (whole + 0.5) * scale
    parts = [part for part in _SPLIT.split(words.lower().replace(",", "")) if part != "and"]
    total, part_sum, seen = 0.0, 0.0, False
    for part in (piece for whole in parts for piece in _glued(whole)):
        if part in SCALES:
            scale = SCALES[part]
            if scale <= 100:
                part_sum = (part_sum or 1) * scale
            else:
                total, part_sum = total + (part_sum or 1) * scale, 0.0
        else:
            value = _plain(part)
            if value is None or (seen and not _follows(part_sum, value)):
                return None
            part_sum += value
        seen = True
    return total + part_sum if seen else None


def _glued(part: str) -> list[str]:
    """A number and the scale that is written onto it ("3.2bn")."""
    match = re.fullmatch(r"([\d.]+)([a-z]+)", part)
    return [match[1], match[2]] if match else [part]


def _plain(part: str) -> float | None:
    if re.fullmatch(r"\d+(?:\.\d+)?", part):
        return float(part)
    value = number_word(part)
    return None if value is None else float(value)


def _follows(so_far: float, value: float) -> bool:
    """Whether a number word can continue the one before it ("twenty" + "one")."""
    if so_far % 100 == 0:
        return value < 100
    return so_far % 10 == 0 and value < 10 and so_far % 100 >= 20


def fraction_value(match: re.Match[str]) -> float | None:
    """The share that a match of `FRACTION` states, in [0, 1]; `None` where it is none."""
    if match["half"]:
        return 0.5
    if match["all"]:
        whole, part = spelt_value(match["all"]), spelt_value(match["some"])
    else:
        part = float(number_word(match["count"]) or 0) or spelt_value(match["count"])
        word = match["part"].lower()
        whole = ORDINALS.get(word, ORDINALS.get(word.rstrip("s"), 0))
        whole = 2.0 if word.startswith("hal") else float(whole)
    if not whole or part is None or not 0 < part < whole:
        return None
    return part / whole


def unit_of(words: str | None) -> str | None:
    """The common spelling of a written unit, `None` for none."""
    if not words:
        return None
    plain = " ".join(words.lower().split())
    if "point" in plain:
        return "basis points" if plain.startswith("basis") else "percentage points"
    if plain == "%" or plain.replace(" ", "").startswith(("percent", "pct")):
        return "%"
    return _CURRENCIES.get(plain.rstrip("s"), plain if plain.endswith("s") else plain + "s")


_CURRENCIES = {"dollar": "$", "euro": "€", "pound": "£", "yen": "¥"}
