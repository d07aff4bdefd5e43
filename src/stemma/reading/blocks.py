"""The lines of a report put into blocks: paragraphs, headings and list items.

Plain text carries no markup, so a block's form is read from what it looks like: its mark, its
length, how it ends, and what follows it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

Form = Literal["paragraph", "heading", "item"]

_BULLET = re.compile(
    r"(?:[•◦▪‣·●○■□►▶➤➢✓*–—-]|\d{1,3}[.)]|[ivx]{1,4}[.)]|\(?[A-Za-z0-9]{1,2}\))[ \t\u00a0]+"
)
_NUMBERED = re.compile(r"(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,5})[.)]|\([A-Za-z0-9]{1,3}\)")
_HASHES = re.compile(r"#{1,6}[ \t]+")
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?){0,2}"
    r"(?:,? [A-Z][a-z]+\.? \d{1,2})?(?: \([A-Z][\w ./]{1,30}\))?"
    r"|[A-Z][\w'’.-]+(?:,? [A-Z][\w'’.-]+){0,3} \([A-Z][\w ./]{1,30}\))"
    r" ?(?:[—–]|--?) ?(?=[A-Z“\"])"
)
_DATELINES = 4  # blocks at the top that may begin with one
_LONGEST_HEADING = 110  # code points
_MOST_HEADING_WORDS = 14
_WRAPPED = range(50, 101)  # code points in a line broken to a fixed width


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text [start, end) without its mark, trimmed.

    `mark` is the bullet or number before it, `indent` the columns before that. `gap` tells
    whether a blank line stands before it.
    """

    start: int
    end: int
    form: Form
    mark: str = ""
    indent: int = 0
    gap: bool = False


def find_blocks(text: str, headline: tuple[int, int] | None) -> list[Block]:
    """All blocks of `text` in order; the line at `headline` is a heading."""
    blocks = _joined(text, _lines(text))
    blocks = [_formed(text, blocks, i) for i in range(len(blocks))]
    blocks[:_DATELINES] = [_without_dateline(text, block) for block in blocks[:_DATELINES]]
    if headline is None:
        return blocks
    inside = range(*headline)
    return [replace(b, form="heading") if b.start in inside else b for b in blocks]


def _lines(text: str) -> list[Block]:
    """One block a line that has words, its mark set apart."""
    found: list[Block] = []
    at, gap = 0, True
    for line in text.split("\n"):
        body = line.strip(" \t\u00a0\u200b\ufeff")
        start = at + (line.find(body) if body else 0)
        end = start + len(body)
        mark = _BULLET.match(body) or _HASHES.match(body)
        width = mark.end() if mark else 0
        if any(c.isalnum() for c in body[width:]):
            found.append(
                Block(
                    start=start + width,
                    end=end,
                    form="paragraph",
                    mark=body[:width].strip() if mark else "",
                    indent=start - at,
                    gap=gap,
                )
            )
            gap = False
        elif not body:
            gap = True
        at += len(line) + 1
    return found


def _joined(text: str, lines: list[Block]) -> list[Block]:
    """Lines that one paragraph was broken into, put together again."""
    full = sum(line.end - line.start in _WRAPPED for line in lines)
    if full * 2 < len(lines):
        return lines
    blocks: list[Block] = []
    last: Block | None = None
    for line in lines:
        if last is not None and _goes_on(text, last, line):
            blocks[-1] = replace(blocks[-1], end=line.end)
        else:
            blocks.append(line)
        last = line
    return blocks


def _goes_on(text: str, last: Block, line: Block) -> bool:
    """Whether `line` continues the paragraph of `last`: a break in mid-sentence at full width."""
    if line.gap or line.mark:
        return False
    length = last.end - last.start
    if length not in _WRAPPED:
        return False
    return text[line.start].islower() or text[last.end - 1] not in '.!?:;”"’'


def _formed(text: str, blocks: list[Block], i: int) -> Block:
    block = blocks[i]
    following = blocks[i + 1] if i + 1 < len(blocks) else None
    if block.mark.startswith("#"):
        return replace(block, form="heading")
    if block.mark:
        is_heading = _numbered_heading(text, block, following)
        return replace(block, form="heading" if is_heading else "item")
    if following is not None and _short_title(text, block):
        return replace(block, form="heading")
    return block


def _short_title(text: str, block: Block) -> bool:
    """Whether a line looks like a heading: short, no closing punctuation, no small start."""
    words = text[block.start : block.end]
    bare = words.rstrip('"”’»')
    if len(words) > _LONGEST_HEADING or bare[-1:] in ".!;,:…" or words[0].islower():
        return False
    return len(words.split()) <= _MOST_HEADING_WORDS and words[0] not in "“\"'("


def _without_dateline(text: str, block: Block) -> Block:
    """A paragraph without the place and agency it is dated from ("OSLO (ABC) – ")."""
    dateline = _DATELINE.match(text, block.start, block.end)
    if block.form != "paragraph" or dateline is None:
        return block
    return replace(block, start=dateline.end())


def _numbered_heading(text: str, block: Block, following: Block | None) -> bool:
    """Whether a numbered line is a heading: at the margin, a title, not followed by its like."""
    if following is None or block.indent or not _NUMBERED.fullmatch(block.mark):
        return False
    if not _short_title(text, block):
        return False
    return not (following.mark and kind_of_mark(following.mark) == kind_of_mark(block.mark))


def kind_of_mark(mark: str) -> str:
    """The sort of a mark: "1)", "a.", "•"."""
    return re.sub(r"[A-Z]", "A", re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", mark)))
