"""One measured thing, given different values."""

from __future__ import annotations

import re
from collections import defaultdict

import msgspec

from stemma.claims.aligned import find_aligned
from stemma.claims.build import differ, outlet_name, unite, variant
from stemma.claims.measured import (
    CONTEXT,
    SURE,
    Measured,
    alike,
    find_measured,
    may_be_one,
    one_thing,
    repeated,
)
from stemma.claims.measures import agree, comparable, toll
from stemma.claims.view import Setting, StoryView
from stemma.claims.words import clip, content_stems, fold, stem, tokens
from stemma.model.claim import Difference, Variant, Verdict
from stemma.model.span import words_of

VERY = 0.75
UNLIKE = 0.2
_END = re.compile(
    r"[;:()“”\"\n]|,(?!\d)|\s(?:--|[–—]|last|this|next|in|on|at|by|since|during|when|while|after|before|"
    r"that|which|who|from|to|for|with|as|and|but|or|according|because|than|under)\s"
)
_ORDER: tuple[Verdict, ...] = ("compatible", "update", "spread", "conflict", "unsure")
_QUESTIONS: dict[Verdict, tuple[str, ...]] = {
    "conflict": ("Do both count the same thing, at the same time, by the same means?",),
    "unsure": ("Do both count the same thing, at the same time?",),
    "spread": ("Who counted, and how?",),
}


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """Two numbers of one thing, and how they stand to each other."""

    a: Measured
    b: Measured
    verdict: Verdict
    why: str


def find_number_differences(view: StoryView, setting: Setting) -> tuple[list[Difference], int]:
    """Values of one thing that differ, a difference for each verdict; and pairs compared."""
    blocks = find_measured(view)
    found: dict[tuple[object, object], Compared] = {}
    compared = 0
    for block in blocks:
        every = [(a, b) for j, b in enumerate(block) for a in block[:j]]
        compared += len(every)
        new = [(a, b) for a, b in every if (a.key, b.key) not in found]
        for pair in _of_one_thing(new, block, view, setting):
            found[pair.a.key, pair.b.key] = pair
    for a, b in find_aligned(blocks, setting):
        compared += 1
        found.setdefault((a.key, b.key), _judge(a, b, view, setting))
    kept = [p for p in found.values() if _counts(p)]
    return _by_thing(kept, setting), compared


def _of_one_thing(
    pairs: list[tuple[Measured, Measured]],
    block: list[Measured],
    view: StoryView,
    setting: Setting,
) -> list[Compared]:
    """The pairs that measure one thing by their words, unless the model reads two things."""
    beside: dict[str, list[Measured]] = defaultdict(list)
    for measured in block:
        beside[measured.report].append(measured)
    likely = [
        _judge(a, b, view, setting)
        for a, b in pairs
        if comparable(a.number, b.number)
        and not _strangers(a, b)
        and may_be_one(a, b, setting)
        and one_thing(a, b, view)
        and not (repeated(a, b, beside[b.report], view) or repeated(b, a, beside[a.report], view))
    ]
    kept = [p for p in likely if _counts(p)]
    asked = [p for p in kept if not (p.a.taken or p.b.taken)]
    told = [(_sentence(p.a, setting), _sentence(p.b, setting)) for p in asked]
    said = zip(asked, setting.judge.judge(told), strict=True)
    unlike = {(p.a.key, p.b.key) for p, judged in said if judged.same < UNLIKE}
    return [p for p in kept if (p.a.key, p.b.key) not in unlike]


def _counts(pair: Compared) -> bool:
    """Whether two reports give the numbers, or one gives them as two sources' counts."""
    return pair.a.report != pair.b.report or pair.verdict == "spread"


def _strangers(a: Measured, b: Measured) -> bool:
    """Whether each names an actor that the other does not."""
    ours, theirs = a.telling.actors, b.telling.actors
    return bool(ours - theirs and theirs - ours) and not (a.taken or b.taken)


def _sentence(measured: Measured, setting: Setting) -> str:
    sentence = setting.sentence_at(measured.number.span)
    return sentence.exact if sentence else measured.telling.words


def _judge(a: Measured, b: Measured, view: StoryView, setting: Setting) -> Compared:
    words = f"“{a.number.span.exact}” and “{b.number.span.exact}”"
    ours, theirs = _holder(a), _holder(b)
    common = a.telling.actors & b.telling.actors or a.taken or b.taken
    least = SURE if common else VERY
    if setting.related(a.report, b.report):
        least = CONTEXT
    verdict: Verdict = "conflict"
    why = "no value satisfies both"
    if agree(a.number, b.number):
        verdict, why = "compatible", "one value could satisfy both"
    elif alike(a, b, view) < least:
        verdict, why = "unsure", "no value satisfies both, if both are of one thing"
    elif ours and theirs and not ours & theirs:
        verdict, why = "spread", "counts or estimates of different sources"
    elif a.report != b.report and setting.outlet(a.report) == setting.outlet(b.report):
        one, two = setting.published(a.report), setting.published(b.report)
        version = setting.related(a.report, b.report) or alike(a, b, view) >= VERY
        ordered = version and one is not None and two is not None and one != two
        verdict = "update" if ordered else "unsure"
        why = f"two versions by {outlet_name(b.report, setting)}"
    return Compared(a=a, b=b, verdict=verdict, why=f"{words}: {why}")


def _holder(measured: Measured) -> frozenset[str]:
    """Who puts the number forward, in words; nobody where the outlet itself does."""
    statement = measured.telling.statement
    if statement.source and not statement.own_voice:
        return frozenset(tokens(words_of(statement.source)))
    agents = (deed.agent_words for deed in measured.telling.deeds if measured.taken)
    return frozenset().union(*agents)


def _by_thing(pairs: list[Compared], setting: Setting) -> list[Difference]:
    """Differences of each thing by verdict; what agrees is listed where nothing else differs."""
    keys = sorted({m.key for pair in pairs for m in (pair.a, pair.b)})
    at = {key: n for n, key in enumerate(keys)}
    links = [(at[p.a.key], at[p.b.key]) for p in pairs]
    of_key: dict[tuple[str, int], list[int]] = defaultdict(list)
    for n, pair in enumerate(pairs):
        of_key[pair.a.key].append(n)
    found = []
    for group in unite(len(keys), links):
        verdicts = _between_values(
            [pairs[i] for i in sorted(i for n in group for i in of_key[keys[n]])]
        )
        _fold_copies(verdicts, setting)
        said = [v for v in _ORDER if v in verdicts]
        if len(said) > 1 and "compatible" in said:
            said.remove("compatible")
            if any(toll(p.a.number) for p in verdicts[said[0]]):
                verdicts[said[0]] += verdicts["compatible"]
        if len(said) > 1 and "unsure" in said:
            said.remove("unsure")
        found += [_difference(verdicts[verdict], verdict, setting) for verdict in said]
    return found


def _fold_copies(verdicts: dict[Verdict, list[Compared]], setting: Setting) -> None:
    """Set what a copy of an updated report says beside the update: it is no conflict of its own."""
    updated = {m.value for pair in verdicts.get("update", ()) for m in (pair.a, pair.b)}
    if not updated or "conflict" not in verdicts:
        return
    copied = [
        p
        for p in verdicts["conflict"]
        if {p.a.value, p.b.value} & updated and setting.related(p.a.report, p.b.report)
    ]
    verdicts["update"] += copied
    left = [p for p in verdicts["conflict"] if p not in copied]
    verdicts["conflict"] = left
    if not left:
        del verdicts["conflict"]


def _between_values(pairs: list[Compared]) -> dict[Verdict, list[Compared]]:
    """The pairs by verdict: of two values that stand in several reports, the first that holds."""
    between: dict[tuple[object, ...], list[Compared]] = defaultdict(list)
    for pair in pairs:
        one, other = sorted((repr(pair.a.value), repr(pair.b.value)))
        if one != other:
            between[one, other].append(pair)
    found: dict[Verdict, list[Compared]] = defaultdict(list)
    for _, held in sorted(between.items()):
        verdict = min((p.verdict for p in held), key=_ORDER.index)
        found[verdict] += held
    return found


def _difference(group: list[Compared], verdict: Verdict, setting: Setting) -> Difference:
    readings: dict[tuple[object, ...], list[Measured]] = defaultdict(list)
    for pair in group:
        for measured in (pair.a, pair.b):
            readings[measured.value].append(measured)
    ordered = sorted(readings.values(), key=lambda held: (held[0].number.value, held[0].key))
    why: dict[frozenset[str], str] = {}
    for pair in sorted(group, key=lambda p: p.verdict != verdict):
        why.setdefault(frozenset((pair.a.number.span.exact, pair.b.number.span.exact)), pair.why)
    return differ(
        "number",
        _about([m for held in ordered for m in held], setting),
        [_reading(held) for held in ordered],
        verdict,
        (_QUESTIONS.get(verdict, ()), tuple(why.values())[:6]),
    )


def _about(told: list[Measured], setting: Setting) -> str:
    """What is counted, in the words of the telling that says it most fully and shortly."""
    kind = toll(told[0].number)
    if kind:
        return f"how many were {'hurt' if kind == 'hurt' else 'killed'}"
    things = [thing for m in told if (thing := _thing(m, setting)) is not None]
    if things:
        return min(things)[-1]
    return clip(words_of(told[0].telling.statement.content), 60)


def _thing(measured: Measured, setting: Setting) -> tuple[bool, int, str] | None:
    """ "tonnes of cod under-declared": the words after the number, and what is done to them."""
    span, unit = measured.number.span, measured.number.unit or ""
    sentence = setting.sentence_at(span)
    if sentence is None:
        return None
    text = setting.reports[span.report].text
    end = _END.search(text, span.end, sentence.end)
    own = [w for w in span.exact.split() if unit and stem(fold(w)) == stem(fold(unit))]
    words = " ".join([*own, *text[span.end : end.start() if end else sentence.end].split()])
    done = [
        text[text.rfind(" ", 0, deed.action.words.start) + 1 : deed.action.words.end]
        for deed in measured.telling.deeds
        if deed.action.target is not None
        and deed.action.target.holds(span)
        and deed.action.words.end <= span.start
        and deed.action.words.exact.endswith(("ed", "en"))
    ]
    stems = [stem for stem in content_stems(words) if stem.isalpha()]
    if not stems or (len(stems) < 2 and not unit):
        return None
    return (
        not done and len(stems) < 2,
        len(words),
        clip(" ".join([words, *done[:1]]).strip(" .,"), 80),
    )


def _reading(held: list[Measured]) -> Variant:
    return variant(
        held[0].number.span.exact,
        [((m.number.span,), m.telling.statement.id) for m in held],
    )
