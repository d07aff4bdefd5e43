"""Names taken apart for comparison: folded tokens, without titles, determiners, possessives."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"(?:['’ʼ`\"]s?|s['’])$", re.IGNORECASE)
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")

_PREFIX = re.compile(r"^(?:anti|pro|non|pre|post|ex)[-–](?=[A-Z])")
_SUFFIX = re.compile(
    r"[-–](?:era|led|backed|style|aligned|allied|based|owned|run|controlled|sponsored|born|wide"
    r"|held|occupied|friendly|made|like)$"
)

_BRACKETS = re.compile(r"\([^()]*\)")
_DESK = re.compile(
    r"(?:(?<=\w)\s+[-–—|:]\s*(?:(?:news|opinions?|editorials?|online|politics|world|web|blogs?)"
    r"(?:\s*/\s*|\s+|$))+|(?<=\w)\s+(?:opinions?|editorials?))$",
    re.IGNORECASE,
)
_ONLINE = re.compile(r"(?<=\w)\s+(?:online|web)(?=\s+news$|$)", re.IGNORECASE)
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
    organisation organization parliament party patrol post press project radio rally republic review
    school senate service society state states street times treaty tribune union university
    world""".split()
)
_TITLES = frozenset(
    """mr mrs ms messrs miss mx dr prof professor sir dame lord lady president chancellor premier
    minister secretary senator sen representative rep congressman congresswoman governor gov mayor
    general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral ambassador
    judge justice king queen prince princess pope bishop archbishop cardinal rev reverend father
    sister brother deputy former ex then chairman chairwoman chair speaker monsieur madame mme
    herr frau señor señora sheikh ayatollah mullah imam rabbi pastor agent detective officer
    trooper inspector superintendent commissioner commander brigadier corporal cpl private pvt
    specialist class sheriff chief director adviser advisor aide attorney lawyer counsel leader
    whip ceo chaplain fellow businessman businesswoman spokesman spokeswoman spokesperson
    undersecretary councillor councilman councilwoman lawmaker""".split()
)
# What may stand before the last word of a title, and is no title itself.
_BEFORE_TITLES = frozenset(
    """vice acting prime crown first special national security district foreign interior defence
    defense finance trade health education majority minority senior research assistant associate
    under of state house senate press police staff executive founding co and us""".split()
)
REGNAL = frozenset("king queen pope prince princess emperor empress sultan emir".split())
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
    tokens = _TOKEN.findall(fold(bare)) or _TOKEN.findall(fold(text))
    named = len(tokens) > (1 if tokens[-1:] in (["jr"], ["sr"]) else 2)
    suffix = tokens.pop() if named and tokens[-1] in _SUFFIXES else ""
    return Name(tuple(tokens), suffix)


def parse_person(text: str) -> Name:
    """A person's name, titles off ("Dr. Ada Vale" and "Senators Ada Vale" are "Ada Vale")."""
    name = parse_name(text)
    return Name(name.tokens[_titles(name.tokens) :], name.suffix)


def _titles(tokens: Sequence[str]) -> int:
    """How many tokens before the name are titles, in the plural too ("Secretary of State")."""
    found, linked = 0, False
    for at, word in enumerate(tokens[:-1], start=1):
        title = word in _TITLES or word.removesuffix("s") in _TITLES
        if not title and word not in _BEFORE_TITLES:
            break
        if title or (linked and word != "of"):
            found = at
        linked = bool(found) and (linked or word == "of")
    return found


def untitled(text: str) -> str:
    """The text from the name on, titles off."""
    starts = [match.start() for match in _TOKEN.finditer(text)]
    cut = _titles(_TOKEN.findall(fold(text)))
    return text[starts[cut] :] if 0 < cut < len(starts) else text


def plain_outlet(text: str) -> str:
    """An outlet's name without the desk or the channel of one report.

    "Vale Post - Opinion", "Vale Post (Web News)" and "Vale Post Editorial" are the Vale Post, and
    "Vale Online News" is "Vale News".
    """
    name = " ".join(_BRACKETS.sub(" ", text).split())
    name = _ONLINE.sub("", _DESK.sub("", name)).strip()
    return name or " ".join(text.split())


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
    """Whether a surname alone is the end of a full name; particles may be left out.

    "Vale Jr." can only be a junior.
    """
    size = len(bare.tokens)
    if bare.suffix and bare.suffix != full.suffix:
        return False
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
