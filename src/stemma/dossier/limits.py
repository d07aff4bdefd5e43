"""What a dossier cannot do well, said in it; figures are those that `make eval` measures."""

from __future__ import annotations

from stemma.dossier.plain import as_utf8
from stemma.model.corpus import Corpus

MEASURED = (
    (
        "Who said what is found by a small trained model. On 84 news reports that others annotated "
        "(PolNeAR, development part) 86% of the attributions found are right, and 76% of those "
        "that are there are found: 79% of those with a source that is named or "
        "described, 29% of those without."
    ),
    (
        "Pronouns and descriptions stand for a person only where the text leaves one candidate; "
        "elsewhere the speaker stands as the report describes them. One reader, given 75 "
        "statements of fresh reports, found 3 to be no attribution; of the other 72 the speaker "
        "was right in 66 and the words were well cut in 56."
    ),
    (
        "Dates: of the expressions in scope of a public set 94% get the right value. What needs an "
        "anchor that no report gives stays unknown."
    ),
    (
        "Differences, retellings and claims are looked for within one story, precision first. A "
        "retelling in wholly other words is seldom compared, so silence is no sign of agreement: "
        "of 123 differences that readers found in 40 pairs of news reports the program states 1."
    ),
    (
        "Stories: on public sets not trained on 95% (B-cubed F1) of the reports of similar events "
        "are told apart as people tell them apart; 75% of triples on one event stay whole."
    ),
    (
        "How two reports stand to one another (copy, quotation, common source, one event) was "
        "right for 83% of 59 pairs of news reports at first sight; 3 of their 35 independent pairs "
        "were called a quotation, copy or retelling. The order of copies of one day is mostly open."
    ),
    (
        "Independence is understated: reports that credit no one count as separate only where no "
        "shared words speak against it, and one speaker on one occasion counts as one origin."
    ),
    "Only English is read. Nothing here weighs truth, grades a source or makes a probability.",
)


def limits_of(corpus: Corpus) -> tuple[str, ...]:
    """What could not be read of these reports; a limit that several share is said once."""
    files = {report.id: report.file for report in corpus.reports}
    shared: dict[str, list[str]] = {}
    for report in corpus.reports:
        if "ingest:limit" in report.metadata:
            shared.setdefault(report.metadata["ingest:limit"], []).append(as_utf8(report.file))
    for reading in corpus.readings:
        for limit in reading.limits:
            shared.setdefault(limit, []).append(as_utf8(files.get(reading.report, reading.report)))
    return tuple(f"{limit} ({', '.join(dict.fromkeys(where))})" for limit, where in shared.items())
