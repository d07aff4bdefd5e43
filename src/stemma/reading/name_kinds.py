"""What a name is the name of, by the words in it, the words around it, and all its occurrences."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from stemma.model.reading import ActorKind
from stemma.reading.name_bounds import Name, key_of
from stemma.reading.titles import (
    ADDRESS,
    AGENCIES,
    BODIES,
    CHAMBERS,
    OF_PERSONS,
    OF_PLACES,
    PARTICLES,
    PARTISANS,
    PLACE_NOUNS,
    PRESS,
    PRESS_NOUNS,
    ROLES,
    TITLES,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OF_COUNTRIES = frozenset(
    "member ally rival neighbor neighbour partner opponent host champion leader power competitor "
    "producer winner supporter critic player founder owner independent head".split()
)  # roles that a country or a company may have
_SPEAKING = frozenset({"say", "add", "claim", "tell", "think", "believe", "deny", "ask"})
_COUNTRIES = frozenset({"us", "usa", "uk", "uae"})
_CAPITAL = re.compile(r"\b[A-Z]\w+")
_SURE_PLACE = 6  # votes from which a place's name is not taken for a surname
_SURE_PERSON = 4  # votes for a full name that outweigh that


def vote(doc: Doc, name: Name) -> None:
    """What the words around and in a name say of its kind."""
    if name.kind != "unknown":
        alone = name.end - name.start == 1 and name.kind == "person"
        name.votes[name.kind] += 1 if alone else 2
    words = [t.lower_.strip(".") for t in doc[name.start : name.end]]
    _by_its_words(name, words)
    before = doc[name.start - 1].lower_ if name.start else ""
    if before in ADDRESS or before in TITLES:
        name.votes["person"] += 6
    if before == "the" and len(words) == 1 and words[0] in PRESS:
        name.votes["outlet"] += 5
    if before in PRESS_NOUNS or (before == "agency" and len(words) < 4):
        name.votes["outlet"] += 6
    _by_its_clause(name, doc[name.start : name.end].root)


def _by_its_words(name: Name, words: list[str]) -> None:
    """What the last word of a name, and its particles, say."""
    several = len(words) > 1
    if not several and words[0].replace(".", "") in _COUNTRIES:
        name.votes["place"] += 8
    if not several and words[0] in CHAMBERS:
        name.votes["organisation"] += 8
    if words[-1].endswith("s") and words[-1][:-1] in PARTISANS:
        name.votes["group"] += 8
    elif words[-1] in AGENCIES or (several and words[-1] in PRESS):
        name.votes["outlet"] += 5
    elif several and (words[-1] in BODIES or words[0] in BODIES):
        name.votes["organisation"] += 5
    elif several and words[-1] in PLACE_NOUNS:
        name.votes["place"] += 3
    if name.owns and 1 < len(words) < 4 and not set(words) & (BODIES | PRESS):
        name.votes["person"] += 1
    if any(word in PARTICLES for word in words[1:-1]):
        name.votes["person"] += 3


def _by_its_clause(name: Name, root: Token) -> None:
    """What a name owns, stands in, or stands beside."""
    if root.dep_ == "poss" and root.head.lemma_.lower() in OF_PERSONS:
        name.votes["person"] += 3
    if root.dep_ == "nsubj" and name.kind == "person" and root.head.lemma_.lower() in _SPEAKING:
        name.votes["person"] += 1
    if root.dep_ == "nsubj" and any(t.lower_ == "its" for t in root.head.subtree):
        name.votes["place"] += 2
    if root.dep_ == "nsubj" and _says_of_himself(root.head):
        name.votes["person"] += 4
    if root.dep_ == "pobj" and root.head.lower_ == "in":
        name.votes["place"] += 2
    if root.dep_ == "poss" and _governs(root.head):
        name.votes["place"] += 8
    beside = [c for c in root.children if c.dep_ == "appos"]
    if root.dep_ == "appos":
        beside.append(root.head)
    if any(c.lemma_.lower() in ROLES - _OF_COUNTRIES for c in beside):
        name.votes["person"] += 4


def _says_of_himself(verb: Token) -> bool:
    """Whether what a subject says begins with "he" or "she"."""
    if verb.lemma_.lower() not in _SPEAKING:
        return False
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    return any(g.dep_ == "nsubj" and g.lower_ in ("he", "she") for c in clauses for g in c.children)


def peoples(key: str) -> list[str]:
    """The adjectives that would be made from the name of a country."""
    if " " in key or len(key) < 4:
        return []
    stem = key.rstrip("aeio")
    return [key + "n", stem + "an", stem + "ian", key + "ian", stem + "ish", stem + "ese"]


def _governs(noun: Token) -> bool:
    """Whether a noun is what a country or town has: a government, a border, a capital."""
    words = [noun, *(c for c in noun.children if c.dep_ in ("compound", "amod"))]
    return any(w.lemma_.lower() in OF_PLACES for w in words)


def settle(doc: Doc, names: list[Name]) -> None:
    """Give all occurrences of a name, and a full name with its surname, the kind of the majority.

    A surname alone goes with the one full name of a person that ends in it.
    """
    keys = [key_of(doc[n.start : n.end].text) for n in names]
    votes: dict[str, Counter[ActorKind]] = defaultdict(Counter)
    labels: Counter[str] = Counter()
    for name, key in zip(names, keys, strict=True):
        votes[key] += name.votes
        labels[key] += name.end - name.start == 1
    _by_other_names(doc, votes)
    full = _full_names(votes)
    for name, key in zip(names, keys, strict=True):
        longer, certainty = full.get(key, (set(), 0))
        doubtful = votes[key]["place"] >= _SURE_PLACE and certainty < _SURE_PERSON
        surname = len(longer) == 1 and not doubtful
        name.kind = "person" if surname else _best(votes[key])
        name.sure = surname or " " in key or votes[key]["person"] > labels[key]


def _by_other_names(doc: Doc, votes: dict[str, Counter[ActorKind]]) -> None:
    """What the other names of a report say: its people's adjective, its last word alone."""
    capitals = {word.lower() for word in _CAPITAL.findall(doc.text)}
    for key, counted in votes.items():
        if any(form in capitals for form in peoples(key)):
            counted["place"] += 10
        words = key.split()
        plain = not set(words) & (BODIES | PRESS) and not counted["place"]
        alone = votes.get(words[-1])
        if not 1 < len(words) < 4 or alone is None or not plain:
            continue
        kind = _best(alone)
        if kind != "place" and not (kind == "group" and key.endswith(("s", "men"))):
            counted["person"] += 5


def _full_names(votes: dict[str, Counter[ActorKind]]) -> dict[str, tuple[set[str], int]]:
    """For each surname the full names of people that end in it, and the votes for the surest."""
    full: dict[str, tuple[set[str], int]] = {}
    for key, counted in votes.items():
        words = key.split()
        if len(words) > 1 and _best(counted) == "person" and counted["person"] > 1:
            for short in {words[-1], " ".join(words[1:])}:
                names, certainty = full.get(short, (set(), 0))
                names.add(key)
                full[short] = (names, max(certainty, counted["person"]))
    return full


def _best(votes: Counter[ActorKind]) -> ActorKind:
    known = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    return known[0][0] if known else "unknown"
