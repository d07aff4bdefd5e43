"""Characters to the one text that every offset refers to."""

from __future__ import annotations

import re
import unicodedata

NEWLINES = str.maketrans(
    {"\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}
)
SPACES = dict.fromkeys([0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
# C0 and C1 controls; soft hyphen; zero-width space, joiner of words, marks of direction and
# overrides, tag characters. The joiners U+200C and U+200D stay: scripts and emoji need them.
DROPPED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
# CSI sequences as terminals read them, and OSC ones up to their end; both bounded
ESCAPES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]{0,40}[ -/]{0,9}[@-~]|\x1b\\][^\x07\x1b\n]{0,400}(?:\x07|\x1b\\\\)"
)


def normalise(text: str) -> str:
    """`text` in NFC with mojibake mended, newlines and spaces of one kind, no control characters.

    Quotation marks stay as they were written. Nothing that a reader would see is cut.
    """
    text = ESCAPES.sub("", text.replace("\r\n", "\n"))
    plain = DROPPED.sub("", _mended(text).translate(NEWLINES)).translate(SPACES)
    return unicodedata.normalize("NFC", plain)


def _mended(text: str) -> str:
    """Mojibake and left-over HTML entities put right; ASCII without them needs no mending."""
    if text.isascii() and "&" not in text:
        return text
    import ftfy

    return ftfy.fix_text(text, uncurl_quotes=False, explain=False)


def one_line(text: str, longest: int) -> str:
    """`text` normalised, its runs of white space single spaces, cut to `longest` characters."""
    return " ".join(normalise(text[: longest * 4]).split())[:longest].strip()


def readable(text: str) -> bool:
    """Whether decoded characters are text at all rather than the bytes of something else."""
    odd = sum(1 for _ in DROPPED.finditer(text)) + text.count("\N{REPLACEMENT CHARACTER}")
    return odd * 20 <= len(text)
