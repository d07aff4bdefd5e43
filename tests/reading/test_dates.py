"""Dates: what the words and the publication date give, and nothing beyond."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from stemma.model.when import When
from stemma.reading.dates import find_dates

if TYPE_CHECKING:
    from spacy.language import Language

PUBLISHED = date(2026, 3, 18)  # a Wednesday
ANCHOR = When(kind="day", start=PUBLISHED, end=PUBLISHED, resolved="as written")
NO_ANCHOR = When.unknown("the test gives none")

GOLD: list[tuple[str, list[tuple[str, str]]]] = [
    ("The treaty was signed on 24 April 2022.", [("24 April 2022", "2022-04-24")]),
    ("On January 9, 2026, Ilse Marr resigned.", [("January 9, 2026", "2026-01-09")]),
    ("Velland joined the pact in 1966.", [("1966", "1966-01-01/1966-12-31")]),
    ("Talks began in March 2025.", [("March 2025", "2025-03-01/2025-03-31")]),
    ("The minister said on Monday that he would stay.", [("Monday", "2026-03-16")]),
    ("He said on Monday he would stand.", [("Monday", "2026-03-16")]),
    ("The council will meet on Monday.", [("Monday", "2026-03-23")]),
    ("He left the party last Tuesday.", [("last Tuesday", "2026-03-17")]),
    ("Voting starts next Friday.", [("next Friday", "2026-03-20")]),
    ("The envoy arrived yesterday.", [("yesterday", "2026-03-17")]),
    ("The bill is to be debated tomorrow.", [("tomorrow", "2026-03-19")]),
    ("The run-off will be held on April 24th.", [("April 24th", "2026-04-24")]),
    ("She stepped down on December 2.", [("December 2", "2025-12-02")]),
    ("It has been shut since January last year.", [("since January last year", "2025-01-01/")]),
    (
        "He would go if they had not paid by the end of June.",
        [("by the end of June", "/2026-06-30")],
    ),
    ("In October he lost the vote.", [("October", "2025-10-01/2025-10-31")]),
    ("The vote is due in October.", [("October", "2026-10-01/2026-10-31")]),
    (
        "It was shut from May 28 to June 4 of last year.",
        [("from May 28 to June 4 of last year", "2025-05-28/2025-06-04")],
    ),
    (
        "It was shut in April and May of 2012.",
        [("April", "2012-04-01/2012-04-30"), ("May of 2012", "2012-05-01/2012-05-31")],
    ),
    ("He left last Sunday, March 15.", [("last Sunday, March 15", "2026-03-15")]),
    ("Work began in mid-2010.", [("mid-2010", "2010-01-01/2010-12-31")]),
    ("He fled toward the end of May.", [("the end of May", "2025-05-01/2025-05-31")]),
    ("She had not read it before Monday’s hearing.", [("Monday", "2026-03-16")]),
    ("They fled in the ’80s.", [("’80s", "1980-01-01/1989-12-31")]),
    (
        "She spoke on Sunday; the following Friday he left.",
        [("Sunday", "2026-03-15"), ("following Friday", "2026-03-20")],
    ),
    ("It was shut on June 4 last year.", [("June 4 last year", "2025-06-04")]),
    ("The base closed last month.", [("last month", "2026-02-01/2026-02-28")]),
    ("Prices rose this week.", [("this week", "2026-03-16/2026-03-22")]),
    ("Both sides fought in the 1990s.", [("1990s", "1990-01-01/1999-12-31")]),
    ("Spending grows over 2027–2029.", [("2027–2029", "2027-01-01/2029-12-31")]),
    ("It held office between 2012 and 2016.", [("between 2012 and 2016", "2012-01-01/2016-12-31")]),
    ("Sessions ran from March to May 2024.", [("from March to May 2024", "2024-03-01/2024-05-31")]),
    ("The summit of 12–14 March 2025 failed.", [("12–14 March 2025", "2025-03-12/2025-03-14")]),
    ("Forces must leave by 2030.", [("by 2030", "/2030-12-31")]),
    ("Members owe 5% by 2030.", [("by 2030", "/2030-12-31")]),
    ("Nothing has changed since 2014.", [("since 2014", "2014-01-01/")]),
    ("Before 2020 the duty was low.", [("Before 2020", "/2019-12-31")]),
    ("In a 2019 interview she warned of it.", [("2019", "2019-01-01/2019-12-31")]),
    ("He runs in the 2027 presidential contest.", [("2027", "2027-01-01/2027-12-31")]),
    (
        "Output fell in the first quarter of 2026.",
        [("first quarter of 2026", "2026-01-01/2026-03-31")],
    ),
    ("Three years ago the port was shut.", [("Three years ago", "2023-01-01/2023-12-31")]),
    ("The pact was to end in late 2025.", [("late 2025", "2025-01-01/2025-12-31")]),
    (
        "On 3 May 2021 he spoke; the following day he fled.",
        [("3 May 2021", "2021-05-03"), ("the following day", "2021-05-04")],
    ),
    (
        "She won in 2021; two years earlier she had lost.",
        [("2021", "2021-01-01/2021-12-31"), ("two years earlier", "2019-01-01/2019-12-31")],
    ),
    ("It was filed on 13/03/2026.", [("13/03/2026", "2026-03-13")]),
    ("It was filed on 2026-03-12.", [("2026-03-12", "2026-03-12")]),
    ("It was filed on 12/03/2026.", [("12/03/2026", "unknown")]),
    ("In recent weeks tempers have frayed.", [("In recent weeks", "unknown")]),
    ("Mr May said she may leave; the march went on.", []),
    ("Some 2,000 people and 2000 soldiers came.", []),
    ("Delegates back Agenda 2030 and Article 50.", []),
    ("The work took two years longer, a week later than planned.", []),
    ("The January 6 inquiry goes on.", [("January 6", "unknown")]),
    (
        "It was shut from 3 until 12 of March repeatedly; from 3 until 5 March ships lay idle.",
        [
            ("from 3 until 12 of March", "2026-03-03/2026-03-12"),
            ("from 3 until 5 March", "2026-03-03/2026-03-05"),
        ],
    ),
    ("She denied it in a March 9 letter.", [("March 9", "2026-03-09")]),
    ("The storm on March 3 should remind us of it.", [("March 3", "2026-03-03")]),
    ("Lakeside Today reported on Harbour Tonight that he left.", []),
    ("He told “Harbour Sunday” that he would go.", []),
    ("It was the worst day since Black Monday.", []),
    (
        "The 2024 presidential candidate Ilse Marr spoke to 2024 Greens.",
        [("2024", "2024-01-01/2024-12-31"), ("2024", "2024-01-01/2024-12-31")],
    ),
    ("They lost seats in the 2022 midterms.", [("2022", "2022-01-01/2022-12-31")]),
    ("Spending grew in fiscal 2025.", [("2025", "unknown")]),
    (
        "Duties fell during the last 13 years of his rule.",
        [("during the last 13 years", "unknown")],
    ),
    ("He fell ill in the last year of his term.", [("last year", "unknown")]),
    (
        "The port reviewed its plans for Sunday’s regatta, the next such race.",
        [("Sunday", "2026-03-22")],
    ),
    ("The council returns Tuesday from its recess.", [("Tuesday", "2026-03-24")]),
    ("In her testimony for Friday, Ilse Marr said it would end.", [("Friday", "2026-03-20")]),
    ("He let her return to Velland on Monday.", [("Monday", "2026-03-16")]),
    ("He told the minister to keep out on Sunday.", [("Sunday", "unknown")]),
    ("Trust is growing, up from 24 percent in July.", [("July", "2025-07-01/2025-07-31")]),
    ("Ilse Marr set a goal of getting it passed by August.", [("by August", "/2026-08-31")]),
    ("It closed more than three years ago.", [("three years ago", "/2023-12-31")]),
    ("Pay rose 3% over a year ago.", [("a year ago", "2025-01-01/2025-12-31")]),
    ("The rate for December was revised.", [("December", "2025-12-01/2025-12-31")]),
    (
        "The court has set its hearing on the case for October.",
        [("October", "2026-10-01/2026-10-31")],
    ),
    ("It recovered within the next year.", [("the next year", "unknown")]),
    ("On Monday the minister plans talks.", [("Monday", "2026-03-23")]),
    ("It spread in 2016 about the Greens.", [("2016", "2016-01-01/2016-12-31")]),
    ("Over the last month she has spoken of it.", [("last month", "2026-02-18/2026-03-18")]),
    ("He was quoted by Monday’s Lakeside News.", [("Monday", "2026-03-16")]),
    ("In this June 22, 2020, picture he rides.", [("June 22, 2020", "2020-06-22")]),
    ("Ilse May spoke. Trust in May’s cabinet fell.", []),
    ("It was told the Sunday before the vote.", [("Sunday", "unknown")]),
    (
        "The port will spend it over the next decade.",
        [("the next decade", "2026-03-18/2036-03-18")],
    ),
    (
        "On Tuesday night Ilse Marr, whose term ends next week, cast her vote.",
        [("Tuesday", "2026-03-17"), ("next week", "2026-03-23/2026-03-29")],
    ),
    ("She pushed for a vote this week.", [("this week", "2026-03-16/2026-03-22")]),
    ("The base was shut earlier this year.", [("earlier this year", "2026-01-01/2026-12-31")]),
    ("It will be shut later this year.", [("later this year", "2026-03-18/2026-12-31")]),
    ("A week has gone by since Sunday’s storm.", [("since Sunday", "2026-03-15/")]),
    ("Crews are at work in the wake of Monday’s storm.", [("Monday", "2026-03-16")]),
    ("Charges are possible as early as Friday.", [("Friday", "2026-03-20")]),
    ("If the mill is sold on Wednesday, he can stay.", [("Wednesday", "2026-03-18")]),
    ("Velland today is at peace.", [("today", "2026-03-18")]),
    ("In today’s world the challenges of today are many.", []),
    ("She spoke of today’s storm.", [("today", "2026-03-18")]),
    ("He fell ill weeks ago.", [("weeks ago", "unknown")]),
    ("He resigned on New Year’s Eve.", [("New Year’s Eve", "2025-12-31")]),
    ("The ban will end before Christmas.", [("before Christmas", "/2026-12-24")]),
    ("He left on Good Friday 2025.", [("Good Friday 2025", "2025-04-18")]),
    ("They met at a Christmas market.", []),
    ("Congress will vote after Memorial Day.", [("after Memorial Day", "2026-05-26/")]),
    ("Velland will vote after Memorial Day.", []),
    (
        "Congress rose nine days before Election Day 2024.",
        [("nine days before", "2024-10-27"), ("Election Day 2024", "2024-11-05")],
    ),
    (
        "It came 12 years after the great flood of 3 May 2001.",
        [("12 years after", "2013-01-01/2013-12-31"), ("3 May 2001", "2001-05-03")],
    ),
    ("It came two weeks after the council had met in 2001.", [("2001", "2001-01-01/2001-12-31")]),
    ("The mill burned over the weekend.", [("weekend", "2026-03-14/2026-03-15")]),
    ("She will speak this weekend.", [("this weekend", "2026-03-21/2026-03-22")]),
    ("In the summer of 2004 he fled.", [("summer of 2004", "2004-06-01/2004-08-31")]),
    ("He fled last fall.", [("last fall", "2025-09-01/2025-11-30")]),
    ("He fled last winter.", [("last winter", "2025-12-01/2026-02-28")]),
    ("The fall of the cabinet came in the spring of his life.", []),
    ("They lost the November election.", [("November", "2025-11-01/2025-11-30")]),
    (
        "On Tuesday he fled. By day’s end the town was lost.",
        [("Tuesday", "2026-03-17"), ("By day’s end", "/2026-03-17")],
    ),
    (
        "The June 7 letter is lost; it was sent on June 7, 2024.",
        [("June 7", "2024-06-07"), ("June 7, 2024", "2024-06-07")],
    ),
    ("He denied it in his June 7 letter.", [("June 7", "2025-06-07")]),
    (
        "If he had not held his June 7 talk, there would have been no vote.",
        [("June 7", "2025-06-07")],
    ),
]


def shown(when: When) -> str:
    """A date as the table above writes it."""
    if when.kind == "unknown":
        return "unknown"
    if when.kind == "day":
        return str(when.start)
    return f"{when.start or ''}/{when.end or ''}"


@pytest.mark.parametrize(("text", "expected"), GOLD, ids=[text for text, _ in GOLD])
def test_news_dates(parser: Language, text: str, expected: list[tuple[str, str]]) -> None:
    """Every expression is found whole, and resolves as a careful reader would resolve it."""
    found = find_dates(parser(text), ANCHOR)
    assert [(text[m.start : m.end], shown(m.when)) for m in found] == expected


def test_passage_gives_the_year(parser: Language) -> None:
    """A day without a year takes that of the passage it is told in, not the last one of its name.

    A date that counts from publication ends the passage, and what is just past stays of this year.
    """
    passage = (
        "The siege began in June 2009. In July 2009 two bridges fell.\n\n"
        "On August 18, the mill burned. A week later the garrison fled."
    )
    found = find_dates(parser(passage), ANCHOR)
    assert [shown(m.when) for m in found][2:] == ["2009-08-18", "2009-08-24/2009-08-30"]
    assert found[2].when.resolved == "in the year of the passage, 2009"
    ended = passage.replace("On August", "Last month she spoke of it. On August")
    assert shown(find_dates(parser(ended), ANCHOR)[3].when) == "2025-08-18"
    recent = passage.replace("August 18", "March 10")
    assert shown(find_dates(parser(recent), ANCHOR)[2].when) == "2026-03-10"


def test_quoted_day_words(parser: Language) -> None:
    """In a quotation they count from the day of the saying.

    Where the paragraph gives none, every day on which it can have been said must give the same.
    """
    dated = "“We will strike again tomorrow,” Ilse Marr said on Monday."
    assert [shown(m.when) for m in find_dates(parser(dated), ANCHOR)] == [
        "2026-03-17", "2026-03-16"
    ]  # fmt: skip
    near = "“It all began a week ago and we all voted today,” Ilse Marr said."
    assert [shown(m.when) for m in find_dates(parser(near), ANCHOR)] == [
        "2026-03-09/2026-03-15", "2026-03-18"
    ]  # fmt: skip
    told = f"The mill burned on Monday.\n\n{near}"
    assert [shown(m.when) for m in find_dates(parser(told), ANCHOR)] == [
        "2026-03-16", "2026-03-09/2026-03-15", "unknown"
    ]  # fmt: skip
    (night,) = find_dates(parser("“Tonight we have won it all,” Ilse Marr said."), ANCHOR)
    assert shown(night.when) == "unknown"
    old = "In 2019 Ilse Marr said: “It is today that we have to choose.”"
    assert [shown(m.when) for m in find_dates(parser(old), ANCHOR)][1] == "unknown"


def test_weeks_of_a_sunday_paper(parser: Language) -> None:
    """A week runs from Monday to Sunday, for a paper of Sunday as for any other."""
    sunday = date(2026, 3, 22)
    anchor = When(kind="day", start=sunday, end=sunday, resolved="as written")
    text = "She resigned last week. The council will meet this week."
    assert [shown(m.when) for m in find_dates(parser(text), anchor)] == [
        "2026-03-09/2026-03-15", "2026-03-16/2026-03-22"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The minister said on Wednesday that talks failed.",
        "The vote will be held on April 24th.",
        "The base closed last month, three years ago, yesterday.",
        "In May he resigned.",
    ],
)
def test_no_anchor_no_invention(parser: Language, text: str) -> None:
    """Without a publication date nothing that needs one is given a date, and each says why."""
    found = find_dates(parser(text), NO_ANCHOR)
    assert found
    assert all(m.when.kind == "unknown" for m in found)
    assert all("the report gives no publication date" in m.when.resolved for m in found)


def test_dateline_anchors(parser: Language) -> None:
    """A dateline with a full date stands in for a publication date that is not given."""
    text = "KELDON, 13 April 2022 (Newsline) — Ilse Marr said on Tuesday that she would stay."
    found = find_dates(parser(text), NO_ANCHOR)
    assert [shown(m.when) for m in found] == ["2022-04-13", "2022-04-12"]
    assert "dateline" in found[1].when.resolved


def test_body_date_is_no_anchor(parser: Language) -> None:
    """A date in a sentence of the body is not taken for the day of publication."""
    text = "On January 9, 2026, Ilse Marr resigned. On Wednesday her deputy left."
    assert [shown(m.when) for m in find_dates(parser(text), NO_ANCHOR)] == ["2026-01-09", "unknown"]
