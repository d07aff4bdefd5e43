"""Family trees of any size, about invented outlets: copies of agencies, quotations, updates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

import msgspec

from stemma.model.document import Document
from stemma.model.lineage import DerivationKind

Edge = tuple[str, str, DerivationKind]
"""From, to and kind; a report is "h" and its place, a source that is not held "w" and its place."""

_FIRST = "Northern Harbour Vale Upper Lower Quarry Meadow Ember Lantern Saltmarsh".split()
_LAST = "Courier Gazette Tribune Ledger Evening-Post Observer Chronicle Wire".split()
_NAMES = (
    "ministry statement",
    "police report",
    "Radio Vale",
    "leaked draft of the harbour plan",
    "interview with the mayor of Lower Quarry",
    "union leaflet",
    "Ember News Agency",
    "court filing",
)
_EMPTY = (
    "rejections actors statements claims differences retellings events timeline likelihoods "
    "audit options positions statuses decisions findings limits compared relevant"
).split()
_UNKNOWN = {"kind": "unknown", "resolved": "unknown because no date is given"}


def outlet(number: int) -> str:
    """The name of an invented outlet, of which there are 80."""
    return f"{_FIRST[number % 10]} {_LAST[number // 10]}"


def tree(
    reports: Sequence[tuple[int, int | None]],
    wanted: int,
    edges: Sequence[Edge],
    stories: Sequence[Sequence[int]],
) -> Document:
    """A document with these edges: of a report is given the outlet, and the day if it has one."""
    plain = {
        "stemma": {"version": "0", "models": {}},
        "question": None,
        "assessment": None,
        "reports": [_report(n, place, day) for n, (place, day) in enumerate(reports)],
        "sources": [
            *(
                {"id": f"h{n}", "name": outlet(r[0]), "held": f"r{n}"}
                for n, r in enumerate(reports)
            ),
            *({"id": f"w{n}", "name": _wanted(n)} for n in range(wanted)),
        ],
        "lineage": {
            "edges": [_edge(*edge) for edge in edges],
            "stories": [_story(n, story) for n, story in enumerate(stories)],
        },
        **{name: [] for name in _EMPTY},
    }
    return msgspec.convert(plain, Document)


def family(reports: int, edges: int, wanted: int, stories: int = 1) -> Document:
    """A document of so many reports, edges, sources not held and stories; always the same."""
    chance = Random(reports * 1000 + edges)  # noqa: S311 (no secret)
    parts = [range(n, reports, stories) for n in range(stories)]
    days = max(2, min(16, reports // 4))
    made: list[tuple[int, int | None]] = []
    for n in range(reports):
        place = chance.randrange(min(80, max(4, reports * 2 // 3)))
        day = min(days, n * days // reports) ** 2 // 6
        made.append((7 if reports > 20 and n % 11 == 0 else place, None if n % 37 == 36 else day))
    return tree(made, wanted, _edges(parts, edges, wanted, chance), parts)


def _report(number: int, place: int, day: int | None) -> dict[str, object]:
    title = f"The harbour plan, part {number}"
    on = str(date(2031, 3, 1) + timedelta(days=day)) if day is not None else None
    known = {"kind": "day", "start": on, "end": on, "resolved": "as written"}
    return {
        "id": f"r{number}",
        "file": f"{number}.txt",
        "sha256": f"{number:064x}",
        "outlet": outlet(place),
        "title": title,
        "published": known if on else _UNKNOWN,
        "language": "en",
        "genre": "news",
        "text": f"{title}\n\nThe council met.",
    }


def _wanted(number: int) -> str:
    name = _NAMES[number % len(_NAMES)]
    return name if number < len(_NAMES) else f"{name} {number}"


def _edge(from_: str, to: str, kind: DerivationKind) -> dict[str, object]:
    because = [f"an invented reason for {from_} and {to}"]
    directed = kind != "same-event"
    return {"from": from_, "to": to, "kind": kind, "directed": directed, "because": because}


def _story(number: int, reports: Sequence[int]) -> dict[str, object]:
    own = [f"r{n}" for n in reports]
    return {"id": f"s{number}", "title": f"Part {number}", "reports": own, "when": _UNKNOWN}


def _edges(parts: list[range], edges: int, wanted: int, chance: Random) -> list[Edge]:
    """Sources that are not held feed few reports; of each eleven most rest on the first."""
    found: dict[tuple[str, str], DerivationKind] = {}
    for n in range(wanted):
        part = parts[n % len(parts)]
        for _ in range(chance.choice((1, 1, 1, 1, 2, 4))):
            to = part[chance.randrange(len(part)) // 4 * 4]
            kind: DerivationKind = chance.choice(("credits", "quotes", "credits", "translation"))
            if n == len(found) or len(found) < max(wanted, edges // 2):
                found[f"w{n}", f"h{to}"] = kind
    for _ in range(20 * edges):
        if len(found) >= edges:
            break
        part = parts[chance.randrange(len(parts))]
        place = chance.randrange(1, len(part))
        from_, to = part[(place - 1) // 11 * 11], part[place]
        kind = "verbatim" if place // 11 % 3 != 1 else "quotes"
        if chance.random() < 0.3:
            kind = chance.choice(("edited", "update", "paraphrase"))
        if chance.random() < 0.05:
            from_, kind = part[chance.randrange(place)], "same-event"
        found.setdefault((f"h{from_}", f"h{to}"), kind)
    return [(from_, to, kind) for (from_, to), kind in found.items()]
