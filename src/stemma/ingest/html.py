"""Web pages: the text of the article, and what the page states of it."""

from __future__ import annotations

import functools
import re
from typing import Any

from stemma.ingest.page import facts_of
from stemma.ingest.record import Record
from stemma.model.report import Rejection

MOST_CHARACTERS = 5_000_000
MOST_TAGS = 60_000
DEEPEST = 2_000  # levels of nesting, short of where the parser gives up
DEEPEST_ARTICLE = 200  # the extractor calls itself once for each level
NO_ARTICLE = "no article was found in the page: this is its whole text"
LONGEST_CAPTIONS = 2_000
FEWEST_CHARACTERS = 80  # less than this is no article: the whole body is taken instead
DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
NO_TEXT = frozenset(
    "script style noscript template svg nav header footer aside form button select textarea iframe "
    "object head figure".split()
)
BLOCKS = frozenset(
    "p div li h1 h2 h3 h4 h5 h6 br tr table ul ol dl dt dd section article main blockquote pre hr "
    "body".split()
)


def read_page(file: str, data: bytes, text: str) -> Record | Rejection:
    """The record of a page. Nothing is fetched, and no entity of the page's own is expanded.

    Where no article is found in it the text of the body is taken, and `metadata` says so.
    """
    if len(text) > MOST_CHARACTERS or text.count("<") > MOST_TAGS * 2:
        detail = (
            f"a page of more than {MOST_TAGS} tags or {MOST_CHARACTERS} characters: save its text"
        )
        return Rejection(file=file, reason="oversized", detail=detail)
    tree = _parse(text)
    depth = _depth(tree) if tree is not None else 0
    if tree is None or depth > DEEPEST:
        detail = f"no HTML, or nested more than {DEEPEST} levels deep: save its text as .txt"
        return Rejection(file=file, reason="malformed", detail=detail)
    return _record(file, data, tree, depth)


def _record(file: str, data: bytes, tree: Any, depth: int) -> Record:
    facts = facts_of(tree)
    captions = _captions(tree)
    body = _article(tree) if depth <= DEEPEST_ARTICLE else ""
    if len(body) < FEWEST_CHARACTERS:
        fallback = _body_text(tree)
        if len(fallback) > len(body):
            body = fallback
            facts.metadata["ingest:limit"] = NO_ARTICLE
    if captions:
        facts.metadata["ingest:captions"] = captions
    return Record(
        file=file,
        data=data,
        body=body,
        title=facts.title,
        outlet=facts.outlet,
        url=facts.url,
        published=facts.published,
        authors=facts.authors,
        metadata=facts.metadata,
    )


def text_of_fragment(source: str) -> str:
    """The text of a piece of HTML without a page around it; as it is where it can't be read."""
    if len(source) > MOST_CHARACTERS or source.count("<") > MOST_TAGS * 2:
        return source
    tree = _parse(f"<html><body>{source}</body></html>")
    if tree is None or _depth(tree) > DEEPEST:
        return source
    return _body_text(tree) or source


def _parse(text: str) -> Any | None:
    """The page as a tree; `None` where nothing can be made of it."""
    from lxml import etree, html

    # no network, and an HTML parser expands no entities of the page's own; `huge_tree` is what
    # lets it go deeper than 256 levels, below which it would silently drop the rest of the page
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    source = CONTROLS.sub("", DECLARATION.sub("", text))
    try:
        return html.document_fromstring(source, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _depth(tree: Any) -> int:
    from lxml import etree

    level = deepest = 0
    for event, _element in etree.iterwalk(tree, events=("start", "end")):
        level += 1 if event == "start" else -1
        deepest = max(deepest, level)
    return deepest


def _article(tree: Any) -> str:
    """The main text, a line for each paragraph, heading and item; empty where none is found."""
    extract = _extractor()
    try:
        found = extract(
            tree, fast=True, include_comments=False, include_tables=True, output_format="txt"
        )
    except Exception:  # a fault of the library on a strange page must not lose the page
        return ""
    return found if isinstance(found, str) else ""


@functools.cache
def _extractor() -> Any:
    import logging

    from trafilatura import extract

    # pages without an article are no news to whoever runs this: they are told by a Rejection
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
    return extract


def _body_text(tree: Any) -> str:
    """All text of the body but navigation and forms, broken where blocks begin and end."""
    from lxml import etree

    skipped = 0
    parts: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in NO_TEXT:
            skipped += 1 if event == "start" else -1
        breaks = "\n" if element.tag in BLOCKS else ""
        words = element.text if event == "start" else element.tail
        own = skipped == 0 and isinstance(words, str)
        parts.append(breaks + (" ".join(words.split(" ")).replace("\n", " ") if own else ""))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _captions(tree: Any) -> str:
    found = (" ".join(caption.text_content().split()) for caption in tree.iter("figcaption"))
    return " | ".join(words for words in found if words)[:LONGEST_CAPTIONS]
