"""Words of spans made comparable without a parser: folding, light stemming, content words."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

from stemma.model.span import Place

_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
_CLIP = 90
_KEPT = 1 << 16  # texts whose words are kept: what is compared is looked at again and again

_FUNCTION = frozenset(
    "a an the this that these those it its itself he him his she her hers they them their theirs "
    "we us our ours you your i me my mine who whom whose which what when where why how there here "
    "and or but nor so yet if unless until while as than though although because since whether "
    "of in on at by for with from to into onto over under about after before between among "
    "against during through without within upon toward towards amid per via out up down off "
    "be is are was were been being am do does did done doing have has had having will would "
    "shall should may might can could must not no also very too just only even still already "
    "again more most much many some any all both each other another such own same than then "
    "now once one's s t d ll re ve say said says saying tell told be".split()
)


def fold(text: str) -> str:
    """Lower case without accents, curly quotes made straight."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=_KEPT)
def tokens(text: str) -> tuple[str, ...]:
    """The folded words of a text in order, possessive endings removed."""
    return tuple(_bare(word) for word in _WORD.findall(fold(text)))


def _bare(word: str) -> str:
    for ending in ("'s", "'"):
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)]
    return word


def stem(word: str) -> str:
    """A folded word without its plural ending: enough to match nouns of two texts."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=_KEPT)
def content_stems(text: str) -> tuple[str, ...]:
    """The stems of a text's content words, in order."""
    return tuple(stem(word) for word in tokens(text) if word not in _FUNCTION)


@lru_cache(maxsize=_KEPT)
def stems_of(terms: tuple[str, ...]) -> tuple[str, ...]:
    """Lemmas as the reading gives them, brought to the form of `content_stems`."""
    bare = (_bare(fold(term)) for term in terms)
    return tuple(stem(word) for word in bare if word and word not in _FUNCTION)


def clip(text: str, limit: int = _CLIP) -> str:
    """One line of at most `limit` characters, cut between words."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0] + "…"


def identify(prefix: str, *parts: str) -> str:
    """A short id made from what it stands for, so that the same finding keeps its id."""
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    return f"{prefix}-{digest[:12]}"


def place_key(place: Place) -> str:
    """A place as text, for ids and for order."""
    return ";".join(f"{s.report}:{s.start:07d}-{s.end:07d}" for s in place)
