"""The verb of this room: the reports of each story side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from stemma.claims.ascribed import find_ascribed
from stemma.claims.build import gather
from stemma.claims.cluster import cluster
from stemma.claims.copies import find_copied
from stemma.claims.dates import find_date_differences
from stemma.claims.decide import Group, decide_claims, decide_parts
from stemma.claims.doubted import find_doubted_retellings
from stemma.claims.ends import find_ends
from stemma.claims.numbers import find_number_differences
from stemma.claims.occurrences import Occurrence, find_deadlines, find_occurrences, find_sayings
from stemma.claims.origins import FamilyTree, find_origins
from stemma.claims.polarity import find_polarity_differences
from stemma.claims.quote_runs import find_quote_runs
from stemma.claims.requoted import find_requoted
from stemma.claims.retellings import (
    find_conflict_retellings,
    find_headline_retellings,
    find_retellings,
    find_utterances,
)
from stemma.claims.roles import find_role_differences
from stemma.claims.same import Pairs, find_pairs
from stemma.claims.scopes import find_scope_differences
from stemma.claims.spellings import find_spelling_differences
from stemma.claims.splices import find_splices
from stemma.claims.spread import find_first, find_spread
from stemma.claims.steps import find_step_differences
from stemma.claims.tellings import Tellings
from stemma.claims.timeline import build_timeline
from stemma.claims.view import Setting, StoryView, Telling, set_up, view_story
from stemma.claims.wordings import find_wording_differences
from stemma.claims.words import identify
from stemma.encoding.pairs import PairModel
from stemma.model.claim import Claim, Collation, Difference, Retelling
from stemma.model.corpus import Corpus
from stemma.model.decision import Decision
from stemma.model.span import Span


def collate(
    corpus: Corpus, model: PairModel, decisions: Sequence[Decision] = ()
) -> tuple[Collation, tuple[Decision, ...]]:
    """Claims with their origins, differences, retellings, events and timeline; orphaned decisions.

    A claim has two statements or more: what is told once stands with its statement. Statements
    are compared within a story; what lies long before is compared across stories too.
    """
    setting = set_up(corpus, model)
    parts, no_words = decide_parts(setting, decisions)
    views = _views(corpus, setting := msgspec.structs.replace(setting, parts=parts))
    pairs = {view.story.id: find_pairs(view, setting.judge) for view in views}
    occurrences = [o for view in views for o in find_occurrences(view, setting)]
    told = Tellings(views, corpus.readings, setting.cast)
    differences, compared = _differences(views, pairs, occurrences, told.parts, setting)
    differences += find_spelling_differences(corpus.lineage.stories, corpus.cast, setting)
    copied, retold = find_copied(corpus.lineage.edges, corpus.readings, setting)
    differences = gather([*differences, *copied])
    retellings, followed = _retellings(views, told, differences, corpus, setting)
    for view in views:
        occurrences += (*find_deadlines(view, setting), *find_sayings(view, setting))
    events, timeline = build_timeline(occurrences, differences, setting)
    groups, no_statement = decide_claims(_groups(views, pairs, setting), views, setting, decisions)
    tree = FamilyTree(corpus.lineage, setting)
    collation = Collation(
        claims=tuple(_claim(group, tree, setting) for group in groups),
        differences=tuple(sorted(differences, key=_order)),
        retellings=tuple(sorted(_once([*retellings, *retold]), key=_order_of_retelling)),
        events=events,
        timeline=timeline,
        compared=(*compared, f"{followed} edges of the family tree were followed for retellings"),
    )
    return collation, (*no_words, *no_statement)


def _views(corpus: Corpus, setting: Setting) -> list[StoryView]:
    statements = {reading.report: reading.statements for reading in corpus.readings}
    views = []
    for story in corpus.lineage.stories:
        members = set(story.reports)
        told = [s for r in corpus.reports if r.id in members for s in statements.get(r.id, ())]
        views.append(view_story(story, told, setting))
    return views


def _retellings(
    views: list[StoryView],
    told: Tellings,
    differences: list[Difference],
    corpus: Corpus,
    setting: Setting,
) -> tuple[list[Retelling], int]:
    """What changed between tellings, by every means; and how many edges were followed."""
    edges = corpus.lineage.edges
    found, followed = find_retellings(told, edges, setting)
    found += find_headline_retellings(told, setting)
    found += find_utterances(told, views, setting)
    ends = list(find_ends(edges, corpus.lineage.stories, setting))
    found += find_doubted_retellings(ends, setting)
    found += find_ascribed(ends, setting)
    runs = find_quote_runs(views, setting)
    found += (*find_splices(ends, runs, setting), *find_requoted(ends, runs, setting))
    found += find_conflict_retellings(differences, edges, setting)
    return found, followed


def _differences(
    views: list[StoryView],
    pairs: dict[str, Pairs],
    occurrences: list[Occurrence],
    parts: dict[str, frozenset[str]],
    setting: Setting,
) -> tuple[list[Difference], list[str]]:
    found, dates = find_date_differences(occurrences, setting)
    numbers = 0
    for view in views:
        past = frozenset(o.telling.number for o in occurrences if o.view is view and o.past)
        of_number, count = find_number_differences(view, setting)
        numbers += count
        found += of_number
        found += find_scope_differences(view, past, parts, setting)
        found += find_step_differences(view, past, setting)
        found += find_polarity_differences(view, pairs[view.story.id].pairs, setting)
        found += find_wording_differences(view, setting)
    found += find_role_differences(views, setting)
    return found, _compared(views, pairs, dates, numbers)


def _compared(
    views: list[StoryView], pairs: dict[str, Pairs], dates: int, numbers: int
) -> list[str]:
    held = sum(p.judged for p in pairs.values())
    possible = sum(p.possible for p in pairs.values())
    stories = f"{len(views)} {'story' if len(views) == 1 else 'stories'}"
    return [
        f"{held} of {possible} statement pairs in {stories} were compared",
        f"{dates} pairs of dated actions of one kind were compared",
        f"{numbers} pairs of numbers with one unit and a word in common were compared",
    ]


def _groups(
    views: list[StoryView], pairs: dict[str, Pairs], setting: Setting
) -> list[list[Telling]]:
    return [
        [view.tellings[n] for n in members]
        for view in views
        for members in cluster(view, pairs[view.story.id].pairs, setting.judge)
    ]


def _claim(group: Group, tree: FamilyTree, setting: Setting) -> Claim:
    told = list(group.tellings)
    statements = tuple(t.statement.id for t in told)
    origins = find_origins(told, tree, setting)
    spread = find_spread(told, origins, tree, setting)
    because = (*origins.because, *group.because)
    return Claim(
        id=identify("c", *statements),
        statements=statements,
        story=group.story,
        first=find_first(told, spread),
        origins=msgspec.structs.replace(origins, because=because),
        spread=spread,
    )


def _once(retellings: list[Retelling]) -> list[Retelling]:
    """The retellings, less those that show a change of the same kind in the same words."""
    kept: list[Retelling] = []
    seen: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for retelling in retellings:
        known = seen[retelling.change, retelling.from_[0].report]
        if any(span.meets(other) for span in retelling.to for other in known):
            continue
        known += retelling.to
        kept.append(retelling)
    return kept


def _order(difference: Difference) -> tuple[str, str]:
    return difference.kind, difference.id


def _order_of_retelling(retelling: Retelling) -> tuple[str, int, str]:
    return retelling.to[0].report, retelling.to[0].start, retelling.id
