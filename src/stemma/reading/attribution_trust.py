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
_NOBODY = frozenset({"nobody", "none", "neither", "nothing"})
_NONE = frozenset({"no", "neither"})
_OWN = frozenset({"my", "our", "your", "i", "we", "you"})
_BY_DATA = frozenset({"adjunct", "survey", "view", "colon"})
_CLAUSAL = frozenset({"clause", "inserted", "rest", "quoted", "small"})
_SPOKEN = _CLAUSAL | {"obj", "prep", "inf", "ger"}
_GOING_ON = frozenset({"continue", "go on", "begin", "finish", "start", "put it"})


def attributes(doc: Doc, cue: Cue) -> bool:
    """Whether the cue says that its source said, showed or held something."""
    token = doc[cue.head]
    source = None if cue.source is None else doc[cue.source]
    if token.pos_ in ("VERB", "AUX") and not _stated(token, source, cue):
        return False
    if source is None:
        return _impersonal(token, cue)
    return cue.frame in _BY_DATA or _can_hold(doc, cue, source)


def _can_hold(doc: Doc, cue: Cue, source: Token) -> bool:
    """Whether a source is one who can say, or from which can be read, what the cue says of it."""
    token, who = doc[cue.head], _meant(source)
    if _is_nobody(source):
        return False
    if cue.key == "cite" and token.tag_ == "VBG" and any(_is_cited(c) for c in token.children):
        return False
    if cue.key.split()[0] in SHOWING:
        return is_evidence(who)
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


def _is_nobody(source: Token) -> bool:
    """Whether the source denies that there is one ("no group"), or is a day ("Monday's")."""
    if source.dep_ == "poss" and source.ent_type_ in ("DATE", "TIME"):
        return True
    return source.lower_ in _NOBODY or any(c.lower_ in _NONE for c in source.children)


def _meant(source: Token) -> Token:
    """The noun that a relative pronoun stands for, else the word itself."""
    if source.lower_ not in _RELATIVE or source.tag_ == "DT":
        return source
    for above in source.ancestors:
        if above.dep_ == "relcl":
            return above.head
    return source


def _stated(verb: Token, source: Token | None, cue: Cue) -> bool:
    """Whether the verb's form and what governs it say that somebody did it."""
    after = verb.doc[cue.words[1] : cue.words[1] + 1].text
    if source is not None and after == "to" and cue.key in SUPPOSED:
        return False
    first = verb
    while first.dep_ == "conj" and first.tag_ == verb.tag_ and not _has_own(first):
        first = first.head
    if any(c.dep_ == "aux" and c.tag_ == "TO" for c in first.children):
        return _infinitive(first, source, cue)
    governor = first.head
    if first.dep_ == "ccomp" and _is_bare(verb, governor):
        return False
    if first.dep_ == "pcomp":
        return governor.lower_ in _DONE_BY
    if first.dep_ == "acl":
        return verb.tag_ != "VBD"
    patient = source is not None and source.dep_ == "dobj" and source.head.i != verb.i
    return not patient or first.dep_ == "relcl"


def _is_bare(verb: Token, governor: Token) -> bool:
    """Whether a clause has no tense: "saw her deny it", "imagined her denying it"."""
    if verb.tag_ == "VB":
        return governor.lemma_ in _PERCEIVING
    return verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in verb.children)


def _infinitive(verb: Token, source: Token | None, cue: Cue) -> bool:
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
        subject = source.dep_ in SUBJECTS and source.i < verb.i and can_speak(source)
        return subject and cue.key not in ("protest", "mention")
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
