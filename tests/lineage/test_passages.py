"""Shared passages."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.lineage.material import Marks, Material
from stemma.lineage.names import Names
from stemma.lineage.passages import Overlap, PassageOptions, find_overlaps
from stemma.lineage.words import read_all_words
from stemma.model.cast import Cast
from tests.lineage.texts import DREDGING, ELSEWHERE, OWN_ACCOUNT, REWORDED, bare_report


def _overlaps(*texts: str, widest: int = 200) -> tuple[Overlap, ...]:
    reports = [bare_report(text, str(n)) for n, text in enumerate(texts)]
    return find_overlaps(read_all_words(reports), PassageOptions(widest=widest))


def test_unrelated_reports_share_nothing() -> None:
    """Two reports without a run of eight equal words have no overlap."""
    assert _overlaps(DREDGING, ELSEWHERE) == ()


def test_a_part_copied_into_a_long_report_is_found_by_containment() -> None:
    """A short report inside a long one is wholly contained, however small the share of the long."""
    (found,) = _overlaps(ELSEWHERE, DREDGING * 3 + ELSEWHERE + REWORDED)
    assert found.within_a == 1.0
    assert found.within_b < 0.25


def test_a_shared_quotation_is_told_from_shared_prose() -> None:
    """Words that stand in quotation marks on both sides count as quoted, not as plain."""
    reports = [bare_report(text, str(n)) for n, text in enumerate((DREDGING, OWN_ACCOUNT))]
    rows = read_all_words(reports)
    overlaps = find_overlaps(rows)
    material = Material(tuple(reports), (), rows, overlaps, Names(Cast(), reports))
    assert [material.marks(found) for found in overlaps] == [Marks(0, 16, 0, 0)]


def test_exact_copies_are_joined_to_the_first_alone() -> None:
    """Five equal reports give four overlaps, all with the first."""
    found = _overlaps(*[DREDGING] * 5)
    assert [(o.a, o.b) for o in found] == [(0, 1), (0, 2), (0, 3), (0, 4)]
    assert all(o.containment == 1.0 for o in found)


def test_a_fingerprint_of_many_reports_joins_them_to_the_first() -> None:
    """Beyond the widest spread the pairs grow with the reports, not with their square."""
    texts = [f"{DREDGING} Report number {n} ends here with words of its own." for n in range(12)]
    found = _overlaps(*texts, widest=4)
    assert {o.b for o in found if o.a == 0} == set(range(1, 12))
    assert len(found) < 12 * 11 / 2


def test_characters_without_spaces_count_as_half_a_word() -> None:
    """Where words are not spaced a passage is found by its characters, from sixteen of them on."""
    passage = "港灣委員會昨日決定把疏浚費用提高三倍並於春天開工"
    (found,) = _overlaps(f"甲報訊。{passage}。漁民反對。", f"乙報：{passage}，市長說。")
    assert [run.length for run in found.runs] == [len(passage)]
    assert _overlaps(f"甲報訊。{passage[:15]}。漁民反對。", f"乙報：{passage[:15]}，市長說。") == ()


_FEW = st.lists(st.sampled_from("abcdefgh"), max_size=120)


@settings(max_examples=60)
@given(_FEW, _FEW)
def test_every_run_is_of_equal_words_and_maximal(one: list[str], two: list[str]) -> None:
    """The words of a run are equal, and those before and behind it differ."""
    for overlap in _overlaps(" ".join(one), " ".join(two)):
        for a, b, length in overlap.runs:
            assert one[a : a + length] == two[b : b + length]
            assert a == 0 or b == 0 or one[a - 1] != two[b - 1]
            ends = one[a + length :][:1], two[b + length :][:1]
            assert ends[0] != ends[1] or ends == ([], [])


_WORDS = st.lists(st.sampled_from([f"w{n}" for n in range(40)]), min_size=0, max_size=60)


@settings(max_examples=60)
@given(_WORDS, _WORDS, _WORDS, _WORDS)
def test_a_shared_run_of_eleven_words_is_never_missed(
    before: list[str], after: list[str], other: list[str], last: list[str]
) -> None:
    """Winnowing with n = w = 6 finds every shared run of n + w - 1 words; runs are equal words."""
    run = [f"shared{n}" for n in range(11)]
    one, two = [*before, *run, *after], [*other, *run, *last]
    found = _overlaps(" ".join(one), " ".join(two))
    assert len(found) == 1
    for r in found[0].runs:
        assert one[r.a : r.a + r.length] == two[r.b : r.b + r.length]
    assert any(r.a <= len(before) and len(before) + 11 <= r.a + r.length for r in found[0].runs)
