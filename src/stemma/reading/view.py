"""Who is in view at a place of a report, and what a pointing word looks like."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stemma.model.reading import Mention
from stemma.reading.name_bounds import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

HE_OR_SHE = frozenset("he she him her his hers himself herself".split())
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_PERSONAL = HE_OR_SHE | frozenset("they them their theirs themselves it its itself".split())


@dataclass(frozen=True, slots=True)
class Known:
    """A name with its mention and the key of the fullest name it stands for."""

    name: Name
    mention: Mention
    key: str


@dataclass(slots=True)
class Focus:
    """The people of one sentence: subjects and speakers, and all that are named."""

    subjects: list[tuple[int, Known]] = field(default_factory=list)
    named: list[tuple[int, Known]] = field(default_factory=list)


def is_subject(word: Token) -> bool:
    """Whether a name is a subject, or beside or coordinated with one."""
    for _ in range(4):
        if word.dep_ in SUBJECTS:
            return True
        if word.dep_ not in ("appos", "conj"):
            return False
        word = word.head
    return False


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
