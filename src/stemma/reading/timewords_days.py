"""Days told by their name in the week, or by "today" and "yesterday"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from stemma.model.when import When
from stemma.reading import timewords_calendar as calendar_of
from stemma.reading.timewords import WEEKDAYS
from stemma.reading.timewords_anchor import Scene
from stemma.reading.timewords_around import is_of_feast
from stemma.reading.timewords_tense import OPEN_TENSE, Direction, direction

if TYPE_CHECKING:
    from spacy.tokens import Token

_DAY_WORDS = {"yesterday": -1, "last night": -1, "tomorrow": 1, "tonight": 0}
_OWNS = re.compile(r"['’]s?[ \u00a0]")
_AFTER = re.compile(
    r"\b(?:after|since|following|from|(?:wake|aftermath|wreckage) of|"
    r"(?:response|reaction|respond(?:s|ed|ing)?|react(?:s|ed|ing)?) to)[ \u00a0](?:the[ \u00a0])?$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:before|ahead of|for|until|till)[ \u00a0]$", re.IGNORECASE)
_SO_FAR = re.compile(r"\b(?:as of|earlier)(?: on)?[ \u00a0]$", re.IGNORECASE)
_AS_SOON = re.compile(r"\bas (?:early|soon) as[ \u00a0]$", re.IGNORECASE)
_WINDOW = 24  # characters before a weekday that can set it
_EPOCH = frozenset(
    "world society age era time times generation youth standard economy market climate culture "
    "challenge politics politician democracy medium media kid child teenager woman man people "
    "language money price term technology problem issue need".split()
)
"""What "today's" makes one of these times and not of a day."""
_OF_TIMES = re.compile(r"(?<!as )(?<!end )(?<!start )\bof[ \u00a0]$", re.IGNORECASE)


def resolve_weekday(match: re.Match[str], scene: Scene, at: date) -> When:
    """The nearest day of that name that "last" or "next", the tense, or the words around allow.

    The day of the report itself, where it has that name.
    """
    wanted = WEEKDAYS.index(match["weekday"].lower())
    shift = (match["shift"] or "").lower()
    said = f"relative to {scene.anchor.basis}"
    if not shift and is_of_feast(match):
        return When.unknown("it counts from what is named after it")
    if shift == "following":
        return _following(wanted, scene.last)
    back, ahead = (at.weekday() - wanted) % 7, (wanted - at.weekday()) % 7
    if shift in {"last", "past", "this past"}:
        return calendar_of.day(at - timedelta(days=back or 7), said)
    if shift in {"next", "coming", "this coming"}:
        return calendar_of.day(at + timedelta(days=ahead or 7), said)
    if shift == "this":
        return calendar_of.day(at + timedelta(days=wanted - at.weekday()), said)
    if not back:
        return calendar_of.day(at, said)
    way = _way(match, scene)
    if way == "open":
        return When.unknown(OPEN_TENSE)
    return calendar_of.day(at + timedelta(days=ahead if way == "future" else -back), said)


def _following(wanted: int, last: When | None) -> When:
    """The first such weekday after the day that was mentioned last."""
    if last is None or last.kind != "day" or last.end is None:
        return When.unknown("no day stands shortly before it")
    ahead = (wanted - last.end.weekday()) % 7 or 7
    at = calendar_of.away(last.end, "day", ahead)
    if at is None:
        return When.unknown("it lies outside the calendar")
    return calendar_of.day(at, f"relative to {last.end.isoformat()}")


def _way(match: re.Match[str], scene: Scene) -> Direction:
    """The direction that the words before a weekday give, or else the tense of its clause."""
    before = scene.text[max(0, scene.at - _WINDOW) : scene.at]
    if _AS_SOON.search(before):
        return "future"
    if _SO_FAR.search(before):
        return "past"
    owns = _OWNS.match(scene.text, match.end()) is not None
    if owns and _AFTER.search(before):
        return "past"
    way = direction(scene.doc, scene.at)
    return "future" if way == "open" and owns and _BEFORE.search(before) else way


def resolve_day_word(match: re.Match[str], scene: Scene, at: date) -> When | None:
    """The day that "yesterday" or "tonight" is; `None` where "today" means these times."""
    word = re.sub(r"\s+", " ", match["word"].lower())
    said = f"relative to {scene.anchor.basis}"
    if word in {"today", "tomorrow", "yesterday"} and _means_times(match, scene):
        return None
    if "before" in word or "after" in word.split():
        return calendar_of.step(at, "day", -2 if "before" in word else 2, said)
    return calendar_of.step(at, "day", _DAY_WORDS.get(word, 0), said)


def _means_times(match: re.Match[str], scene: Scene) -> bool:
    """Whether it is "today's world" or "the challenges of today"."""
    if _OWNS.match(scene.text, match.end()):
        owned = _owned(scene, match.end())
        return owned is None or owned.pos_ == "PROPN" or owned.lemma_.lower() in _EPOCH
    return _OF_TIMES.search(scene.text[max(0, scene.at - 8) : scene.at]) is not None


def _owned(scene: Scene, end: int) -> Token | None:
    """The noun whose owner ends at a character."""
    span = scene.doc.char_span(end - 1, end, alignment_mode="expand")
    return span[0].head if span is not None and len(span) else None


def resolve_day_end(_: re.Match[str], scene: Scene) -> When:
    """ "By day's end": up to the day that was mentioned last."""
    last = scene.last
    if last is None or last.kind != "day" or last.end is None:
        return When.unknown("no day stands shortly before it")
    return calendar_of.interval(None, last.end, f"relative to {last.end.isoformat()}")
