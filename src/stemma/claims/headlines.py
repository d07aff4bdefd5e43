"""What a headline makes of a body: its own, or that of the report it was made from."""

from __future__ import annotations

from stemma.claims.build import deed_span
from stemma.claims.changes import Altered, Told
from stemma.claims.dates import kin
from stemma.claims.same import agents_differ
from stemma.claims.scopes import narrower
from stemma.claims.view import Deed, Setting


def widened(
    headline: Told, body: list[Told], parts: dict[str, frozenset[str]], setting: Setting
) -> Altered | None:
    """The headline's target is the whole of what the body, throughout, tells of a part."""
    deeds = [deed for told in body for deed in told.telling.deeds]
    for wide in headline.telling.deeds:
        if wide.action.polarity == "negated" or not wide.target.core:
            continue
        alike = [d for d in deeds if _one_action(d, wide)]
        if any(_told_as_wide(deed, wide) for deed in alike):
            continue
        for narrow in alike:
            if narrower(narrow, wide, parts):
                return Altered(
                    change="scope",
                    direction="stronger",
                    from_=(deed_span(narrow, setting),),
                    to=(deed_span(wide, setting),),
                    because=f"“{narrow.target.core}” has become “{wide.target.core}”",
                )
    return None


def _one_action(deed: Deed, wide: Deed) -> bool:
    if kin(deed.family) != kin(wide.family) or deed.action.polarity == "negated":
        return False
    return not agents_differ(deed, wide)


def _told_as_wide(deed: Deed, wide: Deed) -> bool:
    return bool(deed.target.stems) and deed.target.stems == wide.target.stems
