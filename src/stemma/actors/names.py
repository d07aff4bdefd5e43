"""Names taken apart for comparison: folded tokens, without titles, determiners, possessives."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_TOKEN = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"(?:['’ʼ`\"]s?|s['’])$", re.IGNORECASE)
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")

_PREFIX = re.compile(r"^(?:anti|pro|non|pre|post|ex)[-–](?=[A-Z])")
_SUFFIX = re.compile(
    r"[-–](?:era|led|backed|style|aligned|allied|based|owned|run|controlled|sponsored|born|wide"
    r"|held|occupied|friendly|made|like)$"
)

_DETERMINER = re.compile(
    r"^(?:the|an?|this|that|these|those|its|his|her|their|our|my|your)\s+(?=\S)", re.IGNORECASE
)
OFFICES = frozenset(
    """president chancellor premier minister secretary senator congressman congresswoman governor
    mayor general colonel major captain lieutenant sergeant admiral ambassador judge justice king
    queen prince princess pope bishop archbishop cardinal sheriff professor spokesman
    spokeswoman commissioner deputy leader chairman chairwoman speaker""".split()
)
# Whom one speaks before, rather than to.
AUDIENCES = frozenset(
    """assembly audience chamber committee conference congress council court crowd house jury
    meeting parliament press rally reporters senate session summit voters""".split()
)
BODIES = frozenset(
    """agency alliance army assembly association authority bank bloc board bureau chamber
    commission committee company conference congress corporation council court daily department
    express federation force forces forum foundation front fund gazette government group herald
    house institute journal league ministry mission monitor movement news network office
    organisation organization parliament party post press project radio rally republic review
    school senate service society state states street times treaty tribune union university
    world""".split()
)
_TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady president chancellor premier prime
    minister secretary senator sen representative rep congressman congresswoman governor gov mayor
    general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral ambassador
    judge justice king queen prince princess pope bishop archbishop cardinal rev reverend father
    sister brother vice deputy former ex then acting chairman chairwoman chair speaker
    monsieur madame mme herr frau señor señora sheikh ayatollah imam rabbi""".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv".split())
PARTICLES = frozenset(
    """al el le la les de del della di da das do dos du des der den van von zu zur zum ter ten af av
    bin ibn ben abu bint ad as ash mac mc st san santa""".split()
)


@dataclass(frozen=True)
class Name:
    """A name as folded tokens; `suffix` is "jr", "iii" and the like, or empty."""

    tokens: tuple[str, ...]
    suffix: str = ""

    @property
    def key(self) -> str:
        """What equal names have in common."""
        return " ".join((*self.tokens, self.suffix)).strip()

    @property
    def bare(self) -> bool:
        """Whether it is a surname or first name alone, its particles aside ("von der Aue")."""
        return all(token in PARTICLES for token in self.tokens[:-1])

    @property
    def surname(self) -> str:
        """The last token."""
        return self.tokens[-1] if self.tokens else ""


def fold(text: str) -> str:
    """The text without case, accents and compatibility forms."""
    if text.isascii():
        return text.lower()
    kept = unicodedata.normalize("NFKD", text)
    return "".join(c for c in kept if not unicodedata.combining(c)).casefold()


def parse_name(text: str) -> Name:
    """The name's tokens; dotted initials are one token each where they stand before others."""
    bare = _DETERMINER.sub("", _POSSESSIVE.sub("", text.strip()))
    bare = _SUFFIX.sub("", _PREFIX.sub("", bare))
    whole = _DOTTED.fullmatch(bare)
    if whole is not None:
        return Name((fold(bare.replace(".", "")),))
    tokens = _TOKEN.findall(fold(bare))
    suffix = tokens.pop() if len(tokens) > 2 and tokens[-1] in _SUFFIXES else ""
    return Name(tuple(tokens), suffix)


def parse_person(text: str) -> Name:
    """A person's name, titles off ("Dr. Ada Vale" is "Ada Vale")."""
    name = parse_name(text)
    tokens = name.tokens
    while len(tokens) > 1 and tokens[0] in _TITLES:
        tokens = tokens[1:]
    return Name(tokens, name.suffix)


def compatible(one: Name, two: Name) -> bool:
    """Whether two names of two tokens or more can be one person's.

    They can where first and last token agree (an initial agrees with what it begins) and the
    middle of the one is left out or found in order in the other, or where the one is the other's
    beginning or end.
    """
    if one.suffix and two.suffix and one.suffix != two.suffix:
        return False
    short, long = sorted((one.tokens, two.tokens), key=len)
    if len(short) < 2:
        return False
    if long[: len(short)] == short or long[-len(short) :] == short:
        return True
    return short[-1] == long[-1] and _agree(short[0], long[0]) and _middles(short, long)


def _middles(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether what stands between first and last token can be the same person's.

    Initials must agree one by one: "A. C. Vale" and "A. B. C. Vale" may be father and son.
    """
    few, many = (
        [token for token in tokens[1:-1] if token not in PARTICLES] for tokens in (short, long)
    )
    if not few or not many:
        return True
    if len(few) == len(many):
        return all(_agree(one, two) for one, two in zip(few, many, strict=True))
    rest = iter(many)
    return all(len(token) > 1 and token in rest for token in few)


def _agree(one: str, two: str) -> bool:
    if len(one) == 1 or len(two) == 1:
        return one[:1] == two[:1]
    return one == two


def stands_for(bare: Name, full: Name) -> bool:
    """Whether a surname alone is the end of a full name; particles may be left out."""
    size = len(bare.tokens)
    return len(full.tokens) > size and full.tokens[-size:] == bare.tokens


def begins(bare: Name, full: Name) -> bool:
    """Whether a name alone is how a full name begins: a first name, or a family name put first."""
    size = len(bare.tokens)
    return len(full.tokens) > size and full.tokens[:size] == bare.tokens


_SOUNDS = (
    ("iy", "i"),
    ("yi", "i"),
    ("ij", "i"),
    ("ii", "i"),
    ("y", "i"),
    ("j", "i"),
    ("ph", "f"),
    ("kh", "h"),
    ("ck", "k"),
    ("w", "v"),
)


def skeleton(name: Name) -> tuple[str, ...]:
    """What transliterations and doubled letters leave unchanged ("Zelenka", "Zellenka")."""
    return tuple(_skeleton(token) for token in name.tokens)


def _skeleton(token: str) -> str:
    for written, sound in _SOUNDS:
        token = token.replace(written, sound)
    return "".join(c for at, c in enumerate(token) if at == 0 or token[at - 1] != c)


def initials(name: Name) -> str:
    """The first letters of the name's words, small words left out."""
    words = [t for t in name.tokens if t not in ("of", "the", "and", "for", "in", "on", "to")]
    return "".join(word[0] for word in words)
