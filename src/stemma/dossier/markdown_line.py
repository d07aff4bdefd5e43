"""Pieces of a Markdown line: quotations with their offsets, references, origins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from stemma.dossier.citations import Citations
from stemma.dossier.index import Index
from stemma.dossier.page import Page
from stemma.dossier.plain import for_markdown
from stemma.dossier.wording import quoted, when_text
from stemma.model.document import Document
from stemma.model.span import Place, words_of

_MOST = 12
"""References of one line that are written out."""


@dataclass(frozen=True)
class Scribe:
    """A document with all that is needed to write a line about it."""

    document: Document
    index: Index
    cite: Citations
    page: Page

    def quote(self, place: Place) -> str:
        """The words of a place in quotation marks, and where they stand."""
        return f"{for_markdown(quoted(words_of(place)))} [{self.index.offsets(place)}]"

    def refs(self, ids: Iterable[str]) -> str:
        """Labels of what a line rests on: offsets for words, numbers for the rest."""
        labels = list(dict.fromkeys(self._label(id_) for id_ in ids))
        more = [f"and {len(labels) - _MOST} more"] if len(labels) > _MOST else []
        return ", ".join([*labels[:_MOST], *more])

    def origin(self, place: Place) -> str:
        """Outlet and date of the report that a place is in."""
        report = self.index.reports[place[0].report]
        date = f", {when_text(report.published)}" if report.published.known else ""
        return f"({for_markdown(report.outlet or report.title or report.file)}{date})"

    def _label(self, id_: str) -> str:
        statement = self.index.statements.get(id_)
        if statement is not None:
            return f"[{self.index.offsets(statement.content)}]"
        return f"[{for_markdown(self.cite.one(id_).label)}]"
