"""Expressions that count from another day, and those that name a stretch of the calendar."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from stemma.model.when import When
from stemma.reading import timewords_calendar as calendar_of
from stemma.reading.timewords import MONTHS, WEEKDAYS, number_word
from stemma.reading.timewords_anchor import Scene
from stemma.reading.timewords_calendar import Unit
from stemma.reading.timewords_tense import direction, hangs_on_noun

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_DAY_WORDS = {"yesterday": -1, "last night": -1, "tomorrow": 1, "tonight": 0}
_SHIFTS = {"last": -1, "this": 0, "next": 1}


def resolve_relative(form: str, match: re.Match[str], scene: Scene) -> When | None:
    """The date that a form's match stands for, or unknown with the reason."""
    if form in _FIXED:
        return _FIXED[form](match)
    if form in _FROM_SCENE:
        return _FROM_SCENE[form](match, scene)
    if scene.anchor.day is None:
        return When.unknown(scene.anchor.reason)
    return _FROM_ANCHOR[form](match, scene, scene.anchor.day)


def _decade(match: re.Match[str]) -> When:
    first = int(match["decade"])
    last = first + (99 if first % 100 == 0 and first < 2000 else 9)
    return calendar_of.interval(date(first, 1, 1), date(last, 12, 31))


def _short_decade(_: re.Match[str]) -> When:
    return When.unknown("the century is not given")


def _short_range(match: re.Match[str]) -> When | None:
    first = int(match["year"])
    last = first - first % 100 + int(match["short"])
    if last <= first:
        return None
    return calendar_of.interval(date(first, 1, 1), date(last, 12, 31))


def _quarter(match: re.Match[str]) -> When:
    year, code = int(match["year"]), (match["code"] or "").lower()
    size = 3 if code.startswith("q") or (match["size"] or "").lower() == "quarter" else 6
    parts = 12 // size
    nth = int(code[1]) if code else _NTH.get(match["nth"].lower(), parts)
    if nth > parts:
        return When.unknown("a year has no such part")
    start = calendar_of.whole_month(year, size * (nth - 1) + 1)
    end = calendar_of.whole_month(year, size * nth)
    return calendar_of.interval(start.start, end.end)


def _season(match: re.Match[str]) -> When:
    if not match["year"]:
        return When.unknown("a season's months depend on the place")
    if match["season"].lower() == "winter":
        return When.unknown("a winter lies in two years")
    year = int(match["year"])
    said = f"{calendar_of.AS_WRITTEN}; the season is not narrowed"
    return calendar_of.interval(date(year, 1, 1), date(year, 12, 31), said)


def _spell(match: re.Match[str], scene: Scene) -> When:
    """ "in recent weeks", "over the past three years": a stretch only where a number is given."""
    if _BELONGS.match(match.string, match.end()):
        return When.unknown("it counts from the end of what it is part of")
    count = _number(match["count"]) if match["count"] else None
    side, at = match["side"].lower(), scene.anchor.day
    if count is None or side in {"recent", "following"}:
        return When.unknown(f"no number of {match['unit'].lower()}s is given")
    if at is None:
        return When.unknown(scene.anchor.reason)
    said = f"relative to {scene.anchor.basis}"
    sign = -1 if side in {"past", "last"} else 1
    other = calendar_of.away(at, _unit(match["unit"]), sign * count)
    if other is None:
        return When.unknown("it lies outside the calendar")
    return calendar_of.interval(min(at, other), max(at, other), said)


_BELONGS = re.compile(r"[ \u00a0]of[ \u00a0](?=\w)")
_OWNER = re.compile(r"(?:\b(?:the|his|her|its|their|my|our|your)|['’]s?)[ \u00a0]$", re.IGNORECASE)
_MORE = re.compile(r"\b(?:more than|over|at least)[ \u00a0]$", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less than|under|within|not|no more than)[ \u00a0]$", re.IGNORECASE)
_SUNDAY = 6
_MONTH = 31
_EARLY = 2  # days into a week or month in which it may still be meant as a whole
_SOUGHT = re.compile(r"\b(?:for|to)\b[^,.;:\n]*$", re.IGNORECASE)


def _number(words: str) -> int | None:
    return int(words) if words.isdigit() else number_word(words)


def _weekday(match: re.Match[str], scene: Scene, at: date) -> When:
    wanted = WEEKDAYS.index(match["weekday"].lower())
    shift = (match["shift"] or "").lower()
    said = f"relative to {scene.anchor.basis}"
    back, ahead = (at.weekday() - wanted) % 7, (wanted - at.weekday()) % 7
    if shift in {"last", "past", "this past"}:
        return calendar_of.day(at - timedelta(days=back or 7), said)
    if shift in {"next", "coming", "this coming"}:
        return calendar_of.day(at + timedelta(days=ahead or 7), said)
    if shift == "this":
        return calendar_of.day(at + timedelta(days=wanted - at.weekday()), said)
    way = direction(scene.doc, scene.at)
    if way == "open":
        return When.unknown("the verb's tense does not say whether it is past or to come")
    return calendar_of.day(at + timedelta(days=ahead if way == "future" else -back), said)


def _day_word(match: re.Match[str], scene: Scene, at: date) -> When:
    word = re.sub(r"\s+", " ", match["word"].lower())
    said = f"relative to {scene.anchor.basis}"
    if word == "today" and direction(scene.doc, scene.at) == "open":
        return When.unknown("'today' can mean these days")
    if "before" in word or "after" in word.split():
        return calendar_of.step(at, "day", -2 if "before" in word else 2, said)
    return calendar_of.step(at, "day", _DAY_WORDS.get(word, 0), said)


def _shifted_unit(match: re.Match[str], scene: Scene, at: date) -> When:
    shift = match["shift"].lower().split()[-1]
    said = f"relative to {scene.anchor.basis}"
    unit = _unit(match["unit"])
    if shift in {"past", "coming"}:
        other = calendar_of.away(at, unit, 1 if shift == "coming" else -1) or at
        return calendar_of.interval(min(at, other), max(at, other), said)
    if shift != "this" and _is_of_another(match):
        return When.unknown("it counts from the end of what it is part of")
    way = direction(scene.doc, scene.at)
    if unit == "week" and at.weekday() == _SUNDAY and (shift == "last" or way == "future"):
        return _week_from_sunday(at, _SHIFTS[shift], said)
    whole = calendar_of.step(at, unit, _SHIFTS[shift], said)
    side = (match["when"] or "").lower()
    if not whole.known or shift != "this":
        return whole
    if side == "earlier" or (not side and way == "past" and _has_begun(whole, scene, at)):
        return calendar_of.interval(whole.start, at, said)
    return calendar_of.interval(at, whole.end, said) if side else whole


def _has_begun(whole: When, scene: Scene, at: date) -> bool:
    """Whether what was done "this week" or "this month" was done before the report.

    Not so early in the stretch, nor where a noun has the words ("pushed for a vote this week").
    """
    if whole.start is None or whole.end is None or (whole.end - whole.start).days > _MONTH:
        return False
    if (at - whole.start).days < _EARLY or hangs_on_noun(scene.doc, scene.at):
        return False
    return _SOUGHT.search(scene.text[max(0, scene.at - 40) : scene.at]) is None


def _is_of_another(match: re.Match[str]) -> bool:
    """Whether "last year" is the last one of something ("in the last year of her term")."""
    before = match.string[max(0, match.start() - 8) : match.start()]
    return bool(_OWNER.search(before) and not match["shift"].lower().startswith("the"))


def _week_from_sunday(at: date, count: int, said: str) -> When:
    """A week as a paper of Sunday means it: what has just ended is the last, what begins this."""
    first = at + timedelta(weeks=count)
    said = f"{said}, a Sunday, with which the week is read as beginning"
    return calendar_of.interval(first, first + timedelta(days=6), said)


def _shifted_month(match: re.Match[str], scene: Scene, at: date) -> When:
    month = MONTHS[match["month"].lower().rstrip(".")]
    shift = match["shift"].lower()
    said = f"relative to {scene.anchor.basis}"
    if shift == "this":
        return calendar_of.whole_month(at.year, month, said)
    if shift == "last":
        return calendar_of.whole_month(at.year - (month >= at.month), month, said)
    return calendar_of.whole_month(at.year + (month <= at.month), month, said)


def _month_of_shifted_year(match: re.Match[str], scene: Scene, at: date) -> When:
    month = MONTHS[match["month"].lower().rstrip(".")]
    year = at.year + _SHIFTS[match["shift"].lower()]
    return calendar_of.whole_month(year, month, f"relative to {scene.anchor.basis}")


def _ago(match: re.Match[str], scene: Scene, at: date) -> When:
    when = _counted(match, at, -1, scene.anchor.basis)
    before = match.string[max(0, match.start() - 14) : match.start()]
    if when.known and _MORE.search(before):
        return calendar_of.interval(None, when.end, when.resolved)
    if when.known and _LESS.search(before):
        return calendar_of.interval(when.start, at, when.resolved)
    return when


def _ahead(match: re.Match[str], scene: Scene, at: date) -> When:
    return _counted(match, at, 1, scene.anchor.basis)


def _counted(match: re.Match[str], at: date, sign: int, basis: str) -> When:
    count = _number(match["count"])
    if count is None:
        return When.unknown("no exact number is given")
    return calendar_of.step(at, _unit(match["unit"]), sign * count, f"relative to {basis}")


def _offset(match: re.Match[str], scene: Scene) -> When:
    unit = _unit(match["unit"])
    at = _known_to(scene.last, unit)
    if at is None:
        return _no_last(scene.last, unit)
    sign = 1 if match["sign"].lower() in {"later", "afterward", "afterwards"} else -1
    return _counted(match, at, sign, at.isoformat() if unit in {"day", "week"} else _named(scene))


def _neighbour(match: re.Match[str], scene: Scene) -> When:
    unit = _unit(match["unit"])
    at = _known_to(scene.last, unit)
    if at is None:
        return _no_last(scene.last, unit)
    count = {"following": 1, "next": 1, "same": 0}.get(match["side"].lower(), -1)
    return calendar_of.step(at, unit, count, f"relative to {_named(scene)}")


def _day_beside(match: re.Match[str], scene: Scene) -> When:
    at = _known_to(scene.last, "day")
    if at is None:
        return _no_last(scene.last, "day")
    count = -1 if match["side"].lower() == "before" else 1
    return calendar_of.step(at, "day", count, f"relative to {_named(scene)}")


def _known_to(last: When | None, unit: Unit) -> date | None:
    """The start of the last date, where it is at least as fine as the unit to count in."""
    enough: dict[str, set[str]] = {
        "day": {"day"},
        "week": {"day"},
        "month": {"day", "month"},
        "year": {"day", "month", "year"},
        "decade": {"day", "month", "year"},
    }
    return last.start if last is not None and last.kind in enough[unit] else None


def _no_last(last: When | None, unit: Unit) -> When:
    if last is None:
        return When.unknown("no date stands shortly before it")
    return When.unknown(f"the date before it is not known to the {unit}")


def _named(scene: Scene) -> str:
    start = scene.last.start if scene.last else None
    if scene.last is None or start is None:
        return "the date before it"
    length = {"year": 4, "month": 7}.get(scene.last.kind, 10)
    return start.isoformat()[:length]


def _unit(words: str) -> Unit:
    units: dict[str, Unit] = {
        "day": "day",
        "week": "week",
        "month": "month",
        "year": "year",
        "decade": "decade",
    }
    return units[words.lower().rstrip("s")]


_FIXED: dict[str, Callable[[re.Match[str]], When | None]] = {
    "decade": _decade,
    "short-decade": _short_decade,
    "short-range": _short_range,
    "quarter": _quarter,
    "season": _season,
}
_FROM_SCENE: dict[str, Callable[[re.Match[str], Scene], When]] = {
    "offset": _offset,
    "neighbour": _neighbour,
    "day-beside": _day_beside,
    "spell": _spell,
}
_FROM_ANCHOR: dict[str, Callable[[re.Match[str], Scene, date], When]] = {
    "weekday": _weekday,
    "day-word": _day_word,
    "shifted-unit": _shifted_unit,
    "shifted-month": _shifted_month,
    "month-of-shifted-year": _month_of_shifted_year,
    "ago": _ago,
    "in-units": _ahead,
    "from-now": _ahead,
}
