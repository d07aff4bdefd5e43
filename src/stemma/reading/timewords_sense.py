"""Whether words that look like a date are one: years against amounts and names, months against
people and verbs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from stemma.reading.timewords import COUNTED_NOUNS, WEEKDAYS
from stemma.reading.timewords_names import is_title
from stemma.reading.timewords_patterns import ARTICLE, OPEN_MONTH
from stemma.reading.timewords_seasons import is_led

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NEXT_WORD = re.compile(r"[ \u00a0\t]{1,2}([A-Za-z]+)(?:[ \u00a0\t]([A-Za-z]+))?")
_BEFORE_WORD = re.compile(r"(?:(\w[\w.’'-]*)[ \u00a0\t]{1,2})$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;•\n|–—(\[“\"]|[a-z],)[ \u00a0\t]*$")
_PERSON_MAY = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Prime Minister|Minister) ?\.? May\b"
)
_NAMED_MAY = re.compile(
    r"\b(?!In|By|On|Last|This|Next|Late|Early|Mid|Since|Until|From|And|To|Of|For|Before|After|During)"
    r"[A-Z][a-z]{2,15} May\b(?! \d)"
)
_OWNS = re.compile(r"['’]s\b")
_RECURS = re.compile(r"\b(?:every|each)\s$", re.IGNORECASE)
_WEEKLY = re.compile(
    r"[ \u00a0](?:morning[ \u00a0])?(?:(?:talk|news|political)[ \u00a0])?"
    r"(?:shows|schools?|papers|newspapers|services|mass|roast)\b",
    re.IGNORECASE,
)
_TO_YEAR = re.compile(r"[-–—‑](?:1\d|20|21)\d\d(?!\w|[.,]\d)")
_GLUED = re.compile(r"(?:[.,/:]|(?<!\d{4})(?<!\bmid)(?<!\blate)(?<!\bearly)-|\w\d{4}-)$")
_PART_OF = re.compile(r"\b(?:end|beginning|start|middle|month)[ \u00a0]of[ \u00a0]$")
_AMOUNT_LEADS = frozenset(
    "about approximately around nearly almost some only exactly roughly than least most no "
    "number page room flight article section chapter".split()
)
_COMMON = re.compile(r"[ \u00a0][a-z]{3,}")
_PARTS = re.compile(r"[ \u00a0](?:of|in|from|and|to)\b")
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_TO_COUNTED = 60
_EVENT_OF = re.compile(
    r"[ \u00a0][^.,;:!?()“”\"\n–—]*[ \u00a0](?:of|on|in)[ \u00a0](?:the[ \u00a0])?"
)
_CLOCK = re.compile(r"[ \u00a0]?(?:hours|hrs|gmt|utc|local time|[ap]\.?m\b)", re.IGNORECASE)


def is_date(text: str, form: str, match: re.Match[str]) -> bool:
    """Whether a form's match is a time expression at its place in the text."""
    if form in _TESTS:
        return _TESTS[form](text, match)
    if form == "weekday" and _is_weekly(text, match):
        return False
    if form in {"weekday", "day-word", "shifted-unit"}:
        return not is_title(text, match.start(), match.end(), match.group())
    return True


def names_event(doc: Doc, end: int) -> bool:
    """Whether the date that ends here is the name of an event ("the March 3 attack")."""
    span = doc.char_span(end - 1, end, alignment_mode="expand")
    if span is None or span.end >= len(doc):
        return False
    return doc[span.end].tag_ in {"NN", "NNS"}


def _is_weekly(text: str, match: re.Match[str]) -> bool:
    """Whether a weekday comes again each week ("every Friday", "the Sunday shows")."""
    if _RECURS.search(text[max(0, match.start() - 8) : match.start()]):
        return True
    return match["shift"] is None and _WEEKLY.match(text, match.end()) is not None


def stands_before_noun(doc: Doc, end: int) -> bool:
    """Whether the word after a character is a noun that is no day ("a Christmas market")."""
    span = doc.char_span(end - 1, end, alignment_mode="expand")
    if span is None or span.end >= len(doc):
        return False
    word = doc[span.end]
    return word.tag_ in _NOUNS and word.lower_ not in WEEKDAYS


def counts_from(doc: Doc, end: int, start: int) -> bool:
    """Whether "two years after" counts from the date that starts at `start`.

    Either that follows at once, or with an event whose day it is ("after the storm of …").
    """
    if not 0 < start - end <= _TO_COUNTED:
        return False
    gap = doc.text[end:start]
    if gap.strip().lower() in {"", "the"}:
        return True
    if _EVENT_OF.fullmatch(gap) is None:
        return False
    words = doc.char_span(end + 1, start - 1, alignment_mode="expand")
    return words is not None and all(word.pos_ not in {"VERB", "AUX"} for word in words)


def _is_year(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    value = int(match["year"])
    if not 1500 <= value <= 2150 or _GLUED.search(text[max(0, start - 6) : start]):
        return False
    if _CLOCK.match(text, end) or _counts(text, end):
        return False
    before = _BEFORE_WORD.search(text[max(0, start - 40) : start])
    if before is None or _TO_YEAR.match(text, end):
        return True
    word = before[1]
    if word.lower() in _AMOUNT_LEADS:
        return False
    return not _is_name_before(text, start, word)


def _counts(text: str, end: int) -> bool:
    follows = _NEXT_WORD.match(text, end)
    if follows is None:
        return False
    words = {word.lower() for word in follows.groups() if word}
    first = follows[1].lower()
    return first in COUNTED_NOUNS or (first not in _LINKS and bool(words & COUNTED_NOUNS))


_LINKS = frozenset(
    "and or to but when after before as the a an in on of for with from by that which who while "
    "until since is was were are has had have will would did does where because if at than said "
    "he she it they we i his her its their".split()
)


def _is_name_before(text: str, start: int, word: str) -> bool:
    """Whether the year belongs to a name ("Agenda 2030"): a capital that no sentence explains."""
    if not word[:1].isupper() or word.lower() in _LINKS | {"since", "during", "between", "circa"}:
        return False
    at = start - len(word) - 1
    if _SENTENCE_START.search(text[max(0, at - 40) : at].replace("\u00a0", " ")):
        return word.lower() not in {"by", "late", "early", "mid", "around", "about", "through"}
    return True


def _is_bare_month(text: str, match: re.Match[str]) -> bool:
    words = match["month"]
    if not words[0].isupper() or len(words.rstrip(".")) < 3 or words.endswith("."):
        return False
    if len(words) == 3 and words.lower() != "may":
        return False
    lead = OPEN_MONTH.search(text[max(0, match.start() - 12) : match.start()])
    if lead is None:
        return words not in {"May", "March"} and _is_adjective(text, match)
    if words != "May":
        return True
    if _OWNS.match(text, match.end()) and _NAMED_MAY.search(text):
        return False
    word = lead.group().strip(" \u00a0-").lower()
    if _PERSON_MAY.search(text) and word not in {"in", "last", "next", "early", "late", "mid"}:
        return False
    if _PART_OF.search(text[max(0, match.start() - 16) : match.start()]):
        return True
    return word not in {"and", "for", "on", "to", "by", "of"} or _is_range_month(text, match)


def _is_adjective(text: str, match: re.Match[str]) -> bool:
    """Whether a month tells which one of its kind a noun is ("the June summit")."""
    article = ARTICLE.search(text[max(0, match.start() - 6) : match.start()])
    return article is not None and _COMMON.match(text, match.end()) is not None


def _is_season(text: str, match: re.Match[str]) -> bool:
    """Whether "spring" and "fall" are seasons: with "last", with a year, or after "in the"."""
    if match["shift"] is not None or match["year"] is not None:
        return True
    return is_led(text, match.start()) and _PARTS.match(text, match.end()) is None


def _is_range_month(text: str, match: re.Match[str]) -> bool:
    """Whether a month name stands shortly before ("from March to May")."""
    near = text[max(0, match.start() - 30) : match.start()]
    return (
        re.search(
            r"\b(?:January|February|March|April|June|July|August|September|October|"
            r"November|December)\b[ \d,]{0,10}(?:to|and|until) $",
            near,
        )
        is not None
    )


def _is_month_word(text: str, match: re.Match[str]) -> bool:
    """Whether "may" and "march" with a number beside them are months and no verbs."""
    words = match["month"].rstrip(".")
    groups = match.groupdict()
    if words[0].isupper() or words.lower() not in {"may", "march", "mar"} or groups.get("year"):
        day = groups.get("day")
        bare = day is not None and day.isdigit() and not groups.get("year")
        return not (bare and match.end() == match.end("day") and _counts(text, match.end()))
    return bool(re.search(r"\b(?:on|since|until|by|of) $", text[: match.start()][-8:]))


def _is_weekend(text: str, match: re.Match[str]) -> bool:
    return match["shift"] is not None or is_led(text, match.start())


def _is_feast(_: str, match: re.Match[str]) -> bool:
    return str(match["feast"])[0].isupper()


_TESTS: dict[str, Callable[[str, re.Match[str]], bool]] = {
    "year": _is_year,
    "month": _is_bare_month,
    "month-day-year": _is_month_word,
    "day-month-year": _is_month_word,
    "shifted-month": _is_month_word,
    "month-of-shifted-year": _is_month_word,
    "season": _is_season,
    "weekend": _is_weekend,
    "feast": _is_feast,
}
