"""The score sees what is missing and what is wrong."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from stemma.model.claim import Difference, Retelling, Variant
from stemma.model.lineage import Derivation
from tests.demo import assessments, comparisons, readings
from tests.demo.gold import Item, gold
from tests.demo.scoring import Dossier, is_date, whens_below


def _reading(dossier: Dossier, place: Item) -> Variant:
    span = dossier.texts.span(place)
    assert span is not None
    return Variant(value=span.exact, places=((span,),))


@pytest.mark.parametrize("trap", gold()["compatible_traps"], ids=lambda t: str(t["id"]))
def test_false_conflict_is_wrong(dossier: Dossier, trap: Item) -> None:
    """A conflict between two compatible places is counted as wrong, a spread is not."""
    pair = (_reading(dossier, trap["a"]), _reading(dossier, trap["b"]))
    conflict = Difference(id="x", kind="number", about="x", readings=pair, verdict="conflict")
    for difference, wrong in ((conflict, True), (replace(conflict, verdict="spread"), False)):
        document = replace(dossier.document, differences=(difference,))
        (section,) = comparisons.differences(Dossier(document, dossier.dates))
        assert any(line.startswith(trap["id"] + " ") for line in section.wrong) == wrong


@pytest.mark.parametrize("faithful", gold()["not_retellings"], ids=lambda r: r["to"]["words"][:20])
def test_false_strengthening_is_wrong(dossier: Dossier, faithful: Item) -> None:
    """A faithful repetition that is called stronger is counted as wrong."""
    ends = [dossier.texts.span(faithful[end]) for end in ("from", "to")]
    assert ends[0] is not None
    assert ends[1] is not None
    grown = Retelling(id="x", from_=(ends[0],), to=(ends[1],), change="scope", direction="stronger")
    document = replace(dossier.document, retellings=(grown,))
    (section,) = comparisons.retellings(Dossier(document, dossier.dates))
    assert len(section.wrong) == 1


def test_false_copy_is_wrong(dossier: Dossier) -> None:
    """A copy between two independent accounts is counted as wrong in either direction."""
    held = {dossier.texts.files[s.held]: s.id for s in dossier.document.sources if s.held}
    for pair in gold()["no_edge"]:
        ends = (held[pair["b"]], held[pair["a"]])
        copy = Derivation(from_=ends[0], to=ends[1], kind="edited", directed=True, because=())
        tree = replace(dossier.document.lineage, edges=(copy,))
        document = replace(dossier.document, lineage=tree)
        (section,) = comparisons.edges(Dossier(document, dossier.dates))
        assert len(section.wrong) == 1


def test_empty_dossier_finds_nothing(dossier: Dossier) -> None:
    """Where nothing is asserted, nothing is found and nothing is wrong."""
    names = "statements actors differences retellings likelihoods audit options positions"
    document = replace(dossier.document, **dict.fromkeys(names.split(), ()))
    empty = Dossier(document, ())
    for part in (
        readings.statements,
        readings.likelihoods,
        comparisons.actors,
        comparisons.differences,
        comparisons.retellings,
        assessments.audit,
        assessments.options,
    ):
        assert not any(section.found or section.wrong for section in part(empty))


def test_dates_are_held_to_their_day(dossier: Dossier) -> None:
    """A date read to another day, or left open where the words fix it, is not the gold's."""
    item = {"date": "2026-04-14", "kind": "day"}
    known = [w for w in whens_below(dossier.document) if w.kind == "day"]
    assert any(is_date(w, item) for w in known)
    assert not any(is_date(w, {**item, "date": "2026-04-13"}) for w in known)
