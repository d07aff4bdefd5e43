"""Where a name begins and ends: what the entity recogniser marks, mended."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stemma.model.reading import ActorKind
from stemma.reading.stage import MEASURES
from stemma.reading.titles import ADDRESS, BODIES, CHAMBERS, HYPHENATED, PARTISANS, ROLES, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_LABELS: dict[str, ActorKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
_ASKING = frozenset("will can could did do does should would is are was has have may".split())
EDGES = frozenset("\"'“”‘’«»()[]–—-,.;:/…*•") | {"''", "``"}
_RANKS = frozenset({"majority", "minority"})  # "Senate Majority Leader"
_BEFORE_NAMES = frozenset("meanwhile ceo cfo provost teenager".split())
_LONGEST_NAME = 10  # tokens


@dataclass(slots=True)
class Name:
    """A name where it stands: tokens [start, end) of the document, and its kind.

    `owns` where it stands as an owner in a longer name, `speaks` where it is the subject of a
    verb of saying or an acronym in brackets. `sure` where more than the recogniser's label shows
    that one word is a person. `votes` is what each occurrence says of the kind.
    """

    start: int
    end: int
    kind: ActorKind
    owns: bool = False
    speaks: bool = False
    sure: bool = False
    votes: Counter[ActorKind] = field(default_factory=Counter)


def key_of(text: str) -> str:
    """A name folded for comparison: no accents, no case, no full stops."""
    plain = unicodedata.normalize("NFKD", text.replace(".", ""))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


def mended(doc: Doc, entity: Span) -> Iterator[Name]:
    """An entity with its bounds mended; a possessive within makes two names of it."""
    kind = _LABELS.get(entity.label_)
    if kind is None or (kind == "group" and _modifies(entity.root)):
        return
    start, end = entity.start, min(entity.end, entity.start + _LONGEST_NAME)
    for i in range(start, end):
        if doc[i].is_space:
            end = i
            break
    for i in range(start, end):
        if doc[i].tag_ == "POS" or (i > start and doc[i].lower_ in ("'s", "’s")):
            for owner in trimmed(doc, start, i, "unknown"):
                owner.owns = True
                yield owner
            start = i + 1
    yield from trimmed(doc, start, end, kind)


def _modifies(token: Token) -> bool:
    """Whether the word only describes a noun ("Danish", in "Danish fishermen")."""
    return token.pos_ == "ADJ" or (
        token.dep_ in ("amod", "compound") and token.head.pos_ in ("NOUN", "PROPN")
    )


def trimmed(doc: Doc, start: int, end: int, kind: ActorKind) -> Iterator[Name]:
    """The name in [start, end) without articles, titles, marks; grown over what was cut off."""
    for i in range(start + 1, end - 1):
        if doc[i].text == "-" and doc[i + 1].lower_ in HYPHENATED:
            end = i
            break
    while start < end and (doc[start].text in EDGES or doc[start].lower_ in ("the", "a", "an")):
        start += 1
    while start < end and (doc[end - 1].text in EDGES or doc[end - 1].tag_ == "POS"):
        end -= 1
    body = end - start == 2 and doc[end - 1].lower_ in BODIES  # "Justice Department"
    while start < end - 1 and doc[start].lower_ in TITLES | ADDRESS and not body:
        start += 1
    while end - start > 1 and kind != "organisation" and doc[end - 1].lower_ in TITLES:
        end -= 1
    if start >= end or not any(t.text[:1].isupper() for t in doc[start:end]):
        return
    if kind in ("person", "unknown") or _is_person_like(doc, start):
        start = _grown_left(doc, start)
        end = _grown_right(doc, end)
    if end - start > 2 and doc[start + 1].text == "-" and doc[start].text.islower():
        start += 2
    start = _after_noise(doc, start, end)
    if end - start == 1 and not _is_name_alone(doc[start]):
        return
    if kind == "organisation" and end - start > 1 and doc[end - 1].lower_ in TITLES:
        return
    yield Name(start, end, kind)


def _after_noise(doc: Doc, start: int, end: int) -> int:
    """The start moved behind a bracket, a shouted word and a question's verb."""
    for i in range(end - 1, start, -1):
        if doc[i - 1].text in ("]", ")", "[", "("):
            return i
    first = doc[start]
    if end - start < 2 or doc[start + 1].text.isupper():
        return start
    shouted = first.text.isupper() and len(first) > 4
    asks = first.is_sent_start and first.lower_ in _ASKING and first.sent[-1].text == "?"
    return start + 1 if shouted or asks else start


def _is_name_alone(token: Token) -> bool:
    """Whether one word can be a name by itself: no title, no common noun, no adjective."""
    if token.pos_ not in ("PROPN", "NOUN", "X"):
        return token.text.isupper() and len(token.text) > 1
    if len(token.text.strip(".")) < 2:
        return False
    if is_chamber(token):
        return True
    return token.lower_ not in TITLES | ADDRESS | BODIES | MEASURES


def is_chamber(token: Token) -> bool:
    """Whether a word names a chamber of a parliament, and not in what somebody is.

    "House Speaker" and "Senate budget chairman" are people.
    """
    if token.lower_ not in CHAMBERS or not token.text.istitle() or token.pos_ != "PROPN":
        return False
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    bears = token.head.lemma_.lower() if token.dep_ in ("compound", "nmod", "amod") else ""
    ranked = after in TITLES | _RANKS | PARTISANS or after == "democratic"
    return not ranked and bears not in ROLES


def _is_person_like(doc: Doc, start: int) -> bool:
    return start > 0 and doc[start - 1].lower_ in ADDRESS


def _grown_left(doc: Doc, start: int) -> int:
    """The start moved over forenames and particles that belong to the name.

    Not over an office: "Director of Inland Waters Ada Vale" is Ada Vale.
    """
    first = start
    while start > 0:
        before = doc[start - 1]
        fits = before.pos_ in ("PROPN", "ADJ") and before.dep_ == "compound"
        fits = fits and before.text[:1].isupper()
        if not fits or before.lower_ in ROLES | ADDRESS or before.ent_type_ not in ("", "PERSON"):
            break
        if before.is_stop or before.text.lower() in _BEFORE_NAMES:
            break
        start -= 1
    office = start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in ROLES
    return first if office else start


def _grown_right(doc: Doc, end: int) -> int:
    """The end moved over a surname that was cut off after a forename or particle."""
    while end < len(doc):
        after = doc[end]
        fits = after.pos_ == "PROPN" and after.text[:1].isupper() and after.ent_type_ == ""
        if not fits or doc[end - 1].dep_ != "compound" or doc[end - 1].head.i != end:
            return end
        end += 1
    return end
