"""What a stated likelihood is about: the words for the event, and the qualifiers they give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stemma.reading.estimates_scopes import qualifiers

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]

_VERBS = frozenset({"VERB", "AUX"})
_OUTCOMES = frozenset("scenario outcome result course path development ending case".split())
_EXPLETIVES = frozenset({"it", "there"})
_NOMINAL = frozenset({"ADJ", "NOUN", "PROPN"})
_MOST_SCOPES = 8


def event_of(doc: Doc, core: int, label: Range, within: Range) -> list[Range]:
    """The event that the word at `core` states a likelihood of; empty where the parse shows none.

    Each range lies in `within` and shares no character with `label`.
    """
    token = _token(doc, core)
    if token is None:
        return []
    if token.pos_ in {"NOUN", "PROPN"}:
        pieces = _of_noun(token)
    elif token.tag_ in {"VBN", "VBD", "VB"}:
        pieces = _of_passive(token)
    else:
        pieces = _of_adjective(token)
    ranges = [part for piece in pieces for part in _clipped(piece, label, within)]
    return sorted(set(ranges))[:4]


def states_likelihood(doc: Doc, core: int, degree: bool) -> bool:
    """Whether an adjective at `core` says how likely something is.

    False for "likely voters" and "an unlikely ally", where it only marks a noun, and for a bare
    adverb ("will likely"), which is modality; one with a `degree` ("most likely") states more.
    """
    token = _token(doc, core)
    if token is None or token.pos_ in {"NOUN", "PROPN"}:
        return token is not None
    if _is_name_of_kind(token):
        return False
    if token.dep_ in {"amod", "nmod", "compound"}:
        said = token.i > token.head.i and any(c.dep_ == "xcomp" for c in token.rights)
        return said or token.head.lemma_.lower() in _OUTCOMES
    if token.tag_ == "RB" or token.dep_ == "advmod":
        return degree and not (token.head.pos_ in _VERBS and _is_past(token.head))
    return True


def _is_name_of_kind(word: Token) -> bool:
    """Whether an adjective tells a kind of thing or people and states no likelihood of its own.

    "a Liberal and likely party leader", "the least likely to fall ill", "drivers, who are most
    likely to …": the last two compare groups.
    """
    after = word.doc[word.i + 1 : word.i + 2]
    if word.dep_ == "conj" and word.head.pos_ in _NOMINAL and after and after[0].pos_ in _NOMINAL:
        return True
    if word.dep_ == "pobj" or _is_one_of_kinds(word):
        return True
    if word.dep_ != "acomp" or not any(c.lower_ in {"most", "least"} for c in word.lefts):
        return False
    return any(child.lower_ == "who" for child in word.head.lefts)


def _is_one_of_kinds(word: Token) -> bool:
    """Whether it stands in a row of adjectives before a noun ("confirmed, probable and …")."""
    after = word.doc[word.i + 1 : word.i + 4]
    return (
        len(after) == 3
        and after[0].lower_ in {"and", "or", ","}
        and (after[1].pos_ == "ADJ" or after[1].tag_ in {"VBN", "VBD"})
        and after[2].pos_ == "NOUN"
    )


def scopes_of(doc: Doc, ranges: list[Range]) -> tuple[str, ...]:
    """The qualifiers in an event's words, lowercase: "full", "partial", "of the treaty"."""
    found: list[str] = []
    for start, end in ranges:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None and len(span):
            found += qualifiers(span)
    return tuple(dict.fromkeys(found))[:_MOST_SCOPES]


def _of_noun(noun: Token) -> list[Range]:
    """ "chance of X", "likelihood that X", "chance to X"; else what the chance is said to be."""
    for child in noun.rights:
        if child.lower_ in {"of", "at"} and child.dep_ == "prep":
            return _complement(child)
        if child.dep_ in {"acl", "relcl", "ccomp"} and child.pos_ in _VERBS:
            return [] if _has_relative(child) else [_subtree(child)]
    if noun.head.pos_ in _VERBS:
        for child in noun.head.rights:
            if child.dep_ in {"ccomp", "acl"} and child.i > noun.i:
                return [_subtree(child)]
            if child.lower_ in {"of", "for"} and child.dep_ == "prep" and child.i > noun.i:
                return _complement(child)
    return _near_complement(noun)


def _has_relative(verb: Token) -> bool:
    """Whether a clause says something about the chance itself ("the chance that he had")."""
    return any(child.tag_ in {"WDT", "WP"} for child in verb.children)


def _near_complement(noun: Token) -> list[Range]:
    """The same where the parse hangs it elsewhere, within three words of the noun."""
    for token in noun.doc[noun.i + 1 : noun.i + 4]:
        if token.is_sent_start or token.is_punct:
            break
        if token.lower_ in {"of", "at"}:
            return _complement(token)
        if token.lower_ in {"to", "that"} and token.head.i > noun.i and token.head.pos_ in _VERBS:
            return [_subtree(token.head)]
    return []


def _complement(preposition: Token) -> list[Range]:
    """All that stands under a preposition ("of the party leaving office")."""
    parts = [_subtree(child) for child in preposition.rights]
    return [(parts[0][0], max(end for _, end in parts))] if parts else []


def _of_passive(verb: Token) -> list[Range]:
    """The subject of "cannot be ruled out"; the clause that follows where it is an expletive."""
    return _parties(verb)


def _of_adjective(word: Token) -> list[Range]:
    head = word.head
    if word.dep_ == "advmod" and head.pos_ in _VERBS:
        return [_subtree(head)]
    if word.dep_ in {"amod", "nmod"}:
        return _named_outcome(head)
    own = [child for child in word.rights if child.dep_ in {"xcomp", "ccomp", "advcl"}]
    named = [child for child in word.lefts if child.dep_ == "nsubj"]
    if named:
        return [_subtree(part) for part in (*named[:1], *own[:1])]
    subject = _parties(head) if head.pos_ in _VERBS else _bearer(word)
    if own and (own[0].dep_ != "xcomp" or _is_empty(head)):
        return [_subtree(own[0])]
    return [*subject[:1], *(_subtree(part) for part in own[:1])]


def _bearer(word: Token) -> list[Range]:
    """Whom a likelihood without a verb is said of ("a step likely to …")."""
    head = word.head
    if word.dep_ == "conj" and head.head.pos_ in _VERBS:
        return _parties(head.head)
    return [_up_to(head)] if head.pos_ in {"NOUN", "PROPN"} and head.i < word.i else []


def _up_to(noun: Token) -> Range:
    """A noun with what stands before it."""
    return noun.left_edge.idx, noun.idx + len(noun.text)


def _named_outcome(noun: Token) -> list[Range]:
    """What "the most likely outcome" is said to be."""
    head = noun.head
    if head.pos_ not in _VERBS or head.lemma_ != "be":
        return []
    return [_subtree(child) for child in head.rights if child.dep_ in {"attr", "ccomp", "xcomp"}][
        :1
    ]


def _parties(verb: Token) -> list[Range]:
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "csubj", "csubjpass"}]
    clauses = [c for c in verb.rights if c.dep_ in {"ccomp", "xcomp", "advcl"}]
    if subjects and subjects[0].tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
        return [_up_to(verb.head)]
    if subjects and subjects[0].lower_ not in _EXPLETIVES:
        return [_subtree(subjects[0])]
    return [_subtree(part) for part in (*clauses, *subjects)][:1]


def _is_empty(verb: Token) -> bool:
    return any(
        child.lower_ in _EXPLETIVES for child in verb.children if child.dep_ in {"nsubj", "expl"}
    )


def _is_past(verb: Token) -> bool:
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if helpers & {"will", "would", "could", "may", "might", "should"}:
        return "have" in helpers
    return verb.tag_ in {"VBD", "VBN"}


def _subtree(token: Token) -> Range:
    last = token.right_edge
    return token.left_edge.idx, last.idx + len(last.text)


def _clipped(piece: Range, label: Range, within: Range) -> list[Range]:
    """A range without the label's characters, within the sentence."""
    start, end = max(piece[0], within[0]), min(piece[1], within[1])
    if end <= label[0] or start >= label[1]:
        parts = [(start, end)]
    else:
        parts = [(start, label[0]), (label[1], end)]
    return [part for part in parts if part[1] - part[0] > 1]


def _token(doc: Doc, at: int) -> Token | None:
    span = doc.char_span(at, at + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None
