"""What changed between a telling and the one made from it, along the edges of the family tree."""

from __future__ import annotations

from stemma.claims.changes import Altered, Told, find_changes
from stemma.claims.headlines import widened
from stemma.claims.same import QUOTE, compare
from stemma.claims.tellings import Tellings
from stemma.claims.view import Setting, StoryView
from stemma.claims.words import identify, place_key
from stemma.model.claim import Retelling
from stemma.model.lineage import Derivation

ALIGNED = 0.55
EACH_WAY = 0.45
EDGES = 400
_RETOLD = frozenset(
    ("verbatim", "edited", "paraphrase", "translation", "update", "quotes", "credits")
)
_HEADLINE = frozenset(("number", "condition", "hedge"))


def find_retellings(
    told: Tellings, edges: tuple[Derivation, ...], setting: Setting
) -> tuple[list[Retelling], int]:
    """Changes along directed edges between reports held; and how many edges were followed."""
    found: dict[str, Retelling] = {}
    held = {source.id: report for report, source in setting.source_of.items()}
    followed = 0
    for edge in edges:
        if not edge.directed or edge.kind not in _RETOLD or followed == EDGES:
            continue
        if edge.from_ not in held or edge.to not in held:
            continue
        followed += 1
        ends = (edge.from_, edge.to)
        for headline in (t for t in told.of(held[edge.to]) if t.statement.headline):
            altered = widened(headline, told.of(held[edge.from_]), told.parts, setting)
            if altered is not None:
                retelling = retell(altered, ends, f"the headline, along the edge {edge.kind}")
                found[retelling.id] = retelling
        for earlier, later in aligned(told, held[edge.from_], held[edge.to]):
            for altered in find_changes(earlier, later):
                if edge.kind == "update" and altered.change == "number":
                    continue
                retelling = retell(altered, ends, f"along the edge {edge.kind}")
                found[retelling.id] = retelling
    return list(found.values()), followed


def aligned(told: Tellings, one: str, other: str) -> list[tuple[Told, Told]]:
    """Tellings of two reports that are each other's best match, in the order of the second."""
    view = told.view_of.get(one)
    if view is None or told.view_of.get(other) is not view:
        return []
    scores: dict[tuple[int, int], float] = {}
    before, after = told.of(one), told.of(other)
    for j, later in enumerate(after):
        for i, earlier in enumerate(before):
            score = _alike(earlier, later, view)
            if score >= ALIGNED:
                scores[i, j] = score
    best_of: dict[int, tuple[float, int]] = {}
    for (i, j), score in sorted(scores.items()):
        best_of[i] = max(best_of.get(i, (0.0, 0)), (score, -j))
    pairs = []
    for j in range(len(after)):
        found = max(((scores[i, j], -i) for i in best_of if (i, j) in scores), default=None)
        if found is not None and best_of[-found[1]] == (found[0], -j):
            pairs.append((before[-found[1]], after[j]))
    return pairs


def _alike(earlier: Told, later: Told, view: StoryView) -> float:
    a, b = earlier.telling, later.telling
    if len(a.terms & b.terms) < 3:
        return 0.0
    pair = compare(a, b, view)
    if min(pair.cover_a, pair.cover_b) < EACH_WAY and pair.score < QUOTE:
        return 0.0
    return 0.0 if pair.clash in ("polarity", "agent", "action", "speaker") else pair.score


def find_headline_retellings(told: Tellings, setting: Setting) -> list[Retelling]:
    """What a report's own headline makes of its body."""
    found: dict[str, Retelling] = {}
    for report in sorted(setting.reports):
        tellings = told.of(report)
        view = told.view_of.get(report)
        for headline in (t for t in tellings if t.statement.headline):
            body = [t for t in tellings if not t.statement.headline]
            if view is None or not body:
                continue
            altered = widened(headline, body, told.parts, setting)
            if altered is not None:
                retelling = retell(altered, None, "the headline against its own body")
                found[retelling.id] = retelling
            score, at = max((_alike(t, headline, view), -n) for n, t in enumerate(body))
            if score < ALIGNED:
                continue
            for altered in find_changes(body[-at], headline):
                if altered.change in _HEADLINE:
                    retelling = retell(altered, None, "the headline against its own body")
                    found[retelling.id] = retelling
    return list(found.values())


def retell(altered: Altered, edge: tuple[str, str] | None, how: str) -> Retelling:
    """A change as a retelling between the sources at the ends of an edge."""
    return Retelling(
        id=identify("t", altered.change, place_key(altered.from_), place_key(altered.to)),
        from_=altered.from_,
        to=altered.to,
        edge=edge,
        change=altered.change,
        direction=altered.direction,
        because=(altered.because, how),
    )
