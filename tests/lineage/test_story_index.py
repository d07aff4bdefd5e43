"""Stories that grow report by report."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.lineage.principals import Principals
from stemma.lineage.story_groups import part
from stemma.lineage.story_index import Entry, StoryIndex, add
from stemma.lineage.story_pairs import Crowd, Floats, GroupModel, features
from stemma.lineage.story_terms import describe

_SCENES = (
    "Orsk Veldhaven dyke breach pumps sluice polder engineers sandbags evacuated meadow",
    "Tamsin Quoyle regatta capsized yawl skipper mast lifeboat squall buoy harbour",
    "Brackwater tannery strike pickets foreman wages hides lockout union ballot",
    "Lindqvist comet observatory telescope perihelion astronomer tail orbit dust spectrum",
)
_COMMON = "people year time".split()


def _entry(name: str, scene: int, seed: int, day: int | None = None) -> Entry:
    """An invented report on one of four events, in words drawn by chance."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    words = _SCENES[scene].split() * 2 + _COMMON
    draw.shuffle(words)
    return Entry(name, describe(words[:18], "en"), Principals({}, frozenset()), day)


_reports = st.lists(
    st.tuples(
        st.integers(0, len(_SCENES) - 1),
        st.integers(0, 50),
        st.sampled_from([None, 1, 5, 90, 140, 400]),
    ),
    min_size=1,
    max_size=14,
)


def _entries(drawn: Sequence[tuple[int, int, int | None]]) -> list[Entry]:
    return [_entry(f"r{n:02}", *parts) for n, parts in enumerate(drawn)]


@settings(max_examples=40, deadline=None)
@given(_reports, st.randoms(use_true_random=False))
def test_the_order_of_arrival_makes_no_difference(
    drawn: list[tuple[int, int, int | None]], chance: random.Random
) -> None:
    """Reports added one at a time in any order make the stories that all at once make."""
    entries = _entries(drawn)
    copies = [("r00", f"r{len(entries) - 1:02}")] if len(entries) > 1 else []
    whole, _ = add(StoryIndex(), entries, copies)
    chance.shuffle(entries)
    grown = StoryIndex()
    for entry in entries:
        grown, _ = add(grown, [entry], copies)
    assert grown.all_stories() == whole.all_stories()
    assert grown.likely == whole.likely


@settings(max_examples=40, deadline=None)
@given(_reports)
def test_every_report_is_in_exactly_one_story(drawn: list[tuple[int, int, int | None]]) -> None:
    """Stories part the reports: none is left out, none stands in two."""
    entries = _entries(drawn)
    index, arrivals = add(StoryIndex(), entries)
    members = [report for story in index.all_stories() for report in story]
    assert sorted(members) == sorted(entry.report for entry in entries)
    assert [arrival.report for arrival in arrivals] == [entry.report for entry in entries]


def test_only_what_a_report_touches_is_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stories that nothing of the new report leads to are not found again."""
    entries = [_entry(f"r{n}", n % 4, n) for n in range(12)]
    index, _ = add(StoryIndex(), entries)
    sizes: list[int] = []

    def counted(likeness: Floats, model: GroupModel) -> list[list[int]]:
        sizes.append(len(likeness))
        return part(likeness, model)

    monkeypatch.setattr("stemma.lineage.story_index.part", counted)
    grown, _ = add(index, [_entry("new", 2, 99)])
    assert sizes == [4]
    untouched = [story for story in index.all_stories() if "r2" not in story]
    assert all(story in grown.all_stories() for story in untouched)


@settings(max_examples=20, deadline=None)
@given(_reports, st.randoms(use_true_random=False))
def test_large_pieces_are_broken_in_the_same_way(
    drawn: list[tuple[int, int, int | None]], chance: random.Random
) -> None:
    """Where too many reports hang together the order of arrival makes no difference either."""
    entries = _entries(drawn)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("stemma.lineage.story_index._MOST", 3)
        whole, _ = add(StoryIndex(), entries)
        chance.shuffle(entries)
        grown = StoryIndex()
        for entry in entries:
            grown, _ = add(grown, [entry])
    assert grown.all_stories() == whole.all_stories()


def test_what_became_of_a_report() -> None:
    """A report founds a story, joins one, or makes one of two; one given twice changes nothing."""
    index, first = add(StoryIndex(), [_entry("a", 0, 1)])
    assert [(one.kind, one.met) for one in first] == [("founded", ())]
    index, second = add(index, [_entry("b", 0, 2)])
    assert [(one.kind, one.met) for one in second] == [("joined", (("a",),))]
    apart, _ = add(StoryIndex(), [_entry("a", 0, 1), _entry("z", 3, 3)])
    copies = [("a", "m"), ("m", "z")]
    bridge = [_entry("m", 0, 4)]
    united, third = add(apart, bridge, copies)
    assert third[0].kind in ("joined", "united")
    again, none = add(united, bridge, copies)
    assert (again.all_stories(), none) == (united.all_stories(), ())


def test_an_undated_report_bridges_no_distance() -> None:
    """A report of unknown day, like all others, brings none together whose days lie far apart."""
    days = (10, 11, None, 700)
    index, _ = add(StoryIndex(), [_entry(f"r{n}", 1, n, day) for n, day in enumerate(days)])
    assert index.stories["r0"] == index.stories["r1"] != index.stories["r3"]


@settings(max_examples=40, deadline=None)
@given(_reports)
def test_likeness_is_the_same_both_ways(drawn: list[tuple[int, int, int | None]]) -> None:
    """What two reports have in common is the same to the last bit, in whatever company."""
    traits = [entry.traits for entry in _entries(drawn)]
    crowd = Crowd(traits)
    table = np.stack([features(one, crowd) for one in traits])
    assert np.array_equal(table, table.transpose(1, 0, 2))
    alone = features(traits[0], Crowd([traits[-1]]))
    assert np.array_equal(alone[0], table[0, -1])
