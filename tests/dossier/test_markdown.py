from __future__ import annotations

import re

from markdown_it import MarkdownIt

from stemma.dossier.markdown import render_markdown
from stemma.model.document import Document


def test_every_reference_holds(document: Document) -> None:
    """[R2:120–180] are the characters that are quoted before it."""
    _, _, text = render_markdown(document).partition("## 1. ")
    found = re.findall(r"“([^“”]+)” \[R(\d+):(\d+)–(\d+)\]", text)
    assert len(found) > 15
    for quote, number, start, end in found:
        words = document.reports[int(number) - 1].text[int(start) : int(end)]
        assert quote == words.strip("“”")


def test_it_has_the_sections_in_order(document: Document) -> None:
    """Eleven numbered sections, as on the page."""
    titles = re.findall(r"^## (\d+)\. ", render_markdown(document), re.MULTILINE)
    assert titles == [str(number) for number in range(1, 12)]


def test_tables_are_tables(document: Document) -> None:
    """Each table is read as one: no cell breaks out of its row."""
    text = render_markdown(document)
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    heads = len(re.findall(r"^\|(?:-+\|)+$", text, re.MULTILINE))
    assert heads > 5
    assert sum(token.type == "table_open" for token in tokens) == heads
    paragraphs = [t.content for t in tokens if t.type == "inline"]
    assert not any(line.startswith("|") for line in paragraphs)
