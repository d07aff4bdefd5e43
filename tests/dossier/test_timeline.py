"""The timeline as a reader meets it."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from stemma.dossier.html import render_html
from stemma.dossier.markdown import render_markdown
from stemma.dossier.timeline import stretches
from stemma.model.claim import TimelineEntry
from stemma.model.document import Document
from stemma.model.when import When


def test_the_readings_of_a_date_are_one_line(document: Document) -> None:
    """An event that is told with two dates is one happening, its readings side by side."""
    (stretch,) = stretches(document)
    (happening,) = stretch.happenings
    assert [entry.when.start for entry in happening.readings] == [
        date(1931, 1, 1),
        date(1932, 1, 1),
    ]
    assert happening.differences == ("dif-1",)
    assert happening.what == document.events[0].label


def test_what_is_background_stands_apart(document: Document) -> None:
    """Precedents have a heading of their own, after what runs now."""
    story = document.lineage.stories[0].id
    now = replace(document.timeline[0], story=story, event=document.events[1].id)
    told = replace(document, timeline=(*document.timeline, now))
    titles = [(s.title, s.background) for s in stretches(told)]
    assert titles == [("The story as it runs", False), ("Background and precedents", True)]


@pytest.mark.parametrize(
    ("start", "ahead"), [(None, True), ("2031-03-09", True), ("2031-03-04", False)]
)
def test_what_is_to_come_stands_apart(document: Document, start: str | None, ahead: bool) -> None:
    """A deadline, or what begins after the story's last report, is still to come."""
    first = date.fromisoformat(start) if start else None
    when = When(kind="interval", start=first, end=date(2031, 6, 30), resolved="as written")
    entry = _entry(document, when)
    (stretch,) = stretches(replace(document, timeline=(entry,)))
    assert stretch.title.startswith("Still to come") is ahead


def _entry(document: Document, when: When) -> TimelineEntry:
    story = document.lineage.stories[0].id
    return replace(document.timeline[0], when=when, story=story, modality="conditional")


def test_a_condition_is_no_fact(document: Document) -> None:
    """How an entry is told stands beside it, in both forms of the dossier."""
    when = When(kind="interval", end=date(2031, 6, 30), resolved="as written")
    told = replace(document, timeline=(_entry(document, when),))
    assert "under a condition" in render_html(told)
    assert "(under a condition)" in render_markdown(told)
