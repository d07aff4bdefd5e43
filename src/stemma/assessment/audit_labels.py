"""Words against numbers: labels that swap their order, shift their range, or leave their scale."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from stemma.assessment.audit_horizons import name, span_of
from stemma.assessment.scales import (
    MEDIAN_READINGS,
    SCALES,
    Scale,
    band_of_label,
    normal,
    rank,
    term_for,
)
from stemma.model.assessment import AuditEntry, Likelihood


def label_entries(members: Sequence[Likelihood]) -> list[AuditEntry]:
    """Labels of one holder that do not go with the holder's own numbers, or with each other."""
    labelled = [m for m in members if m.verbal and m.low is not None and m.high is not None]
    entries: list[AuditEntry] = []
    for first, second in combinations(labelled, 2):
        entries += _inversion(first, second) + _shift(first, second)
    return entries + _off_scale(labelled) + _in_no_scale(labelled)


def _inversion(first: Likelihood, second: Likelihood) -> list[AuditEntry]:
    """The weaker label stands for the higher numbers."""
    a, b = rank(first.verbal or ""), rank(second.verbal or "")
    if a is None or b is None or a[0] != b[0] or a[1] == b[1]:
        return []
    weak, strong = (first, second) if a[1] < b[1] else (second, first)
    (low, high), (least, most) = _range(weak), _range(strong)
    if not (low >= least and high >= most and (low, high) != (least, most)):
        return []
    return [
        AuditEntry(
            level="label",
            likelihoods=(weak.id, strong.id),
            what=(
                f"'{weak.verbal}' stands for {span_of(low, high)}, '{strong.verbal}' for "
                f"{span_of(least, most)}: the weaker word has the higher range."
            ),
            because=(
                f"'{weak.verbal}' says less than '{strong.verbal}'.",
                (
                    f"Lower ends: {low:g} ≥ {least:g}; upper ends: {high:g} ≥ {most:g}; "
                    f"middles: {(low + high) / 2:g} > {(least + most) / 2:g}."
                ),
                f"Stated in {name(weak)} and {name(strong)}.",
                "This holds whether or not the two are about one event.",
            ),
        )
    ]


def _shift(first: Likelihood, second: Likelihood) -> list[AuditEntry]:
    """One label stands for two ranges that share nothing."""
    if normal(first.verbal or "") != normal(second.verbal or ""):
        return []
    low, high = sorted((first, second), key=_range)
    if _range(low)[1] >= _range(high)[0]:
        return []
    return [
        AuditEntry(
            level="label",
            likelihoods=(low.id, high.id),
            what=(
                f"'{first.verbal}' stands for {span_of(*_range(low))} once and for "
                f"{span_of(*_range(high))} once."
            ),
            because=(
                f"{_range(low)[1]:g} < {_range(high)[0]:g}: the two ranges share nothing.",
                f"Stated in {name(low)} and {name(high)}.",
            ),
        )
    ]


def _off_scale(labelled: Sequence[Likelihood]) -> list[AuditEntry]:
    """A label that a published yardstick lists, for numbers outside its band there."""
    entries = []
    for member in labelled:
        outside = [line for scale in SCALES if (line := _outside(scale, member)) is not None]
        if outside:
            used = f"'{member.verbal}' is used for {span_of(*_range(member))}"
            entries.append(
                AuditEntry(
                    level="note",
                    likelihoods=(member.id,),
                    what=f"{used}, outside its band on {len(outside)} of {len(SCALES)} yardsticks.",
                    because=(*outside, *_median(member), _NOT_BOUND),
                )
            )
    return entries


_NOT_BOUND = "The report does not say that it follows any of these; its own numbers stand."


def _outside(scale: Scale, member: Likelihood) -> str | None:
    band = band_of_label(scale, member.verbal or "")
    low, high = _range(member)
    if band is None or (low < band.high and high >= band.low):
        return None
    return f"{scale.name} has '{normal(member.verbal or '')}' for {span_of(band.low, band.high)}."


def _median(member: Likelihood) -> tuple[str, ...]:
    median = MEDIAN_READINGS.get(normal(member.verbal or ""))
    if median is None:
        return ()
    return (f"The median of 5,174 readers takes it for {span_of(median, median)} (CAPphrase).",)


def _in_no_scale(labelled: Sequence[Likelihood]) -> list[AuditEntry]:
    """Labels that no yardstick lists, with what the yardsticks call their numbers."""
    loose = [
        m for m in labelled if not any(band_of_label(scale, m.verbal or "") for scale in SCALES)
    ]
    if not loose:
        return []
    names = ", ".join(dict.fromkeys(f"'{m.verbal}'" for m in loose))
    return [
        AuditEntry(
            level="note",
            likelihoods=tuple(m.id for m in loose),
            what=f"{names}: in no published yardstick, so only the stated numbers count.",
            because=(*(_called(m) for m in loose), _NOT_BOUND),
        )
    ]


def _called(member: Likelihood) -> str:
    """What the yardsticks call both ends of a stated range."""
    said = []
    for scale in SCALES:
        low, high = (term_for(scale, end) for end in _range(member))
        said.append(f"{scale.name} {low}" + ("" if low == high else f" to {high}"))
    return f"'{member.verbal}' ({span_of(*_range(member))}): {'; '.join(said)}."


def _range(member: Likelihood) -> tuple[float, float]:
    return (member.low or 0.0, 1.0 if member.high is None else member.high)
