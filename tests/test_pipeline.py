"""The whole way with what people decided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from stemma.dossier.document import to_document
from stemma.model.decision import Decision, Merge, OtherClaim, PartOf, Quoted, SameClaim
from stemma.model.report import Report
from stemma.pipeline import brief, build_case, collation, lineage


def test_decisions_hold_in_every_later_room(make_report: Callable[..., Report]) -> None:
    """Two whom a person joined are one actor in the dossier, which says who decided so and why."""
    texts = ("Ida Marsh said that the bridge is safe.", "Joren Pell said that it is lost.")
    names = ("Ida Marsh", "Joren Pell")
    reports = tuple(make_report(text, id=f"r{n}") for n, text in enumerate(texts))
    one, other = (Quoted(report=r.id, exact=n) for r, n in zip(reports, names, strict=True))
    gone = Quoted(report=reports[0].id, exact="Nobody")
    decisions = tuple(
        Decision(by="A. Analyst", at=datetime(2026, 3, 4, tzinfo=UTC), what=Merge(one=one, other=o))
        for o in (other, gone)
    )
    case = build_case(reports, (), None, lambda *_: None, decisions)
    document = to_document(case)
    speakers = {s.source.actor for s in document.statements if s.cue}
    assert len(speakers) == 1
    assert [d.orphaned for d in document.decisions] == [False, True]
    assert document.decisions[0].about[0][0].exact == "Ida Marsh"


def test_decisions_about_claims_hold_and_none_is_lost(make_report: Callable[..., Report]) -> None:
    """What people put together is one claim with their reason; all are listed, lost ones too."""
    texts = (
        "Ida Marsh said that Tarvia will leave the joint staff. Gulls were seen over the harbour.",
        "Ida Marsh said that Tarvia will leave the Coast Pact. The old mill has burnt down.",
    )
    reports = tuple(make_report(text, id=f"r{n}") for n, text in enumerate(texts))
    staff, gulls, gone = (
        Quoted(report="r0", exact=words) for words in ("joint staff", "Gulls", "Nobody")
    )
    pact, mill = (Quoted(report="r1", exact=words) for words in ("Coast Pact", "old mill"))
    whats = (
        PartOf(one=staff, other=pact),
        SameClaim(one=gulls, other=mill),
        PartOf(one=gone, other=pact),
        OtherClaim(one=gone, other=mill),
    )
    decisions = tuple(
        Decision(by="A. Analyst", at=datetime(2026, 3, 4, tzinfo=UTC), what=what) for what in whats
    )
    document = to_document(build_case(reports, (), None, lambda *_: None, decisions))
    assert [d.orphaned for d in document.decisions] == [False, False, True, True]
    because = [line for claim in document.claims for line in claim.origins.because]
    assert "put together by A. Analyst on 2026-03-04" in because
    (scope,) = [d for d in document.differences if d.kind == "scope"]
    assert "“joint staff” taken as a part of “Coast Pact” by A. Analyst on 2026-03-04" in (
        scope.because
    )


def test_a_family_tree_alone_is_that_of_the_whole_way(tmp_path: Path) -> None:
    """What is left out after lineage changes nothing before it."""
    for name in ("a", "b"):
        text = f"Title: Bridge {name}\n\nIda Marsh told the Fen Post that the bridge is safe.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"")
    case = brief([tmp_path], None, lambda *_: None)
    traced = lineage([tmp_path], lambda *_: None)
    assert traced.corpus == case.corpus
    assert traced.rejections == case.rejections
    assert traced.models.items() < case.models.items()


def test_a_collation_alone_is_that_of_the_whole_way(tmp_path: Path) -> None:
    """What is left out after claims changes nothing before it."""
    for name, year in (("a", 1931), ("b", 1932)):
        text = f"Title: Bridge {name}\n\nIda Marsh said that the bridge opened in {year}.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    case = brief([tmp_path], None, lambda *_: None)
    collated = collation([tmp_path], lambda *_: None)
    assert (collated.corpus, collated.collation) == (case.corpus, case.collation)
    assert (collated.rejections, collated.models) == (case.rejections, case.models)
