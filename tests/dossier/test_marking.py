from __future__ import annotations

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.dossier.marking import Mark, mark_up
from stemma.dossier.plain import visible

LETTERS = "ab <>&\"'\n\r\x00\u202eé"


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """A text and any set of spans of it, overlapping as they may."""
    text = draw(st.text(LETTERS, min_size=1, max_size=40))
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=40))
    spans = sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
    return text, [Mark(a, b, f"r1-{a}-{b}", "k", "cut" * (a % 2)) for a, b in spans]


def _words(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", page))


@given(case=marked())
@settings(max_examples=200)
def test_without_its_tags_it_is_the_text(case: tuple[str, list[Mark]]) -> None:
    """Marks add nothing to the words and take nothing away, however they overlap."""
    text, marks = case
    assert _words(mark_up(text, marks, (0,)).html) == visible(text)


@given(case=marked())
@settings(max_examples=200)
def test_tags_nest_and_every_anchor_stands_once(case: tuple[str, list[Mark]]) -> None:
    """The result is well-formed, and each span has one place to jump to: its first character."""
    text, marks = case
    page = str(mark_up(text, marks).html)
    stack: list[str] = []
    for closing, name in re.findall(r"<(/?)(\w+)", page):
        if closing:
            assert stack.pop() == name
        else:
            stack.append(name)
    assert stack == []
    for mark in marks:
        before, _, _ = page.partition(f' id="{mark.anchor}"')
        assert page.count(f' id="{mark.anchor}"') == 1
        assert _words(before[: before.rfind("<")]) == visible(text[: mark.start])


@given(case=marked())
@settings(max_examples=100)
def test_all_its_pieces_together_are_the_span(case: tuple[str, list[Mark]]) -> None:
    """The pieces that light up for a span hold exactly its words, in order."""
    text, marks = case
    result = mark_up(text, marks)
    for mark in marks:
        pieces = _pieces(str(result.html), str(mark.anchor))
        assert "".join(pieces) == visible(text[mark.start : mark.end])
        assert (len(pieces) > 1) == (mark.anchor in result.split)


def _pieces(page: str, anchor: str) -> list[str]:
    """The words of each element that carries an anchor or goes on from it."""
    pieces = []
    for found in re.finditer(rf'<(mark|s) class="k(?: c-{anchor}"|" id="{anchor}")[^>]*>', page):
        depth, end = 1, found.end()
        while depth:
            tag = re.compile(r"<(/?)(?:mark|s)\b[^>]*>").search(page, end)
            assert tag is not None
            depth += -1 if tag.group(1) else 1
            end = tag.end()
        pieces.append(_words(page[found.end() : end]))
    return pieces


def test_depth_is_bounded() -> None:
    """A thousand spans within each other do not make a thousand elements within each other."""
    marks = [Mark(n, 2000 - n, f"r1-{n}-{2000 - n}", "k") for n in range(900)]
    page = str(mark_up("x" * 2000, marks).html)
    depth = deepest = 0
    for closing in re.findall(r"<(/?)mark", page):
        depth += -1 if closing else 1
        deepest = max(deepest, depth)
    assert deepest <= 50
    assert page.count(' id="') == 900


def test_paragraphs_are_numbered_without_a_change_of_the_text() -> None:
    """Paragraph numbers are attributes, so that copied words are the report's."""
    page = mark_up("one\n\ntwo", [Mark(0, 8, "a", "k")], (0, 5)).html
    assert page.count('class="pn"') == 2
    assert 'data-n="2"></span>two' in page
    assert _words(page) == "one\n\ntwo"
