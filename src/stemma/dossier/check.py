"""The laws of a dossier: every word where it is said to stand, every reference to something there.

`faults` lists what breaks them; only a document without any is ever written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from stemma.dossier.values import bad_appearances, bad_likelihoods, bad_spreads
from stemma.model.claim import Difference, Retelling
from stemma.model.collation_document import ConflictsDocument, RetellingsDocument
from stemma.model.document import AttributedStatement, Document, ProvEdge
from stemma.model.lineage import Source, Story
from stemma.model.lineage_document import LineageDocument
from stemma.model.report import Report
from stemma.model.span import Place, Span
from stemma.model.when import When

_MOST = 200
"""Faults that are listed; one that is systematic would repeat for every line."""


def faults(document: Document) -> list[str]:
    """What breaks the laws, a line each, at most 200; empty where the document may be written."""
    reports = {report.id: report for report in document.reports}
    ids = ids_by_kind(document)
    return _capped(
        [
            *_repeated_ids(ids),
            *_walk(document, "$", reports),
            *_dangling(ids, _references(document)),
            *_thin(document),
            *bad_spreads(document),
            *bad_likelihoods(document),
            *bad_appearances(document),
        ]
    )


def lineage_faults(document: LineageDocument, reports: Iterable[Report]) -> list[str]:
    """The same of a family tree alone, whose words are those of `reports`."""
    references = _lineage_references(document.sources, document.edges, document.stories)
    kinds = ("reports", "actors", "sources", "stories")
    return _part_faults(document, kinds, reports, references)


def conflicts_faults(document: ConflictsDocument, reports: Iterable[Report]) -> list[str]:
    """The same of differences alone, whose words are those of `reports`."""
    references = (
        *_lineage_references((), (), document.stories),
        *_statement_references(document.statements),
        *_difference_references(document.differences),
    )
    kinds = ("reports", "actors", "stories", "statements", "differences")
    found = _part_faults(document, kinds, reports, references)
    return _capped([*found, *_thin_differences(document.differences)])


def retellings_faults(document: RetellingsDocument, reports: Iterable[Report]) -> list[str]:
    """The same of retellings alone, whose words are those of `reports`."""
    references = (
        *_lineage_references(document.sources, document.edges, document.stories),
        *_retelling_references(document.retellings),
        *(("outlets", "reports", id_) for item in document.outlets for id_ in item.reports),
    )
    kinds = ("reports", "actors", "stories", "sources", "retellings")
    found = _part_faults(document, kinds, reports, references)
    return _capped([*found, *_thin_retellings(document.retellings)])


def _part_faults(
    document: LineageDocument | ConflictsDocument | RetellingsDocument,
    kinds: tuple[str, ...],
    reports: Iterable[Report],
    references: Iterable[_Reference],
) -> list[str]:
    ids = {kind: [item.id for item in getattr(document, kind)] for kind in kinds}
    by_id = {report.id: report for report in reports}
    return _capped([*_repeated_ids(ids), *_walk(document, "$", by_id), *_dangling(ids, references)])


def _capped(found: list[str]) -> list[str]:
    if len(found) > _MOST:
        return [*found[:_MOST], f"and {len(found) - _MOST} more"]
    return found


def _repeated_ids(ids_by_kind: dict[str, list[str]]) -> Iterator[str]:
    for kind, ids in ids_by_kind.items():
        yield from (
            f"{kind}: id {id_!r} is used {n} times" for id_, n in Counter(ids).items() if n > 1
        )


def ids_by_kind(document: Document) -> dict[str, list[str]]:
    """The ids of everything that can be referred to, in document order."""
    return {
        "reports": [item.id for item in document.reports],
        "actors": [item.id for item in document.actors],
        "statements": [item.id for item in document.statements],
        "sources": [item.id for item in document.sources],
        "stories": [item.id for item in document.lineage.stories],
        "claims": [item.id for item in document.claims],
        "differences": [item.id for item in document.differences],
        "retellings": [item.id for item in document.retellings],
        "events": [item.id for item in document.events],
        "likelihoods": [item.id for item in document.likelihoods],
        "options": [item.id for item in document.options],
        "decisions": [item.id for item in document.decisions],
    }


def _walk(value: object, path: str, reports: dict[str, Report]) -> Iterator[str]:
    """Check every span and every date at or below `value`."""
    if isinstance(value, Span):
        yield from _bad_span(value, path, reports)
    elif isinstance(value, msgspec.Struct):
        if isinstance(value, When):
            yield from _bad_when(value, path)
        for name in value.__struct_fields__:
            yield from _walk(getattr(value, name), f"{path}.{name}", reports)
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _walk(item, f"{path}[{i}]", reports)


def _bad_span(span: Span, path: str, reports: dict[str, Report]) -> Iterator[str]:
    report = reports.get(span.report)
    if report is None:
        yield f"{path}: span in a report that is not here: {span.report!r}"
    elif not 0 <= span.start < span.end <= len(report.text):
        yield f"{path}: [{span.start}, {span.end}) is not in its {len(report.text)} characters"
    elif report.text[span.start : span.end] != span.exact:
        yield f"{path}: the words at [{span.start}, {span.end}) of {span.report!r} are others"


def _bad_when(when: When, path: str) -> Iterator[str]:
    if when.start and when.end and when.start > when.end:
        yield f"{path}: starts on {when.start}, after its end on {when.end}"
    if when.kind == "unknown" and (when.start or when.end):
        yield f"{path}: is unknown, yet has a date"
    if when.kind != "unknown" and not (when.start or when.end):
        yield f"{path}: has no date, yet is a {when.kind}"


_Reference = tuple[str, str, str]
"""Where an id stands, the kind of thing it must be (empty: any), the id."""


def _dangling(ids: dict[str, list[str]], references: Iterable[_Reference]) -> Iterator[str]:
    """References to ids that are not there."""
    known = {kind: set(given) for kind, given in ids.items()}
    anything = set().union(*known.values())
    for path, kind, id_ in references:
        if id_ not in (known[kind] if kind else anything):
            yield f"{path}: refers to {id_!r}, which is not among the {kind or 'ids here'}"


def _references(document: Document) -> Iterator[_Reference]:
    yield from _statement_references(document.statements)
    tree = document.lineage
    yield from _lineage_references(document.sources, tree.edges, tree.stories)
    yield from _claim_references(document)
    yield from _assessment_references(document)
    for i, finding in enumerate(document.findings):
        yield from _each(f"findings[{i}]", "", finding.refs)


def _statement_references(statements: Iterable[AttributedStatement]) -> Iterator[_Reference]:
    for i, statement in enumerate(statements):
        path = f"statements[{i}]"
        carriers = [end for link in statement.carriers for end in (link.from_, link.to)]
        yield path, "reports", statement.report
        yield from _each(path, "statements", (statement.within,))
        yield from _each(path, "actors", (statement.source.actor, *carriers))


def _lineage_references(
    sources: Iterable[Source], edges: Iterable[ProvEdge], stories: Iterable[Story]
) -> Iterator[_Reference]:
    for i, source in enumerate(sources):
        yield from _each(f"sources[{i}]", "actors", (source.actor,))
        yield from _each(f"sources[{i}]", "reports", (source.held,))
    for i, edge in enumerate(edges):
        yield from _each(f"lineage.edges[{i}]", "sources", (edge.from_, edge.to))
    for i, story in enumerate(stories):
        yield from _each(f"lineage.stories[{i}]", "reports", story.reports)


def _claim_references(document: Document) -> Iterator[_Reference]:
    for i, claim in enumerate(document.claims):
        path = f"claims[{i}]"
        yield from _each(path, "statements", (*claim.statements, claim.first))
        yield from _each(path, "stories", (claim.story,))
        yield from _each(path, "sources", (id_ for group in claim.origins.sets for id_ in group))
        for j, step in enumerate(claim.spread):
            yield from _each(f"{path}.spread[{j}]", "reports", (step.report, step.from_))
            yield from _each(f"{path}.spread[{j}]", "statements", (step.statement,))
    yield from _difference_references(document.differences)
    yield from _retelling_references(document.retellings)
    for i, entry in enumerate(document.timeline):
        path = f"timeline[{i}]"
        yield from _each(path, "events", (entry.event,))
        yield from _each(path, "statements", entry.statements)
        yield from _each(path, "differences", entry.differences)
        yield from _each(path, "stories", (entry.story,))


def _difference_references(differences: Iterable[Difference]) -> Iterator[_Reference]:
    for i, difference in enumerate(differences):
        carried = (id_ for reading in difference.readings for id_ in reading.statements)
        yield from _each(f"differences[{i}]", "statements", carried)


def _retelling_references(retellings: Iterable[Retelling]) -> Iterator[_Reference]:
    for i, retelling in enumerate(retellings):
        yield from _each(f"retellings[{i}]", "sources", retelling.edge or ())


def _assessment_references(document: Document) -> Iterator[_Reference]:
    for i, likelihood in enumerate(document.likelihoods):
        path = f"likelihoods[{i}]"
        yield from _each(path, "actors", (likelihood.holder.actor,))
        yield from _each(path, "reports", (likelihood.holder.author_of,))
        yield from _each(path, "events", (likelihood.event,))
    for i, entry in enumerate(document.audit):
        yield from _each(f"audit[{i}]", "likelihoods", entry.likelihoods)
    for i, option in enumerate(document.options):
        yield from _each(f"options[{i}]", "actors", option.proposed_by)
        yield from _each(f"options[{i}]", "options", (r.to for r in option.relations))
    for i, position in enumerate(document.positions):
        path = f"positions[{i}]"
        yield from _each(path, "actors", (position.actor,))
        yield from _each(path, "options", (position.option,))
        yield from _each(path, "statements", position.statements)
    for i, status in enumerate(document.statuses):
        yield from _each(f"statuses[{i}]", "claims", (status.claim,))


def _each(path: str, kind: str, ids: Iterable[str | None]) -> Iterator[_Reference]:
    return ((path, kind, id_) for id_ in ids if id_ is not None)


def _thin(document: Document) -> Iterator[str]:
    """Lines that stand on nothing: findings, differences, retellings without words behind them."""
    for i, finding in enumerate(document.findings):
        if finding.kind == "absent" and not finding.searched:
            yield f"findings[{i}]: says that something is absent, not what was searched"
        if finding.kind == "present" and not finding.refs:
            yield f"findings[{i}]: rests on nothing"
    yield from _thin_differences(document.differences)
    yield from _thin_retellings(document.retellings)
    for i, statement in enumerate(document.statements):
        if not statement.content:
            yield f"statements[{i}]: has no words"


def _thin_differences(differences: Iterable[Difference]) -> Iterator[str]:
    for i, difference in enumerate(differences):
        if len(difference.readings) < 2:
            yield f"differences[{i}]: has {len(difference.readings)} reading(s), not two"
        for j, reading in enumerate(difference.readings):
            if not _stands(reading.places):
                yield f"differences[{i}].readings[{j}]: stands nowhere"


def _thin_retellings(retellings: Iterable[Retelling]) -> Iterator[str]:
    for i, retelling in enumerate(retellings):
        if not retelling.from_ or not retelling.to:
            yield f"retellings[{i}]: lacks the words at one of its ends"


def _stands(places: tuple[Place, ...]) -> bool:
    return bool(places) and all(places)
