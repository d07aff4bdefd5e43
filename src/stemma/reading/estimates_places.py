"""Where the parts of a stated likelihood stand: its event, its extent, its horizon."""

from __future__ import annotations

import re

from msgspec import structs

from stemma.model.span import Span
from stemma.model.when import When
from stemma.reading.estimates_events import Range, event_of
from stemma.reading.estimates_labels import CONTEXT, Stated
from stemma.reading.estimates_scene import Scene, is_line, says, trimmed

_TERM = re.compile(
    r"\b(?:(?:short|medium|long|near|mid)(?:er|est)?"
    r"(?:[-\s](?:to|and|or)[-\s](?:medium|long)(?:er)?)?[-\s](?:term|run)|"
    r"(?:near|foreseeable|immediate|distant)\sfuture|coming\s(?:days|weeks|months|years)|"
    r"this\s(?:session|term|parliament|decade)|"
    r"(?:the\s)?(?:next|coming)\s(?:few|couple\sof|several)\s(?:days|weeks|months|years)|"
    r"(?:before|by|until|after|over|during)\s(?:the\s(?:end\sof\sthe\s)?)?"
    r"(?:summer|autumn|winter|spring|recess|break|holidays|midterms|(?:next\s)?elections?|"
    r"session|season|year-end|Christmas|Easter))(?!(?-i:[a-z]))",
    re.IGNORECASE,
)
_HEADING_EVENT = re.compile(
    r"(?:probabilit(?:y|ies)|likelihoods?|chances?|odds)\b[^:\n]{0,40}"
    r"(?::[ \u00a0]*|\b(?:of|that) )",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_ASKED_OF = re.compile(r"\b(?:that|of)\s(?=\w)")
_LINK = re.compile(r"\s(?:in|by|on|at|before|until|within|during|for)\s*$")
_PASSIVE = re.compile(r"\bbe\b")
_QUOTES = "\"'“”‘’«»"
_LETTERS = re.compile(r"[^\W\d_]+")
_POINTERS = frozenset(
    "it that this these those which who she he they them so such be do happen there what".split()
)
_PERSONS = frozenset("who she he they them".split())
_INFINITIVE = re.compile(r"to\s")
_JOINS = re.compile(r"(?:or|and|but|nor|than|as|if|though|because|when|either)\b|[.,;:!?)]")
_MOST_AHEAD = 160  # characters before a label that may hold the event's subject
_NEAR = 6  # characters between a statement and a date that belongs to it ("in", "by")


def event_place(scene: Scene, stated: Stated) -> list[Range]:
    """The event's words: those the form gives, those the parse gives, or a heading's."""
    base = scene.sentence.span.start
    if stated.event is not None:
        return [trimmed(scene, (base + stated.event[0], base + stated.event[1]))]
    if stated.answers and scene.before is not None:
        return [_asked_event(scene, scene.before.span)]
    if stated.line is not None:
        return [_before_label(scene, (base, base + stated.line)) or _from_heading(scene)]
    taken = stated.label or (stated.start, stated.end)
    label = (base + taken[0], base + taken[1])
    if stated.label and scene.report.text[label[0] - 1 : label[0]] == "(":
        return [_beside_bracket(scene, label) or _from_heading(scene)]
    found = event_of(scene.doc, base + stated.core, label, scene.within)
    pieces = [trimmed(scene, piece) for piece in found]
    named = [place for place in pieces if says(scene, place)]
    if named:
        return _resolved(scene, named, label)
    if scene.sentence.form == "sentence":
        passive = _before_passive(scene, stated, label)
        return [passive] if passive else _around(scene, label)
    return [_from_heading(scene)]


def _around(scene: Scene, label: Range) -> list[Range]:
    """The sentence, without a label that parts a subject from what it is likely to do."""
    whole = trimmed(scene, scene.within)
    after = _after(scene, label)
    if after is None or not _INFINITIVE.match(scene.report.text, after[0]):
        return [whole]
    before = trimmed(scene, (whole[0], label[0]))
    return [before, after] if says(scene, before) else [whole]


def _after(scene: Scene, label: Range) -> Range | None:
    """What follows a label in its sentence, past a closing mark; `None` where it breaks off."""
    start, end = label[1], scene.within[1]
    text = scene.report.text
    while start < end and text[start] in _QUOTES + " \u00a0":
        start += 1
    place = trimmed(scene, (start, end))
    if start >= end or place[0] != start or _JOINS.match(text, start) or not says(scene, place):
        return None
    return place


def _resolved(scene: Scene, named: list[Range], label: Range) -> list[Range]:
    """An event that is a bare pronoun as the words it points to; one without a subject whole."""
    words = [scene.report.text[start:end].lower() for start, end in named]
    said = [word for piece in words for word in _LETTERS.findall(piece)]
    if all(word in _POINTERS for word in said):
        return _pointed_to(scene, named, label, bool(set(said) & _PERSONS))
    if len(words) == 1 and words[0].startswith("to ") and label[0] > scene.within[0]:
        ahead = trimmed(scene, (scene.within[0], label[0]))
        if says(scene, ahead) and ahead[1] - ahead[0] <= _MOST_AHEAD:
            return [ahead, *named]
    return named


def _pointed_to(scene: Scene, named: list[Range], label: Range, person: bool) -> list[Range]:
    """The clause after the label; where there is none, what the sentence before says."""
    after = _after(scene, label)
    if after is not None:
        infinitive = _INFINITIVE.match(scene.report.text, after[0])
        return [*named, after] if infinitive else [after]
    before = scene.before
    if before is None or before.paragraph != scene.sentence.paragraph or person:
        return [trimmed(scene, scene.within)]
    return [trimmed(scene, (before.span.start, before.span.end))]


def _asked_event(scene: Scene, question: Span) -> Range:
    """What a question asks the likelihood of: its clause after "that" or "of", or all of it."""
    named = _ASKED_OF.search(question.exact)
    start = question.start + named.end() if named else question.start
    return trimmed(scene, (start, question.end))


def _before_passive(scene: Scene, stated: Stated, label: Range) -> Range | None:
    """The clause before "cannot be ruled out", where the parse does not join the two."""
    if stated.label is None or not _PASSIVE.search(scene.report.text[label[0] : label[1]]):
        return None
    start, end = trimmed(scene, (scene.within[0], label[0]))
    while end > start and scene.report.text[end - 1] in _QUOTES:
        start, end = trimmed(scene, (start, end - 1))
    return (start, end) if says(scene, (start, end)) else None


def _before_label(scene: Scene, place: Range) -> Range | None:
    """What stands before a line's label, where it names an event and no mere horizon."""
    start, end = place
    for mention in scene.dates:
        if start <= mention.start < end and mention.end >= end - 2:
            end = mention.start
    end -= len(scene.report.text[start:end]) - len(_LINK.sub("", scene.report.text[start:end]))
    return trimmed(scene, (start, end)) if says(scene, (start, end)) else None


def _beside_bracket(scene: Scene, label: Range) -> Range | None:
    """The clause after a bracket that holds a rank ("Plan A (most likely): …"), or before it."""
    start, end = scene.within
    text = scene.report.text
    if text[label[1] : label[1] + 2] == "):":
        after = trimmed(scene, (label[1] + 2, end))
        if says(scene, after):
            return after
    place = trimmed(scene, (start, label[0] - 1))
    return place if says(scene, place) else None


def _from_heading(scene: Scene) -> Range:
    """The event as the headings above put it, the nearest on likelihoods first; else the line."""
    above = [span for span in reversed(scene.sentence.section) if not is_line(span.exact[:200])]
    chosen = next((span for span in above if CONTEXT.search(span.exact)), None)
    if chosen is None:
        chosen = next(iter(above), scene.sentence.span)
    named = _HEADING_EVENT.search(chosen.exact)
    if named and _WORD.search(chosen.exact[named.end() :]):
        return trimmed(scene, (chosen.start + named.end(), chosen.end))
    return trimmed(scene, (chosen.start, chosen.end))


def hull(scene: Scene, stated: Stated, event: list[Range]) -> Range:
    """From the first to the last word of the statement, within its sentence."""
    start, end = scene.within
    base = scene.sentence.span.start
    if stated.answers:
        return base + stated.start, end
    inside = [place for place in event if start <= place[0] and place[1] <= end]
    bracketed = scene.report.text[base + stated.start - 1 : base + stated.start] == "("
    if stated.line is not None or bracketed or not inside:
        return start, end
    ends = [base + stated.end, *(place[1] for place in inside)]
    starts = [base + stated.start, *(place[0] for place in inside)]
    term = _TERM.search(scene.report.text, max(ends), min(end, max(ends) + 40))
    last = term.end() if term else _past_date(scene, max(ends))
    closes = scene.report.text[last : last + 1] == ")" and last < end
    return min(starts), last + closes


def _past_date(scene: Scene, at: int) -> int:
    """The end of a date that follows at once ("is unlikely before June"), else `at`."""
    end = scene.within[1]
    near = [m.end for m in scene.dates if at <= m.start <= at + _NEAR and m.end <= end]
    return min(near, default=at)


def horizon_of(scene: Scene, words: Range) -> When:
    """By when: the one date in the statement's words, or unknown with the reason."""
    start, end = scene.within
    chosen = [m for m in scene.dates if words[0] <= m.start and m.end <= words[1]]
    known = [mention for mention in chosen if mention.when.known]
    limits = [mention for mention in known if mention.when.start is None]
    known = limits if len(limits) == 1 else known
    if len(known) == 1 and not _is_over(scene, known[0].when):
        place = scene.span((known[0].start, known[0].end))
        return structs.replace(known[0].when, words=place)
    if len(known) > 1:
        return When.unknown("several dates stand in the sentence")
    term = _TERM.search(scene.report.text, start, end)
    if term:
        return When.unknown(f"no date is given for '{term.group()}'", scene.span(term.span()))
    if chosen and not known:
        return structs.replace(chosen[0].when, words=scene.span((chosen[0].start, chosen[0].end)))
    return When.unknown("no horizon is given")


def _is_over(scene: Scene, when: When) -> bool:
    """Whether a date is over by the day of the report, so that it can be no horizon."""
    published = scene.report.published
    return bool(when.end and published.start and when.end <= published.start)
