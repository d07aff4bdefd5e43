"""Who is in view at a place of a report, and what a pointing word looks like."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stemma.model.reading import Mention
from stemma.reading.name_bounds import Name
from stemma.reading.titles import AGENCIES, BODIES, PRESS, ROLES, kind_of_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

HE_OR_SHE = frozenset("he she him her his hers himself herself".split())
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_PERSONAL = HE_OR_SHE | frozenset("they them their theirs themselves it its itself".split())
_DESCRIBING = frozenset({"compound", "amod", "nmod", "npadvmod"})
_SOMEBODY = frozenset(
    "witness individual person somebody someone source insider passenger patient protester "
    "demonstrator bystander survivor neighbor neighbour another".split()
)
_MAKERS = ("man", "woman", "person", "ist", "ian", "eer")


@dataclass(frozen=True, slots=True)
class Known:
    """A name with its mention and the key of the fullest name it stands for."""

    name: Name
    mention: Mention
    key: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A person in view at token `i`: by name, or only by a noun or pronoun ("an official").

    `quote` is the number of the quotation that he stands in, -1 outside of any.
    """

    i: int
    key: str
    known: Known | None = None
    gender: str | None = None
    quote: int = -1


@dataclass(slots=True)
class Focus:
    """The people of one sentence: who speaks there, who is a subject, and who else is named."""

    speakers: list[Seen] = field(default_factory=list)
    subjects: list[Seen] = field(default_factory=list)
    others: list[Seen] = field(default_factory=list)


def is_subject(word: Token) -> bool:
    """Whether a name is a subject, or beside or coordinated with one."""
    for _ in range(4):
        if word.dep_ in SUBJECTS or (word.dep_ == "pobj" and word.head.dep_ == "agent"):
            return True
        if word.dep_ not in ("appos", "conj"):
            return False
        word = word.head
    return False


def describes(word: Token) -> bool:
    """Whether a name only tells of what kind a thing is ("the Reyes affair")."""
    return word.dep_ in _DESCRIBING and word.head.pos_ in ("NOUN", "PROPN", "ADJ")


def is_somebody(noun: Token) -> bool:
    """Whether a common noun in the singular stands for a person."""
    first = noun
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    if noun.tag_ not in ("NN", "NNP") or noun.dep_ in _DESCRIBING:
        return False
    if first.dep_ in ("appos", "attr", "oprd"):
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ in ("as", "of", "by"):
        return noun.head.dep_ == "agent"
    lower = noun.lower_
    return kind_of_noun(lower, plural=False) == "person" or lower in _SOMEBODY


def may_speak(noun: Token) -> bool:
    """Whether the noun that is said to say something stands for one person."""
    if noun.tag_ not in ("NN", "NNP", "DT"):
        return False
    lower = noun.lower_
    return lower in _SOMEBODY or lower in ROLES or lower.endswith(_MAKERS)


def may_be_person(k: Known, root: Token) -> bool:
    """Whether a name of no sure kind could be a person's: no body's or paper's word, no acronym."""
    words = k.mention.name.lower().split()
    if k.mention.kind in ("person", "unknown"):
        return True
    plain = not set(words) & (BODIES | PRESS | AGENCIES) and not k.mention.name.isupper()
    bare = len(words) > 1 or not any(c.dep_ == "det" for c in root.children)
    return plain and bare and k.mention.kind == "organisation"


def words_before(noun: Token) -> str:
    """The words joined to a noun by hyphens ("58-year-old")."""
    start = max(0, noun.i - 4)
    return "".join(t.lower_ for t in noun.doc[start : noun.i])


def points(token: Token) -> bool:
    """Whether a source's head word points at an actor: a personal pronoun or a common noun."""
    if token.pos_ in ("PRON", "DET"):
        return token.lower_ in _PERSONAL
    return token.pos_ in ("NOUN", "PROPN", "ADJ")


def has_word(k: Known, lemma: str) -> bool:
    """Whether an organisation's name or role has this word."""
    words = k.mention.name.lower().split()
    for role in k.mention.roles:
        words.extend(role.exact.lower().split())
    return k.mention.kind in ("organisation", "unknown") and lemma in words
