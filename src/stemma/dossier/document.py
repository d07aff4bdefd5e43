"""A case as a document: the values of all stages, resolved and set out as the contract has them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from stemma import __version__
from stemma.dossier.decided import decided
from stemma.dossier.limits import MEASURED, limits_of
from stemma.dossier.plain import as_utf8
from stemma.dossier.prov import in_prov
from stemma.dossier.schema_org import CONTEXT, appearances
from stemma.model.assessment import Likelihood
from stemma.model.case import Case
from stemma.model.cast import Cast, CastIndex
from stemma.model.claim import Event
from stemma.model.document import (
    AttributedStatement,
    ChainLink,
    Document,
    FamilyTree,
    HeldLikelihood,
    Holder,
    JoinedActor,
    Maker,
    SpeechSource,
)
from stemma.model.lineage import Lineage
from stemma.model.reading import Carrier, Statement
from stemma.model.report import Rejection


def to_document(case: Case) -> Document:
    """Everything in `case`, with sources and carriers resolved to actors by the cast."""
    corpus, collation, assessment = case.corpus, case.collation, case.assessment
    index = CastIndex(corpus.cast)
    read = [statement for reading in corpus.readings for statement in reading.statements]
    document = Document(
        stemma=Maker(version=__version__, models=case.models),
        question=case.question,
        reports=tuple(replace(report, file=as_utf8(report.file)) for report in corpus.reports),
        rejections=plain_rejections(case.rejections),
        actors=joined_actors(corpus.cast),
        statements=tuple(attribute(s, index, corpus.cast) for s in read),
        sources=corpus.lineage.sources,
        lineage=_family_tree(corpus.lineage),
        claims=collation.claims,
        differences=collation.differences,
        retellings=collation.retellings,
        events=_merge(collation.events, assessment.events),
        timeline=collation.timeline,
        likelihoods=tuple(_hold(likelihood) for likelihood in assessment.likelihoods),
        audit=assessment.audit,
        options=assessment.options,
        positions=assessment.positions,
        statuses=assessment.statuses,
        decisions=tuple(decided(case)),
        assessment=None,
        findings=assessment.findings,
        limits=_limits(case),
        compared=collation.compared,
        relevant=assessment.relevant,
        context=CONTEXT,
    )
    return replace(document, schema_org=appearances(document))


def _family_tree(lineage: Lineage) -> FamilyTree:
    edges = tuple(in_prov(edge) for edge in lineage.edges)
    return FamilyTree(edges=edges, stories=lineage.stories)


def plain_rejections(rejections: Iterable[Rejection]) -> tuple[Rejection, ...]:
    """What gave no report, with file names that UTF-8 can carry."""
    return tuple(replace(item, file=as_utf8(item.file)) for item in rejections)


def joined_actors(cast: Cast) -> tuple[JoinedActor, ...]:
    """Every actor of `cast`, with the reason why its spellings were taken for one."""
    return tuple(
        JoinedActor(
            id=actor.id,
            name=actor.name,
            names=actor.names,
            kind=actor.kind,
            roles=actor.roles,
            because=cast.because.get(actor.id),
        )
        for actor in cast.actors
    )


def attribute(statement: Statement, index: CastIndex, cast: Cast) -> AttributedStatement:
    """A statement with its source and its carriers resolved to actors."""
    if statement.own_voice:
        actor = cast.outlets.get(statement.report)
    else:
        actor = index.actor_of(statement.source)
    return AttributedStatement(
        id=statement.id,
        report=statement.report,
        within=statement.within,
        own_voice=statement.own_voice,
        headline=statement.headline,
        source=SpeechSource(actor=actor, place=statement.source or None, unnamed=statement.unnamed),
        carriers=_chain(statement.carriers, actor, index),
        cue=statement.cue or None,
        content=statement.content,
        quote=statement.quote,
        kind=statement.kind,
        polarity=statement.polarity,
        modality=statement.modality,
        stage=statement.stage,
        when=statement.when,
        said=statement.said,
        numbers=statement.numbers,
        hedges=statement.hedges,
        conditions=statement.conditions,
        stage_words=statement.stage_words,
        section=statement.section,
    )


def _chain(
    carriers: tuple[Carrier, ...], speaker: str | None, index: CastIndex
) -> tuple[ChainLink, ...]:
    """The carriers as links: the first step takes from the speaker, each later from the last.

    A step that side-by-side carriers or an unnamed one precede takes from nobody in particular.
    Whom the speaker cites comes before the speaker, unless somebody else is credited behind.
    """
    links: list[ChainLink] = []
    previous = speaker
    credited = any(carrier.mode == "credit" for carrier in carriers)
    for step in sorted({carrier.step for carrier in carriers}):
        beside = [carrier for carrier in carriers if carrier.step == step]
        actors = [index.actor_at(c.name) if c.name is not None else None for c in beside]
        if beside[0].mode == "cites" and not credited:
            links += [
                ChainLink(from_=actor, to=speaker, mode="cites", place=c.place, step=-1 - step)
                for c, actor in zip(beside, actors, strict=True)
            ]
            continue
        links += [
            ChainLink(from_=previous, to=actor, mode=carrier.mode, place=carrier.place, step=step)
            for carrier, actor in zip(beside, actors, strict=True)
        ]
        previous = actors[0] if len(actors) == 1 else None
    return tuple(links)


def _hold(likelihood: Likelihood) -> HeldLikelihood:
    return HeldLikelihood(
        id=likelihood.id,
        words=likelihood.words,
        label_span=likelihood.label_span,
        holder=Holder(
            actor=likelihood.actor,
            place=likelihood.holder or None,
            author_of=likelihood.author_of,
        ),
        event=likelihood.event,
        scopes=likelihood.scopes,
        horizon=likelihood.horizon,
        as_of=likelihood.as_of,
        verbal=likelihood.verbal,
        low=likelihood.low,
        high=likelihood.high,
    )


def _merge(first: Iterable[Event], second: Iterable[Event]) -> tuple[Event, ...]:
    """Events of both stages; one that both name has the places and scopes of both."""
    merged: dict[str, Event] = {}
    for event in (*first, *second):
        known = merged.get(event.id)
        if known is None:
            merged[event.id] = event
        else:
            merged[event.id] = replace(
                known,
                places=tuple(dict.fromkeys((*known.places, *event.places))),
                scopes=tuple(dict.fromkeys((*known.scopes, *event.scopes))),
            )
    return tuple(merged.values())


def _limits(case: Case) -> tuple[str, ...]:
    """What befell these reports comes first, what holds of every dossier last."""
    return tuple(dict.fromkeys((*limits_of(case.corpus), *case.assessment.limits, *MEASURED)))
