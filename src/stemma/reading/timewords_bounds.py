"""Words before a date that bound it ("by", "since") or name a part of it ("late")."""

from __future__ import annotations

from datetime import date, timedelta

from stemma.model.when import When
from stemma.reading.timewords_calendar import interval

_UP_TO = frozenset({"by", "until", "till", "no later than"})
_BEFORE = frozenset({"before", "prior to", "ahead of"})


def bounded(when: When, word: str) -> When:
    """The stretch that a date with `word` before it stands for.

    "by" and "until" are read as holding all of what they name, and say so.
    """
    if word in _UP_TO:
        said = f"{when.resolved}; '{word}' is read as including {when.end or 'the end'}"
        return interval(None, when.end, said) if when.end else when
    if word in _BEFORE:
        return interval(None, _beside(when.start, -1), when.resolved) if when.start else when
    if word == "since":
        return interval(when.start, None, when.resolved) if when.start else when
    return interval(_beside(when.end, 1), None, when.resolved) if when.end else when


def unnarrowed(when: When, word: str) -> When:
    """A part of a date ("late 2025") as the whole of it, since no report says where it begins."""
    return interval(when.start, when.end, f"{when.resolved}; '{word}' is not narrowed")


def _beside(at: date | None, days: int) -> date | None:
    try:
        return at + timedelta(days=days) if at else None
    except OverflowError:
        return None
