"""Edits along the family tree, as differences and retellings."""

from __future__ import annotations

from stemma.claims.build import differ, outlet_name, variant
from stemma.claims.changes import Altered
from stemma.claims.edits import Edit, EditKind, find_edits
from stemma.claims.retellings import retell
from stemma.claims.view import Setting
from stemma.claims.words import clip
from stemma.model.claim import Change, Difference, DifferenceKind, Direction, Retelling, Verdict
from stemma.model.lineage import Derivation
from stemma.model.reading import Reading, Statement
from stemma.model.span import Place, Span

EDGES = 400
_COPIES = frozenset(("verbatim", "edited", "update", "shared-source"))
_DIFFERENCES: dict[EditKind, DifferenceKind] = {
    "number": "number",
    "date": "date",
    "polarity": "polarity",
}
_CHANGES: dict[EditKind, Change] = {
    "number": "number",
    "date": "other",
    "polarity": "other",
    "hedge": "hedge",
    "condition": "condition",
    "bound": "number",
}


def find_copied(
    edges: tuple[Derivation, ...], readings: tuple[Reading, ...], setting: Setting
) -> tuple[list[Difference], list[Retelling]]:
    """What copies changed in sentences that they otherwise took over as they were."""
    held = {source.id: report for report, source in setting.source_of.items()}
    by_report = {reading.report: reading for reading in readings}
    differences: list[Difference] = []
    retellings: list[Retelling] = []
    followed = [e for e in edges if e.kind in _COPIES and e.from_ in held and e.to in held]
    for edge in followed[:EDGES]:
        one, other = by_report.get(held[edge.from_]), by_report.get(held[edge.to])
        if one is None or other is None:
            continue
        for edit in find_edits(one.sentences, other.sentences):
            if edit.kind in _DIFFERENCES:
                differences.append(_difference(edit, (one, other), edge, setting))
            if edge.directed and not (edge.kind == "update" and edit.kind in _DIFFERENCES):
                retellings.append(_retelling(edit, edge))
    return differences, retellings


def _difference(
    edit: Edit, readings: tuple[Reading, Reading], edge: Derivation, setting: Setting
) -> Difference:
    sides = []
    for span, sentence, reading in (
        (edit.old, edit.before, readings[0]),
        (edit.new, edit.after, readings[1]),
    ):
        place = (span or sentence.span,) if edit.kind != "polarity" else (sentence.span,)
        value = span.exact if span is not None else "without these words"
        sides.append(variant(value, [(place, _statement(place, reading))]))
    names = [outlet_name(reading.report, setting) for reading in readings]
    verdict: Verdict = "update" if edge.kind == "update" else "conflict"
    return differ(
        _DIFFERENCES[edit.kind],
        f"a sentence that both have: {clip(edit.before.span.exact)}",
        sides,
        verdict,
        (
            ("Is it a slip of the copy, or a correction?",),
            (_told(edit), f"the sentence is otherwise the same in {names[0]} and {names[1]}"),
        ),
    )


def _statement(place: Place, reading: Reading) -> str:
    """The innermost statement that holds the place; empty where none does."""
    span: Span = place[0]
    holding: list[tuple[int, Statement]] = [
        (sum(part.end - part.start for part in s.content), s)
        for s in reading.statements
        if any(part.meets(span) for part in s.content)
    ]
    return min(holding, key=lambda item: (item[0], item[1].id))[1].id if holding else ""


def _told(edit: Edit) -> str:
    if edit.old is None:
        return f"“{clip(edit.new.exact if edit.new else '')}” is new"
    if edit.new is None:
        return f"“{clip(edit.old.exact)}” is gone"
    return f"“{clip(edit.old.exact)}” has become “{clip(edit.new.exact)}”"


def _retelling(edit: Edit, edge: Derivation) -> Retelling:
    altered = Altered(
        change=_CHANGES[edit.kind],
        direction=_direction(edit),
        from_=(edit.before.span,),
        to=(edit.after.span,),
        because=_told(edit),
    )
    how = f"along the edge {edge.kind}, in a sentence that is otherwise the same"
    return retell(altered, (edge.from_, edge.to), how)


def _direction(edit: Edit) -> Direction:
    if edit.kind == "condition":
        return "stronger"
    if edit.kind in ("hedge", "bound"):
        return "stronger" if _length(edit.new) < _length(edit.old) else "weaker"
    if edit.kind == "number" and edit.old is not None and edit.new is not None:
        before, after = (float(s.exact.replace(",", "")) for s in (edit.old, edit.new))
        return "stronger" if after > before else "weaker"
    return "unknown"


def _length(span: Span | None) -> int:
    return 0 if span is None else span.end - span.start
