"""What people decided about stories."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from stemma.lineage.decide import decide
from stemma.lineage.material import Material
from stemma.lineage.names import Names
from stemma.lineage.stories import find_stories
from stemma.lineage.words import read_words
from stemma.model.cast import Cast
from stemma.model.decision import Decision, Merge, OtherStory, Quoted, SameStory
from stemma.model.lineage import Story
from stemma.model.reading import Reading
from stemma.model.report import Report

Build = Callable[..., Report]

TEXTS = (
    "Glaziers of Pellmoor struck over kiln wages; the glaziers' guild shut every kiln.",
    "Kiln wages kept the glaziers of Pellmoor on strike; their guild shut the kilns.",
    "An otter bit the mayor of Ostwick beside the weir; the otter fled upstream.",
)


def _material(build: Build) -> Material:
    reports = tuple(build(name, text) for name, text in zip("abc", TEXTS, strict=True))
    rows = tuple(read_words(report) for report in reports)
    readings = tuple(Reading(report=report.id) for report in reports)
    return Material(reports, readings, rows, (), Names(Cast(), reports))


def _decision(kind: type[SameStory | OtherStory | Merge], pair: str, day: int) -> Decision:
    quoted = [Quoted(report=name, exact=TEXTS["abc".index(name)][:12]) for name in pair]
    what = kind(one=quoted[0], other=quoted[1])
    return Decision(
        by="N. Aster", at=datetime(2031, 5, day, tzinfo=UTC), what=what, why="read both"
    )


def _after(build: Build, *decisions: Decision) -> tuple[list[str], tuple[Decision, ...]]:
    material = _material(build)
    stories, orphaned = decide(find_stories(material, ()), material, decisions)
    return ["".join(story.reports) for story in stories], orphaned


def test_a_decision_puts_together_and_tells_apart(build: Build) -> None:
    """Reports are in one story or in two as people say, whatever the program found."""
    assert _after(build)[0] == ["ab", "c"]
    assert _after(build, _decision(SameStory, "bc", 1))[0] == ["abc"]
    assert _after(build, _decision(OtherStory, "ab", 1))[0] == ["a", "bc"[:1], "c"]


def test_a_later_decision_overrules_an_earlier_one(build: Build) -> None:
    """In whatever order they are given; telling apart undoes what was put together."""
    same, other = _decision(SameStory, "bc", 1), _decision(OtherStory, "bc", 2)
    assert _after(build, same, other)[0] == _after(build, other, same)[0] == ["ab", "c"]
    again = _decision(SameStory, "ca", 3)
    assert _after(build, same, other, again)[0] == ["abc"]


def test_who_leaves_takes_along_whom_people_put_beside_it(build: Build) -> None:
    """A report that is told apart goes with the reports that a decision says are its story."""
    decisions = _decision(SameStory, "ac", 1), _decision(OtherStory, "ab", 2)
    assert _after(build, *decisions)[0] == ["ac", "b"]


def test_words_that_no_report_holds_are_orphaned(build: Build) -> None:
    """A decision whose words are gone is handed back, and changes nothing; others aren't ours."""
    gone = Quoted(report="c", exact="no such words")
    what = SameStory(one=Quoted(report="a", exact="Glaziers"), other=gone)
    lost = Decision(by="N. Aster", at=datetime(2031, 5, 1), what=what)
    assert _after(build, lost, _decision(Merge, "ac", 2)) == (["ab", "c"], (lost,))


def test_a_changed_story_says_who_changed_it(build: Build) -> None:
    """The decision stands among the story's reasons, with its day and why it was taken."""
    material = _material(build)
    found = find_stories(material, ())
    stories, _ = decide(found, material, [_decision(SameStory, "bc", 1)])
    story: Story = stories[0]
    assert story.because[-1] == "put together by N. Aster on 2031-05-01: read both"
    assert [one.id for one in stories] == ["t1"]
    assert decide(found, material, []) == (found, ())
