"""A cast asked by span: whom a phrase stands for."""

from __future__ import annotations

import pytest

from stemma.model.cast import Actor, Cast, CastIndex, Reference
from stemma.model.span import Span


def _resolve(phrase: str, *names: str, within: str | None = None) -> str | None:
    """The actor of `phrase` where each of `names` is a reference to an actor of that name."""
    text = f"Then {within or phrase} spoke."
    references = [Reference(span=_span(text, name), actor=name) for name in names]
    return CastIndex(Cast(references=tuple(references))).actor_of((_span(text, phrase),))


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(report="r", start=start, end=start + len(words), exact=words)


@pytest.mark.parametrize(
    "phrase",
    [
        "Oda Lind",
        "Justice minister Oda Lind",
        "the justice minister, Oda Lind",
        "a spokeswoman for the court, Oda Lind",
        "the leader of the court, Oda Lind of Skerry",
        "Oda Lind, who leads the Reform Union",
        "Oda Lind (Reform Union)",
        "Oda Lind of the Reform Union",
        "Oda Lind herself",
    ],
)
def test_a_name_that_heads_its_phrase_is_the_named(phrase: str) -> None:
    """Titles before a name and clauses after it do not change whom it stands for."""
    names = ["Oda Lind", *(["Reform Union"] if "Reform" in phrase else [])]
    assert _resolve(phrase, *names) == "Oda Lind"


@pytest.mark.parametrize(
    "phrase",
    [
        "A lawyer for Oda Lind",
        "Oda Lind’s aide",
        "an Oda Lind supporter",
        "friends of Oda Lind",
        "friends of Oda Lind of Skerry",
    ],
)
def test_somebody_elses_man_is_not_the_named(phrase: str) -> None:
    """A name that is no head of its phrase resolves to nobody: precision first."""
    assert _resolve(phrase, "Oda Lind") is None


def test_a_name_governed_by_a_participle_is_no_head() -> None:
    """What a filing charges somebody with is not what that somebody says."""
    assert _resolve("a court filing charging Oda Lind", "Oda Lind") is None
    assert _resolve("acting minister Oda Lind", "Oda Lind") == "Oda Lind"
    assert _resolve("acting Oda Lind", "Oda Lind") == "Oda Lind"


def test_a_place_speaks_only_where_it_stands_alone() -> None:
    """A place before another noun says where somebody is from, not who speaks."""
    text = "Skerry police said. Skerry said."
    cast = Cast(
        actors=(Actor(id="a1", name="Skerry", names=("Skerry",), kind="place"),),
        references=(
            Reference(span=_span(text, "Skerry"), actor="a1"),
            Reference(
                span=Span(report="r", start=20, end=26, exact="Skerry"),
                actor="a1",
            ),
        ),
    )
    index = CastIndex(cast)
    assert index.actor_of((_span(text, "Skerry police"),)) is None
    assert index.actor_of((Span(report="r", start=20, end=26, exact="Skerry"),)) == "a1"


def test_a_part_of_a_reference_is_the_named() -> None:
    """A surname within a reference to the full name resolves; an owner within it does not."""
    assert _resolve("Lind", "minister Oda Lind", within="minister Oda Lind") is not None
    assert _resolve("Skerry", "Skerry’s ministry", within="Skerry’s ministry") is None


def test_words_without_a_reference_resolve_to_nobody() -> None:
    """Unknown stays unknown."""
    assert _resolve("the crowd", "Oda Lind", within="Oda Lind and the crowd") is None
    assert CastIndex(Cast()).actor_of(()) is None
