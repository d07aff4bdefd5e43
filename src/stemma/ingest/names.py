"""File names made harmless: they are shown to people and never opened again."""

from __future__ import annotations

import unicodedata

LONGEST_NAME = 240
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Cc control, Cf format (bidi, zero width), Cs surrogate, Zl and Zp line and paragraph separators
UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def display_name(name: str) -> str:
    """`name` as a relative posix path without control, format or surrogate characters.

    Steps up (`..`), roots and empty parts are dropped, so that the name stays below any folder
    it may be joined to.
    """
    shown = "".join(
        REPLACEMENT if unicodedata.category(character) in UNSAFE else character
        for character in name[: LONGEST_NAME * 2]
    )
    parts = [part for part in shown.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    return "/".join(parts)[-LONGEST_NAME:].lstrip("/") or "unnamed"
