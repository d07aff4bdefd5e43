"""The clause in which a dated deed or saying is told, as one line that can be read alone.

The words are the report's own. What stands in square brackets is put in: the name that a pronoun
stands for, or the head that a relative clause is about. Three dots stand for words left out.
"""

from __future__ import annotations

import re

from stemma.claims.datings import ARTICLES, NOUN, PREPOSITIONS, misdated, of_another, word_before
from stemma.claims.lines import APPOSED, END, LIMIT, tidy
from stemma.claims.occurrences import SAYING, Occurrence
from stemma.claims.sayings import saying_of
from stemma.claims.subjects import PRONOUNS, defined, name_of, spoken, subject_of
from stemma.claims.view import Setting
from stemma.claims.words import clip, content_stems, fold
from stemma.model.reading import Action
from stemma.model.span import Span

ON = 70
USUAL = 80
_AUXILIARIES = frozenset(
    "had has have was were is are be been being will would did do does could can should may might "
    "must also then already just once again not never n't to later first".split()
)
_RELATIVE = re.compile(r"(?:^|[\s,])(?:which|who|that)\s+(?P<rest>(?:\S+\s+){0,6})$")
_ASIDE = re.compile(r"\s?[,–—]\s*(?:who|which|whom|whose)\s")
_CONDITIONS = frozenset(("if", "unless"))
_TO_BE = frozenset(
    "is are was were be been being began begun started kept continued by at of from for when "
    "while".split()
)
_TO_DO = re.compile(r"\s(?:to|[a-z]+ing)\s")
_THEN = re.compile(r"\s(?:after|before)\s")
_FINITE = re.compile(r"\s(?:was|is|were|are|has|had|have|will|would)\s")
_WITHOUT_OBJECT = frozenset(
    "fail testify collapse explode crash erupt arrive retire surrender expire".split()
)
_ALONE = frozenset("leave join return resign die begin end win lose marry merge elect".split())
"""Doings of which it is said enough with who does them."""
_OF_DATES = frozenset(
    "morning afternoon evening night last next early late earlier later this past coming".split()
)
_PART_OF_DAY = re.compile(r"\s(?:morning|afternoon|evening|night)\b")


def clause_of(occurrence: Occurrence, setting: Setting) -> str | None:
    """The occurrence as a clause; `None` where its words don't say who did what."""
    if occurrence.deed.family == SAYING:
        return saying_of(occurrence, setting)
    action = occurrence.deed.action
    sentence = setting.sentence_at(action.words)
    if sentence is None or misdated(action, sentence):
        return None
    text = setting.reports[sentence.report].text
    if of_another(action, text):
        return None
    subject = subject_of(action, text)
    if subject is None:
        return _noun_phrase(action, sentence, text)
    if not sentence.holds(subject) or word_before(subject, text) == "whether":
        return None
    who = defined(subject, occurrence, setting)
    end = _end(occurrence, sentence, setting)
    if who is None or not _complete(occurrence, subject, end, setting):
        return None
    joint = _joint(occurrence, subject, text)
    if joint is None:
        return None
    done = spoken(subject, (action.words.start, end), setting)
    return clip(tidy(f"{_condition(subject, text)}{who}{joint}{done}"), LIMIT)


def _joint(occurrence: Occurrence, subject: Span, text: str) -> str | None:
    """What joins subject and action; `None` where the two are no clause."""
    action = occurrence.deed.action
    between = text[subject.end : action.words.start]
    if subject is action.target and action.agent is not None and len(between) <= APPOSED:
        return between
    if between == " to " or (action.words.exact.endswith("ing") and not _progresses(between)):
        return None
    joint = _joined(between, occurrence)
    if joint == between and _another_between(occurrence, subject):
        helpers = _helpers(between)
        return f" … {helpers} " if helpers else " … "
    if _ASIDE.match(joint):
        return None
    return None if "…" in joint and joint.endswith(" to ") else joint


def _progresses(between: str) -> bool:
    """Whether a verb in "-ing" after this is a clause's: "began", "was also", "acted by"."""
    words = between.split()
    while words and _helps(words[-1]) and fold(words[-1]) not in _TO_BE:
        words.pop()
    return bool(words) and fold(words[-1]) in _TO_BE


def _condition(subject: Span, text: str) -> str:
    """ "if ", where the clause is only a condition."""
    word = word_before(subject, text)
    return f"{word} " if word in _CONDITIONS else ""


def _noun_phrase(action: Action, sentence: Span, text: str) -> str | None:
    """The deed as a noun that opens its sentence: "The removal of the mayor on Tuesday"."""
    target, when = action.target, action.when.words
    if target is None or when is None or not (sentence.holds(target) and sentence.holds(when)):
        return None
    opening = fold(text[sentence.start : action.words.start]).split()
    of = fold(text[action.words.end : target.start]).split()
    if opening not in ([], ["the"]) or of[:1] != ["of"] or when.start < target.end:
        return None
    if not all(_helps(w) or fold(w) in PREPOSITIONS for w in text[target.end : when.start].split()):
        return None
    return clip(tidy(text[sentence.start : when.end]), LIMIT)


def best_clause(told: list[Occurrence], setting: Setting) -> tuple[Occurrence, str] | None:
    """Of several tellings the one whose clause says most plainly who did what to what."""
    clauses = [(o, clause) for o in told if (clause := clause_of(o, setting)) is not None]
    return min(clauses, key=lambda item: _plainness(*item), default=None)


def _plainness(occurrence: Occurrence, clause: str) -> tuple[bool, bool, bool, bool, int, str]:
    deed, stems = occurrence.deed, frozenset(content_stems(clause))
    words = deed.action.words
    return (
        occurrence.telling.statement.headline,
        _ahead(occurrence),
        not stems & deed.target_words,
        "[" in clause or "…" in clause,
        abs(len(clause) - USUAL) // 20 - 2 * bool(stems & deed.agent_words),
        f"{words.report} {words.start:07d}",
    )


def _ahead(occurrence: Occurrence) -> bool:
    """Whether it is told as still to come, or under a condition."""
    statement = occurrence.telling.statement
    open_ = statement.kind in ("prediction", "condition", "scenario")
    return occurrence.deed.family != SAYING and (
        open_ or occurrence.deed.action.polarity == "unknown"
    )


def _end(occurrence: Occurrence, sentence: Span, setting: Setting) -> int:
    """Where the clause ends: after its parts and its date, or at the next boundary."""
    action, text = occurrence.deed.action, setting.reports[sentence.report].text
    parts = [p for p in (action.words, action.target, action.agent) if p is not None]
    last = max(p.end for p in parts if sentence.holds(p))
    when = action.when.words
    boundary = END.search(text, last, sentence.end)
    if boundary and when is not None and when.start < boundary.start() < when.end:
        boundary = END.search(text, when.end, sentence.end)
    stop = boundary.start() if boundary else sentence.end
    if when is not None and when.report == sentence.report and last < when.end <= stop:
        end = _date_end(when, sentence, text)
        said = bool(content_stems(text[action.words.end : when.start]))
        if _goes_on(occurrence, end, text) or (said and not _TO_DO.match(text, end)):
            return end
        last = max(last, end)
    elif when is not None and action.words.end <= when.start and _THEN.match(text, when.end):
        return when.end
    return stop if 0 <= stop - last <= ON else last


def _date_end(when: Span, sentence: Span, text: str) -> int:
    """Where a date ends, with the part of the day, or with its noun ("a May briefing")."""
    following = NOUN if word_before(when, text) in ARTICLES else _PART_OF_DAY
    part = following.match(text, when.end, sentence.end)
    return part.end() if part else when.end


def _goes_on(occurrence: Occurrence, end: int, text: str) -> bool:
    """Whether another verb follows at once: "the ban ordered in May" expired."""
    return bool(_FINITE.match(text, end)) or _another_at(occurrence, end)


def _another_at(occurrence: Occurrence, end: int) -> bool:
    return any(end < d.action.words.start <= end + 2 for d in occurrence.telling.deeds)


def _complete(occurrence: Occurrence, subject: Span, end: int, setting: Setting) -> bool:
    """Whether an object or a complement is said, or the action needs none."""
    action = occurrence.deed.action
    text = setting.reports[action.words.report].text
    target, when = action.target, action.when.words
    if target is subject or action.predicate in _WITHOUT_OBJECT:
        return True
    if text[subject.end : action.words.start] == " " and _another_at(occurrence, end):
        return True
    if _FINITE.match(text, end):
        return False
    if target is not None and fold(target.exact) in PRONOUNS and target.start > action.words.start:
        return name_of(target, setting, action.agent) is not None
    rest = text[action.words.end : end]
    if when is not None and action.words.end <= when.start < end:
        rest = rest.replace(when.exact, " ", 1)
    bare = [s for s in content_stems(rest) if s not in _OF_DATES]
    return bool(bare) or occurrence.deed.family in _ALONE


def _joined(between: str, occurrence: Occurrence) -> str:
    """What stands between subject and action, without "who" and without long appositions."""
    relative = _RELATIVE.search(between)
    verb = _helpers(between)
    passed = _passed_over(occurrence)
    if relative and all(_helps(w) or fold(w) in passed for w in relative["rest"].split()):
        both = between[: relative.start()] if between.startswith(" and ") else ""
        return f"{both.rstrip(' ,')} {relative['rest'].strip()} ".replace("  ", " ")
    if len(between) > APPOSED and verb != " ".join(between.split()):
        return f" … {verb} "
    return between


def _helpers(between: str) -> str:
    """The auxiliaries and adverbs right before a verb."""
    words = between.split()
    kept = len(words)
    while kept and _helps(words[kept - 1]):
        kept -= 1
    return " ".join(words[kept:])


def _another_between(occurrence: Occurrence, subject: Span) -> bool:
    """Whether a verb of another date stands between: "sales fell in May and rose in June"."""
    action = occurrence.deed.action
    others = (d.action for d in occurrence.telling.deeds if d.action.words != action.words)
    return any(
        subject.end <= o.words.start < action.words.start
        and o.when.words is not None
        and o.when.words != action.when.words
        and subject.end <= o.when.words.start < action.words.start
        for o in others
    )


def _passed_over(occurrence: Occurrence) -> frozenset[str]:
    """What may stand between "who" and its verb: the date, and a verb beside it."""
    when = occurrence.deed.action.when.words
    verbs = [fold(d.action.words.exact) for d in occurrence.telling.deeds]
    return frozenset((*fold(when.exact if when else "").split(), *verbs, "and")) | PREPOSITIONS


def _helps(word: str) -> bool:
    return fold(word) in _AUXILIARIES or (word.endswith("ly") and word.islower())
