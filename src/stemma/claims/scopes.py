"""One course of action, told with a wider and a narrower target."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from stemma.claims.build import deed_span, differ, variant
from stemma.claims.clash import agents_differ
from stemma.claims.dates import kin
from stemma.claims.targets import part_of, why_part
from stemma.claims.view import Deed, Setting, StoryView, Telling
from stemma.claims.words import clip
from stemma.model.cast import CastIndex
from stemma.model.claim import Difference

MOST = 300
MEASURES = frozenset(
    "resolution bill motion law act amendment proposal plan initiative decree petition draft "
    "referendum order directive ordinance ballot scheme pledge promise".split()
)


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A deed not denied, with what ties it to a proposer or a measure."""

    deed: Deed
    telling: Telling
    measures: frozenset[str]

    @property
    def report(self) -> str:
        """The report that tells it."""
        return self.telling.statement.report


def find_scope_differences(
    view: StoryView, past: frozenset[int], parts: dict[str, frozenset[str]], setting: Setting
) -> list[Difference]:
    """Scope differences of a story; `past` are tellings of what lies long before it."""
    blocks: dict[str, list[Step]] = defaultdict(list)
    for telling in view.tellings:
        if telling.number in past:
            continue
        for deed in telling.deeds:
            if deed.target.stems and deed.action.polarity != "negated":
                step = Step(deed=deed, telling=telling, measures=telling.terms & MEASURES)
                blocks[kin(deed.family)].append(step)
    found: dict[str, Difference] = {}
    for _, block in sorted(blocks.items()):
        for linked in _linked(block[:MOST], parts):
            if _apart(linked):
                difference = _difference(linked, setting)
                found[difference.id] = difference
    return list(found.values())


def _apart(linked: list[tuple[Step, Step]]) -> bool:
    """Whether some report has the part alone, or none has both in two sentences of its own."""
    wide, narrow = ({pair[side].report for pair in linked} for side in (0, 1))
    if len(wide | narrow) < 2:
        return False
    both = {w.report for w, n in linked if w.report == n.report and w.telling is not n.telling}
    return bool(narrow - wide) or not both


def _linked(block: list[Step], parts: dict[str, frozenset[str]]) -> list[list[tuple[Step, Step]]]:
    """Steps towards a whole paired with those towards its parts, a list for each whole."""
    pairs: dict[tuple[str, ...], list[tuple[Step, Step]]] = defaultdict(list)
    owned = [s for s in block if _may_be_part(s.deed)]
    for wide in block:
        narrow = [s for s in owned if narrower(s.deed, wide.deed, parts)]
        own = [s for s in narrow if _headed(wide, s)]
        pairs[wide.deed.target.stems] += [
            (wide, s)
            for s in narrow
            if one_course(wide, s) or any(s is o or _beside(o, s) for o in own)
        ]
    return [linked for _, linked in sorted(pairs.items()) if linked]


def _may_be_part(deed: Deed) -> bool:
    return bool(deed.target.owner or deed.target.decided or deed.target_actors)


def _headed(wide: Step, narrow: Step) -> bool:
    """Whether the one stands in the headline over the other."""
    headed = wide.telling.statement.headline and wide.report == narrow.report
    return headed and not agents_differ(wide.deed, narrow.deed)


def _beside(one: Step, other: Step) -> bool:
    """Whether two steps towards a part are one: the same part, and nobody else's step."""
    if agents_differ(one.deed, other.deed):
        return False
    speakers = one.telling.speakers, other.telling.speakers
    if speakers[0] and speakers[1] and not speakers[0] & speakers[1]:
        return False
    return bool(one.deed.target_actors & other.deed.target_actors) or one_course(one, other)


def narrower(narrow: Deed, wide: Deed, parts: dict[str, frozenset[str]]) -> bool:
    """Whether one target is a part of the other, by its own words, as decided, or as stated."""
    if part_of(narrow.target, wide.target):
        return True
    if narrow.target_actors & wide.target_actors:
        return False
    return any(narrow.target_actors & parts.get(a, frozenset()) for a in wide.target_actors)


def stated_parts(views: list[StoryView], cast: CastIndex) -> dict[str, frozenset[str]]:
    """Body -> bodies that it founded or set up, as some report states ("X, created by Y")."""
    bodies = {id_ for id_, actor in cast.actors.items() if actor.kind == "organisation"}
    parts: dict[str, set[str]] = defaultdict(set)
    for view in views:
        for telling in view.tellings:
            for deed in telling.deeds:
                if deed.family == "found":
                    for owner in deed.agents & bodies:
                        parts[owner] |= (deed.target_actors & bodies) - {owner}
    return {owner: frozenset(made) for owner, made in sorted(parts.items())}


def one_course(a: Step, b: Step) -> bool:
    """Whether two deeds belong to one course: same agents, one proposer or one kind of measure."""
    if agents_differ(a.deed, b.deed):
        return False
    if a.telling.speakers and b.telling.speakers and not a.telling.speakers & b.telling.speakers:
        return False
    if a.telling.number == b.telling.number or a.telling.speakers & b.telling.speakers:
        return True
    return bool(a.measures & b.measures) or bool(
        len(a.telling.terms & b.telling.terms) >= 4 and a.deed.agents & b.deed.agents
    )


def _difference(linked: list[tuple[Step, Step]], setting: Setting) -> Difference:
    wide = {id(w): w for w, _ in linked}
    narrow = {id(n): n for _, n in linked}
    readings = []
    for steps in (list(wide.values()), list(narrow.values())):
        shortest = min(steps, key=lambda s: (len(s.deed.target.core), s.deed.target.core))
        standing = [((deed_span(s.deed, setting),), s.telling.statement.id) for s in steps]
        readings.append(variant(shortest.deed.target.core, standing))
    first, second = linked[0]
    whole, part = first.deed.target.core, second.deed.target.core
    decided = [why_part(n.deed.target, w.deed.target) for w, n in linked]
    told = () if all(decided) else (f"“{part}” is told as a part of “{whole}”",)
    return differ(
        "scope",
        f"how far: {clip(deed_span(first.deed, setting).exact)}",
        readings,
        "different-scope",
        (
            (f"Is “{part}” a first step, or all that is meant by “{whole}”?",),
            (
                *told,
                *dict.fromkeys(why for lines in decided for why in lines),
                f"same action ({first.deed.family}), and the same proposer, agent or measure",
            ),
        ),
    )
