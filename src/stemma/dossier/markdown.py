"""The dossier as GitHub-style Markdown: the same lines, with offsets in place of links.

Everything that comes from a report is escaped: none of its markup, links or HTML survives.
The reports' texts are not repeated here; they stand in `dossier.json` and `dossier.html`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from stemma.dossier import markdown_tables as tables
from stemma.dossier.citations import Citations
from stemma.dossier.index import Index
from stemma.dossier.markdown_line import Scribe
from stemma.dossier.page import Numbered, Page
from stemma.dossier.plain import for_markdown as esc
from stemma.dossier.voices import Voice
from stemma.dossier.wording import (
    AUDIT_LEVELS,
    DIRECTIONS,
    QUOTES,
    RELATIONS,
    VERDICTS,
    change_text,
    counted,
)
from stemma.model.assessment import Option
from stemma.model.claim import Retelling
from stemma.model.document import AttributedStatement, Document

Lines = Iterator[str]


def render_markdown(document: Document) -> str:
    """`document` as Markdown. It must have passed its check."""
    index = Index(document)
    scribe = Scribe(document, index, Citations(document, index), Page(document, index))
    parts: tuple[tuple[str, Callable[[Scribe], Lines]], ...] = (
        ("Key findings", _findings),
        ("What is on the table", _options),
        ("Who says what", _voices),
        ("Where reports disagree", _differences),
        ("What grew in the retelling", _retellings),
        ("The family tree", tables.family),
        ("Timeline", tables.timeline),
        ("Likelihoods", _likelihoods),
        ("Drivers, conditions, reactions, scenarios", _topics),
        ("Assessment", tables.assessment),
        ("Sources and method", tables.method),
    )
    lines = [f"# {esc(document.question or 'What the reports say')}", ""]
    lines += [" · ".join(scribe.page.facts()), ""]
    lines += [f"{_KEY}", ""]
    for number, (title, part) in enumerate(parts, 1):
        lines += [f"## {number}. {title}", "", *part(scribe), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


_KEY = (
    "References read [report:first character–end], as in [R2:120–180]; "
    "the reports are listed in section 11. Quotations are the reports’ exact words."
)


def _findings(s: Scribe) -> Lines:
    if not s.document.findings:
        yield "_No finding: nothing in these reports met the marks for one._"
    for number, finding in enumerate(s.document.findings, 1):
        searched = f" Searched: {esc(finding.searched)}." if finding.searched else ""
        yield f"{number}. {esc(finding.text)}{searched} {s.refs(finding.refs)}".rstrip()


def _options(s: Scribe) -> Lines:
    if not s.document.options:
        yield (
            "_None found: no course of action that two reports or more tell and somebody named "
            "puts forward. What one report alone has stands under “Who says what”._"
        )
    for number, option in enumerate(s.document.options, 1):
        yield from _option(s, number, option)


def _option(s: Scribe, number: int, option: Option) -> Lines:
    yield f"### O{number}. {esc(option.label)}"
    yield ""
    by = ", ".join(esc(s.index.name(actor) or "") for actor in option.proposed_by)
    yield f"- Put forward by: {by or 'nobody named'}"
    for relation in option.relations:
        other = s.cite.one(relation.to)
        yield f"- It {RELATIONS[relation.is_]} {other.label} ({esc(other.hint)})"
    for place in s.page.distinct(option.places):
        yield f"- {s.quote(place)}"
    for position in s.page.positions(option.id):
        name = esc(s.index.name(position.actor) or "")
        yield f"- {name}: **{position.stance}** {s.refs(position.statements)}"
    yield ""


def _voices(s: Scribe) -> Lines:
    voices = s.page.voices
    yield from _group(s, "Named in the reports", voices.actors)
    yield from ("### Described, not identified", "", *_statements(s, voices.others), "")
    yield from ("### Nobody named", "", *_statements(s, voices.unnamed), "")
    yield from _group(s, "Analysts’ own text", voices.analysts)
    yield from _group(s, "The outlets’ own voice", voices.outlets)


def _group(s: Scribe, title: str, voices: tuple[Voice, ...]) -> Lines:
    yield from (f"### {title}", "")
    if not voices:
        yield from ("_None found._", "")
    for voice in voices:
        where = f" ({s.index.label(voice.report.id)})" if voice.report else ""
        yield f"#### {esc(voice.name)}{where}: {counted(len(voice.statements), 'statement')}"
        yield from ("", *_statements(s, voice.statements), "")


def _statements(s: Scribe, statements: Iterable[AttributedStatement]) -> Lines:
    tellings = s.page.together(tuple(statements))
    if not tellings:
        yield "_None found._"
    for telling in tellings:
        statement = telling[0]
        cue = f"{esc(s.page.cue(statement))}: " if s.page.cue(statement) else ""
        quote = () if statement.own_voice else (QUOTES[statement.quote],)
        chain = " → ".join(esc(station) for station in s.page.chain(statement))
        note = ", ".join((*quote, *s.page.chips(statement)))
        also = ", ".join(f"[{s.index.offsets(other.content)}]" for other in telling[1:])
        notes = (chain, note, _under(s, statement), f"the same words in {also}" if also else "")
        yield f"- {cue}{s.quote(statement.content)} ({'; '.join(filter(None, notes))})"


def _under(s: Scribe, statement: AttributedStatement) -> str:
    """The heading that an author's own line stands under, which may be what it is about."""
    if not (statement.own_voice and statement.section):
        return ""
    return f"under “{esc(s.page.section(statement))}”"


def _differences(s: Scribe) -> Lines:
    if not s.document.differences:
        compared = bool(s.document.compared)
        yield (
            "_No difference found in what was compared._"
            if compared
            else "_Not measured: nothing was comparable between these reports._"
        )
    for item in (*s.page.differences, *s.page.quiet_differences):
        yield from _difference(s, item)
    yield from (f"- Compared: {esc(line)}" for line in s.document.compared)


def _difference(s: Scribe, item: Numbered) -> Lines:
    difference = item.difference
    yield f"### D{item.number}. {esc(difference.about)}"
    yield ""
    yield f"**{VERDICTS[difference.verdict]}** ({difference.kind})"
    yield ""
    yield "| Reading | In the reports’ words |"
    yield "|---|---|"
    for reading in difference.readings:
        quotes = "<br>".join(f"{s.quote(p)} {s.origin(p)}" for p in reading.places)
        yield f"| {esc(reading.value)} | {quotes} |"
    yield ""
    yield from (f"- Question: {esc(question)}" for question in difference.reconcilable)
    yield from (f"- {esc(line)}" for line in difference.because)
    yield ""


def _retellings(s: Scribe) -> Lines:
    if not s.page.retellings:
        yield "_None found: no retelling was found to change a claim._"
    for outlet, counts, _ in s.page.drift():
        sums = ", ".join(
            f"{DIRECTIONS[way].lower()} {n}"
            for way, n in zip(s.page.directions, counts, strict=True)
        )
        yield f"- {esc(outlet)}: {sums}"
    yield ""
    for number, retelling in enumerate(s.page.retellings, 1):
        yield from _retelling(s, number, retelling)


def _retelling(s: Scribe, number: int, retelling: Retelling) -> Lines:
    yield f"### T{number}. {DIRECTIONS[retelling.direction]}: {change_text(retelling)}"
    yield ""
    yield f"- As told: {s.quote(retelling.from_)} {s.origin(retelling.from_)}"
    yield f"- As retold: {s.quote(retelling.to)} {s.origin(retelling.to)}"
    yield from (f"- {esc(line)}" for line in retelling.because)
    yield ""


def _likelihoods(s: Scribe) -> Lines:
    yield from tables.likelihoods(s)
    yield from ("", "### Audit", "")
    if not s.document.audit:
        yield "_Nothing to report._" if s.document.likelihoods else "_Not measured._"
    for entry in s.document.audit:
        labels = s.refs(entry.likelihoods)
        yield f"- **{AUDIT_LEVELS[entry.level]}**: {esc(entry.what)} {labels}".rstrip()
        yield from (f"  - {esc(line)}" for line in entry.because)


def _topics(s: Scribe) -> Lines:
    for topic in s.page.topics:
        yield from (f"### {topic.title}", "")
        if not topic.statements:
            yield f"_{topic.empty}_"
        for statement in topic.statements:
            who = ", ".join(filter(None, (esc(s.page.speaker(statement)), _under(s, statement))))
            yield f"- {who}: {s.quote(statement.content)}"
        yield ""
