"""One measure, said to have got to different stages."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from stemma.claims.build import differ, outlet_name, places_of, unite, variant
from stemma.claims.clash import agents_differ
from stemma.claims.scopes import MEASURES
from stemma.claims.strength import STAGES
from stemma.claims.view import Setting, StoryView, Telling
from stemma.claims.words import stem, tokens
from stemma.model.claim import Difference
from stemma.model.reading import Stage

MOST = 300
LONGEST = 60
SOME = frozenset("any many more most multiple new numerous other several some various".split())
_THESE = frozenset("the these those both his her its their our my your".split())
_OPEN = frozenset(("possible", "probable", "conditional"))


def find_stage_differences(
    view: StoryView, past: frozenset[int], setting: Setting
) -> list[Difference]:
    """Stage differences of a story, one for each measure."""
    by_measure: dict[str, list[Telling]] = defaultdict(list)
    for telling in view.tellings:
        if telling.number in past or not reached(telling):
            continue
        for measure in sorted(telling.terms & MEASURES):
            if _particular(measure, telling):
                by_measure[measure].append(telling)
    found: dict[str, Difference] = {}
    for measure, told in sorted(by_measure.items()):
        kept = told[:MOST]
        links = [
            (i, j)
            for i, j in combinations(range(len(kept)), 2)
            if _one_measure(kept[i], kept[j], view)
        ]
        for group in unite(len(kept), links):
            difference = _judge(measure, [kept[n] for n in group], setting)
            if difference is not None:
                found[difference.id] = difference
    return list(found.values())


def _particular(measure: str, telling: Telling) -> bool:
    """Whether it is this measure that the statement tells of, not some of its kind."""
    for deed in telling.deeds:
        if measure not in deed.target.stems or deed.action.target is None:
            continue
        words = tokens(deed.action.target.exact)
        first = next((word for word in words if word != "not"), "")
        named = [word for word in words if stem(word) == measure]
        if deed.target.core.split()[0].lower() in SOME or first in SOME:
            return False
        if named and measure not in named and first not in _THESE:
            return False
    return True


def reached(telling: Telling) -> bool:
    """Whether the statement says, of something not denied or supposed, how far it has got."""
    statement = telling.statement
    if statement.stage == "unknown" or statement.polarity == "negated":
        return False
    return statement.modality not in _OPEN and not statement.conditions


def _one_measure(a: Telling, b: Telling, view: StoryView) -> bool:
    """Whether two statements that name the same kind of measure surely mean one."""
    if _one_step(a, b) or _one_matter(a, b):
        return True
    people = (a.actors | a.speakers) & (b.actors | b.speakers)
    shared = (a.terms & b.terms) - MEASURES
    lesser = min(view.weigh(a.terms), view.weigh(b.terms))
    return bool(people) and len(shared) >= 2 and view.weigh(shared) >= 0.3 * lesser


def _one_step(a: Telling, b: Telling) -> bool:
    """Whether both tell of one step ("would be filed", "was filed") with one kind of measure."""
    return any(
        one.family == other.family
        and one.target_words & other.target_words & MEASURES
        and not agents_differ(one, other)
        for one in a.deeds
        for other in b.deeds
    )


def _one_matter(a: Telling, b: Telling) -> bool:
    """Whether both measures are for one thing ("a bill to leave X", "a bill on leaving X")."""
    return any(
        one.family == other.family
        and one.target_words == other.target_words
        and bool(one.target_words)
        and not one.target_words & MEASURES
        for one in a.deeds
        for other in b.deeds
    )


def _judge(measure: str, group: list[Telling], setting: Setting) -> Difference | None:
    stages: dict[Stage, list[Telling]] = defaultdict(list)
    for telling in group:
        stages[telling.statement.stage].append(telling)
    furthest: dict[str, int] = {}
    for telling in group:
        report = telling.statement.report
        rank = STAGES.index(telling.statement.stage)
        furthest[report] = max(rank, furthest.get(report, 0))
    if len(set(furthest.values())) < 2:
        return None
    told = [(stage, stages[stage]) for stage in STAGES if stage in stages]
    return differ(
        "stage",
        f"how far {_named(measure, group)} has got",
        [variant(stage, places_of(tellings)) for stage, tellings in told],
        "different-stage",
        (
            ("Was it further on when the later report was written?",),
            tuple(_reason(stage, tellings[0], setting) for stage, tellings in told),
        ),
    )


def _named(measure: str, group: list[Telling]) -> str:
    """The measure in the fullest words that a report has for it, without what they go on to say."""
    cores = {
        deed.target.core
        for telling in group
        for deed in telling.deeds
        if measure in deed.target.stems and len(deed.target.core) <= LONGEST
    }
    return f"the {max(cores, key=lambda core: (len(core), core), default=measure)}"


def _reason(stage: Stage, telling: Telling, setting: Setting) -> str:
    words = telling.statement.stage_words
    where = outlet_name(telling.statement.report, setting)
    return f"{where}: “{words.exact if words else stage}” means {stage}"
