"""Web pages."""

from __future__ import annotations

import pytest

from stemma.ingest.ingest import ingest
from stemma.ingest.walk import Input, Limits
from stemma.model.report import Rejection, Report

PARAGRAPHS = (
    "The council of Velm will close the eastern quay from June, its chair said on Monday.",
    "Repairs are put at four million crowns, half of which the region would pay, she said.",
    "Fishermen said that they had not been asked, and will put a motion to the council.",
)
BODY = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)


def page(body: str = BODY, head: str = "", title: str = "Velm to close its quay") -> str:
    """A page with the usual furniture around `body`."""
    return (
        "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>"
        f"<title>{title}</title>{head}</head>"
        "<body><nav><a href='/'>Home</a> <a href='/harbour'>Harbour</a></nav>"
        f"<article><h1>Velm to close its quay</h1>{body}</article>"
        "<aside><h3>Most read</h3><ul><li><a href='/x'>Ferry runs late again</a></li></ul></aside>"
        "<footer>© Lantern News <a href='/privacy'>Privacy</a></footer></body></html>"
    )


def read(source: str | bytes, file: str = "a.html") -> Report:
    """The report of a page."""
    data = source.encode() if isinstance(source, str) else source
    (report,) = ingest(Input(file=file, data=data), Limits())
    assert isinstance(report, Report), report
    return report


def test_the_article_is_taken_and_the_page_around_it_left() -> None:
    """The text is headline and paragraphs, a line each."""
    assert read(page()).text.split("\n") == ["Velm to close its quay", *PARAGRAPHS]


def test_lists_headings_and_quotations_are_lines() -> None:
    """Structure is kept as lines, in order."""
    body = (
        BODY + "<h2>What is planned</h2><ul><li>A slip for boats.</li><li>A ramp.</li></ul>" + BODY
    )
    lines = read(page(body)).text.split("\n")
    assert lines[4:7] == ["What is planned", "- A slip for boats.", "- A ramp."]


def test_stated_metadata_is_taken() -> None:
    """Title, outlet, address, date and author come from what the page states."""
    head = (
        "<link rel='canonical' href='https://lantern.example/quay'>"
        "<meta property='og:site_name' content='Lantern News'>"
        "<meta name='author' content='Ada Lind'>"
        "<meta property='article:published_time' content='2031-05-03T23:50:00+02:00'>"
        "<meta property='article:section' content='Harbour'>"
    )
    report = read(page(head=head, title="Velm to close its quay – Lantern News"))
    assert (report.title, report.outlet) == ("Velm to close its quay", "Lantern News")
    assert report.url == "https://lantern.example/quay"
    assert str(report.published.start) == "2031-05-03"
    assert report.metadata == {"authors": "Ada Lind", "language": "en", "section": "Harbour"}


def test_linked_data_is_read() -> None:
    """JSON-LD counts, within a graph too; a broken script does not stop the page."""
    head = (
        "<script type='application/ld+json'>{broken</script>"
        '<script type="application/ld+json">{"@graph": [{"@type": "Organization"}, '
        '{"@type": ["NewsArticle"], "headline": "Velm to close its quay", '
        '"datePublished": "2031-05-03", "author": [{"name": "Ada Lind"}, {"name": "Bo Ek"}], '
        '"publisher": {"@type": "Organization", "name": "Lantern News"}}]}</script>'
    )
    report = read(page(head=head))
    assert (report.outlet, str(report.published.start)) == ("Lantern News", "2031-05-03")
    assert report.metadata["authors"] == "Ada Lind, Bo Ek"


def test_dates_that_nobody_states_are_not_made_up() -> None:
    """An address, a copyright line or a date in the text is no date of publication."""
    head = "<link rel='canonical' href='https://lantern.example/2029/01/02/quay'>"
    source = page(BODY + "<p>The quay was built on 4 July 1931, and shut on 5 July 2030.</p>", head)
    assert not read(source.replace("© Lantern", "© 2028 Lantern")).published.known


def test_a_dash_in_a_title_is_no_site_name() -> None:
    """Only the outlet's own name is taken off the end of a title."""
    title = "Velm to close its quay – It wants to keep the slip"
    source = page(head=f"<meta property='og:title' content='{title}'>", title=title)
    assert read(source.replace("<h1>Velm to close its quay</h1>", "")).title == title


def test_captions_stand_apart() -> None:
    """What is written under pictures is kept in the metadata, not in the text."""
    figure = (
        "<figure><img src='a.jpg'><figcaption>The quay in May. Photo: Bo Ek</figcaption></figure>"
    )
    report = read(page(figure + BODY))
    assert report.metadata["ingest:captions"] == "The quay in May. Photo: Bo Ek"
    assert "Photo: Bo Ek" not in report.text


def test_no_entity_is_expanded_and_no_file_read(tmp_path: object) -> None:
    """A page can't make the program read a file or unfold itself."""
    doctype = (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">'
        '<!ENTITY a "spamspam"><!ENTITY b "&a;&a;&a;&a;">]>'
    )
    body = BODY + "<p>Of the quay: &x; &b; and no more than that.</p>"
    report = read(doctype + page(body).removeprefix("<!DOCTYPE html>"), "a.xhtml")
    assert "root:" not in report.text
    assert "spamspam" not in report.text.split(PARAGRAPHS[0])[1]


@pytest.mark.parametrize("tag", ["div", "b", "table", "ul", "blockquote"])
def test_deep_nesting_is_refused_or_read_but_never_raises(tag: str) -> None:
    """A hundred thousand levels end in a rejection that says what to do."""
    source = f"<html><body>{f'<{tag}>' * 100_000}words".encode()
    for result in ingest(Input(file="a.html", data=source), Limits()):
        assert not isinstance(result, Rejection) or "save its text" in result.detail


def test_moderate_depth_loses_no_text() -> None:
    """Text below and after hundreds of levels is still there."""
    report = read(f"<html><body>{'<div>' * 600}{BODY}{'</div>' * 600}<p>And the last words.</p>")
    assert PARAGRAPHS[2] in report.text
    assert "And the last words." in report.text
    assert "no article" in report.metadata["ingest:limit"]


def test_a_page_without_paragraphs_gives_its_text() -> None:
    """A page that is no article by its structure is not lost."""
    report = read("<html><body><div>Quay shut</div><div>until June, says Velm.</div></body></html>")
    assert report.text == "Quay shut\nuntil June, says Velm."


def test_a_page_without_text_is_empty() -> None:
    """Scripts and styles are no text."""
    source = b"<html><head><style>p{}</style></head><body><script>var a = 1</script></body></html>"
    (result,) = ingest(Input(file="a.html", data=source), Limits())
    assert isinstance(result, Rejection)
    assert result.reason == "empty"


def test_a_page_under_a_text_name_is_a_page() -> None:
    """Content counts where the name says text."""
    assert read(page(), "a.txt").text == read(page()).text


def test_declared_encodings_of_pages() -> None:
    """A page is read in the charset it declares."""
    source = page(BODY + "<p>Élodie Žák, née à Velm, était là.</p>").replace(
        "utf-8", "windows-1250"
    )
    report = read(source.encode("cp1250", "replace"))
    assert "Élodie Žák" in report.text


@pytest.mark.parametrize(
    "source",
    ["<html>", "<html><body><p", "<html><!--", "<html><body>&#0;&#xD800;&#x202e;words here</body>",
     "<html><head><title></title><script type='application/ld+json'>" + "[" * 9_000 + "</script>",
     "<html><body><time datetime=''>x</time>words", "<html><meta property='og:title'>words"],
)  # fmt: skip
def test_broken_pages_raise_nothing(source: str) -> None:
    """Half a page gives what it holds, or a reason."""
    assert ingest(Input(file="a.html", data=source.encode()), Limits())
