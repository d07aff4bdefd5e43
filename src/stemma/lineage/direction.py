"""Which of two reports came from the other: the signs, and what they come to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np

from stemma.lineage.alphabet import fold
from stemma.lineage.credits import Credit
from stemma.lineage.material import Marks, Material
from stemma.lineage.passages import Overlap, Run
from stemma.lineage.signs import DECIDES, Sign
from stemma.model.report import Report

_REVISED = re.compile(
    r"\b(?:updated?|corrects|corrected|correction|clarification|earlier version)\b", re.IGNORECASE
)
_NOTICE = 400
_AGENCY = re.compile(
    r"(?:the )?(?:ap|associated press|reuters|afp|agence france-presse|upi|tass|interfax"
    r"|ria novosti|xinhua|ansa|dpa|efe|kyodo|yonhap|.* agency|.* newswire|.* press association)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_CUT = 0.9
_PASSAGE = 30  # words that no two reporters write alike
_BEFORE, _BEHIND = 250, 80  # characters beside a passage in which its source is named


@dataclass(frozen=True)
class Pair:
    """Two reports that share words, and what bears on how they stand to one another.

    `credited` says that the one names the other's outlet as where it has its words from; `revised`
    that one says it is a new version, or that both have one address; `agency` that one of them is
    an agency's own copy; `shared_credits` names third parties that the words in common come from.
    """

    overlap: Overlap
    marks: Marks
    signs: tuple[Sign, ...]
    credited: bool
    one_outlet: bool
    revised: bool
    agency: bool
    shared_credits: tuple[str, ...]


def revised(report: Report) -> bool:
    """Whether the report says at its head or foot that it was updated or corrected."""
    text = report.text
    return bool(_REVISED.search(text[:_NOTICE]) or _REVISED.search(text[-_NOTICE:]))


def regard(overlap: Overlap, material: Material, credits_: dict[int, list[Credit]]) -> Pair:
    """Everything that bears on the order of two reports that share words."""
    names = material.names
    outlets = (names.outlet(overlap.a), names.outlet(overlap.b))
    reports = material.reports[overlap.a], material.reports[overlap.b]
    urls = (reports[0].url, reports[1].url)
    one_outlet, one_url = (side[0] is not None and side[0] == side[1] for side in (outlets, urls))
    one_outlet |= one_url
    notices = revised(reports[0]), revised(reports[1])
    time_signs = _by_time(*reports)
    agency_signs = [] if one_outlet else _by_agency(overlap, material)
    marks = material.marks(overlap)
    prose = marks.plain >= _PASSAGE
    credit_signs = [] if one_outlet else _by_credit(overlap, prose, material, credits_)
    time_signs, credit_signs = _reconcile(time_signs, agency_signs, credit_signs)
    signs = [
        *credit_signs,
        *time_signs,
        *_by_notice(reports, notices, one_outlet),
        *agency_signs,
        *([] if one_outlet or time_signs else _by_size(overlap, material)),
        *_by_letters(overlap, material),
    ]
    shared = _shared(overlap, material, credits_)
    return Pair(
        overlap=overlap,
        marks=marks,
        signs=tuple(signs),
        credited=bool(credit_signs),
        one_outlet=one_outlet,
        revised=one_url or any(notices),
        agency=bool(agency_signs),
        shared_credits=shared,
    )


def _reconcile(
    time: list[Sign], agency: list[Sign], credit: list[Sign]
) -> tuple[list[Sign], list[Sign]]:
    """The signs of time and of credit, where they speak against one another or the agency's."""
    # Agencies' copy is kept with the day of its last update, which others don't wait for.
    if {sign.ahead for sign in agency} & {not sign.ahead for sign in time}:
        time = []
    # Where what is credited came out later, another report of that outlet may be meant.
    later = {not sign.ahead for sign in time}
    return time, [replace(s, weight=DECIDES) if s.ahead in later else s for s in credit]


def _by_credit(
    overlap: Overlap, prose: bool, material: Material, credits_: dict[int, list[Credit]]
) -> list[Sign]:
    """A report that credits the other's outlet, or names it beside or in the words they share.

    In them a name tells only if they are `prose`, not quotations alone.
    """
    names = material.names
    signs = []
    for ahead, (source, copy) in ((True, (overlap.a, overlap.b)), (False, (overlap.b, overlap.a))):
        outlet = names.outlet(source)
        if outlet is None:
            continue
        given = next((c for c in credits_.get(copy, ()) if c.actor == outlet), None)
        file = material.reports[copy].file
        if given is not None:
            line = f"{file} credits {names.name(outlet)}: {_words(given)}"
            signs.append(Sign(ahead, 4, line, openly=not _taken_over(given, overlap, material)))
        elif prose and _named(overlap, ahead, outlet, material):
            line = f"the shared words name {names.name(outlet)}, whose report the other one is"
            signs.append(Sign(ahead, 3, line))
        elif _introduced(overlap, ahead, outlet, material):
            line = f"{file} names {names.name(outlet)} beside a passage that both have"
            signs.append(Sign(ahead, 3, line, openly=True))
    return signs


def _taken_over(credit: Credit, overlap: Overlap, material: Material) -> bool:
    """Whether the crediting words stand in a passage that both reports have."""
    second = credit.report == overlap.b
    spans = (material.span(credit.report, _first(r, second), r.length) for r in overlap.runs)
    return any(span.meets(part) for span in spans for part in credit.place)


def _introduced(overlap: Overlap, ahead: bool, outlet: str, material: Material) -> bool:
    """Whether the other's outlet is named right before a passage of some length or behind it."""
    at = overlap.b if ahead else overlap.a
    report, row = material.reports[at], material.rows[at]
    if not material.names.press(outlet):
        return False
    name = _plain(material.names.name(outlet))
    for run in overlap.runs:
        if run.length < _PASSAGE or row.quoted[_first(run, ahead)]:
            continue
        passage = material.span(at, _first(run, ahead), run.length)
        before = report.span(max(0, passage.start - _BEFORE), passage.start)
        behind = report.span(passage.end, min(len(report.text), passage.end + _BEHIND))
        for beside in (before, behind):
            if outlet in material.names.among(beside) or name in _plain(beside.exact):
                return True
    return False


def _plain(text: str) -> str:
    return f" {' '.join(fold(word) for word in _WORD.findall(text))} "


def _words(credit: Credit) -> str:
    return "“" + " … ".join(" ".join(span.exact.split()) for span in credit.place) + "”"


def _named(overlap: Overlap, ahead: bool, outlet: str, material: Material) -> bool:
    """Whether the words that both have name the outlet in the report that is not the outlet's.

    Not within a quotation: a speaker who names an outlet credits nobody.
    """
    copy = overlap.b if ahead else overlap.a
    row = material.rows[copy]
    for run in overlap.runs:
        first = _first(run, ahead)
        for span, actor in material.names.within(material.span(copy, first, run.length)):
            at = int(np.searchsorted(row.starts, span.start))
            if actor == outlet and not row.quoted[at]:
                return True
    return False


def _first(run: Run, second: bool) -> int:
    return run.b if second else run.a


def _by_time(one: Report, two: Report) -> list[Sign]:
    """The report whose last possible day is before the other's first is the earlier."""
    first, second = one.published, two.published
    if first.end is not None and second.start is not None and first.end < second.start:
        return [Sign(True, 2, f"{one.file} ({first.end}) is before {two.file} ({second.start})")]
    if second.end is not None and first.start is not None and second.end < first.start:
        return [Sign(False, 2, f"{two.file} ({second.end}) is before {one.file} ({first.start})")]
    return []


def _by_notice(
    reports: tuple[Report, Report], notices: tuple[bool, bool], one_outlet: bool
) -> list[Sign]:
    """The one report that says it is a new version is the later."""
    if notices[0] == notices[1]:
        return []
    later = reports[0 if notices[0] else 1]
    weight = 2 if one_outlet else 1
    return [Sign(notices[1], weight, f"{later.file} says that it was updated or corrected")]


def _by_agency(overlap: Overlap, material: Material) -> list[Sign]:
    """An agency's copy is there for others to run."""
    names = material.names
    found = [bool(_AGENCY.search(names.name(names.outlet(at)))) for at in (overlap.a, overlap.b)]
    if found[0] == found[1]:
        return []
    agency = names.name(names.outlet(overlap.a if found[0] else overlap.b))
    return [Sign(found[0], DECIDES, f"{agency} is an agency, whose copy others run")]


def _by_size(overlap: Overlap, material: Material) -> list[Sign]:
    """A report that is the other's beginning cut short, or a part of it, came from it.

    Where days tell the order they tell it better: a first short version is contained as well.
    """
    sizes = len(material.rows[overlap.a]), len(material.rows[overlap.b])
    short = sizes[1] < sizes[0]
    if min(sizes) > _CUT * max(sizes) or overlap.containment < _CUT:
        return []
    files = [material.reports[at].file for at in (overlap.a, overlap.b)]
    part, whole = files[1 if short else 0], files[0 if short else 1]
    last = max((_first(r, not short) + r.length for r in overlap.runs), default=0)
    first = min((_first(r, not short) for r in overlap.runs), default=0)
    if last <= _CUT * max(sizes) and first < (1 - _CUT) * max(sizes):
        return [Sign(short, 1, f"{part} is {whole} with its end cut off")]
    return [Sign(short, 1, f"{part} is contained in {whole}, which has more")]


def _by_letters(overlap: Overlap, material: Material) -> list[Sign]:
    """Accents are lost in copying, seldom put back."""
    marked = [_marked(overlap, second, material) for second in (False, True)]
    if (marked[0] > 1) == (marked[1] > 1) or min(marked) > 0:
        return []
    file = material.reports[overlap.b if marked[0] else overlap.a].file
    return [Sign(marked[0] > 0, 1, f"{file} has lost the accents of the shared words")]


def _marked(overlap: Overlap, second: bool, material: Material) -> int:
    at = overlap.b if second else overlap.a
    spans = (material.span(at, _first(run, second), run.length) for run in overlap.runs)
    marked = [span.exact for span in spans if not span.exact.isascii()]
    return sum(c.isalpha() and not c.isascii() for text in marked for c in text)


def _shared(
    overlap: Overlap, material: Material, credits_: dict[int, list[Credit]]
) -> tuple[str, ...]:
    """Agencies that neither report is of and that the words in common come from: names, sorted.

    They do where one report is credited to the agency as a whole, in a dateline or a line at its
    foot, and the other to no other one; or where the words in common themselves name it.
    """
    names = material.names
    own = {names.outlet(overlap.a), names.outlet(overlap.b)}
    sides = [
        {c.key: names.name(c.actor, c.name) for c in credits_.get(at, ()) if c.whole}
        for at in (overlap.a, overlap.b)
    ]
    sides = [{key: name for key, name in side.items() if key not in own} for side in sides]
    common = sides[0].keys() & sides[1].keys()
    if not common and not (sides[0] and sides[1]):
        common = sides[0].keys() | sides[1].keys()
    found = {(sides[0] | sides[1])[key] for key in common}
    for run in overlap.runs:
        for actor in names.among(material.span(overlap.a, run.a, run.length)):
            agency = names.kind(actor) == "outlet" and _AGENCY.fullmatch(names.name(actor))
            if agency and actor not in own:
                found.add(names.name(actor))
    return tuple(sorted(found))
