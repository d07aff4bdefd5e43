"""Nouns, adjectives, prepositions and adverbs that attribute ("her claim that", "according to")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from stemma.reading.attribution_spans import SUBJECTS, child, owner_of, phrase, subject_of
from stemma.reading.cues import Cue
from stemma.reading.lexicon import EVIDENTIAL_ADVERBS, REPORT_NOUNS, VIEW_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_VIEW_PREPOSITIONS = frozenset({"in", "by", "from", "to", "on"})


def nominal_cues(token: Token) -> Iterator[Cue]:
    """Every frame in which a word that is no verb could attribute, the most telling first."""
    if token.lower_ == "according":
        yield from _according(token)
    elif token.pos_ in ("NOUN", "PROPN"):
        yield from _noun(token)
    elif token.pos_ == "ADJ":
        yield from _adjective(token)
    elif token.dep_ == "prep" and token.lower_ == "per":
        yield from _adjunct(token, token, child(token, "pobj"), token.i + 1)
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


def _that(clause: Token) -> bool:
    mark = child(clause, "mark")
    return mark is not None and mark.lower_ in ("that", "whether", "if")


def _to(clause: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)


def _noun_source(noun: Token) -> tuple[Token | None, int]:
    """Whose claim it is, and where the cue starts: behind the owner, or at the verb before it."""
    owner = owner_of(noun)
    start = noun.i
    while start > noun.left_edge.i and noun.doc[start - 1].dep_ in ("amod", "compound", "advmod"):
        start -= 1
    if owner is not None:
        return owner, start
    verb = noun.head
    if noun.dep_ in ("pobj", "pcomp") and verb.dep_ == "prep":
        verb = verb.head
    elif noun.dep_ not in ("dobj", "attr"):
        return None, start
    if verb.pos_ not in ("VERB", "AUX") or verb.i > noun.i:
        return None, start
    who = subject_of(verb)
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
    if adj.dep_ not in ("acomp", "advcl", "ROOT", "conj", "ccomp", "relcl", "amod", "oprd"):
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


def _according(token: Token) -> Iterator[Cue]:
    to = token if token.i + 1 >= len(token.doc) else token.doc[token.i + 1]
    who = child(to, "pobj", "pcomp") or child(token, "pobj")
    yield from _adjunct(token, token, who, to.i + 1)


def _adjunct(token: Token, top: Token, who: Token | None, last: int) -> Iterator[Cue]:
    """A prepositional phrase that attributes the clause it hangs on."""
    if who is None:
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
    elif lemma in REPORT_NOUNS and token.lower_ in ("in", "by"):
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
