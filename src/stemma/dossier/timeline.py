"""The timeline as a reader meets it: one line an event, the readings of its date side by side.

What runs now stands apart from what is still to come and from background and precedents.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from stemma.dossier.wording import MODALITIES
from stemma.model.claim import TimelineEntry
from stemma.model.document import Document


@dataclass(frozen=True)
class Happening:
    """One event: its words, how they are told, and an entry for each reading of its date."""

    what: str
    chip: str
    readings: tuple[TimelineEntry, ...]

    @property
    def differences(self) -> tuple[str, ...]:
        """The differences over its date."""
        return tuple(dict.fromkeys(d for entry in self.readings for d in entry.differences))


@dataclass(frozen=True)
class Stretch:
    """Events that belong under one heading, in order of date."""

    title: str
    background: bool
    happenings: tuple[Happening, ...]


def stretches(document: Document) -> tuple[Stretch, ...]:
    """The stories one by one, then what is to come, then background; none of them empty."""
    return tuple(stretch for stretch in _all(document) if stretch.happenings)


def _all(document: Document) -> Iterator[Stretch]:
    last = _last_days(document)
    ahead = [e for e in document.timeline if e.story is not None and _ahead(e, last)]
    now = [e for e in document.timeline if e.story is not None and not _ahead(e, last)]
    stories = [s for s in document.lineage.stories if any(e.story == s.id for e in now)]
    for story in stories:
        told = [e for e in now if e.story == story.id]
        title = f"The story as it runs: {story.title}" if len(stories) > 1 else _RUNNING
        yield Stretch(title, False, _happenings(told, document))
    yield Stretch(_AHEAD, False, _happenings(ahead, document))
    past = [e for e in document.timeline if e.story is None]
    yield Stretch(_BEHIND, True, _happenings(past, document))


_RUNNING = "The story as it runs"
_AHEAD = "Still to come, as the reports put it"
_BEHIND = "Background and precedents"


def _last_days(document: Document) -> dict[str, date | None]:
    """The last day on which a report of each story came out."""
    published = {report.id: report.published.start for report in document.reports}
    found = {}
    for story in document.lineage.stories:
        days = [day for report in story.reports if (day := published.get(report)) is not None]
        found[story.id] = max(days, default=None)
    return found


def _ahead(entry: TimelineEntry, last: dict[str, date | None]) -> bool:
    """Whether it is due by a day, or begins after the story's last report."""
    day = last.get(entry.story or "")
    return entry.when.start is None or (day is not None and entry.when.start > day)


def _happenings(entries: list[TimelineEntry], document: Document) -> tuple[Happening, ...]:
    labels = {event.id: event.label for event in document.events}
    by_event: dict[str, list[TimelineEntry]] = {}
    for entry in entries:
        by_event.setdefault(entry.event, []).append(entry)
    return tuple(
        Happening(
            what=told[0].what if len(told) == 1 else labels[event],
            chip=MODALITIES.get(told[0].modality, ""),
            readings=tuple(told),
        )
        for event, told in by_event.items()
    )
