"""One deed that lies ahead in one report and is done in another.

English marks the phase on the verb: what "will" be done, what somebody "is set to" or "plans to"
do, lies ahead; a perfect, a past passive or a past tense is done. Sentences of two reports that
have one verb in both phases, and enough words beside it in common, tell of one deed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from stemma.claims.build import differ, outlet_name, variant
from stemma.claims.stages import SOME
from stemma.claims.verbs import Verb, find_verbs
from stemma.claims.view import Setting, StoryView
from stemma.claims.words import clip, content_stems, stem, tokens
from stemma.model.claim import Difference, Verdict
from stemma.model.span import Span

MOST = 120  # verbs of one root
_SENTENCES = 200  # of a report
_SHARED = 3  # content words that both sentences have beside the verb, one of them in its clause
_MANY = 5  # where none of them is
_NAMES = 3  # where all of them are names, of them in the clause of the verb on both sides
_WEIGHT = 0.3  # and their share in the lesser of the two sentences
_ASKED = 6  # of the done verbs, for each that lies ahead
_LIKE = 0.85  # probability that two sentences tell one thing: then one verb in both is one deed
_UNLIKE = 0.25
_MARKS = ".,;:!?'\"“”‘’()[]"
_AHEAD = frozenset(("ahead", "due"))
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


class Part(NamedTuple):
    """A verb of a sentence, with the content words of the sentence and those near the verb.

    `plain` are those that are no part of a name.
    """

    sentence: Span
    verb: Verb
    words: frozenset[str]
    near: frozenset[str]
    plain: frozenset[str]


def find_phase_differences(view: StoryView, setting: Setting) -> list[Difference]:
    """What is still to be done in one report of a story and done in another, later or alike old."""
    blocks: dict[str, list[Part]] = defaultdict(list)
    for report in view.story.reports:
        for sentence in setting.sentences.get(report, ())[:_SENTENCES]:
            for part in _parts(sentence, view):
                blocks[part.verb.root].append(part)
    found: dict[str, Difference] = {}
    for _, block in sorted(blocks.items()):
        for difference in _differences(block[:MOST], view, setting):
            found[difference.id] = difference
    return list(found.values())


def _parts(sentence: Span, view: StoryView) -> Iterator[Part]:
    words = frozenset(content_stems(sentence.exact))
    bare = (word.strip(_MARKS) for word in sentence.exact.split())
    plain = frozenset(stem(word) for word in bare if word.islower())
    for verb in find_verbs(sentence.exact):
        around = frozenset(content_stems(sentence.exact[verb.opens : verb.closes]))
        own = frozenset(content_stems(sentence.exact[verb.start : verb.end]))
        yield Part(sentence, verb, words - own, around - own, (words & plain) - own)


def _differences(block: list[Part], view: StoryView, setting: Setting) -> list[Difference]:
    found = []
    ahead = [part for part in block if part.verb.phase in _AHEAD]
    done = [part for part in block if part.verb.phase not in _AHEAD]
    for one in ahead:
        known = _of_one_deed(one, done, view, setting)
        if any(part.sentence.report == one.sentence.report for part in known):
            continue
        planned = {p.sentence.report for p in ahead}
        later = [
            part
            for part in known
            if part.sentence.report not in planned and not _before(part, one, setting)
        ]
        if later:
            found.append(_difference(one, later, setting))
    return found


def _of_one_deed(one: Part, done: list[Part], view: StoryView, setting: Setting) -> list[Part]:
    """What is done of the one deed: by the words beside the verb, or on the pair model's word."""
    near = sorted(done, key=lambda p: (-view.weigh(one.words & p.words), p.sentence, p.verb.start))
    open_ = [part for part in near if may_be_one(one, part)][:_ASKED]
    said = setting.judge.judge([(one.sentence.exact, part.sentence.exact) for part in open_])
    return [
        part
        for part, judged in zip(open_, said, strict=True)
        if judged.same >= _LIKE or (judged.same >= _UNLIKE and one_deed(one, part, view))
    ]


def _before(done: Part, ahead: Part, setting: Setting) -> bool:
    """Whether what is done was told on a day before: then it is not what was still to come."""
    days = [setting.published(part.sentence.report) for part in (done, ahead)]
    return days[0] is not None and days[1] is not None and days[0] < days[1]


def may_be_one(one: Part, other: Part) -> bool:
    """Whether nothing beside one verb keeps two sentences from telling of one deed."""
    if (one.verb.phase, other.verb.phase) == ("ahead", "now") or _of_a_kind(one, other):
        return False
    days = [part.words & _DAYS for part in (one, other)]
    return len(one.words & other.words) > 1 and not (days[0] and days[1] and not days[0] & days[1])


def one_deed(one: Part, other: Part, view: StoryView) -> bool:
    """Whether what two sentences say beside one verb is too much alike for two deeds."""
    shared = one.words & other.words
    plain, near = one.plain & other.plain, one.near & other.near
    if len(shared) < (_SHARED if plain & near else _MANY) or not (
        plain or len(near) >= _NAMES or len(shared) > _MANY
    ):
        return False
    lesser = min(view.weigh(one.words), view.weigh(other.words))
    return view.weigh(shared) >= _WEIGHT * lesser


def _of_a_kind(one: Part, other: Part) -> bool:
    """Whether one is done to several or some, the other to one of them ("orders", "the order")."""
    after = [tokens(p.sentence.exact[p.verb.end : p.verb.closes]) for p in (one, other)]
    if any(words and words[0] in SOME for words in after):
        return True
    forms = [{stem(word): word for word in words} for words in after]
    return any(forms[1].get(root, word) != word for root, word in forms[0].items())


def _difference(one: Part, done: list[Part], setting: Setting) -> Difference:
    first = setting.published(one.sentence.report)
    days = [setting.published(part.sentence.report) for part in done]
    later = first is not None and all(day is not None and day > first for day in days)
    verdict: Verdict = "update" if later else "different-stage"
    readings = [
        variant("still to come", [((_clause(one, setting),), "")]),
        variant("done", [((_clause(part, setting),), "") for part in done]),
    ]
    return differ(
        "stage",
        f"whether it is done yet: {clip(done[0].sentence.exact, 80)}",
        readings,
        verdict,
        (
            ("Had it been done when the other report was written?",),
            (
                f"still to come in {outlet_name(one.sentence.report, setting)}",
                f"done in {outlet_name(done[0].sentence.report, setting)}",
                f"words in common: {', '.join(sorted(one.words & done[0].words)[:8])}",
            ),
        ),
    )


def _clause(part: Part, setting: Setting) -> Span:
    """The words around the verb up to the next boundaries."""
    at = part.sentence.start
    return setting.reports[part.sentence.report].span(at + part.verb.opens, at + part.verb.closes)
