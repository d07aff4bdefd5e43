"""One report read alone: sentences, mentions, dates, statements, estimates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stemma.model.reading import Carrier, Reading
from stemma.model.report import Report
from stemma.reading.attribution import find_attributions
from stemma.reading.blocks import find_blocks
from stemma.reading.carriers import find_document_links
from stemma.reading.dates import find_dates
from stemma.reading.dating import Dating
from stemma.reading.estimates import find_estimates
from stemma.reading.guard import Guard
from stemma.reading.mentions import find_mentions
from stemma.reading.models import Models
from stemma.reading.outline import outline
from stemma.reading.page import Page
from stemma.reading.parser import parse
from stemma.reading.prepare import parse_input
from stemma.reading.sentences import find_sentences
from stemma.reading.statements import carrier_of, find_statements
from stemma.reading.weighing import weighed

if TYPE_CHECKING:
    from spacy.language import Language

    from stemma.encoding.attribution import AttributionModel

_MOST_WEIGHED = 2_000  # code points in which English is looked for
_SHARE = 1 / 3  # of the words that are English function words
_FEWEST_WORDS = 2
_MARKS = ".,;:!?()[]\"'“”‘’"
_MOST_READ = 400_000  # code points of one report


def read(report: Report, models: Models) -> Reading:
    """What `report` says. Never raises: what could not be read stands in `limits`."""
    if not _is_english(report, models.parser):
        limit = f"statements not measured: no reading for language {report.language!r}"
        return Reading(report=report.id, limits=(limit,))
    guard = Guard()
    page = guard.run("sentences", lambda: open_page(report, models.parser))
    if page is None:
        return Reading(report=report.id, limits=tuple(guard.limits))
    if len(report.text) > _MOST_READ:
        guard.limits.append(f"only the first {_MOST_READ} characters were read")
    return _read_page(page, models.attribution, guard)


def _is_english(report: Report, parser: Language) -> bool:
    """Whether a report is in English; where nobody could tell, whether enough small words are."""
    if report.language != "und":
        return report.language == "en"
    words = [word.strip(_MARKS).lower() for word in report.text[:_MOST_WEIGHED].split()]
    known = sum(word in parser.Defaults.stop_words for word in words)
    return known >= max(_FEWEST_WORDS, len(words) * _SHARE)


def _read_page(page: Page, model: AttributionModel, guard: Guard) -> Reading:
    report, doc = page.report, page.doc
    dates = guard.run("dates", lambda: find_dates(doc, report.published)) or []
    dating = Dating(report, doc, dates)
    attributions = guard.run("attributions", lambda: find_attributions(doc, model)) or []
    statements = find_statements(page, attributions, dating, guard)
    mentions = guard.run("names", lambda: find_mentions(page, statements)) or ()
    estimates = guard.run(
        "stated likelihoods",
        lambda: find_estimates(report, doc, page.sentences, statements, dates),
    )
    return Reading(
        report=report.id,
        sentences=page.sentences,
        mentions=mentions,
        dates=dating.whens,
        statements=weighed(statements, tuple(estimates or ())),
        estimates=tuple(estimates or ()),
        credits=guard.run("credits", lambda: _credits(page)) or (),
        limits=tuple(guard.limits),
    )


def open_page(report: Report, parser: Language) -> Page:
    """The report parsed, with its sentences in their places."""
    text = parse_input(report, _MOST_READ)
    headline = (report.headline.start, report.headline.end) if report.headline else None
    blocks = find_blocks(text, headline)
    doc = parse(parser, text, [(block.start, block.end) for block in blocks])
    placed = outline(text, blocks, headline)
    return Page(report=report, doc=doc, sentences=find_sentences(report, doc, placed))


def _credits(page: Page) -> tuple[Carrier, ...]:
    """Through whom the whole report came: its source line, agency mark, dateline."""
    found = (carrier_of(page, link, 0) for link in find_document_links(page.doc))
    return tuple(carrier for carrier in found if carrier is not None)
