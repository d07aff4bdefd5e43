"""Where a report says through whom its words came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stemma.lineage.alphabet import fold
from stemma.lineage.names import Names, is_press
from stemma.model.reading import Carrier, Reading, Statement
from stemma.model.report import Report
from stemma.model.span import Place, Span

# Whom one speaks before, rather than to: the last word before a preposition ("conference in").
_AUDIENCES = frozenset(
    """assembly audience chamber chambers committee conference congress convention council court
    crowd deputies house inquiry journalists jury lawmakers meeting members mps parliament press
    rally reporters senate senators session summit supporters voters""".split()
)
_PREPOSITIONS = frozenset("after at before during for in near of on outside with".split())
_BODIES = frozenset(
    """authority bank board bureau commission committee council court department federation
    government institute ministry office parliament party police senate service staff union
    university""".split()
)
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december""".split()
)
DOCUMENT = (
    r"(?:analysis|assessment|audit|contract|census|database|document|documents|draft|e-?mails?"
    r"|estimate|file|files|inquiry|leaflet|letter|manifesto|memo|memorandum|minutes|poll|records"
    r"|recording|report|review|statement|study|survey|tally|transcript)"
)
"""A pattern of words for a document that a report may lean on."""
_DATELINE = re.compile(r"\((?P<name>[A-Z][A-Za-z .]{1,24})\)\s*[-–—](?![\w-])")
_CONTRIBUTED = re.compile(
    r"(?:(?P<name>(?:The )?[A-Z][\w.]+(?: [A-Z][\w.]+){0,3}?)(?:'s|’s)?(?: (?:writers?|reporters?"
    r"|correspondents?|journalists?|staff)\b[^.\n]{0,120}?)? contributed to this)"
)
_CREDITING = re.compile(
    r"\b(?:told|tells|telling|interview with|interview to|quoted by|quoted in|cited by|citing"
    r"|reported by|reported in|spoke to|spoke with|speaking to|published by|published in"
    r"|according to|remarks to|comments to)"
    r"\s(?:the\s)?(?:[a-z]+\s){0,2}$",
    re.IGNORECASE,
)
_TOLD = re.compile(r"(?:told|tells|telling|interview (?:with|to))\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"(?:['’]s [A-Z][\w-]+ [A-Z][\w-]+)?,? (?:(?:has|had|first|also|previously) ){0,2}reported\b"
    r"|,? (?:news|press) agency (?:said|says|reports|reported)\b"
)
_AGENCY_NAMED = re.compile(r"\b[A-Z][\w-]+ (?:news|press) agency$")
_REACH = 48  # characters before an outlet's name in which words of crediting stand
_DOCUMENT = re.compile(DOCUMENT)
_DETERMINER = re.compile(r"^(?:the|an?|its|his|her|their)\s")
_DATELINE_WITHIN = 2_000


@dataclass(frozen=True)
class Credit:
    """One place where report number `report` says through whom its words came.

    `name` are the words that name the carrier and `actor` is who that is; `speaker` is the actor
    whose words it carried, `interview` whether that actor spoke to it; `content` are the words
    carried; `whole` marks a line that credits the whole report. `through` is the key of another
    carrier through whom the words came on to the report, if there is one.
    """

    report: int
    name: Span
    actor: str | None
    place: Place
    interview: bool = False
    speaker: str | None = None
    content: Place = ()
    whole: bool = False
    through: str | None = None

    @property
    def key(self) -> str:
        """What credits of one carrier have in common."""
        return self.actor or _DETERMINER.sub("", fold(" ".join(self.name.exact.split())))


def find_credits(
    reports: Sequence[Report], readings: Sequence[Reading], names: Names
) -> list[Credit]:
    """Every carrier that a report names, report by report in reading order."""
    found: list[Credit] = []
    for at, (report, reading) in enumerate(zip(reports, readings, strict=True)):
        here = [*_lines(at, report, reading, names), *_carried(at, reading, names)]
        here += _spoken(at, reading, names, {credit.key for credit in here})
        here += _said(at, report, reading, names, here)
        found += [credit for credit in here if not _own(credit, names)]
    return found


def _own(credit: Credit, names: Names) -> bool:
    """Whether it is the report's own outlet that the words name."""
    return credit.actor is not None and credit.actor == names.outlet(credit.report)


def _lines(at: int, report: Report, reading: Reading, names: Names) -> Iterator[Credit]:
    """What credits the whole report: a line at its foot, an agency in its dateline."""
    for carrier in reading.credits:
        if carrier.name is not None and _names(carrier, names):
            actor = names.carrier(carrier.name)
            yield Credit(at, carrier.name, actor, carrier.place, whole=True)
    known = [c.name for c in reading.credits if c.name is not None]
    for pattern, start, end in (
        (_DATELINE, 0, _DATELINE_WITHIN),
        (_CONTRIBUTED, max(0, len(report.text) - _DATELINE_WITHIN), len(report.text)),
    ):
        match = pattern.search(report.text, start, end)
        if match is not None:
            name = report.span(*match.span("name"))
            actor = names.actor(name)
            if names.kind(actor) != "person" and not any(name.meets(span) for span in known):
                yield Credit(at, name, actor, (report.span(*match.span()),), whole=True)


def _carried(at: int, reading: Reading, names: Names) -> Iterator[Credit]:
    """The named carriers of each statement; the nearest to the report passed on the others."""
    for statement in reading.statements:
        found = [
            (carrier, _carrier(at, carrier, statement, names))
            for carrier in statement.carriers
            if _names(carrier, names)
        ]
        last = max((carrier.step for carrier, _ in found), default=None)
        teller = names.actor(statement.source[0]) if statement.source else None
        for carrier, credit in found:
            nearest = [c.key for other, c in found if other.step == last]
            through = nearest[0] if carrier.step != last else None
            if teller is not None and names.kind(teller) == "outlet":
                through = teller
            yield replace(credit, through=through if through != credit.key else None)


def _carrier(at: int, carrier: Carrier, statement: Statement, names: Names) -> Credit:
    name = carrier.name or carrier.place[0]
    return Credit(
        report=at,
        name=name,
        actor=names.carrier(name),
        place=carrier.place or (name,),
        interview=carrier.mode == "spoke-to",
        speaker=_speaker(statement, names),
        content=statement.content,
    )


def _speaker(statement: Statement, names: Names) -> str | None:
    actor = names.actor(statement.source[0]) if statement.source else None
    return actor if names.kind(actor) == "person" else None


def _names(carrier: Carrier, names: Names) -> bool:
    """Whether the carrier is somebody in particular that words can come through."""
    if carrier.name is None or carrier.mode == "other":
        return False
    words = fold(carrier.name.exact).split()
    if not words or any(word in _CALENDAR or word.isdigit() for word in words):
        return False
    if is_audience(carrier):
        return False
    actor = names.carrier(carrier.name)
    if actor is None:
        named = any(c.isupper() for c in carrier.name.exact)
        last = carrier.name.exact.split()[-1]
        document = _DOCUMENT.fullmatch(words[-1]) is not None
        return named and (document or (last[0].isupper() and is_press(carrier.name.exact)))
    if names.press(actor) and not _BODIES & set(fold(names.name(actor)).split()):
        return True
    if names.kind(actor) in ("person", "place", "group"):
        return False
    return carrier.mode != "spoke-to"


def is_audience(carrier: Carrier) -> bool:
    """Whether a carrier is whom somebody spoke before: an occasion, not a source to credit."""
    if carrier.mode != "spoke-to" or carrier.name is None:
        return False
    words = fold(carrier.name.exact).split()
    end = next((at for at, word in enumerate(words) if at and word in _PREPOSITIONS), len(words))
    return bool(words) and words[end - 1] in _AUDIENCES


def _spoken(at: int, reading: Reading, names: Names, known: set[str]) -> Iterator[Credit]:
    """Statements that a report puts forward as an outlet's ("the Daily Vale notes")."""
    for statement in reading.statements:
        if not statement.source or statement.own_voice:
            continue
        span = statement.source[0]
        agency = _AGENCY_NAMED.search(span.exact) is not None
        actor = names.carrier(span) if agency else names.actor(span)
        place = (span, *statement.cue)
        if agency or names.press(actor):
            yield Credit(at, span, actor, place, content=statement.content)
        elif actor is None or names.kind(actor) in ("person", "place", "group"):
            continue
        elif names.publishes(actor) or actor in known:
            yield Credit(at, span, actor, place, content=statement.content)


def _said(
    at: int, report: Report, reading: Reading, names: Names, known: Sequence[Credit]
) -> Iterator[Credit]:
    """Outlets named behind words of crediting, wherever no statement was read with them."""
    taken = sorted((c.name.start, c.name.end) for c in known)
    for sentence in reading.sentences:
        for span, actor in names.within(sentence.span):
            if not names.press(actor):
                continue
            match = _crediting(report, sentence.span, span)
            if match is None or any(s < span.end and span.start < e for s, e in taken):
                continue
            yield Credit(
                report=at,
                name=span,
                actor=actor,
                place=(match,),
                interview=_TOLD.match(match.exact) is not None,
                content=(sentence.span,),
            )


def _crediting(report: Report, sentence: Span, name: Span) -> Span | None:
    """The words of crediting with the outlet's name that they stand before or behind."""
    before = _CREDITING.search(report.text, max(sentence.start, name.start - _REACH), name.start)
    if before is not None:
        return report.span(before.start(), name.end)
    behind = _REPORTED.match(report.text, name.end, sentence.end)
    return report.span(name.start, behind.end()) if behind is not None else None
