"""The kind of a proposition: fact, proposal, commitment, prediction, condition, cause, …"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stemma.model.reading import StatementKind
from stemma.reading.attribution_spans import is_passive
from stemma.reading.evaluative import is_judged, values_subject
from stemma.reading.framing import Framing
from stemma.reading.grammar import (
    auxiliaries,
    children,
    negations,
)
from stemma.reading.modality import (
    Force,
    asserts_nothing,
    is_demanded,
    leaves_open,
    stance_on,
)
from stemma.reading.predicate import DOUBTING, INTENDING, INTENDING_NOUNS, Predicate
from stemma.reading.stances import Stance, stance_of
from stemma.reading.titles import BODIES

if TYPE_CHECKING:
    from spacy.tokens import Token

_CAUSING = frozenset(
    "cause trigger prompt spark provoke fuel precipitate enable exacerbate embolden".split()
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
_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo", "would"})
# Verbs that ask even of a clause that it be so ("demanded that the port is closed").
_REQUIRING = frozenset("demand urge recommend propose".split())
# Verbs that put a clause as fact, whatever its words.
_REPORTING = frozenset(
    "allege accuse suspect report show find reveal confirm disclose deny".split()
)
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
    if predicate is None:
        stance = stance_of(framing.lemma)
        return stance.kind if stance else "other"
    stance = stance_on(predicate, framing)
    if _commits(predicate, framing, stance):
        return "commitment"
    if leaves_open(predicate, framing):
        return "other"
    if framing.headline and force.modality == "intended":
        return "commitment"
    own = stance.kind if stance else None
    if own is None and is_demanded(predicate, framing):
        return "proposal"
    if asserts_nothing(predicate):
        return own or "other"
    return _of_clause(predicate, framing, force) or _of_saying(own, predicate, framing) or "fact"


def _of_saying(
    own: StatementKind | None, predicate: Predicate, framing: Framing
) -> StatementKind | None:
    """What the cue makes of a clause that shows no kind of its own."""
    if own in ("prediction", "evaluation") or framing.lemma in _REQUIRING:
        return own
    if framing.lemma and framing.lemma not in _REPORTING and is_judged(predicate.core):
        return "evaluation"
    return None


def _commits(predicate: Predicate, framing: Framing, stance: Stance | None) -> bool:
    """Whether somebody binds himself: by the cue, by "I will", by "her intention to"."""
    helpers = auxiliaries(predicate.main)
    future = any(a.lower_ in _FUTURE for a in helpers) and not any(
        a.lower_ == "have" for a in helpers
    )
    future = future or (predicate.main.lower_ == "going" and len(predicate.chain) > 1)
    if stance is not None and stance.kind == "commitment":
        return future or asserts_nothing(predicate)
    for link in predicate.chain[:-1]:
        lemma = link.lemma_.lower()
        meant = stance_of(lemma) if lemma in INTENDING | INTENDING_NOUNS else None
        if meant is not None and meant.kind == "commitment":
            return True
    if not (future and framing.lemma) or predicate.main.lemma_.lower() in DOUBTING | _SAYING:
        return False
    return any(_is_speaker(s, framing) for s in children(predicate.main, "nsubj")[:1])


def _is_speaker(subject: Token, framing: Framing) -> bool:
    """Whether the subject of what is said is the one who says it."""
    if framing.direct:
        return subject.lower_ in _FIRST
    if subject.lower_ in _FIRST | {"he", "she", "they"}:
        return True
    speakers = children(framing.cue, "nsubj") if framing.cue is not None else []
    if subject.lower_ == "it":
        return any(s.ent_type_ in ("ORG", "GPE") or s.lemma_.lower() in BODIES for s in speakers)
    return subject.pos_ != "PRON" and any(s.lemma_ == subject.lemma_ for s in speakers)


def _of_clause(predicate: Predicate, framing: Framing, force: Force) -> StatementKind | None:
    """What the clause itself shows."""
    main, core = predicate.main, predicate.core
    lowered = {a.lower_ for a in auxiliaries(main)}
    if _causes(core):
        unsure = force.modality in ("possible", "probable", "conditional")
        return "prediction" if lowered & _FUTURE or unsure else "cause"
    if (main.lemma_.lower() in _NEEDING and not is_passive(main)) or _unless(force):
        return "condition"
    if is_demanded(predicate, framing):
        return "proposal"
    shifted = _is_shifted(lowered, framing, force)
    refused = "would" in lowered and not framing.lemma and bool(negations(main))
    refused = refused or main.lemma_.lower() in DOUBTING  # "I would think" foretells nothing
    if (
        (lowered & _FUTURE and not refused and not shifted)
        or _going_to(predicate)
        or _may_come(predicate)
        or (force.conditions and force.hedges)
    ):
        return "prediction"
    if values_subject(core):
        return "evaluation"
    return "prediction" if shifted else None


def _is_shifted(lowered: set[str], framing: Framing, force: Force) -> bool:
    """Whether "would" is only the "will" of indirect speech: no condition, and no quotation."""
    plain = bool(framing.lemma) and not framing.direct and force.modality != "conditional"
    return plain and lowered & _FUTURE == {"would"}


def _unless(force: Force) -> bool:
    return any(words[0].lower_ == "unless" for words in force.conditions)


def _going_to(predicate: Predicate) -> bool:
    return any(
        link.lower_ in ("going", "expect", "expected", "likely", "unlikely", "set", "due")
        for link in predicate.chain[:-1]
    )


def _may_come(predicate: Predicate) -> bool:
    """Whether something may or could yet happen, not be so or have happened already."""
    main = predicate.main
    lowered = {a.lower_ for a in auxiliaries(main)}
    if main.lemma_.lower() in ("be", "have") or "have" in lowered or negations(main):
        return False
    return bool(lowered & {"may", "might", "could"})


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
