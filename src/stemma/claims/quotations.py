"""What a later quotation leaves out of what was denied."""

from __future__ import annotations

from stemma.claims.view import Telling
from stemma.claims.words import clip


def denial_cut(earlier: Telling, later: Telling) -> str | None:
    """A denial that the later quotation leaves out while it keeps the like action affirmed."""
    kept = {d.family for d in later.deeds if d.action.polarity == "affirmed"}
    if any(d.action.polarity == "negated" for d in later.deeds):
        return None
    for deed in earlier.deeds:
        target = deed.action.target
        if deed.action.polarity == "negated" and deed.family in kept and target is not None:
            return clip(f"{deed.action.words.exact} {target.exact}")
    return None
