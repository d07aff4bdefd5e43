"""Headlines of other reports that stand alone between the paragraphs of this one.

A heading of the article's own is taken up by the paragraph below it, or is a mere label
("Background"). A headline of another report is a whole statement or question with names of its
own, and the text runs on beneath it as if it were not there. The test asks for several signs at
once and leaves what is doubtful in the text.
"""

from __future__ import annotations

import re
from itertools import pairwise

from stemma.ingest.lines import Line

FEWEST_WORDS = 6
MOST_WORDS = 26
FEWEST_SHOUTED = 8  # capitals alone make a line foreign only where it is longer than a label
FEWEST_STRAY = 3  # stems that occur nowhere else in the report
STRAY = 0.5  # their share among the line's stems, for a line to be foreign by itself
TAKEN_UP = 0.25  # share of its stems that the next paragraph may hold
WEAKLY_TAKEN_UP = 0.4  # the same where the report holds a line that is foreign by itself
MOST_QUESTIONS = 4
LONG_WORDS = 28  # a paragraph even where its full stop was lost
PARAGRAPH_WORDS = 10
STEM = 5
SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]{0,3}$")
MARKED = re.compile(r"(?:[-–—•*▪◦·‣►]|\(?\d{1,3}[.)]|\(?[A-Za-z][.)])\s")
ENDED = re.compile(r"(?:[.,;:—–)\]%-][\s\"”’')\]]{0,3}|[?!…]\s?[\"”’'»]{1,2})$")
# quotations, addresses, exclamations, clauses joined by a comma, and a name with what it is
NOT_TITLE = re.compile(
    r"^[\"“„«`]|^['‘].*['’]\s?$|^-|;|https?:|www\.|\.com\b|@|[\"”»]\s[—–-]\s|!$|,\s(?:and|but|which|who|where|because)\s|"
    r"^(?:[A-Z][\w.'’-]{0,30} ){0,3}[A-Z][\w.'’-]{0,30}, (?:[a-z]|\d|(?:Republican|Democratic)\b)"
)
# openings that join a sentence to the one before, begin plain prose, or label a part of the article
OPENING = re.compile(
    r"(?:and|but|or|nor|so|yet|if|then|because|though|although|while|in|at|on|for|after|before|"
    r"as|since|with|during|despite|plus|according|under|by|from|"
    r"the|an?|his|her|their|our|my|its|some|many|most|all|each|both|"
    r"scenario|option|phase|step|stage|part|chapter|section|case|reason|lesson|hypothesis|source|"
    r"probability|likelihood|risk|outlook|short|medium|long)\b",
    re.IGNORECASE,
)
# subjects that point back, and the past tense of running prose
PROSE = re.compile(
    r"\b(?:he|she|they|it|i|we|this|these|those|there|such|also|however|him|"
    r"(?:late |early |on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:was|were|had|said|told|did|ran|went|came|gave|took|made|got|saw|won|lost|held|left|began|"
    r"(?!(?:need|feed|speed|indeed|exceed|united|armed)\b)[a-z]{2,}ed)\b"
)
ARTICLE = re.compile(r"\b(?:the|an?)\b", re.IGNORECASE)
ADDRESSED = re.compile(r"\byou(?:rs?)?\b", re.IGNORECASE)
# "Somebody: what was said", "Place: what happened" is how headlines begin, and seldom headings
KICKER = re.compile(
    r"(?!(?:Update|Day|Now|Then|Week|Question|Answer|Claim|Myth|Truth|Verdict|Note|Correction|"
    r"Problem|Solution|Goal|Aim|Reality|Result|Example|Conclusion|Background|Context)s?\b)"
    r"[^:]{2,40}: (?=\S+ \S+ \S+ \S)"
)
FIGURE = re.compile(r"\d(?:[.,]\d+)? ?(?:%|per ?cent\b)")
COMMON = frozenset(
    "about after again against been before being between both could does doing down during each "
    "ever every first from have having here into just last like made make many more most much "
    "must need never next only other over people same says should since some still such than that "
    "their them then there these they this those through today under until very want wants week "
    "well were what when where which while whose will with within without would year years your "
    "also because make makes back take takes going".split()
)


def find_interleaved(lines: list[Line], noise: set[int]) -> set[int]:
    """Indices of the lines that are headlines of other reports; `noise` are those known before."""
    candidates = {
        index
        for index, line in enumerate(lines)
        if index not in noise and _title_like(line) and _stands_alone(lines, index, noise)
    }
    if not candidates:
        return set()
    others = candidates | noise
    known = {stem for i, line in enumerate(lines) if i not in others for stem in _stems(line)}
    below = _paragraphs_below(lines, others)
    found = {
        index
        for index in candidates
        if _foreign(lines[index], known) and _taken_up(lines[index], below[index]) <= TAKEN_UP
    }
    if found and not _interview(lines, candidates):
        found |= {
            index
            for index in candidates
            if _names(lines[index]) and _taken_up(lines[index], below[index]) < WEAKLY_TAKEN_UP
        }
    return found


def _interview(lines: list[Line], candidates: set[int]) -> bool:
    """Whether lines that ask somebody something stand between the paragraphs."""
    asked = [lines[index].text for index in candidates if lines[index].text.endswith("?")]
    return len(asked) >= MOST_QUESTIONS or any(ADDRESSED.search(text) for text in asked)


def _paragraph(line: Line) -> bool:
    return not MARKED.match(line.text) and bool(
        len(line.words) >= LONG_WORDS
        or (len(line.words) >= PARAGRAPH_WORDS and SENTENCE_END.search(line.text))
    )


def _stands_alone(lines: list[Line], index: int, noise: set[int]) -> bool:
    """Whether paragraphs of the article stand above and below, with no more than noise between."""
    above = _next_paragraph(lines, range(index - 1, -1, -1), noise)
    below = _next_paragraph(lines, range(index + 1, len(lines)), noise)
    return above is not None and below is not None and not lines[above].text.endswith(":")


def _next_paragraph(lines: list[Line], order: range, noise: set[int]) -> int | None:
    """The first paragraph in `order`, past noise and up to two more lines that look like titles."""
    passed = 0
    for index in order:
        if _paragraph(lines[index]):
            return index
        if index in noise:
            continue
        passed += 1
        if passed > 2 or not _title_like(lines[index]):
            return None
    return None


def _title_like(line: Line) -> bool:
    """A line that could be a headline by its form, and could hardly be a sentence of prose."""
    if not FEWEST_WORDS <= len(line.words) <= MOST_WORDS or line.text[0].islower():
        return False
    if MARKED.match(line.text) or ENDED.search(line.text) or NOT_TITLE.search(line.text):
        return False
    if OPENING.match(line.text) or PROSE.search(line.text):
        return False
    prose = PAST.search(line.text) and ARTICLE.search(line.text)
    return not prose and len(FIGURE.findall(line.text)) < 2


def _foreign(line: Line, known: set[str]) -> bool:
    """Whether half of a line's words occur nowhere in the rest of the report, or it is shouted.

    A question alone is never enough: essays ask their own.
    """
    if line.text.isupper() and len(line.words) >= FEWEST_SHOUTED:
        return True
    stems = _stems(line)
    stray = stems - known
    kicker = KICKER.match(line.text)
    fewest, share = (2, STRAY / 2) if kicker else (FEWEST_STRAY, STRAY)
    enough = len(stray) >= fewest and len(stray) >= share * len(stems)
    return enough and not line.text.endswith("?")


def _paragraphs_below(lines: list[Line], others: set[int]) -> list[Line | None]:
    """For each line the first paragraph of the article below it."""
    below: list[Line | None] = [None] * len(lines)
    nearest: Line | None = None
    for index in range(len(lines) - 1, -1, -1):
        below[index] = nearest
        if index not in others and _paragraph(lines[index]):
            nearest = lines[index]
    return below


def _taken_up(line: Line, below: Line | None) -> float:
    """The share of a line's stems that the paragraph below it holds."""
    stems = _stems(line)
    return len(stems & _stems(below)) / len(stems) if below and stems else 1.0


def _stems(line: Line) -> set[str]:
    """The first letters of content words: crude, but the same in every inflection."""
    return {
        word.casefold()[:STEM]
        for word in line.words
        if (len(word) > 3 or (word[:1].isupper() and len(word) > 1))
        and word.casefold() not in COMMON
    }


def _names(line: Line) -> bool:
    """Whether a word after the first is capitalised: somebody or something is named."""
    return (
        any(word[:1].isupper() for _, word in pairwise(line.words)) or line.words[0][:2].isupper()
    )
