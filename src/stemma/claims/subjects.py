"""Who acts in a clause, in words that leave nobody open: the subject, its pronouns named.

What stands in square brackets is put in. A name put in is an assertion, so that it has to stand
near the pronoun, and no other that could be meant.
"""

from __future__ import annotations

import re

from stemma.claims.occurrences import Occurrence
from stemma.claims.view import Setting
from stemma.claims.words import content_stems, fold
from stemma.model.reading import Action
from stemma.model.span import Span

OPENING = 3
PRONOUNS = frozenset(
    "he she it they him her them this that these those who which whom we us i me you one".split()
)
OWNERS = frozenset("his her its their our my your".split())
_POINTING = frozenset("this that these those such whose".split())
_EMPTY = frozenset("one ones other others thing such".split())
_COUNTING = frozenset("some many few several two three four five six no most".split())
_RELATIVE_TO = re.compile(r"\s|,?\s(?:that|which|whom)\s")
_OBJECTS = frozenset("him her it them".split())


def subject_of(action: Action, text: str) -> Span | None:
    """Who acts, or else what is acted on, where it stands before the action.

    Of "the plan that the council rejected" it is the plan: without it nothing is said.
    """
    agent, target = action.agent, action.target
    before = [s for s in (agent, target) if s is not None and s.end <= action.words.start]
    if len(before) == 2 and _RELATIVE_TO.fullmatch(text, before[1].end, before[0].start):
        return before[1]
    return before[0] if before else None


def defined(subject: Span, occurrence: Occurrence, setting: Setting) -> str | None:
    """The subject's words, a pronoun resolved; `None` where they leave open who is meant."""
    words = subject.exact.removeprefix("not ")
    first = fold(words.split(" ", 1)[0])
    if fold(words) in PRONOUNS:
        return name_of(subject, setting)
    if first in _POINTING:
        return None
    stems = [stem for stem in content_stems(words) if stem.isalpha() and stem not in _EMPTY]
    if not stems:
        return None
    said = spoken(subject, (subject.end - len(words), subject.end), setting)
    named = occurrence.deed.agents | occurrence.deed.target_actors
    if first in OWNERS and not said.startswith("[") and not named:
        return None
    if first in ("a", "an") and not named:
        return said if _rich(subject, occurrence, setting) else None
    return None if first in _COUNTING and not named else said


def _rich(subject: Span, occurrence: Occurrence, setting: Setting) -> bool:
    """Whether "a motion", with what follows up to the verb and what it does it to, has a name."""
    action = occurrence.deed.action
    end = max(action.words.start, action.target.end if action.target is not None else 0)
    text = setting.reports[subject.report].text[subject.start : end]
    return any(word[:1].isupper() for word in text.split()[1:])


def name_of(pronoun: Span, setting: Setting, beside: Span | None = None) -> str | None:
    """The name that a pronoun stands for, in brackets, where no other person's stands near it.

    It has to stand in the pronoun's sentence before it, or in the sentence before where the
    pronoun opens its own. Who acts (`beside`) is not whom it is done to.
    """
    actor = setting.cast.actors.get(setting.cast.actor_at(pronoun) or "")
    sentence = setting.sentence_at(pronoun)
    if actor is None or sentence is None:
        return None
    opens = len(sentence.exact[: pronoun.start - sentence.start].split()) <= OPENING
    before = setting.sentence_before(sentence) if opens else None
    near = [r for s in (before, sentence) if s is not None for r in setting.cast.within(s)]
    doer = setting.cast.actor_at(beside) if beside is not None else None
    people = {
        r.actor
        for r in near
        if r.span.start <= pronoun.start
        and fold(r.span.exact) not in PRONOUNS | OWNERS
        and (r.actor == actor.id or setting.cast.actors[r.actor].kind == actor.kind)
    }
    return f"[{actor.name}]" if people - {doer} == {actor.id} else None


def spoken(subject: Span, part: tuple[int, int], setting: Setting) -> str:
    """A part of a clause in its words, save for pronouns of whom the clause has not named yet."""
    report, (at, end) = setting.reports[subject.report], part
    pieces = []
    named = {setting.cast.actor_at(subject)}
    for reference in setting.cast.within(report.span(at, end)):
        span, word = reference.span, fold(reference.span.exact)
        if span.start < at or reference.actor in named:
            continue
        named.add(reference.actor)
        owns = word in OWNERS and (word != "her" or report.text[span.end : end].strip() != "")
        beside = subject if word in _OBJECTS and not owns else None
        name = name_of(span, setting, beside) if word in PRONOUNS | OWNERS else None
        if name is None:
            continue
        pieces += [report.text[at : span.start], f"{name[:-1]}’s]" if owns else name]
        at = span.end
    return "".join([*pieces, report.text[at:end]])
