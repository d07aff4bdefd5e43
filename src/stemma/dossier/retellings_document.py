"""What changed between tellings, as a document of its own, checked against the reports' words."""

from __future__ import annotations

from stemma import __version__
from stemma.dossier.check import retellings_faults
from stemma.dossier.document import joined_actors, plain_rejections
from stemma.dossier.limits import limits_of
from stemma.dossier.lineage_document import report_record
from stemma.dossier.prov import in_prov
from stemma.dossier.retold import by_outlet, followed
from stemma.dossier.sentences import sentences_around, sentences_of
from stemma.dossier.wording import counted
from stemma.errors import RefuseDossier
from stemma.model.case import CollatedCase
from stemma.model.collation_document import OutletRetellings, RetellingsDocument
from stemma.model.document import Maker


def to_retellings_document(case: CollatedCase) -> RetellingsDocument:
    """What `case` says of what grew or shrank on the way.

    Raises RefuseDossier where a quoted word is not in its report, or a reference leads nowhere.
    """
    corpus, retellings = case.corpus, case.collation.retellings
    sentences = sentences_of(corpus.readings)
    edges = followed(corpus)
    ends = {end for edge in edges for end in (edge.from_, edge.to)}
    ends |= {end for retelling in retellings for end in retelling.edge or ()}
    sources = tuple(source for source in corpus.lineage.sources if source.id in ends)
    named = {source.actor for source in sources}
    outlets = by_outlet(case, sentences)
    document = RetellingsDocument(
        stemma=Maker(version=__version__, models=case.models),
        reports=tuple(report_record(report) for report in corpus.reports),
        rejections=plain_rejections(case.rejections),
        actors=tuple(actor for actor in joined_actors(corpus.cast) if actor.id in named),
        stories=corpus.lineage.stories,
        sources=sources,
        edges=tuple(in_prov(edge) for edge in edges),
        retellings=retellings,
        outlets=outlets,
        sentences=sentences_around((p for r in retellings for p in (r.from_, r.to)), sentences),
        compared=_compared(len(edges), outlets),
        limits=limits_of(corpus),
    )
    found = retellings_faults(document, corpus.reports)
    if found:
        raise RefuseDossier(found)
    return document


def _compared(edges: int, outlets: tuple[OutletRetellings, ...]) -> tuple[str, ...]:
    others = (
        "headlines were held against the reports below them",
        "reports of one story that no edge joins were compared for doubts and quoted words alone",
    )
    if not edges:
        return ("no edge of the family tree joins a report here to one made from it", *others)
    retold = sum(outlet.retellings for outlet in outlets)
    tree = counted(edges, "edge of the family tree joins", "edges of the family tree join")
    found = counted(
        retold,
        "sentence retells another outlet's report",
        "sentences retell another outlet's report",
    )
    return (
        f"{tree} a report here to one made from it; along them {found}",
        *others,
    )
