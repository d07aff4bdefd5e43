"""Who said what: attributions found by rules over a dependency parse.

The frames follow the annotation of attribution relations as source, cue and content (Pareti;
Newell, Margolin & Ruths, LREC 2018). An attribution inside another's content is found as well;
a first person's inside her own quotation is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.reading.attribution_quotes import SAYING, Draft, join, passages
from stemma.reading.attribution_source import can_speak, is_press, source_phrase, up_to_cue
from stemma.reading.attribution_spans import (
    LONGEST_SENTENCE,
    is_passive,
    phrase,
    ranges,
    running_text,
)
from stemma.reading.attribution_trust import attributes, attributes_within
from stemma.reading.attribution_when import when_said
from stemma.reading.cues import Cue, verb_cues
from stemma.reading.cues_colon import colon_cues
from stemma.reading.cues_nominal import nominal_cues
from stemma.reading.cues_passive import passive_cues
from stemma.reading.lexicon import ATTRIBUTING, EVIDENTIAL_ADVERBS, NEEDS_SPEAKER
from stemma.reading.quotes import find_quotes
from stemma.reading.quotes_cue import Passage

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
    quoted = passages(doc, find_quotes(running_text(doc)))
    inside = {i: p for p in quoted for i in range(p.start, p.end)}
    drafts = [
        draft
        for sentence in doc.sents
        if len(sentence) <= LONGEST_SENTENCE
        for token in sentence
        if (draft := _draft(token)) is not None and not _own_words(doc, draft, inside)
    ]
    for draft in drafts:
        if passage := inside.get(draft.cue.head):
            draft.content &= set(range(passage.start, passage.end))
    drafts += [Draft(c, set(c.content), _source(doc, c)) for c in colon_cues(doc)]
    drafts = _without_relays(doc, _without_doubles(doc, drafts))
    drafts = _without_asides(doc, join(doc, drafts, quoted), inside)
    found = [a for d in drafts if (a := _finish(doc, d, quoted)) is not None]
    return sorted(found, key=lambda a: (min(_first(a)), max(e for _, e in a.content)))


def _first(found: Attribution) -> list[int]:
    return [start for start, _ in (*found.source, *found.cue, *found.content)]


def _draft(token: Token) -> Draft | None:
    """The first frame of the word that the lexicon knows."""
    if token.pos_ in ("SPACE", "PUNCT"):
        return None
    verbal = token.pos_ in ("VERB", "AUX") and token.lower_ != "according"
    if verbal:
        cues = passive_cues(token) if is_passive(token) else verb_cues(token)
    else:
        cues = nominal_cues(token)
    for cue in cues:
        known = cue.key in ATTRIBUTING[cue.frame] and _has_source(token.doc, cue)
        if known and attributes(token.doc, cue):
            return Draft(cue, set(cue.content), _source(token.doc, cue))
    return None


def _has_source(doc: Doc, cue: Cue) -> bool:
    if cue.source is None:
        return cue.unnamed is not None
    guarded = cue.frame in ("obj", "prep", "inf") and cue.key in NEEDS_SPEAKER
    return not guarded or can_speak(doc[cue.source])


def _source(doc: Doc, cue: Cue) -> set[int]:
    """The source's words on its own side of the cue."""
    if cue.source is None:
        return set()
    start, end = cue.words
    covered = up_to_cue(doc, source_phrase(doc[cue.source]), start)
    if cue.source < start:
        return {i for i in covered if i < start}
    return {i for i in covered if i >= end}


def _own_words(doc: Doc, draft: Draft, inside: dict[int, Passage]) -> bool:
    """Whether a cue inside a quotation is its speaker's own: first or second person, or outside."""
    source = draft.cue.source
    if draft.cue.head not in inside:
        return source is not None and source in inside and doc[source].lower_ in _FIRST_PERSON
    return source is None or source not in inside or doc[source].lower_ in _FIRST_PERSON


def _without_doubles(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Of "voiced" and "voiced fears of", "quoted as saying" and "saying", only the fuller."""
    longer = {i: d for d in drafts for i in range(*d.cue.words) if i != d.cue.head}
    drafts = [d for d in drafts if d.cue.head not in longer or d.cue.frame.startswith("noun")]
    fuller = {d.cue.words[0] for d in drafts if d.cue.frame.startswith("noun")}
    return [d for d in drafts if d.cue.frame != "obj" or d.cue.head not in fuller]


def _without_asides(doc: Doc, drafts: list[Draft], inside: dict[int, Passage]) -> list[Draft]:
    """Drop what stands within another's words and is no plain saying of a third."""
    cues = {d.cue.head for d in drafts}
    held: set[int] = set()
    for draft in drafts:
        held |= (draft.content & cues) - set(range(*draft.cue.words))
    return [
        d
        for d in drafts
        if d.free
        or (d.cue.head not in held and d.cue.head not in inside)
        or attributes_within(doc, d.cue, direct=d.cue.head in inside)
    ]


def _without_relays(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Drop what only says how another's words came: "according to the agency", "reportedly".

    An adjunct relays where it hangs on a cue, or stands at the edge of a sentence whose main verb
    is one, or right behind a cue; its words are then no part of what was said. So does a paper
    that "reported" behind who "said".
    """
    heads = {d.cue.head: d for d in drafts}
    main = {head: d for head, d in heads.items() if d.cue.frame in SAYING}
    kept = []
    for draft in drafts:
        token = doc[draft.cue.head]
        carried = None
        if draft.cue.frame == "adverb":
            carried = heads.get(token.head.i)
        elif draft.cue.frame == "adjunct":
            carried = main.get(token.head.i) or _beside(token, main) or _at_edge(token, main)
        elif draft.cue.frame == "inserted" and is_passive(token):
            doubted = {doc[i].head.i: d for i, d in heads.items() if d.cue.frame == "adverb"}
            carried = _at_edge(token, main) or doubted.get(token.head.i)
        elif draft.cue.frame in ("inserted", "clause"):
            carried = _passed_on(doc, draft.cue, main)
        if carried is None:
            kept.append(draft)
        elif draft.cue.frame != "adverb":
            carried.content -= phrase(token)
    return kept


def _passed_on(doc: Doc, cue: Cue, main: dict[int, Draft]) -> Draft | None:
    """The saying right before the comma that sets "…, the paper reported" behind it."""
    source = None if cue.source is None else doc[cue.source]
    if source is None or not is_press(source):
        return None
    start = min(cue.words[0], source.left_edge.i)
    said = [d for i, d in main.items() if doc[cue.head].sent.start <= i < start and i != cue.head]
    if not said or start == 0 or not doc[start - 1].is_punct:
        return None
    last = max(said, key=lambda d: d.cue.head)
    end = max(last.cue.words[1], (last.cue.source or 0) + 1)
    between = doc[end : start - 1]
    return None if any(t.pos_ in ("VERB", "AUX") or t.is_quote for t in between) else last


def _beside(token: Token, main: dict[int, Draft]) -> Draft | None:
    """The cue right before the comma or dash that sets the adjunct into its clause."""
    before = token.i - 1
    while before > token.sent.start and token.doc[before].is_punct:
        before -= 1
    return main.get(before) if before < token.i - 1 else None


def _at_edge(token: Token, main: dict[int, Draft]) -> Draft | None:
    sentence = token.sent
    last = sentence.end - 1
    while last > sentence.start and (sentence.doc[last].is_punct or sentence.doc[last].is_space):
        last -= 1
    if token.left_edge.i > sentence.start and token.right_edge.i < last:
        return None
    return main.get(sentence.root.i)


def _finish(doc: Doc, draft: Draft, quoted: list[Passage]) -> Attribution | None:
    cue = draft.cue
    cue_words = set(range(*cue.words)) | when_said(doc, cue)
    source = set(draft.source or _source(doc, cue))
    content = draft.content - cue_words
    if cue.source is not None and cue.source in content:
        source = {cue.source}
    source -= content - {cue.source}
    content -= source
    spans, named = ranges(doc, content), ranges(doc, source)
    if not spans or (cue.source is not None and not named):
        return None
    first, last = doc[min(cue_words)], doc[max(cue_words)]
    return Attribution(
        source=named,
        cue=() if draft.free else ((first.idx, last.idx + len(last)),),
        content=spans,
        cue_lemma="" if draft.free else cue.key,
        quote=_quotation(doc, content, quoted),
        unnamed=None if named else (cue.unnamed or "unnamed"),
        reportedly=None if draft.free else _evidential(doc, cue),
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
