"""Sentences, headings and list items of the article, each with its place in the outline."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from stemma.model.reading import Sentence
from stemma.model.report import Report
from stemma.model.span import Span
from stemma.reading.outline import Placed

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_sentences(report: Report, doc: Doc, placed: list[Placed]) -> tuple[Sentence, ...]:
    """Every sentence of every block, in order; a heading is one, whatever the parser makes of it.

    `paragraph` is the number of the block.
    """
    pieces = _pieces(doc, placed)
    openers = {i: _opener(report, placed[i], pieces[i]) for i in range(len(placed))}
    found: list[Sentence] = []
    for i, place in enumerate(placed):
        section = tuple(openers[k] for k in place.above)
        lead_in = openers[place.lead_in] if place.lead_in is not None else None
        form = "sentence" if place.block.form == "paragraph" else place.block.form
        spans = pieces[i] if form != "heading" else [(place.block.start, place.block.end)]
        found.extend(
            Sentence(
                span=report.span(start, end),
                form=form,
                paragraph=i,
                section=section,
                lead_in=lead_in,
            )
            for start, end in spans
        )
    return tuple(found)


def _opener(report: Report, place: Placed, pieces: list[tuple[int, int]]) -> Span:
    """A heading whole, or the last sentence of a block that opens a list."""
    if place.block.form == "heading" or not pieces:
        return report.span(place.block.start, place.block.end)
    return report.span(*pieces[-1])


def _pieces(doc: Doc, placed: list[Placed]) -> list[list[tuple[int, int]]]:
    """The sentences that the parser found, by block, trimmed; none without a letter or digit."""
    pieces: list[list[tuple[int, int]]] = [[] for _ in placed]
    starts = [place.block.start for place in placed]
    for sentence in doc.sents:
        text = sentence.text
        if not text.strip() or not any(c.isalnum() for c in text):
            continue
        start = sentence.start_char + len(text) - len(text.lstrip())
        end = sentence.start_char + len(text.rstrip())
        at = bisect_right(starts, start) - 1
        if at >= 0 and start < placed[at].block.end:
            pieces[at].append((start, min(end, placed[at].block.end)))
    return pieces
