"""Token ranges of a parse that attribution works in: who is the subject, what a phrase covers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from stemma.reading.lexicon import ARTEFACTS, DOCUMENTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LONGEST_SENTENCE = 300  # tokens; longer runs are lists and debris, and their trees cost too much
# What stands before a noun that it belongs to.
OPENING = frozenset({"det", "predet", "compound", "amod", "nmod", "poss", "nummod", "case"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_ENTOURAGE = frozenset({"aux", "auxpass", "neg"})
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PART"})
_LONGEST_RUN = 12  # tokens
_CLIMB = 6  # clauses that a shared subject may be away


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def phrase(token: Token) -> set[int]:
    """Indices of the token's subtree, white space left out."""
    return {t.i for t in token.subtree if t.pos_ != "SPACE"}


def is_gap(token: Token) -> bool:
    """Whether the token stands for what lies between two paragraphs."""
    if not token.is_space and token.pos_ != "SPACE":
        return False
    return "\n\n" in token.text or (token.i == token.sent.start and token.i + 1 == token.sent.end)


def paragraphs(doc: Doc) -> Iterator[Span]:
    """What stands between two gaps, in order."""
    start = 0
    for token in doc:
        if is_gap(token):
            if token.i > start:
                yield doc[start : token.i]
            start = token.i + 1
    if start < len(doc):
        yield doc[start:]


def running_text(doc: Doc) -> str:
    """The text with its offsets kept: only gaps are line breaks, and nothing else is in them."""
    return "".join(
        "\n" * len(t.text_with_ws) if is_gap(t) else t.text_with_ws.replace("\n", " ") for t in doc
    )


def subject_of(verb: Token) -> Token | None:
    """The word that does what the verb says, shared through conjunction and infinitives.

    A reduced clause on a noun ("a report showing …") has the noun. Where the parse has none, it
    is the name or noun right before a finite verb.
    """
    return _governed_subject(verb) or _stray_subject(verb)


def _stray_subject(verb: Token) -> Token | None:
    start = verb_group(verb, verb.i + 1)[0]
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in verb.doc[start : verb.i + 1])
    if not finite or start == verb.sent.start or verb.dep_ in ("relcl", "acl"):
        return None
    if verb.doc[start - 1].text == "," and start - 1 > verb.sent.start:
        start -= 1
    before = _head_of_run(verb.doc, verb.sent.start, start - 1)
    return before if before.pos_ in ("PROPN", "PRON", "NOUN") and before.tag_ != "WDT" else None


def _head_of_run(doc: Doc, first: int, last: int) -> Token:
    """The head of the noun phrase that ends at `last`: of "an official with knowledge of it"."""
    start = last
    while start > first and doc[start - 1].pos_ in _NOMINAL and last - start < _LONGEST_RUN:
        start -= 1
    if start == first or doc[start - 1].text != "," or doc[start].pos_ != "DET":
        return doc[last]
    nouns = [i for i in range(start, last + 1) if doc[i].pos_ in ("NOUN", "PROPN")]
    return next((doc[i] for i in nouns if i + 1 not in nouns), doc[last])


def _governed_subject(verb: Token) -> Token | None:
    for _ in range(_CLIMB):
        own = [c for c in verb.children if c.dep_ in SUBJECTS]
        if own:
            own = [c for c in own if c.tag_ not in ("WP", "WDT")] or own
            quoted = any(t.is_quote for t in verb.doc[own[0].i : verb.i])
            return own[-1] if quoted else own[0]
        dep, head = verb.dep_, verb.head
        if dep == "acl" and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
            return owner_of(head)
        if dep == "acl" or (dep == "relcl" and head.i < verb.i):
            return _author(head) or head
        if dep in ("xcomp", "ccomp"):
            patient = child(head, "dobj", "dative")
            if patient is not None and patient.i < verb.i and dep == "xcomp":
                return patient
        elif dep not in ("conj", "advcl", "pcomp", "prep", "parataxis", "dep"):
            return None
        if head.i == verb.i:
            return None
        verb = head.head if is_parallel(verb) else head
        if verb.pos_ == "NOUN":
            return owner_of(verb)
    return None


def is_parallel(verb: Token) -> bool:
    """Whether a verb that the parse joins to what was said stands beside the verb of saying.

    "She said she admires him and praised his work": the tense tells.
    """
    clause = verb.head
    if verb.dep_ != "conj" or clause.dep_ != "ccomp" or child(verb, *SUBJECTS) is not None:
        return False
    return _tense(verb) == _tense(clause.head) != _tense(clause) and clause.head.i < clause.i


def _tense(verb: Token) -> str:
    """The tag that carries the tense: that of "did" in "did not say"."""
    helping = [c.tag_ for c in verb.children if c.dep_ in ("aux", "auxpass") and c.tag_ != "TO"]
    return helping[0] if helping else verb.tag_


def _author(noun: Token) -> Token | None:
    """Who speaks through a thing that carries words: "she sent a letter asking …".

    A place that the parse takes for the speaker ("a motion was tabled in parliament asking …")
    yields to the thing.
    """
    if noun.lemma_.lower() not in ARTEFACTS:
        verb = noun.head.head
        subjects = (c for c in verb.children if c.dep_ in SUBJECTS and noun.dep_ == "pobj")
        return next((c for c in subjects if c.lemma_.lower() in ARTEFACTS | DOCUMENTS), None)
    owner = owner_of(noun)
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if owner is None and noun.dep_ in ("dobj", "pobj") and verb.pos_ == "VERB":
        owner = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return owner


def owner_of(noun: Token) -> Token | None:
    """Who a noun of saying or wanting belongs to: its possessor, or "by …", "from …"."""
    poss = child(noun, "poss")
    if poss is not None:
        return poss
    for prep in noun.children:
        if prep.dep_ in ("prep", "agent") and prep.lower_ in ("by", "from", "among"):
            return child(prep, "pobj")
    return None


def agent_of(verb: Token) -> Token | None:
    """The agent of a passive ("was announced by the ministry")."""
    for c in verb.children:
        if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by"):
            return child(c, "pobj")
    return None


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive, its auxiliary left out or not."""
    if any(c.dep_ in ("auxpass", "nsubjpass", "csubjpass") for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ in ("aux", "nsubj") for c in verb.children):
        return False
    if verb.dep_ in ("acl", "advcl"):
        return True
    return verb.dep_ == "conj" and is_passive(verb.head) and verb.head.tag_ == "VBN"


def verb_group(verb: Token, last: int) -> tuple[int, int]:
    """The verb with its auxiliaries, negation and adverbs, to token `last` where that is near."""
    doc, start, end = verb.doc, verb.i, verb.i + 1
    while start > 0 and _belongs(doc[start - 1], verb):
        start -= 1
    while end < len(doc) and (end < last or _belongs(doc[end], verb)):
        end += 1
    return start, end


def _belongs(token: Token, verb: Token) -> bool:
    if token.head.i != verb.i:
        return False
    return (
        token.dep_ in _ENTOURAGE
        or token.dep_ == "prt"
        or (
            token.dep_ == "advmod"
            and token.pos_ == "ADV"
            and token.n_lefts + token.n_rights == 0
            and token.tag_ != "WRB"
        )
    )


def block(covered: set[int], anchor: int) -> set[int]:
    """The unbroken run of indices around `anchor`."""
    start = end = anchor
    while start - 1 in covered:
        start -= 1
    while end + 1 in covered:
        end += 1
    return set(range(start, end + 1))


def trim(doc: Doc, covered: set[int]) -> set[int]:
    """The indices without commas, stops, dashes and blanks at either edge."""
    kept = sorted(covered)
    while len(kept) > 1 and (doc[kept[-1]].text in _EDGE or doc[kept[-1]].pos_ == "SPACE"):
        kept.pop()
    while len(kept) > 1 and (doc[kept[0]].text in _EDGE or doc[kept[0]].pos_ == "SPACE"):
        kept.pop(0)
    return set(kept)


_EDGE = frozenset({",", ";", ":", ".", "-", "–", "—", "…", "•", "*", "·"})


def ranges(doc: Doc, covered: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Code-point ranges of token indices, without outer commas and stops.

    Neighbours join, but not across the end of a paragraph.
    """
    found: list[list[int]] = []
    for i in sorted(covered):
        if doc[i].pos_ == "SPACE":
            continue
        between = [doc[k] for k in range(found[-1][-1] + 1, i)] if found else []
        if found and all(t.pos_ == "SPACE" and not is_gap(t) for t in between):
            found[-1].append(i)
        else:
            found.append([i])
    trimmed = [_without_and(doc, sorted(trim(doc, set(run)))) for run in found]
    kept = [run for run in trimmed if any(not doc[i].is_punct for i in run)]
    return tuple((doc[r[0]].idx, doc[r[-1]].idx + len(doc[r[-1]])) for r in kept)


def _without_and(doc: Doc, run: list[int]) -> list[int]:
    """A run without the "and" or "but" that it breaks off at."""
    while len(run) > 1 and (doc[run[-1]].pos_ == "CCONJ" or doc[run[-1]].text in _EDGE):
        run = run[:-1]
    return run
