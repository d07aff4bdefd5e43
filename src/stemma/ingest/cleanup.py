"""What is no part of the article, marked where it stands."""

from __future__ import annotations

import re

from stemma.ingest.headline import TOP, headline_like
from stemma.ingest.interleaved import find_interleaved
from stemma.ingest.lines import Line
from stemma.ingest.noise import FIELD, noise_reason
from stemma.ingest.top import Top

BREADCRUMB = re.compile(r"(?:[^>›»/|→]{1,40}[>›»/|→]){1,8}[^>›»/|→]{0,200}")
HOME = re.compile(r"(?:home|start|main) ?(?:page)?\b", re.IGNORECASE)
TRUNCATED = re.compile(r"\s*(?:\.\.\.|…)$")
FIELD_WORDS = 12
LINK_HEADS = re.compile(
    r"(?:related|recommended|popular|trending|latest|most|you (?:may|might)|more|editor|up next|"
    r"what to read).{0,60}",
    re.IGNORECASE,
)


def furniture(lines: list[Line], top: Top) -> dict[int, str]:
    """The reason for each line that is no part of the article by its own words or place."""
    reasons = {index: reason for index, line in enumerate(lines) if (reason := _by_words(line))}
    for index, line in enumerate(lines[:TOP]):
        if (line.start, line.end) == top.byline:
            reasons[index] = "byline"
        elif (line.start, line.end) == top.dated:
            reasons[index] = "date line"
    return reasons


def find_noise(
    lines: list[Line], headline: tuple[int, int] | None, known: dict[int, str]
) -> list[tuple[int, int, str]]:
    """Places that are no part of the article, in order, each with the reason.

    `known` is the furniture. Each place is one whole line without the white space around it; the
    headline is never among them.
    """
    reasons = dict(known)
    own = {i for i, line in enumerate(lines) if headline and line.start <= headline[0] < line.end}
    for title in own:
        reasons |= _about_title(lines, title)
        reasons.pop(title, None)
    reasons |= _fields(lines, reasons)
    reasons |= _link_list(lines, reasons)
    for index in find_interleaved(lines, set(reasons) | own):
        reasons[index] = "headline of another report"
    return [
        (lines[index].start, lines[index].end, reasons[index])
        for index in sorted(set(reasons) - own)
    ]


def _by_words(line: Line) -> str | None:
    if not line.words:
        return "stray punctuation"
    return noise_reason(line.text)


def _about_title(lines: list[Line], title: int) -> dict[int, str]:
    """The headline again, cut short or within a breadcrumb, and what stands above it."""
    key = lines[title].key
    found: dict[int, str] = {}
    for index, line in enumerate(lines):
        if index == title:
            continue
        if line.key == key:
            found[index] = "repeated title"
        elif index < title and headline_like(line):
            found[index] = "breadcrumb" if _breadcrumb(line, key) else "section tag"
        elif index < TOP and _cut_short(line, key):
            found[index] = "repeated title"
    return found


def _breadcrumb(line: Line, key: str) -> bool:
    return bool(HOME.match(line.text) or BREADCRUMB.fullmatch(line.text) or _cut_short(line, key))


def _cut_short(line: Line, key: str) -> bool:
    """Whether a line ends in dots and what it ends with is the beginning of the title."""
    if not TRUNCATED.search(line.text) or len(line.words) < 4:
        return False
    own = line.key.split()
    return any(key.startswith(" ".join(own[start:])) for start in range(min(6, len(own) - 3)))


def _fields(lines: list[Line], reasons: dict[int, str]) -> dict[int, str]:
    """Short lines directly below a line of a comment form: names of its fields and buttons."""
    found: dict[int, str] = {}
    for index in sorted(i for i, reason in reasons.items() if reason == "comment form"):
        place = index + 1
        while place < len(lines) and len(lines[place].words) <= FIELD_WORDS:
            if place not in reasons and not FIELD.fullmatch(lines[place].text):
                break
            found.setdefault(place, "comment form")
            place += 1
    return {place: reason for place, reason in found.items() if place not in reasons}


def _link_list(lines: list[Line], reasons: dict[int, str]) -> dict[int, str]:
    """Lines that look like headlines directly below the head of a list of links."""
    found: dict[int, str] = {}
    heads = [i for i, why in reasons.items() if why == "link to other pages"]
    for head in sorted(i for i in heads if LINK_HEADS.fullmatch(lines[i].text)):
        place = head + 1
        while place < len(lines) and place not in reasons and headline_like(lines[place]):
            if len(lines[place].words) < 4 or len(lines[place].words) > 25:
                break
            found[place] = "link to other pages"
            place += 1
    return found
