"""Where the reports differ, as a document of its own, checked against the reports' words."""

from __future__ import annotations

from stemma import __version__
from stemma.dossier.check import conflicts_faults
from stemma.dossier.document import attribute, joined_actors, plain_rejections
from stemma.dossier.limits import limits_of
from stemma.dossier.lineage_document import report_record
from stemma.dossier.sentences import sentences_around, sentences_of
from stemma.errors import RefuseDossier
from stemma.model.case import CollatedCase
from stemma.model.cast import CastIndex
from stemma.model.collation_document import ConflictsDocument
from stemma.model.document import AttributedStatement, Maker


def to_conflicts_document(case: CollatedCase) -> ConflictsDocument:
    """What `case` says of where its reports differ.

    Raises RefuseDossier where a quoted word is not in its report, or a reference leads nowhere.
    """
    corpus, differences = case.corpus, case.collation.differences
    statements = _statements(case)
    named = {actor for statement in statements for actor in _actors(statement)}
    places = (place for d in differences for reading in d.readings for place in reading.places)
    document = ConflictsDocument(
        stemma=Maker(version=__version__, models=case.models),
        reports=tuple(report_record(report) for report in corpus.reports),
        rejections=plain_rejections(case.rejections),
        actors=tuple(actor for actor in joined_actors(corpus.cast) if actor.id in named),
        stories=corpus.lineage.stories,
        statements=statements,
        differences=differences,
        sentences=sentences_around(places, sentences_of(corpus.readings)),
        compared=case.collation.compared,
        limits=limits_of(corpus),
    )
    found = conflicts_faults(document, corpus.reports)
    if found:
        raise RefuseDossier(found)
    return document


def _statements(case: CollatedCase) -> tuple[AttributedStatement, ...]:
    """The statements that carry a reading, and those they stand within, in reading order."""
    known = case.corpus.statements_by_id()
    readings = (reading for d in case.collation.differences for reading in d.readings)
    wanted: set[str] = set()
    for id_ in (id_ for reading in readings for id_ in reading.statements):
        next_: str | None = id_
        while next_ in known and next_ not in wanted:
            wanted.add(next_)
            next_ = known[next_].within
    index = CastIndex(case.corpus.cast)
    return tuple(attribute(known[id_], index, case.corpus.cast) for id_ in known if id_ in wanted)


def _actors(statement: AttributedStatement) -> tuple[str | None, ...]:
    ends = (end for link in statement.carriers for end in (link.from_, link.to))
    return (statement.source.actor, *ends)
