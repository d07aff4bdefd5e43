"""Grammar that several steps of reading share: phrases, negation, chains of verbs, clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_TRAILING = frozenset({"acl", "relcl", "appos", "parataxis", "advcl", "ccomp", "punct"})
_CIRCUMSTANCES = frozenset(
    "including amid amidst amongst after during despite since before following while without like "
    "until as because than rather except".split()
)
_FOCUS = frozenset({"only", "merely", "just", "simply", "solely", "least", "necessarily"})
_DOWN = frozenset(
    "dismiss deny exclude doubt reject discount forget ignore overlook underestimate escape "
    "avoid fail refuse oppose preclude prevent lack".split()
)
_UNWORTHY = frozenset(
    "unrealistic impossible unlikely improbable unthinkable unwilling unable uncertain unclear "
    "inconceivable unacceptable unprecedented without".split()
)
_CLAUSAL = frozenset({"conj", "parataxis", "ccomp", "ROOT"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})


def children(token: Token, *deps: str) -> list[Token]:
    """The children with one of these relations, in order."""
    return [c for c in token.children if c.dep_ in deps]


def terms_of(tokens: Iterable[Token]) -> tuple[str, ...]:
    """Lowercase lemmas of the content words, in order."""
    return tuple(
        (t.lemma_ or t.text).lower()
        for t in tokens
        if t.pos_ in _CONTENT and any(c.isalnum() for c in t.text)
    )


def noun_phrase(noun: Token) -> list[Token]:
    """The noun with its owner, modifiers and complements, in order.

    Left out are clauses, appositions, asides, circumstances and what is coordinated with it.
    """
    found = [noun]
    for child in noun.children:
        if child.i > noun.i and child.dep_ in _TRAILING | {"conj", "cc", "preconj"}:
            continue
        if child.dep_ == "prep" and child.lower_ in _CIRCUMSTANCES:
            continue
        if child.dep_ in ("cc", "preconj") and child.i < noun.i:
            continue
        if child.dep_ == "punct" and child.i < noun.i and child.text != "-":
            continue
        found.extend(child.subtree)
    return sorted((t for t in found if not t.is_space), key=lambda t: t.i)


def conjuncts(token: Token) -> list[Token]:
    """The token with all that is coordinated with it, itself first; at most 12."""
    found = [token]
    for one in found:
        found.extend(c for c in one.children if c.dep_ == "conj")
        if len(found) >= 12:
            break
    return found


def is_verbal(token: Token) -> bool:
    """Whether the word is a verb, or has auxiliaries like one ("is closed")."""
    if token.pos_ in ("VERB", "AUX"):
        return True
    return any(c.dep_ in ("aux", "auxpass") for c in token.children)


def is_finite(token: Token) -> bool:
    """Whether the verb, or its first auxiliary, carries tense or a modal."""
    if token.tag_ in ("VBD", "VBP", "VBZ", "MD"):
        return token.pos_ in ("VERB", "AUX")
    return any(c.tag_ in ("VBD", "VBP", "VBZ", "MD") for c in _auxiliaries(token))


def _auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries below a verb, and those that the parse hangs on one of them."""
    own = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return sorted(
        [*own, *(g for c in own for g in c.children if g.dep_ in ("aux", "auxpass"))],
        key=lambda t: t.i,
    )


def has_subject(token: Token) -> bool:
    """Whether the verb has a subject of its own."""
    return any(c.dep_ in _SUBJECTS for one in (token, *_auxiliaries(token)) for c in one.children)


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb; those that a coordinated verb shares with the first."""
    own = _auxiliaries(verb)
    if own or verb.dep_ != "conj" or has_subject(verb) or verb.head.pos_ not in ("VERB", "AUX"):
        return own
    if verb.tag_ in ("VBD", "VBZ", "VBP"):
        return own
    return _auxiliaries(verb.head)


def negations(verb: Token) -> list[Token]:
    """The words that negate a predicate: "not", "never", "no" at its subject or object."""
    found = [t for c in verb.children for t in _negating(c)]
    found += [c for c in verb.head.children if verb.dep_ == "conj" and _nor(c, verb)]
    return [t for t in found if not _focused(t) and not _idiom(t)]


def _nor(child: Token, verb: Token) -> bool:
    """Whether "nor" stands before a verb that is coordinated by it."""
    return child.lower_ == "nor" and child.dep_ == "cc" and child.head.i < child.i < verb.i


def _negating(child: Token) -> list[Token]:
    """The negating words at one child of a verb."""
    if child.dep_ == "neg" or (child.dep_ == "aux" and child.lower_ == "cannot"):
        return [child]
    if child.dep_ in ("preconj", "cc"):
        negates = child.lower_ == "neither" or (child.lower_ == "nor" and child.i < child.head.i)
        return [child] if negates else []
    if child.dep_ not in ("nsubj", "nsubjpass", "dobj", "attr"):
        return []
    if child.lower_ in ("nobody", "nothing", "none", "neither"):
        return [child]
    return [c for c in child.children if c.dep_ in ("det", "neg") and c.lower_ == "no"]


def raised_subject(verb: Token) -> Token | None:
    """The subject of a verb, or of what it completes ("the bill" of "is likely to be passed")."""
    for _ in range(4):
        for one in (verb, *_auxiliaries(verb)):
            for child in one.children:
                if child.dep_ in ("nsubj", "nsubjpass"):
                    return child
        if verb.dep_ not in ("xcomp", "acomp", "conj") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def is_double(verb: Token) -> bool:
    """Whether what a verb says is itself negative ("cannot be dismissed", "not impossible")."""
    if verb.lemma_.lower() in _DOWN:
        return True
    return any(
        t.lower_ in _UNWORTHY
        for c in verb.children
        if c.dep_ in ("acomp", "attr", "prep", "oprd", "advcl")
        for t in c.subtree
    )


def _focused(token: Token) -> bool:
    """Whether "not" belongs to "not only", "not merely", …"""
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in _FOCUS


def _idiom(token: Token) -> bool:
    """Whether "no" belongs to "no doubt"."""
    return token.lower_ == "no" and token.head.lower_ == "doubt"


def opens_question(verb: Token) -> bool:
    """Whether a clause leaves open whether what it says is so ("whether it will", "if it will")."""
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    return "whether" in marks or ("if" in marks and verb.dep_ in ("ccomp", "pcomp"))


def has_result(verb: Token) -> bool:
    """Whether "leave" only says how something ends up ("leaves them exposed")."""
    if verb.lemma_.lower() not in ("leave", "quit"):
        return False
    if any(c.dep_ in ("oprd", "acomp", "ccomp", "xcomp") for c in verb.children):
        return True
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    return any(
        g.i > o.i and (g.dep_ in ("amod", "acl") or g.pos_ == "ADJ")
        for o in objects
        for g in o.children
    )


def verb_words(verb: Token) -> tuple[Token, Token]:
    """First and last token of the verb with its auxiliaries and particle, where they adjoin."""
    first, last = verb, verb
    while (
        first.i > 0
        and first.nbor(-1).head.i == verb.i
        and (first.nbor(-1).dep_ in ("aux", "auxpass", "neg", "advmod"))
    ):
        first = first.nbor(-1)
    for child in verb.children:
        if child.dep_ == "prt" and 0 < child.i - last.i <= 2:
            last = child
    return first, last


def main_clauses(root: Token) -> list[Token]:
    """The heads of the coordinated or juxtaposed clauses of a sentence, the root first."""
    found = [root]
    for head in found:
        for child in head.children:
            if child.dep_ in _CLAUSAL and _stands_alone(child, head) and len(found) < 24:
                found.append(child)
    return found


def _stands_alone(clause: Token, head: Token) -> bool:
    """Whether a clause could be a sentence: finite, with a subject, set off without a marker."""
    if not (is_finite(clause) and has_subject(clause)):
        return False
    if any(c.dep_ == "mark" or c.tag_ in ("WDT", "WP", "WRB") for c in clause.children):
        return False
    if clause.dep_ == "conj":
        return True
    between = clause.doc[min(clause.i, head.i) : max(clause.i, head.i)]
    return any(t.text in (";", "—", "–", ":") for t in between)


def clause_tokens(head: Token, heads: Iterable[Token]) -> list[Token]:
    """The tokens of one main clause, without those of the others below it, in order."""
    others = {h.i for h in heads if h.i != head.i}
    return sorted(_below(head, others), key=lambda t: t.i)


def _below(head: Token, stops: set[int]) -> Iterator[Token]:
    waiting = [head]
    while waiting:
        token = waiting.pop()
        yield token
        waiting.extend(c for c in token.children if c.i not in stops)


def ranges_of(tokens: Iterable[Token]) -> tuple[tuple[int, int], ...]:
    """The tokens as character ranges; tokens with only blanks between them make one range."""
    found: list[tuple[int, int]] = []
    last = -2
    for token in sorted(tokens, key=lambda t: t.i):
        if token.is_space:
            last = token.i if token.i == last + 1 else last
            continue
        end = token.idx + len(token)
        if found and token.i == last + 1:
            found[-1] = (found[-1][0], end)
        else:
            found.append((token.idx, end))
        last = token.i
    return tuple(found)


def token_at(doc: Doc, offset: int) -> Token | None:
    """The token that holds the character at `offset`."""
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None
