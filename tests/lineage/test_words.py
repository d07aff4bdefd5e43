"""Words and quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.lineage.words import find_quotations, fold, read_words
from stemma.model.report import Report, Stripped
from stemma.model.when import When


def _report(text: str) -> Report:
    unknown = When.unknown("the test gives none")
    return Report(
        id="r", file="r", sha256="", published=unknown, language="en", genre="news", text=text
    )


def test_punctuation_and_accents_do_not_tell_words_apart() -> None:
    """Curly, straight and mistaken apostrophes, case and accents leave the same words."""
    rows = [read_words(_report(t)) for t in ("L’Éclat’s end", "l'eclat's END", 'l"eclat"s end')]
    assert rows[0].folded == rows[1].folded == rows[2].folded == ("l", "eclat", "s", "end")


def test_stripped_words_are_left_out_behind_a_gap() -> None:
    """No run of words can reach across what is no part of the article."""
    report = _report("one two MENU three")
    cut = Stripped(span=report.span(8, 12), reason="navigation")
    row = read_words(
        Report(
            **{f: getattr(report, f) for f in report.__struct_fields__ if f != "stripped"},
            stripped=(cut,),
        )
    )
    assert row.folded == ("one", "two", "", "three")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “go home” twice.", ["“go home”"]),
        ('He said "go home" twice.', ['"go home"']),
        ('The town"s plan and the mayor"s plan.', []),
        ("An opening “mark that nothing closes.", []),
        ("Two: «one» and „two“.", ["«one»", "„two“"]),
        ("An opening “mark\nclosed” elsewhere.", []),
    ],
)
def test_quotation_marks_pair_within_a_paragraph(text: str, quoted: list[str]) -> None:
    """Only marks that open and close in one paragraph enclose a quotation."""
    assert [text[start:end] for start, end in find_quotations(text)] == quoted


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_every_word_stands_where_it_says(text: str) -> None:
    """Each word's offsets give back the word, in order; any text at all can be read."""
    row = read_words(_report(text))
    words = [text[a:b] for a, b in zip(row.starts, row.ends, strict=True)]
    assert [fold(word) for word in words] == list(row.folded)
    assert all(a <= b for a, b in zip(row.ends, row.starts[1:], strict=False))
