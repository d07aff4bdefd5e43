"""What is only asked about, supposed or denied is nobody's statement."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stemma.model.report import Report
from stemma.reading.models import Models
from stemma.reading.read import read


@pytest.mark.parametrize(
    "text",
    [
        "Did the mayor order that the bridge be closed?",
        "Did Brenner order that these bridges be closed?",
        "If the mayor says that the bridge is safe, it will open.",
        "Instead of proposing a new bridge, the mayor went home.",
        "It is hard to find a councillor who thought the bridge was safe.",
        "Nobody at the port said that the bridge was safe.",
    ],
)
def test_what_is_not_said(models: Models, make_report: Callable[..., Report], text: str) -> None:
    """A question, a supposition and an absence put words into nobody's mouth."""
    assert not [s for s in read(make_report(text), models).statements if s.cue]


@pytest.mark.parametrize(
    "text",
    [
        "“Did the mayor order that?” Marsh asked.",
        "Marsh asked whether the bridge is safe.",
        "Marsh said that, if it rains, the bridge will close.",
        "Marsh, without a smile, said that the bridge is lost.",
    ],
)
def test_what_is_said(models: Models, make_report: Callable[..., Report], text: str) -> None:
    """A question that somebody asks, and a condition within what is said, are said."""
    assert [s for s in read(make_report(text), models).statements if s.cue]
