"""Where the reports differ, as lines for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from stemma.dossier.report_names import ReportNames
from stemma.dossier.sentences import Sentences
from stemma.dossier.terminal import rejection_lines, short, tally
from stemma.dossier.told import Pieces, in_sentences, words_in
from stemma.dossier.wording import counted, quoted
from stemma.model.claim import Difference, DifferenceKind, Variant, Verdict
from stemma.model.collation_document import ConflictsDocument
from stemma.model.span import Place

VERDICTS: dict[Verdict, tuple[str, str]] = {
    "conflict": ("Conflicts", "as they stand, they cannot all hold"),
    "unsure": ("Unsure", "a conflict or not: the reports do not tell"),
    "update": ("Updates", "a later version replaces an earlier one"),
    "spread": ("Spreads of estimates", "counts or estimates of different sources"),
    "different-scope": ("Different scope", "of a part and of the whole"),
    "different-stage": ("Different stage", "one further on than the other"),
    "compatible": ("Compatible", "put otherwise, and both may hold"),
    "not-compared": ("Not compared", "found, not held against each other"),
}
"""Verdicts in the order in which they are told, with what each means."""

_FOLDED = frozenset({"compatible", "not-compared"})
_FEW, _PLACES, _TAGS = 5, 3, 12


@dataclass(frozen=True)
class ToldLines:
    """A sentence with its value marked, and the reports that have it so."""

    pieces: Pieces
    where: str


@dataclass(frozen=True)
class ReadingLines:
    """A reading: its value, the sentences it stands in, and where else it stands."""

    value: str
    told: tuple[ToldLines, ...]
    more: str


@dataclass(frozen=True)
class DifferenceLines:
    """A difference: number and kind, what it is about, its readings, questions, reasons."""

    head: str
    readings: tuple[ReadingLines, ...]
    questions: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True)
class VerdictLines:
    """The differences of one verdict; those that matter little as a line each, or as a count."""

    title: str
    meaning: str
    differences: tuple[DifferenceLines, ...]
    folded: tuple[str, ...]


@dataclass(frozen=True)
class ConflictsTable:
    """What to print, in this order."""

    verdicts: tuple[VerdictLines, ...]
    nothing: str
    compared: tuple[str, ...]
    rejections: tuple[str, ...]
    limits: tuple[str, ...]
    counts: str


def conflicts_table(document: ConflictsDocument) -> ConflictsTable:
    """The lines for `document`; differences go by D1, D2, … in the order in which they stand."""
    return ConflictsTable(
        verdicts=tuple(_by_verdict(document)),
        nothing="" if document.differences else _nothing(document),
        compared=tuple(short(line) for line in document.compared),
        rejections=tuple(rejection_lines(document.rejections)),
        limits=tuple(short(limit) for limit in document.limits),
        counts=_counts(document),
    )


def _nothing(document: ConflictsDocument) -> str:
    if len(document.reports) < 2:
        return "Nothing to compare: there is one report."
    return "No difference found in what was compared, which is not to say that there is none."


def _by_verdict(document: ConflictsDocument) -> Iterator[VerdictLines]:
    places = _Places(document)
    number = 1
    for verdict, (title, meaning) in VERDICTS.items():
        own = [d for d in document.differences if d.verdict == verdict]
        if not own:
            continue
        numbered = list(enumerate(own, number))
        number += len(own)
        folds = verdict in _FOLDED
        yield VerdictLines(
            title=title,
            meaning=meaning,
            differences=() if folds else tuple(_difference(n, d, places) for n, d in numbered),
            folded=tuple(_folded(numbered, places.names)) if folds else (),
        )


class _Places:
    """Where readings stand, and the words there that make them what they are."""

    def __init__(self, document: ConflictsDocument) -> None:
        self.names = ReportNames(document.reports, document.stories)
        self._sentences = Sentences(document.sentences)
        found = (statement.stage_words for statement in document.statements)
        self._stages = frozenset(span for span in found if span is not None)

    def told(self, place: Place, kind: DifferenceKind) -> Pieces:
        """A place in its sentences; of a stage the words that tell it, of all else every word."""
        if kind == "stage":
            said = tuple(s for s in self._stages if any(part.holds(s) for part in place))
            if said:
                return in_sentences(tuple(sorted(said)), self._sentences)
        return in_sentences(place, self._sentences)


def _difference(number: int, difference: Difference, places: _Places) -> DifferenceLines:
    kind = () if difference.kind in difference.about.casefold() else (difference.kind,)
    beside = ", ".join((*kind, *places.names.stories_of(_reports(*difference.readings))))
    return DifferenceLines(
        head=short(f"D{number} {difference.about}" + (f" ({beside})" if beside else "")),
        readings=tuple(
            _reading(reading, difference.kind, places) for reading in difference.readings
        ),
        questions=tuple(short(question) for question in difference.reconcilable),
        because=tuple(short(line) for line in difference.because),
    )


def _reading(reading: Variant, kind: DifferenceKind, places: _Places) -> ReadingLines:
    """Its value, and its places by report, those in the same sentence put together."""
    names = places.names
    told: dict[str, tuple[Pieces, dict[str, None]]] = {}
    for place in sorted(reading.places, key=lambda p: names.number(p[0].report)):
        pieces = places.told(place, kind)
        _, reports = told.setdefault(words_in(pieces), (pieces, {}))
        reports[place[0].report] = None
    first = list(told.values())[:_PLACES]
    shown = {id_ for _, reports in first for id_ in reports}
    rest = dict.fromkeys(id_ for _, reports in told.values() for id_ in reports)
    return ReadingLines(
        value=short(reading.value),
        told=tuple(ToldLines(pieces, _where(list(reports), names)) for pieces, reports in first),
        more=_also([id_ for id_ in rest if id_ not in shown], len(told) - len(first), names),
    )


def _where(reports: list[str], names: ReportNames) -> str:
    """The first report in full, the others that have the very sentence by number and outlet."""
    line = names.origin(reports[0])
    others = [names.outlet(id_) for id_ in reports[1 : _TAGS + 1]]
    more = len(reports) - 1 - len(others)
    others += [f"{more} more"] if more > 0 else []
    return short(f"{line}; the same in {', '.join(others)}" if others else line)


def _also(reports: list[str], sentences: int, names: ReportNames) -> str:
    if not sentences:
        return ""
    tags = _tags(reports, names)
    line = f"and in {counted(sentences, 'other sentence')}"
    return f"{line}, of {tags} too" if tags else line


def _folded(numbered: list[tuple[int, Difference]], names: ReportNames) -> Iterator[str]:
    """A line each where they are few, else how many there are of each kind."""
    if len(numbered) > _FEW:
        kinds = Counter(difference.kind for _, difference in numbered)
        told = ", ".join(f"{kinds[kind]} of {kind}" for kind in sorted(kinds))
        yield f"{told}: --json and --csv give them all"
        return
    for number, difference in numbered:
        values = " / ".join(
            f"{quoted(reading.value)} ({_tags(_reports(reading), names)})"
            for reading in difference.readings
        )
        yield short(f"D{number} {difference.about}: {values}")


def _reports(*readings: Variant) -> list[str]:
    return list(dict.fromkeys(p[0].report for reading in readings for p in reading.places))


def _tags(reports: list[str], names: ReportNames) -> str:
    ordered = sorted(reports, key=names.number)
    tags = [names.tag(id_) for id_ in ordered[:_TAGS]]
    more = len(ordered) - len(tags)
    return ", ".join([*tags, *([f"{more} more"] if more > 0 else [])])


def _counts(document: ConflictsDocument) -> str:
    found: Counter[str] = Counter(difference.verdict for difference in document.differences)
    counts = [
        counted(len(document.reports), "report"),
        counted(len(document.stories), "story", "stories"),
        counted(len(document.differences), "difference") + tally(found, list(VERDICTS)),
    ]
    if document.rejections:
        counts.append(
            counted(len(document.rejections), "input gave no report", "inputs gave no report")
        )
    return ", ".join(counts)
