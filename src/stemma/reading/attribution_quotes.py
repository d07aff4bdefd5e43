"""Quotations joined to the attributions they belong to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stemma.reading.attribution_spans import SUBJECTS, is_gap, phrase
from stemma.reading.cues import Cue
from stemma.reading.quotes_cue import Passage, cue_beside

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from stemma.reading.quotes import Quoted

SAYING = frozenset({"clause", "inserted", "rest", "quoted"})
_FRAGMENT = 6  # words from which on a quotation without a verb may be speech
_ENDINGS = frozenset({",", ".", "?", "!", "…", "...", "—", "-", "--"})


@dataclass(slots=True)
class Draft:
    """An attribution in the making; positions are token indices.

    A `free` one has no cue of its own: it carries on the one whose cue it names.
    """

    cue: Cue
    content: set[int]
    source: set[int] = field(default_factory=set)
    free: bool = False


def passages(doc: Doc, quotes: list[Quoted]) -> list[Passage]:
    """The quoted passages as token runs."""
    found = []
    for q in quotes:
        span = doc.char_span(q.start, q.end, alignment_mode="expand")
        if span is not None and len(span) > 1:
            start, end = span.start, span.end
            found.append(Passage(start, end, q.closed, _spoken(doc, start, end)))
    return found


def _spoken(doc: Doc, start: int, end: int) -> bool:
    inner = [t for t in doc[start + 1 : end] if t.pos_ != "SPACE" and not t.is_quote]
    words = [t for t in inner if not t.is_punct]
    if not words:
        return False
    clause = any(
        t.pos_ in ("VERB", "AUX") and any(c.dep_ in SUBJECTS for c in t.children) for t in words
    )
    title = len(words) <= 8 and all(t.text[0].isupper() for t in words if len(t) > 3)
    opens = doc[start].is_sent_start is True
    led = opens or (start > 0 and doc[start - 1].text in (",", ":"))
    if inner[-1].text in _ENDINGS and (opens or not title):
        return led or clause or len(words) >= _FRAGMENT
    return clause and len(words) >= 4 and not title


def join(doc: Doc, drafts: list[Draft], quoted: list[Passage]) -> list[Draft]:
    """The drafts with whole quotations as content, and new ones where no verb governs one."""
    heads = {d.cue.head: d for d in drafts}
    reaching: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for i in draft.content:
            reaching[i].append(draft)
    owner: dict[int, Draft] = {}
    for k, passage in enumerate(quoted):
        found = _governing(reaching, passage)
        cue = cue_beside(doc, passage) if found is None and passage.spoken else None
        if cue is not None:
            found = heads.setdefault(cue.head, Draft(cue, set()))
        if found is not None:
            owner[k] = found
            _give(passage, found)
    _continue(doc, quoted, owner)
    return [*heads.values(), *_free(doc, heads, quoted, owner)]


def _governing(reaching: dict[int, list[Draft]], passage: Passage) -> Draft | None:
    """The widest draft whose content reaches into the passage from a cue outside it."""
    inner = range(passage.start + 1, passage.end - 1)
    found = {id(d): d for i in inner for d in reaching.get(i, ())}
    outside = [
        d
        for d in found.values()
        if not passage.start <= d.cue.head < passage.end
        and not any(passage.start <= i < passage.end for i in d.source)
    ]
    return max(outside, key=lambda d: (len(d.content), -d.cue.head), default=None)


def _continue(doc: Doc, quoted: list[Passage], owner: dict[int, Draft]) -> None:
    """Give spoken passages without a cue to the neighbour that they carry on."""
    for k in range(len(quoted) - 2, -1, -1):
        gap = doc[quoted[k].end : quoted[k + 1].start]
        onward = all(t.is_space for t in gap) and sum(is_gap(t) for t in gap) <= 1
        if k not in owner and not quoted[k].closed and k + 1 in owner and onward:
            _give(quoted[k], owner[k + 1])
            owner[k] = owner[k + 1]
    for k in range(1, len(quoted)):
        before = owner.get(k - 1)
        if k in owner or before is None or not quoted[k].spoken:
            continue
        if _carries_on(doc, quoted[k - 1], before, quoted[k]):
            _give(quoted[k], before)
            owner[k] = before


def _give(passage: Passage, draft: Draft) -> None:
    draft.content |= set(range(passage.start, passage.end))


def _carries_on(doc: Doc, earlier: Passage, draft: Draft, passage: Passage) -> bool:
    """Whether nothing but the earlier passage's own cue stands between the two."""
    between = [t for t in doc[earlier.end : passage.start] if t.pos_ != "SPACE"]
    breaks = sum(is_gap(t) for t in doc[earlier.end : passage.start])
    own = set(range(*draft.cue.words)) | draft.source
    if draft.cue.source is not None:
        own |= phrase(doc[draft.cue.source])
    sentence = doc[draft.cue.head].sent
    loose = [t for t in between if t.i not in own and not t.is_punct]
    return breaks <= 1 and all(sentence.start <= t.i < sentence.end for t in loose)


def _free(
    doc: Doc, heads: dict[int, Draft], quoted: list[Passage], owner: dict[int, Draft]
) -> list[Draft]:
    """Spoken passages right behind a sentence that says what the same source said."""
    found = []
    for k, passage in enumerate(quoted):
        if k in owner or not passage.spoken or not doc[passage.start].is_sent_start:
            continue
        before = passage.start - 1
        if (
            before < 0
            or is_gap(doc[before])
            or any(passage.start <= h < passage.end for h in heads)
        ):
            continue
        sentence = doc[before].sent
        said = [heads[t.i] for t in sentence if t.i in heads and heads[t.i].cue.frame in SAYING]
        said += [heads[t.i] for t in sentence if t.i in heads and _says_a_thing(heads[t.i].cue)]
        named = [d for d in said if d.cue.source is not None]
        if named:
            content = set(range(passage.start, passage.end))
            found.append(Draft(named[0].cue, content, set(named[0].source), free=True))
    return found


def _says_a_thing(cue: Cue) -> bool:
    """Whether a cue only tells that something was said ("then she added this")."""
    return cue.frame == "obj" and cue.key in ("say", "add", "reply", "repeat", "warn")
