"""The last step of lineage: stories, sources and edges, from reports, readings and cast."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from stemma.lineage.boilerplate import leave_out_boilerplate
from stemma.lineage.commons import find_common_texts, spread_named
from stemma.lineage.counts import find_counts
from stemma.lineage.credits import Credit, find_credits
from stemma.lineage.decide import decide
from stemma.lineage.direction import regard
from stemma.lineage.documents import find_documents
from stemma.lineage.edges import Edge, judge, prune
from stemma.lineage.links import link, resolve
from stemma.lineage.material import Material
from stemma.lineage.names import Names
from stemma.lineage.occasions import find_occasions
from stemma.lineage.paraphrases import find_paraphrases
from stemma.lineage.passages import Overlap, find_overlaps
from stemma.lineage.sources import Setting, absent_sources, held_id, held_sources
from stemma.lineage.stories import find_stories
from stemma.lineage.translations import find_translations, translated_from
from stemma.lineage.words import Words, read_all_words
from stemma.model.cast import Cast
from stemma.model.decision import Decision
from stemma.model.lineage import Derivation, Lineage
from stemma.model.reading import Reading
from stemma.model.report import Report


def trace(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    cast: Cast,
    decisions: Sequence[Decision] = (),
) -> tuple[Lineage, tuple[Decision, ...]]:
    """Which report comes from which, from what sources, in which story; orphaned decisions.

    What people decided about stories holds from there on: edges are drawn within those stories.
    """
    rows = read_all_words(reports)
    names = Names(cast, reports)
    outlets = [names.outlet(at) for at in range(len(reports))]
    material = Material(
        reports=tuple(reports),
        readings=tuple(readings),
        rows=rows,
        overlaps=leave_out_boilerplate(_overlaps(reports, rows), rows, outlets),
        names=names,
    )
    credits_ = _find_all_credits(material)
    stories, orphaned = decide(find_stories(material, credits_), material, decisions)
    story_of = {report: story.id for story in stories for report in story.reports}
    held, absent = resolve(credits_, story_of, material)
    by_report = _by_report(credits_)
    edges = _report_edges(material, by_report, story_of)
    stated = _stated_edges(held, material, by_report, edges)
    sources, credit_edges = absent_sources(absent, Setting(material, story_of, held))
    between = sorted((*edges, *stated), key=lambda e: e.ends)
    copied = {edge.ends[1] for edge in between if edge.ahead is not None}
    heard, hearings = find_occasions(material, story_of, copied, len(sources) + 1)
    first = len(sources) + len(heard) + 1
    common, uses = find_common_texts(between, material, first)
    uses = (*uses, *spread_named(between, sources, credit_edges))
    lineage = Lineage(
        sources=(*held_sources(material), *sources, *heard, *common),
        edges=(*credit_edges, *hearings, *uses, *(_derivation(edge) for edge in between)),
        stories=stories,
    )
    return lineage, orphaned


def _overlaps(reports: Sequence[Report], rows: Sequence[Words]) -> tuple[Overlap, ...]:
    """Shared passages, the earliest of equal reports standing for all of them."""
    order = sorted(
        range(len(reports)),
        key=lambda at: (reports[at].published.start or date.max, reports[at].id),
    )
    found = find_overlaps([rows[at] for at in order])
    return tuple(sorted((o.renumbered(order) for o in found), key=lambda o: (o.a, o.b)))


def _find_all_credits(material: Material) -> list[Credit]:
    found = find_credits(material.reports, material.readings, material.names)
    for at, (report, reading) in enumerate(zip(material.reports, material.readings, strict=True)):
        found += find_documents(at, report, reading, material.names)
    found += find_counts(material)
    return sorted(found, key=lambda credit: (credit.report, credit.name.start))


def _by_report(credits_: Sequence[Credit]) -> dict[int, list[Credit]]:
    found: dict[int, list[Credit]] = defaultdict(list)
    for credit in credits_:
        found[credit.report].append(credit)
    return found


def _stated_edges(
    held: dict[tuple[int, int], list[Credit]],
    material: Material,
    by_report: dict[int, list[Credit]],
    edges: Sequence[Edge],
) -> list[Edge]:
    """What a report itself says of another, where no stronger edge joins the two."""
    joined = {frozenset((edge.a, edge.b)) for edge in edges}
    found = []
    for pair, given in sorted(held.items()):
        if frozenset(pair) not in joined:
            leans_on = translated_from(pair[1], by_report[pair[1]], material)
            found.append(link(pair, given, material, leans_on == given[0].key))
    return found


def _report_edges(
    material: Material, by_report: dict[int, list[Credit]], story_of: dict[str, str]
) -> list[Edge]:
    judged = (judge(regard(o, material, by_report), material) for o in material.overlaps)
    of = [story_of[report.id] for report in material.reports]
    found = {
        (edge.a, edge.b): edge
        for edge in judged
        if edge is not None and (edge.kind != "same-event" or of[edge.a] == of[edge.b])
    }
    copied = {edge.ends[1] for edge in found.values() if edge.kind not in ("same-event", "unknown")}
    heads: dict[str, list[int]] = defaultdict(list)
    for at, story in enumerate(of):
        if at not in copied:
            heads[story].append(at)
    groups = list(heads.values())
    found |= {(edge.a, edge.b): edge for edge in find_paraphrases(groups, material, by_report)}
    found |= {(edge.a, edge.b): edge for edge in find_translations(material, by_report)}
    return prune([found[pair] for pair in sorted(found)])


def _derivation(edge: Edge) -> Derivation:
    source, target = edge.ends
    return Derivation(
        from_=held_id(source),
        to=held_id(target),
        kind=edge.kind,
        directed=edge.ahead is not None,
        because=edge.because,
        passages=edge.passages,
    )
