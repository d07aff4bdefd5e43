"""Names in a report: their bounds mended, and each name given one kind by all its occurrences."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stemma.model.reading import ActorKind
from stemma.reading.page import Page
from stemma.reading.stage import MEASURES
from stemma.reading.titles import (
    ADDRESS,
    AGENCIES,
    BODIES,
    HYPHENATED,
    OF_PERSONS,
    PARTICLES,
    PLACE_NOUNS,
    PRESS,
    PRESS_NOUNS,
    TITLES,
)

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
_EDGES = frozenset("\"'“”‘’«»()[]–—-,.;:/…*•") | {"''", "``"}
_JOINING = frozenset({"of", "for", "and", "the", "&"}) | PARTICLES
_SAYING = frozenset(
    "say tell add argue claim announce insist state warn declare explain note write believe think "
    "vow pledge promise ask reply admit deny suggest".split()
)
_SURE_PLACE = 6  # votes from which a place's name is not taken for a surname
_LONGEST_NAME = 10  # tokens


@dataclass(slots=True)
class Name:
    """A name where it stands: tokens [start, end) of the document, and its kind.

    `owns` where it stands as an owner in a longer name, `speaks` where it is the subject of a
    verb of saying or an acronym in brackets. `votes` is what each occurrence says of the kind.
    """

    start: int
    end: int
    kind: ActorKind
    owns: bool = False
    speaks: bool = False
    votes: Counter[ActorKind] = field(default_factory=Counter)


def key_of(text: str) -> str:
    """A name folded for comparison: no accents, no case, no full stops."""
    plain = unicodedata.normalize("NFKD", text.replace(".", ""))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


def find_names(page: Page) -> list[Name]:
    """Every name in order, none overlapping another."""
    doc = page.doc
    found = [name for entity in doc.ents for name in _mended(doc, entity)]
    found = _apart(sorted(found, key=lambda name: name.start))
    taken = {i for name in found for i in range(name.start, name.end)}
    found.extend(_missed(doc, found, taken))
    found = _apart(sorted(found, key=lambda name: name.start))
    found = _without_headings(page, found)
    for name in found:
        _vote(doc, name)
    _settle(doc, found)
    return [name for name in found if name.kind != "unknown" or name.speaks]


def _mended(doc: Doc, entity: Span) -> Iterator[Name]:
    """An entity with its bounds mended; a possessive within makes two names of it."""
    kind = _LABELS.get(entity.label_)
    if kind is None or (kind == "group" and entity.root.pos_ == "ADJ"):
        return
    start, end = entity.start, min(entity.end, entity.start + _LONGEST_NAME)
    for i in range(start, end):
        if doc[i].is_space:
            end = i
            break
    for i in range(start, end):
        if doc[i].tag_ == "POS":
            for owner in _trimmed(doc, start, i, "unknown"):
                owner.owns = True
                yield owner
            start = i + 1
    yield from _trimmed(doc, start, end, kind)


def _trimmed(doc: Doc, start: int, end: int, kind: ActorKind) -> Iterator[Name]:
    """The name in [start, end) without articles, titles, marks; grown over what was cut off."""
    for i in range(start + 1, end - 1):
        if doc[i].text == "-" and doc[i + 1].lower_ in HYPHENATED:
            end = i
            break
    while start < end and (doc[start].text in _EDGES or doc[start].lower_ in ("the", "a", "an")):
        start += 1
    while start < end and (doc[end - 1].text in _EDGES or doc[end - 1].tag_ == "POS"):
        end -= 1
    while start < end - 1 and doc[start].lower_ in TITLES | ADDRESS:
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
    if end - start == 1 and not _is_name_alone(doc[start]):
        return
    yield Name(start, end, kind)


def _is_name_alone(token: Token) -> bool:
    """Whether one word can be a name by itself: no title, no common noun, no adjective."""
    if token.pos_ not in ("PROPN", "NOUN", "X"):
        return token.text.isupper() and len(token.text) > 1
    return token.lower_ not in TITLES | ADDRESS | BODIES | MEASURES


def _is_person_like(doc: Doc, start: int) -> bool:
    return start > 0 and doc[start - 1].lower_ in ADDRESS


def _grown_left(doc: Doc, start: int) -> int:
    """The start moved over forenames and particles that belong to the name."""
    while start > 0:
        before = doc[start - 1]
        fits = before.pos_ == "PROPN" and before.text[:1].isupper() and before.dep_ == "compound"
        if not fits or before.lower_ in TITLES | ADDRESS or before.ent_type_ not in ("", "PERSON"):
            return start
        if before.is_sent_start and before.lower_ in ("meanwhile", "but", "and"):
            return start
        start -= 1
    return start


def _grown_right(doc: Doc, end: int) -> int:
    """The end moved over a surname that was cut off after a forename or particle."""
    while end < len(doc):
        after = doc[end]
        fits = after.pos_ == "PROPN" and after.text[:1].isupper() and after.ent_type_ == ""
        if not fits or doc[end - 1].dep_ != "compound" or doc[end - 1].head.i != end:
            return end
        end += 1
    return end


def _missed(doc: Doc, found: list[Name], taken: set[int]) -> Iterator[Name]:
    """Words in capitals that are a name elsewhere, or that speak, but were not seen as one."""
    known = {key_of(doc[n.start : n.end].text) for n in found}
    known |= {key_of(t.text) for t in doc if _is_short(doc, t.i, t.i + 1)}
    lasts = {key_of(doc[n.end - 1].text) for n in found if n.kind == "person"}
    i = 0
    while i < len(doc):
        if i in taken or not _is_proper(doc[i]):
            i += 1
            continue
        end = i + 1
        while end < len(doc) and end not in taken and _is_proper(doc[end]) and end - i < 6:
            end += 1
        key = key_of(doc[i:end].text)
        speaks = any(t.dep_ == "nsubj" and t.head.lemma_.lower() in _SAYING for t in doc[i:end])
        several = end - i > 1 and not doc[i].is_sent_start
        if (
            key in known
            or key in lasts
            or several
            or _is_short(doc, i, end)
            or (speaks and doc[end - 1].lower_ not in TITLES)
        ):
            yield from _trimmed(doc, i, end, "unknown")
        i = end


def _is_short(doc: Doc, start: int, end: int) -> bool:
    """Whether the word is an acronym in brackets."""
    alone = end - start == 1 and start > 0 and end < len(doc)
    return (
        alone
        and doc[start - 1].text == "("
        and doc[end].text == ")"
        and (doc[start].text.isupper() and len(doc[start]) > 1)
    )


def _is_proper(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.text not in _EDGES


def _without_headings(page: Page, names: list[Name]) -> list[Name]:
    """Names without those that stand only in headings, where every word has its capital."""
    doc = page.doc
    inside = [
        (sentence := page.sentence_at(doc[n.start].idx)) is None or sentence.form == "heading"
        for n in names
    ]
    keys = [key_of(doc[n.start : n.end].text) for n in names]
    body = {key for key, heading in zip(keys, inside, strict=True) if not heading}
    people = zip(names, keys, strict=True)
    lasts = {key.split()[-1] for name, key in people if name.kind == "person" and key in body}
    return [
        name
        for name, key, heading in zip(names, keys, inside, strict=True)
        if not heading or key in body or key.split()[-1] in lasts
    ]


def _apart(names: list[Name]) -> list[Name]:
    """Names without those that overlap an earlier one."""
    kept: list[Name] = []
    for name in names:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def _vote(doc: Doc, name: Name) -> None:
    """What the words around and in a name say of its kind."""
    if name.kind != "unknown":
        name.votes[name.kind] += 2
    before = doc[name.start - 1].lower_ if name.start else ""
    words = [t.lower_.strip(".") for t in doc[name.start : name.end]]
    if before in ADDRESS or before in TITLES:
        name.votes["person"] += 6
    if before in PRESS_NOUNS or (before == "agency" and len(words) < 4):
        name.votes["outlet"] += 6
    if words[-1] in AGENCIES or (len(words) > 1 and words[-1] in PRESS):
        name.votes["outlet"] += 5
    elif len(words) > 1 and (words[-1] in BODIES or words[0] in BODIES):
        name.votes["organisation"] += 5
    elif len(words) > 1 and words[-1] in PLACE_NOUNS:
        name.votes["place"] += 3
    if name.owns and 1 < len(words) < 4 and not set(words) & (BODIES | PRESS):
        name.votes["person"] += 1
    if any(word in PARTICLES for word in words[1:-1]):
        name.votes["person"] += 3
    root = doc[name.start : name.end].root
    if root.dep_ == "poss" and root.head.lemma_.lower() in OF_PERSONS:
        name.votes["person"] += 3
    if root.dep_ == "pobj" and root.head.lower_ == "in" and name.kind == "place":
        name.votes["place"] += 1
    if any(c.dep_ == "appos" and c.lower_ in TITLES for c in root.children):
        name.votes["person"] += 4


def _settle(doc: Doc, names: list[Name]) -> None:
    """Give all occurrences of a name, and a full name with its surname, the kind of the majority.

    A surname alone goes with the one full name of a person that ends in it.
    """
    keys = [key_of(doc[n.start : n.end].text) for n in names]
    votes: dict[str, Counter[ActorKind]] = defaultdict(Counter)
    for name, key in zip(names, keys, strict=True):
        votes[key] += name.votes
    full: dict[str, set[str]] = defaultdict(set)
    for key, counted in votes.items():
        words = key.split()
        if len(words) > 1 and _best(counted) == "person" and counted["person"] > 1:
            full[words[-1]].add(key)
            full[" ".join(words[1:])].add(key)
    for name, key in zip(names, keys, strict=True):
        surname = len(full.get(key, ())) == 1 and votes[key]["place"] < _SURE_PLACE
        name.kind = "person" if surname else _best(votes[key])


def _best(votes: Counter[ActorKind]) -> ActorKind:
    known = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    return known[0][0] if known else "unknown"
