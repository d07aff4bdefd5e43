"""Words as they are spoken, whichever way they are written."""

from __future__ import annotations

from collections.abc import Sequence

FILLERS = frozenset("uh um er ah oh well you know like i mean okay ok so and but".split())
"""What a speaker says besides, and a reporter may leave out."""

_SHORT = {
    "n't": " not", "'re": " are", "'ve": " have", "'ll": " will", "'m": " am", "'d": " would",
}  # fmt: skip
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_FIGURES = {word: str(n) for n, word in enumerate(_NUMBERS.split())} | {
    word: str(10 * n)
    for n, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)
}
_ALIASES = {
    "won't": "will not",
    "can't": "can not",
    "cannot": "can not",
    "gonna": "going to",
    "okay": "ok",
    "ve": "have",
    "ll": "will",
    "re": "are",
    "jan": "january",
    "feb": "february",
    "aug": "august",
    "sept": "september",
    "sep": "september",
    "oct": "october",
    "nov": "november",
    "dec": "december",
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "gen": "general",
    "dr": "doctor",
    "mr": "mister",
    "st": "saint",
    "vs": "versus",
}


def as_spoken(words: Sequence[str]) -> list[str]:
    """The words with contractions and abbreviations in full, and small numbers in figures."""
    text = " ".join(_ALIASES.get(w, _FIGURES.get(w, w)) for w in words).replace("’", "'")
    for short, full in _SHORT.items():
        text = text.replace(short, full)
    padded = f" {text} ".replace(" u s ", " united states ").replace(" per cent ", " percent ")
    return padded.split()
