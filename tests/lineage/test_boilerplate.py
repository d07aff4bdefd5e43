"""Standing lines of an outlet."""

from __future__ import annotations

import re

import pytest

from stemma.lineage.boilerplate import leave_out_boilerplate
from stemma.lineage.passages import Overlap, find_overlaps
from stemma.lineage.words import read_all_words
from tests.lineage.texts import DREDGING, bare_report

LINE = "Write to the harbour desk of the Vale Post with whatever you have seen on the quay."


def _left(texts: list[str], outlets: list[str | None]) -> list[Overlap]:
    reports = [bare_report(text, str(n)) for n, text in enumerate(texts)]
    rows = read_all_words(reports)
    return list(leave_out_boilerplate(find_overlaps(rows), rows, outlets))


def _filler(name: str) -> str:
    return " ".join(f"{name}{n}" for n in range(60))


@pytest.mark.parametrize(
    ("outlets", "pairs"),
    [
        (["post", "post", "post"], []),
        (["post", "post", "bell"], [(0, 1), (0, 2), (1, 2)]),
        ([None, None, None], [(0, 1), (0, 2), (1, 2)]),
    ],
)
def test_a_line_in_three_reports_of_one_outlet_is_no_reuse(
    outlets: list[str | None], pairs: list[tuple[int, int]]
) -> None:
    """Only where one outlet has it in three reports or more that are otherwise different."""
    texts = [f"{_filler(name)}\n{LINE}" for name in ("one", "two", "three")]
    assert [(o.a, o.b) for o in _left(texts, outlets)] == pairs


def test_what_else_two_reports_share_is_left() -> None:
    """The standing line goes, the passage stays, and containment is that of the passage."""
    passage = " ".join(f"passage{n}" for n in range(20))
    texts = [f"{_filler('one')} {passage}\n{LINE}", f"{_filler('two')} {passage}\n{LINE}"]
    texts += [f"{_filler(name)}\n{LINE}" for name in ("three", "four")]
    (found,) = _left(texts, ["post"] * 4)
    assert [run.length for run in found.runs] == [20]
    assert found.within_a == 20 / len(re.findall(r"\w+", texts[0]))


def test_versions_of_one_report_keep_all_they_share() -> None:
    """Three versions of a report share its words, which are no standing line."""
    texts = [f"{DREDGING} Version {name} adds this." for name in ("one", "two", "three")]
    assert len(_left(texts, ["post"] * 3)) == 3
