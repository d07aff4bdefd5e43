"""A dated saying as one line: who said it, the cue, and how what is said begins."""

from __future__ import annotations

import re

from stemma.claims.lines import APPOSED, END, LIMIT, tidy
from stemma.claims.occurrences import Occurrence
from stemma.claims.subjects import OWNERS, PRONOUNS, name_of, spoken
from stemma.claims.view import Setting
from stemma.claims.words import clip, fold
from stemma.model.reading import Statement
from stemma.model.span import Span, words_of

_LONGEST_NAME = 60
_WILLING = re.compile(
    r"it\s(?:will|would|can|could|may|might|should|must|does|did|wants?|plans|intends|expects|hopes)\b"
)
_EMPTY_IT = re.compile(
    r"it\s(?:is|was|would be|will be|has been|had been)\s(?:\S+\s){1,3}(?:that|to|for|if|whether)\s"
)
_POINTING = frozenset("this that these those such".split())


def saying_of(occurrence: Occurrence, setting: Setting) -> str | None:
    """Who said it, the cue and the content; `None` where they leave open who or what is meant."""
    statement = occurrence.telling.statement
    who, content = _speaker(statement, setting), words_of(statement.content)
    cue = statement.cue[0]
    if cue.exact.split()[0].endswith("ing") or _open(statement, setting):
        return None
    if who is None:
        return _as_it_stands(statement, setting)
    gap = setting.reports[cue.report].text[cue.end : statement.content[0].start]
    verb, between = cue.exact, " ".join(gap.split())
    runs_on = gap.startswith(" ") and not END.search(gap) and _flows(content, statement)
    if content.startswith("to ") and not runs_on:
        return None
    if not runs_on or len(between) > APPOSED:
        between = "" if content.startswith(("that ", "to ")) else ":"
    if fold(verb) == "told" and between in ("", ":"):
        verb = "said"
    spaced = between if between in ("", ":") else f" {between}"
    return clip(tidy(f"{clip(who, _LONGEST_NAME)} {verb}{spaced} {content}"), LIMIT)


def _speaker(statement: Statement, setting: Setting) -> str | None:
    """The speaker's words, with a name for "she" and for "its" in "its spokesman"."""
    source = statement.source[0]
    if fold(source.exact) in PRONOUNS:
        return name_of(source, setting)
    if fold(source.exact.split(" ", 1)[0]) not in OWNERS:
        return source.exact
    said = spoken(source, (source.start, source.end), setting)
    return said if said.startswith("[") else None


def _as_it_stands(statement: Statement, setting: Setting) -> str | None:
    """ "The plan is dead, its spokesman said on Monday": what "its" means stands before it."""
    first, source, cue = statement.content[0], statement.source[0], statement.cue[0]
    sentence = setting.sentence_at(first)
    if sentence is None or not (sentence.holds(source) and sentence.holds(cue)):
        return None
    said = statement.said.words
    parts = [source, cue, *([said] if said is not None and sentence.holds(said) else [])]
    start, end = min(p.start for p in parts), max(p.end for p in parts)
    if fold(source.exact) in PRONOUNS or first.start > start or end - first.start > LIMIT:
        return None
    return tidy(setting.reports[first.report].text[first.start : end])


def _flows(content: str, statement: Statement) -> bool:
    """Whether the content reads on from the cue: "said the vote", "asked Ms Orr to go"."""
    return content[:1].islower() or statement.quote in ("indirect", "none")


def _open(statement: Statement, setting: Setting) -> bool:
    """Whether the content starts with "it" or "this", and nobody can say what that is."""
    first = statement.content[0]
    words = fold(first.exact).removeprefix("that ")
    word = words.split(" ", 1)[0]
    if word in _POINTING and fold(first.exact) != word:
        return True
    if word != "it" or _WILLING.match(words) or _EMPTY_IT.match(words):
        return False
    meant = setting.cast.actor_at(_it(first))
    return meant is None or meant != setting.cast.actor_of(statement.source)


def _it(first: Span) -> Span:
    """The "it" that a content starts with, or that stands after its "that"."""
    start = first.start if first.exact[:1] in "iI" else first.start + len("that ")
    at = start - first.start
    return Span(report=first.report, start=start, end=start + 2, exact=first.exact[at : at + 2])
