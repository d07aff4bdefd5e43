"""How values are put into words for a reader: dates, probabilities, kinds and verdicts."""

from __future__ import annotations

from datetime import date

from stemma.dossier.index import Index
from stemma.model.claim import Retelling
from stemma.model.document import HeldLikelihood, Holder
from stemma.model.span import words_of
from stemma.model.when import When

QUOTES = {
    "direct": "speaker’s own words",
    "mixed": "partly the speaker’s words",
    "indirect": "report’s rendering",
    "none": "report’s words",
}
MODALITIES = {
    "probable": "as probable",
    "possible": "as possible",
    "conditional": "under a condition",
    "intended": "as intended",
}
STAGES = {
    "considered": "considered",
    "announced": "announced",
    "filed": "filed",
    "debated": "debated",
    "adopted": "adopted",
    "in-force": "in force",
}
MODES = {
    "spoke-to": "spoke to",
    "credit": "credited to",
    "cites": "cited from",
    "reportedly": "reportedly",
    "other": "through",
}
VERDICTS = {
    "conflict": "Conflict",
    "different-scope": "Different scope",
    "different-stage": "Different stage",
    "update": "Update",
    "spread": "Spread of estimates",
    "unsure": "Unsure",
    "compatible": "Compatible",
    "not-compared": "Not compared",
}
DIRECTIONS = {
    "stronger": "Stronger",
    "weaker": "Weaker",
    "neither": "Neither stronger nor weaker",
    "unknown": "Direction unknown",
}
_GREW = {
    "hedge": "hedge dropped or weakened",
    "attribution": "attribution dropped",
    "condition": "condition dropped",
    "scope": "scope widened",
    "number": "number raised",
    "stage": "stage advanced",
}
_SHRANK = {
    "hedge": "hedge added",
    "attribution": "attribution added",
    "condition": "condition added",
    "scope": "scope narrowed",
    "number": "number lowered",
    "stage": "stage put back",
}
AUDIT_LEVELS = {
    "sure-loss": "Sure loss",
    "implausible": "Coherent but implausible",
    "label": "Label mismatch",
    "missing": "Missing",
    "note": "Note",
}
RELATIONS = {
    "step-of": "is a step of",
    "implies": "implies",
    "excludes": "excludes",
    "narrower-than": "is narrower than",
    "unknown": "stands in an unsettled relation to",
}


MONTHS = (
    "January February March April May June July August September October November December"
).split()


def day_text(day: date) -> str:
    """A day, as "9 January 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day_text(day: date) -> str:
    """A day, as "9 Jan 2026"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def when_text(when: When) -> str:
    """A date as far as it is known; "not dated" where it is not."""
    start, end = when.start, when.end
    if when.kind == "unknown" or (start is None and end is None):
        return "not dated"
    if start is None or end is None:
        return f"from {day_text(start)}" if start else f"by {_end_text(end)}"
    if when.kind == "year" and start.year == end.year:
        return str(start.year)
    if when.kind == "month" and (start.year, start.month) == (end.year, end.month):
        return f"{MONTHS[start.month - 1]} {start.year}"
    if start == end:
        return day_text(start)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    return f"{day_text(start)} – {day_text(end)}"


def _end_text(end: date | None) -> str:
    if end is None:
        return "an open date"
    return f"the end of {end.year}" if (end.month, end.day) == (12, 31) else day_text(end)


def holder_text(holder: Holder, index: Index) -> str:
    """Who holds a likelihood: an actor's name, the words for somebody described, or an author."""
    name = index.name(holder.actor)
    if name is not None:
        return name
    if holder.place:
        return " ".join(words_of(holder.place).split())
    return f"the author of {index.label(holder.author_of or '')}"


def range_text(likelihood: HeldLikelihood) -> str:
    """The numbers of a likelihood in per cent, as its holder gives them."""
    low, high = likelihood.low, likelihood.high
    if low is None and high is None:
        return "no number"
    if low is None or high is None:
        return f"at least {_percent(low)} %" if low is not None else f"at most {_percent(high)} %"
    return f"{_percent(low)} %" if low == high else f"{_percent(low)}–{_percent(high)} %"


def _percent(value: float | None) -> str:
    return f"{round((value or 0.0) * 100, 2):g}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun in the right form."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def change_text(retelling: Retelling) -> str:
    """What changed in a retelling, as far as its direction tells."""
    known = {"stronger": _GREW, "weaker": _SHRANK}.get(retelling.direction, {})
    what = "wording" if retelling.change == "other" else retelling.change
    return known.get(retelling.change, f"{what} altered")


_OPENING, _CLOSING = '“"«„', '”"»“'


def quoted(words: str) -> str:
    """Words within quotation marks: their own, where they bring a pair; single around double."""
    inner = words[1:-1]
    has_inner = any(mark in inner for mark in _OPENING + _CLOSING)
    if len(words) > 1 and words[0] in _OPENING and words[-1] in _CLOSING and not has_inner:
        return words
    return f"‘{words}’" if any(mark in words for mark in _OPENING + _CLOSING) else f"“{words}”"
