"""Frames that look like attributions and are none: who can speak, and what was said at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from stemma.reading.attribution import find_attributions
from stemma.reading.parser import parse

if TYPE_CHECKING:
    from stemma.reading.models import Models

Find = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def find(models: Models) -> Find:
    """Source and cue lemma of every attribution in a text."""

    def pairs(text: str) -> list[tuple[str, str]]:
        lines = [m.span() for m in re.finditer(r"[^\n]+", text)]
        found = find_attributions(parse(models.parser, text, lines), models.attribution)
        return [(" ".join(text[s:e] for s, e in a.source), a.cue_lemma) for a in found]

    return pairs


@pytest.mark.parametrize(
    "text",
    [
        "It is common for the public to favor a cheap bridge.",
        "People who don't show symptoms can go home.",
        "The incentives favor a second bridge.",
        "Harbour hysteria decided to keep the crew in a shed.",
        "Those deemed unfit were sent home.",
        "Harbour guide: What you need to know about the bridge",
        "The rule that the crew ignored was an idea that ships are safe.",
    ],
)
def test_no_saying(find: Find, text: str) -> None:
    """Wishes of nobody, things that cannot speak and acts without words attribute nothing."""
    assert find(text) == []


def test_verb_behind_a_quotation(find: Find) -> None:
    """What the speaker did not say is no part of the quotation before it."""
    text = "A guard told CNN “We got him,” but wouldn't clarify whether that meant an arrest."
    assert ("We", "clarify") not in find(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("She dared the council to demand an inquiry.", ("the council", "demand")),
        (
            "The mayor urged residents to say that the bridge is safe.",
            ("residents", "say"),
        ),
        ("The mayor refused to say that the bridge is safe.", ("The mayor", "say")),
        ("A rule to require that guards report a fault was lost.", ("A rule", "require")),
    ],
)
def test_infinitive_of_another(find: Find, text: str, wanted: tuple[str, str]) -> None:
    """What somebody is merely to do, or declined to do, was not said by them."""
    assert wanted not in find(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Marsh went on to say that the bridge is safe.", ("Marsh", "say")),
        ("The cracks prompted Marsh to say that the bridge is old.", ("Marsh", "say")),
        ("A survey shows that the bridge is safe.", ("A survey", "show")),
        ("Marsh ended by saying that the bridge is safe.", ("Marsh", "say")),
    ],
)
def test_infinitive_carried_out(find: Find, text: str, wanted: tuple[str, str]) -> None:
    """What was carried out by the subject, or brought out of the object, was said."""
    assert wanted in find(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“I think the mayor knows that people want to go home,” Marsh said.", [("Marsh", "say")]),
        ("Marsh said that the crew saw the wreck.", [("Marsh", "say")]),
        (
            "“The mayor said the bridge is safe,” Marsh said.",
            [("The mayor", "say"), ("Marsh", "say")],
        ),
    ],
)
def test_within_anothers_words(find: Find, text: str, wanted: list[tuple[str, str]]) -> None:
    """Within another's words only a plain saying of somebody definite is an attribution."""
    assert sorted(find(text)) == sorted(wanted)
