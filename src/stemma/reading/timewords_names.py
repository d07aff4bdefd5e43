"""Time words that belong to a name or to a vote: they date nothing that the clause tells."""

from __future__ import annotations

import re

_SP = r"[ \t\u00a0]{1,2}"
_WORD_BEFORE = re.compile(rf"(?P<word>[^\W\d_](?:[\w.’'&-]{{0,30}}\w)?){_SP}$")
_SENTENCE_END = re.compile(r"[.!?:;|\n•–—\"“”(\[][\"”’')\]]?[ \t\u00a0]*$")
_QUOTED_NAME = re.compile(r"[“\"‘'](?P<words>[^“”\"‘’\n]{0,40})$")
_CLOSED_NAME = re.compile(r"(?P<words>[^“”\"‘’\n]{0,24}?)[,.]?[”\"’'](?!\w)")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_NAMED_DAYS = frozenset(
    "black super good ash palm easter bloody fat cyber holy maundy shrove giving whit".split()
)
_SMALL = frozenset("of the and in for on to a an with at from by as or vs is".split())
_LONG_WORD = 4
_LINE = 200  # characters on either side in which a line's capitals are looked at
_MOST_NAME = 5  # words of a quoted title

_VOTE = (
    r"elections?|election|candidates?|candidac(?:y|ies)|contenders?|hopefuls?|nominees?|nomination|"
    r"aspirants?|races?|campaigns?|primar(?:y|ies)|caucus(?:es)?|tickets?|movement|cycle|bids?|"
    r"runs?|field|ballots?|midterms?|Democrats|Republicans|rivals?|platform"
)
_OF_VOTE = re.compile(
    rf"{_SP}(?:(?!(?:{_VOTE})\b)[\w.’'/-]{{1,20}}{_SP}){{0,3}}?(?:{_VOTE})\b", re.IGNORECASE
)
_IN_TIME = re.compile(
    rf"\b(?:in|during|before|after|since|until|at|throughout){_SP}(?:(?:the|his|her|its|their){_SP})?$",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"elections?|midterms?|primar(?:y|ies)|caucus(?:es)?|races?|campaigns?|cycle", re.IGNORECASE
)
_BREAKS = frozenset(
    "the a an and or but to of in on at by for with from as when after before while until since "
    "that which who he she it they we i was is are were had has have will would could did does "
    "about against among between over under into amid via per plus "
    "his her its their said says won lost entered launched began".split()
)
_FISCAL = re.compile(rf"\b(?:fiscal(?:{_SP}year)?|FY){_SP}?$", re.IGNORECASE)


def is_title(text: str, start: int, end: int, words: str) -> bool:
    """Whether a day word or weekday is part of a name: a paper's, a programme's, a feast's.

    Told by its capital in the middle of a sentence ("the Harbour Today"), by a short title in
    quotation marks ("“Lakeside Sunday”"), and by the adjectives that name days.
    """
    before = text[max(0, start - 48) : start]
    if _is_quoted_title(before, text, end, words):
        return True
    word = _WORD_BEFORE.search(before)
    if word is None or not words[:1].isupper():
        return False
    if word["word"].lower() in _NAMED_DAYS:
        return True
    if words.lower().endswith("day") and words.lower() != "today":
        return False
    return (
        word["word"][:1].isupper()
        and not (_SENTENCE_END.search(before[: word.start()]) and word["word"].lower() in _SMALL)
        and not _in_title_case(text, start)
    )


def _is_quoted_title(before: str, text: str, end: int, words: str) -> bool:
    opened = _QUOTED_NAME.search(before)
    closed = _CLOSED_NAME.match(text, end)
    if opened is None or closed is None:
        return False
    every = _LETTERS.findall(f"{opened['words']} {words} {closed['words']}")
    return len(every) <= _MOST_NAME and all(word[:1].isupper() or word in _SMALL for word in every)


def _in_title_case(text: str, at: int) -> bool:
    """Whether the line is set like a headline, where a capital tells nothing."""
    before, after = text[max(0, at - _LINE) : at], text[at : at + _LINE]
    line = before.rpartition("\n")[2] + after.partition("\n")[0]
    long = [word for word in _LETTERS.findall(line) if len(word) >= _LONG_WORD]
    return bool(long) and sum(word[:1].isupper() for word in long) > 0.7 * len(long)


def is_of_vote(text: str, start: int, end: int) -> bool:
    """Whether a year names a vote or those who stand in it ("the 2031 presidential field").

    False where the vote tells the time ("lost seats in the 2031 elections").
    """
    match = _OF_VOTE.match(text, end)
    if match is None:
        return False
    *between, noun = _LETTERS.findall(match.group())
    if any(word.lower() in _BREAKS for word in between):
        return False
    timed = _IN_TIME.search(text[max(0, start - 24) : start])
    return not (timed and _HELD.fullmatch(noun))


def is_fiscal(text: str, start: int) -> bool:
    """Whether a year is a fiscal one, whose months depend on the country."""
    return _FISCAL.search(text[max(0, start - 16) : start]) is not None
