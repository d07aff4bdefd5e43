"""Roles: what the outlet states somebody to be, and not what others call him."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from stemma.model.report import Report
from stemma.reading.read import read

if TYPE_CHECKING:
    from stemma.reading.models import Models

Roles = Callable[[str], list[str]]


@pytest.fixture
def roles(models: Models, make_report: Callable[..., Report]) -> Roles:
    """All roles that are stated in a text."""

    def find(text: str) -> list[str]:
        return [r.exact for m in read(make_report(text), models).mentions for r in m.roles]

    return find


@pytest.mark.parametrize(
    "text",
    [
        "“Tom Orr is a spy and a gangster,” said Ann Foss of Lunde.",
        "Ann Foss said that Tom Orr was a dealer.",
        "Tom Orr is no diplomat.",
        "The murderer Tom Orr fled on Monday.",
        "It was seen by the mayor, the governor, Lia Moss and others.",
    ],
)
def test_what_is_not_stated_is_no_role(roles: Roles, text: str) -> None:
    """What one person calls another, what is denied, and a list of people state no role."""
    assert roles(text) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Carl Dray, a teacher, said it was late.", "a teacher"),
        ("Carl Dray is the mayor of Lunde.", "the mayor of Lunde"),
        ("“Governor Carl Dray will not sign,” said Ann Foss of Lunde.", "Governor"),
    ],
)
def test_what_is_stated_is_a_role(roles: Roles, text: str, role: str) -> None:
    """An apposition and a copula of the outlet's, and a title in anybody's mouth, state one."""
    assert role in roles(text)
