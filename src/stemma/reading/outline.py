"""How blocks nest: the headings that each stands under, and what opens the list it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from stemma.reading.blocks import Block, Form, kind_of_mark

_LABEL = re.compile(r"[^\W\d_]+ (?:[A-Z]|\d{1,2}|[IVX]{1,4}) ?(?:[—–:.-]|$)")
_ASKS = re.compile(
    r"(?:what|who|why|how|when|where|which|will|is|are|does|do|can|could)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with the indices of the headings above it, outermost first, and of its opener."""

    block: Block
    above: tuple[int, ...] = ()
    lead_in: int | None = None


def outline(text: str, blocks: list[Block], headline: tuple[int, int] | None) -> list[Placed]:
    """Every block in its place. The line at `headline` stands above nothing.

    Plain text shows no levels, so they are inferred: a heading right under another is its child;
    a question, a number, a heading over headings, and a plain one that has no sibling begin anew.
    """
    headings: list[tuple[str, int]] = []
    lists = _Lists()
    placed: list[Placed] = []
    for i, block in enumerate(blocks):
        if headline and headline[0] <= block.start < headline[1]:
            placed.append(Placed(block))
            continue
        if block.form == "heading":
            style = _style(text, block)
            _close(headings, style, _position(blocks, i))
            placed.append(Placed(block, tuple(index for _, index in headings)))
            headings.append((style, i))
            lists.leave()
            continue
        form, lead_in = lists.enter(text, block, i)
        here = tuple(index for _, index in headings)
        placed.append(Placed(replace(block, form=form), here, lead_in))
    return placed


@dataclass(slots=True)
class _Lists:
    """The list that is open: the block that ended with a colon, and one item a level."""

    opener: int | None = None
    levels: list[tuple[int, int]] = field(default_factory=list)

    def leave(self) -> None:
        self.opener = None
        self.levels.clear()

    def enter(self, text: str, block: Block, index: int) -> tuple[Form, int | None]:
        """The form of the block at `index`, and the index of what opens its list."""
        if block.form == "item":
            while self.levels and self.levels[-1][0] >= block.indent:
                self.levels.pop()
            above = self.levels[-1][1] if self.levels else self.opener
            self.levels.append((block.indent, index))
            return "item", above
        if self.opener is not None and not self.levels and text[block.start].islower():
            return "item", self.opener
        self.leave()
        self.opener = index if text[block.end - 1] == ":" else None
        return "paragraph", None


def _style(text: str, block: Block) -> str:
    """What a heading has in common with its siblings."""
    words = text[block.start : block.end]
    if block.mark.startswith("#"):
        return block.mark
    if block.mark:
        return kind_of_mark(block.mark)
    if _LABEL.match(words):
        return words.split()[0].lower()
    return "question" if words.endswith("?") or _ASKS.match(words) else "plain"


def _position(blocks: list[Block], i: int) -> str:
    """Where a heading stands: right under another one, right above one, or over a body."""
    if i and blocks[i - 1].form == "heading":
        return "under"
    if i + 1 < len(blocks) and blocks[i + 1].form == "heading":
        return "over"
    return "leaf"


def _close(headings: list[tuple[str, int]], style: str, position: str) -> None:
    """Drop from `headings` those that a heading of this style ends."""
    if style.startswith("#"):
        while headings and not (headings[-1][0][0] == "#" and len(headings[-1][0]) < len(style)):
            headings.pop()
        return
    if position == "under":
        return
    styles = [s for s, _ in headings]
    if style == "question" or style[0] == "1" or (position == "over" and style == "plain"):
        headings.clear()
    elif style in styles:
        del headings[len(styles) - 1 - styles[::-1].index(style) :]
    elif style == "plain":
        headings.clear()
