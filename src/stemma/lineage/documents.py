"""Documents that a report leans on and that nobody here holds: drafts seen, estimates cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stemma.lineage.credits import DOCUMENT, Credit
from stemma.lineage.names import Names
from stemma.model.reading import Reading
from stemma.model.report import Report
from stemma.model.span import Span

# "a draft of the motion, seen by the Post": the document, then who saw it.
_SEEN = re.compile(
    rf"\b(?P<name>(?:an?|the|his|her|its|their)\s(?:[\w’'-]+\s){{0,4}}?{DOCUMENT}"
    r"(?:\s(?:of|on|from|by|to|between)\s(?:[\w’'-]+\s?){1,5}?)?)"
    r"(?:,?\s(?:which|that)\s(?:was|were|has been|have been))?,?\s"
    r"(?:seen|obtained|reviewed|viewed|leaked|shared|shown)\s(?:by|to|with)\s",
    re.IGNORECASE,
)
# "according to a court filing": what stands on record, and anybody may ask for.
_FILED = re.compile(
    r"\b(?:according to|(?:said|says|wrote|stated|charged|disclosed|described) in)\s"
    r"(?P<name>(?:an?|the)\s(?:[\w’'.-]+\s){0,3}?(?:affidavit|indictment|bulletin"
    r"|(?:court|criminal|federal|legal|regulatory)\s(?:complaint|documents?|filings?|papers|records)"
    r"|filing))\b",
    re.IGNORECASE,
)
# "a Harbour Union estimate": an owner with a capital before the word for the document.
_OWNED = re.compile(
    r"(?:(?:[Aa]n?|[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir)\s)?(?:[a-z-]+\s){0,2}?"
    r"(?P<name>(?:(?!(?:A|An|The|This|That)\s)[A-Z][\w.&’'-]*\s){1,5}"
    rf"(?:(?!(?:of|in|on|at|to|by|the|an?)\s)[a-z-]+\s){{0,2}}?{DOCUMENT})\b"
)


def find_documents(at: int, report: Report, reading: Reading, names: Names) -> Iterator[Credit]:
    """Every document that a report says it saw, or cites by whose it is.

    A poll, study or paper of nobody in particular is not one to go and get.
    """
    for match in _SEEN.finditer(report.text):
        name = report.span(*match.span("name"))
        if not any(name.meets(s.span) for s in report.stripped):
            end = match.start() + len(match.group().rstrip())
            yield Credit(at, name, None, (report.span(match.start(), end),))
    for match in _FILED.finditer(report.text):
        name = report.span(*match.span("name"))
        if not any(name.meets(s.span) for s in report.stripped):
            yield Credit(at, name, None, (report.span(*match.span()),))
    for statement in reading.statements:
        if not statement.source or statement.own_voice:
            continue
        span = statement.source[0]
        owned = _OWNED.match(span.exact)
        if owned is None:
            continue
        name = _within(report, span, owned.span("name"))
        if names.carrier(name) != names.outlet(at) or names.outlet(at) is None:
            place = (span, *statement.cue)
            yield Credit(at, name, None, place, content=statement.content)


def _within(report: Report, span: Span, part: tuple[int, int]) -> Span:
    return report.span(span.start + part[0], span.start + part[1])
