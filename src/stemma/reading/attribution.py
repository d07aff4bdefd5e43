"""Who said what: the attributions of a report, found by the attribution model.

An attribution is a source, a cue and a content (Pareti 2015; Newell, Margolin & Ruths, LREC
2018). The model marks the roles word by word; here they become ranges of the text, with what the
words around them say: the name of the cue, the kind of quotation, why nobody is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from stemma.reading.attribution_contents import Around, whole_content
from stemma.reading.attribution_marks import hearsay, speakers_with_colon
from stemma.reading.attribution_quotes import carry, find_passages, quoted_words
from stemma.reading.attribution_sources import whole_source
from stemma.reading.attribution_spans import is_passive, ranges
from stemma.reading.attribution_when import when_said
from stemma.reading.carriers import find_links
from stemma.reading.cues import cue_lemma
from stemma.reading.frames import find_frames
from stemma.reading.lexicon import EVIDENTIAL_ADVERBS, HEARSAY
from stemma.reading.windows import Window, links, windows

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Token

    from stemma.encoding.attribution import AttributionModel

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution. Ranges are half-open, in code points of the text that was parsed.

    `source` is empty where the text names nobody, and `unnamed` then says why. `content` has
    several ranges where something stands in its midst. `reportedly` is an evidential adverb at
    the cue.
    """

    source: Ranges
    cue: Ranges
    content: Ranges
    cue_lemma: str
    quote: str
    unnamed: str | None
    reportedly: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Roles:
    """Positions in the document; the anchor is the cue's chief word."""

    anchor: int
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def find_attributions(doc: Doc, model: AttributionModel) -> list[Attribution]:
    """All attributions in document order; within one, no two roles overlap."""
    passages = find_passages(doc)
    quoted = quoted_words(passages)
    roles = [r for window in windows(doc, quoted) for r in _modelled(doc, window, model)]
    roles += [r for r in _marked(doc) if not _known(doc, r, roles)]
    cues = frozenset(i for r in roles for i in r.cue)
    contents = carry(doc, [r.content for r in roles], cues, passages)
    roles = [replace(r, content=content) for r, content in zip(roles, contents, strict=True)]
    found = [a for r in roles if (a := _attribution(doc, r, cues, quoted)).content]
    found = [_without_links(doc, a) for a in found]
    return sorted(found, key=lambda a: (min(_starts(a)), max(end for _, end in a.content)))


def _modelled(doc: Doc, window: Window, model: AttributionModel) -> Iterator[_Roles]:
    scores = model.scores(window.words, window.traits)

    def roles(anchors: Sequence[int]) -> NDArray[float32]:
        return model.roles(scores, anchors, links(doc, window, anchors))

    for frame in find_frames(scores.anchors, roles):
        source, cue, content = (
            frozenset(window.tokens[k] for k in role)
            for role in (frame.source, frame.cue, frame.content)
        )
        yield _Roles(window.tokens[frame.anchor], source, cue, content)


def _marked(doc: Doc) -> Iterator[_Roles]:
    for found in (*speakers_with_colon(doc), *hearsay(doc)):
        yield _Roles(found.cue, found.source, frozenset({found.cue}), found.content)


def _known(doc: Doc, one: _Roles, roles: Sequence[_Roles]) -> bool:
    """Whether a mark or adverb belongs to a cue that is found already, or to what is said."""
    near = {one.anchor - 1, one.anchor, one.anchor + 1, doc[one.anchor].head.i}
    return any(near & r.cue or one.anchor in r.content or one.source & r.content for r in roles)


def _without_links(doc: Doc, one: Attribution) -> Attribution:
    """An attribution without the words of its content that only say how it travelled."""
    left = list(one.content)
    for link in find_links(doc, one):
        if link.mode in ("credit", "cites"):
            left = [part for whole in left for part in _cut(doc, whole, link.words)]
    return replace(one, content=tuple(left)) if left else one


def _cut(doc: Doc, whole: tuple[int, int], words: tuple[int, int]) -> Ranges:
    """What is left of a range without some words inside it."""
    start, end = words
    if not whole[0] <= start < end <= whole[1]:
        return (whole,)
    span = doc.char_span(*whole, alignment_mode="expand")
    kept = () if span is None else (t.i for t in span if t.idx < start or t.idx >= end)
    return ranges(doc, kept)


def _starts(found: Attribution) -> list[int]:
    return [start for start, _ in (*found.source, *found.cue, *found.content)]


def _attribution(doc: Doc, roles: _Roles, cues: frozenset[int], quoted: set[int]) -> Attribution:
    anchor, cue = doc[roles.anchor], [doc[i] for i in sorted(roles.cue)]
    source = whole_source(doc, roles.source, anchor, roles.cue)
    said = when_said(doc, anchor, cue[-1].i + 1) - source
    around = Around(source | roles.source | roles.cue | said, cues, quoted)
    content = whole_content(doc, roles.content - around.taken, around)
    named = ranges(doc, source)
    last = doc[max({cue[-1].i} | said)]
    return Attribution(
        source=named,
        cue=((cue[0].idx, last.idx + len(last)),),
        content=ranges(doc, content),
        cue_lemma=cue_lemma(anchor, cue),
        quote=_quotation(doc, content, quoted),
        unnamed=None if named else _why_unnamed(anchor),
        reportedly=_evidential(cue),
    )


def _why_unnamed(anchor: Token) -> str:
    if anchor.lower_ in HEARSAY:
        return anchor.lower_
    if anchor.pos_ in ("NOUN", "PROPN"):
        return "noun"
    subjects = {c.lower_ for c in anchor.children if c.dep_ in ("nsubj", "nsubjpass", "expl")}
    if "it" in subjects:
        return "it is said"
    return "passive" if is_passive(anchor) else "unnamed"


def _quotation(doc: Doc, content: frozenset[int], quoted: set[int]) -> str:
    words = [i for i in content if not (doc[i].is_punct or doc[i].pos_ == "SPACE")]
    inside = sum(i in quoted for i in words)
    if not inside:
        return "indirect"
    return "direct" if inside == len(words) else "mixed"


def _evidential(cue: Sequence[Token]) -> tuple[int, int] | None:
    """An adverb of hearsay within the cue or right beside it."""
    doc = cue[0].doc
    for token in doc[max(0, cue[0].i - 1) : cue[-1].i + 2]:
        if token.lower_ in EVIDENTIAL_ADVERBS:
            return token.idx, token.idx + len(token)
    return None
