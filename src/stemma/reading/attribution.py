"""Who said what: attributions found by rules over a dependency parse.

The frames follow the annotation of attribution relations as source, cue and content (Pareti;
Newell, Margolin & Ruths, LREC 2018). An attribution inside another's content is found as well;
a first person's inside her own quotation is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.reading.attribution_quotes import Draft, Passage, join, passages
from stemma.reading.attribution_source import can_speak, source_phrase, up_to_cue
from stemma.reading.attribution_spans import phrase, ranges, running_text
from stemma.reading.cues import Cue, verb_cues
from stemma.reading.cues_colon import colon_cues
from stemma.reading.cues_nominal import nominal_cues
from stemma.reading.lexicon import ATTRIBUTING, EVIDENTIAL_ADVERBS, NEEDS_SPEAKER
from stemma.reading.quotes import find_quotes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SAYING = frozenset({"clause", "inserted", "rest"})
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
    quoted = passages(doc, find_quotes(running_text(doc)))
    inside = {i for p in quoted for i in range(p.start, p.end)}
    drafts = [
        draft
        for token in doc
        if (draft := _draft(token)) is not None and not _own_words(doc, draft, inside)
    ]
    drafts += [Draft(c, set(c.content), _source(doc, c)) for c in colon_cues(doc)]
    drafts = _without_relays(doc, _without_doubles(doc, drafts))
    drafts = join(doc, drafts, quoted)
    found = [a for d in drafts if (a := _finish(doc, d, quoted)) is not None]
    return sorted(found, key=lambda a: (min(_first(a)), max(e for _, e in a.content)))


def _first(found: Attribution) -> list[int]:
    return [start for start, _ in (*found.source, *found.cue, *found.content)]


def _draft(token: Token) -> Draft | None:
    """The first frame of the word that the lexicon knows."""
    if token.pos_ in ("SPACE", "PUNCT"):
        return None
    verbal = token.pos_ in ("VERB", "AUX") and token.lower_ != "according"
    for cue in verb_cues(token) if verbal else nominal_cues(token):
        if cue.key in ATTRIBUTING[cue.frame] and _has_source(token.doc, cue):
            return Draft(cue, set(cue.content), _source(token.doc, cue))
    return None


def _has_source(doc: Doc, cue: Cue) -> bool:
    if cue.source is None:
        return cue.unnamed is not None
    guarded = cue.frame in ("obj", "prep", "inf") and cue.key in NEEDS_SPEAKER
    return not guarded or can_speak(doc[cue.source])


def _source(doc: Doc, cue: Cue) -> set[int]:
    if cue.source is None:
        return set()
    return up_to_cue(doc, source_phrase(doc[cue.source]), cue.words[0]) - set(range(*cue.words))


def _own_words(doc: Doc, draft: Draft, inside: set[int]) -> bool:
    """A first or second person speaking inside a quotation attributes nothing to others."""
    source = draft.cue.source
    return draft.cue.head in inside and (source is None or doc[source].lower_ in _FIRST_PERSON)


def _without_doubles(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Of "voiced" and "voiced fears of", which say one thing, only the fuller."""
    fuller = {d.cue.words[0] for d in drafts if d.cue.frame.startswith("noun")}
    return [d for d in drafts if d.cue.frame != "obj" or d.cue.head not in fuller]


def _without_relays(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Drop what only says how another's words came: "according to the agency", "reportedly".

    An adjunct relays where it hangs on a cue, or stands at the edge of a sentence whose main verb
    is one; its words are then no part of what was said.
    """
    main = {d.cue.head: d for d in drafts if d.cue.frame in _SAYING}
    kept = []
    for draft in drafts:
        token = doc[draft.cue.head]
        carried = None
        if draft.cue.frame == "adverb":
            carried = next((d for d in drafts if d.cue.head == token.head.i), None)
        elif draft.cue.frame == "adjunct":
            carried = main.get(token.head.i) or _at_edge(token, main)
        if carried is None:
            kept.append(draft)
        elif draft.cue.frame == "adjunct":
            carried.content -= phrase(token)
    return kept


def _at_edge(token: Token, main: dict[int, Draft]) -> Draft | None:
    sentence = token.sent
    last = sentence.end - 1
    while last > sentence.start and (sentence.doc[last].is_punct or sentence.doc[last].is_space):
        last -= 1
    if token.left_edge.i > sentence.start and token.right_edge.i < last:
        return None
    return main.get(sentence.root.i)


def _finish(doc: Doc, draft: Draft, quoted: list[Passage]) -> Attribution | None:
    cue_words = set(range(*draft.cue.words))
    source = draft.source
    if draft.cue.source is not None and not source:
        source = _source(doc, draft.cue)
    content = draft.content - cue_words
    if draft.cue.source is not None and draft.cue.source in content:
        source = {draft.cue.source}
    source -= content - {draft.cue.source}
    content -= source
    spans = ranges(doc, content)
    if not spans:
        return None
    last = doc[draft.cue.words[1] - 1]
    named = ranges(doc, source)
    return Attribution(
        source=named,
        cue=((doc[draft.cue.words[0]].idx, last.idx + len(last)),),
        content=spans,
        cue_lemma=draft.cue.key,
        quote=_quotation(doc, content, quoted),
        unnamed=None if named else (draft.cue.unnamed or "unnamed"),
        reportedly=_evidential(doc, draft.cue),
    )


def _quotation(doc: Doc, content: set[int], quoted: list[Passage]) -> str:
    words = [i for i in content if not (doc[i].is_punct or doc[i].pos_ == "SPACE")]
    inside = sum(any(p.start <= i < p.end for p in quoted) for i in words)
    if not inside:
        return "indirect"
    return "direct" if inside == len(words) else "mixed"


def _evidential(doc: Doc, cue: Cue) -> tuple[int, int] | None:
    for token in doc[max(0, cue.words[0] - 1) : cue.words[1] + 1]:
        if token.lower_ in EVIDENTIAL_ADVERBS:
            return token.idx, token.idx + len(token)
    return None
