"""What people decided, as the dossier lists it: every decision, also one whose words are gone."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from stemma import codec
from stemma.dossier.check import faults
from stemma.dossier.document import to_document
from stemma.dossier.html import render_html
from stemma.dossier.markdown import render_markdown
from stemma.dossier.verify import verify
from stemma.model.case import Case
from stemma.model.decision import Decision, OtherClaim, PartOf, Quoted, SameClaim, What
from stemma.model.document import Document

_FERRY = Quoted(report="rep-a", exact="the Norland ferry")
_LINE = Quoted(report="rep-b", exact="The line")
_GONE = Quoted(report="rep-b", exact="no such words")
_WHATS: tuple[What, ...] = (
    PartOf(one=_LINE, other=_FERRY),
    SameClaim(one=_FERRY, other=_LINE),
    OtherClaim(one=_FERRY, other=_GONE),
)
_LISTED = (
    "“The line” is a part of “the Norland ferry”",
    "“the Norland ferry” and “The line” stand in statements of one claim",
    "“the Norland ferry” and “no such words” stand in statements of two claims",
)


@pytest.fixture
def decided(case: Case) -> Document:
    """The small case with three decisions about claims, the last of them orphaned."""
    at = datetime(2031, 5, 4, 12, tzinfo=UTC)
    decisions = tuple(Decision(by="N. Aster", at=at, what=what, why="") for what in _WHATS)
    return to_document(replace(case, decisions=decisions, orphaned=decisions[2:]))


def test_every_decision_is_listed(decided: Document) -> None:
    """In the order given, with its words where they stand; an orphaned one with those left."""
    assert tuple(d.what for d in decided.decisions) == _LISTED
    assert [d.orphaned for d in decided.decisions] == [False, False, True]
    about = [[span.exact for (span,) in d.about] for d in decided.decisions]
    ferry, line = _FERRY.exact, _LINE.exact
    assert about == [[line, ferry], [ferry, line], [ferry]]


def test_a_dossier_with_decisions_verifies(decided: Document) -> None:
    """Their words are checked as all others are, and a moved span is told."""
    assert faults(decided) == verify(codec.encode(decided)) == []
    first = decided.decisions[0]
    ((span,), *rest) = first.about
    moved = replace(first, about=((replace(span, start=span.start + 1),), *rest))
    assert faults(replace(decided, decisions=(moved, *decided.decisions[1:])))


def test_markdown_says_which_are_orphaned(decided: Document) -> None:
    """One line for each, with who, when and where; without a reason no empty brackets."""
    lines = [line for line in render_markdown(decided).splitlines() if "N. Aster" in line]
    assert len(lines) == 3
    assert ["no longer there" in line for line in lines] == [False, False, True]
    assert [len(re.findall(r"\[R\d:\d+–\d+\]", line)) for line in lines] == [2, 2, 1]
    assert not any("()" in line for line in lines)


def test_the_page_says_which_are_orphaned(decided: Document) -> None:
    """Each is an item of the list of decisions; the chip stands in the orphaned one alone."""
    items = re.findall(r'<li id="v\d+">.*?</li>', render_html(decided), re.DOTALL)
    assert len(items) == 3
    assert ["no longer there" in item for item in items] == [False, False, True]
    assert all(listed in item for listed, item in zip(_LISTED, items, strict=True))
