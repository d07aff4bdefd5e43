"""Whether words that look like a date are one: years against amounts and names, months against
people and verbs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stemma.reading.timewords import COUNTED_NOUNS
from stemma.reading.timewords_names import is_title
from stemma.reading.timewords_patterns import OPEN_MONTH

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
_TO_YEAR = re.compile(r"[-–—‑](?:1\d|20|21)\d\d(?!\w|[.,]\d)")
_GLUED = re.compile(r"(?:[.,/:]|(?<!\d{4})-|\w\d{4}-)$")
_AMOUNT_LEADS = frozenset(
    "about approximately around nearly almost some only exactly roughly than least most no "
    "number page room flight article section chapter".split()
)
_CLOCK = re.compile(r"[ \u00a0]?(?:hours|hrs|gmt|utc|local time|[ap]\.?m\b)", re.IGNORECASE)


def is_date(text: str, form: str, match: re.Match[str]) -> bool:
    """Whether a form's match is a time expression at its place in the text."""
    if form == "year":
        return _is_year(text, match)
    if form == "month":
        return _is_bare_month(text, match)
    if form in {"month-day-year", "day-month-year", "shifted-month", "month-of-shifted-year"}:
        return _is_month_word(text, match)
    if form == "season":
        return match["shift"] is not None or match["year"] is not None
    if form == "weekday" and _RECURS.search(text[max(0, match.start() - 8) : match.start()]):
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
        return False
    if words != "May":
        return True
    if _OWNS.match(text, match.end()) and _NAMED_MAY.search(text):
        return False
    word = lead.group().strip(" \u00a0-").lower()
    if _PERSON_MAY.search(text) and word not in {"in", "last", "next", "early", "late", "mid"}:
        return False
    return word not in {"and", "for", "on", "to", "by", "of"} or _is_range_month(text, match)


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
