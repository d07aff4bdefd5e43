from __future__ import annotations

import re
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib
import pytest
from msgspec.structs import replace

from stemma.dossier.html import render_html
from stemma.model.document import Document


@pytest.fixture
def page(document: Document) -> str:
    """The sample as a page."""
    return render_html(document)


def parse(page: str) -> Element:
    """The page as a tree; anything that is not well-formed HTML raises."""
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return tree


def words(element: Element) -> str:
    """All text within an element."""
    return "".join(element.itertext())


def test_it_is_well_formed(page: str) -> None:
    """A strict parser finds no error."""
    parse(page)


def test_ids_are_unique_and_every_link_leads_somewhere(page: str) -> None:
    """Each reference jumps to exactly one place on the page."""
    tree = parse(page)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    inner = [
        link.get("href", "") for link in tree.iter("a") if link.get("href", "").startswith("#")
    ]
    assert len(inner) > 60
    assert {href[1:] for href in inner} <= set(ids)
    labelled = {name for e in tree.iter() for name in e.get("aria-labelledby", "").split() if name}
    assert labelled <= set(ids)


def test_a_reference_leads_to_the_words(page: str, document: Document) -> None:
    """What a reference jumps to holds the very words that were quoted."""
    marks = {e.get("id"): words(e) for e in parse(page).iter("mark") if e.get("id")}
    for statement in document.statements:
        span = statement.content[0]
        number = [report.id for report in document.reports].index(span.report) + 1
        assert marks[f"r{number}-{span.start}-{span.end}"] == span.exact


def test_the_reports_are_there_in_full(page: str, document: Document) -> None:
    """The appendix holds each text unchanged."""
    texts = [words(e) for e in parse(page).iter("div") if e.get("class") == "text"]
    assert texts == [report.text for report in document.reports]


def test_sections_are_eleven_and_in_order(page: str) -> None:
    """The sections of a dossier stand in their order, then the reports."""
    titles = [words(e).strip() for e in parse(page).iter("h2")]
    assert [title.split(" ", 1)[0] for title in titles[:11]] == [str(n) for n in range(1, 12)]
    assert titles[0].endswith("Key findings")
    assert titles[11] == "The reports"


def test_headings_skip_no_level(page: str) -> None:
    """One first-level heading; each other at most one level below the one before it."""
    levels = [int(e.tag[1]) for e in parse(page).iter() if re.fullmatch("h[1-6]", str(e.tag))]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_table_names_its_columns_and_rows(page: str) -> None:
    """Every header cell says what it heads, and every table has some."""
    tree = parse(page)
    for table in tree.iter("table"):
        cells = list(table.iter("th"))
        assert cells
        assert all(cell.get("scope") in {"col", "row"} for cell in cells)


def test_there_are_landmarks_and_a_way_past_the_top(page: str) -> None:
    """A keyboard or screen reader finds its way: main, navigation, a skip link first of all."""
    tree = parse(page)
    assert [len(list(tree.iter(tag))) for tag in ("main", "nav", "h1")] == [1, 1, 1]
    first = next(tree.iter("a"))
    assert (first.get("class"), first.get("href")) == ("skip", "#main")
    assert tree.get("lang") == "en"


def test_nothing_is_fetched_and_nothing_runs(page: str) -> None:
    """No script, no handler, no outside resource; a policy that forbids them all the same."""
    tree = parse(page)
    policy = [e.get("content", "") for e in tree.iter("meta") if e.get("http-equiv")]
    assert policy[0].startswith("default-src 'none'")
    tags = {str(element.tag) for element in tree.iter()}
    assert not tags & {"script", "iframe", "object", "embed", "link", "img", "base", "form"}
    for element in tree.iter():
        assert not any(name.startswith("on") or name == "src" for name in element.attrib)
    assert "url(" not in re.sub(r"url\(#[\w-]+\)", "", page)
    assert "@import" not in page


def test_only_web_addresses_become_links(document: Document) -> None:
    """An address is a link where a browser may follow it, and text anywhere else."""
    report = document.reports[0]
    for url, linked in (
        ("https://a.example/x?y=1&z=2", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//a.example", False),
        ("https://a.example/ x", False),
    ):
        changed = replace(document, reports=(replace(report, url=url), *document.reports[1:]))
        tree = parse(render_html(changed))
        outside = [a for a in tree.iter("a") if not a.get("href", "#").startswith("#")]
        assert [a.get("href") for a in outside] == ([url] if linked else [])
        assert all(a.get("rel") == "noreferrer noopener nofollow" for a in outside)
        assert url in words(tree)


def test_spans_that_cross_light_up_as_a_whole(document: Document) -> None:
    """Where a span is marked in pieces, a rule of its own joins them when it is jumped to."""
    report = document.reports[0]
    first = report.span(10, 40)
    second = report.span(30, 60)
    event = replace(document.events[0], places=((first,), (second,)))
    page = render_html(replace(document, events=(event, *document.events[1:])))
    split = set(re.findall(r'class="\w c-([\w-]+)"', page))
    assert split
    for anchor in split:
        assert f":root:has(#{anchor}:target) .c-{anchor}" in page


def test_quotations_of_two_kinds_of_text_are_apart(page: str) -> None:
    """An analyst's own text never stands among what the reports attribute."""
    order = [page.index(title) for title in ("Named in the reports", "Analysts’ own text")]
    content = page.index("Critics will call it neglect")
    assert order[0] < order[1] < content
