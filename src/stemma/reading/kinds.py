"""The kind of a proposition: fact, proposal, commitment, prediction, condition, cause, …"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stemma.model.reading import StatementKind
from stemma.reading.attribution_spans import is_passive
from stemma.reading.framing import Framing
from stemma.reading.grammar import (
    auxiliaries,
    children,
    has_subject,
    is_finite,
    is_verbal,
    negations,
)
from stemma.reading.modality import Force, leaves_open
from stemma.reading.predicate import DOUBTING, INTENDING, INTENDING_NOUNS, Predicate

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMMITTING = frozenset(
    "pledge promise vow threaten undertake intend plan swear commit guarantee resolve intention "
    "commitment threat vow aim prepare offer volunteer".split()
)
_PROPOSING = frozenset(
    "propose call urge demand recommend request advocate push press plead appeal lobby "
    "implore exhort want proposal seek ask beg insist advise encourage persuade oppose support "
    "favor favour back endorse announce unveil "
    "reject".split()
)
_PREDICTING = frozenset(
    "predict forecast expect anticipate foresee project prediction expectation fear hope "
    "foreshadow".split()
)
_JUDGING = frozenset(
    "criticize criticise condemn praise blame denounce describe characterize characterise brand "
    "label call accuse deride mock slam blast decry deplore laud applaud hail view regard see "
    "consider deem criticism critique praise judge attack lambast lambaste rebuke castigate "
    "chide portray depict dub liken compare scold assail chastise skepticism scepticism".split()
)
_CAUSING = frozenset(
    "cause trigger prompt spark provoke fuel precipitate enable undermine worsen exacerbate "
    "embolden".split()
)
_DRIVERS = re.compile(r"\b(?:drivers?|drives|causes?|reasons?|factors|motives?)\b")
_LEADING = {
    "lead": ("to",),
    "contribute": ("to",),
    "result": ("in", "from"),
    "stem": ("from",),
    "arise": ("from",),
}
_CAUSE_PREPOSITIONS = frozenset({"because", "due", "owing"})
_NEEDING = frozenset({"require", "depend", "hinge", "presuppose"})
_EVALUATIVE = frozenset(
    "crucial serious important critical vital essential necessary unacceptable undesirable "
    "acceptable dangerous risky good bad great terrible wrong right fair unfair unjust absurd "
    "ridiculous shameful disgraceful significant useful useless valuable best worst better worse "
    "historic unprecedented reckless irresponsible naive strong weak symbolic radical realistic "
    "unrealistic legitimate illegitimate hypocritical outrageous tragic remarkable impressive "
    "inadequate insufficient beautiful horrible disastrous enormous nonsense disgrace mistake "
    "disaster shame failure triumph masterpiece gift wrong-headed".split()
)
_DEONTIC = frozenset({"should", "must", "ought"})
_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo", "would"})
_SAYING = frozenset("say call describe argue add like love hate prefer".split())
_FIRST = frozenset({"i", "we"})


def find_kind(
    predicate: Predicate | None, framing: Framing, force: Force, headings: str
) -> StatementKind:
    """The kind of a proposition; `headings` are the headings above it, in lowercase."""
    if not framing.lemma and "scenario" in headings:
        return "scenario"
    kind = _kind(predicate, framing, force)
    drives = kind in ("fact", "other") and not framing.lemma and _DRIVERS.search(headings)
    return "cause" if drives else kind


def _kind(predicate: Predicate | None, framing: Framing, force: Force) -> StatementKind:
    key = framing.lemma.split(" ")[0]
    if framing.lemma == "call" and (predicate is None or predicate.core.tag_ != "VB"):
        return "evaluation"
    if predicate is None:
        return _of_cue(key) or "other"
    if _commits(predicate, framing):
        return "commitment"
    if leaves_open(predicate, framing):
        return "other"
    asserted = is_finite(predicate.main) or predicate.core.tag_ not in ("VB", "VBG")
    if framing.headline and force.modality == "intended":
        return "commitment"
    if not asserted or not is_verbal(predicate.core):
        return _of_cue(key) or "other"
    return _of_clause(predicate, framing, force) or _of_saying(key) or "fact"


def _of_cue(key: str) -> StatementKind | None:
    """What the cue makes of content that asserts nothing by itself."""
    if key in _COMMITTING:
        return "commitment"
    if key in _PROPOSING:
        return "proposal"
    return _of_saying(key)


def _of_saying(key: str) -> StatementKind | None:
    if key in _PREDICTING:
        return "prediction"
    if key in _JUDGING:
        return "evaluation"
    if key in ("demand", "urge", "recommend", "propose"):
        return "proposal"
    return None


def _commits(predicate: Predicate, framing: Framing) -> bool:
    """Whether somebody binds himself: by the cue, by "I will", by "her intention to"."""
    key = framing.lemma.split(" ")[0]
    helpers = auxiliaries(predicate.main)
    future = any(a.lower_ in _FUTURE for a in helpers) and not any(
        a.lower_ == "have" for a in helpers
    )
    if key in _COMMITTING - {"offer"}:
        return future or predicate.core.tag_ == "VB"
    for link in predicate.chain[:-1]:
        lemma = link.lemma_.lower()
        if lemma in _COMMITTING and (lemma in INTENDING | INTENDING_NOUNS):
            return True
    if not (future and framing.lemma) or predicate.main.lemma_.lower() in DOUBTING | _SAYING:
        return False
    subjects = children(predicate.main, "nsubj")
    speakers = _FIRST if framing.direct else _FIRST | {"he", "she", "they"}
    return bool(subjects) and subjects[0].lower_ in speakers


def _of_clause(predicate: Predicate, framing: Framing, force: Force) -> StatementKind | None:
    """What the clause itself shows."""
    main, core = predicate.main, predicate.core
    lowered = {a.lower_ for a in auxiliaries(main)}
    if _causes(core):
        unsure = force.modality in ("possible", "probable", "conditional")
        return "prediction" if lowered & _FUTURE or unsure else "cause"
    if (main.lemma_.lower() in _NEEDING and not is_passive(main)) or _unless(force):
        return "condition"
    if lowered & _DEONTIC or _needs(predicate):
        return "proposal"
    shifted = _is_shifted(lowered, framing, force)
    refused = "would" in lowered and not framing.lemma and bool(negations(main))
    refused = refused or main.lemma_.lower() in DOUBTING  # "I would think" foretells nothing
    if (
        (lowered & _FUTURE and not refused and not shifted)
        or _going_to(predicate)
        or (force.conditions and force.hedges)
    ):
        return "prediction"
    if _judges(core):
        return "evaluation"
    return "other" if shifted and not _of_saying(framing.lemma.split(" ")[0]) else None


def _is_shifted(lowered: set[str], framing: Framing, force: Force) -> bool:
    """Whether "would" is only the "will" of indirect speech: no condition, and no quotation."""
    plain = bool(framing.lemma) and not framing.direct and force.modality != "conditional"
    return plain and lowered & _FUTURE == {"would"}


def _unless(force: Force) -> bool:
    return any(words[0].lower_ == "unless" for words in force.conditions)


def _needs(predicate: Predicate) -> bool:
    main = predicate.main
    return (
        main.lemma_.lower() in ("need", "have")
        and predicate.core.i != main.i
        and (has_subject(main))
    )


def _going_to(predicate: Predicate) -> bool:
    return any(
        link.lower_ == "going" or link.lower_ in ("expected", "likely", "unlikely", "set", "due")
        for link in predicate.chain[:-1]
    )


def _causes(core: Token) -> bool:
    lemma = core.lemma_.lower()
    if lemma in _LEADING:
        return any(c.lower_ in _LEADING[lemma] for c in children(core, "prep"))
    if lemma in _CAUSING:
        return bool(children(core, "dobj", "agent", "nsubjpass"))
    if any(c.lower_ in _CAUSE_PREPOSITIONS for c in children(core, "prep")):
        return True
    return any(
        g.dep_ == "mark" and g.lower_ == "because"
        for c in children(core, "advcl")
        for g in c.children
    )


def _judges(core: Token) -> bool:
    """Whether a copula gives its subject a value."""
    if core.lemma_.lower() not in ("be", "remain", "seem", "become", "represent", "constitute"):
        return False
    for child in children(core, "acomp", "attr", "dobj", "oprd"):
        words = [child, *children(child, "amod", "conj")]
        if any(w.lemma_.lower() in _EVALUATIVE or w.lower_ in _EVALUATIVE for w in words):
            return True
    return False
