"""Who said what: attributions found by rules over a dependency parse.

The frames follow the annotation of attribution relations as source, cue and content (Pareti;
Newell, Margolin & Ruths, LREC 2018). An attribution inside another's content is found as well;
a first person's inside her own quotation is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.reading.attribution_quotes import Draft, Passage, join, passages
from stemma.reading.attribution_spans import ranges, source_phrase
from stemma.reading.cues import Cue, verb_cues
from stemma.reading.cues_nominal import nominal_cues
from stemma.reading.lexicon import ATTRIBUTING, EVIDENTIAL_ADVERBS
from stemma.reading.quotes import find_quotes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FIRST_PERSON = frozenset({"i", "we", "you"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution. Ranges are half-open, in code points of the text that was parsed.

    `source` is empty where the text names nobody, and `unnamed` then says why. `cue` is empty
    only for a free quotation that follows on an attributed one. `content` has several ranges
    where something stands in its midst. `reportedly` is an evidential adverb at the cue.
    """

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    cue_lemma: str
    quote: str
    unnamed: str | None
    reportedly: tuple[int, int] | None


def find_attributions(doc: Doc) -> list[Attribution]:
    """All attributions in document order; within one, no two roles overlap."""
    quoted = passages(doc, find_quotes(doc.text))
    inside = {i for p in quoted for i in range(p.start, p.end)}
    drafts = [
        draft
        for token in doc
        if (draft := _draft(token)) is not None and not _own_words(doc, draft, inside)
    ]
    drafts = _without_relays(doc, drafts)
    drafts = join(doc, drafts, quoted)
    found = [a for d in drafts if (a := _finish(doc, d, quoted)) is not None]
    return sorted(found, key=lambda a: (min(_first(a)), max(e for _, e in a.content)))


def _first(found: Attribution) -> list[int]:
    return [start for start, _ in (*found.source, *found.cue, *found.content)]


def _draft(token: Token) -> Draft | None:
    """The first frame of the word that the lexicon knows."""
    if token.is_space or token.is_punct:
        return None
    verbal = token.pos_ in ("VERB", "AUX") and token.lower_ != "according"
    for cue in verb_cues(token) if verbal else nominal_cues(token):
        if cue.key in ATTRIBUTING[cue.frame] and (cue.source is not None or cue.unnamed):
            source = source_phrase(token.doc[cue.source]) if cue.source is not None else set()
            return Draft(cue, set(cue.content), source - set(range(*cue.words)))
    return None


def _own_words(doc: Doc, draft: Draft, inside: set[int]) -> bool:
    """A first or second person speaking inside a quotation attributes nothing to others."""
    source = draft.cue.source
    return draft.cue.head in inside and (source is None or doc[source].lower_ in _FIRST_PERSON)


def _without_relays(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Drop "according to X" where it only says through whom another's words came."""
    heads = {d.cue.head for d in drafts if d.cue.frame == "clause"}
    return [d for d in drafts if d.cue.frame != "adjunct" or doc[d.cue.head].head.i not in heads]


def _finish(doc: Doc, draft: Draft, quoted: list[Passage]) -> Attribution | None:
    cue_words = set(range(*draft.cue.words))
    source = draft.source
    if draft.cue.source is not None and not source:
        source = source_phrase(doc[draft.cue.source]) - cue_words
    content = draft.content - cue_words
    if draft.cue.source is not None and draft.cue.source in content:
        source = {draft.cue.source}
    source -= content - {draft.cue.source}
    content -= source
    spans = ranges(doc, content)
    cue = ranges(doc, cue_words)
    if not spans or not cue:
        return None
    named = ranges(doc, source)
    return Attribution(
        source=named,
        cue=cue,
        content=spans,
        cue_lemma=draft.cue.key,
        quote=_quotation(doc, content, quoted),
        unnamed=None if named else (draft.cue.unnamed or "unnamed"),
        reportedly=_evidential(doc, draft.cue),
    )


def _quotation(doc: Doc, content: set[int], quoted: list[Passage]) -> str:
    words = [i for i in content if not (doc[i].is_punct or doc[i].is_space)]
    inside = sum(any(p.start <= i < p.end for p in quoted) for i in words)
    if not inside:
        return "indirect"
    return "direct" if inside == len(words) else "mixed"


def _evidential(doc: Doc, cue: Cue) -> tuple[int, int] | None:
    for token in doc[max(0, cue.words[0] - 1) : cue.words[1] + 1]:
        if token.lower_ in EVIDENTIAL_ADVERBS:
            return token.idx, token.idx + len(token)
    return None
