"""Verbs that attribute: each reading of a verb's complements as a possible attribution."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.reading.attribution_source import can_speak
from stemma.reading.attribution_spans import (
    SUBJECTS,
    child,
    is_parallel,
    phrase,
    subject_of,
    verb_group,
    without_asides,
)
from stemma.reading.lexicon import ATTRIBUTING, LEMMA_REPAIRS, RECIPIENT_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECT_PREPOSITIONS = frozenset("as for of over with to against on about".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
ASKING = frozenset({"if", "whether", "how", "why"})
_DASHES = frozenset({",", "—", "–", "-", "--", "―"})
_LONGEST_INSERTION = 40  # tokens
_LONGEST_AS_CLAUSE = 12

_BREAKS = frozenset({",", "”", '"', "''", "—", "–"})
_CALLED = frozenset({"oprd", "xcomp", "ccomp", "acomp", "attr", "appos"})
_VAGUE = frozenset("something anything nothing everything all thing way what".split())

Reading = tuple[str, str, set[int], int]  # frame, key, content, where the cue may end


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may attribute, with the frame it stands in; positions are token indices.

    `key` is what the lexicon knows the frame by: the lemma with its particle, or "lemma prep".
    `source` is the head word of the source, `None` where the text names nobody.
    """

    head: int
    frame: str
    key: str
    words: tuple[int, int]
    source: int | None
    content: frozenset[int]
    unnamed: str | None = None


def lemma_of(verb: Token) -> str:
    """The verb's lemma with its particle: "point out"."""
    lemma = verb.lemma_.lower()
    lemma = LEMMA_REPAIRS.get(lemma, lemma)
    particle = child(verb, "prt")
    return f"{lemma} {particle.lower_}" if particle is not None else lemma


def verb_cues(verb: Token) -> Iterator[Cue]:
    """Every frame in which an active verb could attribute, the most telling first."""
    who = _inverted(verb) or subject_of(verb)
    if who is None or who.tag_ == "EX":
        return
    own = phrase(who) if who.head.i == verb.i else {who.i}
    for frame, key, content, last in _active(verb):
        covered = content - own
        if covered:
            yield Cue(verb.i, frame, key, verb_group(verb, last), who.i, frozenset(covered))


def _inverted(verb: Token) -> Token | None:
    """Who speaks in "…, noted two engineers", though the parse has them for the object."""
    before = verb.doc[verb.i - 1] if verb.i > verb.sent.start else verb
    if verb.tag_ not in ("VBD", "VBZ") or before.text not in _BREAKS or child(verb, *SUBJECTS):
        return None
    who = child(verb, "dobj")
    if who is None or who.left_edge.i != verb.i + 1 or not can_speak(who):
        return None
    after = who.right_edge.i + 1
    closed = after >= verb.sent.end or verb.doc[after].is_punct
    return who if closed and lemma_of(verb) in ATTRIBUTING["clause"] else None


def _active(verb: Token) -> Iterator[Reading]:
    lemma, after = lemma_of(verb), verb.i + 1
    yield from _clauses(verb, lemma)
    yield from _inserted(verb, lemma)
    yield from _as_clause(verb, lemma)
    for c in verb.children:
        if c.dep_ == "dobj" and c.tag_ not in ("WP", "WDT"):
            if lemma == "call" and not _called_something(verb, c):
                continue
            yield "obj", lemma, _object(verb, c), after
        elif c.dep_ in ("oprd", "acomp"):
            yield "small", lemma, phrase(c), after
    yield from _relative(verb, lemma)
    for c in verb.children:
        inner = child(c, "pobj", "pcomp") if c.dep_ == "prep" and c.i > verb.i else None
        if inner is not None:
            yield "prep", f"{lemma} {c.lower_}", without_asides(inner), reach(verb, c)
    yield from _rest(verb, lemma)


def _clauses(verb: Token, lemma: str) -> Iterator[Reading]:
    """Clauses that the verb governs; those behind it first."""
    after = verb.i + 1
    for c in sorted(verb.children, key=lambda c: (c.i < verb.i, c.i)):
        if c.dep_ in ("ccomp", "xcomp"):
            if c.i > verb.i or _leads(c):
                yield _clause_frame(c), lemma, _with_rest(verb, c), after
        elif c.dep_ == "advcl" and c.i > verb.i:
            marker = c.left_edge.lower_ if c.left_edge.i < c.i else ""
            mark = child(c, "mark")
            if marker in ASKING or (mark is not None and mark.lower_ == "that"):
                yield "clause", lemma, _from_that(verb, c), after
            elif marker == "for":
                yield "prep", f"{lemma} for", phrase(c), after


def _leads(clause: Token) -> bool:
    """Whether a clause before its verb is what is said, not a sentence of its own."""
    end = clause.right_edge.i + 1
    return end >= len(clause.doc) or clause.doc[end].text not in (";", ":", ".", "—", "–")


def reach(verb: Token, prep: Token) -> int:
    """Where a cue ends that takes in the preposition of its complement."""
    return prep.i + 1 if prep.i - verb.i <= 2 else verb.i + 1


def _clause_frame(clause: Token) -> str:
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children):
        return "inf"
    finite = clause.tag_ in _FINITE or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in _FINITE for c in clause.children
    )
    if clause.dep_ == "ccomp" and (finite or child(clause, "mark") is not None):
        return "clause"
    return "ger" if clause.tag_ == "VBG" else "small"


def _from_that(verb: Token, clause: Token) -> set[int]:
    """The clause without what stands between its verb and its "that" ("said, citing X, that")."""
    covered, mark = phrase(clause), child(clause, "mark")
    if mark is None or mark.lower_ != "that" or mark.i < verb.i:
        return covered
    return {i for i in covered if i >= mark.i}


def _with_rest(verb: Token, clause: Token) -> set[int]:
    """The clause and what the parse hangs on the verb but stands behind the clause."""
    to = _clause_frame(clause) == "inf"
    covered = _from_that(verb, clause)
    if verb.dep_ == "relcl":
        covered = {i for i in covered if i > verb.i or verb.doc[i].tag_ not in ("WP", "WDT")}
    for c in verb.children:
        if c.i > clause.i > verb.i and c.dep_ == "advcl" and child(c, "mark") is not None:
            covered |= phrase(c)
    covered |= _cut_off(verb, covered)
    for c in clause.children:
        contrast = c.dep_ == "advcl" and c.left_edge.lower_ in ("while", "whereas")
        apart = c.dep_ == "conj" and (_is_clause(c) if to else _behind_quotation(clause, c))
        if c.i > clause.i and (is_parallel(c) or apart or (contrast and _speaks_itself(c))):
            covered -= phrase(c)
    return covered


def _cut_off(verb: Token, covered: set[int]) -> set[int]:
    """What follows a clause without a break, though the parse hangs it on the verb of saying.

    Its predicate ("she said what is known is enough"), or what its last "and" joins to it.
    """
    last = max(covered, default=verb.i)
    follows = next((c for c in verb.children if c.i > last and c.left_edge.i == last + 1), None)
    if last <= verb.i or follows is None:
        return set()
    joined = verb.doc[last].pos_ == "CCONJ" and follows.dep_ == "conj"
    goes_on = follows.dep_ == "ccomp" and child(follows, *SUBJECTS) is None
    return phrase(follows) if joined or goes_on else set()


def _behind_quotation(clause: Token, verb: Token) -> bool:
    """Whether a verb shares the speaker of a quotation: "said: “We won,” but would not say how"."""
    closed = any(t.text in ("”", "''", '"') for t in verb.doc[clause.i : verb.i])
    opened = any(t.is_quote for t in verb.doc[clause.left_edge.i : clause.i])
    return closed and opened and child(verb, *SUBJECTS) is None


def _is_clause(verb: Token) -> bool:
    """Whether a verb has tense and a subject of its own."""
    finite = verb.tag_ in _FINITE or any(c.tag_ in _FINITE for c in verb.children)
    return finite and child(verb, *SUBJECTS) is not None


def _speaks_itself(clause: Token) -> bool:
    return lemma_of(clause) in ATTRIBUTING["clause"] and child(clause, *SUBJECTS) is not None


def _object(verb: Token, obj: Token) -> set[int]:
    covered = without_asides(obj)
    for c in verb.children:
        if c.i > obj.i and (
            c.dep_ == "oprd"
            or (c.dep_ == "prep" and c.lower_ in _OBJECT_PREPOSITIONS)
            or _goes_on(c)
        ):
            covered |= phrase(c)
    return covered


def _goes_on(noun: Token) -> bool:
    """Whether a noun that the parse has lost goes on with a list: "cited A, threats to B"."""
    first = noun.left_edge
    set_off = first.text in _BREAKS or noun.doc[first.i - 1].text in _BREAKS
    lost = noun.dep_ in ("npadvmod", "dobj") and noun.ent_type_ not in ("DATE", "TIME")
    return set_off and lost


def _called_something(verb: Token, obj: Token) -> bool:
    """Whether the object is given a name or a quality, not just called home, back or off."""
    if any(t.is_quote for t in verb.doc[verb.i : obj.right_edge.i + 3]):
        return True
    return any(c.i > obj.i and c.dep_ in _CALLED for c in verb.children)


def _inserted(verb: Token, lemma: str) -> Iterator[Reading]:
    """A clause of saying set into, or behind, what is said: "The plan, she said, is dead"."""
    who = child(verb, *SUBJECTS)
    if who is None or any(c.dep_ in ("ccomp", "xcomp") for c in verb.children):
        return
    if verb.dep_ == "relcl" and who.tag_ in ("WP", "WDT"):
        return
    block = phrase(who) | {verb.i}
    for c in verb.children:
        if c.dep_ == "dobj" and lemma not in RECIPIENT_VERBS:
            return
        if c.dep_ in ("aux", "neg", "advmod", "prep", "dative", "npadvmod", "dobj"):
            block |= phrase(c)
    doc, start, end, sentence = verb.doc, min(block), max(block) + 1, verb.sent
    if end - start > _LONGEST_INSERTION or start <= sentence.start:
        return
    opened = doc[start - 1].text in _DASHES
    closed = end >= sentence.end or doc[end].is_punct
    if opened and closed and not (end < len(doc) and doc[end].text == ":"):
        inside = {t.i for t in sentence if t.pos_ != "SPACE"} - set(range(start, end))
        yield "inserted", lemma, inside, verb.i + 1


def _as_clause(verb: Token, lemma: str) -> Iterator[Reading]:
    """ "As the paper notes, …": the clause that the as-clause hangs on is what is noted.

    One that opens its sentence has what follows its comma, whatever the parse makes of it.
    """
    if any(c.dep_ in ("ccomp", "dobj") for c in verb.children):
        return
    doc, sentence, after = verb.doc, verb.sent, verb.i + 1
    if sentence[0].lower_ == "as" and verb.i - sentence.start <= _LONGEST_AS_CLAUSE:
        end = min(sentence.end, after + _LONGEST_AS_CLAUSE)
        comma = next((i for i in range(after, end) if doc[i].text in (",", ":")), None)
        opening = doc[sentence.start + 1 : verb.i]
        if comma is not None and not any(t.pos_ in ("VERB", "PUNCT") for t in opening):
            inside = {t.i for t in doc[comma + 1 : sentence.end] if t.pos_ != "SPACE"}
            yield "inserted", lemma, inside, after
            return
    mark = child(verb, "mark", "advmod")
    if verb.dep_ == "advcl" and mark is not None and mark.lower_ == "as" and mark.i < verb.i:
        yield "inserted", lemma, phrase(verb.head) - phrase(verb), after


def _relative(verb: Token, lemma: str) -> Iterator[Reading]:
    """ "A charge she denied": the noun that the relative clause hangs on is the object."""
    if verb.dep_ != "relcl" or verb.head.i > verb.i or child(verb, "nsubj") is None:
        return
    if any(c.dep_ in ("ccomp", "xcomp", "prep", "mark") or c.tag_ == "WRB" for c in verb.children):
        return
    gap = child(verb, "dobj")
    if verb.head.lemma_.lower() in _VAGUE:
        return
    if gap is None or gap.tag_ in ("WDT", "WP"):
        covered = phrase(verb.head) - phrase(verb)
        yield "obj", lemma, covered | ({gap.i} if gap is not None else set()), verb.i + 1


def _rest(verb: Token, lemma: str) -> Iterator[Reading]:
    """What follows a verb of saying whose clause the parse has lost, to the sentence's end."""
    if child(verb, "nsubj") is None or verb.dep_ in ("relcl", "acl", "amod"):
        return
    start = verb.i + 1
    for c in verb.children:
        if c.dep_ in ("dobj", "dative", "npadvmod", "advmod", "prep") and c.i == start:
            start = c.right_edge.i + 1
    rest = [t for t in verb.doc[start : verb.sent.end] if t.pos_ != "SPACE"]
    if any(t.tag_ in _FINITE and child(t, *SUBJECTS) is not None for t in rest):
        yield "rest", lemma, {t.i for t in rest}, verb.i + 1
