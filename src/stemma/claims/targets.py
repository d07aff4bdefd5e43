"""What an action is done to, and whether it is a part of what another is done to."""

from __future__ import annotations

import re
from collections import defaultdict

from stemma.claims.view import Deed, StoryView
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
_PARTS = frozenset(
    "command structure wing arm branch pillar body board council committee commission assembly "
    "court chapter clause article section fund mission force unit programme program mechanism "
    "framework protocol agency office bureau department division group pact zone area market "
    "system scheme regime administration".split()
)


def core(deed: Deed) -> str:
    """The target up to the first relative clause, adjunct or list, without its article.

    A share in something ("the country's part in the board") stands for the thing itself.
    """
    target = deed.action.target
    if target is None:
        return ""
    text = " ".join(target.exact.split())[:160]
    share = _SHARE.match(text)
    text = share["rest"] if share else text
    end = _END.search(text, 1)
    return _LEAD.sub("", text[: end.start()] if end else text).strip(" '\"“”.")


def owner_and_part(text: str) -> tuple[str, str]:
    """("the Union", "joint command") of "the Union's joint command"; no owner, an empty one."""
    for pattern in (_OWNER, _OF):
        match = pattern.match(text)
        if match:
            return _LEAD.sub("", match["owner"]), _LEAD.sub("", match["part"])
    return "", text


def part_of(narrow: str, broad: str) -> bool:
    """Whether the narrow target is by its own words a part of the broad one."""
    owner, part = owner_and_part(narrow)
    words = content_stems(part)
    if not owner or not words or words[-1] not in _PARTS:
        return False
    return bool(content_stems(broad)) and content_stems(owner) == content_stems(broad)


def stated_parts(views: list[StoryView]) -> dict[str, frozenset[str]]:
    """Actor -> actors that it founded or set up, as some report states ("X, created by Y")."""
    parts: dict[str, set[str]] = defaultdict(set)
    for view in views:
        for telling in view.tellings:
            for deed in telling.deeds:
                if deed.family == "found":
                    for owner in deed.agents:
                        parts[owner] |= deed.target_actors - {owner}
    return {owner: frozenset(made) for owner, made in sorted(parts.items())}
