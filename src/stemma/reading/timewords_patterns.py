"""The written forms of dates, one pattern each. Every pattern is linear in the text it reads."""

from __future__ import annotations

import re

from stemma.reading.timewords import MONTHS, ORDINALS, TENS, UNITS, WEEKDAYS
from stemma.reading.timewords_feasts import FEASTS

_SP = r"[ \t\u00a0\u202f]{1,3}"
_COMMA = rf"(?:,?{_SP}|,)"
_LONG = "|".join(name for name in MONTHS if len(name) > 3)
_SHORT = "|".join(name for name in MONTHS if len(name) < 5 and name not in {"may", "june", "july"})
_MONTH = rf"(?P<month>(?:{_LONG}|may)\b(?:\.(?={_SP}\d))?|(?:{_SHORT})\b\.?)"
_WEEKDAY = "|".join(WEEKDAYS)
_SHORT_DAY = r"mon|tues?|wed|thurs?|fri|sat|sun"
_SHIFT = r"this past|this coming|last|next|this|coming|past"
_NAMED_DAY = (
    rf"(?:(?:(?:{_SHIFT}){_SP})?(?P<weekday>{_WEEKDAY}|(?:{_SHORT_DAY})\b\.?){_COMMA}"
    rf"(?:the{_SP})?)?"
)
_ORDINAL_WORD = (
    r"(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|"
    + "|".join(word for word in ORDINALS if word not in {"half", "quarter"})
    + "|thirtieth"
)
_DAY = (
    rf"(?P<day>(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,]\d|\w)|(?:{_ORDINAL_WORD})\b)"
)
_NUMERAL = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,]\d|\w)"
_FIRST = rf"(?P<first>{_NUMERAL})"
_LAST = rf"(?P<last>{_NUMERAL})"
_YEAR = r"(?P<year>(?:1\d|20|21)\d\d)(?![\d%]|[.,]\d|\w)"
_NUMBER_WORD = "|".join((*UNITS, *TENS))
_COUNT = (
    rf"(?P<count>an?|\d{{1,3}}|(?:{'|'.join(TENS)})[- ](?:{'|'.join(UNITS)})|{_NUMBER_WORD}|"
    rf"a{_SP}few|several|many|a{_SP}couple(?:{_SP}of)?|some)"
)
_UNIT = r"(?P<unit>day|week|month|year|decade)"
_SEASON = r"spring|summer|autumn|fall|winter"
_DASH = r"[-–—‑]"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$€£#])(?<!\d[.,]){pattern}", re.IGNORECASE)


FORMS: dict[str, re.Pattern[str]] = {
    "month-day-year": _compile(
        rf"{_NAMED_DAY}{_MONTH}{_SP}(?:the{_SP})?{_DAY}(?:(?:{_COMMA}|{_SP}of{_SP}){_YEAR})?"
    ),
    "day-month-year": _compile(
        rf"{_NAMED_DAY}{_DAY}{_SP}(?:of{_SP})?{_MONTH}(?:(?:{_COMMA}|{_SP}of{_SP}){_YEAR})?"
    ),
    "days-month": _compile(
        rf"(?:from{_SP}|(?P<between>between{_SP}))?{_FIRST}(?:(?:{_SP})?{_DASH}(?:{_SP})?|{_SP}"
        rf"(?:to|until|through|(?(between)and|to)){_SP}){_LAST}{_SP}(?:of{_SP})?{_MONTH}"
        rf"(?:{_COMMA}{_YEAR})?"
    ),
    "month-days": _compile(
        rf"{_MONTH}{_SP}{_FIRST}(?:(?:{_SP})?{_DASH}(?:{_SP})?|{_SP}(?:to|through){_SP}){_LAST}"
        rf"(?:{_COMMA}{_YEAR})?"
    ),
    "month-year": _compile(rf"{_MONTH}(?:{_COMMA}|{_SP}of{_SP}){_YEAR}"),
    "month": _compile(rf"{_MONTH}(?!\w)"),
    "year": _compile(rf"{_YEAR}"),
    "iso": _compile(
        r"(?P<year>(?:1\d|20|21)\d\d)(?P<sep>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=sep)"
        r"(?P<day>0?[1-9]|[12]\d|3[01])(?![\w-]|[./]\d)"
    ),
    "numeric": _compile(
        r"(?P<first>0?[1-9]|[12]\d|3[01])(?P<sep>[-/.])(?P<second>0?[1-9]|[12]\d|3[01])(?P=sep)"
        r"(?P<year>(?:1\d|20|21)\d\d|\d\d)(?![\w-]|[./]\d)"
    ),
    "decade": _compile(r"(?P<decade>(?:1\d|20)\d0)['’]?s\b"),
    "short-decade": _compile(r"(?:['’])(?P<decade>\d0)s\b"),
    "short-range": _compile(
        rf"(?P<year>(?:1\d|20|21)\d\d)[-–—‑/](?P<short>\d\d)(?![\d%]|[.,]\d|\w|{_DASH}\d)"
    ),
    "quarter": _compile(
        rf"(?:(?P<nth>first|second|third|fourth|final|last){_SP}(?P<size>quarter|half)"
        rf"(?:{_SP}of|,)?|(?P<code>[qh][1-4])(?:{_SP}of|,)?){_SP}{_YEAR}"
    ),
    "season": _compile(
        rf"(?:(?P<shift>{_SHIFT}){_SP})?(?P<season>{_SEASON})(?:(?:{_SP}of)?{_SP}{_YEAR})?"
        r"(?!\w)"
    ),
    "weekend": _compile(rf"(?:(?P<shift>{_SHIFT}|previous){_SP})?weekend(?!\w)"),
    "feast": _compile(
        rf"(?:(?P<shift>{_SHIFT}){_SP})?(?P<feast>{FEASTS})(?!\w)"
        rf"(?:(?:{_COMMA}|{_SP}of{_SP}|{_SP}in{_SP}){_YEAR})?"
    ),
    "day-end": _compile(rf"by{_SP}(?:the{_SP})?(?:day['’]s{_SP}end|end{_SP}of{_SP}the{_SP}day)\b"),
    "weekday": _compile(rf"(?:(?P<shift>{_SHIFT}|following){_SP})?(?P<weekday>{_WEEKDAY})\b"),
    "day-word": _compile(
        rf"(?P<word>the{_SP}day{_SP}before{_SP}yesterday|the{_SP}day{_SP}after{_SP}tomorrow|"
        rf"yesterday|tomorrow|today|tonight|this{_SP}(?:morning|afternoon|evening)|"
        rf"last{_SP}night)\b"
    ),
    "shifted-unit": _compile(
        rf"(?:(?P<when>earlier|later){_SP})?"
        rf"(?P<shift>last|this|next|(?:the|this){_SP}(?:past|coming)){_SP}"
        r"(?P<unit>week|month|year|decade)\b"
    ),
    "shifted-month": _compile(rf"(?P<shift>last|next|this){_SP}{_MONTH}(?!\w|{_SP}\d)"),
    "month-of-shifted-year": _compile(
        rf"{_MONTH}(?:{_SP}{_DAY},?)?{_SP}(?:of{_SP})?(?P<shift>last|this|next){_SP}year\b"
    ),
    "ago": _compile(rf"(?:{_COUNT}{_SP}|(?=[a-z]+s{_SP}ago)){_UNIT}s?{_SP}ago\b"),
    "in-units": _compile(rf"in{_SP}{_COUNT}{_SP}{_UNIT}s?(?:['’]{_SP}time)\b"),
    "from-now": _compile(rf"{_COUNT}{_SP}{_UNIT}s?{_SP}from{_SP}now\b"),
    "offset": _compile(
        rf"{_COUNT}{_SP}{_UNIT}s?{_SP}(?P<sign>earlier|later|afterwards?|previously)\b(?! than)"
    ),
    "beside": _compile(rf"{_COUNT}{_SP}{_UNIT}s?{_SP}(?P<side>before|after)(?={_SP}\w)"),
    "neighbour": _compile(
        rf"the{_SP}(?P<side>following|next|previous|preceding|same){_SP}{_UNIT}\b"
    ),
    "day-beside": _compile(rf"the{_SP}day{_SP}(?P<side>before|after)(?=[,.;:)”\"\n]|$)"),
    "spell": _compile(
        rf"(?:in|over|during|for|within){_SP}(?:the{_SP})?"
        rf"(?P<side>recent|coming|past|last|next|following){_SP}(?:{_COUNT}{_SP})?"
        r"(?P<unit>day|week|month|year|decade)s\b"
    ),
}
"""Every form, by name."""

LEAD = re.compile(
    r"(?<!\w)(?P<bound>by|before|prior to|after|since|until|till|no later than|ahead of)"
    r"[ \u00a0]{1,2}(?P<the>the[ \u00a0]{1,2})?$",
    re.IGNORECASE,
)
PART = re.compile(
    r"(?<!\w)(?P<part>early|late|mid|(?:the )?(?:beginning|start|end|middle|close) of)"
    r"(?:[ \u00a0](?:in )?|[-–‑])(?:the )?$",
    re.IGNORECASE,
)
OPEN_MONTH = re.compile(
    r"(?<!\w)(?:in|since|until|till|from|during|before|after|by|between|and|to|through|early|late|"
    r"mid|of|this|last|next|for|on)(?:[ \u00a0]{1,2}|-)$",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"(?<!\w)(?:the|an?|his|her|its|their)[ \u00a0]$", re.IGNORECASE)
BEFORE_RANGE = re.compile(r"(?<!\w)(?P<word>from|between)[ \u00a0]{1,2}$", re.IGNORECASE)
BETWEEN = re.compile(
    rf"[ \u00a0]{{0,2}}(?:(?P<dash>{_DASH})|(?P<word>to|until|till|through|and|or))"
    r"[ \u00a0]{0,2}$",
    re.IGNORECASE,
)
