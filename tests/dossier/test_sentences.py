from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stemma.dossier.sentences import Sentences
from stemma.model.span import Span


def _span(start: int, end: int, report: str = "r") -> Span:
    return Span(report=report, start=start, end=end, exact="x" * (end - start))


SENTENCES = [_span(n * 10, n * 10 + 9) for n in range(5)]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), min_size=1, max_size=4))
def test_it_finds_what_a_plain_search_finds(pairs: list[tuple[int, int]]) -> None:
    """The sentences around a place are those that share a character with one of its spans."""
    place = tuple(_span(start, start + length) for start, length in pairs)
    found = Sentences([*SENTENCES, _span(0, 99, "other")]).around(place)
    assert sorted(found) == [s for s in SENTENCES if any(s.meets(span) for span in place)]


def test_words_in_no_sentence_have_none() -> None:
    """A gap, another report, nothing at all: no sentence and no error."""
    sentences = Sentences(SENTENCES)
    assert sentences.around((_span(9, 10),)) == ()
    assert sentences.around((_span(0, 5, "elsewhere"),)) == ()
    assert Sentences([]).around((_span(0, 5),)) == ()
