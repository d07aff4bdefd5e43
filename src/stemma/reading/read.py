"""One report read alone: sentences, mentions, dates, statements, estimates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stemma.model.reading import Reading
from stemma.model.report import Report
from stemma.reading.attribution import find_attributions
from stemma.reading.blocks import find_blocks
from stemma.reading.dates import find_dates
from stemma.reading.dating import Dating
from stemma.reading.mentions import find_mentions
from stemma.reading.outline import outline
from stemma.reading.page import Page
from stemma.reading.parser import parse
from stemma.reading.prepare import parse_input
from stemma.reading.sentences import find_sentences
from stemma.reading.statements import find_statements

if TYPE_CHECKING:
    from spacy.language import Language

_MOST_READ = 400_000  # code points of one report


def read(report: Report, parser: Language) -> Reading:
    """What `report` says. Never raises: what could not be read stands in `limits`."""
    if report.language != "en":
        limit = f"statements not measured: no reading for language {report.language!r}"
        return Reading(report=report.id, limits=(limit,))
    page = open_page(report, parser)
    dates = find_dates(page.doc, report.published)
    dating = Dating(report, page.doc, dates)
    attributions = find_attributions(page.doc)
    limits: tuple[str, ...] = ()
    if len(report.text) > _MOST_READ:
        limits = (f"only the first {_MOST_READ} characters were read",)
    return Reading(
        report=report.id,
        sentences=page.sentences,
        mentions=find_mentions(page),
        dates=dating.whens,
        statements=find_statements(page, attributions, dating),
        limits=limits,
    )


def open_page(report: Report, parser: Language) -> Page:
    """The report parsed, with its sentences in their places."""
    text = parse_input(report, _MOST_READ)
    headline = (report.headline.start, report.headline.end) if report.headline else None
    blocks = find_blocks(text, headline)
    doc = parse(parser, text, [(block.start, block.end) for block in blocks])
    placed = outline(text, blocks, headline)
    return Page(report=report, doc=doc, sentences=find_sentences(report, doc, placed))
