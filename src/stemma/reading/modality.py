"""How a proposition is put: its kind, polarity, modality, hedges, conditions and stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.model.reading import Modality, Polarity, Stage
from stemma.reading.attribution_spans import is_passive
from stemma.reading.conditions import find_conditions
from stemma.reading.framing import Framing
from stemma.reading.grammar import (
    auxiliaries,
    children,
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
from stemma.reading.predicate import INTENDING, INTENDING_NOUNS, SEEMING, Predicate, is_infinite
from stemma.reading.stage import find_stage, is_step, of_demand, stage_of_cue
from stemma.reading.stances import Stance, stance_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEONTIC = frozenset({"should", "must", "ought"})
_SPEAKERS = frozenset({"i", "we", "he", "she", "they"})
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
    stance = stance_on(predicate, framing)
    hedges = find_hedges(predicate)
    at = {words[-1].i for words, _ in hedges}
    if framing.evidential is not None and framing.evidential.i not in at:
        hedges.append(((framing.evidential,), "possible"))
    if stance is not None and framing.cue is not None and _nobody_doubts(framing.cue):
        hedges += [((framing.cue,), stance.modality)] if stance.modality in _UNSURE_FIRST else []
    conditions = find_conditions(predicate, tokens)
    reached = find_stage(predicate, framing) or stage_of_cue(framing, predicate, stance)
    if reached is None and is_demanded(predicate, framing):
        reached = of_demand(predicate)
    bare = not (is_verbal(predicate.core) or framing.lemma) or _is_target(predicate, stance, tokens)
    return Force(
        polarity="unknown" if bare else _polarity(predicate, framing, stance),
        modality="unknown" if bare else _modality(predicate, framing, hedges, bool(conditions)),
        stage=reached.stage if reached else "unknown",
        hedges=tuple(words for words, _ in hedges),
        conditions=tuple(tuple(words) for words in conditions),
        stage_words=reached.words if reached else None,
    )


def _nobody_doubts(cue: Token) -> bool:
    """Whether the doubt is nobody's own, as in "is believed to", "seems to"."""
    return cue.lemma_.lower() in SEEMING or (cue.pos_ == "VERB" and is_passive(cue))


def stance_on(predicate: Predicate, framing: Framing) -> Stance | None:
    """The stance of the cue on what the predicate says; "call" names, unless an order follows."""
    core = predicate.core
    infinitive = any(a.lower_ == "to" for a in auxiliaries(core))
    if framing.lemma == "call" and infinitive:
        return stance_of("call for")
    if framing.lemma == "consider" and (core.tag_ == "VBG" or is_step(core)):
        return stance_of("weigh")
    if framing.lemma == "see" and framing.cue is not None:
        around = (*core.subtree, *framing.cue.children)
        return stance_of("see") if any(t.lower_ == "as" for t in around) else None
    stance = stance_of(framing.lemma, infinitive=infinitive)
    if stance is None and framing.lemma and core.pos_ == "NOUN":
        meant = stance_of(core.lemma_.lower())  # "underlined her willingness"
        return meant if meant is not None and meant.kind == "commitment" else None
    return stance


def asserts_nothing(predicate: Predicate) -> bool:
    """Whether the words are an infinitive, a participle or a noun, which its cue must put."""
    if not is_verbal(predicate.core):
        return True
    return not is_finite(predicate.main) and is_infinite(predicate.core)


def is_demanded(predicate: Predicate, framing: Framing) -> bool:
    """Whether something is said to be due ("should"), bidden, or wished by who says it."""
    main = predicate.main
    if framing.lemma and main.tag_ == "VB" and not (auxiliaries(main) or has_subject(main)):
        return True
    if framing.lemma and main.tag_ in ("VBP", "VBZ"):
        stance = stance_of(main.lemma_.lower())
        wanting = stance is not None and (stance.kind, stance.stage) == ("proposal", "considered")
        if wanting and any(c.lower_ in _SPEAKERS for c in children(main, "nsubj")):
            return True
    if any(a.lower_ in _DEONTIC for a in auxiliaries(main)):
        return True
    needed = main.lemma_.lower() in ("need", "have") and predicate.core.i != main.i
    return needed and main.tag_ != "VBD" and has_subject(main)


def _is_target(predicate: Predicate, stance: Stance | None, tokens: list[Token]) -> bool:
    """Whether the words are but the thing that is judged ("her policy"), without "as …"."""
    if stance is None or not stance.aims or is_verbal(predicate.core):
        return False
    return not any(t.dep_ == "prep" and t.lower_ in ("as", "for") for t in tokens)


def leaves_open(predicate: Predicate, framing: Framing) -> bool:
    """Whether the proposition is only asked about, and nobody says that it is so or is not."""
    if opens_question(predicate.main):
        return True
    return framing.lemma in _ASKING and predicate.core.tag_ != "VB"


def _polarity(predicate: Predicate, framing: Framing, stance: Stance | None) -> Polarity:
    """Affirmed, negated, or unknown where two negations meet or the clauses differ."""
    if leaves_open(predicate, framing):
        return "unknown"
    own = _turns(predicate)
    if framing.negated:
        first = framing.lemma.split(" ", maxsplit=1)[0]
        return "negated" if first in _WANTING and not own else "unknown"
    put = _put_by(stance, predicate)
    count = own + (put == "negated")
    if put == "unknown" or count >= 2 or (own and is_double(predicate.core)):
        return "unknown"
    if _mixed(predicate, own):
        return "unknown"
    return "negated" if count else "affirmed"


def _put_by(stance: Stance | None, predicate: Predicate) -> Polarity:
    """The polarity that the cue gives: a denial turns a clause as well."""
    if stance is None or not (asserts_nothing(predicate) or stance.kind == "fact"):
        return "affirmed"
    return stance.polarity


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
    if conditional or (not strengths and _would(predicate, framing)):  # "would likely" is likely
        return "conditional"
    if is_demanded(predicate, framing) or _is_intended(predicate, framing):
        return "intended"
    stance = stance_on(predicate, framing)
    strengths |= {stance.modality} if stance else set()
    for strength in _UNSURE_FIRST:
        if strength in strengths:
            return strength
    return "certain"


def _would(predicate: Predicate, framing: Framing) -> bool:
    """Whether "would" is a conditional, and not the past of "will" after a verb of saying."""
    main = predicate.main
    if not any(a.lower_ in ("would", "'d", "’d") for a in auxiliaries(main)):
        return False
    if not framing.lemma:
        return not negations(main)
    stance = stance_of(framing.lemma)
    if stance is not None and stance.stage == "announced":  # "announced that it would close"
        return False
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
    stance = stance_on(predicate, framing)
    return stance is not None and stance.modality == "intended" and asserts_nothing(predicate)
