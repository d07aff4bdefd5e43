"""The headline's place in the text."""

from __future__ import annotations

import re

from stemma.ingest.lines import Line, lines_of

TOP = 10  # lines from the start among which a headline is looked for
MOST_WORDS = 30
LONGEST = 240
LINK_WORDS = 5
MARKDOWN = re.compile(r"#{1,6}\s+(?=\S)")
TRUNCATED = re.compile(r"(?:\.\.\.|…)$")
UNFINISHED = re.compile(r"[.,;:—–-]$")


def place_title(text: str, title: str) -> tuple[str, tuple[int, int]]:
    """The text with a known title in it, and where the title stands.

    The title is set as the first line unless one of the first lines is it already, with or
    without a site's name after it.
    """
    key = Line(0, 0, title, tuple(re.findall(r"[^\W_]+(?:['’\-][^\W_]+)*", title))).key
    for line in lines_of(text)[:TOP]:
        begun = len(line.words) >= 4 and key.startswith(line.key) and len(line.key) * 2 > len(key)
        if line.key == key or begun:
            return text, _place(line)
    return f"{title}\n\n{text}", (0, len(title))


def find_headline(lines: list[Line], known: dict[int, str]) -> tuple[int, int] | None:
    """Where a text whose title nobody gives has one: `None` where its top doesn't look like it.

    `known` is the furniture, with its reasons; one that links elsewhere in many words may yet be
    a headline that begins like such a link.
    """
    passed = {
        index
        for index, reason in known.items()
        if reason != "link to other pages" or len(lines[index].words) < LINK_WORDS
    }
    top = lines[:TOP]
    for index, line in enumerate(top):
        if index in passed:
            continue
        if not headline_like(line) or index + 1 == len(lines):
            return None
        following = lines[index + 1]
        if _furniture(line, top[index + 1 :]):
            continue
        longer = len(following.text) > len(line.text) * 1.5
        apart = following.after_blank or index + 1 in known or longer
        return _place(line) if apart else None
    return None


def _place(line: Line) -> tuple[int, int]:
    """The place of a headline without the marks that make it one in Markdown."""
    marks = MARKDOWN.match(line.text)
    return line.start + (marks.end() if marks else 0), line.end


def headline_like(line: Line) -> bool:
    """Short, of more than one word, and not ended like a sentence."""
    ended = UNFINISHED.search(line.text) and not TRUNCATED.search(line.text)
    return 1 <= len(line.words) <= MOST_WORDS and len(line.text) <= LONGEST and not ended


def _furniture(line: Line, below: list[Line]) -> bool:
    """Whether a line above the headline is a section's name, a breadcrumb, or cut short."""
    longer = [other for other in below if headline_like(other) and len(other.words) >= 5]
    if TRUNCATED.search(line.text) or re.search(r" [>›»/] ", line.text):
        return bool(longer)
    return len(line.words) <= 2 and bool(longer)
