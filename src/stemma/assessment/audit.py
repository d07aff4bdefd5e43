"""The audit of stated likelihoods: what cannot hold, what hardly does, what is not said.

Only one holder's likelihoods as of one day are held against each other: two people may differ,
and one may change their mind. Nothing here is corrected and no number is made: each entry shows
the arithmetic, and says under which reading it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from stemma.assessment.audit_horizons import Events, front_loaded, name, related, sure_losses
from stemma.assessment.audit_labels import label_entries
from stemma.model.assessment import AuditEntry, Likelihood
from stemma.model.claim import Event
from stemma.model.span import words_of

_CONDITION = re.compile(r"\b(?:if|unless|provided|assuming|should|once|in case)\b", re.IGNORECASE)
_RANK = re.compile(r"\b(?:most|least)\b", re.IGNORECASE)


def audit(likelihoods: Sequence[Likelihood], events: Sequence[Event]) -> tuple[AuditEntry, ...]:
    """What the stated likelihoods of each holder come to together, holder by holder.

    Conditional likelihoods are not held against others: their condition is part of the event.
    """
    known = {event.id: event for event in events}
    entries: list[AuditEntry] = []
    for members in _sets(likelihoods):
        numeric = [m for m in members if m.low is not None or m.high is not None]
        free = [m for m in numeric if not _CONDITION.search(m.words.exact)]
        losses = sure_losses(free, known)
        lost = frozenset(id_ for entry in losses for id_ in entry.likelihoods)
        entries += losses
        entries += front_loaded(free, known, lost)
        entries += label_entries(numeric)
        if numeric:
            entries += _missing(members, numeric, known)
        entries += _drift(free, known)
    return tuple(entries)


def _sets(likelihoods: Sequence[Likelihood]) -> Iterable[list[Likelihood]]:
    """One holder's likelihoods of one day, or of one report where the day is not known."""
    sets: dict[tuple[str, str], list[Likelihood]] = {}
    for member in likelihoods:
        holder = member.actor or words_of(member.holder) or f"author of {member.author_of}"
        day = member.as_of.start if member.as_of.kind == "day" else None
        sets.setdefault((holder, str(day or member.words.report)), []).append(member)
    return sets.values()


def _missing(
    members: Sequence[Likelihood], numeric: Sequence[Likelihood], events: Events
) -> list[AuditEntry]:
    """What is not stated: cells of the table event × horizon, horizons, scopes, the day."""
    entries = [*_cells(numeric, events), *_unscoped(numeric, events)]
    open_ended = [m for m in members if not m.horizon.known and not _is_rank(m)]
    if open_ended:
        reasons = dict.fromkeys(f"{name(m)}: {m.horizon.resolved}." for m in open_ended)
        what = f"{_count(len(open_ended), 'likelihood')} without a dated horizon."
        entries.append(_entry("missing", open_ended, what, reasons))
    undated = [m for m in members if not m.as_of.known]
    if undated:
        what = f"The day as of which {_count(len(undated), 'likelihood')} hold is not stated."
        entries.append(
            _entry("missing", undated, what, dict.fromkeys(m.as_of.resolved for m in undated))
        )
    return entries


def _cells(numeric: Sequence[Likelihood], events: Events) -> list[AuditEntry]:
    dated = [m for m in numeric if m.horizon.known]
    rows = list(dict.fromkeys(m.event for m in dated))
    columns = list(dict.fromkeys((m.horizon.start, m.horizon.end) for m in dated))
    stated = {(m.event, (m.horizon.start, m.horizon.end)) for m in dated}
    if len(rows) < 2 or len(columns) < 2:
        return []
    empty = [
        f"“{events[row].label}” {_window(column)}: not stated."
        for row in rows
        for column in columns
        if (row, column) not in stated
    ]
    what = (
        f"{len(rows)} events and {len(columns)} horizons make {len(rows) * len(columns)} cells; "
        f"{len(stated)} are stated."
    )
    return [_entry("missing", dated, what, empty)] if empty else []


def _window(column: tuple[object, object]) -> str:
    start, end = column
    return f"by {end}" if start is None else f"from {start} to {end or 'an open end'}"


def _unscoped(numeric: Sequence[Likelihood], events: Events) -> list[AuditEntry]:
    """An event without a scope beside one of the same deed that has one."""
    entries = []
    for member in numeric:
        event = events[member.event]
        scoped = [
            other
            for other in numeric
            if other.event != member.event
            and events[other.event].scopes
            and related(event, events[other.event])
        ]
        if event.scopes or not scoped:
            continue
        others = [f"{name(o)} says {_quoted(events[o.event].scopes)}." for o in scoped]
        what = f"{name(member)} does not say which scope of “{event.label}” it is about."
        readings = "It may be about any scope, or about the one stated elsewhere: both stay open."
        entries.append(_entry("missing", [member, *scoped], what, [*others, readings]))
    return entries


def _drift(free: Sequence[Likelihood], events: Events) -> list[AuditEntry]:
    """Several horizons, each about another event: no line can be drawn through them."""
    dated = [m for m in free if m.horizon.known]
    windows = {(m.horizon.start, m.horizon.end) for m in dated}
    first: dict[str, Likelihood] = {}
    for member in dated:
        first.setdefault(member.event, member)
    if len(windows) < 2 or len(first) < 2:
        return []
    lines = [
        f"{name(m)} is about “{events[m.event].label}”{_scoped(events[m.event])}, "
        f"{_window((m.horizon.start, m.horizon.end))}."
        for m in dated
    ]
    what = (
        f"{_count(len(dated), 'line')} with {len(windows)} horizons are about {len(first)} events "
        "in their own words: they cannot be read as one rising or falling line."
    )
    return [_entry("note", dated, what, lines)]


def _scoped(event: Event) -> str:
    return f" (scope: {_quoted(event.scopes)})" if event.scopes else " (no scope stated)"


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def _is_rank(member: Likelihood) -> bool:
    return bool(member.low is None and member.high is None and _RANK.search(member.verbal or ""))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _entry(
    level: str, members: Sequence[Likelihood], what: str, because: Iterable[str]
) -> AuditEntry:
    return AuditEntry(
        level="note" if level == "note" else "missing",
        likelihoods=tuple(dict.fromkeys(m.id for m in members)),
        what=what,
        because=tuple(because),
    )
