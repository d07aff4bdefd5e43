"""Pieces of a finding's sentence."""

from __future__ import annotations

_QUOTES = "“”„«»\"'‘’ "
_LONGEST = 160  # characters of a report's words within a finding


def quoted(words: str) -> str:
    """A report's words in quotation marks, white space folded, cut at a word where long."""
    folded = " ".join(words.split()).strip(_QUOTES)
    if len(folded) > _LONGEST:
        folded = folded[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return f"“{folded}”"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 report", "2 reports", "2 stories"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def sentence(text: str) -> str:
    """The text with a full stop where it has no end mark."""
    return text if text.endswith((".", "?", "!", "”")) else text + "."
