"""What is marked as no part of the article, and what must never be."""

from __future__ import annotations

import time

import pytest

from stemma.ingest.ingest import ingest
from stemma.ingest.noise import noise_reason
from stemma.ingest.walk import Input, Limits
from stemma.model.report import Report

TITLE = "Velm to close its eastern quay for repairs"
FIRST = (
    "The council of Velm will close the eastern quay from June, its chair, Ida Roth, said on "
    "Monday, and ships will berth at Ostrel until the autumn."
)
SECOND = (
    "Repairs are put at four million crowns, half of which the region would pay, according to a "
    "note that Roth sent to the harbour masters last week."
)
THIRD = (
    "Fishermen said that they had not been asked. Their union wants a slip to be kept open, and "
    "will put a motion to the council before the summer."
)


def stripped(*lines: str) -> dict[str, str]:
    """The stripped lines of a report, each with its reason."""
    data = "\n\n".join(lines).encode()
    (report,) = ingest(Input(file="a.txt", data=data), Limits())
    assert isinstance(report, Report), report
    return {s.span.exact: s.reason for s in report.stripped}


@pytest.mark.parametrize(
    "line",
    [
        "Please wait while the article is loading",
        "Advertisement",
        "Story continues below",
        "Please enable JavaScript to view the comments.",
        "Leave a Reply",
        "12 comments",
        "Your email address will not be published. Required fields are marked *",
        "Share on Facebook",
        "Facebook | Twitter | WhatsApp | Email",
        "Follow us on Telegram",
        "Subscribe to our newsletter",
        "Sign up for our free daily newsletter and never miss a story",
        "Delivered straight to your inbox every morning",
        "Log in",
        "This article is for subscribers only",
        "We use cookies to improve your experience on this site.",
        "Accept all cookies",
        "Privacy policy",
        "Read more",
        "READ ALSO: Ferry to Ostrel runs late again",
        "Related articles",
        "Most read",
        "WATCH: How the quay was built",
        "Also in the Lantern: Frost hits the pears",
        "For more on the quay, see our harbour page.",
        "Read our earlier coverage of the quay",
        "Click here to see the map",
        "You may also like",
        "Next article: Rowing results",
        "Exit mobile view",
        "View desktop site",
        "Exit full-screen mode",
        "Image 3 of 12",
        "Photo: Ada Lind / Lantern News",
        "The quay in May. (Photo: Ada Lind)",
        "Ships at the quay on Monday. REUTERS/Bo Ek",
        "The quay, seen from the air. (Bo Ek/Lantern)",
        "File photo",
        "© 2031 Lantern News",
        "Copyright Lantern News. All rights reserved.",
        "Tags: quay, harbour, Velm",
        "#quay #velm",
        "4 min read",
        "2 hours ago",
        "Updated: 3 May 2031 10:30",
        "Posted by admin | 4 min read | 3 May 2031",
        "1.2k shares",
    ],
)
def test_lines_of_the_page_are_marked(line: str) -> None:
    """Furniture that says what it is, is marked wherever it stands."""
    assert set(stripped(TITLE, FIRST, line, SECOND, THIRD)) == {line}


@pytest.mark.parametrize(
    "line",
    [
        "Background",
        "What happens next",
        "Exit from the port union?",
        "Key points",
        "Conclusion",
        "Who pays for the repairs at the quay?",
        "How likely is it that the council backs down?",
        "Source: Lantern News",
        "Reporting by Ada Lind; editing by Bo Ek",
        "(Lantern/Ostrel Press)",
        "Short term (2031): unlikely (10–20%)",
        "Scenario B: the quay stays shut for years",
        "- The union will ask for a slip",
        "• Membership of the port union lapses in June",
        "2) Who is behind it?",
        "“We were not asked, and we will not be silent about it,” said Bo Ek",
        "“Nobody called us before the quay was shut on Monday morning”",
        "More than a decade of repairs has cost visitors here dearly.",
        "Support for membership of the port union has grown.",
        "The page that the council was loading at the time showed no figures.",
        "Press the council to act, the union told its members.",
        "Get out of the port union, Roth told the council.",
        "She said readers could subscribe to the plan or leave.",
        "A Reuters/Ipsos poll put support for the repairs at 40%.",
        "It was agreed that the harbour masters would also read the note before the council met",
        "(Source: Port Authority of Velm)",
        "Halvard Tolle, former minister of dairies and customs in Nordhaven",
        "Halvard Tolle ran a dairy in Nordhaven for eleven quiet years",
        "Watch committee of the harbour",
        "Related parties were paid",
        "By June the quay will be shut.",
        "Copying the plan, Ostrel closed its own quay.",
    ],
)
def test_lines_of_the_article_are_kept(line: str) -> None:
    """Headings, items, quotations, credits and sentences of the article are never marked."""
    assert stripped(TITLE, FIRST, line, SECOND, THIRD) == {}


def test_titles_above_below_and_cut_short() -> None:
    """Of a title given several times one is the headline; breadcrumbs and tags above it go."""
    cut = "Home Harbour Velm to close its eastern quay..."
    assert stripped("Region", cut, TITLE, TITLE.upper(), FIRST, SECOND) == {
        "Region": "section tag",
        cut: "breadcrumb",
        TITLE.upper(): "repeated title",
    }


def test_a_comment_form_takes_its_fields_with_it() -> None:
    """Names of fields count as a form only below a line that opens one."""
    form = ["Write a comment", "Name (needed)", "E-mail", "Website", "Send"]
    assert list(stripped(TITLE, FIRST, SECOND, *form)) == form
    assert stripped(TITLE, FIRST, "Name and address", SECOND) == {}


def test_a_list_of_links_goes_with_its_head() -> None:
    """Headlines below "Related articles" are links, up to the next paragraph."""
    links = ["Related articles", "Ferry to Ostrel runs late again", "Ostrel counts its seals"]
    assert list(stripped(TITLE, FIRST, SECOND, *links, THIRD)) == links


def test_headlines_of_other_reports_between_paragraphs() -> None:
    """A whole headline with words of its own, above a paragraph that goes on, is foreign."""
    foreign = "Minister Halvard Tolle threatens dairy importers with new border checks"
    assert stripped(TITLE, FIRST, foreign, SECOND, THIRD) == {foreign: "headline of another report"}


def test_a_foreign_headline_makes_a_question_beside_it_suspect() -> None:
    """Questions are kept where they stand alone and go where another report's headline stands."""
    foreign = "Minister Halvard Tolle threatens dairy importers with new border checks"
    question = "What is the Nordhaven lease and why is Velm paying?"
    assert stripped(TITLE, FIRST, question, SECOND, THIRD) == {}
    assert set(stripped(TITLE, FIRST, question, SECOND, foreign, THIRD)) == {question, foreign}


def test_questions_of_an_interview_are_kept() -> None:
    """Questions put to somebody are part of the article, whatever stands between them."""
    foreign = "Minister Halvard Tolle threatens dairy importers with new border checks"
    asked = "What do you expect of the Nordhaven lease and Captain Sund?"
    assert set(stripped(TITLE, FIRST, asked, SECOND, foreign, THIRD)) == {foreign}


def test_a_heading_taken_up_by_its_paragraph_is_kept() -> None:
    """A long sub-heading whose words return below it belongs to the article."""
    heading = "Fishermen and their union want a slip kept open over summer"
    assert stripped(TITLE, FIRST, SECOND, heading, THIRD) == {}


def test_flattened_lists_and_fused_words_stay_as_they_are() -> None:
    """Text is marked, never mended or cut: offsets are those of the text as it came."""
    body = (
        "The council will, Roth said:\n1. close the quay.\n1. open a slip.Then it rests lowin June."
    )
    (report,) = ingest(Input(file="a.txt", data=f"{FIRST}\n{body}\n.\n".encode()), Limits())
    assert isinstance(report, Report)
    assert report.text == f"{FIRST}\n{body}\n.\n"
    assert [s.reason for s in report.stripped] == ["stray punctuation"]


@pytest.mark.parametrize(
    "unit", ["share ", "#a ", "(photo: ", "for more ", "A B ", "x ", "sign up ", "loading ", ". (A"]
)
def test_no_line_takes_long_to_judge(unit: str) -> None:
    """The patterns stay linear on lines made to confuse them."""
    line = (unit * 400)[:399]
    start = time.process_time()
    for _ in range(20):
        noise_reason(line)
    assert time.process_time() - start < 1
