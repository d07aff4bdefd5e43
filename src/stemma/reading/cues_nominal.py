"""Nouns, adjectives, prepositions and adverbs that attribute ("her claim that", "according to")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from stemma.reading.attribution_lexicon import DISOWNING
from stemma.reading.attribution_spans import SUBJECTS, child, owner_of, phrase, subject_of
from stemma.reading.cues import Cue
from stemma.reading.lexicon import (
    EVIDENTIAL_ADVERBS,
    PROVOKING_VERBS,
    REPORT_NOUNS,
    SAYING_FORMS,
    SUPPORT_VERBS,
    VIEW_NOUNS,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_PREDICATES = frozenset("acomp advcl ROOT conj ccomp relcl amod oprd".split())
_BREAKS = frozenset({",", "”", '"', "’’", "''", "—", "–"})
_VIEW_PREPOSITIONS = frozenset({"in", "by", "from", "to", "on"})


def nominal_cues(token: Token) -> Iterator[Cue]:
    """Every frame in which a word that is no verb could attribute, the most telling first."""
    if token.lower_ == "according":
        yield from _according(token)
    elif token.text in SAYING_FORMS:
        yield from _mistaken(token)
        yield from _noun(token)
    elif token.pos_ in ("NOUN", "PROPN"):
        yield from _noun(token)
    elif token.pos_ == "ADJ":
        yield from _adjective(token)
    elif token.dep_ == "prep" and token.lower_ == "per":
        yield from _per(token)
    elif token.dep_ == "prep" and token.lower_ in _VIEW_PREPOSITIONS:
        yield from _view(token)
    elif token.lower_ in EVIDENTIAL_ADVERBS and token.dep_ == "advmod":
        yield from _evidential(token)


def _noun(noun: Token) -> Iterator[Cue]:
    lemma = noun.lemma_.lower()
    owner, start = _noun_source(noun)
    source = owner.i if owner is not None else None
    unnamed = None if owner is not None else "noun"
    for c in noun.children:
        if c.i < noun.i:
            continue
        frame, key, content, last = "", lemma, phrase(c), noun.i + 1
        if c.dep_ in ("acl", "ccomp", "relcl") and _that(c):
            frame = "noun clause"
        elif owner is None:
            continue
        elif c.dep_ in ("acl", "xcomp", "relcl") and _to(c):
            frame = "noun inf"
        elif (
            c.dep_ == "prep"
            and child(c, "pobj", "pcomp") is not None
            and c.lower_ not in ("by", "from")
        ):
            frame, key, content = "noun prep", f"{lemma} {c.lower_}", content - {c.i}
            last = c.i + 1 if c.i == noun.i + 1 else last
        if frame and content:
            yield Cue(noun.i, frame, key, (start, last), source, frozenset(content), unnamed)
    yield from _noun_is(noun, lemma)


def _mistaken(token: Token) -> Iterator[Cue]:
    """A verb of saying that the tagger takes for a noun: "…, the channel notes."."""
    doc, before = token.doc, token.nbor(-1) if token.i else token
    if token.i + 1 < len(doc) and not doc[token.i + 1].is_punct:
        return
    if before.pos_ not in ("PROPN", "NOUN", "PRON") or token.i == token.sent.start:
        return
    start = before.i
    while start > token.sent.start and doc[start - 1].text not in _BREAKS:
        start -= 1
    if start > token.sent.start and token.i - start <= 8:
        content = {t.i for t in token.sent if t.pos_ != "SPACE"} - set(range(start, token.i + 1))
        words = (token.i, token.i + 1)
        key = token.lower_.removesuffix("s")
        yield Cue(token.i, "inserted", key, words, before.i, frozenset(content))


def _that(clause: Token) -> bool:
    mark = child(clause, "mark")
    return mark is not None and mark.lower_ in ("that", "whether", "if")


def _to(clause: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)


def _noun_source(noun: Token) -> tuple[Token | None, int]:
    """Whose claim it is, and where the cue starts: behind the owner, or at a verb like "make"."""
    start = noun.i
    while start > noun.left_edge.i and noun.doc[start - 1].dep_ in ("amod", "compound", "advmod"):
        start -= 1
    owner = owner_of(noun)
    verb = noun.head
    if owner is not None or noun.dep_ != "dobj" or verb.i > noun.i:
        return owner, start
    clausal = any(c.dep_ in ("acl", "ccomp") and _that(c) for c in noun.children)
    lemma = verb.lemma_.lower()
    holds = lemma not in PROVOKING_VERBS | DISOWNING if clausal else lemma in SUPPORT_VERBS
    who = subject_of(verb) if holds else None
    if who is None or who.lower_ in ("it", "there") or who.i > noun.i:
        return None, start
    return who, verb.i if noun.i - verb.i <= 5 else start


def _noun_is(noun: Token, lemma: str) -> Iterator[Cue]:
    """ "Her fear is that …", "The question was whether …"."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return
    clause = child(noun.head, "ccomp", "xcomp")
    owner = owner_of(noun)
    if clause is None or clause.i < noun.i:
        return
    yield Cue(
        noun.i,
        "noun is",
        lemma,
        (noun.i, noun.head.i + 1),
        owner.i if owner else None,
        frozenset(phrase(clause)),
        None if owner else "noun",
    )


def _adjective(adj: Token) -> Iterator[Cue]:
    lemma, verb = adj.lemma_.lower(), adj.head
    if verb.lemma_ == "make" and lemma == "clear":
        lemma = "make clear"
    if adj.dep_ not in _PREDICATES:
        return
    who = child(adj, *SUBJECTS) or (subject_of(verb) if adj.dep_ != "amod" else None)
    if who is None:
        return
    dummy = who.lower_ in ("it", "there")
    start = verb.i if adj.dep_ == "acomp" and 0 < adj.i - verb.i <= 4 else adj.i
    source, unnamed = (None, f"it is {lemma}") if dummy else (who.i, None)
    for c in [*adj.children, *(verb.children if adj.dep_ == "acomp" else ())]:
        if c.i < adj.i:
            continue
        frame, key, content, last = "", lemma, phrase(c), adj.i + 1
        if c.dep_ == "ccomp":
            frame = "adj clause"
        elif c.dep_ == "xcomp" and _to(c):
            frame = "adj inf"
        elif c.dep_ == "prep" and child(c, "pobj", "pcomp") is not None and c.head.i == adj.i:
            frame, key, content = "adj prep", f"{lemma} {c.lower_}", content - {c.i}
            last = c.i + 1
        if frame and content:
            yield Cue(adj.i, frame, key, (start, last), source, frozenset(content), unnamed)


def _per(token: Token) -> Iterator[Cue]:
    who = child(token, "pobj")
    if who is not None and who.pos_ == "PROPN":
        yield from _adjunct(token, token, who, token.i + 1)


def _according(token: Token) -> Iterator[Cue]:
    to = token if token.i + 1 >= len(token.doc) else token.doc[token.i + 1]
    who = child(to, "pobj", "pcomp") or child(token, "pobj")
    yield from _adjunct(token, token, who, to.i + 1)


def _adjunct(token: Token, top: Token, who: Token | None, last: int) -> Iterator[Cue]:
    """A prepositional phrase that attributes the clause it hangs on."""
    if who is None or who.tag_ == "WDT":
        return
    content = _clause_around(top) - set(range(min(phrase(top)), max(phrase(top)) + 1))
    if content:
        key = "according to" if token.lower_ == "according" else token.lower_
        yield Cue(token.i, "adjunct", key, (token.i, last), who.i, frozenset(content))


def _clause_around(top: Token) -> set[int]:
    """What an adjunct speaks for: the sentence if it opens or closes it, else its own clause."""
    sentence = top.sent
    if top.left_edge.i <= sentence.start + 1:
        return phrase(sentence.root)
    verb = top.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    if verb.dep_ in ("xcomp", "pcomp", "advcl", "acl", "prep", "amod") and verb.head.i != verb.i:
        return phrase(sentence.root)
    return phrase(verb)


def _view(token: Token) -> Iterator[Cue]:
    """ "In her view", "in the eyes of the court", "in a poll of 900 adults"."""
    noun = child(token, "pobj")
    if noun is None:
        return
    lemma = noun.lemma_.lower()
    if lemma in VIEW_NOUNS:
        of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        who = child(noun, "poss") or (child(of, "pobj") if of is not None else None)
        frame, words = "view", (noun.i, noun.i + 1)
    elif lemma in REPORT_NOUNS and token.lower_ == "in" and token.i == token.sent.start:
        who, frame, words = noun, "survey", (token.i, token.i + 1)
    else:
        return
    if who is None:
        return
    content = _clause_around(token) - phrase(token)
    if content:
        yield Cue(noun.i, frame, lemma, words, who.i, frozenset(content))


def _evidential(token: Token) -> Iterator[Cue]:
    verb = token.head
    content = phrase(verb) - {token.i}
    if content:
        yield Cue(
            token.i,
            "adverb",
            token.lower_,
            (token.i, token.i + 1),
            None,
            frozenset(content),
            token.lower_,
        )
