"""Report text made harmless for each kind of page, without a change to what it says.

Everything in a report is the words of strangers: markup, terminal codes and characters that turn
the reading direction come out as text or not at all.
"""

from __future__ import annotations

import re

_OVERRIDES = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Characters that embed, override or isolate a reading direction."""

_NONCHARACTERS = (
    *range(0xFDD0, 0xFDF0),
    *(plane * 0x10000 + last for plane in range(17) for last in (0xFFFE, 0xFFFF)),
)

_VISIBLE = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"},
    0x7F: 0x2421,
    **dict.fromkeys(
        (*range(0x80, 0xA0), *range(0xD800, 0xE000), *_OVERRIDES, *_NONCHARACTERS), 0xFFFD
    ),
}

_ANSI = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x9b[0-?]*[@-~]")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$])")
_GAP = re.compile(r"([\s|]+)")
_ADDRESS = re.compile(r"://|www\.|@", re.IGNORECASE)
_BLOCK_START = re.compile(r"(?:[#+=:-]|(?=\d{1,9}[.)])\d+)")


def as_utf8(name: str) -> str:
    """A file name with the bytes that are no UTF-8 written as escapes."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def visible(text: str) -> str:
    """`text` with each control, override or non-character shown as one harmless character.

    Offsets stay what they were: one code point stands for one.
    """
    return text.translate(_VISIBLE)


def one_line(text: str) -> str:
    """`text` on one line, for a page."""
    return visible(" ".join(text.split()))


def for_terminal(text: str) -> str:
    """`text` on one line with all that a terminal would obey left out."""
    kept = _ANSI.sub("", text).split()
    return " ".join(" ".join(kept).translate(dict.fromkeys(_VISIBLE)).split())


def for_markdown(text: str) -> str:
    """`text` on one line, escaped so that GitHub-style Markdown shows it as it stands.

    Web and mail addresses become code, since many readers turn bare ones into links.
    """
    pieces = _GAP.split(one_line(text))
    escaped = "".join(_code(p) if _ADDRESS.search(p) else _SPECIAL.sub(r"\\\1", p) for p in pieces)
    start = _BLOCK_START.match(escaped)
    if start is None:
        return escaped
    if start.group().isdigit():
        return f"{start.group()}\\{escaped[start.end() :]}"
    return f"\\{escaped}"


def _code(text: str) -> str:
    """A code span that holds `text`, whatever backticks it has."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}" if longest else f"{fence}{text}{fence}"
