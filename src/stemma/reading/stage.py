"""How far a measure has got: considered, announced, filed, debated, adopted, in force."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.model.reading import Stage
from stemma.reading.attribution_spans import is_passive, subject_of
from stemma.reading.events import EVENT_NOUNS
from stemma.reading.families import family
from stemma.reading.framing import Framing
from stemma.reading.grammar import (
    auxiliaries,
    children,
    has_result,
    is_finite,
    is_verbal,
    negations,
    raised_subject,
    verb_words,
)
from stemma.reading.predicate import (
    INTENDING,
    INTENDING_NOUNS,
    WEIGHING,
    Predicate,
)
from stemma.reading.stage_lexicon import (
    APPLIED,
    COURSES,
    DEFEATING,
    ISSUED,
    ORDER,
    PONDERING,
    SAYING,
    SIGNED,
    STAGES,
)
from stemma.reading.stances import Stance, stance_of
from stemma.reading.titles import BODIES, GROUPS

if TYPE_CHECKING:
    from spacy.tokens import Token

MEASURES = frozenset(
    "accord act agreement amendment ban bill blockade boycott budget ceasefire constitution "
    "convention deal decree directive draft embargo exit initiative law legislation measure "
    "membership memorandum moratorium motion ordinance pact package petition plan policy proposal "
    "proposition protocol reform referendum regulation resolution rule sanction scheme statute "
    "restriction requirement suspension tariff tax text treaty withdrawal departure pullout "
    "lawsuit appeal order".split()
)
_LOOK_BACK = 40  # tokens in which "it" may have its noun
_WISHING = frozenset("want wish desire hope seek".split())
_TRYING = frozenset("try attempt bid".split())
_APPLYING = frozenset("impose implement enforce apply enact".split())
_PREPARING = frozenset({"prepare", "ready"})
_UNREAL = frozenset("may might could can would should will must shall 'll ’ll 'd wo".split())


@dataclass(frozen=True, slots=True)
class Reached:
    """A stage and the words, first and last token, that say so."""

    stage: Stage
    words: tuple[Token, Token]


def find_stage(predicate: Predicate, framing: Framing) -> Reached | None:
    """The stage of a measure that the predicate speaks of; `None` where it speaks of none.

    Whether it is reached is for polarity and modality to say. What only will or would be gives
    no stage but "announced", where somebody says that he will do it.
    """
    core = predicate.core
    applied = _applied(core)
    if applied is not None and not any(negations(link) for link in predicate.chain):
        return Reached("in-force", verb_words(applied))
    if not is_verbal(core):
        return None
    intended = _intended(predicate)
    if intended is not None:
        denied = any(negations(link) for link in predicate.chain)
        return None if denied else _of_intention(predicate, intended, framing)
    if _is_done(core, framing.headline) or _is_held_open(predicate):
        return _of_deed(core)
    promised = framing.lemma.split(" ", maxsplit=1)[0] in SAYING
    if promised and _will(core) and _about_measure(core):
        return Reached("announced", verb_words(core))
    return None


def stage_of_cue(framing: Framing, predicate: Predicate, stance: Stance | None) -> Reached | None:
    """The stage that a cue gives the measure that it wants, announces, files or adopts."""
    cue = framing.cue
    if cue is None or framing.negated or any(a.lower_ in _UNREAL for a in auxiliaries(cue)):
        return None
    if _is_measure(predicate.core):
        stage = STAGES.get(framing.lemma)
        if stage is not None and cue.pos_ == "VERB" and _is_done(cue, framing.headline):
            return Reached(stage, verb_words(cue))
    if stance is None or stance.stage == "unknown":
        return None
    about = is_step(predicate.core) or _takes_further(predicate)
    return Reached(stance.stage, verb_words(cue)) if about else None


def is_step(core: Token) -> bool:
    """Whether a noun stands for a measure or for something done."""
    return core.pos_ == "NOUN" and core.lemma_.lower() in MEASURES | EVENT_NOUNS


def _takes_further(predicate: Predicate) -> bool:
    """Whether the words are an infinitive for what is done to a measure."""
    core = predicate.core
    return is_verbal(core) and not is_finite(predicate.main) and _about_measure(core)


def of_demand(predicate: Predicate) -> Reached | None:
    """What only should be done to a measure, or by a body or country, is considered."""
    core = predicate.core
    doers = children(predicate.main, "nsubj", "nsubjpass")
    policy = any(d.ent_type_ in ("ORG", "GPE") or d.lemma_.lower() in BODIES for d in doers)
    if not (is_verbal(core) and (policy or _about_measure(core))):
        return None
    return Reached("considered", verb_words(core))


def _applied(core: Token) -> Token | None:
    """The participle by which a measure spoken of is applied ("the curbs imposed on them")."""
    nouns = [core, *children(core, "nsubj", "nsubjpass", "dobj")]
    nouns += [g for c in children(core, "prep") for g in children(c, "pobj")]
    for noun in nouns:
        if noun.pos_ == "NOUN" and noun.lemma_.lower() in MEASURES | APPLIED:
            for clause in children(noun, "acl"):
                if clause.tag_ == "VBN" and clause.lemma_.lower() in _APPLYING:
                    return clause
    return None


def _is_held_open(predicate: Predicate) -> bool:
    """Whether the deed is put as possible or likely ("may be debated", "is unlikely to pass")."""
    helpers = {a.lower_ for a in auxiliaries(predicate.core)}
    if helpers & {"may", "might", "could"}:
        return True
    links = {link.lower_ for link in predicate.chain[:-1]}
    links |= {c.lower_ for link in predicate.chain for c in children(link, "acomp")}
    return "to" in helpers and bool(links & {"likely", "unlikely", "expected", "set", "due"})


def _is_done(verb: Token, headline: bool) -> bool:
    """Whether a verb tells what has been or is being done, not what will, may or always is."""
    helpers = auxiliaries(verb)
    if any(a.lower_ in _UNREAL or a.lower_ == "to" for a in helpers):
        return False
    if verb.tag_ in ("VBD", "VBN"):
        return True
    if verb.tag_ == "VBG":
        return any(a.lemma_ == "be" for a in helpers)
    return headline and verb.tag_ in ("VBZ", "VBP")


def _intended(predicate: Predicate) -> Token | None:
    """The word of intending or weighing that governs the matter."""
    for link in predicate.chain[:-1]:
        if link.lemma_.lower() in INTENDING | INTENDING_NOUNS | WEIGHING | _PREPARING:
            return link
    return None


def _of_intention(predicate: Predicate, intended: Token, framing: Framing) -> Reached | None:
    """ "Plans to submit a bill" is announced by who says so, and else considered."""
    if not _about_measure(predicate.core):
        return None
    if any(a.lower_ in _UNREAL for a in auxiliaries(predicate.main)):
        return None
    lemma = intended.lemma_.lower()
    if lemma in WEIGHING | _PREPARING:
        return Reached("considered", verb_words(intended))
    words = (verb_words(intended)[0], verb_words(predicate.core)[1])
    if framing.lemma.split(" ", maxsplit=1)[0] in SAYING and lemma not in _WISHING:
        return Reached("announced", words)
    stance = stance_of(lemma)
    if stance is None or lemma in _TRYING:
        return None
    return Reached(stance.stage, words) if stance.stage != "unknown" else None


def _of_deed(verb: Token) -> Reached | None:
    """The furthest stage that a verb, or one coordinated with it, tells of its measure."""
    found: list[Reached] = []
    for one in (verb, *(c for c in children(verb, "conj") if c.pos_ == "VERB")):
        shares = one.i != verb.i and not children(one, "nsubj", "nsubjpass", "dobj")
        stage = _stage_of(one, verb if shares else one)
        if stage is not None:
            found.append(Reached(stage, verb_words(one)))
    return max(found, key=lambda r: ORDER.index(r.stage), default=None)


def _stage_of(verb: Token, governor: Token) -> Stage | None:
    """The stage that one verb tells, given the verb on which its object stands."""
    lemma = _lemma(verb)
    if _comes_into_force(verb):
        return "in-force"
    if lemma == "issue":
        return "adopted" if _governs(governor, ISSUED) else None
    if lemma in PONDERING and _governs(governor, EVENT_NOUNS):
        return "considered"
    if not _governs_measure(governor):
        return None
    if lemma == "sign" and not _governs(governor, SIGNED):
        return None
    if lemma == "vote":
        return "debated" if _is_assembly(verb) else None
    if lemma in DEFEATING:
        return "debated" if _is_assembly(verb) or is_passive(verb) else None
    return STAGES.get(lemma)


def _lemma(verb: Token) -> str:
    particles = children(verb, "prt")
    lemma = verb.lemma_.lower()
    if particles:
        return f"{lemma} {particles[0].lower_}"
    return lemma


def _governs_measure(verb: Token) -> bool:
    """Whether what the verb is done to is a measure."""
    return _governs(verb, MEASURES)


def _governs(verb: Token, nouns: frozenset[str]) -> bool:
    """Whether what the verb is done to is one of these nouns."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass") and child.lemma_.lower() in nouns:
            return True
        if child.dep_ == "prep" and child.lower_ in ("on", "for") and verb.lemma_ == "vote":
            return any(c.lemma_.lower() in nouns for c in children(child, "pobj"))
    if not is_passive(verb):
        return False
    patient = raised_subject(verb) or subject_of(verb)
    return patient is not None and (
        patient.lemma_.lower() in nouns or (patient.lower_ == "it" and _follows(patient, nouns))
    )


def _follows(pronoun: Token, nouns: frozenset[str]) -> bool:
    """Whether one of the nouns stands shortly before a pronoun."""
    start = max(0, pronoun.i - _LOOK_BACK)
    return any(t.lemma_.lower() in nouns for t in pronoun.doc[start : pronoun.i])


def _is_measure(noun: Token) -> bool:
    return noun.lemma_.lower() in MEASURES


def _about_measure(verb: Token) -> bool:
    """Whether the verb takes a measure a stage further, or is itself a course such as leaving."""
    kind = family(_lemma(verb))
    if _governs_measure(verb) and kind in COURSES:
        return True
    if kind not in ("leave", "join", "suspend") or has_result(verb):
        return False
    objects = children(verb, "dobj", "nsubjpass")
    objects += [g for c in children(verb, "prep") for g in children(c, "pobj")]
    return any(_is_joined(o) for o in objects)


def _is_joined(noun: Token) -> bool:
    """Whether one can leave or join it: a body, a measure, or what has the name of one."""
    if noun.ent_type_ in ("ORG", "GPE"):
        return True
    return noun.lemma_.lower() in BODIES | MEASURES | {"bloc", "eurozone", "market", "structure"}


def _will(verb: Token) -> bool:
    return any(a.lower_ in ("will", "would", "'ll", "’ll", "'d", "shall", "wo")
               for a in auxiliaries(verb))  # fmt: skip


def _is_assembly(verb: Token) -> bool:
    """Whether those who vote are a body, or its members as such."""
    subjects = children(verb, "nsubj")
    return any(
        s.ent_type_ in ("ORG", "GPE") or s.lemma_.lower() in BODIES or s.lower_ in GROUPS
        for s in subjects
    )


def _comes_into_force(verb: Token) -> bool:
    if verb.lemma_.lower() not in ("come", "enter", "take", "go"):
        return False
    for child in verb.children:
        if child.dep_ == "dobj" and child.lower_ == "effect":
            return True
        if child.dep_ == "prep" and child.lower_ in ("into", "in"):
            return any(c.lower_ in ("force", "effect") for c in children(child, "pobj"))
    return False
