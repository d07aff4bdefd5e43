"""One course of action, told with a wider and a narrower target."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from stemma.claims.build import deed_span, differ, variant
from stemma.claims.dates import kin
from stemma.claims.same import agents_differ
from stemma.claims.targets import core, part_of
from stemma.claims.view import Deed, Setting, StoryView, Telling
from stemma.claims.words import clip, content_stems
from stemma.model.claim import Difference

MOST = 300
MEASURES = frozenset(
    "resolution bill motion law act amendment proposal plan initiative decree petition draft "
    "referendum order directive ordinance ballot scheme pledge promise".split()
)


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A deed not yet done, with its target's core and what ties it to a proposer or a measure."""

    deed: Deed
    telling: Telling
    target: str
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
            target = core(deed)
            if target and deed.action.polarity != "negated":
                blocks[kin(deed.family)].append(_step(deed, telling, target))
    found: dict[str, Difference] = {}
    for _, block in sorted(blocks.items()):
        for broad in sorted({step.target for step in block[:MOST]}):
            difference = _against(broad, block[:MOST], parts, setting)
            if difference is not None:
                found[difference.id] = difference
    return list(found.values())


def _step(deed: Deed, telling: Telling, target: str) -> Step:
    return Step(deed=deed, telling=telling, target=target, measures=telling.terms & MEASURES)


def _against(
    broad: str, block: list[Step], parts: dict[str, frozenset[str]], setting: Setting
) -> Difference | None:
    """The steps towards the whole held against those towards its parts."""
    whole = [s for s in block if content_stems(s.target) == content_stems(broad)]
    if broad != min(s.target for s in whole):
        return None
    linked = [
        (wide, narrow)
        for wide in whole
        for narrow in block
        if narrower(narrow.deed, wide.deed, parts) and one_course(wide, narrow)
    ]
    if not linked or len({s.report for pair in linked for s in pair}) < 2:
        return None
    return _difference(linked, setting)


def narrower(narrow: Deed, wide: Deed, parts: dict[str, frozenset[str]]) -> bool:
    """Whether one target is a part of the other, by its own words or as a report states it."""
    if part_of(core(narrow), core(wide)):
        return True
    made = frozenset[str]().union(*(parts.get(a, ()) for a in wide.target_actors))
    return bool(narrow.target_actors & made)


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
        shortest = min(steps, key=lambda s: (len(s.target), s.target))
        standing = [((deed_span(s.deed, setting),), s.telling.statement.id) for s in steps]
        readings.append(variant(shortest.target, standing))
    first, second = linked[0]
    return differ(
        "scope",
        f"how far: {clip(deed_span(first.deed, setting).exact)}",
        readings,
        "different-scope",
        (
            (f"Is “{second.target}” a first step, or all that is meant by “{first.target}”?",),
            (
                f"“{second.target}” is told as a part of “{first.target}”",
                f"same action ({first.deed.family}), and the same proposer, agent or measure",
            ),
        ),
    )
