"""Lines for whoever stands at a terminal: nothing in them can act on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from stemma.dossier.plain import for_terminal
from stemma.model.report import Rejection

_LINE, _REJECTED = 600, 20


def short(line: str) -> str:
    """`line` as a terminal may have it, at a length that somebody reads."""
    kept = for_terminal(line)
    return kept if len(kept) <= _LINE else f"{kept[:_LINE]}…"


def tally(found: Mapping[str, int], order: Iterable[str]) -> str:
    """How many there are of each sort, in brackets; nothing where there is none."""
    told = ", ".join(f"{sort} {found[sort]}" for sort in order if found.get(sort))
    return f" ({told})" if told else ""


def rejection_lines(rejections: tuple[Rejection, ...]) -> Iterator[str]:
    """The inputs that gave no report, with the reason; many of them are counted."""
    for item in rejections[:_REJECTED]:
        yield short(f"{item.file}: {item.reason}: {item.detail}")
    if len(rejections) > _REJECTED:
        yield f"and {len(rejections) - _REJECTED} more"
