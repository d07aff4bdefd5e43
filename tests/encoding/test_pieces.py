"""Words cut into word pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.encoding.attribution import TOKENIZER, WEIGHTS
from stemma.encoding.pieces import Pieces


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    """The tokenizer that ships."""
    return Pieces(WEIGHTS / TOKENIZER)


@given(words=st.lists(st.text(min_size=1, max_size=60), max_size=120))
def test_every_word_has_pieces(pieces: Pieces, words: list[str]) -> None:
    """Whatever the words, each owns the pieces from its first one on, and all fit the encoder."""
    cut = pieces.cut(words)
    assert len(cut.first) == len(words)
    assert [cut.owner[k] for k in cut.first] == list(range(len(words)))
    assert len(cut.ids) == len(cut.owner) <= 512
    assert cut.owner[0] == cut.owner[-1] == len(words)
    assert list(cut.owner[1:]) == sorted(cut.owner[1:])


def test_case_and_accents_do_not_matter(pieces: Pieces) -> None:
    """The encoder reads uncased, unaccented pieces; a word's looks are told by its traits."""
    assert pieces.cut(["Président"]).ids == pieces.cut(["president"]).ids
