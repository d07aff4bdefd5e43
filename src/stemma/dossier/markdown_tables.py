"""The sections of the Markdown dossier that are tables and lists of record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stemma.dossier.markdown_line import Scribe
from stemma.dossier.plain import for_markdown as esc
from stemma.dossier.spreads import Leg
from stemma.dossier.timeline import Happening
from stemma.dossier.wording import counted, holder_text, range_text, when_text
from stemma.model.claim import Claim
from stemma.model.document import Decision, HeldLikelihood
from stemma.model.lineage import Derivation, Source, Story
from stemma.model.report import Report

Lines = Iterator[str]


def family(s: Scribe) -> Lines:
    """Stories with their edges, the sources to get, and the origins of shared claims."""
    for number, story in enumerate(s.document.lineage.stories, 1):
        yield from _story(s, number, story)
    yield from ("### Sources to get", "")
    if not s.page.to_get:
        yield "_None: no report names a source that is not here._"
    for number, source in enumerate(s.page.to_get, 1):
        yield f"{number}. G{number}: {_source(s, source)}"
    yield from ("", "### Independent origins", "")
    if not s.page.claims:
        yield "_No claim was found in more than one report, so there is no count to give._"
        return
    yield from _head("Claim", "Who told it, in order", "Origins", "Why")
    for number, claim in enumerate(s.page.claims, 1):
        first = s.index.statements[claim.first or claim.statements[0]]
        origins = claim.origins
        most = "open" if origins.most is None else str(origins.most)
        yield _row(
            f"C{number}: {s.quote(first.content)}",
            _way(s, claim) if claim.spread else s.refs(claim.statements),
            f"at least {origins.least}, at most {most}",
            "; ".join(esc(line) for line in origins.because),
        )


def _way(s: Scribe, claim: Claim) -> str:
    """First and next tellings, a day after another."""
    spread = s.page.spread(claim)
    legs = (f"{leg.day}: {', '.join(_stations(s, leg))}" for leg in spread.legs)
    return f"{' → '.join(legs)}; {spread.sums}"


def _stations(s: Scribe, leg: Leg) -> Iterator[str]:
    for station in leg.stations:
        yield f"{esc(station.name)} [{s.index.offsets(station.place)}] ({station.how})"


def _story(s: Scribe, number: int, story: Story) -> Lines:
    yield f"### Story {number}: {esc(story.title)}"
    yield ""
    yield f"{', '.join(s.index.label(id_) for id_ in story.reports)}; {when_text(story.when)}"
    yield ""
    edges = s.page.edges_into(story.reports)
    if not edges:
        yield from ("_No edge found within this story._", "")
        return
    yield from _head("From", "How", "To", "Why we think so")
    yield from (_edge(s, edge) for edge in edges)
    yield ""


def _edge(s: Scribe, edge: Derivation) -> str:
    how = edge.kind if edge.directed else f"{edge.kind} (no direction)"
    because = "; ".join(esc(line) for line in edge.because)
    return _row(_end(s, edge.from_), how, _end(s, edge.to), because)


def _end(s: Scribe, source: str) -> str:
    item = s.index.sources[source]
    held = "" if item.held is not None else " (not held)"
    return f"{s.cite.one(source).label} {esc(item.name)}{held}"


def _source(s: Scribe, source: Source) -> str:
    used = ", ".join(s.cite.one(edge.to).label for edge in s.page.edges_from(source.id))
    words = f" {s.quote(source.places[0])}" if source.places else ""
    return f"{esc(source.name)}{f', used by {used}' if used else ''}{words}"


def timeline(s: Scribe) -> Lines:
    """Dated events, with how each date was resolved."""
    if not s.document.timeline:
        yield "_None found: no event with a date._"
        return
    for stretch in s.page.timeline:
        yield from (f"### {esc(stretch.title)}", "")
        yield from _head("When", "What", "How resolved", "Where")
        for happening in stretch.happenings:
            yield from _readings(s, happening)
        yield ""


def _readings(s: Scribe, happening: Happening) -> Lines:
    """A row for each reading of an event's date; what happened stands in the first."""
    differ = f" (dates differ: {s.refs(happening.differences)})" if happening.differences else ""
    chip = f" ({happening.chip})" if happening.chip else ""
    what = f"{esc(happening.what)}{chip}{differ}"
    for number, entry in enumerate(happening.readings):
        words = f": {s.quote((entry.when.words,))}" if entry.when.words else ""
        yield _row(
            when_text(entry.when),
            what if number == 0 else "the same, by another date",
            f"{esc(entry.when.resolved)}{words}",
            s.refs(entry.statements or (entry.event,)),
        )


def likelihoods(s: Scribe) -> Lines:
    """Every stated likelihood in its holder's words and numbers."""
    if not s.document.likelihoods:
        yield (
            "_None found: no probability in numbers, and none in words such as “likely” or “a "
            "chance of”._"
        )
        return
    yield from _head("", "Holder", "Event", "Horizon", "Words", "Numbers")
    for number, likelihood in enumerate(s.document.likelihoods, 1):
        yield _row(
            f"L{number}",
            _holder(s, likelihood),
            esc("; ".join((s.index.events[likelihood.event].label, *likelihood.scopes))),
            when_text(likelihood.horizon),
            s.quote((likelihood.words,)),
            range_text(likelihood),
        )


def _holder(s: Scribe, likelihood: HeldLikelihood) -> str:
    return esc(holder_text(likelihood.holder, s.index))


def assessment(s: Scribe) -> Lines:
    """The status of claims, and what analysts entered."""
    if s.document.statuses:
        yield from _head("Claim", "Status", "Why")
    else:
        yield "_Not measured: no claim was given a status._"
    for status in s.document.statuses:
        because = "; ".join(esc(line) for line in status.because)
        yield _row(f"[{s.cite.one(status.claim).label}]", status.status, because)
    yield ""
    yield "_No hypothesis, evidence or analyst’s probability was entered._"
    yield from (_decision(s, item) for item in s.document.decisions)


def _decision(s: Scribe, item: Decision) -> str:
    why = f" ({esc(item.why)})" if item.why else ""
    gone = "; **its words are no longer there**" if item.orphaned else ""
    places = ", ".join(f"[{s.index.offsets(place)}]" for place in item.about)
    return f"- {esc(item.by)}, {esc(item.at)}: {esc(item.what)}{why}{gone} {places}".rstrip()


def method(s: Scribe) -> Lines:
    """Reports with their hashes, inputs that failed, limits, versions."""
    yield from _head("", "Title", "Outlet", "Date", "Genre, language", "Left out", "File, SHA-256")
    yield from (_report(s, report) for report in s.document.reports)
    yield from ("", "### Inputs that gave no report", "")
    if not s.document.rejections:
        yield "_None._"
    for item in s.document.rejections:
        yield f"- {esc(item.file)}: {item.reason}: {esc(item.detail)}"
    yield from ("", "### Limits", "")
    yield from (f"- {esc(line)}" for line in s.document.limits or ("None stated.",))
    maker = s.document.stemma
    models = "".join(f"; {esc(name)} {esc(sha)}" for name, sha in sorted(maker.models.items()))
    yield from ("", f"Stemma {esc(maker.version)}{models}")


def _report(s: Scribe, report: Report) -> str:
    cuts = ", ".join(f"{why} ({counted(n, 'character')})" for why, n in s.page.cuts(report))
    return _row(
        s.index.label(report.id),
        esc(report.title or "untitled"),
        esc(report.outlet or "unknown"),
        when_text(report.published),
        f"{report.genre}, {esc(report.language)}",
        esc(cuts) or "nothing",
        f"{esc(report.file)} {esc(report.sha256)}",
    )


def _head(*titles: str) -> Iterable[str]:
    return (_row(*titles), f"|{'---|' * len(titles)}")


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
