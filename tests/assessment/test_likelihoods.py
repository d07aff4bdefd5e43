"""Likelihoods across reports: one event only for the same words, copies counted once."""

from __future__ import annotations

from datetime import date

from stemma.assessment.likelihoods import find_likelihoods, stems
from stemma.model.cast import Actor, Cast, Reference
from stemma.model.corpus import Corpus
from stemma.model.lineage import Lineage
from stemma.model.reading import Estimate, Reading
from stemma.model.report import Report
from stemma.model.span import words_of
from stemma.model.when import When

NEVER = When.unknown("the test gives none")


def report(number: int, text: str, day: int | None = None) -> Report:
    """A report published on a day of March 2026, or undated."""
    published = NEVER
    if day is not None:
        at = date(2026, 3, day)
        published = When(kind="day", start=at, end=at, resolved="as written")
    return Report(
        id=f"r{number}", file=f"{number}.txt", sha256="0" * 64, published=published,
        language="en", genre="analysis", text=text,
    )  # fmt: skip


def estimate(source: Report, words: str, event: str, **other: object) -> Estimate:
    """An estimate in a report's words."""

    def place(part: str) -> tuple[int, int]:
        start = source.text.index(part)
        return start, start + len(part)

    horizon = NEVER
    if "horizon" in other:
        said = source.span(*place(str(other["horizon"])))
        horizon = When(kind="interval", end=date(2030, 12, 31), words=said, resolved="as written")
    low = other.get("low")
    return Estimate(
        id=f"{source.id}:e{source.text.index(words)}",
        words=source.span(*place(words)),
        holder=(source.span(*place(str(other["holder"]))),) if "holder" in other else (),
        event=(source.span(*place(event)),),
        scopes=tuple(str(other.get("scopes", "")).split()),
        horizon=horizon,
        as_of=NEVER,
        low=float(str(low)) if low is not None else None,
        high=float(str(low)) if low is not None else None,
    )


def corpus(
    reports: list[Report], estimates: list[list[Estimate]], cast: Cast | None = None
) -> Corpus:
    """Reports with their estimates."""
    readings = [
        Reading(report=r.id, estimates=tuple(e)) for r, e in zip(reports, estimates, strict=True)
    ]
    return Corpus(
        reports=tuple(reports), readings=tuple(readings), cast=cast or Cast(), lineage=Lineage()
    )


def test_same_words_are_one_event() -> None:
    """Words for an event that differ by horizon and ending alone are about one event."""
    text = "Velland leaves the pact by 2030: 10%. The chance of Velland leaving the pact is 20%."
    source = report(1, text)
    first = estimate(
        source, text[:36], "Velland leaves the pact by 2030", horizon="by 2030", low=0.1
    )
    second = estimate(source, text[38:], "Velland leaving the pact", low=0.2)
    likelihoods, (event,) = find_likelihoods(corpus([source], [[first, second]]))
    assert [item.event for item in likelihoods] == [event.id, event.id]
    assert event.label == "Velland leaves the pact"
    assert [words_of(place) for place in event.places] == [
        "Velland leaves the pact", "Velland leaving the pact",
    ]  # fmt: skip


def test_scope_tells_events_apart() -> None:
    """The same words with another scope, and other words, are other events."""
    text = "A full exit: 5%. An exit: 10%. A breach: 20%."
    source = report(1, text)
    found = [
        estimate(source, "A full exit: 5%", "full exit", scopes="full", low=0.05),
        estimate(source, "An exit: 10%", "exit", low=0.1),
        estimate(source, "A breach: 20%", "breach", low=0.2),
    ]
    likelihoods, events = find_likelihoods(corpus([source], [found]))
    assert len({item.event for item in likelihoods}) == len(events) == 3


def test_scopes_never_repeat_the_event() -> None:
    """A likelihood shows the scopes that its event's label does not hold; the event keeps all."""
    text = "Treaty outlook. A full exit: 5%."
    source = report(1, text)
    found = [estimate(source, "A full exit: 5%", "full exit", scopes="full treaty", low=0.05)]
    (likelihood,), (event,) = find_likelihoods(corpus([source], [found]))
    assert event.scopes == ("full", "treaty")
    assert likelihood.scopes == ("treaty",)


def test_copies_count_once() -> None:
    """A likelihood repeated word for word is one, that of the report that came first."""
    text = "There is a ten per cent chance of an early vote."
    later, first = report(1, text, day=9), report(2, f"Copied. {text}", day=4)
    both = [[estimate(r, text, "an early vote", low=0.1)] for r in (later, first)]
    (found,), (event,) = find_likelihoods(corpus([later, first], both))
    assert found.author_of == "r2"
    assert {place[0].report for place in event.places} == {"r1", "r2"}


def test_short_lines_are_no_copies() -> None:
    """A few equal words in two reports are two likelihoods."""
    one, two = report(1, "Exit: Low"), report(2, "Exit: Low")
    both = [[estimate(r, "Exit: Low", "Exit")] for r in (one, two)]
    likelihoods, _ = find_likelihoods(corpus([one, two], both))
    assert [item.author_of for item in likelihoods] == ["r1", "r2"]


def test_holder_is_an_actor_or_the_author() -> None:
    """Who is named holds the likelihood; else the report's author does."""
    text = "Marr sees a ten per cent chance of a vote. A split is unlikely."
    source = report(1, text)
    cast = Cast(
        actors=(Actor(id="a1", name="Marr", names=("Marr",), kind="person"),),
        references=(Reference(span=source.span(0, 4), actor="a1"),),
    )
    made = [
        estimate(source, text[:42], "a vote", holder="Marr", low=0.1),
        estimate(source, text[43:], "A split"),
    ]
    (named, own), _ = find_likelihoods(corpus([source], [made], cast))
    assert (named.actor, named.author_of) == ("a1", None)
    assert (own.actor, own.author_of) == (None, "r1")


def test_stems_keep_what_tells_events_apart() -> None:
    """Endings and small words go; words for deeds, things and scopes stay."""
    assert stems("will Velland be leaving the pacts") == stems("Velland leaves the pact")
    assert stems("a full exit") != stems("an exit")
    assert stems("leaving the pact") != stems("leaving the command")
