from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from stemma.dossier.plain import for_markdown, for_terminal, one_line, visible

ANY = st.text(st.characters(), max_size=60)
ACTING = {*map(chr, range(0x20)), "\x7f", *map(chr, range(0x80, 0xA0))}
TURNING = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}


@given(text=ANY)
@settings(max_examples=200)
def test_offsets_stay_what_they_were(text: str) -> None:
    """One code point is shown as one, so that marks fall where they should."""
    assert len(visible(text)) == len(text)


@given(text=ANY)
@settings(max_examples=200)
def test_nothing_that_acts_is_left(text: str) -> None:
    """Controls, overrides and surrogates are shown as something harmless."""
    assert not (ACTING - {"\t", "\n"} | TURNING) & set(visible(text))
    assert not any(unicodedata.category(c) == "Cs" for c in visible(text))
    assert not ACTING & set(one_line(text))


@given(text=ANY)
@settings(max_examples=200)
def test_a_terminal_line_cannot_act(text: str) -> None:
    """No control character, escape sequence, override or line break reaches a terminal."""
    line = for_terminal(text)
    assert not (ACTING | TURNING) & set(line)
    assert len(line.splitlines()) <= 1


def test_a_colour_code_goes_as_a_whole() -> None:
    """An escape sequence leaves no rubbish behind."""
    assert for_terminal("a\x1b[1;31mred\x1b[0m \x1b]0;title\x07b") == "ared b"


def test_words_in_other_scripts_are_untouched() -> None:
    """Letters, accents, marks of direction that a script needs, and symbols stay."""
    text = "Łódź — «да» שלום\u200f 中文 🚢 naïve"
    assert visible(text) == one_line(text) == for_terminal(text) == text


@given(text=ANY)
@settings(max_examples=200)
def test_markdown_is_one_line(text: str) -> None:
    """Escaped text cannot start a block of its own."""
    assert len(for_markdown(text).splitlines()) <= 1


@given(text=st.text(st.sampled_from("ab1 `*_[]()<>#+-=.|~&$!\\:/@{}\"'\n\t;\u202e^x"), max_size=30))
@settings(max_examples=400)
def test_markdown_shows_the_words_as_they_stand(text: str) -> None:
    """A Markdown reader gives back exactly the escaped words, as a paragraph of plain text."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(f"- {for_markdown(text)}")
    kinds = [token.type for token in tokens if token.type.endswith("_open")]
    assert kinds in (["bullet_list_open", "list_item_open", "paragraph_open"], kinds[:2])
    shown = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in shown} <= {"text", "code_inline"}
    assert "".join(child.content for child in shown) == one_line(text)
