"""One claim, affirmed by one source and denied by another."""

from __future__ import annotations

import re

from stemma.claims.build import differ, outlet_name, places_of, variant
from stemma.claims.same import Pair
from stemma.claims.view import Setting, StoryView, Telling
from stemma.claims.words import clip
from stemma.model.claim import Difference
from stemma.model.reading import Statement
from stemma.model.span import words_of

CLOSE = 0.7
_STOP = re.compile(r"[.!?][\"”’']*\s+\S")


def find_polarity_differences(
    view: StoryView, pairs: tuple[Pair, ...], setting: Setting
) -> list[Difference]:
    """Conflicts of yes and no between statements that otherwise say the same."""
    found: dict[str, Difference] = {}
    for pair in pairs:
        if pair.clash != "polarity" or pair.score < CLOSE:
            continue
        a, b = view.tellings[pair.a], view.tellings[pair.b]
        if not _opposed(a, b):
            continue
        yes, no = (a, b) if a.statement.polarity == "affirmed" else (b, a)
        difference = _difference(yes, no, pair, (view, setting))
        found[difference.id] = difference
    return list(found.values())


def _opposed(a: Telling, b: Telling) -> bool:
    """Whether two statements exclude each other: as firm as each other, by different voices."""
    left, right = a.statement, b.statement
    if {left.polarity, right.polarity} != {"affirmed", "negated"}:
        return False
    if left.report == right.report or (a.speakers & b.speakers):
        return False
    if {left.modality, right.modality} != {"certain"} or left.conditions or right.conditions:
        return False
    if any(_several(s) or _open(s) for s in (left, right)):
        return False
    families = {d.family for d in a.deeds} & {d.family for d in b.deeds}
    return bool(families) and bool(a.actors & b.actors)


def _open(statement: Statement) -> bool:
    """Whether the words leave open if it is so ("whether …", a question)."""
    words = words_of(statement.content).casefold().split()
    return bool(words) and (words[0] in ("whether", "if") or words[-1].endswith("?"))


def _several(statement: Statement) -> bool:
    """Whether the words are several sentences: what is denied in one is not in the other."""
    return bool(_STOP.search(words_of(statement.content)))


def _difference(
    yes: Telling, no: Telling, pair: Pair, where: tuple[StoryView, Setting]
) -> Difference:
    view, setting = where
    sides = [[view.tellings[n] for n in view.forms[side.form]] for side in (yes, no)]
    return differ(
        "polarity",
        f"whether: {clip(words_of(yes.statement.content))}",
        [variant(value, places_of(told)) for value, told in zip(("yes", "no"), sides, strict=True)],
        "conflict",
        (
            ("Do both speak of the same time, and of the same thing?",),
            (
                f"affirmed by {outlet_name(yes.statement.report, setting)}",
                f"denied by {outlet_name(no.statement.report, setting)}",
                f"words in common: {', '.join(pair.shared[:8])}",
            ),
        ),
    )
