"""Laws that the dossier of the demo corpus holds, by the gold file."""

from __future__ import annotations

import pytest

from tests.demo import assessments, comparisons, readings
from tests.demo.gold import covers, gold
from tests.demo.scoring import Dossier, Section

COPIES = {"verbatim", "edited", "paraphrase", "translation"}


def _section(sections: list[Section], name: str) -> Section:
    return next(section for section in sections if section.name == name)


def test_every_report_is_read(dossier: Dossier) -> None:
    """All thirteen reports are there, each with the gold's outlet, date and genre."""
    read = {
        file: (report.outlet, report.published.start, report.genre)
        for file, report in dossier.texts.reports.items()
    }
    wanted = {
        item["file"]: (item["outlet"], item["published"], item["genre"])
        for item in gold()["reports"]
    }
    assert {f: (o, d and d.isoformat(), g) for f, (o, d, g) in read.items()} == wanted
    assert not dossier.document.rejections


def test_gold_words_stand_in_the_texts(dossier: Dossier) -> None:
    """Cleaning up loses no passage that a reader took a statement from."""
    lost = [item["id"] for item in gold()["statements"] if dossier.texts.span(item) is None]
    assert not lost


def test_stories_are_told_apart(dossier: Dossier) -> None:
    """Two stories of the same people and the same treaty, two years apart, stay two."""
    (section,) = comparisons.stories(dossier)
    assert not section.missed
    assert not section.wrong


def test_independent_accounts_are_no_copies(dossier: Dossier) -> None:
    """Reports made independently have no edge of copying between them."""
    drawn = {
        (frozenset((a, b)), edge.kind)
        for edge in dossier.document.lineage.edges
        for a in dossier.ends(edge.from_)
        for b in dossier.ends(edge.to)
    }
    pairs = {frozenset((item["a"], item["b"])) for item in gold()["no_edge"]}
    assert not [(sorted(pair), kind) for pair, kind in drawn if pair in pairs and kind in COPIES]


@pytest.mark.parametrize(
    "copy", [e for e in gold()["edges"] if e["kind"] == "verbatim"], ids=lambda e: str(e["to"])
)
def test_verbatim_copies_are_found(dossier: Dossier, copy: dict[str, str]) -> None:
    """A verbatim copy has an edge from its source, in that direction."""
    assert any(
        edge.kind == "verbatim"
        and edge.directed
        and copy["from"] in dossier.ends(edge.from_)
        and copy["to"] in dossier.ends(edge.to)
        for edge in dossier.document.lineage.edges
    )


@pytest.mark.parametrize("source", gold()["sources_not_held"], ids=lambda s: str(s["id"]))
def test_sources_not_held_are_named(dossier: Dossier, source: dict[str, str]) -> None:
    """A source that the reports name and nobody here holds is on the list to get."""
    named = {end for item in dossier.document.sources for end in dossier.ends(item.id)}
    assert source["id"] in named


def test_nothing_compatible_is_a_conflict(dossier: Dossier) -> None:
    """Rounding, bounds, other quantities, stages and times are no conflicts."""
    (section,) = comparisons.differences(dossier)
    assert not section.wrong


def test_nothing_faithful_grew(dossier: Dossier) -> None:
    """A shorter title, a correction or a faithful repetition is no strengthening."""
    (section,) = comparisons.retellings(dossier)
    assert not section.wrong


def test_origins_are_never_overstated(dossier: Dossier) -> None:
    """No claim has more independent origins at least than a reader counts."""
    (section,) = comparisons.origins(dossier)
    assert not section.wrong


def test_actors_are_kept_apart(dossier: Dossier) -> None:
    """Two people of one surname are two actors; so are all others that a reader tells apart."""
    (section,) = comparisons.actors(dossier)
    assert not section.wrong
    people = [actor for actor in dossier.document.actors if actor.kind == "person"]
    solvanes = {p.id for p in people for n in ("Henrik Solvane", "Dagny Solvane") if n in p.names}
    assert len(solvanes) == 2


def test_stated_numbers_are_found(dossier: Dossier) -> None:
    """Every stated numeric likelihood is found with its own numbers, and none is invented."""
    section = readings.likelihoods(dossier)[0]
    numeric = {item["id"] for item in gold()["likelihoods"] if item["low"] is not None}
    assert not [line for line in section.missed if line.split()[0] in numeric]
    assert not section.wrong


def test_audit_finds_what_does_not_hang_together(dossier: Dossier) -> None:
    """The sure loss and the inverted labels are found; nothing follows where nothing can."""
    (section,) = assessments.audit(dossier)
    assert not [line for line in section.missed if line.startswith(("sure-loss", "label"))]
    assert not section.wrong


def test_noise_is_marked_and_nothing_else(dossier: Dossier) -> None:
    """What is no part of an article is marked and never a statement; articles stay whole."""
    (section,) = readings.noise(dossier)
    assert not section.missed
    assert not section.wrong


def test_first_finding_answers_the_question(dossier: Dossier) -> None:
    """The first finding says what has been reached and what has not, with its reference."""
    section = _section(assessments.findings(dossier), "first finding")
    assert not section.missed
    assert not section.wrong


def test_stances_are_not_turned_round(dossier: Dossier) -> None:
    """Nobody is for what they are against, and only those who propose an option propose it."""
    (section,) = assessments.positions(dossier)
    assert not section.wrong
    assert not _section(assessments.options(dossier), "options: proposed by").wrong


def test_likelihoods_of_copies_are_one(dossier: Dossier) -> None:
    """An estimate repeated in copies keeps the numbers of the first, or has none."""
    words = {tuple(dossier.texts.at(item)): item for item in gold()["likelihoods"]}
    for place, item in words.items():
        for found in dossier.document.likelihoods:
            if covers(dossier.tokens([(found.words,)]), frozenset(place)):
                assert (found.low, found.high) == (item["low"], item["high"])
