"""Through whom words reached a report: interviewers, agencies, papers credited or cited.

The links of an attribution are read off its sentence, from what stands outside its content and
hangs on its cue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stemma.reading.attribution_spans import LONGEST_SENTENCE, phrase, ranges
from stemma.reading.carriers_document import Link, find_document_links
from stemma.reading.carriers_lexicon import JOURNALISTS, PLATFORMS, PRESS_NOUNS
from stemma.reading.carriers_press import has_ampersand, is_named
from stemma.reading.carriers_relay import hangs_on_cue, relays_at
from stemma.reading.carriers_saying import Saying, Step, family_of
from stemma.reading.carriers_setting import settings_at
from stemma.reading.lexicon import HEARSAY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from stemma.reading.attribution import Attribution

__all__ = ["Link", "find_document_links", "find_links"]

# From the speaker to the report: a document or platform holds the words, the press hears them,
# an outlet that is cited has them, one that is credited prints them; who "reportedly" passed
# them on is not known.
_NEARNESS = {"other": 0, "spoke-to": 1, "cites": 2, "credit": 3, "reportedly": 4}
_BEHIND = frozenset({"conj", "cc", "punct", "relcl", "acl", "advcl", "parataxis", "npadvmod"})
_LONGEST_TITLE = 8  # tokens
_SMALL = frozenset({"the", "of", "and", "in", "with", "'s", "’s"})  # within a title


def find_links(doc: Doc, attribution: Attribution) -> list[Link]:
    """The links of one attribution, nearest to the speaker first.

    "According to A and B" gives a link for each, with the same words: they stand side by side.
    Other words are another step ("according to A, citing B": from B through A). Where the source
    itself is an outlet that cites another, the "cites" step comes before that source. "Tweeted"
    alone is no step: the cue says it.
    """
    saying = _saying(doc, attribution)
    if saying is None:
        return []
    found: set[tuple[tuple[int, int], Link]] = set()
    for token in saying.sentence:
        if token.i not in saying.content or hangs_on_cue(token, saying):
            for step in (*relays_at(token, saying), *settings_at(token, saying)):
                found |= {(_order(step), link) for link in _links(doc, step)}
    for adverb in _adverbs(doc, attribution, saying):
        found.add(((_NEARNESS["reportedly"], adverb[0]), Link(None, "reportedly", adverb)))
    ordered = sorted(found, key=lambda k: (k[0], k[1].words, k[1].source or (-1, -1)))
    speaker = {_plain(doc, r) for r in attribution.source}
    others = [k for _, k in ordered if k.source is None or _plain(doc, k.source) not in speaker]
    return _told_apart(doc, others)


def _adverbs(doc: Doc, attribution: Attribution, saying: Saying) -> set[tuple[int, int]]:
    """Evidential adverbs that say that somebody, left unnamed, reports it."""
    given = attribution.reportedly
    found = {given} if given is not None and _plain(doc, given) in HEARSAY else set()
    for token in saying.sentence:
        near = token.i in saying.cue or token.head.i in saying.cue
        if token.lower_ in HEARSAY and near and token.i not in saying.content:
            found.add((token.idx, token.idx + len(token)))
    return found


def _saying(doc: Doc, attribution: Attribution) -> Saying | None:
    """The sentence of the cue with the tokens of each part."""
    anchor = (attribution.cue or attribution.content)[:1]
    span = doc.char_span(*anchor[0], alignment_mode="expand") if anchor else None
    if span is None or not len(span) or len(span[0].sent) > LONGEST_SENTENCE:
        return None
    content, source, cue = (
        frozenset(i for r in part for i in _tokens(doc, r))
        for part in (attribution.content, attribution.source, attribution.cue)
    )
    content -= source | cue
    verb = next((t for t in span if t.pos_ == "VERB"), span[0])
    return Saying(span[0].sent, cue, family_of(cue | {verb.i}, verb), content, source)


def _tokens(doc: Doc, chars: tuple[int, int]) -> set[int]:
    span = doc.char_span(*chars, alignment_mode="expand")
    return set() if span is None else set(range(span.start, span.end))


def _plain(doc: Doc, chars: tuple[int, int]) -> str:
    """The words in small letters, without their article."""
    span = doc.char_span(*chars, alignment_mode="expand")
    return "" if span is None else span.text.lower().removeprefix("the ")


def _order(step: Step) -> tuple[int, int]:
    """How far a step is from the speaker: its kind, then its place in the sentence.

    What is cited by what is cited lies further back; a first report lies before all others.
    """
    at = min(step.words)
    if step.mode == "cites":
        return _NEARNESS[step.mode], -at
    return _NEARNESS[step.mode], -1 if step.first else at


def _links(doc: Doc, step: Step) -> list[Link]:
    """A link for each who is named, or one for nobody."""
    found = ranges(doc, step.words)
    if not found:
        return []
    last = max(step.words)
    end = _title_end(doc, last) if step.mode == "spoke-to" else last
    words = (found[0][0], max(found[-1][1], doc[end].idx + len(doc[end]) if end > last else 0))
    names = [_name(name, step) for name in step.who] or [None]
    return [Link(name, step.mode, words) for name in names]


def _title_end(doc: Doc, last: int) -> int:
    """The closing mark of a programme's title in quotes right behind its outlet, or `last`."""
    i = last + 1
    if i < len(doc) and doc[i].lower_ in ("'s", "’s"):
        i += 1
    if i >= len(doc) or not doc[i].is_quote:
        return last
    for token in doc[i + 1 : i + 2 + _LONGEST_TITLE]:
        if token.is_quote:
            return token.i
        if token.text[:1].islower() and token.lower_ not in _SMALL:
            return last
    return last


def _name(name: Token, step: Step) -> tuple[int, int] | None:
    """The words for who passes something on; `None` for the press without a name."""
    anonymous = name.lemma_.lower() in PRESS_NOUNS | JOURNALISTS - {"magazine"}
    covered = _whole(name, step, _covered(name, step))
    quoted = {i for i in covered if name.doc[i].is_quote}
    ends = {max(covered), *(i - 1 for i in quoted)}
    covered -= quoted | {i for i in ends if name.doc[i].lower_ in ("'s", "’s", "'", "’")}
    named = is_named(name) or any(name.doc[i].pos_ == "PROPN" for i in covered)
    spans = ranges(name.doc, covered)
    return spans[0] if spans and (named or not anonymous) else None


def _covered(name: Token, step: Step) -> set[int]:
    """A name without what stands beside it or only adds to it; of a document, up to its noun."""
    if name.lower_ in PLATFORMS:
        return {name.i}
    if step.mode == "other":
        return set(range(min(step.words) + 1, name.i + 1)) | {name.i}
    covered = phrase(name) | {name.i}
    for c in name.children:
        apart = c.dep_ == "appos" and name.doc[c.left_edge.i - 1].is_punct
        goes_on = c.dep_ in ("conj", "cc") and has_ampersand(name)
        if c.i > name.i and (c.dep_ in _BEHIND or apart) and not goes_on:
            covered -= phrase(c)
    return covered


def _whole(name: Token, step: Step, covered: set[int]) -> set[int]:
    """The name with what the parse has cut from it ("the news agency | X")."""
    doc, first, last = name.doc, min(covered), max(covered)
    if name.dep_ == "compound":
        while first - 1 > min(step.words) and doc[first - 1].pos_ == "PROPN":
            first -= 1
    while last + 1 in step.words and doc[last + 1].pos_ == "PROPN":
        last += 1
    return covered | set(range(first, min(covered))) | set(range(max(covered), last + 1))


def _told_apart(doc: Doc, links: Iterable[Link]) -> list[Link]:
    """Each carrier once, and an unnamed listener only where none is named."""
    links = tuple(links)
    spoken = [link for link in links if link.mode == "spoke-to"]
    named = any(link.source for link in spoken)
    kept: list[Link] = []
    seen: set[str] = set()
    for link in links:
        name = _plain(doc, link.source) if link.source else link.mode
        unnamed = link.mode == "spoke-to" and link.source is None and named
        told = link.mode == "other" and any(_meet(link.words, k.words) for k in spoken)
        if name not in seen and not unnamed and not told:
            kept.append(link)
        seen.add(name)
    return kept


def _meet(one: tuple[int, int], two: tuple[int, int]) -> bool:
    return one[0] < two[1] and two[0] < one[1]
