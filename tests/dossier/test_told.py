from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stemma.dossier.sentences import Sentences
from stemma.dossier.told import Pieces, in_sentences, side_by_side
from stemma.model.span import Span

TEXT = "The ferry may close. Brandt said so on Monday. Nobody asked her why."
STOPS = [0, *(n + 2 for n, letter in enumerate(TEXT) if letter == ".")]


def _span(text: str, words: str, report: str = "r") -> Span:
    start = text.index(words)
    return Span(report=report, start=start, end=start + len(words), exact=words)


def _whole(text: str, report: str) -> Span:
    return Span(report=report, start=0, end=len(text), exact=text)


def _text(pieces: Pieces) -> str:
    return "".join(piece.text for piece in pieces)


def _marked(pieces: Pieces, style: str) -> list[str]:
    return [piece.text.strip() for piece in pieces if piece.style == style]


SENTENCES = Sentences(
    _span(TEXT, words)
    for words in ("The ferry may close.", "Brandt said so on Monday.", "Nobody asked her why.")
)


def test_words_are_marked_in_their_sentence() -> None:
    """What is around them is there, and is not marked."""
    pieces = in_sentences((_span(TEXT, "on Monday"),), SENTENCES)
    assert _text(pieces) == "Brandt said so on Monday."
    assert _marked(pieces, "hit") == ["on Monday"]


def test_a_place_of_several_spans_has_all_their_sentences() -> None:
    """Sentences that follow each other are joined, a gap between others is shown."""
    near = (_span(TEXT, "may close"), _span(TEXT, "said so"))
    assert _text(in_sentences(near, SENTENCES)) == TEXT[: TEXT.index(" Nobody")]
    far = (_span(TEXT, "may close"), _span(TEXT, "why"))
    assert _text(in_sentences(far, SENTENCES)) == ("The ferry may close. […] Nobody asked her why.")


def test_words_in_no_sentence_stand_alone() -> None:
    """They are shown, though nothing around them is known."""
    assert in_sentences((_span(TEXT, "may"),), Sentences([]))[0].text == "may"


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 40)), min_size=1, max_size=4),
)
def test_every_word_of_the_sentences_is_there_once(pairs: list[tuple[int, int]]) -> None:
    """However the spans of a place overlap."""
    place = tuple(
        Span(report="r", start=a, end=min(a + n, len(TEXT)), exact=TEXT[a : a + n])
        for a, n in pairs
    )
    shown = _text(in_sentences(place, SENTENCES)).replace(" […] ", " ").strip()
    whole = " ".join(span.exact for span in sorted(SENTENCES.around(place)))
    assert whole.split() == shown.split()


def test_what_was_dropped_and_added_is_marked() -> None:
    """On the one side what only it has, on the other likewise; what both have is plain."""
    told, retold = "It could lead to a review, she said.", "It leads to a review."
    sides = side_by_side(
        (_whole(told, "a"),),
        (_whole(retold, "b"),),
        Sentences((_whole(told, "a"), _whole(retold, "b"))),
    )
    assert _marked(sides[0], "dropped") == ["could lead", ", she said"]
    assert _marked(sides[1], "added") == ["leads"]
    assert (_text(sides[0]), _text(sides[1])) == (told, retold)


def test_a_number_is_marked_as_one() -> None:
    """A point or a comma within changed words is changed with them."""
    texts = ("They lost about 6,200 boats there.", "They lost nearly 7,000 boats there.")
    spans = [_whole(text, report) for text, report in zip(texts, "ab", strict=True)]
    sides = side_by_side((spans[0],), (spans[1],), Sentences(spans))
    assert _marked(sides[0], "dropped") == ["about 6,200"]
    assert _marked(sides[1], "added") == ["nearly 7,000"]


def test_sentences_with_nothing_in_common_have_no_change_marked() -> None:
    """A picture in which every word is marked shows nothing: the words compared are hits."""
    texts = ("Boats stay in port.", "Ministers resign over herring quotas today.")
    spans = [_whole(text, report) for text, report in zip(texts, "ab", strict=True)]
    sides = side_by_side((_span(texts[0], "port", "a"),), (spans[1],), Sentences(spans))
    assert _marked(sides[0], "dropped") == []
    assert _marked(sides[0], "hit") == ["port"]


def test_a_long_sentence_is_cut_far_from_the_marks() -> None:
    """Between words, and seen to be cut."""
    text = f"{'before ' * 90}here{' after' * 90}"
    pieces = in_sentences((_span(text, "here"),), Sentences((_whole(text, "r"),)))
    shown = _text(pieces)
    assert len(shown) < 320
    assert shown.startswith("… before")
    assert " here " in shown
    assert shown.endswith("after …")


def test_nothing_in_it_can_act_on_a_terminal() -> None:
    """Escapes and direction overrides of a report are left out, marked or not."""
    text = "It \x1b[31mmay\x07 \u202eclose."
    span = _whole(text, "r")
    for place in ((span,), (_span(text, "close"),)):
        shown = _text(in_sentences(place, Sentences((span,))))
        assert not set(shown) & set("\x1b\x07\u202e")
        assert "close" in shown
