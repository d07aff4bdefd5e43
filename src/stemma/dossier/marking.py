"""A report's text with every cited span marked, however the spans overlap.

Marks nest where spans do; where two cross, the one that opened first is closed and opened again,
so that the page stays well-formed. With its tags taken away the result is the text itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from stemma.dossier.plain import visible

_DEEPEST = 24
"""Marks within marks; a span that would lie deeper has an empty anchor in place of a mark."""


@dataclass(frozen=True)
class Mark:
    """A stretch of text to mark. `anchor` is its id; `label` is shown before it by the style."""

    start: int
    end: int
    anchor: str | None
    style: str
    label: str = ""

    @property
    def tag(self) -> str:
        """The element: what is labelled was struck from the article, the rest is marked in it."""
        return "s" if self.label else "mark"


@dataclass(frozen=True)
class Marked:
    """The marked text, and the anchors whose marks are in several pieces."""

    html: Markup
    split: tuple[str, ...]


def mark_up(text: str, marks: Iterable[Mark], paragraphs: Iterable[int] = ()) -> Marked:
    """`text` as HTML with `marks`, and an empty numbered element where each paragraph starts.

    Every anchor stands exactly once. Time is linear in text and marks: nesting is bounded.
    """
    return _Marker(text, marks, paragraphs).run()


class _Marker:
    def __init__(self, text: str, marks: Iterable[Mark], paragraphs: Iterable[int]) -> None:
        self._text = text
        self._opening: dict[int, list[Mark]] = {}
        for mark in marks:
            self._opening.setdefault(mark.start, []).append(mark)
        self._numbers = {start: number for number, start in enumerate(paragraphs, 1)}
        ends = {mark.end for opening in self._opening.values() for mark in opening}
        self._borders = sorted({*self._opening, *ends, *self._numbers, len(text)})
        self._open: list[Mark] = []
        self._out: list[str] = []
        self._split: dict[str, None] = {}

    def run(self) -> Marked:
        position = 0
        for border in self._borders:
            self._out.append(str(escape(visible(self._text[position:border]))))
            position = border
            reopened = self._close(border)
            if border in self._numbers:
                self._out.append(f'<span class="pn" data-n="{self._numbers[border]}"></span>')
            self._start(reopened, border)
        return Marked(Markup("".join(self._out)), tuple(self._split))  # noqa: S704 (escaped above)

    def _close(self, border: int) -> list[Mark]:
        """Close what ends here, and what was opened within it; the latter goes on after it."""
        ending = [i for i, mark in enumerate(self._open) if mark.end <= border]
        if not ending:
            return []
        closed = self._open[ending[0] :]
        del self._open[ending[0] :]
        self._out += [f"</{mark.tag}>" for mark in reversed(closed)]
        return [mark for mark in closed if mark.end > border]

    def _start(self, reopened: list[Mark], border: int) -> None:
        again = {id(mark) for mark in reopened}
        fresh = self._opening.get(border, [])
        for mark in sorted([*reopened, *fresh], key=lambda mark: -mark.end):
            if id(mark) not in again and len(self._open) >= _DEEPEST:
                self._out.append(f'<a id="{mark.anchor}"></a>' if mark.anchor else "")
                continue
            self._out.append(self._tag(mark, id(mark) in again))
            self._open.append(mark)

    def _tag(self, mark: Mark, again: bool) -> str:
        label = f' data-why="{escape(visible(mark.label))}"' if mark.label and not again else ""
        if mark.anchor is None:
            return f'<{mark.tag} class="{mark.style}"{label}>'
        if again:
            self._split[mark.anchor] = None
            return f'<{mark.tag} class="{mark.style} c-{mark.anchor}">'
        return f'<{mark.tag} class="{mark.style}" id="{mark.anchor}"{label}>'
