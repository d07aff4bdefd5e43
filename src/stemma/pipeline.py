"""The verbs in order, from inputs to a case: no store, no clock, no printing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from stemma.errors import ChangeInput
from stemma.model.case import Case, CollatedCase, TracedCase
from stemma.model.corpus import Corpus
from stemma.model.reading import Reading
from stemma.model.report import Rejection, Report

if TYPE_CHECKING:
    from stemma.encoding.pairs import PairModel
    from stemma.model.claim import Collation
    from stemma.model.decision import Decision
    from stemma.reading.models import Models

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how many items are done, and of how many (0: not known)."""


def brief(paths: Sequence[Path], question: str | None, progress: Progress) -> Case:
    """The main job: every report below `paths`, carried through all the rooms.

    Raises ChangeInput where no report could be read; the message lists the reasons.
    """
    reports, rejections = _gather_some(paths, progress)
    return build_case(reports, rejections, question, progress)


def lineage(paths: Sequence[Path], progress: Progress) -> TracedCase:
    """Which report below `paths` comes from which: the rooms up to lineage, and none after it.

    Raises ChangeInput where no report could be read; the message lists the reasons.
    """
    from stemma.reading.models import load_models

    reports, rejections = _gather_some(paths, progress)
    models = load_models()
    corpus, _ = build_corpus(reports, models, progress)
    return TracedCase(corpus=corpus, rejections=rejections, models=models.names())


def collation(paths: Sequence[Path], progress: Progress) -> CollatedCase:
    """What the reports below `paths` say side by side: the rooms up to claims, and none after it.

    Raises ChangeInput where no report could be read; the message lists the reasons.
    """
    from stemma.encoding.pairs import PairModel
    from stemma.reading.models import load_models

    reports, rejections = _gather_some(paths, progress)
    models, pairs = load_models(), PairModel()
    corpus, _ = build_corpus(reports, models, progress)
    return CollatedCase(
        corpus=corpus,
        rejections=rejections,
        collation=_collate(corpus, pairs, progress)[0],
        models=models.names() | pairs.name(),
    )


def gather(
    paths: Sequence[Path], progress: Progress
) -> tuple[tuple[Report, ...], tuple[Rejection, ...]]:
    """Read in every input; a record given twice under one id is kept once."""
    from stemma.ingest.ingest import ingest
    from stemma.ingest.walk import Limits, find_inputs

    limits = Limits()
    reports: dict[str, Report] = {}
    rejections: list[Rejection] = []
    for item in find_inputs(paths, limits):
        results = (item,) if isinstance(item, Rejection) else ingest(item, limits)
        for result in results:
            if isinstance(result, Rejection):
                rejections.append(result)
            else:
                reports.setdefault(result.id, result)
        progress("ingest", len(reports), 0)
    return tuple(reports.values()), tuple(rejections)


def _gather_some(
    paths: Sequence[Path], progress: Progress
) -> tuple[tuple[Report, ...], tuple[Rejection, ...]]:
    reports, rejections = gather(paths, progress)
    if not reports:
        raise ChangeInput(_no_report(rejections))
    return reports, rejections


def build_corpus(
    reports: tuple[Report, ...],
    models: Models,
    progress: Progress,
    decisions: tuple[Decision, ...] = (),
) -> tuple[Corpus, tuple[Decision, ...]]:
    """The reports read, joined and traced, and those decisions that no report's words fit.

    What people decided holds from there on: all later rooms work with that cast, those stories.
    """
    from stemma.actors.decide import decide
    from stemma.actors.join import join
    from stemma.lineage.trace import trace

    readings = tuple(_read_all(reports, models, progress))
    progress("actors", 0, 1)
    cast, no_actor = decide(join(reports, readings), reports, decisions)
    progress("lineage", 0, 1)
    traced, no_report = trace(reports, readings, cast, decisions)
    corpus = Corpus(reports=reports, readings=readings, cast=cast, lineage=traced)
    return corpus, (*no_actor, *no_report)


def build_case(
    reports: tuple[Report, ...],
    rejections: tuple[Rejection, ...],
    question: str | None,
    progress: Progress,
    decisions: tuple[Decision, ...] = (),
) -> Case:
    """All rooms after ingest. Same reports, question and decisions: the same case."""
    from stemma.assessment.assess import assess
    from stemma.encoding.pairs import PairModel
    from stemma.reading.models import load_models
    from stemma.reading.question import read_question

    models, pairs = load_models(), PairModel()
    asked = read_question(question, models.parser) if question else None
    corpus, orphaned = build_corpus(reports, models, progress, decisions)
    collated, no_claim = _collate(corpus, pairs, progress, decisions)
    progress("assessment", 0, 1)
    return Case(
        question=question,
        corpus=corpus,
        rejections=rejections,
        collation=collated,
        assessment=assess(corpus, collated, asked),
        models=models.names() | pairs.name(),
        decisions=decisions,
        orphaned=(*orphaned, *no_claim),
    )


def _collate(
    corpus: Corpus, pairs: PairModel, progress: Progress, decisions: tuple[Decision, ...] = ()
) -> tuple[Collation, tuple[Decision, ...]]:
    from stemma.claims.collate import collate

    progress("claims", 0, 1)
    return collate(corpus, pairs, decisions)


def _read_all(reports: Sequence[Report], models: Models, progress: Progress) -> Iterable[Reading]:
    from stemma.reading.read import read

    for number, report in enumerate(reports):
        progress("reading", number, len(reports))
        yield read(report, models)
    progress("reading", len(reports), len(reports))


def _no_report(rejections: Sequence[Rejection]) -> str:
    if not rejections:
        return "no report found: give files or folders that hold text, HTML or JSONL"
    lines = [f"  {r.file}: {r.reason}: {r.detail}" for r in rejections[:20]]
    more = [f"  and {len(rejections) - 20} more"] if len(rejections) > 20 else []
    return "\n".join(["no report could be read:", *lines, *more])
