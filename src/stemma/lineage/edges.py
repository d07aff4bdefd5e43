"""Typed edges between two reports, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.lineage.direction import Evidence, weigh
from stemma.lineage.passages import Overlap
from stemma.model.lineage import DerivationKind


@dataclass(frozen=True)
class EdgeOptions:
    """What share of the shorter report must stand in shared runs, and how many words of its own.

    `plain` is the least number of shared words outside quotation marks for anything but a
    shared quotation.
    """

    verbatim: float = 0.9
    edited: float = 0.25
    update: float = 0.5
    plain: int = 30
    quoted: int = 15


@dataclass(frozen=True)
class Edge:
    """An edge between reports `a` and `b` by number; `ahead` is true where `a` is the source.

    `ahead` is `None` where the order is open. `strength` ranks edges: the greater first.
    """

    a: int
    b: int
    kind: DerivationKind
    ahead: bool | None
    because: tuple[str, ...]
    strength: float
    overlap: Overlap | None = None


def judge(
    overlap: Overlap, evidence: Evidence, options: EdgeOptions = EdgeOptions()
) -> Edge | None:
    """The edge that shared passages justify; `None` where they justify none."""
    kind = _kind(overlap, evidence, options)
    if kind is None:
        return None
    ahead, reasons = weigh(evidence)
    measured = (
        f"{len(overlap.runs)} shared passage(s): {overlap.within_a:.0%} of the one, "
        f"{overlap.within_b:.0%} of the other; {overlap.quoted} of "
        f"{overlap.quoted + overlap.plain} words in quotation marks on both sides"
    )
    strength = overlap.containment + (0.5 if evidence.credited else 0.0) + overlap.plain * 1e-6
    return Edge(
        a=overlap.a,
        b=overlap.b,
        kind=kind,
        ahead=None if kind == "shared-source" else ahead,
        because=(measured, *reasons),
        strength=strength,
        overlap=overlap,
    )


def _kind(overlap: Overlap, evidence: Evidence, options: EdgeOptions) -> DerivationKind | None:
    contained = overlap.containment
    if evidence.one_outlet:
        if contained < options.update:
            return None
        same = min(overlap.within_a, overlap.within_b) >= options.verbatim
        return "verbatim" if same and not evidence.updated else "update"
    if overlap.plain < options.plain:
        return "quotes" if overlap.quoted >= options.quoted else None
    if evidence.shared_credits and contained >= options.edited:
        return "shared-source"
    if contained >= options.verbatim:
        return "verbatim"
    return "edited" if contained >= options.edited else "unknown"
