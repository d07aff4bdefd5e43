"""The words and numbers in which likelihoods are stated, and where they stand in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stemma.reading.numbers_forms import BOUNDS, spelt_value

_SP = r"[ \t\u00a0]{1,2}"
_DEGREE = (
    r"very|extremely|highly|quite|fairly|relatively|rather|vanishingly|exceedingly|increasingly|"
    r"somewhat|exceptionally|particularly|especially"
)
_LEVEL = (
    r"low|high|moderate|medium|slim|remote|small|slight|negligible|minimal|significant|substantial|"
    r"considerable|tiny|limited|good|fair|decent|strong|reasonable|realistic|real|serious|little|no|"
    r"zero|even|better{sp}than{sp}even|better-than-even|fifty-fifty|elevated|poor|outside"
).replace("{sp}", _SP)
_PREDICATE = (
    r"low|high|moderate|medium|slim|remote|small|slight|negligible|minimal|significant|substantial|"
    r"considerable|tiny|limited|good|fair|strong|even|elevated|poor|zero|nil"
)
_NOUN = r"likelihood|probability|probabilities|chances?|odds|risks?|prospects?|possibility"
_VERB = (
    r"is|are|was|were|be|being|remains?|remained|stays?|stayed|looks?|looked|seems?|seemed|appears?|"
    r"as"
)
_PER = r"(?:%|percent|per[ \u00a0]cent)"
_LEAD = "|".join(sorted((re.escape(key) for key in BOUNDS), key=len, reverse=True))
_PERCENT = (
    rf"(?:(?P<lead>{_LEAD}){_SP}(?:(?:roughly|about|around|an?){_SP})?)?(?:between{_SP})?(?P<low>\d{{1,3}}(?:\.\d{{1,4}})?)"
    rf"(?:[ \u00a0-]?{_PER})?(?:(?:[ ]?[-–—‑][ ]?|{_SP}(?:to|and|or){_SP})"
    rf"(?P<high>\d{{1,3}}(?:\.\d{{1,4}})?))?[ \u00a0-]?{_PER}(?!\w)"
)
_SMALL = r"\d{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred|thousand"
_RATIO = (
    rf"(?P<part>{_SMALL})(?:[ -])(?:in|out[ -]of)(?:[ -])(?:a[ -])?(?P<whole>{_SMALL})"
    r"(?![\w]|[.,]\d)"
)
_THIRDS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_FRACTION = rf"(?P<parts>one|two|three|four)(?:-|{_SP})(?P<fraction>{'|'.join(_THIRDS)})s?(?!\w)"
_AMOUNT = rf"(?:{_PERCENT}|{_RATIO}|{_FRACTION}|(?P<evens>50[-/–]50|fifty-fifty))"
_CHANGE = re.compile(
    r"\b(?:rose|rises?|risen|fell|falls?|fallen|grew|grows?|grown|increase[sd]?|reduce[sd]?|cuts?|"
    r"jump(?:s|ed)?|shot|drop(?:s|ped)?|climb(?:s|ed)?|higher|lower|double[sd]?|from)\b",
    re.IGNORECASE,
)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){pattern}", re.IGNORECASE)


_LEVEL_NOUN = _compile(
    rf"(?P<label>(?:(?:{_DEGREE}){_SP})?(?:{_LEVEL})(?:(?:-|{_SP})to(?:-|{_SP})(?:{_LEVEL}))?"
    rf"{_SP}(?P<core>{_NOUN}))(?![\w-])"
)
_NOUN_LEVEL = _compile(
    rf"(?P<core>{_NOUN})\b(?P<gap>[^.;!?\n]{{0,120}}?){_SP}(?:(?:{_VERB}){_SP})"
    rf"(?:still{_SP}|now{_SP})?[\"“‘]?(?P<label>(?:(?:{_DEGREE}){_SP})?(?:{_PREDICATE})(?:{_SP}to{_SP}(?:none|nil|zero))?)"
    r"(?=$|[^\w-]|in\b|for\b|and\b)"
)
_LIKELY = _compile(
    rf"(?P<label>(?:(?:(?:is|are|was|were|do|does|did)n['’]t|no{_SP}longer|hardly){_SP}"
    rf"(?:(?:feel|look|seem|appear|sound){_SP})?(?:to{_SP}be{_SP})?)?"
    rf"(?:(?:not|at{_SP}all|{_DEGREE}|most|least){_SP}){{0,2}}"
    r"(?P<core>likely|unlikely|improbable|probable|implausible|inconceivable)|"
    rf"(?:almost|virtually|nearly|all{_SP}but){_SP}(?P<sure>certain)|"
    rf"more{_SP}likely{_SP}than{_SP}not)(?![\w-])"
)
_COMPARED = re.compile(
    rf"\b(?:more|less|as|so|how|too|that|twice|times|equally|than){_SP}$", re.IGNORECASE
)
_DOUBLE_NEGATIVE = _compile(
    rf"(?P<label>(?:can(?:not|['’]t|{_SP}not)|could(?:{_SP}not|n['’]t)){_SP}"
    rf"(?:yet{_SP}|entirely{_SP}|completely{_SP})?be{_SP}(?:entirely{_SP}|completely{_SP})?"
    rf"(?P<core>ruled{_SP}out|excluded(?!{_SP}from)|discounted|"
    rf"dismissed{_SP}as(?:{_SP}[a-z-]{{3,20}}){{1,2}})|"
    rf"not{_SP}(?:entirely{_SP}|completely{_SP}|wholly{_SP}|altogether{_SP}|at{_SP}all{_SP})?"
    r"(?P<state>impossible|unlikely|improbable|inconceivable|implausible|unthinkable|unrealistic|"
    rf"far-fetched|out{_SP}of{_SP}the{_SP}question))(?![\w-])"
)
_AMOUNT_NOUN = _compile(
    rf"{_AMOUNT}(?:-|{_SP})(?:[a-z]{{3,14}}{_SP}){{0,1}}"
    r"(?P<core>chances?|probability|likelihood|odds|risk|possibility)(?![\w-])"
)
_NOUN_AMOUNT = _compile(
    rf"(?P<core>likelihood|probability|chances?|odds|risk)\b(?P<gap>[^.;!?\n]{{0,90}}?)"
    rf"{_SP}(?:of|at|is|are|was|were|as|to|be|being){_SP}(?P<amount>{_AMOUNT})"
)
_AMOUNT_LIKELY = _compile(rf"{_AMOUNT}{_SP}(?P<core>likely|probable|certain|sure)(?![\w-])")
_ODDS = _compile(
    rf"(?P<label>odds{_SP}(?:of|at|are|were|stand{_SP}at){_SP}(?P<core>(?P<left>\d{{1,4}})"
    rf"(?:{_SP}to{_SP}|-to-|/|:)(?P<right>\d{{1,4}}))(?:{_SP}(?P<side>against|on|in{_SP}favou?r))?)"
    r"(?![\w-]|[.,]\d)"
)
_OF = re.compile(rf"{_SP}(?:of|that|for){_SP}(?=\w)", re.IGNORECASE)
_AFTER_ODDS = re.compile(rf"{_SP}(?P<event>[^.,;:!?\n]{{3,100}})")
_BRACKETED = re.compile(rf"\((?:[^()\n]{{0,30}}{_SP})?(?P<amount>{_PERCENT})\)", re.IGNORECASE)
_LINE_LABEL = re.compile(
    rf"(?:^|[:–—|-]{_SP})(?P<label>(?:(?:{_DEGREE}){_SP})?(?:(?:{_LEVEL})(?:-to-(?:{_LEVEL}))?|"
    rf"likely|unlikely|improbable|probable|(?:roughly|about){_SP}even|toss-up|"
    rf"(?:almost|virtually|nearly){_SP}certain|almost{_SP}no)(?:{_SP}(?P<core>{_NOUN}))?)"
    rf"(?:{_SP}(?:of|that){_SP}(?P<event>[^:()\n]{{1,160}}?))?{_SP}?$",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    rf"[\"“‘'«(]{{0,2}}(?P<all>(?:(?:about|around|roughly|perhaps|maybe){_SP})?{_AMOUNT})",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:how (?:likely|sure|certain|confident|probable)|chances?|odds|likelihood|probability)\b"
    r"[^?\n]{0,200}\?[\"”’»)]{0,2}$",
    re.IGNORECASE,
)
CONTEXT = re.compile(
    r"\b(?:probabilit(?:y|ies)|likelihoods?|chances?|odds|how likely|forecasts?)\b", re.IGNORECASE
)
"""Words by which a heading says that what stands below it are likelihoods."""
_NEEDS_OBJECT = frozenset({"risk", "risks", "prospect", "prospects"})
_OBJECT = re.compile(
    rf"{_SP}(?:of|that)\b|[^.;!?\n]{{0,60}}\b(?P<core>possibility){_SP}of\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Stated:
    """A likelihood in a sentence's text; all offsets count from the sentence's start.

    `core` is where the word stands that the event hangs on, `label` the verbal label, `event`
    the event's words where the form itself gives them, `line` the end of what stands before a
    label on a line of its own; one that `answers` has its event in the sentence before.
    """

    start: int
    end: int
    core: int
    label: tuple[int, int] | None = None
    low: float | None = None
    high: float | None = None
    event: tuple[int, int] | None = None
    line: int | None = None
    answers: bool = False


def find_answer(question: str, answer: str) -> list[Stated]:
    """A number that answers a question for a likelihood ("How sure is she? Six in ten")."""
    match = _ANSWER.match(answer)
    if match is None or not _ASKED.search(question[-300:].rstrip()):
        return []
    low, high = _interval(match)
    if low is None and high is None:
        return []
    start, end = match.span("all")
    return [Stated(start, end, start, low=low, high=high, answers=True)]


def find_stated(text: str, in_context: bool) -> list[Stated]:
    """The likelihoods that a sentence states, in order, none overlapping another.

    `in_context` says that the sentence or a heading above it is about likelihoods: only then are
    "Low (5–10%)" and "Low" on a line of their own read as likelihoods.
    """
    found = [*_lines(text, in_context)]
    if not found:
        found = [*_numbers(text), *_odds(text), *_words(text)]
    chosen: list[Stated] = []
    for stated in sorted(found, key=lambda item: (item.start, -item.end)):
        if chosen and stated.start < chosen[-1].end:
            chosen[-1] = _merged(chosen[-1], stated)
        else:
            chosen.append(stated)
    return chosen


def _merged(first: Stated, second: Stated) -> Stated:
    """Two overlapping findings as one: the first, with what only the second says."""
    numbers = first if first.low is not None or first.high is not None else second
    return Stated(
        start=first.start,
        end=max(first.end, second.end),
        core=first.core,
        label=first.label or second.label,
        low=numbers.low,
        high=numbers.high,
        event=first.event or second.event,
        line=first.line,
    )


def _lines(text: str, in_context: bool) -> list[Stated]:
    """A label on a line of its own, with or without its numbers in brackets."""
    bracket = _BRACKETED.search(text)
    before = text[: bracket.start()] if bracket else text.rstrip(" .\u00a0")
    label = _LINE_LABEL.search(before[-200:])
    if label is None or (bracket is None and label.start() == 0):
        return []
    words = label["label"].lower()
    if not (
        in_context or label["core"] or words.endswith(("likely", "probable", "ly even", "certain"))
    ):
        return []
    shift = len(before) - len(before[-200:])
    start, end = label.start("label") + shift, label.end("label") + shift
    low, high = _interval(bracket) if bracket else (None, None)
    event = (label.start("event") + shift, label.end("event") + shift) if label["event"] else None
    close = bracket.end() if bracket else len(before)
    return [Stated(start, close, start, (start, end), low, high, event, label.start() + shift)]


def _numbers(text: str) -> list[Stated]:
    made = []
    for pattern in (_AMOUNT_NOUN, _NOUN_AMOUNT, _AMOUNT_LIKELY):
        for match in pattern.finditer(text):
            if _CHANGE.search(match.groupdict().get("gap") or ""):
                continue
            low, high = _interval(match)
            if low is None and high is None:
                continue
            core, event = match.start("core"), _between(match)
            made.append(Stated(*match.span(), core, low=low, high=high, event=event))
    return made


def _between(match: re.Match[str]) -> tuple[int, int] | None:
    """The event where it stands between the noun and what is said of it ("chance of X is …")."""
    gap = match.groupdict().get("gap")
    named = _OF.match(gap) if gap else None
    return (match.start("gap") + named.end(), match.end("gap")) if named else None


def _odds(text: str) -> list[Stated]:
    """Betting odds, as a number only where the words say on which side they stand."""
    made = []
    for match in _ODDS.finditer(text):
        left, right, side = int(match["left"]), int(match["right"]), (match["side"] or "").lower()
        share = None
        if side and left + right:
            share = (right if side == "against" else left) / (left + right)
        label = None if side else match.span("label")
        event = _AFTER_ODDS.match(text, match.end()) if side else None
        place = event.span("event") if event else None
        made.append(Stated(*match.span(), match.start(), label, share, share, place))
    return made


def _words(text: str) -> list[Stated]:
    made = []
    for match in _DOUBLE_NEGATIVE.finditer(text):
        core = match.start("core") if match["core"] else match.start("state")
        made.append(Stated(*match.span(), core, match.span("label")))
    for match in _LEVEL_NOUN.finditer(text):
        item = _OBJECT.match(text, match.end())
        if item or match["core"].lower() not in _NEEDS_OBJECT:
            core = item.start("core") if item and item["core"] else match.start("core")
            made.append(Stated(*match.span(), core, match.span("label")))
    made += [
        Stated(*match.span(), match.start("core"), match.span("label"), event=_between(match))
        for match in _NOUN_LEVEL.finditer(text)
    ]
    for match in _LIKELY.finditer(text):
        if not _COMPARED.search(text[: match.start()][-12:]) and not _compares(text, match):
            core = next(match.start(key) for key in ("core", "sure", "label") if match[key])
            made.append(Stated(*match.span(), core, match.span("label")))
    return made


def _compares(text: str, match: re.Match[str]) -> bool:
    return bool(re.match(rf"{_SP}(?:than|as)\b", text[match.end() : match.end() + 8]))


def _interval(match: re.Match[str]) -> tuple[float | None, float | None]:
    """The stated bounds as probabilities; `None` on a side that the words leave open."""
    groups = match.groupdict()
    if groups.get("evens"):
        return 0.5, 0.5
    if groups.get("fraction"):
        parts, size = spelt_value(groups["parts"]) or 0.0, _THIRDS[groups["fraction"].lower()]
        return (parts / size, parts / size) if 0 < parts < size else (None, None)
    if groups.get("whole"):
        part, whole = spelt_value(groups["part"]), spelt_value(groups["whole"])
        share = part / whole if part is not None and whole else 2.0
        return (share, share) if share <= 1 else (None, None)
    low = float(groups["low"]) / 100
    high = float(groups["high"]) / 100 if groups["high"] else low
    if low > high or high > 1:
        return None, None
    bound = BOUNDS.get(" ".join((groups["lead"] or "").lower().split()), "about")
    if bound == "at-least":
        return low, None if high == low else high
    return (None, high) if bound == "at-most" and high == low else (low, high)
