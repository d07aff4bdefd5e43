"""The reader's question, read with the same means as a report's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stemma.model.reading import Question
from stemma.model.report import Report
from stemma.model.when import When
from stemma.reading.actions import find_actions
from stemma.reading.dating import Dating
from stemma.reading.grammar import terms_of
from stemma.reading.page import Page
from stemma.reading.parser import parse

if TYPE_CHECKING:
    from spacy.language import Language

_MOST_READ = 2_000  # code points of a question


def read_question(text: str, parser: Language) -> Question:
    """What the question asks about. White space is folded; what is too long is cut."""
    folded = " ".join(text.split())[:_MOST_READ]
    carrier = Report(
        id="question",
        file="",
        sha256="",
        published=When.unknown("a question has no date"),
        language="en",
        genre="unknown",
        text=folded,
    )
    doc = parse(parser, folded, [(0, len(folded))])
    page = Page(report=carrier, doc=doc, sentences=())
    tokens = page.tokens([(0, len(folded))])
    return Question(
        text=folded,
        terms=terms_of(tokens),
        actions=find_actions(page, tokens, Dating(carrier, doc, [])),
    )
