from __future__ import annotations

import pytest
from msgspec.structs import replace

from stemma.dossier.index import Index
from stemma.dossier.voices import chain, cue, hear, together, topics
from stemma.model.document import AttributedStatement, Document


@pytest.fixture
def index(document: Document) -> Index:
    """The sample's index."""
    return Index(document)


@pytest.fixture
def said(document: Document) -> dict[str, AttributedStatement]:
    """The sample's statements by id."""
    return {statement.id: statement for statement in document.statements}


def test_each_statement_is_heard_once(document: Document, index: Index) -> None:
    """Every statement stands in exactly one group."""
    voices = hear(document, index)
    grouped = [
        s.id
        for group in (voices.actors, voices.analysts, voices.outlets)
        for voice in group
        for s in voice.statements
    ]
    grouped += [s.id for s in (*voices.others, *voices.unnamed)]
    assert sorted(grouped) == sorted(s.id for s in document.statements)


def test_analysts_are_apart_from_outlets(document: Document, index: Index) -> None:
    """What an analysis says itself is never under an outlet's own voice."""
    voices = hear(document, index)
    assert [voice.report and voice.report.genre for voice in voices.analysts] == ["analysis"]
    assert [voice.name for voice in voices.outlets] == ["The Gazette"]


def test_a_chain_leads_from_the_speaker_to_the_report(
    said: dict[str, AttributedStatement], index: Index
) -> None:
    """Speaker, those who passed the words on, the outlet with its label."""
    assert chain(said["s1"], index) == ("Ada Brandt", "Harbour Post", "The Gazette (R1)")
    assert chain(said["s6"], index) == ("unnamed officials", "Island Courier (R2)")
    assert chain(said["s9"], index) == ("R3",)


def test_side_by_side_carriers_are_one_station(
    said: dict[str, AttributedStatement], index: Index
) -> None:
    """Two who passed the same words on stand side by side, not one after the other."""
    (link,) = said["s1"].carriers
    beside = replace(said["s1"], carriers=(link, replace(link, to="act-3")))
    assert chain(beside, index)[1] == "Harbour Post and The Gazette"


def test_the_same_words_of_one_speaker_are_put_together(
    said: dict[str, AttributedStatement], index: Index
) -> None:
    """Copies do not lengthen the list, whatever quotation marks they set; others stay apart."""
    first = said["s2"]
    (span,) = first.content
    bare = replace(span, start=span.start + 1, end=span.end - 1, exact=span.exact[1:-1])
    copy = replace(first, id="copy", content=(bare,))
    other = replace(copy, id="other", source=said["s6"].source)
    assert together((first, said["s3"], copy, other), index) == (
        (first, copy),
        (said["s3"],),
        (other,),
    )


def test_a_cue_that_fits_no_sentence_is_left_out(said: dict[str, AttributedStatement]) -> None:
    """A colon, or "according to", can not stand between a speaker and the words."""
    place = said["s1"].cue
    assert place is not None
    assert cue(said["s1"]) == "told"
    for words in (":", "according to", "According"):
        assert cue(replace(said["s1"], cue=(replace(place[0], exact=words),))) == ""
    assert cue(replace(said["s1"], cue=(replace(place[0], exact="went on:"),))) == "went on"


def test_conditions_are_found_whatever_a_statement_is(document: Document) -> None:
    """A promise with a condition is told among the conditions, with its kind unchanged."""
    found = {topic.title: [s.id for s in topic.statements] for topic in topics(document)}
    assert found["Conditions"] == ["s1", "s8"]
    assert found["Expected reactions and effects"] == ["s9"]


def test_what_is_told_of_another_came_through_the_teller(document: Document) -> None:
    """A statement within another's content has the outer speaker between itself and the report."""
    told = [replace(s, within="s1") if s.id == "s6" else s for s in document.statements]
    index = Index(replace(document, statements=tuple(told)))
    outer = chain(index.statements["s1"], index)
    assert chain(index.statements["s6"], index) == ("unnamed officials", *outer)
