from __future__ import annotations

import pytest

from stemma.dossier.resolve import Resolver
from stemma.model.cast import Cast, Reference
from stemma.model.span import Span

TEXT = "Justice minister Oda Lind spoke. A lawyer for Oda Lind and Oda Lind’s aide did not."


def _span(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(report="r", start=start, end=start + len(words), exact=words)


@pytest.fixture
def resolver() -> Resolver:
    """A cast in which each "Oda Lind" stands for one actor."""
    spans = [_span("Oda Lind", n) for n in range(3)]
    return Resolver(Cast(references=tuple(Reference(span=s, actor="lind") for s in spans)))


def test_a_reference_is_its_actor(resolver: Resolver) -> None:
    """The very words of a reference resolve."""
    assert resolver.place((_span("Oda Lind"),)) == "lind"


def test_a_title_before_a_name_is_the_named(resolver: Resolver) -> None:
    """A name within its title and name resolves, and so does a part of a name."""
    assert resolver.span(_span("Justice minister Oda Lind")) == "lind"
    assert resolver.span(_span("Lind")) == "lind"


@pytest.mark.parametrize("words", ["A lawyer for Oda Lind", "Oda Lind’s aide"])
def test_somebody_elses_man_is_not_the_named(resolver: Resolver, words: str) -> None:
    """A name that is no head of its phrase resolves to nobody: precision first."""
    assert resolver.span(_span(words)) is None


def test_words_without_a_reference_resolve_to_nobody(resolver: Resolver) -> None:
    """Unknown stays unknown."""
    assert resolver.place((_span("spoke"),)) is None
    assert resolver.place(()) is None
