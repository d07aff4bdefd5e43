"""How a proposition is put: its kind, polarity, modality, hedges, conditions and stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.model.reading import Modality, Polarity, Stage
from stemma.reading.conditions import find_conditions
from stemma.reading.framing import Framing
from stemma.reading.grammar import (
    auxiliaries,
    conjuncts,
    has_subject,
    is_double,
    is_finite,
    is_verbal,
    main_clauses,
    negations,
    opens_question,
)
from stemma.reading.hedges import Hedge, find_hedges
from stemma.reading.predicate import INTENDING, INTENDING_NOUNS, Predicate
from stemma.reading.stage import find_stage, stage_of_cue

if TYPE_CHECKING:
    from spacy.tokens import Token

_DENYING = frozenset(
    "deny dispute rebut refute reject dismiss repudiate disavow contest contradict disclaim refuse "
    "decline forbid".split()
) | {"rule out"}
_INTENDING_CUES = INTENDING | {"announce", "call", "demand", "urge", "recommend", "request"}
_TRYING = frozenset({"try", "attempt"})  # "tried to" tells what was done
_ASKING = frozenset({"ask", "wonder", "question", "inquire", "ask about", "wonder about"})
_WANTING = frozenset(
    "want wish support back favor favour plan intend agree endorse approve welcome accept consider "
    "seek need propose".split()
)
_UNSURE_FIRST = ("possible", "probable")


@dataclass(frozen=True, slots=True)
class Force:
    """How a proposition is put, with the tokens that show it."""

    polarity: Polarity = "unknown"
    modality: Modality = "unknown"
    stage: Stage = "unknown"
    hedges: tuple[tuple[Token, ...], ...] = ()
    conditions: tuple[tuple[Token, ...], ...] = ()
    stage_words: tuple[Token, Token] | None = None


def find_force(predicate: Predicate | None, framing: Framing, tokens: list[Token]) -> Force:
    """How the proposition is put; without a predicate all is unknown but what the frame says."""
    if predicate is None:
        return Force()
    hedges = find_hedges(predicate)
    at = {words[-1].i for words, _ in hedges}
    if framing.evidential is not None and framing.evidential.i not in at:
        hedges.append(((framing.evidential,), "possible"))
    conditions = find_conditions(predicate, tokens)
    reached = find_stage(predicate, framing) or stage_of_cue(framing, predicate)
    verbal = is_verbal(predicate.core)
    return Force(
        polarity=_polarity(predicate, framing) if verbal or framing.lemma else "unknown",
        modality=_modality(predicate, framing, hedges, bool(conditions)),
        stage=reached.stage if reached else "unknown",
        hedges=tuple(words for words, _ in hedges),
        conditions=tuple(tuple(words) for words in conditions),
        stage_words=reached.words if reached else None,
    )


def leaves_open(predicate: Predicate, framing: Framing) -> bool:
    """Whether the proposition is only asked about, and nobody says that it is so or is not."""
    if opens_question(predicate.main):
        return True
    return framing.lemma in _ASKING and predicate.core.tag_ != "VB"


def _polarity(predicate: Predicate, framing: Framing) -> Polarity:
    """Affirmed, negated, or unknown where two negations meet or the clauses differ."""
    if leaves_open(predicate, framing):
        return "unknown"
    own = _turns(predicate)
    if framing.negated:
        return "negated" if _key(framing.lemma) in _WANTING and not own else "unknown"
    count = own + (_key(framing.lemma) in _DENYING)
    if count >= 2 or (own and is_double(predicate.core)) or _mixed(predicate, own):
        return "unknown"
    return "negated" if count else "affirmed"


def _key(lemma: str) -> str:
    return lemma if lemma == "rule out" else lemma.split(" ", maxsplit=1)[0]


def _turns(predicate: Predicate) -> int:
    """How often the predicate is turned by negation. "Failed to" affirms that somebody failed."""
    return sum(bool(negations(link)) for link in predicate.chain)


def _mixed(predicate: Predicate, own: int) -> bool:
    """Whether a coordinated clause with its own subject has the other polarity."""
    others = [o for o in conjuncts(predicate.main)[1:] if is_finite(o) and has_subject(o)]
    others += main_clauses(predicate.main)[1:]
    return any(bool(negations(other)) != bool(own) for other in others)


def _modality(
    predicate: Predicate, framing: Framing, hedges: list[Hedge], conditional: bool
) -> Modality:
    """The weakest of what the words say: conditional, intended, possible, probable, certain."""
    if leaves_open(predicate, framing):
        return "unknown"
    strengths = {strength for _, strength in hedges}
    if conditional or _would(predicate, framing):
        return "conditional"
    if _is_intended(predicate, framing):
        return "intended"
    for strength in _UNSURE_FIRST:
        if strength in strengths:
            return strength
    if is_verbal(predicate.core) or framing.lemma:
        return "certain"
    return "unknown"


def _would(predicate: Predicate, framing: Framing) -> bool:
    """Whether "would" is a conditional, and not the past of "will" after a verb of saying."""
    main = predicate.main
    if not any(a.lower_ in ("would", "'d", "’d") for a in auxiliaries(main)):
        return False
    if not framing.lemma:
        return not negations(main)
    return any(
        c.dep_ == "csubj" or c.tag_ == "VBG" or c.lower_ in ("this", "that", "it")
        for c in main.children
        if c.dep_ in ("nsubj", "csubj")
    )


def _is_intended(predicate: Predicate, framing: Framing) -> bool:
    for link in predicate.chain[:-1]:
        if link.lemma_.lower() in _TRYING and link.tag_ in ("VBD", "VBN"):
            continue
        if link.lemma_.lower() in INTENDING or (
            link.pos_ == "NOUN" and link.lemma_.lower() in INTENDING_NOUNS
        ):
            return True
    core = predicate.core
    if framing.headline and core.tag_ == "VB" and any(a.lower_ == "to" for a in auxiliaries(core)):
        return True
    key = _key(framing.lemma)
    if key not in _INTENDING_CUES:
        return False
    bare = predicate.core.tag_ in ("VB", "VBG")  # "call" without "for" or "on" is naming
    return bare or (not is_finite(predicate.main) and framing.lemma != "call")
