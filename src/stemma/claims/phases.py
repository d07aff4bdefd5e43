"""One deed that lies ahead in one report and is done in another.

English marks the phase on the verb: what "will" be done, what somebody "is set to" or "plans to"
do, lies ahead; a perfect, a past passive or a past tense right behind its subject is done.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Literal, NamedTuple

from stemma.claims.build import deed_span, differ, outlet_name, variant
from stemma.claims.dates import targets_meet
from stemma.claims.same import excluded
from stemma.claims.stages import SOME
from stemma.claims.view import Deed, Setting, StoryView, Telling
from stemma.claims.words import clip, stem, tokens
from stemma.model.claim import Difference, Verdict

Phase = Literal["ahead", "done"]

MOST = 200
_BEFORE = 8  # words before a verb that can tell its phase
_NEAR = 30  # characters between a subject and its past tense
_SHARED = 3  # words in common beyond the deed, where no targets can be held together
_LIGHT = frozenset(
    "be have do say go make take get know think want see come use give put tell need keep let seem "
    "look find call try feel become mean ask show help include work follow lead bring expect plan "
    "continue start run talk speak add face live stand turn hear like love hope believe".split()
)
_WILL = frozenset(("will", "shall", "'ll", "ll"))
_BE = frozenset("is are was were be been am being 's 're".split())
_HAVE = frozenset("has have had 've".split())
_DUE = frozenset("expected set scheduled due slated poised about ready going preparing".split())
_MEANT = frozenset(
    "plans planned intends intended vows vowed pledges pledged promises promised prepares "
    "plan intend vow pledge promise prepare".split()
)
_NOUN = frozenset(
    "a an the any no his her its their our my your this that these those of with for and new own "
    "other s".split()
)
_NOT_SO = frozenset(
    "not never n't to would could should may might must can if unless whether before until".split()
)
_ADVERBS = frozenset("also now soon then still already just later once again today yet".split())
_IRREGULAR = frozenset(
    "ate beat became began bent bet bit bled blew bought bound bred broke brought built burnt came "
    "caught chose clung cost crept cut dealt did dove drank drew drove fell fed felt fled flew "
    "forbade forgot forgave fought found froze gave got grew held hid hit hung hurt kept knelt "
    "laid led left lent let lit lost made met overcame overthrew paid pled put quit ran rang read "
    "rebuilt resold rode rose sang sank sat sent set shook shot shut slid slept sold sought sped "
    "spent split spread sprang stole stood struck strove stuck stung swam swept swore swung "
    "taught took thought threw tore understood undertook upheld upset went wept withdrew withheld "
    "woke won wore wound wrote beaten begun bitten blown broken chosen done drawn driven eaten "
    "fallen flown forbidden forgiven forgotten frozen given gone grown hidden overthrown proven "
    "ridden risen shaken shown sown spoken stolen stricken sworn taken thrown torn undertaken "
    "withdrawn woken worn written".split()
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|['’](?:ll|s|re|ve)")


class Part(NamedTuple):
    """A deed of a telling, and whether it lies ahead or is done."""

    deed: Deed
    telling: Telling
    phase: Phase

    @property
    def report(self) -> str:
        """The report that tells it."""
        return self.telling.statement.report


def find_phase_differences(
    view: StoryView, past: frozenset[int], setting: Setting
) -> list[Difference]:
    """What is still to be done in one report of a story and done in another, later or alike old.

    `past` are tellings of what lies long before the story.
    """
    blocks: dict[str, list[Part]] = defaultdict(list)
    for telling in view.tellings:
        statement = telling.statement
        if telling.number in past or statement.conditions or statement.modality == "conditional":
            continue
        for deed in telling.deeds:
            phase = phase_of(deed, setting) if deed.family not in _LIGHT else None
            if phase is not None:
                blocks[deed.family].append(Part(deed, telling, phase))
    found: dict[str, Difference] = {}
    for _, block in sorted(blocks.items()):
        for difference in _differences(block[:MOST], setting):
            found[difference.id] = difference
    return list(found.values())


def _differences(block: list[Part], setting: Setting) -> list[Difference]:
    found = []
    ahead = [part for part in block if part.phase == "ahead"]
    done = [part for part in block if part.phase == "done"]
    for one in ahead:
        known = {part.report for part in done if one_deed(one, part)}
        later = [
            part
            for part in done
            if part.report not in (one.report, *_before(one.report, known, setting))
            and one_deed(one, part)
        ]
        if later and one.report not in known:
            found.append(_difference(one, later, setting))
    return found


def _before(report: str, others: set[str], setting: Setting) -> list[str]:
    """Those of the others that were published before a report: what they tell of is another."""
    day = setting.published(report)
    days = {other: setting.published(other) for other in sorted(others)}
    return [o for o, known in days.items() if day is not None and known is not None and known < day]


def phase_of(deed: Deed, setting: Setting) -> Phase | None:
    """Whether the words before a verb put what it tells ahead, or behind; `None` of all others."""
    action = deed.action
    sentence = setting.sentence_at(action.words)
    if sentence is None or action.polarity == "negated":
        return None
    at = action.words.start - sentence.start
    before = [m.group().lower().replace("’", "'") for m in _WORD.finditer(sentence.exact[:at])]
    kept = _without_adverbs(before[-_BEFORE:])
    verb = tokens(action.words.exact)[:1]
    if not kept or not verb:
        return None
    lead = _without_adverbs(kept[:-1]) if kept[-1] == "be" else kept
    if lead and (lead[-1].removesuffix("'ll") != lead[-1] or lead[-1] in _WILL):
        return "ahead"
    if len(lead) > 2 and lead[-1] == "to":
        return "ahead" if _to_come(lead[:-1]) else None
    return "done" if _over(deed, verb[0], kept) else None


def _without_adverbs(words: list[str]) -> list[str]:
    """The words up to the last that is no adverb."""
    end = len(words)
    while end and (words[end - 1] in _ADVERBS or words[end - 1].endswith("ly")):
        end -= 1
    return words[:end]


def _to_come(words: list[str]) -> bool:
    """Whether "to" after these words opens what is to come ("is widely expected", "she plans")."""
    if words[-1] in _DUE:
        rest = [w for w in words[-4:-1] if w not in _ADVERBS and not w.endswith("ly")]
        return bool(rest) and (rest[-1] in _BE or rest[-1].endswith(("'s", "'re")))
    return words[-1] in _MEANT and words[-2] not in _NOUN and not words[-2].endswith("'s")


def _over(deed: Deed, verb: str, before: list[str]) -> bool:
    """Whether the verb is a perfect, a past passive, or a past tense right behind its subject."""
    if not (verb.endswith("ed") or verb in _IRREGULAR):
        return False
    if before[-1] in ("was", "were") or before[-1] in _HAVE:
        return _NOT_SO.isdisjoint(before[-3:])
    if before[-1] == "been":
        return len(before) > 1 and before[-2] in _HAVE and _NOT_SO.isdisjoint(before[-4:])
    agent = deed.action.agent
    gap = deed.action.words.start - agent.end if agent is not None else -1
    if agent is None or not 0 < gap <= _NEAR or before[-1] in _BE | _NOT_SO:
        return False
    opening = before[: max(0, len(before) - len(tokens(agent.exact)))]
    return not opening or opening[-1] not in _NOT_SO


def one_deed(one: Part, other: Part) -> bool:
    """Whether two deeds of one family are one: by one agent, on one thing, at no other time."""
    left, right = one.deed, other.deed
    if left.family != right.family or excluded(left.action.when, right.action.when):
        return False
    if left.agents and right.agents:
        agent = bool(left.agents & right.agents)
    else:
        shared = left.agent_words & right.agent_words
        agent = 2 * len(shared) >= min(len(left.agent_words), len(right.agent_words)) > 0
    if not agent or _of_a_kind(left, right):
        return False
    if left.target_words and right.target_words and targets_meet(left, right):
        return True
    terms = one.telling.terms & other.telling.terms
    return len(terms - {left.family} - left.agent_words) >= _SHARED or (
        not (left.target_words or right.target_words) and len(left.agent_words) > 1
    )


def _of_a_kind(left: Deed, right: Deed) -> bool:
    """Whether one is done to several or some, the other to one of them ("orders", "the order")."""
    words = [tokens(deed.target.core) for deed in (left, right)]
    if any(told and told[0] in SOME for told in words):
        return True
    heads = [told[-1] for told in words if told]
    return len(heads) > 1 and heads[0] != heads[1] and stem(heads[0]) == stem(heads[1])


def _difference(one: Part, done: list[Part], setting: Setting) -> Difference:
    first = setting.published(one.report)
    days = [setting.published(part.report) for part in done]
    later = first is not None and all(day is not None and day > first for day in days)
    verdict: Verdict = "update" if later else "different-stage"
    readings = [
        variant("ahead", [((deed_span(one.deed, setting),), one.telling.statement.id)]),
        variant("done", [((deed_span(p.deed, setting),), p.telling.statement.id) for p in done]),
    ]
    return differ(
        "stage",
        f"whether it is done yet: {clip(deed_span(done[0].deed, setting).exact, 80)}",
        readings,
        verdict,
        (
            ("Had it been done when the other report was written?",),
            (
                f"still to come in {outlet_name(one.report, setting)}",
                f"done in {outlet_name(done[0].report, setting)}",
            ),
        ),
    )
