"""One utterance quoted in two reports in different words, so that both cannot be verbatim.

What brackets or an ellipsis mark is the reporter's right, and so is where a quotation begins and
ends. What is left is a word within a run that both give as the speaker's own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from stemma.claims.build import differ, variant
from stemma.claims.same import NEGATIONS
from stemma.claims.view import Setting, StoryView, Telling
from stemma.claims.words import content_stems, fold
from stemma.model.claim import Difference, Variant
from stemma.model.span import Span

_TOKEN = re.compile(r"\[[^\[\]]{0,80}\]|\([^()]{0,80}\)|\.\.\.+|…|[^\W_]+(?:['’][^\W_]+)*")
_MARKED = re.compile(r"[“\"]([^“”\"]{1,1000})[”\"]")
_GRAM = 4  # words in a row by which two quotations find one another
_FLANK, _BOTH, _ONE = 2, 6, 8  # equal words on either side of those that differ; on both together
_LONGEST = 4  # words that differ: of more it is not sure that one stands for the other
_MOST, _PER = 3, 10  # places that differ, and words that both have for each further one
_KNOWN, _OPEN = 8, 9  # words in common where the speaker is known to be one, and where not
_DAYS = 2  # between two reports, beyond which a speaker may have said it again
_ALIKE = 0.8  # of the words between the first and the last that both have
_WORDS = 300  # of a quotation that are looked at
_WIDEST = 12  # quotations of one n-gram
_AROUND = 2  # words shown on either side of those that differ
_FILLERS = frozenset("uh um er ah oh well you know like i mean okay ok so and but".split())
# Small words that turn what is said: to lose an article is no misquotation worth a reader's time.
_SMALL = NEGATIONS | frozenset("will would shall should may might can could must only".split())
_SHORT = {
    "n't": " not", "'re": " are", "'ve": " have", "'ll": " will", "'m": " am", "'d": " would",
}  # fmt: skip
_FIGURES = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve".split(),
        map(str, range(13)),
        strict=True,
    )
)
_ALIASES = {
    "won't": "will not",
    "can't": "can not",
    "cannot": "can not",
    "gonna": "going to",
    "okay": "ok",
    "ve": "have",
    "ll": "will",
    "re": "are",
}


Code = tuple[str, int, int, int, int]
"""An edit as difflib gives it: its tag, the words of the one, the words of the other."""


class Token(NamedTuple):
    """A word of a quotation, folded; `None` where the reporter marked a change."""

    word: str | None
    span: Span


class Quotation(NamedTuple):
    """A run of a report's direct quotation, with the telling that it is of."""

    telling: Telling
    tokens: tuple[Token, ...]


def find_wording_differences(view: StoryView, setting: Setting) -> list[Difference]:
    """What two reports of a story quote from one speaker's mouth in different words."""
    quotations = [
        Quotation(telling, tokens)
        for telling in view.tellings
        for span in _quoted(telling, setting)
        if len(tokens := _tokens(span, setting)) > _FLANK
    ]
    found: list[Difference] = []
    for one, other in _candidates(quotations):
        first, second = quotations[one], quotations[other]
        if _comparable(first.telling, second.telling, setting):
            found += _compare(first, second, setting)
    return found


def _quoted(telling: Telling, setting: Setting) -> Iterator[Span]:
    """The runs of a statement that are the speaker's own words."""
    for span in telling.statement.content:
        if telling.statement.quote == "direct":
            yield span
        elif telling.statement.quote == "mixed":
            for match in _MARKED.finditer(span.exact):
                start, end = match.span(1)
                yield setting.reports[span.report].span(span.start + start, span.start + end)


def _tokens(span: Span, setting: Setting) -> tuple[Token, ...]:
    report = setting.reports[span.report]
    found = []
    for match in _TOKEN.finditer(span.exact):
        start, end = span.start + match.start(), span.start + match.end()
        word = fold(match.group()) if match.group()[0].isalnum() else None
        found.append(Token(word, report.span(start, end)))
        if len(found) == _WORDS:
            break
    return tuple(found)


def _candidates(quotations: Sequence[Quotation]) -> list[tuple[int, int]]:
    """Pairs of quotations of two reports that share some words in a row."""
    holding: dict[tuple[str | None, ...], list[int]] = defaultdict(list)
    for number, quotation in enumerate(quotations):
        words = [token.word for token in quotation.tokens]
        grams = dict.fromkeys(tuple(words[n : n + _GRAM]) for n in range(len(words) - _GRAM + 1))
        for gram in grams:
            if None not in gram and len(holding[gram]) < _WIDEST:
                holding[gram].append(number)
    pairs = {
        (one, other)
        for numbers in holding.values()
        for n, one in enumerate(numbers)
        for other in numbers[n + 1 :]
        if quotations[one].telling.statement.report != quotations[other].telling.statement.report
    }
    return sorted(pairs)


def _comparable(one: Telling, other: Telling, setting: Setting) -> bool:
    """Whether both quote in one language, of translations being free, and from about one day."""
    reports = [setting.reports[telling.statement.report] for telling in (one, other)]
    days = [setting.published(report.id) for report in reports]
    if days[0] and days[1] and abs((days[0] - days[1]).days) > _DAYS:
        return False
    return reports[0].language == reports[1].language


def _compare(first: Quotation, second: Quotation, setting: Setting) -> Iterator[Difference]:
    codes = _align(first.tokens, second.tokens)
    sizes = len(first.tokens), len(second.tokens)
    changed = [code for code in codes if code[0] != "equal"]
    equal = sum(j - i for tag, i, j, _, _ in codes if tag == "equal")
    most = max(codes[-1][2] - codes[0][1], codes[-1][4] - codes[0][3]) if codes else 0
    known = first.telling.speakers & second.telling.speakers
    if equal < (_KNOWN if known else _OPEN) or equal < _ALIKE * most:
        return
    if len(changed) > max(_MOST, equal // _PER):
        return
    told = [
        code
        for at, code in enumerate(codes)
        if code[0] != "equal" and _flanked(codes, at, sizes)
        if _tells(first.tokens[code[1] : code[2]], second.tokens[code[3] : code[4]])
    ]
    if told and not _both_known(first, second, told[0], setting):
        readings = [
            _reading(first, [(i, j) for _, i, j, _, _ in told], setting),
            _reading(second, [(k, m) for _, _, _, k, m in told], setting),
        ]
        yield _difference(readings, known, setting)


def _both_known(first: Quotation, second: Quotation, code: Code, setting: Setting) -> bool:
    """Whether one of the reports has both wordings: then they are two utterances to it."""
    _, i, j, k, m = code
    for quotation, start, end, report in (
        (first, i, j, second.telling.statement.report),
        (second, k, m, first.telling.statement.report),
    ):
        around = quotation.tokens[max(0, start - _AROUND) : end + _AROUND]
        words = " ".join(token.word for token in around if token.word is not None)
        text = setting.reports[report].text
        told = " ".join(fold(match.group()) for match in _TOKEN.finditer(text))
        if f" {words} " in f" {told} ":
            return True
    return False


def _align(one: Sequence[Token], other: Sequence[Token]) -> list[Code]:
    """How to turn the one into the other, from the first word that both have to the last."""
    words = [t.word or f"<{n}" for n, t in enumerate(one)]
    others = [t.word or f">{n}" for n, t in enumerate(other)]
    codes: list[Code] = [*SequenceMatcher(None, words, others, autojunk=False).get_opcodes()]
    equal = [at for at, code in enumerate(codes) if code[0] == "equal"]
    return codes[equal[0] : equal[-1] + 1] if equal else []


def _flanked(codes: Sequence[Code], at: int, sizes: tuple[int, int]) -> bool:
    """Whether enough equal words stand on either side of a change.

    One is enough with which one of the two quotations begins or ends.
    """
    before, behind = codes[at - 1], codes[at + 1]
    left, right = before[2] - before[1], behind[2] - behind[1]
    if min(left, right) >= _FLANK:
        return left + right >= _BOTH
    begins = 0 in (before[1], before[3])
    ends = behind[2] == sizes[0] or behind[4] == sizes[1]
    return (left >= _ONE and ends) or (right >= _ONE and begins)


def _tells(old: Sequence[Token], new: Sequence[Token]) -> bool:
    """Whether one of the reports must be wrong about these words."""
    words = [token.word for token in (*old, *new)]
    if None in words or max(len(old), len(new)) > _LONGEST:
        return False
    sides = [[t.word for t in side if t.word is not None] for side in (old, new)]
    written = ["".join(side).replace("'", "").replace("’", "") for side in sides]
    spoken = [[w for w in _plain(side) if w not in _FILLERS] for side in sides]
    if written[0] == written[1] or "".join(spoken[0]) == "".join(spoken[1]):
        return False
    left = [word for side in spoken for word in side]
    return bool(content_stems(" ".join(left)) or _SMALL.intersection(left))


def _plain(words: Sequence[str]) -> list[str]:
    """Words as they are spoken: contractions in full, small numbers in figures."""
    text = " ".join(_ALIASES.get(w, _FIGURES.get(w, w)) for w in words).replace("’", "'")
    for short, full in _SHORT.items():
        text = text.replace(short, full)
    return text.split()


def _difference(readings: list[Variant], speakers: frozenset[str], setting: Setting) -> Difference:
    names = sorted(setting.cast.actors[actor].name for actor in speakers)
    return differ(
        "wording",
        f"words quoted from {names[0]}" if names else "words quoted from one speaker",
        readings,
        "conflict",
        (
            ("Did the speaker say it twice, or is one of the two no quotation?",),
            ("before and behind them both quotations have the same words",),
        ),
    )


def _reading(quotation: Quotation, changed: Sequence[tuple[int, int]], setting: Setting) -> Variant:
    """The words that differ with some on either side; those of the first place stand for all."""
    tokens = quotation.tokens
    places = []
    for start, end in changed:
        first = tokens[max(0, start - _AROUND)].span
        last = tokens[min(len(tokens), end + _AROUND) - 1].span
        places.append((setting.reports[first.report].span(first.start, last.end),))
    statement = quotation.telling.statement.id
    return variant(places[0][0].exact, [(place, statement) for place in places])
