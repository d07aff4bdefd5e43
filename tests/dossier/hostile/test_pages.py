from __future__ import annotations

import re
from collections import Counter
from xml.etree.ElementTree import Element

import html5lib
from markdown_it import MarkdownIt

from stemma.dossier.check import faults
from stemma.dossier.html import render_html
from stemma.dossier.markdown import render_markdown
from stemma.dossier.plain import visible
from stemma.dossier.publish import render
from stemma.dossier.summary import summary
from stemma.dossier.verify import verify
from stemma.model.document import Document

CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe]")


def _parse(page: str) -> Element:
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return tree


def _shape(page: str) -> Counter[str]:
    """How many elements of each kind a page has, and which attributes they carry."""
    return Counter(
        f"{element.tag} {' '.join(sorted(element.attrib))}" for element in _parse(page).iter()
    )


def test_the_hostile_dossier_is_sound(hostile: Document) -> None:
    """The sample keeps the laws: what follows is about pages, not about faults."""
    assert faults(hostile) == []


def test_hostile_words_add_no_element_and_no_attribute(
    document: Document, hostile: Document
) -> None:
    """The page of a hostile dossier has the elements and attributes of the harmless one.

    It has one link less: the spoiled address is no longer one. Longer names may take a second line
    of a picture.
    """
    plain, spoiled = _shape(render_html(document)), _shape(render_html(hostile))
    outside = Counter({"a href rel": 1})
    marks = {name for name in plain | spoiled if name.startswith(("mark", "s ", "span class data"))}
    lines = {
        name for name in plain | spoiled if name.startswith("{http://www.w3.org/2000/svg}text")
    }
    for name in marks | lines | {"bdi ", "br "}:
        plain[name] = spoiled[name] = 0
    assert plain - spoiled == outside
    assert spoiled - plain == Counter()


def test_hostile_words_are_all_still_there(hostile: Document) -> None:
    """Harmless does not mean gone: the texts stand on the page as they are."""
    texts = [
        "".join(e.itertext())
        for e in _parse(render_html(hostile)).iter("div")
        if e.get("class") == "text"
    ]
    assert texts == [visible(report.text) for report in hostile.reports]


def test_no_control_reaches_a_page(hostile: Document) -> None:
    """Controls and direction overrides reach neither the page nor the Markdown nor the terminal."""
    assert not CONTROLS.search(render_html(hostile))
    assert not CONTROLS.search(render_markdown(hostile))
    for block in summary(hostile):
        for line in (block.title, *block.lines):
            assert not CONTROLS.search(line)
            assert "\n" not in line
            assert "[31m" not in line


def test_markdown_has_no_link_no_image_no_html(document: Document, hostile: Document) -> None:
    """A Markdown reader finds the headings, lists and tables of the harmless dossier, no more."""
    plain, spoiled = (_kinds(render_markdown(d)) for d in (document, hostile))
    assert not {"link_open", "image", "html_block", "fence", "strong_open", "s_open"} & (
        set(spoiled) - set(plain)
    )
    assert plain == spoiled


def _kinds(text: str) -> Counter[str]:
    """How many blocks and inline elements of each kind a Markdown text has."""
    tokens = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    ignored = {"text", "code_inline", "softbreak"}
    breaks = [t.content for t in inline if t.type == "html_inline"]
    assert set(breaks) <= {"<br>"}
    return Counter(t.type for t in (*tokens, *inline) if t.type not in ignored)


def test_addresses_are_code(hostile: Document) -> None:
    """A bare address, which many readers turn into a link, stands in a code span."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(render_markdown(hostile))
    inline = [child for token in tokens for child in token.children or ()]
    bare = "".join(t.content for t in inline if t.type == "text")
    assert not re.search(r"://|www\.|\w@\w", bare)


def test_a_hostile_dossier_verifies(hostile: Document) -> None:
    """Hostile words survive the way to JSON and back exactly."""
    assert verify(render(hostile)["dossier.json"]) == []
