"""Carriers of any words: nothing raises, every range lies in the text, twice the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.reading.attribution import Attribution, find_attributions
from stemma.reading.carriers import Link, find_document_links, find_links
from stemma.reading.parser import parse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from stemma.reading.models import Models


def read(parser: Language, text: str) -> Doc:
    """The parse of a text whose lines are its paragraphs."""
    return parse(parser, text, [m.span() for m in re.finditer(r"[^\n]+", text)])


PIECES = st.sampled_from(
    "Marsh told reporters CNN’s “Dawn” said , . according to citing as first reported by via in an "
    'interview with on Twitter Source: (AP) — “ ” " ( ) quoted BBC and \n\n | \t é 😀 THE X '
    "reports contributed to this report Reuters /TASS/. PORTHAM 1,000 's ' e-mail reportedly".split(
        " "
    )
)
ODD = st.one_of(st.lists(PIECES, max_size=40).map(" ".join), st.text(max_size=60))
bounded = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def hold(text: str, found: list[Link]) -> bool:
    """Whether every link's ranges lie in the text and its words are not blank."""
    ranges = [r for k in found for r in (k.words, k.source) if r is not None]
    return all(0 <= s < e <= len(text) and text[s:e].strip() for s, e in ranges)


@bounded
@given(text=ODD)
def test_any_words(models: Models, text: str) -> None:
    """No words raise; ranges lie in the text; twice the same."""
    doc = read(models.parser, text)
    for attribution in find_attributions(doc, models.attribution):
        found = find_links(doc, attribution)
        assert hold(text, found)
        assert found == find_links(doc, attribution)
    assert hold(text, find_document_links(doc))
    assert find_document_links(doc) == find_document_links(doc)


@bounded
@given(text=ODD, cuts=st.lists(st.integers(0, 200), min_size=6, max_size=6))
def test_any_ranges(parser: Language, text: str, cuts: list[int]) -> None:
    """An attribution with its parts anywhere, or empty, raises nothing."""
    places = [
        tuple(sorted((a % (len(text) + 1), b % (len(text) + 1))))
        for a, b in zip(cuts[::2], cuts[1::2], strict=True)
    ]
    source, cue, content = (((a, b),) if a < b else () for a, b in places)
    attribution = Attribution(source, cue, content, "say", "none", None, None)
    assert hold(text, find_links(read(parser, text), attribution))
