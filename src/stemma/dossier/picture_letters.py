"""How wide words are in a picture, where nothing can be measured: a sans-serif font, on the wide
side, so that what fits here fits in any."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

_NARROW = frozenset("iljtfrI.,:;!|'’‘()[]/ ·-")
_WIDE = frozenset("mwMW@%—…")


def width(text: str, size: int) -> int:
    """The width of `text` in letters of `size`, rounded up."""
    return -(-sum(map(_letter, text)) * size // 100)


def _letter(letter: str) -> int:
    """The width of a letter in hundredths of its size."""
    if combining(letter):
        return 0
    if east_asian_width(letter) in "WF":
        return 105
    if letter in _NARROW:
        return 40
    if letter in _WIDE:
        return 100
    return 73 if letter.isupper() else 64


def fit(text: str, size: int, room: int) -> str:
    """`text`, or as much of it as fits in `room` with an ellipsis."""
    if width(text, size) <= room:
        return text
    room -= width("…", size)
    used, kept = 0, 0
    for kept, letter in enumerate(text):  # noqa: B007 (where the loop stops)
        used += _letter(letter) * size
        if used > 100 * room:
            break
    return f"{text[:kept].rstrip()}…"


def two_lines(text: str, size: int, room: int) -> tuple[str, ...]:
    """`text` on one line, or broken between words over two, the second cut where it is too long."""
    if width(text, size) <= room:
        return (text,)
    words = text.split()
    first = ""
    while words and width(f"{first} {words[0]}", size) <= room:
        first = f"{first} {words.pop(0)}".strip()
    if not first:
        return (fit(text, size, room),)
    return first, fit(" ".join(words), size, room)
