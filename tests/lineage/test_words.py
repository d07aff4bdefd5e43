"""Words and quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.lineage.alphabet import fold
from stemma.lineage.quotations import find_quotations
from stemma.lineage.words import read_all_words, read_words
from stemma.model.report import Report, Stripped
from tests.lineage.texts import bare_report


def test_punctuation_and_accents_do_not_tell_words_apart() -> None:
    """Curly, straight and mistaken apostrophes, case and accents leave the same words."""
    rows = [read_words(bare_report(t)) for t in ("L’Éclat’s end", "l'eclat's END", 'l"eclat"s end')]
    assert rows[0].folded == rows[1].folded == rows[2].folded == ("l", "eclat", "s", "end")


def test_stripped_words_are_left_out_behind_a_gap() -> None:
    """No run of words can reach across what is no part of the article."""
    report = bare_report("one two MENU three")
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
    row = read_words(bare_report(text))
    words = [text[a:b] for a, b in zip(row.starts, row.ends, strict=True)]
    assert [fold(word) for word in words] == list(row.folded)
    assert all(a <= b for a, b in zip(row.ends, row.starts[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ex\u00adample", ("example",)),
        ("e\u0301lan élan", ("elan", "elan")),
        ("\ufeffThe \u200b end", ("the", "end")),
        ("Straße STRASSE", ("strasse", "strasse")),
        ("港灣 harbour港", ("港", "灣", "harbour", "港")),
        ("हिन्दी", (fold("हिन्दी"),)),
        ("snake_case", ("snake", "case")),
    ],
)
def test_what_is_written_alike_is_one_word(text: str, folded: tuple[str, ...]) -> None:
    """Soft hyphens, accents in two parts and long letters make no other word, and no other key."""
    row = read_words(bare_report(text))
    assert row.folded == folded
    assert len(set(row.keys.tolist())) == len(set(folded))


_TEXTS = st.lists(st.text(alphabet="aB é\u0301\u00ad港ß.\n", max_size=60), max_size=6)


@settings(max_examples=60)
@given(_TEXTS)
def test_a_report_alone_has_the_words_it_has_in_company(texts: list[str]) -> None:
    """Keys and places do not depend on what else is read; a key stands for one folded word."""
    together = read_all_words([bare_report(text) for text in texts])
    names: dict[int, str] = {}
    for text, row in zip(texts, together, strict=True):
        alone = read_words(bare_report(text))
        assert (alone.keys.tolist(), alone.starts.tolist()) == (
            row.keys.tolist(),
            row.starts.tolist(),
        )
        for key, word in zip(row.keys.tolist(), row.folded, strict=True):
            assert names.setdefault(key, word) == word
    assert len(set(names.values())) == len(names)


def test_a_long_report_is_cut_up_without_loss() -> None:
    """A text of many blocks has the words that its parts have."""
    words = [f"word{n}" for n in range(60_000)]
    row = read_words(bare_report(" ".join(words)))
    assert list(row.folded) == words
