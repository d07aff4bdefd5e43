"""The clause in which a dated deed or saying is told, as one line that can be read alone.

The words are the report's own. What stands in square brackets is put in: the name that a pronoun
stands for, or the head that a relative clause is about. Three dots stand for words left out.
"""

from __future__ import annotations

import re

from stemma.claims.occurrences import ONCE, SAYING, Occurrence
from stemma.claims.view import Setting
from stemma.claims.words import clip, content_stems, fold
from stemma.model.reading import Action
from stemma.model.span import Span, words_of

LIMIT = 150
ON = 70
USUAL = 80
APPOSED = 60
OPENING = 3
_PRONOUNS = frozenset(
    "he she it they him her them this that these those who which whom we us i me you one".split()
)
_OWNERS = frozenset("his her its their our my your".split())
_EMPTY = frozenset("one ones other others thing such".split())
_INDEFINITE = frozenset("a an some many few several two three four five six no most".split())
_AUXILIARIES = frozenset(
    "had has have was were is are be been being will would did do does could can should may might "
    "must also then already just once again not never n't to later first".split()
)
_PREPOSITIONS = frozenset("in on of during since from by at until before after around late".split())
_YEARLY = frozenset(
    "and or to through throughout between about around circa early mid spring summer autumn fall "
    "winter year election elections january february march april may june july august september "
    "october november december".split()
)
_MENTIONING = frozenset(
    "cite recall mention note describe remember criticize criticise compare discuss mark "
    "commemorate".split()
)
_RELATIVE = re.compile(r"(?:^|[\s,])(?:which|who|that)\s+(?P<rest>(?:\S+\s+){0,6})$")
_LEFT_OPEN = frozenset(
    "the a an of in on at by to for with from and or but who which that as his its their".split()
)
_END = re.compile(
    r"[;()“”\"\n]|[,:](?!\d)|\s--|\s[–—]|\s(?:which|who|whom|whose|that|while|when|where|but|and|because|"
    r"although|though|as|since|unless|if|saying|said|says|according)\s"
)
_ASIDE = re.compile(r"\s?[,–—]\s*(?:who|which|whom|whose)\s")
_PART_OF_DAY = re.compile(r"\s(?:morning|afternoon|evening|night)\b")


def clause_of(occurrence: Occurrence, setting: Setting) -> str | None:
    """The occurrence as a clause; `None` where its words don't say who did what."""
    if occurrence.deed.family == SAYING:
        return _saying(occurrence, setting)
    action = occurrence.deed.action
    subject, sentence = _subject(action), setting.sentence_at(action.words)
    if subject is None or sentence is None or not sentence.holds(subject):
        return None
    if misdated(action, sentence):
        return None
    who = _defined(subject, occurrence, setting)
    end = _end(action, sentence, setting)
    if who is None or not _complete(action, end, occurrence, setting):
        return None
    text = setting.reports[sentence.report].text
    between = text[subject.end : action.words.start]
    if between == " to " or (between == " " and action.words.exact.endswith("ing")):
        return None
    joint = _joined(between)
    if _ASIDE.match(joint):
        return None
    if "…" in joint and (joint.endswith(" to ") or action.words.exact.endswith("ing")):
        return None
    done = _spoken(subject, (action.words.start, end), setting)
    return clip(_tidy(f"{who}{joint}{done}"), LIMIT)


def best_clause(told: list[Occurrence], setting: Setting) -> tuple[Occurrence, str] | None:
    """Of several tellings the one whose clause says most plainly who did what to what."""
    clauses = [(o, clause) for o in told if (clause := clause_of(o, setting)) is not None]
    return min(clauses, key=lambda item: _plainness(*item), default=None)


def _plainness(occurrence: Occurrence, clause: str) -> tuple[bool, bool, bool, int, str]:
    deed, stems = occurrence.deed, frozenset(content_stems(clause))
    words = deed.action.words
    return (
        occurrence.telling.statement.headline,
        not stems & deed.target_words,
        "[" in clause or "…" in clause,
        abs(len(clause) - USUAL) // 20 - 2 * bool(stems & deed.agent_words),
        f"{words.report} {words.start:07d}",
    )


def _subject(action: Action) -> Span | None:
    """Who acts, or else what is acted on, where it stands before the action."""
    for span in (action.agent, action.target):
        if span is not None and span.end <= action.words.start:
            return span
    return None


def misdated(action: Action, sentence: Span) -> bool:
    """Whether the date is that of a thing ("last week's law", "a 2011 request"), not the deed's."""
    when = action.when.words
    if when is None or not sentence.holds(when):
        return False
    before = fold(sentence.exact[: when.start - sentence.start]).split() or [""]
    after = sentence.exact[when.end - sentence.start :]
    if after.startswith(("'s", "’s")) or (when.exact.isdigit() and _describes(before[-1])):
        return True
    if action.predicate in _MENTIONING and action.target is not None and action.target.holds(when):
        return True
    inside = any(s is not None and s.holds(when) for s in (action.agent, action.target))
    return inside and (before[-1] == "of" or before[-1] not in _PREPOSITIONS)


def _describes(before: str) -> bool:
    """Whether a bare year after this word says what a thing is ("a deadly 2011 storm")."""
    return before.isalpha() and before not in _PREPOSITIONS | _YEARLY


def _defined(subject: Span, occurrence: Occurrence, setting: Setting) -> str | None:
    """The subject's words, a pronoun resolved; `None` where they leave open who is meant."""
    words = subject.exact.removeprefix("not ")
    first = fold(words.split(" ", 1)[0])
    if fold(words) in _PRONOUNS:
        return _name_of(subject, setting)
    if not any(stem.isalpha() and stem not in _EMPTY for stem in content_stems(words)):
        return None
    said = _spoken(subject, (subject.end - len(words), subject.end), setting)
    named = occurrence.deed.agents | occurrence.deed.target_actors
    if first in _OWNERS and not said.startswith("[") and not named:
        return None
    return None if first in _INDEFINITE and not named else said


def _name_of(pronoun: Span, setting: Setting) -> str | None:
    """The name that a pronoun stands for, in brackets, where no other person's stands near it.

    A name put in is an assertion: it has to stand in the pronoun's sentence before it, or in the
    sentence before where the pronoun opens its own.
    """
    actor = setting.cast.actors.get(setting.cast.actor_at(pronoun) or "")
    sentence = setting.sentence_at(pronoun)
    if actor is None or sentence is None:
        return None
    opens = len(sentence.exact[: pronoun.start - sentence.start].split()) <= OPENING
    before = setting.sentence_before(sentence) if opens else None
    near = [r for s in (before, sentence) if s is not None for r in setting.cast.within(s)]
    people = {
        r.actor
        for r in near
        if r.span.start <= pronoun.start
        and fold(r.span.exact) not in _PRONOUNS | _OWNERS
        and (r.actor == actor.id or setting.cast.actors[r.actor].kind == actor.kind)
    }
    return f"[{actor.name}]" if people == {actor.id} else None


def _end(action: Action, sentence: Span, setting: Setting) -> int:
    """Where the clause ends: after its parts and its date, or at the next boundary."""
    text = setting.reports[sentence.report].text
    parts = [p for p in (action.words, action.target, action.agent) if p is not None]
    last = max(p.end for p in parts if sentence.holds(p))
    boundary = _END.search(text, last, sentence.end)
    stop = boundary.start() if boundary else sentence.end
    when = action.when.words
    if when is not None and when.report == sentence.report and last < when.end <= stop:
        part = _PART_OF_DAY.match(text, when.end, sentence.end)
        end = part.end() if part else when.end
        if content_stems(text[action.words.end : when.start]):
            return end
        last = max(last, end)
    return stop if stop - last <= ON else last


def _complete(action: Action, end: int, occurrence: Occurrence, setting: Setting) -> bool:
    """Whether an object or a complement is said, or the action needs none."""
    text = setting.reports[action.words.report].text
    target = action.target
    if target is not None and fold(target.exact) in _PRONOUNS and target.start > action.words.start:
        return _name_of(target, setting) is not None
    when = action.when.words
    rest = text[action.words.end : end]
    if when is not None and action.words.end <= when.start < end:
        rest = rest.replace(when.exact, " ", 1)
    bare = [s for s in content_stems(rest) if s not in ("morning", "afternoon", "evening", "night")]
    return bool(bare) or occurrence.deed.family in ONCE


def _joined(between: str) -> str:
    """What stands between subject and action, without "who" and without long appositions."""
    relative = _RELATIVE.search(between)
    words = between.split()
    helpers = 0
    while helpers < len(words) and _helps(words[-1 - helpers]):
        helpers += 1
    verb = " ".join(words[len(words) - helpers :])
    if relative and all(_helps(word) for word in relative["rest"].split()):
        return f" {verb} "
    if len(between) > APPOSED and helpers < len(words):
        return f" … {verb} "
    return between


def _helps(word: str) -> bool:
    return fold(word) in _AUXILIARIES or (word.endswith("ly") and word.islower())


def _spoken(subject: Span, part: tuple[int, int], setting: Setting) -> str:
    """A part of a clause in its words, save for pronouns of whom the clause has not named yet."""
    report, (at, end) = setting.reports[subject.report], part
    pieces = []
    named = {setting.cast.actor_at(subject)}
    for reference in setting.cast.within(report.span(at, end)):
        span, word = reference.span, fold(reference.span.exact)
        if span.start < at or reference.actor in named:
            continue
        named.add(reference.actor)
        name = _name_of(span, setting) if word in _PRONOUNS | _OWNERS else None
        if name is None:
            continue
        owns = word in _OWNERS and (word != "her" or report.text[span.end : end].strip() != "")
        pieces += [report.text[at : span.start], f"{name[:-1]}’s]" if owns else name]
        at = span.end
    return "".join([*pieces, report.text[at:end]])


def _saying(occurrence: Occurrence, setting: Setting) -> str | None:
    """Who said it, the cue, and how what is said begins."""
    statement = occurrence.telling.statement
    source = statement.source[0]
    who = source.exact
    if fold(who) in _PRONOUNS:
        name = _name_of(source, setting)
        if name is None:
            return None
        who = name
    content, cue = words_of(statement.content), statement.cue[0]
    gap = setting.reports[cue.report].text[cue.end : statement.content[0].start]
    verb, between = cue.exact, " ".join(gap.split())
    runs_on = content[:1].islower() and gap.startswith(" ") and not _END.search(gap)
    if content.startswith("to ") and not runs_on:
        return None
    if not runs_on or len(between) > APPOSED:
        between = "" if content.startswith(("that ", "to ")) else ":"
    if fold(verb) == "told" and between in ("", ":"):
        verb = "said"
    spaced = between if between in ("", ":") else f" {between}"
    return clip(_tidy(f"{clip(who, 60)} {verb}{spaced} {content}"), LIMIT)


def _tidy(text: str) -> str:
    """One line without what is left open: a stray mark, half a pair of quotes, a last "of the"."""
    words = text.split()
    while words and fold(words[-1]) in _LEFT_OPEN:
        words.pop()
    line = " ".join(words).strip(" ,;:–—")
    if line.endswith(".") and "." not in line.rsplit(" ", 1)[-1][:-1]:
        line = line[:-1]
    for left, right in (("“", "”"), ("(", ")")):
        if line.count(left) != line.count(right):
            line = line.replace(left, "").replace(right, "")
    return line if line.count('"') % 2 == 0 else line.replace('"', "")
