"""The dossier as one HTML file: no script, no network, readable on paper and without colour."""

from __future__ import annotations

from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from stemma.dossier import wording
from stemma.dossier.citations import Citations
from stemma.dossier.cited import KEY, SAID, cited_spans
from stemma.dossier.index import Index
from stemma.dossier.marking import Mark, Marked, mark_up
from stemma.dossier.page import Page
from stemma.dossier.picture import draw
from stemma.dossier.plain import visible
from stemma.model.document import Document
from stemma.model.span import Place, words_of

_STYLES = {KEY: "k", SAID: "s"}


def render_html(document: Document) -> str:
    """`document` as one page. It must have passed its check."""
    index = Index(document)
    cite = Citations(document, index)
    environment = _environment()
    texts = _marked_texts(document, index)
    template = environment.get_template("dossier.html.j2")
    return template.render(
        doc=document,
        ix=index,
        cite=cite,
        page=Page(document, index),
        gallery=draw(document, index, cite),
        texts=texts,
        split=[anchor for marked in texts.values() for anchor in marked.split],
        style=_stylesheet(),
        w=wording,
    )


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("stemma.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finish,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["words"] = _words
    environment.filters["quoted"] = lambda text: wording.quoted(" ".join(text.split()))
    environment.filters["when"] = wording.when_text
    environment.filters["link"] = _is_link
    return environment


def _finish(value: object) -> object:
    """What every expression of a template passes through before it is escaped."""
    return visible(value) if type(value) is str else value


def _words(place: Place) -> str:
    return wording.quoted(" ".join(words_of(place).split()))


def _is_link(url: str) -> bool:
    """Whether an address may be followed from the page."""
    return url.lower().startswith(("https://", "http://")) and not any(c.isspace() for c in url)


def _stylesheet() -> Markup:
    """The style sheet as it stands: it is ours, and braces in it are no template's."""
    sheet = files("stemma.dossier").joinpath("templates", "style.css")
    return Markup(sheet.read_text(encoding="utf-8"))  # noqa: S704 (package data, not input)


def _marked_texts(document: Document, index: Index) -> dict[str, Marked]:
    """The text of every report, with the words that the dossier points at marked in it."""
    marks: dict[str, list[Mark]] = {report.id: [] for report in document.reports}
    for span, weight in cited_spans(document).items():
        style = _STYLES.get(weight, "p")
        marks[span.report].append(Mark(span.start, span.end, index.anchor(span), style))
    for report in document.reports:
        for cut in report.stripped:
            mark = Mark(cut.span.start, cut.span.end, None, "x", f"left out: {cut.reason}")
            marks[report.id].append(mark)
    return {r.id: mark_up(r.text, marks[r.id], index.paragraphs(r.id)) for r in document.reports}
