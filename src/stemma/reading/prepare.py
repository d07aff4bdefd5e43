"""The text as the parser gets it: same length as the report's, so that offsets are one to one."""

from __future__ import annotations

import re

from stemma.model.report import Report

_WITHIN_WORD = re.compile(r"(?<=[^\W\d_])[\"”“](?=(?:s|t|d|m|re|ve|ll)\b)")
_MARK = re.compile(r'"')
_ENDLESS = re.compile(r"\S{300,}")
_BREAKS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\r": "\n"})
_INK = re.compile(r"[^\n]")


def parse_input(report: Report, limit: int) -> str:
    """The report's text with what is no part of the article blanked out, offsets kept.

    Marks that stand for apostrophes become apostrophes, runs of 300 characters without a space
    become blanks, and so does all that lies beyond `limit` code points.
    """
    text = report.text[:limit].translate(_BREAKS)
    kept: list[str] = []
    at = 0
    for start, end in sorted((s.span.start, s.span.end) for s in report.stripped):
        kept.append(text[at:start])
        kept.append(_INK.sub(" ", text[max(at, start) : end]))
        at = max(at, end)
    text = "".join(kept) + text[at:]
    text = _ENDLESS.sub(lambda m: " " * len(m.group()), text)
    return _apostrophes(text).ljust(len(report.text))


def _apostrophes(text: str) -> str:
    """Quotation marks that can only be apostrophes, turned into apostrophes."""
    if not _WITHIN_WORD.search(text):
        return text
    text = _WITHIN_WORD.sub("’", text)
    return "\n".join(_possessives(line) for line in text.split("\n"))


def _possessives(line: str) -> str:
    """A closing mark with no open one, after an s and before a word, is a plural possessive."""
    marks = list(line)
    is_open = False
    for match in _MARK.finditer(line):
        at = match.start()
        if at == 0 or line[at - 1] in " \u00a0([—–-":
            is_open = True
        elif is_open:
            is_open = False
        elif line[at - 1] == "s" and line[at + 1 : at + 2] == " ":
            marks[at] = "’"
    return "".join(marks)
