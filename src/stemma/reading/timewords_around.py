"""The words right before and after a relative date that say what it counts from."""

from __future__ import annotations

import re

_BELONGS = re.compile(r"[ \u00a0]of[ \u00a0](?=\w)")
_OWNER = re.compile(r"(?:\b(?:the|his|her|its|their|my|our|your)|['’]s?)[ \u00a0]$", re.IGNORECASE)
_OVER_THE = re.compile(r"\b(?:over|in|during|for|within)[ \u00a0]the[ \u00a0]$", re.IGNORECASE)
_SPANS = re.compile(r"\b(?:over|in|during|for|within)[ \u00a0]$", re.IGNORECASE)
_OF_FEAST = re.compile(r"[ \u00a0](?:before|after|following|preceding)[ \u00a0](?=\w)")
_MORE = re.compile(r"\b(?:more than|at least)[ \u00a0]$", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less than|under|within|not|no more than)[ \u00a0]$", re.IGNORECASE)


def belongs(match: re.Match[str]) -> bool:
    """Whether it is a part of something ("the last 13 years of his rule")."""
    return _BELONGS.match(match.string, match.end()) is not None


def is_just_past(match: re.Match[str]) -> bool:
    """Whether "the last month" is the one that ends with the report ("over the last month")."""
    before = match.string[max(0, match.start() - 16) : match.start()]
    return bool(_OVER_THE.search(before)) and not belongs(match)


def is_of_another(match: re.Match[str]) -> bool:
    """Whether "last year" is the last one of something ("in the last year of her term")."""
    before = match.string[max(0, match.start() - 8) : match.start()]
    return bool(_OWNER.search(before) and not match["shift"].lower().startswith("the"))


def is_of_feast(match: re.Match[str]) -> bool:
    """Whether it is "the Sunday before the vote"."""
    before = match.string[max(0, match.start() - 4) : match.start()].lower()
    return before.endswith("the ") and _OF_FEAST.match(match.string, match.end()) is not None


def spans_ahead(match: re.Match[str]) -> bool:
    """Whether a stretch is filled by what is told ("over the next decade")."""
    return _SPANS.search(match.string[max(0, match.start() - 10) : match.start()]) is not None


def is_more(match: re.Match[str]) -> bool:
    """Whether a count is only the least ("more than three years ago")."""
    return _MORE.search(match.string[max(0, match.start() - 14) : match.start()]) is not None


def is_less(match: re.Match[str]) -> bool:
    """Whether a count is only the most ("less than two weeks ago")."""
    return _LESS.search(match.string[max(0, match.start() - 14) : match.start()]) is not None
