"""Deeds and sayings that a report dates, and which of them lie long before the story."""

from __future__ import annotations

from datetime import date
from statistics import median_low

from stemma.claims.targets import Target
from stemma.claims.view import Deed, Setting, StoryView, Telling
from stemma.claims.words import content_stems
from stemma.model.reading import Action, Statement
from stemma.model.when import When

LONG_AGO = 300
SAYING = "say"
ONCE = frozenset(
    "leave join return adopt reject found sign ratify invade annex appoint elect resign dismiss "
    "die bear kill arrest release file announce abolish dissolve begin end win lose publish merge "
    "suspend marry convict acquit indict".split()
)
"""What is done once to one thing: told with two dates, it is told wrongly once."""

_STEPS = frozenset(
    "announce propose promise pledge vow threaten deny reject dispute refuse order demand declare "
    "rule sign unveil launch admit confess apologize apologise withdraw retract".split()
)


class Occurrence:
    """A deed with a date of its own, and whether it lies long before the story."""

    def __init__(self, deed: Deed, telling: Telling, view: StoryView, now: date | None) -> None:
        self.deed, self.telling, self.view = deed, telling, view
        when = deed.action.when
        last = when.end or when.start
        self.past = now is not None and last is not None and (now - last).days > LONG_AGO
        self.age = _age(when, now)

    @property
    def when(self) -> When:
        """The date that the report gives the deed."""
        return self.deed.action.when

    @property
    def report(self) -> str:
        """The report that tells it."""
        return self.telling.statement.report


def _age(when: When, now: date | None) -> int | None:
    """Days from the middle of what the date can mean, as far as it is past, to the story's day."""
    if now is None or when.start is None or when.end is None:
        return None
    last = max(when.start, min(when.end, now))
    return (now - when.start).days - (last - when.start).days // 2


def story_day(view: StoryView, setting: Setting) -> date | None:
    """The day about which the story turns: its own, its reports', the median or last date."""
    when = view.story.when
    if when.known:
        return when.start or when.end
    published = [day for r in view.story.reports if (day := setting.published(r))]
    stated = [w for t in view.tellings for w in (t.statement.when, *_whens(t)) if w.start]
    fine = [w.start for w in stated if w.kind in ("day", "month") and w.start]
    days = sorted(published or fine)
    if days:
        return median_low(days)
    return max((w.start for w in stated if w.end and w.start), default=None)


def _whens(telling: Telling) -> list[When]:
    return [deed.action.when for deed in telling.deeds]


def find_occurrences(view: StoryView, setting: Setting) -> list[Occurrence]:
    """Every deed of the story that has a bounded date."""
    return [o for o in _dated(view, setting) if o.when.start is not None]


def find_deadlines(view: StoryView, setting: Setting) -> list[Occurrence]:
    """Every deed of the story that is due by a day, where that lay ahead of its report."""
    return [
        o
        for o in _dated(view, setting)
        if o.when.start is None
        and (o.when.end or date.min) > (setting.published(o.report) or date.min)
    ]


def _dated(view: StoryView, setting: Setting) -> list[Occurrence]:
    now = story_day(view, setting)
    return [
        Occurrence(deed, telling, view, now)
        for telling in view.tellings
        for deed in telling.deeds
        if deed.action.when.end is not None
    ]


def find_sayings(view: StoryView, setting: Setting) -> list[Occurrence]:
    """Every saying of the story that has a date: who put it forward, as a deed of its own."""
    now = story_day(view, setting)
    found = []
    for telling in view.tellings:
        statement = telling.statement
        if statement.said.start is None or statement.said.end is None or not statement.cue:
            continue
        if statement.within is None and statement.source:
            found.append(Occurrence(_saying(telling, setting), telling, view, now))
    return found


def weighty(statement: Statement) -> bool:
    """Whether saying it is a step in itself: a proposal, a promise, an announcement, a denial."""
    if statement.kind in ("proposal", "commitment") or statement.cue_lemma in _STEPS:
        return True
    return statement.stage != "unknown" and statement.modality in ("certain", "intended")


def _saying(telling: Telling, setting: Setting) -> Deed:
    statement = telling.statement
    action = Action(
        words=statement.cue[0],
        predicate=statement.cue_lemma,
        family=SAYING,
        agent=statement.source[0],
        polarity="affirmed",
        when=statement.said,
    )
    return Deed(
        action=action,
        telling=telling.number,
        family=SAYING,
        agents=telling.speakers,
        agent_kind="unknown",
        agent_words=frozenset(content_stems(statement.source[0].exact)),
        target=Target(),
        target_words=frozenset(),
        target_actors=frozenset(),
    )
