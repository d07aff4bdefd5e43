"""Numbers over nested horizons: sure loss, and hazards that fall where the words say they rise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import permutations

from stemma.assessment.coherence import (
    certify,
    conflict,
    extend,
    nested_atoms,
    over_years,
    rate_after,
    yearly_rate,
)
from stemma.assessment.likelihoods import stems
from stemma.model.assessment import AuditEntry, Likelihood
from stemma.model.claim import Event

Events = dict[str, Event]

_MOST = 10  # likelihoods of one event that are held against each other
_YEAR = 365.25
_LEAST_YEARS = 0.5  # a rest of a horizon too short to speak of a yearly rate
_CLEARLY = 0.999


def name(likelihood: Likelihood) -> str:
    """A likelihood in its own words, shortened, in quotation marks."""
    words = " ".join(likelihood.words.exact.split())
    return f"“{words if len(words) <= 90 else words[:89] + '…'}”"


def share(value: float) -> str:
    """A probability as a percentage with one decimal, without a needless zero."""
    return f"{100 * value:.1f}".removesuffix(".0") + "%"


def span_of(low: float, high: float) -> str:
    """An interval of probabilities as percentages."""
    return share(low) if low == high else f"{share(low)} to {share(high)}"


def is_within(inner: Likelihood, outer: Likelihood) -> bool:
    """Whether what happens within one horizon happens within the other; both must be known."""
    a, b = inner.horizon, outer.horizon
    if a.end is None or b.end is None or a.end > b.end:
        return False
    return b.start is None or (a.start is not None and a.start >= b.start)


def sure_losses(members: Sequence[Likelihood], events: Events) -> list[AuditEntry]:
    """Likelihoods of one event, in the same words, that no distribution can hold together."""
    entries: list[AuditEntry] = []
    for event in dict.fromkeys(member.event for member in members):
        dated = [m for m in members if m.event == event and m.horizon.end is not None][:_MOST]
        pairs = _nested(dated)
        atoms, bounds = nested_atoms(len(dated), pairs), [_bounds(m) for m in dated]
        lost = conflict(atoms, bounds) if pairs else ()
        if lost:
            kept = [bounds[k] for k in lost]
            certificate = certify(atoms[list(lost)], kept)
            chosen = [dated[k] for k in lost]
            entries.append(_loss(chosen, certificate.stakes, certificate.loss, events[event]))
    return entries


def _nested(members: Sequence[Likelihood]) -> list[tuple[int, int]]:
    return [
        (a, b) for a, b in permutations(range(len(members)), 2) if is_within(members[a], members[b])
    ]


def _bounds(member: Likelihood) -> tuple[float, float]:
    return (member.low or 0.0, 1.0 if member.high is None else member.high)


def _loss(
    members: Sequence[Likelihood], stakes: Sequence[float], loss: float, event: Event
) -> AuditEntry:
    bets = []
    for member, stake in zip(members, stakes, strict=True):
        price = _bounds(member)[1] if stake > 0 else _bounds(member)[0]
        verb = "buys" if stake > 0 else "sells"
        bets.append(f"{verb} a bet of {abs(stake):.3g} on {name(member)} at {price:g}")
    nested = [
        f"What happens {_when(members[a])} also happens {_when(members[b])}, so "
        f"{span_of(*_bounds(members[a]))} and {span_of(*_bounds(members[b]))} cannot both hold."
        for a, b in _nested(members)
        if _bounds(members[a])[0] > _bounds(members[b])[1]
    ]
    return AuditEntry(
        level="sure-loss",
        likelihoods=tuple(member.id for member in members),
        what=f"No distribution fits {' and '.join(name(m) for m in members)}.",
        because=(
            f"Both are about one event in the same words: “{event.label}”.",
            *nested,
            f"Whoever {' and '.join(bets)} gains at least {loss:.4g} whatever happens.",
        ),
    )


def _when(member: Likelihood) -> str:
    horizon = member.horizon
    if horizon.start is None or horizon.kind == "day":
        return f"by {horizon.end}"
    return f"from {horizon.start} to {horizon.end}"


def front_loaded(
    members: Sequence[Likelihood], events: Events, lost: frozenset[str]
) -> list[AuditEntry]:
    """Pairs whose longer horizon leaves less for later, a year, than the shorter states.

    Held only against a stated model, a yearly rate that does not fall, and only under a stated
    reading: that both are about one event, or, where the words leave it open, if they are.
    """
    entries: list[AuditEntry] = []
    for short, long in permutations(members, 2):
        if {short.id, long.id} <= lost or not is_within(short, long) or is_within(long, short):
            continue
        same = short.event == long.event
        if not same and not related(events[short.event], events[long.event]):
            continue
        entry = _front_loaded(short, long, events, same)
        if entry is not None:
            entries.append(entry)
    return entries


def related(first: Event, second: Event) -> bool:
    """Whether two events may be one, told apart by scope alone.

    So it is where all that one says of its deed the other says too, and more. Words with a capital
    are names and are passed over, since the same is often named in two ways.
    """
    plain = (_uncapitalised(first), _uncapitalised(second))
    if not all(plain) or not (plain[0] <= plain[1] or plain[1] <= plain[0]):
        return False
    shared = plain[0] & plain[1]
    return bool(shared - stems(" ".join((*first.scopes, *second.scopes))))


def _uncapitalised(event: Event) -> frozenset[str]:
    return stems(" ".join(word for word in event.label.split() if not word[:1].isupper()))


def _front_loaded(
    short: Likelihood, long: Likelihood, events: Events, same: bool
) -> AuditEntry | None:
    years = _years(short, long)
    if years is None or short.low is None or long.high is None:
        return None
    before = yearly_rate(short.low, years[0])
    after = rate_after(short.low, long.high, years[1])
    if after >= before * _CLEARLY:
        return None
    reading = _reading(short, long, events, same)
    other = "If they are two events, nothing follows from one for the other."
    return AuditEntry(
        level="implausible",
        likelihoods=(short.id, long.id),
        what=(
            f"{reading}, the yearly risk would fall after {short.horizon.end}: at best from "
            f"{share(before)} to {share(after)}."
        ),
        because=(
            (
                f"{reading}, what happens {_when(short)} is part of what happens {_when(long)}, "
                f"and {_left(short, long)}."
            ),
            *_arithmetic(short, long, years),
            *(() if same else (other,)),
        ),
    )


def _arithmetic(short: Likelihood, long: Likelihood, years: tuple[float, float]) -> tuple[str, str]:
    (low, high), (least, most) = _bounds(short), _bounds(long)
    first, later = years
    whole = first + later
    rates = (yearly_rate(low, first), yearly_rate(high, first))
    kindest = (
        f"Kindest to both, at {share(low)} in {name(short)} and {share(most)} in {name(long)}: "
        f"1 − ((1 − {most:g}) / (1 − {low:g}))^(1/{later:.3g}) = "
        f"{share(rate_after(low, most, later))} a year, against {share(rates[0])} before."
    )
    constant = (
        f"At one constant yearly rate {span_of(low, high)} would come to "
        f"{span_of(over_years(rates[0], whole), over_years(rates[1], whole))} by "
        f"{long.horizon.end}; {span_of(least, most)} by then is "
        f"{span_of(yearly_rate(least, whole), yearly_rate(most, whole))} a year."
    )
    return kindest, constant


def _reading(short: Likelihood, long: Likelihood, events: Events, same: bool) -> str:
    if same:
        return "Both are about one event in the same words"
    a, b = events[short.event], events[long.event]
    return f"If “{a.label}” and “{b.label}” are one event"


def _left(short: Likelihood, long: Likelihood) -> str:
    """What the two leave for the time between their ends, by natural extension."""
    atoms = nested_atoms(2, [(0, 1)])
    found = extend(atoms, [_bounds(short), _bounds(long)], list(atoms[1] - atoms[0]))
    if found is None:
        return f"{span_of(*_bounds(short))} and {span_of(*_bounds(long))} cannot both hold"
    return f"{span_of(*(max(0.0, end) for end in found))} is left for the time after the first"


def _years(short: Likelihood, long: Likelihood) -> tuple[float, float] | None:
    """Years up to the end of the shorter horizon, and from there to the end of the longer."""
    start = short.horizon.start or _day(short)
    first_end, last_end = short.horizon.end, long.horizon.end
    if start is None or first_end is None or last_end is None or first_end <= start:
        return None
    first = round(((first_end - start).days + 1) / _YEAR, 2)
    later = round((last_end - first_end).days / _YEAR, 2)
    return (first, later) if min(first, later) >= _LEAST_YEARS else None


def _day(member: Likelihood) -> date | None:
    return member.as_of.start if member.as_of.kind == "day" else None
