"""What a page states of its article in its head; nothing is guessed from address or text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

LONGEST = 2_000
MOST_SCRIPTS = 20
LONGEST_SCRIPT = 200_000
MOST_NODES = 500
ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report|WebPage)$")
SITE_SUFFIX = re.compile(r"\s+(?P<mark>[|»·•–—-])\s+(?P<site>[^|»·•–—]{2,50})$")
PUBLISHED_NAMES = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date.issued",
    "dc.date", "dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date",
    "publish_date", "parsely-pub-date", "sailthru.date", "article.published",
    "cxenseparse:recs:publishtime",
)  # fmt: skip
AUTHOR_NAMES = (
    "author",
    "article:author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
)
OUTLET_NAMES = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
SECTION_NAMES = ("article:section", "section", "parsely-section", "category")


class Facts(msgspec.Struct):
    """What the head of a page says; every field as the page has it."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    authors: str | None = None
    metadata: dict[str, str] = msgspec.field(default_factory=dict)


def facts_of(tree: Any) -> Facts:
    """Title, outlet, address, date and authors as a page states them, the best stated first."""
    metas = _metas(tree)
    node = _article_node(tree)
    published = _text(node.get("datePublished")) or _first(metas, PUBLISHED_NAMES) or _time(tree)
    section = _text(node.get("articleSection")) or _first(metas, SECTION_NAMES)
    authors = _names(node.get("author")) or _first(metas, AUTHOR_NAMES)
    language = tree.get("lang") or ""
    metadata = {"section": section or "", "language": language[:20]}
    modified = _text(node.get("dateModified")) or metas.get("article:modified_time", "")
    metadata["modified"] = modified
    outlet = _names(node.get("publisher")) or _first(metas, OUTLET_NAMES)
    return Facts(
        title=_without_site(_title(tree, node, metas), outlet),
        outlet=outlet,
        url=_canonical(tree) or metas.get("og:url") or _text(node.get("url")),
        published=published,
        # an address is no name: some sites give a profile's page as the author
        authors=None if authors and authors.startswith("http") else authors,
        metadata={key: value for key, value in metadata.items() if value},
    )


def _metas(tree: Any) -> dict[str, str]:
    """Every named meta element, the first of each name."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content[:LONGEST])
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _title(tree: Any, node: dict[str, Any], metas: dict[str, str]) -> str | None:
    """The headline: the heading that the head's title begins with, the title, the one `h1`."""
    headings = [words for h1 in tree.iter("h1") if (words := " ".join(h1.text_content().split()))]
    stated = _text(node.get("headline")) or metas.get("og:title") or metas.get("twitter:title")
    element = next(tree.iter("title"), None)
    plain = " ".join(element.text_content().split()) if element is not None else ""
    for heading in headings:
        if (stated or plain).casefold().startswith(heading.casefold()):
            return heading[:LONGEST]
    if not stated and len(headings) == 1:
        return headings[0][:LONGEST]
    return stated or plain or None


def _without_site(title: str | None, outlet: str | None) -> str | None:
    """A title less the site's name: after a bar, or after a dash if it is the outlet's own."""
    found = SITE_SUFFIX.search(title or "")
    if not title or not found:
        return title
    own = (outlet or "").casefold() == found["site"].strip().casefold()
    return title[: found.start()] if own or found["mark"] not in "–—-" else title


def _canonical(tree: Any) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical")
    return next((href for href in links if href and href.startswith("http")), None)


def _time(tree: Any) -> str | None:
    """The first `time` of the page that is marked as its publication, or the only one there is."""
    times = [element for element in tree.iter("time") if element.get("datetime")]
    marked = [
        t for t in times if t.get("itemprop") == "datePublished" or t.get("pubdate") is not None
    ]
    chosen = marked or (times if len({t.get("datetime")[:10] for t in times}) == 1 else [])
    return str(chosen[0].get("datetime"))[:100] if chosen else None


def _article_node(tree: Any) -> dict[str, Any]:
    """The JSON-LD object that describes the article; empty where the page has none."""
    for script in list(tree.iter("script"))[: MOST_SCRIPTS * 5]:
        if "ld+json" not in (script.get("type") or "") or len(script.text or "") > LONGEST_SCRIPT:
            continue
        try:
            parsed = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(parsed):
            kind = node.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if (
                any(isinstance(k, str) and ARTICLE_TYPE.search(k) for k in kinds)
                and "headline" in node
            ):
                return node
    return {}


def _nodes(parsed: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD script at its top and within its lists and graphs."""
    queue = [parsed]
    for _ in range(MOST_NODES):
        if not queue:
            return
        value = queue.pop(0)
        if isinstance(value, list):
            queue.extend(value[:MOST_NODES])
        elif isinstance(value, dict):
            yield value
            queue.extend(
                value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value
            )


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return value.strip()[:LONGEST] or None if isinstance(value, str) else None


def _names(value: Any) -> str | None:
    """The names of persons or organisations, which JSON-LD has as text, objects or lists."""
    values = value if isinstance(value, list) else [value]
    found = [_text(v.get("name") if isinstance(v, dict) else v) for v in values[:20]]
    return ", ".join(name for name in found if name) or None
