"""Verbs that tell by their form, and by the words before them, what is to come and what is done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from stemma.claims.words import stem

Phase = Literal["ahead", "due", "done", "now"]
"""To come; to come, and not yet decided or begun; done; told in a headline's present tense."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_BOUNDARY = re.compile(r"[,;:()“”\"—–]|\s-{1,2}\s")
_MOST = 80  # words of a sentence
_FORE, _AFT = 60, 90  # characters of a clause before and behind a verb
_LEAD = 6  # words before "to" in a headline that names who is to do something
_LIGHT = frozenset(
    "be have do say go make take get know think want see come use give put tell need keep let seem "
    "look find call try feel become mean ask show help include work follow lead bring expect plan "
    "continue start run talk speak add face live stand turn hear like love hope believe set "
    "consider according note warn argue claim suggest describe intend due schedule prepare remain "
    "accord base concern involve relate unite limit advance blame".split()
)
_WILL = frozenset(("will", "shall", "'ll"))
_BE = frozenset("is are was were be been am".split())
_HAVE = frozenset("has have had having".split())
_DUE = frozenset("expected set scheduled due slated poised about ready preparing planning".split())
_MEANT = frozenset(
    "plans intends vows pledges promises prepares plan intend vow pledge promise prepare".split()
)
_NOUN = frozenset(
    "a an the any no his her its their our my your this that these those of with for and new own "
    "other".split()
)
_NOT_SO = frozenset(
    "not never n't to will shall would could should may might must can if unless whether "
    "until".split()
)
_STATE = frozenset("is are be being am a an the his her its their our newly".split())
_NAMELESS = frozenset(
    "according due thanks prior next close back up welcome letter nobody somebody everybody "
    "everyone someone anyone he she it they we you i there what who".split()
)
_HEADLINE = 16  # words of a sentence whose present tense may be a headline's
_ADVERBS = frozenset("also now soon then still already just later once again today".split())
_IRREGULAR = {
    past: base
    for base, forms in (
        line.split(":")
        for line in (
            "arise:arose arisen|beat:beat beaten|begin:began begun|bet:bet|bid:bid|bind:bound|"
            "blow:blew blown|break:broke broken|build:built|buy:bought|cast:cast|catch:caught|"
            "choose:chose chosen|cut:cut|deal:dealt|draw:drew drawn|drive:drove driven|eat:ate|"
            "fall:fell fallen|feed:fed|fight:fought|flee:fled|fly:flew flown|forbid:forbade|"
            "freeze:froze frozen|grow:grew grown|hang:hung|hide:hid hidden|hit:hit|hold:held|"
            "hurt:hurt|lay:laid|leave:left|lend:lent|light:lit|lose:lost|meet:met|"
            "overcome:overcame|overthrow:overthrew overthrown|pay:paid|quit:quit|read:read|"
            "rebuild:rebuilt|ride:rode|ring:rang|rise:rose risen|seek:sought|sell:sold|send:sent|"
            "shake:shook|shed:shed|shoot:shot|shut:shut|sink:sank sunk|spend:spent|split:split|"
            "spread:spread|steal:stole stolen|stick:stuck|strike:struck|swear:swore sworn|"
            "sweep:swept|swing:swung|teach:taught|tear:tore torn|throw:threw thrown|"
            "undergo:underwent|undertake:undertook|uphold:upheld|wear:wore|win:won|"
            "withdraw:withdrew withdrawn|withhold:withheld|write:wrote written"
        ).split("|")
    )
    for past in forms.split()
}


class Verb(NamedTuple):
    """A verb's root and phase, where it stands in its sentence, and where its clause does."""

    root: str
    phase: Phase
    start: int
    end: int
    opens: int
    closes: int


def find_verbs(sentence: str) -> Iterator[Verb]:
    """The verbs of a sentence that are surely ahead or done; none of those said under "if"."""
    found = list(_WORD.finditer(sentence))[:_MOST]
    words = [m.group().replace("’", "'").lower() for m in found]
    if "if" in words or "unless" in words:
        return
    plain = [m.group() for m in found]
    for at, match in enumerate(found):
        phase = _phase(words, plain, at)
        if phase is None:
            continue
        root = root_of(words[at], phase)
        if root is not None and root not in _LIGHT_ROOTS:
            opens, closes = _clause(sentence, match.start(), match.end())
            yield Verb(root, phase, match.start(), match.end(), opens, closes)


def _clause(sentence: str, start: int, end: int) -> tuple[int, int]:
    """From the boundary before a verb to the one behind it, at most some words away."""
    opens = max(0, start - _FORE)
    opens = opens and sentence.find(" ", opens, start) + 1
    before = [m.end() for m in _BOUNDARY.finditer(sentence, opens, start)]
    opens = before[-1] if before else opens
    closes = min(len(sentence), end + _AFT)
    behind = _BOUNDARY.search(sentence, end, closes)
    closes = behind.start() if behind else closes
    if closes < len(sentence) and not behind:
        closes = max(end, sentence.rfind(" ", end, closes))
    while opens < start and not sentence[opens].isalnum():
        opens += 1
    while closes > end and not sentence[closes - 1].isalnum():
        closes -= 1
    return opens, closes


def _phase(words: Sequence[str], plain: Sequence[str], at: int) -> Phase | None:
    before = list(words[:at])
    _drop_adverbs(before)
    if not before:
        return None
    if before[-1] in ("be", "been") and len(before) > 1:
        inner = before[:-1]
        _drop_adverbs(inner)
        formed = words[at] in _IRREGULAR or words[at].endswith(("ed", "ing"))
        if before[-1] == "be" and formed and (coming := _to_come(inner, plain)) is not None:
            return coming
        perfect = before[-1] == "been" and inner and inner[-1] in _HAVE
        return "done" if perfect and _NOT_SO.isdisjoint(inner[-3:]) else None
    coming = _to_come(before, plain)
    if coming is not None:
        return coming if _plain(words[at]) and plain[at].islower() else None
    if _over(words[at], before):
        return "done"
    return "now" if _headlined(plain, at) else None


def _plain(word: str) -> bool:
    """Whether a word may be a verb's plain form or its -ing."""
    return not (word in _ADVERBS or word.endswith(("ly", "ed")))


def _headlined(plain: Sequence[str], at: int) -> bool:
    """Whether a short sentence opens with names and a present tense, as the headline of a deed."""
    told = len(plain) <= _HEADLINE and plain[at].endswith("s") and plain[at].islower()
    return told and _names([*plain[:at], "to"])


def _drop_adverbs(words: list[str]) -> None:
    while words and (words[-1] in _ADVERBS or words[-1].endswith("ly")):
        words.pop()


def _to_come(before: Sequence[str], plain: Sequence[str]) -> Phase | None:
    """What is to come, if anything: "will", "is widely expected to", "she plans to"."""
    if not before or "no" in before[-5:]:
        return None
    if before[-1] in _WILL or before[-1].endswith("'ll"):
        return "ahead"
    if before[-2:] == ["verge", "of"]:
        return "due"
    return "due" if before[-1] == "to" and len(before) > 1 and _intended(before, plain) else None


def _intended(before: Sequence[str], plain: Sequence[str]) -> bool:
    """Whether "to" stands behind a plan, an expectation or the names that open a headline."""
    lead = list(before[:-1])
    if lead[-1] in _DUE:
        rest = [w for w in lead[-4:-1] if w not in _ADVERBS and not w.endswith("ly")]
        return bool(rest) and (rest[-1] in _BE or rest[-1].endswith(("'s", "'re")) or not lead[:-1])
    if lead[-1] in _MEANT:
        return len(lead) > 1 and lead[-2] not in _NOUN and not lead[-2].endswith("'s")
    return _names(plain[: len(before)])


def _names(words: Sequence[str]) -> bool:
    """Whether a sentence opens with names and "to", as the headline of what they are to do."""
    *names, last = words
    named = [word for word in names if word not in ("and", "of")]
    if last != "to" or not 0 < len(named) <= _LEAD or named[-1].lower() in _NAMELESS:
        return False
    return all(word[0].isupper() and word.lower() not in _NOUN for word in named)


def _over(verb: str, before: Sequence[str]) -> bool:
    """Whether a verb is a perfect, a past passive or a past tense, and not denied or supposed."""
    if not (verb in _IRREGULAR or (verb.endswith("ed") and len(verb) > 4)):
        return False
    if verb in _BASES and before[-1] not in ("was", "were", *_HAVE):
        return False
    return before[-1] not in _STATE and _NOT_SO.isdisjoint(before[-2:])


def root_of(verb: str, phase: Phase) -> str | None:
    """What the forms of one verb have in common; `None` where the form is not of that phase.

    Endings come off, and with them a doubled consonant and a last "e": "filed", "file" -> "fil".
    """
    if verb in _IRREGULAR and (phase == "done" or verb not in _BASES):
        return _IRREGULAR[verb].rstrip("e")
    if phase == "now":
        return stem(verb).rstrip("e")
    for ending, put in (("ied", "y"), ("ed", ""), ("ing", "")):
        if verb.endswith(ending) and len(verb) > len(ending) + 2:
            bare = verb.removesuffix(ending) + put
            doubled = len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] not in "lsefz"
            return (bare[:-1] if doubled else bare).rstrip("e")
    return verb.rstrip("e") if phase in ("ahead", "due") and verb.isalpha() else None


_BASES = frozenset(_IRREGULAR.values())
_LIGHT_ROOTS = frozenset(word.rstrip("e") for word in _LIGHT)
