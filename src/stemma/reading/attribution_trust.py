"""Whether a frame that the lexicon knows attributes at all: who its source is, how it stands.

A verb that stands as an infinitive or a participle is nobody's saying unless what governs it says
that it was done, and by whom. What stands within another's words must be plainer still.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stemma.reading.attribution_lexicon import (
    ASPECTUAL,
    EVIDENCE,
    HELD,
    IMPLICATIVE,
    REPORTING,
    SHOWING,
    STANDING,
    SUPPOSED,
)
from stemma.reading.attribution_source import can_speak, is_press
from stemma.reading.attribution_spans import SUBJECTS
from stemma.reading.cues import Cue

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PERCEIVING = frozenset({"make", "let", "have", "help", "see", "hear", "watch"})
_DONE_BY = frozenset({"by", "with", "after", "in", "before", "while", "upon", "on", "despite"})
_RELATIVE = frozenset({"who", "whom", "that", "which"})
_ANYBODY = frozenset(
    "anyone anybody someone somebody everyone everybody nobody none people those one folks "
    "i we you me us".split()
)
_OWN = frozenset({"my", "our", "your", "i", "we", "you"})
_BY_DATA = frozenset({"adjunct", "survey", "view", "colon"})
_CLAUSAL = frozenset({"clause", "inserted", "rest", "quoted", "small"})
_SPOKEN = _CLAUSAL | {"obj", "prep", "inf", "ger"}
_GOING_ON = frozenset({"continue", "go on", "begin", "finish", "start", "put it"})


def attributes(doc: Doc, cue: Cue) -> bool:
    """Whether the cue says that its source said, showed or held something."""
    token = doc[cue.head]
    source = None if cue.source is None else doc[cue.source]
    if token.pos_ in ("VERB", "AUX") and not _stated(token, source):
        return False
    if source is None:
        return _impersonal(token, cue)
    if cue.frame in _BY_DATA:
        return True
    who = _meant(source)
    if cue.key == "cite" and token.tag_ == "VBG" and any(_is_cited(c) for c in token.children):
        return False
    if cue.key.split()[0] in SHOWING:
        return is_evidence(who) or (cue.frame == "clause" and who.pos_ != "PRON" and _body(who))
    if cue.key in _GOING_ON and cue.frame in _CLAUSAL:
        return _beside_quotation(doc, cue)
    if who.lower_ in ("it", "this", "that", "which", "what"):
        return who.lower_ == "it" and _plain(token) and (cue.key in REPORTING | STANDING)
    return can_speak(who) or is_evidence(who)


def attributes_within(doc: Doc, cue: Cue, direct: bool) -> bool:
    """The same of a cue that stands within another's words, `direct` if those are quoted.

    There the reader has one speaker already: another needs a plain verb of saying, or where the
    outer words are reported, of wanting or believing, and a definite source.
    """
    if cue.frame == "adjunct":
        return True
    if cue.source is None:
        return cue.frame == "adverb" and not direct
    token, who = doc[cue.head], _meant(doc[cue.source])
    if who.lower_ in _ANYBODY | _OWN or not (can_speak(who) or is_evidence(who)):
        return False
    if direct:
        return cue.key in REPORTING and cue.frame in _SPOKEN and _plain(token)
    shown = cue.key in SHOWING and is_evidence(who) and _plain(token)
    return shown or cue.key in REPORTING | STANDING


def _impersonal(token: Token, cue: Cue) -> bool:
    """Whether a cue without a source reports at all: "fears that …", "a man believed to …"."""
    if cue.frame.startswith("noun"):
        return cue.key.split()[0] in HELD
    if token.dep_ in ("acl", "relcl", "amod"):
        return cue.key.split()[0] in SUPPOSED
    return True


def _is_cited(obj: Token) -> bool:
    """Whether what is cited is one who said it ("citing the ministry"), not a reason."""
    return obj.dep_ == "dobj" and (can_speak(obj) or is_press(obj))


def is_evidence(token: Token) -> bool:
    """Whether the word names something that words or findings can be read from."""
    return token.lemma_.lower() in EVIDENCE


def _body(token: Token) -> bool:
    return token.ent_type_ in ("ORG", "GPE", "NORP") or token.tag_ in ("NNS", "NNPS")


def _meant(source: Token) -> Token:
    """The noun that a relative pronoun stands for, else the word itself."""
    if source.lower_ not in _RELATIVE or source.tag_ == "DT":
        return source
    for above in source.ancestors:
        if above.dep_ == "relcl":
            return above.head
    return source


def _stated(verb: Token, source: Token | None) -> bool:
    """Whether the verb's form and what governs it say that somebody did it."""
    first = verb
    while first.dep_ == "conj" and first.tag_ == verb.tag_ and not _has_own(first):
        first = first.head
    if any(c.dep_ == "aux" and c.tag_ == "TO" for c in first.children):
        return _infinitive(first, source)
    governor = first.head
    if verb.tag_ == "VB" and first.dep_ == "ccomp" and governor.lemma_ in _PERCEIVING:
        return False
    if first.dep_ == "pcomp":
        return governor.lower_ in _DONE_BY
    if first.dep_ == "acl":
        return verb.tag_ != "VBD"
    patient = source is not None and source.dep_ == "dobj" and source.head.i != verb.i
    return not patient or first.dep_ == "relcl"


def _infinitive(verb: Token, source: Token | None) -> bool:
    """Whether an infinitive was carried out: "went on to say", "prompting her to say"."""
    governor = verb.head
    if source is None or _has_own(verb):
        return False
    if verb.dep_ == "xcomp":
        lemma = governor.lemma_.lower()
        if source.dep_ == "dobj":
            return lemma in IMPLICATIVE and can_speak(source)
        negated = any(c.dep_ == "neg" for c in governor.children)
        return lemma in ASPECTUAL and not negated and source.dep_ in SUBJECTS
    if verb.dep_ == "advcl":
        return source.dep_ in SUBJECTS and source.i < verb.i and can_speak(source)
    return verb.dep_ == "ROOT"


def _has_own(verb: Token) -> bool:
    return any(c.dep_ in SUBJECTS for c in verb.children)


def _plain(verb: Token) -> bool:
    """Whether the verb has tense and is not denied, asked or supposed."""
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.dep_ == "aux" and c.tag_ in ("VBD", "VBZ", "VBP") for c in verb.children
    )
    unsure = any(
        c.dep_ == "neg" or c.tag_ == "MD" or (c.dep_ == "mark" and c.lower_ in ("if", "whether"))
        for c in verb.children
    )
    return finite and not unsure


def _beside_quotation(doc: Doc, cue: Cue) -> bool:
    """Whether a quotation mark stands next to the cue ("…,” she went on")."""
    low = max(0, min(cue.words[0], cue.source if cue.source is not None else cue.words[0]) - 3)
    return any(t.is_quote for t in doc[low : cue.words[1] + 3])
