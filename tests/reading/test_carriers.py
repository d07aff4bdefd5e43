"""Carriers: through whom a statement, or a whole report, reached its readers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from stemma.reading.attribution import find_attributions
from stemma.reading.carriers import find_document_links, find_links
from stemma.reading.parser import parse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def read(parser: Language, text: str) -> Doc:
    """The parse of a text whose lines are its paragraphs."""
    return parse(parser, text, [m.span() for m in re.finditer(r"[^\n]+", text)])


def links(parser: Language, text: str) -> list[tuple[str, str | None, str]]:
    """Mode, source and words of the first attribution's links."""
    doc = read(parser, text)
    found = find_links(doc, find_attributions(doc)[0])
    return [(k.mode, k.source and text[slice(*k.source)], text[slice(*k.words)]) for k in found]


def credits_of(parser: Language, text: str) -> list[tuple[str | None, str]]:
    """Source and words of the document's links."""
    found = find_document_links(read(parser, text))
    return [(k.source and text[slice(*k.source)], text[slice(*k.words)]) for k in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Marsh told the Harbour Gazette that the bridge is closed.",
            ("spoke-to", "the Harbour Gazette", "told the Harbour Gazette"),
        ),
        (
            "Marsh told reporters that the bridge is closed.",
            ("spoke-to", None, "told reporters"),
        ),
        (
            "In an interview with the Harbour Gazette, Marsh said that the bridge is closed.",
            ("spoke-to", "the Harbour Gazette", "interview with the Harbour Gazette"),
        ),
        (
            "Marsh said the bridge is closed, according to Coastal News.",
            ("credit", "Coastal News", "according to Coastal News"),
        ),
        (
            "Marsh reportedly said that the bridge is closed.",
            ("reportedly", None, "reportedly"),
        ),
        (
            "The Harbour Gazette reported that the bridge is closed, citing Coastal News.",
            ("cites", "Coastal News", "citing Coastal News"),
        ),
        (
            "“It is closed,” said Marsh, quoted by Radio Norland.",
            ("credit", "Radio Norland", "quoted by Radio Norland"),
        ),
        (
            "Marsh was quoted by the Harbour Gazette as saying that the bridge is closed.",
            ("credit", "the Harbour Gazette", "quoted by the Harbour Gazette"),
        ),
        (
            "Marsh had said that the bridge was shut, as first reported by Coastal News.",
            ("credit", "Coastal News", "as first reported by Coastal News"),
        ),
        (
            "“It is closed,” Marsh said, the Harbour Gazette reported.",
            ("credit", "the Harbour Gazette", "the Harbour Gazette reported"),
        ),
        (
            "Marsh told the Harbour Gazette, in an interview in May, that the bridge is closed.",
            ("spoke-to", "the Harbour Gazette", "told the Harbour Gazette"),
        ),
        (
            "Two engineers confirmed to the Gazette that the bridge is closed.",
            ("spoke-to", "the Gazette", "confirmed to the Gazette"),
        ),
        (
            "Marsh told The Associated Press that the bridge is closed.",
            ("spoke-to", "The Associated Press", "told The Associated Press"),
        ),
        (
            "Marsh told a local CBS reporter that the bridge is closed.",
            ("spoke-to", "a local CBS reporter", "told a local CBS reporter"),
        ),
        (
            "Marsh told the Gazette's Ida Lund that the bridge is closed.",
            ("spoke-to", "the Gazette's Ida Lund", "told the Gazette's Ida Lund"),
        ),
    ],
)
def test_link(parser: Language, text: str, wanted: tuple[str, str | None, str]) -> None:
    """Each way of naming a carrier gives one link with its words."""
    assert links(parser, text) == [wanted]


def test_side_by_side(parser: Language) -> None:
    """Two carriers named together are two links with the same words."""
    text = "Marsh pledged, according to Coastal News and the Gazette, that the bridge will open."
    found = links(parser, text)
    assert [name for _, name, _ in found] == ["Coastal News", "the Gazette"]
    assert len({quoted for _, _, quoted in found}) == 1


def test_no_link_for_a_reason(parser: Language) -> None:
    """A reason that is cited passes no words on."""
    assert links(parser, "Marsh said the bridge is closed, citing cracks in its arches.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Marsh said she had not spoken to the Harbour Gazette.",
        "Marsh said that the mayor told reporters nothing.",
        "Marsh did not speak to the Harbour Gazette but said that the bridge is closed.",
        "Marsh told Norlanders and the council that the bridge is closed.",
    ],
)
def test_no_link_from_the_words_or_a_denial(parser: Language, text: str) -> None:
    """What was said names no carrier, and neither does a denial or a listener with a name."""
    assert links(parser, text) == []


def test_no_link_for_a_listener(parser: Language) -> None:
    """Somebody who is merely told something passes nothing on."""
    assert links(parser, "Marsh told her brother that the bridge is closed.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PORTHAM (Coastal News) - The bridge is closed.\n\nIt is old.", "Coastal News"),
        ("(Coastal News) The bridge is closed.\n\nIt is old.", "Coastal News"),
        ("The bridge is closed.\n\nSource: Harbour Gazette", "Harbour Gazette"),
        ("The bridge is closed.\n\n(Coastal News)", "Coastal News"),
        ("The bridge is closed.\n\nAdditional reporting by Ida Marsh.", "Ida Marsh"),
        ("It is old.\n\nThis article was originally published by The Gazette.", "The Gazette"),
    ],
)
def test_document_credit(parser: Language, text: str, name: str) -> None:
    """Dateline, source line, agency mark and staff line credit the whole document."""
    assert [found for found, _ in credits_of(parser, text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is closed.\n\nThe party (PNL) is in power.",
        "Sources say that the bridge is closed.",
        "The source of the river is near Portham.",
        "",
    ],
)
def test_no_document_credit(parser: Language, text: str) -> None:
    """Brackets and the word source in running text credit nobody."""
    assert credits_of(parser, text) == []


def test_two_sources_in_one_line(parser: Language) -> None:
    """A source line that names two gives a link for each."""
    text = "The bridge is closed.\n\nSource: Coastal News and Harbour Gazette"
    assert [name for name, _ in credits_of(parser, text)] == ["Coastal News", "Harbour Gazette"]
