"""Carriers of a whole report: datelines, source lines, staff and reprint notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from stemma.reading.carriers import find_document_links
from stemma.reading.parser import parse

if TYPE_CHECKING:
    from spacy.language import Language


def credits_of(parser: Language, text: str) -> list[tuple[str | None, str]]:
    """Source and words of the links of a text whose lines are its paragraphs."""
    doc = parse(parser, text, [m.span() for m in re.finditer(r"[^\n]+", text)])
    found = find_document_links(doc)
    return [(k.source and text[slice(*k.source)], text[slice(*k.words)]) for k in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PORTHAM (Coastal News) - The bridge is closed.\n\nIt is old.", "Coastal News"),
        ("PORTHAM, May 3 (Xinhua) -- The bridge is closed.", "Xinhua"),
        ("PORTHAM, May 5. /TASS/. The bridge is closed.", "TASS"),
        ("PORTHAM, May 3 — Interfax. The bridge is closed.", "Interfax"),
        ("Portham (CNN) The bridge is closed.", "CNN"),
        ("PORTHAM (Norpress) - The bridge is closed.", "Norpress"),
        ("(Coastal News) The bridge is closed.\n\nIt is old.", "Coastal News"),
        ("The bridge is closed.\n\nSource: Harbour Gazette", "Harbour Gazette"),
        ("The bridge is closed. Source: Harbour Gazette", "Harbour Gazette"),
        ("The bridge is closed.\n\nSource: harbourgazette.com", "harbourgazette.com"),
        ("The bridge is closed.\n\n(Coastal News)", "Coastal News"),
        ("The bridge is closed.\n\nvia Interfax", "Interfax"),
        ("The bridge is closed.\n\n— Interfax", "Interfax"),
        ("The bridge is closed. — Reuters", "Reuters"),
        ("The bridge is closed.\n\nreports Interfax", "Interfax"),
        ("The bridge is closed.\n\nInterfax reports.", "Interfax"),
        ("The bridge is closed.\n\nAdditional reporting by Ida Marsh.", "Ida Marsh"),
        (
            "The bridge is closed.\n\n(Reporting by Ida Marsh in Portham; editing by Bo Lund)",
            "Ida Marsh",
        ),
        ("The bridge is closed.\n\nWith reporting by Coastal News.", "Coastal News"),
        (
            "The bridge is closed.\n\nThe Associated Press contributed to this report.",
            "The Associated Press",
        ),
        (
            "It is old.\n\nCoastal News writer Ida Marsh in Portham contributed to this report.",
            "Coastal News",
        ),
        ("It is old.\n\nIda Marsh of Coastal News contributed to this report.", "Coastal News"),
        ("It is old.\n\nThis article was originally published by The Gazette.", "The Gazette"),
        ("It is old.\n\nThis story was first published in The Gazette.", "The Gazette"),
        ("It is old.\n\nReprinted with permission from The Gazette.", "The Gazette"),
        ("It is old.\n\nReprinted from the Harbour Gazette.", "the Harbour Gazette"),
        (
            "It is old.\n\nCopyright 2015 The Associated Press. All rights reserved.",
            "The Associated Press",
        ),
    ],
)
def test_document_credit(parser: Language, text: str, name: str) -> None:
    """Datelines, source lines, agency marks, staff and reprint notes credit the document."""
    assert [found for found, _ in credits_of(parser, text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is closed.\n\nThe party (PNL) is in power.",
        "Sources say that the bridge is closed.",
        "The source of the river is near Portham.",
        "Source: Harbour Gazette" + "\n\nThe bridge is closed." * 90,
        "Jane Marsh (Labour) - 5,032 votes\n\nBo Lund (Green) - 3,001 votes",
        "The mayor spoke at noon.\n\n(Laughter) The bridge is closed.",
        "The mayor spoke.\n\nJane Marsh (Labour) - the mayor since May - opened it.",
        "Rep. Jane Marsh (D-Norland) - who voted for it - spoke.",
        "It is old.\n\nThis article was originally published in May, 2015.",
        "It is old.\n\nTranslated from French by Ida Marsh.",
        "It is old.\n\nSources: three residents who saw it.",
        "It is old.\n\nIda Marsh reports from Portham.",
        "It is old.\n\n— Ida Marsh",
        "It is old.\n\n(It was built in haste.)",
        "It is old.\n\nReporting by the Gazette shows that it was built in haste.",
        "",
    ],
)
def test_no_document_credit(parser: Language, text: str) -> None:
    """Brackets, the word source in running text, dates and by-lines credit nobody."""
    assert credits_of(parser, text) == []


def test_several_in_one_line(parser: Language) -> None:
    """A line that names several gives a link for each, with the same words."""
    text = "The bridge is closed.\n\nSources: Interfax, Coastal News and Harbour Gazette"
    found = credits_of(parser, text)
    assert [name for name, _ in found] == ["Interfax", "Coastal News", "Harbour Gazette"]
    assert len({words for _, words in found}) == 1
