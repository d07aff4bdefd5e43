"""Expressions that count from another day: the report's, or the one named before."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from stemma.model.when import When
from stemma.reading import timewords_calendar as calendar_of
from stemma.reading.timewords import MONTHS, number_word
from stemma.reading.timewords_anchor import Scene
from stemma.reading.timewords_around import (
    belongs,
    is_just_past,
    is_less,
    is_more,
    is_of_another,
    spans_ahead,
)
from stemma.reading.timewords_calendar import Unit
from stemma.reading.timewords_days import resolve_day_end, resolve_day_word, resolve_weekday
from stemma.reading.timewords_fixed import FIXED
from stemma.reading.timewords_seasons import resolve_season, resolve_weekend
from stemma.reading.timewords_tense import direction

_SHIFTS = {"last": -1, "this": 0, "next": 1}


def resolve_relative(form: str, match: re.Match[str], scene: Scene) -> When | None:
    """The date that a form's match stands for, or unknown with the reason."""
    if form in FIXED:
        return FIXED[form](match)
    if form in _FROM_SCENE:
        return _FROM_SCENE[form](match, scene)
    if scene.anchor.day is None:
        return When.unknown(scene.anchor.reason)
    return _FROM_ANCHOR[form](match, scene, scene.anchor.day)


def _spell(match: re.Match[str], scene: Scene) -> When:
    """ "in recent weeks", "over the past three years": a stretch only where a number is given."""
    if belongs(match):
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


def _number(words: str) -> int | None:
    return int(words) if words.isdigit() else number_word(words)


def _short_decade(match: re.Match[str], scene: Scene, at: date) -> When:
    """ "The '80s" are the last ones, where this century's are still to come."""
    first = at.year - at.year % 100 + int(match["decade"])
    if first <= at.year + _SOON:
        return When.unknown("the century is not given")
    start, end = date(first - 100, 1, 1), date(first - 91, 12, 31)
    return calendar_of.interval(start, end, f"relative to {scene.anchor.basis}")


_SOON = 20  # years ahead within which a decade may be meant as one to come


def _shifted_unit(match: re.Match[str], scene: Scene, at: date) -> When:
    shift = match["shift"].lower().split()[-1]
    said = f"relative to {scene.anchor.basis}"
    unit = _unit(match["unit"])
    if shift in {"past", "coming"}:
        other = calendar_of.away(at, unit, 1 if shift == "coming" else -1) or at
        return calendar_of.interval(min(at, other), max(at, other), said)
    if shift == "last" and is_just_past(match):
        return calendar_of.interval(calendar_of.away(at, unit, -1), at, said)
    if shift != "this" and is_of_another(match):
        return When.unknown("it counts from the end of what it is part of")
    whole = calendar_of.step(at, unit, _SHIFTS[shift], said)
    later = (match["when"] or "").lower() == "later" and shift == "this"
    return calendar_of.interval(at, whole.end, said) if later and whole.known else whole


def _shifted_month(match: re.Match[str], scene: Scene, at: date) -> When:
    month = MONTHS[match["month"].lower().rstrip(".")]
    shift = match["shift"].lower()
    said = f"relative to {scene.anchor.basis}"
    if shift == "this":
        return calendar_of.whole_month(at.year, month, said)
    if shift == "last":
        return calendar_of.whole_month(at.year - (month >= at.month), month, said)
    return calendar_of.whole_month(at.year + (month <= at.month), month, said)


def _ago(match: re.Match[str], scene: Scene, at: date) -> When:
    when = _counted(match, at, -1, scene.anchor.basis)
    if when.known and is_more(match):
        return calendar_of.interval(None, when.end, when.resolved)
    if when.known and is_less(match):
        return calendar_of.interval(when.start, at, when.resolved)
    return when


def _ahead(match: re.Match[str], scene: Scene, at: date) -> When:
    return _counted(match, at, 1, scene.anchor.basis)


def _counted(match: re.Match[str], at: date, sign: int, basis: str) -> When:
    count = _number(match["count"]) if match["count"] else None
    if count is None:
        return When.unknown("no exact number is given")
    return calendar_of.step(at, _unit(match["unit"]), sign * count, f"relative to {basis}")


def resolve_beside(match: re.Match[str], other: When) -> When:
    """ "Two years before …", counted from the date that the words after it name."""
    unit = _unit(match["unit"])
    at = _known_to(other, unit)
    if at is None:
        return When.unknown(f"the date it counts from is not known to the {unit}")
    sign = 1 if match["side"].lower() == "after" else -1
    return _counted(match, at, sign, at.isoformat())


def _offset(match: re.Match[str], scene: Scene) -> When:
    unit = _unit(match["unit"])
    at = _known_to(scene.last, unit)
    if at is None:
        return _no_last(scene.last, unit)
    sign = 1 if match["sign"].lower() in {"later", "afterward", "afterwards"} else -1
    return _counted(match, at, sign, at.isoformat() if unit in {"day", "week"} else _named(scene))


def _neighbour(match: re.Match[str], scene: Scene) -> When:
    unit = _unit(match["unit"])
    ahead = _next_from_now(match, scene, unit)
    if ahead is not None:
        return ahead
    at = _known_to(scene.last, unit)
    if at is None:
        return _no_last(scene.last, unit)
    count = {"following": 1, "next": 1, "same": 0}.get(match["side"].lower(), -1)
    return calendar_of.step(at, unit, count, f"relative to {_named(scene)}")


def _next_from_now(match: re.Match[str], scene: Scene, unit: Unit) -> When | None:
    """ "over the next decade", where nothing past is told: it begins with the report."""
    at = scene.anchor.day
    if at is None or match["side"].lower() != "next" or not spans_ahead(match):
        return None
    if direction(scene.doc, scene.at) != "future":
        return None
    end = calendar_of.away(at, unit, 1)
    return calendar_of.interval(at, end, f"relative to {scene.anchor.basis}") if end else None


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


_FROM_SCENE: dict[str, Callable[[re.Match[str], Scene], When]] = {
    "offset": _offset,
    "neighbour": _neighbour,
    "day-beside": _day_beside,
    "spell": _spell,
    "season": resolve_season,
    "day-end": resolve_day_end,
}
_FROM_ANCHOR: dict[str, Callable[[re.Match[str], Scene, date], When | None]] = {
    "weekday": resolve_weekday,
    "short-decade": _short_decade,
    "day-word": resolve_day_word,
    "weekend": resolve_weekend,
    "shifted-unit": _shifted_unit,
    "shifted-month": _shifted_month,
    "ago": _ago,
    "in-units": _ahead,
    "from-now": _ahead,
}
