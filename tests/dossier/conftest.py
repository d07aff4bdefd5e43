"""Cases made by hand, about invented people and outlets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from stemma.model.assessment import (
    Assessment,
    AuditEntry,
    Finding,
    Likelihood,
    Option,
    Position,
    Relation,
    Status,
)
from stemma.model.case import Case
from stemma.model.cast import Actor, Cast, Reference, Role
from stemma.model.claim import (
    Claim,
    Collation,
    Difference,
    Event,
    Origins,
    Retelling,
    TimelineEntry,
    Variant,
)
from stemma.model.corpus import Corpus
from stemma.model.lineage import Derivation, Lineage, Passage, Source, Story
from stemma.model.reading import Carrier, Number, Reading, Statement
from stemma.model.report import Rejection, Report, Stripped
from stemma.model.span import Span
from stemma.model.when import When

GAZETTE = """Minister may close the ferry line

Transport minister Ada Brandt told the Harbour Post on Monday that she could close the Norland ferry if the harbour is not repaired.
“We would close it only as a last resort,” Brandt said.
About 300 people depend on the ferry, she said. It first sailed in 1931.

Subscribe to our letter"""

COURIER = """Minister to close the Norland ferry

The minister will close the ferry to Norland, the Harbour Post reports.
Some 500 islanders depend on it, according to unnamed officials. The line was opened in 1932."""

REVIEW = """What next for Norland?

A full closure this year: unlikely (10–15%)
A full closure within three years: very unlikely (15–20%)
If the harbour fails, the mail will come by air. Critics will call it neglect."""


def find(report: Report, words: str) -> Span:
    """The span of the first place where `words` stand in `report`."""
    start = report.text.index(words)
    return report.span(start, start + len(words))


def day(year: int, month: int, number: int) -> When:
    """A day as a date that stands in the text as it is."""
    exact = date(year, month, number)
    return When(kind="day", start=exact, end=exact, resolved="as written")


def year(number: int, words: Span | None = None) -> When:
    """A whole year."""
    start, end = date(number, 1, 1), date(number, 12, 31)
    return When(kind="year", start=start, end=end, words=words, resolved="as written")


UNDATED = When.unknown("no date is given")


def say(id_: str, content: Span, **fields: object) -> Statement:
    """A statement with the plainest value for whatever is not given."""
    defaults: dict[str, object] = {
        "quote": "none",
        "kind": "fact",
        "polarity": "affirmed",
        "modality": "unknown",
        "stage": "unknown",
        "when": UNDATED,
        "said": UNDATED,
    }
    values = defaults | fields
    return Statement(id=id_, report=content.report, content=(content,), **values)  # type: ignore[arg-type]


@pytest.fixture
def reports() -> tuple[Report, Report, Report]:
    """Two news reports of one story and an analysis."""
    gazette = Report(
        id="rep-a",
        file="gazette.txt",
        sha256="a" * 64,
        url="https://gazette.example/ferry?a=1&b=2",
        outlet="The Gazette",
        title="Minister may close the ferry line",
        published=day(2031, 3, 3),
        language="en",
        genre="news",
        text=GAZETTE,
    )
    cut = Stripped(span=find(gazette, "Subscribe to our letter"), reason="navigation")
    return (
        Report(
            **{name: getattr(gazette, name) for name in gazette.__struct_fields__}
            | {"stripped": (cut,)}
        ),
        Report(
            id="rep-b",
            file="courier.txt",
            sha256="b" * 64,
            outlet="Island Courier",
            title="Minister to close the Norland ferry",
            published=day(2031, 3, 4),
            language="en",
            genre="news",
            text=COURIER,
        ),
        Report(
            id="rep-c",
            file="review.txt",
            sha256="c" * 64,
            title="What next for Norland?",
            published=UNDATED,
            language="en",
            genre="analysis",
            text=REVIEW,
        ),
    )


@pytest.fixture
def case(reports: tuple[Report, Report, Report]) -> Case:
    """A small case with something in every section."""
    corpus = Corpus(
        reports=reports, readings=_readings(reports), cast=_cast(reports), lineage=_lineage(reports)
    )
    return Case(
        question="Will the Norland ferry close?",
        corpus=corpus,
        rejections=(Rejection(file="scan.pdf", reason="unsupported", detail="give its text"),),
        collation=_collation(reports),
        assessment=_assessment(reports),
        models={"parser": "d" * 64},
    )


def _readings(reports: tuple[Report, Report, Report]) -> tuple[Reading, ...]:
    a, b, c = reports
    reported = (
        say(
            "s1",
            find(a, "she could close the Norland ferry if the harbour is not repaired"),
            source=(find(a, "Transport minister Ada Brandt"),),
            carriers=(
                Carrier(
                    name=find(a, "the Harbour Post"),
                    mode="spoke-to",
                    place=(find(a, "told the Harbour Post"),),
                ),
            ),
            cue=(find(a, "told"),),
            quote="indirect",
            kind="commitment",
            modality="conditional",
            stage="considered",
            conditions=(find(a, "if the harbour is not repaired"),),
        ),
        say(
            "s2",
            find(a, "“We would close it only as a last resort,”"),
            source=(
                find(a, "Brandt said").report
                and a.span(a.text.index("Brandt said"), a.text.index("Brandt said") + 6),
            ),
            quote="direct",
        ),
        say(
            "s3",
            find(a, "About 300 people depend on the ferry"),
            source=(
                find(a, "she said").report
                and a.span(a.text.index("she said"), a.text.index("she said") + 3),
            ),
            quote="indirect",
            numbers=(Number(value=300, unit="people", bound="about", span=find(a, "300")),),
        ),
        say("s4", find(a, "It first sailed in 1931"), own_voice=True),
    )
    retold = (
        say(
            "s5",
            find(b, "The minister will close the ferry to Norland"),
            source=(find(b, "the Harbour Post"),),
            quote="indirect",
            kind="commitment",
            modality="certain",
        ),
        say(
            "s6",
            find(b, "Some 500 islanders depend on it"),
            source=(find(b, "unnamed officials"),),
            quote="indirect",
        ),
        say("s7", find(b, "The line was opened in 1932"), unnamed="passive"),
    )
    analysis = (
        say(
            "s8",
            find(c, "If the harbour fails, the mail will come by air"),
            own_voice=True,
            kind="condition",
            section=(find(c, "What next for Norland?"),),
        ),
        say("s9", find(c, "Critics will call it neglect"), own_voice=True, kind="prediction"),
    )
    return (
        Reading(report=a.id, statements=reported, limits=("one table was not read",)),
        Reading(report=b.id, statements=retold, limits=("one table was not read",)),
        Reading(report=c.id, statements=analysis),
    )


def _cast(reports: tuple[Report, Report, Report]) -> Cast:
    a, b, _ = reports
    brandt = a.text.index("Brandt said")
    she = a.text.index("she said")
    role = Role(role="transport minister", places=((find(a, "Transport minister"),),))
    return Cast(
        actors=(
            Actor(
                id="act-1",
                name="Ada Brandt",
                names=("Ada Brandt", "Brandt"),
                kind="person",
                roles=(role,),
            ),
            Actor(id="act-2", name="Harbour Post", names=("Harbour Post",), kind="outlet"),
            Actor(id="act-3", name="The Gazette", names=("The Gazette",), kind="outlet"),
        ),
        references=(
            Reference(span=find(a, "Ada Brandt"), actor="act-1"),
            Reference(span=a.span(brandt, brandt + 6), actor="act-1"),
            Reference(span=a.span(she, she + 3), actor="act-1"),
            Reference(span=find(a, "Harbour Post"), actor="act-2"),
            Reference(span=find(b, "Harbour Post"), actor="act-2"),
        ),
        outlets={a.id: "act-3"},
        because={"act-1": "a surname after the full name"},
    )


def _lineage(reports: tuple[Report, Report, Report]) -> Lineage:
    a, b, c = reports
    post = Source(
        id="src-post",
        name="Harbour Post",
        actor="act-2",
        places=((find(a, "Harbour Post"),), (find(b, "Harbour Post"),)),
    )
    held = tuple(Source(id=f"src-{r.id}", name=r.title or r.file, held=r.id) for r in reports)
    shared = Passage(from_=find(a, "the Harbour Post"), to=find(b, "the Harbour Post"))
    edges = (
        Derivation(
            from_="src-post",
            to="src-rep-a",
            kind="quotes",
            directed=True,
            because=("an interview is named",),
        ),
        Derivation(
            from_="src-post",
            to="src-rep-b",
            kind="credits",
            directed=True,
            because=("it is credited",),
        ),
        Derivation(
            from_="src-rep-a",
            to="src-rep-b",
            kind="paraphrase",
            directed=True,
            because=("the same facts a day later",),
            passages=(shared,),
        ),
    )
    story = Story(
        id="story-1",
        title="Norland ferry",
        reports=(a.id, b.id, c.id),
        when=day(2031, 3, 3),
        because=("they share actors",),
    )
    return Lineage(sources=(post, *held), edges=edges, stories=(story,))


def _collation(reports: tuple[Report, Report, Report]) -> Collation:
    a, b, _ = reports
    return Collation(
        claims=(
            Claim(
                id="cl-1",
                statements=("s1", "s5"),
                story="story-1",
                first="s1",
                origins=Origins(
                    least=1, most=1, sets=(("src-post",),), because=("both name one interview",)
                ),
            ),
            Claim(
                id="cl-2",
                statements=("s2",),
                story="story-1",
                origins=Origins(least=1, most=1, sets=(("src-post",),), because=()),
            ),
        ),
        differences=(
            Difference(
                id="dif-1",
                kind="date",
                about="the first sailing",
                readings=(
                    Variant(value="1931", places=((find(a, "1931"),),), statements=("s4",)),
                    Variant(value="1932", places=((find(b, "1932"),),), statements=("s7",)),
                ),
                verdict="conflict",
                reconcilable=("Was the line opened a year after the first sailing?",),
                because=("one event, two years",),
            ),
            Difference(
                id="dif-2",
                kind="number",
                about="people who depend on the ferry",
                readings=(
                    Variant(value="300", places=((find(a, "About 300 people"),),)),
                    Variant(value="500", places=((find(b, "Some 500 islanders"),),)),
                ),
                verdict="spread",
            ),
        ),
        retellings=(
            Retelling(
                id="ret-1",
                from_=(
                    find(a, "she could close the Norland ferry if the harbour is not repaired"),
                ),
                to=(find(b, "The minister will close the ferry to Norland"),),
                edge=("src-rep-a", "src-rep-b"),
                change="condition",
                direction="stronger",
                because=("“if …” is gone",),
            ),
        ),
        events=(
            Event(
                id="ev-1", label="first sailing", places=((find(a, "It first sailed in 1931"),),)
            ),
        ),
        timeline=(
            TimelineEntry(
                when=year(1931, find(a, "1931")),
                event="ev-1",
                what="first sailing",
                statements=("s4",),
                differences=("dif-1",),
            ),
        ),
        compared=("dates and numbers of 2 reports",),
    )


def _assessment(reports: tuple[Report, Report, Report]) -> Assessment:
    a, b, c = reports
    closing = Option(
        id="opt-1",
        label="close the ferry",
        places=((find(a, "close the Norland ferry"),), (find(b, "close the ferry"),)),
        proposed_by=("act-1",),
        relations=(Relation(to="opt-2", is_="excludes"),),
    )
    repair = Option(
        id="opt-2", label="repair the harbour", places=((find(a, "the harbour is not repaired"),),)
    )
    return Assessment(
        options=(closing, repair),
        positions=(
            Position(
                actor="act-1",
                option="opt-1",
                stance="mixed",
                statements=("s1", "s2"),
                when=day(2031, 3, 3),
            ),
        ),
        likelihoods=(
            _likelihood(
                "lik-1", c, "A full closure this year: unlikely (10–15%)", "unlikely", (0.10, 0.15)
            ),
            _likelihood(
                "lik-2",
                c,
                "A full closure within three years: very unlikely (15–20%)",
                "very unlikely",
                (0.15, 0.20),
            ),
        ),
        events=(
            Event(
                id="ev-2", label="full closure", places=((find(c, "A full closure this year"),),)
            ),
        ),
        audit=(
            AuditEntry(
                level="label",
                likelihoods=("lik-1", "lik-2"),
                what="“very unlikely” has the higher numbers",
                because=("15–20 % against 10–15 %",),
            ),
        ),
        statuses=(Status(claim="cl-1", status="reported", because=("nobody confirms it",)),),
        findings=(
            Finding(
                text="The minister could close the ferry; one outlet says she will.",
                kind="present",
                refs=("s1", "s5", "ret-1"),
            ),
            Finding(
                text="No report has the closure decided.",
                kind="absent",
                refs=("rep-a", "rep-b"),
                searched="9 statements",
            ),
        ),
        limits=("languages other than English were not read",),
    )


def _likelihood(
    id_: str, report: Report, words: str, verbal: str, ends: tuple[float, float]
) -> Likelihood:
    span = find(report, words)
    return Likelihood(
        id=id_,
        words=span,
        label_span=None,
        actor=None,
        author_of=report.id,
        event="ev-2",
        scopes=("full",),
        horizon=UNDATED,
        as_of=UNDATED,
        verbal=verbal,
        low=ends[0],
        high=ends[1],
    )
