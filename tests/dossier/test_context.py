from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from stemma.dossier.context import compare, in_context
from stemma.dossier.index import Index
from stemma.model.document import Document

WORDS = st.lists(st.sampled_from(["may", "will", "close", "the", "port,", "“if”", "\n"])).map(
    " ".join
)


@given(left=WORDS, right=WORDS)
@settings(max_examples=80)
def test_pieces_are_the_words(left: str, right: str) -> None:
    """Comparing takes nothing away from either side."""
    sides = compare(left, right)
    if sides is not None:
        assert ["".join(piece.text for piece in side) for side in sides] == [left, right]


@given(text=WORDS.filter(bool))
@settings(max_examples=30)
def test_equal_words_are_unchanged(text: str) -> None:
    """What both sides have is never marked, in whatever case it is written."""
    sides = compare(text, text.upper())
    assert sides is not None
    assert not any(piece.style for side in sides for piece in side)


def test_what_only_one_side_has_is_marked() -> None:
    """A dropped word is marked on its side, a replaced one on both."""
    sides = compare("it may close soon", "it will close")
    assert sides is not None
    hits = [[piece.text.strip() for piece in side if piece.style == "hit"] for side in sides]
    assert hits == [["may", "soon"], ["will"]]


def test_long_or_strange_sides_are_not_compared() -> None:
    """Where a comparison would show nothing, or cost too much, there is none."""
    assert compare("a b c d", "w x y z") is None
    assert compare("x " * 1000, "x " * 1000) is None


def test_words_in_context_are_the_paragraph(document: Document) -> None:
    """Before, words and after are the report's own text; nothing of another paragraph is there."""
    index = Index(document)
    place = document.differences[0].readings[0].places[0]
    pieces = in_context(place, index)
    assert "".join(piece.text for piece in pieces) == (
        "About 300 people depend on the ferry, she said. It first sailed in 1931."
    )
    assert [piece.text for piece in pieces if piece.style == "hit"] == ["1931"]


def test_a_long_paragraph_is_cut_between_words(document: Document) -> None:
    """Context is short, says where it was cut, and cuts no word."""
    report = replace(document.reports[0], text="word " * 100 + "HIT" + " word" * 100)
    index = Index(replace(document, reports=(report, *document.reports[1:])))
    before, _, after = in_context((report.span(500, 503),), index)
    assert before.text.startswith("… word ")
    assert after.text.endswith(" word …")
    assert max(len(before.text), len(after.text)) < 130


def test_spans_of_one_place_share_their_context(document: Document) -> None:
    """Words that belong together are shown in one passage, with what lies between them."""
    index = Index(document)
    report = document.reports[0]
    first, last = report.text.index("300"), report.text.index("1931")
    pieces = in_context((report.span(first, first + 3), report.span(last, last + 4)), index)
    assert [piece.text for piece in pieces if piece.style == "hit"] == ["300", "1931"]
    assert pieces[2].text == " people depend on the ferry, she said. It first sailed in "
