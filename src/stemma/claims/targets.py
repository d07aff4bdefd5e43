"""What an action is done to, and whether it is a part of what another is done to."""

from __future__ import annotations

import re

import msgspec

from stemma.claims.words import content_stems

_END = re.compile(
    r"[,;:()–—]|\s(?:that|which|who|whom|if|unless|because|after|before|while|when|as|until|"
    r"starting|beginning|including|particularly|especially|aimed|calling|amid|under|by|during|"
    r"and|or|but|to|for|in|on|at|with|from)\s"
)
_SHARE = re.compile(
    r"^(?:.{0,60}?\s)?(?:participation|membership|role|part|seat|place)\s+(?:in|of|on)\s+(?P<rest>.+)$"
)
_OWNER = re.compile(r"^(?P<owner>.{1,80}?)(?:['’\"]s|s['’])\s+(?P<part>\S.*)$")
_OF = re.compile(r"^(?P<part>.{1,80}?)\s+of\s+(?P<owner>\S.*)$")
_LEAD = re.compile(r"^(?:the|a|an|its|their|his|her|this|that|any|all|both)\s+", re.IGNORECASE)
_ABOVE_ALL = re.compile(r"^(?:particularly|especially|including|above all)\s+", re.IGNORECASE)
_ITS = re.compile(r"^(?:its|their)\s", re.IGNORECASE)
_PARTS = frozenset(
    "command structure wing arm branch pillar body board council committee commission assembly "
    "court chapter clause article section fund mission force unit programme program mechanism "
    "framework protocol agency office bureau department division pact zone area market "
    "system scheme regime administration".split()
)


Stems = tuple[str, ...]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A part and its whole, as somebody decided: the stems of each one's spellings, and why."""

    part: frozenset[Stems]
    whole: frozenset[Stems]
    because: str


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """What an action is done to: its core words, their stems, and the stems of a part's owner.

    `pronoun` says that the owner of a part is "its" or "their". `decided` are the decisions by
    which the target is a part.
    """

    core: str = ""
    stems: Stems = ()
    owner: Stems = ()
    pronoun: bool = False
    decided: tuple[Part, ...] = ()


def read_target(words: str) -> Target:
    """The target up to the first relative clause, adjunct or list, without its article.

    A share in something ("the country's part in the board") stands for the thing itself. The
    owner is given only where what it owns is a part ("the Union's joint command").
    """
    text = " ".join(words.split())[:160]
    share = _SHARE.match(text)
    text = share["rest"] if share else text
    text = _ABOVE_ALL.sub("", text)
    end = _END.search(text, 1)
    core = _LEAD.sub("", text[: end.start()] if end else text).strip(" '\"“”.")
    owner, part = owner_and_part(core)
    last = content_stems(part)[-1:]
    owned = content_stems(owner) if last and last[0] in _PARTS else ()
    pronoun = bool(_ITS.search(text)) and bool(last) and last[0] in _PARTS
    return Target(core=core, stems=content_stems(core), owner=owned, pronoun=pronoun)


def owner_and_part(text: str) -> tuple[str, str]:
    """("the Union", "joint command") of "the Union's joint command"; no owner, an empty one."""
    for pattern in (_OWNER, _OF):
        match = pattern.match(text)
        if match:
            return _LEAD.sub("", match["owner"]), _LEAD.sub("", match["part"])
    return "", text


def part_of(narrow: Target, broad: Target) -> bool:
    """Whether the narrow target is a part of the broad one, by its own words or as decided."""
    stated = bool(broad.stems) and narrow.owner == broad.stems
    return stated or bool(why_part(narrow, broad))


def why_part(narrow: Target, broad: Target) -> tuple[str, ...]:
    """Who decided that the narrow target is a part of the broad one, a line for each decision."""
    return tuple(part.because for part in narrow.decided if broad.stems in part.whole)
