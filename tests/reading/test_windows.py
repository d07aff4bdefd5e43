"""Windows: what the attribution model is given of a document."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.reading.models import Models
from stemma.reading.parser import parse
from stemma.reading.windows import LINKS, LONGEST_WINDOW, TRAITS, links, windows

PIECES = st.sampled_from(
    [
        "Marsh said",
        " that",
        " the bridge",
        " “is safe,”",
        " but",
        ".",
        "\n",
        "\n\n",
        " 😀",
        " A",
        "(",
    ]
)


def lines(text: str) -> list[tuple[int, int]]:
    """The lines of a text, which are parsed each by itself."""
    return [m.span() for m in re.finditer(r"[^\n]+", text)]


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.lists(PIECES, max_size=200).map("".join))
def test_every_word_is_in_one_window(models: Models, text: str) -> None:
    """No word is lost or doubled, no window too long, no trait or link out of its range."""
    doc = parse(models.parser, text, lines(text))
    found = list(windows(doc, set()))
    held = [i for window in found for i in window.tokens]
    assert held == [t.i for t in doc if not t.is_space and t.pos_ != "SPACE"]
    for window in found:
        assert len(window.tokens) <= LONGEST_WINDOW
        assert window.traits.shape == (len(TRAITS), len(window.words))
        for row, size in zip(window.traits, TRAITS.values(), strict=True):
            assert row.min() >= 0
            assert row.max() < size
        joined = links(doc, window, range(len(window.words)))
        for rows, size in zip(joined, LINKS.values(), strict=True):
            assert rows.min() >= 0
            assert rows.max() < size


def test_paragraphs_share_a_window_as_far_as_they_fit(models: Models) -> None:
    """Short paragraphs are seen together; a long one is cut where a sentence ends."""
    short = "Marsh said the bridge is safe.\n\nBrenner denied it."
    assert len(list(windows(parse(models.parser, short, lines(short)), set()))) == 1
    long = " ".join(["Marsh said that the bridge over the river is safe."] * 30)
    doc = parse(models.parser, long, lines(long))
    cut = list(windows(doc, set()))
    assert len(cut) > 1
    assert all(doc[window.tokens[-1]].text == "." for window in cut)


def test_links_follow_the_parse(models: Models) -> None:
    """From a verb, its subject and its clause are one arc down; other sentences are none."""
    text = "Marsh said that it holds. Brenner left."
    doc = parse(models.parser, text, lines(text))
    (window,) = windows(doc, set())
    joined = links(doc, window, [1])
    steps, below = joined[2, 0], joined[3, 0]
    assert steps[0] == steps[4] == 2
    assert below[0] != below[4]
    assert not steps[6:].any()
