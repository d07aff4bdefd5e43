from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, is_dataclass
from typing import Any

from msgspec.structs import replace

from stemma.dossier.conflicts_table import conflicts_table
from stemma.model.claim import Difference, Verdict
from stemma.model.collation_document import ConflictsDocument


def _of(document: ConflictsDocument, *verdicts: Verdict) -> ConflictsDocument:
    first = document.differences[0]
    found = tuple(
        replace(first, id=f"dif-{n}", verdict=verdict) for n, verdict in enumerate(verdicts)
    )
    return replace(document, differences=found)


def test_what_matters_most_comes_first(conflicts_document: ConflictsDocument) -> None:
    """Conflicts, unsure, updates, spreads, scope, stage, and last what is compatible."""
    order: tuple[Verdict, ...] = (
        *("conflict", "unsure", "update", "spread"),
        *("different-scope", "different-stage", "compatible"),
    )
    table = conflicts_table(_of(conflicts_document, *reversed(order)))
    titles = [verdict.title for verdict in table.verdicts]
    assert titles == [
        *("Conflicts", "Unsure", "Updates", "Spreads of estimates"),
        *("Different scope", "Different stage", "Compatible"),
    ]
    heads = [d.head for verdict in table.verdicts for d in verdict.differences]
    assert [head.split()[0] for head in heads] == ["D1", "D2", "D3", "D4", "D5", "D6"]


def test_a_reading_has_its_value_marked_where_it_stands(
    conflicts_document: ConflictsDocument,
) -> None:
    """In its sentence, with report, outlet and day."""
    conflicts, spread = conflicts_table(conflicts_document).verdicts
    (difference,) = conflicts.differences
    assert difference.head == "D1 the first sailing (date)"
    (told,) = difference.readings[0].told
    assert [(piece.text, piece.style) for piece in told.pieces] == [
        ("It first sailed in ", ""),
        ("1931", "hit"),
        (".", ""),
    ]
    assert told.where == "R1 The Gazette, 3 Mar 2031"
    assert difference.questions == ("Was the line opened a year after the first sailing?",)
    assert difference.because == ("one event, two years",)
    assert spread.differences[0].head == "D2 people who depend on the ferry (number)"


def test_of_several_stories_the_one_is_named(conflicts_document: ConflictsDocument) -> None:
    """By its number in the family tree; where all reports are of one there is no need."""
    (story,) = conflicts_document.stories
    stories = (
        replace(story, id="story-0", reports=("rep-c",)),
        replace(story, reports=("rep-a", "rep-b")),
    )
    conflicts, _ = conflicts_table(replace(conflicts_document, stories=stories)).verdicts
    assert conflicts.differences[0].head == "D1 the first sailing (date, S2)"


def test_one_sentence_in_two_reports_is_told_once(conflicts_document: ConflictsDocument) -> None:
    """With both reports; what has no room is counted with its reports."""
    difference = conflicts_document.differences[0]
    first, second = difference.readings
    (span,) = first.places[0]
    copy = replace(span, report="rep-b")
    sentence = next(s for s in conflicts_document.sentences if s.holds(span))
    document = replace(
        conflicts_document,
        differences=(
            replace(
                difference,
                readings=(replace(first, places=((span,), (copy,))), second),
            ),
        ),
        sentences=(*conflicts_document.sentences, replace(sentence, report="rep-b")),
    )
    (conflicts,) = conflicts_table(document).verdicts
    reading = conflicts.differences[0].readings[0]
    assert [told.where for told in reading.told] == [
        "R1 The Gazette, 3 Mar 2031; the same in R2 Island Courier"
    ]
    assert reading.more == ""


def test_sentences_without_room_are_counted(conflicts_document: ConflictsDocument) -> None:
    """Three are told; that there are more is said, with their reports."""
    difference = conflicts_document.differences[0]
    first, second = difference.readings
    (span,) = first.places[0]
    places = tuple((replace(span, report="rep-b", exact=f"{n}"),) for n in range(5))
    wide = replace(first, places=(*first.places, *places))
    document = replace(
        conflicts_document, differences=(replace(difference, readings=(wide, second)),)
    )
    (conflicts,) = conflicts_table(document).verdicts
    reading = conflicts.differences[0].readings[0]
    assert len(reading.told) == 3
    assert reading.more == "and in 3 other sentences"


def test_few_compatible_ones_are_a_line_each_and_many_a_count(
    conflicts_document: ConflictsDocument,
) -> None:
    """Spellings do not push conflicts off the screen."""
    few = conflicts_table(_of(conflicts_document, "compatible", "compatible")).verdicts[0]
    assert few.differences == ()
    assert few.folded[0] == "D1 the first sailing: “1931” (R1) / “1932” (R2)"
    many_times: list[Verdict] = ["compatible"] * 9
    many = conflicts_table(_of(conflicts_document, *many_times)).verdicts[0]
    assert many.folded == ("9 of date: --json and --csv give them all",)


def test_nothing_found_is_not_that_there_is_nothing(
    conflicts_document: ConflictsDocument,
) -> None:
    """It says so, and what was compared; a single report was compared with none."""
    table = conflicts_table(replace(conflicts_document, differences=()))
    assert table.verdicts == ()
    assert table.nothing.startswith("No difference found in what was compared")
    assert table.compared == ("dates and numbers of 2 reports",)
    assert "0 differences" in table.counts
    one = replace(
        conflicts_document, differences=(), reports=conflicts_document.reports[:1], stories=()
    )
    assert conflicts_table(one).nothing == "Nothing to compare: there is one report."


def test_of_a_stage_the_words_that_tell_it_are_marked(
    conflicts_document: ConflictsDocument,
) -> None:
    """Not all of the statement that is so far on."""
    difference = conflicts_document.differences[0]
    sentence = next(s for s in conflicts_document.sentences if s.exact.startswith("The line"))
    at = sentence.exact.index("was opened")
    words = replace(
        sentence, start=sentence.start + at, end=sentence.start + at + 10, exact="was opened"
    )
    statements = tuple(
        replace(s, stage_words=words if s.id == "s7" else None)
        for s in conflicts_document.statements
    )
    first, second = difference.readings
    staged = replace(
        difference,
        kind="stage",
        readings=(first, replace(second, places=((sentence,),))),
    )
    document = replace(conflicts_document, statements=statements, differences=(staged,))
    (conflicts,) = conflicts_table(document).verdicts
    told = conflicts.differences[0].readings[1].told[0]
    assert [piece.text for piece in told.pieces if piece.style == "hit"] == ["was opened"]


def test_nothing_in_it_can_act_on_a_terminal(conflicts_document: ConflictsDocument) -> None:
    """Escapes, bells and direction overrides of a value, an outlet or a reason are left out."""
    bad = "\x1b[31m\x07\u202e\x9b2Jtext"
    worse = replace(
        conflicts_document,
        reports=tuple(replace(r, outlet=bad, file=bad) for r in conflicts_document.reports),
        differences=tuple(_worse(d, bad) for d in conflicts_document.differences),
    )
    lines = list(_strings(conflicts_table(worse)))
    assert sum(line.endswith("text") for line in lines) > 3
    assert not set("".join(lines)) & set("\x1b\x07\x9b\u202e")


def _worse(difference: Difference, bad: str) -> Difference:
    readings = tuple(replace(reading, value=bad) for reading in difference.readings)
    return replace(difference, readings=readings, about=bad, reconcilable=(bad,), because=(bad,))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _strings(astuple(value))
    else:
        for item in value:
            yield from _strings(item)
