"""Passives that attribute: "was announced by", "is said to", "was quoted as saying"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from stemma.reading.attribution_lexicon import EVIDENCE, RELAYING
from stemma.reading.attribution_source import can_speak
from stemma.reading.attribution_spans import agent_of, child, phrase, verb_group
from stemma.reading.cues import ASKING, Cue, lemma_of, reach
from stemma.reading.lexicon import ATTRIBUTING

if TYPE_CHECKING:
    from spacy.tokens import Token


def passive_cues(verb: Token) -> Iterator[Cue]:
    """Every frame in which a passive verb could attribute, the most telling first."""
    by = agent_of(verb)
    if by is not None and not can_speak(by) and by.lemma_.lower() not in EVIDENCE:
        by = None
    what = child(verb, "nsubjpass", "csubjpass", "nsubj")
    if what is None and verb.dep_ == "acl":
        what = verb.head
        if by is not None and verb.lemma_ in RELAYING:
            return
    yield from _as_reported(verb, by)
    yield from _quoted_as_saying(verb, what)
    yield from _passive_complements(verb, by, what)
    if what is not None:
        content = phrase(what) - (phrase(verb) if verb.dep_ == "acl" else set())
        frame, unnamed = ("pass by", None) if by is not None else ("pass", "passive")
        words = verb_group(verb, verb.i + 1)
        source = by.i if by is not None else None
        yield Cue(verb.i, frame, lemma_of(verb), words, source, frozenset(content), unnamed)


def _as_reported(verb: Token, by: Token | None) -> Iterator[Cue]:
    """ "…, as first reported by the paper": the clause it hangs on is what was reported."""
    mark = child(verb, "mark", "advmod", "prep")
    if by is None or verb.dep_ != "advcl" or mark is None or mark.lower_ != "as":
        return
    content = phrase(verb.head) - phrase(verb)
    if content and mark.i < verb.i:
        words = (mark.i, by.head.i + 1 if by.head.i == verb.i + 1 else verb.i + 1)
        yield Cue(verb.i, "inserted", lemma_of(verb), words, by.i, frozenset(content))


def _quoted_as_saying(verb: Token, what: Token | None) -> Iterator[Cue]:
    """ "She was quoted as saying …": the one who is quoted is the source."""
    prep = child(verb, "prep")
    saying = child(prep, "pcomp") if prep is not None and prep.lower_ == "as" else None
    if what is None or saying is None or lemma_of(saying) not in ATTRIBUTING["clause"]:
        return
    clause = child(saying, "ccomp") or child(verb, "ccomp", "advcl")
    content = phrase(clause) if clause is not None else phrase(saying)
    start = verb_group(verb, verb.i + 1)[0]
    content -= phrase(what) | set(range(start, saying.i + 1))
    key = f"{lemma_of(verb)} as {saying.lower_}"
    yield Cue(verb.i, "quoted", key, (start, saying.i + 1), what.i, frozenset(content))


_PASSIVE_FRAMES = {
    "xcomp": "inf",
    "ccomp": "clause",
    "advcl": "clause",
    "oprd": "small",
    "prep": "prep",
}


def _passive_complements(verb: Token, by: Token | None, what: Token | None) -> Iterator[Cue]:
    lemma = lemma_of(verb)
    dummy = what is None or what.lower_ in ("it", "there")
    for c in verb.children:
        if c.dep_ not in _PASSIVE_FRAMES or c.i < verb.i or (by is not None and c.i == by.head.i):
            continue
        if c.dep_ == "advcl" and c.left_edge.lower_ not in ASKING:
            continue
        content, key, last = phrase(c), lemma, verb.i + 1
        if c.dep_ == "prep":
            content, key, last = content - {c.i}, f"{lemma} {c.lower_}", reach(verb, c)
        if what is not None and not dummy and verb.dep_ != "acl":
            content = content | phrase(what)
        said = what is not None and dummy and _PASSIVE_FRAMES[c.dep_] == "clause"
        unnamed = "it is said" if said else "passive"
        if content:
            frame = f"pass {_PASSIVE_FRAMES[c.dep_]}"
            words = verb_group(verb, last)
            source, why = (by.i, None) if by is not None else (None, unnamed)
            yield Cue(verb.i, frame, key, words, source, frozenset(content), why)
