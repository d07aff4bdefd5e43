"""How a difference is put together from deeds and tellings, the same way for every kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from stemma.claims.view import Deed, Setting, Telling
from stemma.claims.words import clip, identify, place_key
from stemma.model.claim import Difference, DifferenceKind, Variant, Verdict
from stemma.model.span import Place, Span


def variant(value: str, standing: Iterable[tuple[Place, str]]) -> Variant:
    """A reading from the places where it stands and the statements that carry them."""
    by_place = {place_key(place): (place, statement) for place, statement in standing}
    ordered = [by_place[key] for key in sorted(by_place)]
    return Variant(
        value=clip(value),
        places=tuple(place for place, _ in ordered),
        statements=tuple(dict.fromkeys(s for _, s in ordered if s)),
    )


def differ(
    kind: DifferenceKind,
    about: str,
    readings: list[Variant],
    verdict: Verdict,
    notes: tuple[tuple[str, ...], tuple[str, ...]],
) -> Difference:
    """A difference; `notes` are the questions that could reconcile it, and the reasons for it."""
    questions, because = notes
    keys = [place_key(place) for reading in readings for place in reading.places]
    return Difference(
        id=identify("d", kind, *keys),
        kind=kind,
        about=clip(about, 120),
        readings=tuple(readings),
        verdict=verdict,
        reconcilable=questions,
        because=because,
    )


def gather(found: list[Difference]) -> list[Difference]:
    """The differences in order, those about one thing as one: less what an earlier one has whole.

    Two of one kind and verdict that have a place in common are about one thing.
    """
    kept: list[Difference] = []
    for difference in found:
        alike = [k for k in kept if k.kind == difference.kind and share(k, difference)]
        if any(_holds(other, difference) for other in alike):
            continue
        same = next((k for k in alike if k.verdict == difference.verdict), None)
        if same is None:
            kept.append(difference)
        else:
            kept[kept.index(same)] = _join(same, difference)
    return kept


def _spans(difference: Difference) -> list[Span]:
    return [span for r in difference.readings for place in r.places for span in place]


def share(one: Difference, other: Difference) -> bool:
    """Whether two differences have a place in common."""
    beside: dict[str, list[Span]] = defaultdict(list)
    for span in _spans(other):
        beside[span.report].append(span)
    return any(a.meets(b) for a in _spans(one) for b in beside.get(a.report, ()))


def _holds(one: Difference, other: Difference) -> bool:
    known = _spans(one)
    return all(any(span.meets(k) for k in known) for span in _spans(other))


def _join(one: Difference, other: Difference) -> Difference:
    """Two differences as one, the readings of one value together."""
    by_value: dict[str, list[Variant]] = {}
    for reading in (*one.readings, *other.readings):
        by_value.setdefault(reading.value, []).append(reading)
    return differ(
        one.kind,
        one.about,
        [_union(readings) for readings in by_value.values()],
        one.verdict,
        (
            tuple(dict.fromkeys((*one.reconcilable, *other.reconcilable))),
            tuple(dict.fromkeys((*one.because, *other.because))),
        ),
    )


def _union(readings: list[Variant]) -> Variant:
    places = {place_key(place): place for r in readings for place in r.places}
    return Variant(
        value=readings[0].value,
        places=tuple(places[key] for key in sorted(places)),
        statements=tuple(dict.fromkeys(s for r in readings for s in r.statements)),
    )


def deed_span(deed: Deed, setting: Setting) -> Span:
    """Agent, action and target as they stand, with what is between, where that is short."""
    action = deed.action
    near = (action.words, action.agent, action.target)
    parts = [p for p in near if p is not None and p.report == action.words.report]
    start, end = min(p.start for p in parts), max(p.end for p in parts)
    report = setting.reports[action.words.report]
    if end - start > 160 or "\n" in report.text[start:end]:
        last = action.target if action.target is not None else action.words
        start, end = action.words.start, max(action.words.end, last.end)
        if end - start > 160 or last.start < action.words.start:
            return action.words
    return report.span(start, end)


def label(deed: Deed, setting: Setting) -> str:
    """What was done, in a report's own words, on one line."""
    text = deed_span(deed, setting).exact
    if any(text.count(left) != text.count(right) for left, right in ("()", "[]", "“”")):
        near = (deed.action.words, deed.action.target, deed.action.agent)
        parts = sorted(span for span in near if span is not None)
        text = " … ".join(span.exact for span in parts)
    return clip(text)


def places_of(tellings: Iterable[Telling]) -> list[tuple[Place, str]]:
    """The content of each telling with its id, as `variant` takes them."""
    return [(t.statement.content, t.statement.id) for t in tellings]


def outlet_name(report: str, setting: Setting) -> str:
    """What to call a report in a reason: its outlet, or else its file."""
    return setting.reports[report].outlet or setting.reports[report].file


def unite(size: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The groups of two or more that the links join, each sorted, in order of their first."""
    parent = list(range(size))

    def find(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for a, b in links:
        one, other = sorted((find(a), find(b)))
        parent[other] = one
    groups: dict[int, list[int]] = {}
    for n in range(size):
        groups.setdefault(find(n), []).append(n)
    return [group for group in groups.values() if len(group) > 1]
