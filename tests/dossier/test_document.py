from __future__ import annotations

from msgspec.structs import replace

from stemma.dossier.document import to_document
from stemma.dossier.limits import MEASURED
from stemma.model.case import Case
from stemma.model.claim import Event
from stemma.model.document import Document
from stemma.model.reading import Carrier


def test_sources_are_resolved_by_the_cast(document: Document) -> None:
    """A source is the actor its words stand for; the outlet's own voice is the outlet."""
    sources = {s.id: s.source.actor for s in document.statements}
    assert sources["s1"] == sources["s2"] == sources["s3"] == "act-1"
    assert sources["s4"] == "act-3"
    assert sources["s6"] is None
    assert sources["s9"] is None


def test_what_nobody_says_has_no_place_and_a_reason(document: Document) -> None:
    """An unnamed source is null with the reason beside it."""
    source = {s.id: s.source for s in document.statements}["s7"]
    assert (source.actor, source.place, source.unnamed) == (None, None, "passive")


def test_a_carrier_takes_from_the_speaker(document: Document) -> None:
    """The first step of a chain leads from the speaker to who passed the words on."""
    (link,) = document.statements[0].carriers
    assert (link.from_, link.to, link.mode) == ("act-1", "act-2", "spoke-to")


def test_carriers_follow_each_other_by_step(case: Case) -> None:
    """A later step takes from the one before; after two side by side, from nobody in particular."""
    reading = case.corpus.readings[0]
    statement = reading.statements[0]
    (first,) = statement.carriers
    unknown = Carrier(name=None, mode="reportedly", place=first.place, step=0)
    last = replace(first, step=1)
    one = replace(statement, carriers=(first, last))
    two = replace(statement, carriers=(first, unknown, last))
    for changed, expected in ((one, "act-2"), (two, None)):
        readings = (replace(reading, statements=(changed,)), *case.corpus.readings[1:])
        after = to_document(replace(case, corpus=replace(case.corpus, readings=readings)))
        assert after.statements[0].carriers[-1].from_ == expected


def test_likelihoods_say_who_holds_them(document: Document) -> None:
    """Where no actor holds a likelihood the author of the report does."""
    assert [(x.holder.actor, x.holder.author_of) for x in document.likelihoods] == [
        (None, "rep-c"),
        (None, "rep-c"),
    ]


def test_events_of_both_stages_are_there_once(case: Case) -> None:
    """An event that two stages name has the places and scopes of both."""
    again = Event(id="ev-1", label="other", places=(), scopes=("first",))
    assessment = replace(case.assessment, events=(*case.assessment.events, again))
    events = {e.id: e for e in to_document(replace(case, assessment=assessment)).events}
    assert sorted(events) == ["ev-1", "ev-2"]
    assert events["ev-1"].label == "first sailing"
    assert (len(events["ev-1"].places), events["ev-1"].scopes) == (1, ("first",))


def test_a_limit_that_reports_share_is_said_once(document: Document) -> None:
    """Limits name the files they hold for; what holds of every dossier, with figures, is last."""
    assert document.limits == (
        "one table was not read (gazette.txt, courier.txt)",
        "languages other than English were not read",
        *MEASURED,
    )


def test_a_file_name_that_is_no_text_is_escaped(case: Case) -> None:
    """Bytes of a file name that are no UTF-8 cannot stop a dossier."""
    report, *rest = case.corpus.reports
    odd = (replace(report, file="a\udcff.txt"), *rest)
    document = to_document(replace(case, corpus=replace(case.corpus, reports=odd)))
    assert document.reports[0].file == "a\\udcff.txt"
