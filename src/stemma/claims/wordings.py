"""One utterance quoted in two reports in different words, so that both cannot be verbatim.

What brackets or an ellipsis mark is the reporter's right, and so is where a quotation begins and
ends. What is left is a word within a run that both give as the speaker's own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from stemma.claims.build import differ, variant
from stemma.claims.clash import NEGATIONS
from stemma.claims.quoted import Quotation, Token, find_quotations, one_voice
from stemma.claims.spoken import FILLERS, as_spoken
from stemma.claims.view import Setting, StoryView
from stemma.claims.words import content_stems, tokens
from stemma.model.claim import Difference, Variant
from stemma.model.span import Span

_LONGEST = 4  # words that differ: of more it is not sure that one stands for the other
_MOST, _PER = 2, 8  # places that differ, and words that both have for each further one
_DAYS = 2  # between two reports, beyond which a speaker may have said it again
_WIDEST = 12  # quotations of one n-gram
_AROUND = 2  # words shown on either side of those that differ
_BESIDE = 3  # words on either side with which the other report must not have them
_MARK = "…"
# Small words that turn what is said: to lose an article is no misquotation worth a reader's time.
_SMALL = NEGATIONS | frozenset(
    "will would shall should may might can could must only all some any even very".split()
)
# To put one of these for another changes the tense.
_TENSES = (
    frozenset("do does am is are has have".split()),
    frozenset("did was were had".split()),
)


class Code(NamedTuple):
    """An edit as difflib gives it: its tag, the words of the one, the words of the other."""

    tag: str
    i: int
    j: int
    k: int
    m: int


class Bar(NamedTuple):
    """How much two runs must have in common: words, content words, and the share of the longer."""

    words: int
    content: int
    share: float


_BARS = {True: Bar(7, 3, 0.7), None: Bar(9, 4, 0.8), False: Bar(12, 5, 0.8)}
_WHOLE = Bar(4, 2, 0.75)  # of one sentence of one speaker, told whole
_LONG = Bar(9, 4, 0.6)  # of one speaker and one sentence, `_STRETCH` of its words in a row
_STRETCH = 6


def find_wording_differences(view: StoryView, setting: Setting) -> list[Difference]:
    """What two reports of a story quote from one speaker's mouth in different words."""
    quotations = find_quotations(view, setting)
    found: list[Difference] = []
    for one, other in _candidates(quotations):
        first, second = quotations[one], quotations[other]
        if _comparable(first.report, second.report, setting):
            found += _compare(first, second, setting)
    return found


def _candidates(quotations: Sequence[Quotation]) -> list[tuple[int, int]]:
    """Pairs of quotations of two reports that share two words in a row, one of content."""
    holding: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, quotation in enumerate(quotations):
        for gram in dict.fromkeys(pairwise(token.word or _MARK for token in quotation.tokens)):
            if _MARK not in gram and content_stems(" ".join(gram)):
                holding[gram].append(number)
    pairs = {
        (one, other)
        for numbers in holding.values()
        for n, one in enumerate(numbers[:_WIDEST])
        for other in numbers[n + 1 : _WIDEST]
        if quotations[one].report != quotations[other].report
    }
    return sorted(pairs)


def _comparable(one: str, other: str, setting: Setting) -> bool:
    """Whether both quote in one language, of translations being free, and from about one day."""
    days = [setting.published(report) for report in (one, other)]
    if days[0] and days[1] and abs((days[0] - days[1]).days) > _DAYS:
        return False
    return setting.reports[one].language == setting.reports[other].language


def _compare(first: Quotation, second: Quotation, setting: Setting) -> Iterator[Difference]:
    voice = one_voice(first, second, setting)
    for codes in _runs(first.tokens, second.tokens):
        told = [
            code
            for code in codes
            if code.tag != "equal"
            and _tells(first.tokens[code.i : code.j], second.tokens[code.k : code.m])
        ]
        if not told or not _one_utterance(first, second, codes, voice):
            continue
        if not _both_known(first, second, told[0], setting):
            readings = [
                _reading(first, [(code.i, code.j) for code in told], setting),
                _reading(second, [(code.k, code.m) for code in told], setting),
            ]
            yield _difference(readings, (first, second), voice, setting)


def _runs(one: Sequence[Token], other: Sequence[Token]) -> Iterator[list[Code]]:
    """Stretches in which the one turns into the other by few words at a time.

    Each begins and ends with equal words, more than one or one of content.
    """
    words = [t.word or f"<{n}" for n, t in enumerate(one)]
    others = [t.word or f">{n}" for n, t in enumerate(other)]
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    run: list[Code] = []
    for code in (*map(Code._make, matcher.get_opcodes()), None):
        if code is not None and (code.tag == "equal" or _short(code, one, other)):
            run.append(code)
            continue
        if trimmed := _trimmed(run, one, other):
            yield trimmed
        run = []


def _short(code: Code, one: Sequence[Token], other: Sequence[Token]) -> bool:
    marked = any(t.word is None for t in (*one[code.i : code.j], *other[code.k : code.m]))
    return marked or max(code.j - code.i, code.m - code.k) <= _LONGEST


def _trimmed(run: list[Code], one: Sequence[Token], other: Sequence[Token]) -> list[Code]:
    def holds(code: Code) -> bool:
        words = " ".join(t.word or "" for t in one[code.i : code.j])
        return code.tag == "equal" and (code.j - code.i > 1 or bool(content_stems(words)))

    def opens(code: Code) -> bool:
        return code.tag == "equal" and one[code.i].opens and other[code.k].opens

    while run and not (holds(run[0]) or opens(run[0])):
        run = run[1:]
    while run and not holds(run[-1]):
        run = run[:-1]
    return run


def _one_utterance(
    first: Quotation, second: Quotation, codes: list[Code], voice: bool | None
) -> bool:
    """Whether what both have in common is too much for two sayings on one subject."""
    equal = [code for code in codes if code.tag == "equal"]
    words = sum(code.j - code.i for code in equal)
    said = " ".join(t.word or "" for code in equal for t in first.tokens[code.i : code.j])
    content = len(set(content_stems(said)))
    most = max(codes[-1].j - codes[0].i, codes[-1].m - codes[0].k)
    changed = len(codes) - len(equal)

    def passes(bar: Bar) -> bool:
        return words >= bar.words and content >= bar.content and words >= bar.share * most

    if changed > max(_MOST, words // _PER):
        return False
    if passes(_BARS[voice]):
        return True
    if voice is not True:
        return False
    opens, ends = _outline(first, second, codes)
    long = max(code.j - code.i for code in equal) >= _STRETCH and changed <= 2
    if long and any(opens) and all(ends) and passes(_LONG):
        return True
    return changed == 1 and all(opens) and all(ends) and passes(_WHOLE)


def _outline(
    first: Quotation, second: Quotation, codes: list[Code]
) -> tuple[list[bool], list[bool]]:
    """Of each of the two, whether the codes begin where a sentence does, and end where one ends."""
    sides = (
        (first.tokens, codes[0].i, codes[-1].j),
        (second.tokens, codes[0].k, codes[-1].m),
    )
    return (
        [known[start].opens for known, start, _ in sides],
        [end == len(known) or known[end].opens for known, _, end in sides],
    )


def _both_known(first: Quotation, second: Quotation, code: Code, setting: Setting) -> bool:
    """Whether one of the reports has both wordings: then they are two utterances to it."""
    for quotation, start, end, report in (
        (first, code.i, code.j, second.report),
        (second, code.k, code.m, first.report),
    ):
        around = quotation.tokens[max(0, start - _BESIDE) : end + _BESIDE]
        words = " ".join(token.word for token in around if token.word is not None)
        if f" {words} " in f" {' '.join(tokens(setting.reports[report].text))} ":
            return True
    return False


def _tells(old: Sequence[Token], new: Sequence[Token]) -> bool:
    """Whether one of the reports must be wrong about these words."""
    words = [token.word for token in (*old, *new)]
    if None in words:
        return False
    sides = [[t.word for t in side if t.word is not None] for side in (old, new)]
    written = ["".join(side).replace("'", "").replace("’", "") for side in sides]
    spoken = [[w for w in as_spoken(side) if w not in FILLERS] for side in sides]
    if written[0] == written[1] or "".join(spoken[0]) == "".join(spoken[1]):
        return False
    left = [content_stems(" ".join(side)) for side in spoken]
    if left[0] != left[1] or any(_SMALL.intersection(side) for side in spoken):
        return True
    now, then = _TENSES
    return any(now.intersection(a) and then.intersection(b) for a, b in (spoken, reversed(spoken)))


def _difference(
    readings: list[Variant],
    quotations: tuple[Quotation, Quotation],
    voice: bool | None,
    setting: Setting,
) -> Difference:
    tellings = [q.telling for q in quotations if q.telling is not None]
    names = sorted(setting.cast.actors[a].name for t in tellings for a in t.speakers)
    named = names and voice
    return differ(
        "wording",
        f"words quoted from {max(names, key=len)}" if named else "words quoted from one speaker",
        readings,
        "conflict",
        (
            ("Did the speaker say it twice, or is one of the two no quotation?",),
            ("before and behind them both quotations have the same words",),
        ),
    )


def _reading(quotation: Quotation, changed: Sequence[tuple[int, int]], setting: Setting) -> Variant:
    """The words that differ with some on either side; those of the first place stand for all."""
    known = quotation.tokens
    places = []
    for start, end in changed:
        first: Span = known[max(0, start - _AROUND)].span
        last: Span = known[min(len(known), end + _AROUND) - 1].span
        places.append((setting.reports[first.report].span(first.start, last.end),))
    statement = quotation.telling.statement.id if quotation.telling is not None else ""
    return variant(places[0][0].exact, [(place, statement) for place in places])
