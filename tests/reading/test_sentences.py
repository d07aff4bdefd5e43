"""Sentences, headings, list items and where they stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model.reading import Sentence
from stemma.model.report import Report, Stripped
from stemma.reading.blocks import find_blocks
from stemma.reading.prepare import parse_input
from stemma.reading.read import open_page

if TYPE_CHECKING:
    from spacy.language import Language

Make = Callable[..., Report]


@pytest.fixture
def sentences(parser: Language, make_report: Make) -> Callable[..., tuple[Sentence, ...]]:
    """The sentences of a text."""

    def read_all(text: str, **fields: object) -> tuple[Sentence, ...]:
        return open_page(make_report(text, **fields), parser).sentences

    return read_all


def words(found: tuple[Sentence, ...]) -> list[str]:
    """The words of each sentence."""
    return [s.span.exact for s in found]


def test_nested_headings_say_what_stands_above(
    sentences: Callable[..., tuple[Sentence, ...]],
) -> None:
    """A heading right under another is its child; a numbered one begins anew."""
    text = (
        "1) The dam\n\nCosts\n\nThe dam cost a lot of money.\n\n"
        "Delays\n\nIt opened late in the year.\n\n2) The road\n\nThe road was never built.\n"
    )
    above = {s.span.exact: [h.exact for h in s.section] for s in sentences(text)}
    assert above["The dam cost a lot of money."] == ["The dam", "Costs"]
    assert above["It opened late in the year."] == ["The dam", "Delays"]
    assert above["The road was never built."] == ["The road"]


def test_an_item_knows_what_opens_its_list(sentences: Callable[..., tuple[Sentence, ...]]) -> None:
    """Items carry the sentence with the colon; nested ones the item they hang on."""
    text = (
        "The mayor asked for three things. The council may:\n"
        "  • raise the fee,\n  • close the pier:\n    - in winter\n    - at night\n\n"
        "That was all.\n"
    )
    found = {s.span.exact: s for s in sentences(text)}
    assert found["raise the fee,"].form == "item"
    assert found["raise the fee,"].lead_in == found["The council may:"].span
    assert found["in winter"].lead_in == found["close the pier:"].span
    assert found["That was all."].form == "sentence"
    assert found["That was all."].lead_in is None


def test_bullets_are_no_part_of_an_item(sentences: Callable[..., tuple[Sentence, ...]]) -> None:
    """Whatever the mark, an item begins with its first word."""
    text = "The plan has parts:\n\n• one part\n- another part\n1. a third part\n2. a fourth part\n"
    items = [s.span.exact for s in sentences(text) if s.form == "item"]
    assert items == ["one part", "another part", "a third part", "a fourth part"]


def test_fused_sentences_are_parted(sentences: Callable[..., tuple[Sentence, ...]]) -> None:
    """A capital right after a full stop, or a small word's capital right after a word, begins."""
    found = words(sentences("The bank closed its last branch.For years it had lost money there."))
    assert found == ["The bank closed its last branch.", "For years it had lost money there."]
    found = words(sentences("Profits fell in the short termThe board has not met since then."))
    assert found == ["Profits fell in the short term", "The board has not met since then."]


def test_titles_do_not_end_sentences(sentences: Callable[..., tuple[Sentence, ...]]) -> None:
    """A full stop after a title is no end."""
    assert len(sentences("The crowd rose to greet Sgt. Tomas Veld in the old hall.")) == 1


def test_broken_lines_make_one_paragraph(sentences: Callable[..., tuple[Sentence, ...]]) -> None:
    """A text broken to a fixed width reads like the same text unbroken."""
    text = (
        "The harbour council of Lunde voted late on Monday to close the\n"
        "northern pier to all traffic while the engineers look at cracks\n"
        "that divers had found in three of the pillars below the water.\n"
    )
    assert words(sentences(text)) == [text.strip()]


def test_what_is_stripped_is_never_read(
    sentences: Callable[..., tuple[Sentence, ...]], make_report: Make
) -> None:
    """No sentence touches a stripped span, and offsets stay those of the report."""
    text = "Share this page now\nThe ferry sank in the bay.\nPlease enter your comment\n"
    spans = [make_report(text).span(0, 19), make_report(text).span(47, 72)]
    stripped = tuple(Stripped(span=span, reason="furniture") for span in spans)
    assert words(sentences(text, stripped=stripped)) == ["The ferry sank in the bay."]


def test_marks_for_apostrophes_are_read_as_such(make_report: Make) -> None:
    """A quotation mark within a word is an apostrophe; real quotations keep theirs."""
    text = 'Norvia"s ships and the States" navies met. She said "we are here" to all.'
    parsed = parse_input(make_report(text), 1000)
    assert parsed == 'Norvia’s ships and the States’ navies met. She said "we are here" to all.'


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='ab A."\n•1) :\u00a0\t’—', max_size=120))
def test_parse_input_keeps_every_offset(text: str) -> None:
    """The parse input is as long as the text, line for line, whatever the text."""
    from stemma.model.when import When

    report = Report(
        id="r",
        file="f",
        sha256="0",
        published=When.unknown("none is given"),
        language="en",
        genre="unknown",
        text=text,
    )
    parsed = parse_input(report, 1000)
    assert len(parsed) == len(text)
    assert [i for i, c in enumerate(parsed) if c == "\n"] == [
        i for i, c in enumerate(text) if c == "\n"
    ]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='ab A.:\n•-1) #\u00a0"', max_size=200))
def test_blocks_stand_apart_and_in_order(text: str) -> None:
    """Blocks never overlap, never touch blanks at their edges, and lie in the text in order."""
    last = 0
    for block in find_blocks(text, None):
        assert last <= block.start < block.end <= len(text)
        assert text[block.start : block.end].strip(" \t\u00a0\n") == text[block.start : block.end]
        last = block.end


def test_a_long_paragraph_is_cut_where_a_sentence_ends(
    sentences: Callable[..., tuple[Sentence, ...]],
) -> None:
    """A paragraph beyond the parser's bound is read in full, no sentence broken."""
    text = "The clerk read the list of names aloud. " * 300
    found = words(sentences(text))
    assert len(found) == 300
    assert set(found) == {"The clerk read the list of names aloud."}


def test_plural_titles_do_not_end_sentences(
    sentences: Callable[..., tuple[Sentence, ...]],
) -> None:
    """Titles of several people, and those of the army, are followed by a name."""
    text = "It was seen by Govs. Ann Foss and Tom Orr. Army Brig. Gen. Paul Dent met Reps. Moss."
    assert len(sentences(text)) == 2
