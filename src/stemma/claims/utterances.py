"""A direct quotation held against another report's paraphrase of the same conditional words.

Two tellings of one utterance come from one mouth: the quotation is nearer to it, whichever
report is older, so it stands as the earlier of the two.
"""

from __future__ import annotations

from stemma.claims.changes import find_changes
from stemma.claims.retellings import retell
from stemma.claims.same import excluded
from stemma.claims.tellings import Tellings
from stemma.claims.view import Setting, StoryView, Telling
from stemma.claims.words import content_stems
from stemma.model.claim import Retelling

MOST = 200
SHARED = 2


def find_utterances(told: Tellings, views: list[StoryView], setting: Setting) -> list[Retelling]:
    """Conditions that a paraphrase drops from what another report quotes."""
    found: dict[str, Retelling] = {}
    for view in views:
        stated = [t for t in view.tellings if t.statement.conditions and t.speakers][:MOST]
        for quoted in (t for t in stated if t.statement.quote == "direct"):
            for retold in stated:
                if not _one_utterance(quoted, retold):
                    continue
                ends = tuple(
                    source.id
                    for t in (quoted, retold)
                    if (source := setting.source_of.get(t.statement.report)) is not None
                )
                for altered in find_changes(told.one(quoted), told.one(retold)):
                    if altered.change == "condition" and len(ends) == 2:
                        how = "the quotation against another report's paraphrase of it"
                        retelling = retell(altered, (ends[0], ends[1]), how)
                        found[retelling.id] = retelling
    return list(found.values())


def _one_utterance(quoted: Telling, retold: Telling) -> bool:
    """Whether one speaker's words, conditional both times, share condition and main clause."""
    if retold.statement.quote == "direct" or quoted.statement.report == retold.statement.report:
        return False
    if not quoted.speakers & retold.speakers:
        return False
    if excluded(quoted.statement.said, retold.statement.said):
        return False
    ours, theirs = _condition(quoted), _condition(retold)
    main = (quoted.terms - ours) & (retold.terms - theirs)
    return bool(ours & theirs) and len(main) >= SHARED


def _condition(telling: Telling) -> frozenset[str]:
    spans = telling.statement.conditions
    return frozenset(stem for span in spans for stem in content_stems(span.exact))
