"""What changed between tellings, as lines for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from stemma.dossier.report_names import ReportNames
from stemma.dossier.retold import FEWEST
from stemma.dossier.sentences import Sentences
from stemma.dossier.terminal import rejection_lines, short, tally
from stemma.dossier.told import Pieces, side_by_side
from stemma.dossier.wording import DIRECTIONS, change_text, counted
from stemma.model.claim import Retelling
from stemma.model.collation_document import OutletRetellings, RetellingsDocument
from stemma.model.span import Span

_MEANING = (
    "A retelling here is a sentence that, along an edge of the family tree, takes over words or a "
    "claim of another outlet's report, or shows a change of it. The interval is Wilson's: it takes "
    "them for independent, and knows nothing of changes that were not found. How often is no "
    "grade: it says nothing of why, or of which is right."
)


@dataclass(frozen=True)
class SideLines:
    """One end: the report, and the sentence with the words marked that the other has not."""

    where: str
    pieces: Pieces


@dataclass(frozen=True)
class RetellingLines:
    """Two sentences, what changed between them, and along which edge."""

    head: str
    changes: tuple[str, ...]
    told: SideLines
    retold: SideLines


@dataclass(frozen=True)
class DirectionLines:
    """The retellings whose foremost change goes one way."""

    title: str
    retellings: tuple[RetellingLines, ...]


@dataclass(frozen=True)
class RetellingsTable:
    """What to print, in this order; `outlets` are cells, `meaning` says what they count."""

    directions: tuple[DirectionLines, ...]
    nothing: str
    outlets: tuple[tuple[str, ...], ...]
    meaning: str
    compared: tuple[str, ...]
    rejections: tuple[str, ...]
    limits: tuple[str, ...]
    counts: str


def retellings_table(document: RetellingsDocument) -> RetellingsTable:
    """The lines for `document`; changes between the same two sentences stand together."""
    names = ReportNames(document.reports, document.stories)
    return RetellingsTable(
        directions=tuple(_by_direction(document, names)),
        nothing="" if document.retellings else _nothing(document),
        outlets=tuple(_outlet(outlet, names) for outlet in document.outlets),
        meaning=_MEANING if document.outlets else "",
        compared=tuple(short(line) for line in document.compared),
        rejections=tuple(rejection_lines(document.rejections)),
        limits=tuple(short(limit) for limit in document.limits),
        counts=_counts(document),
    )


def _nothing(document: RetellingsDocument) -> str:
    if not document.edges:
        return "No change found: no report here is known to be made from another one here."
    return "No change found in what was compared, which is not to say that there is none."


_Ends = tuple[tuple[str, str] | None, tuple[Span, ...], tuple[Span, ...]]


def _by_direction(document: RetellingsDocument, names: ReportNames) -> Iterator[DirectionLines]:
    sentences = Sentences(document.sentences)
    order = list(DIRECTIONS)
    together: dict[_Ends, list[Retelling]] = {}
    for retelling in sorted(document.retellings, key=lambda r: _when(r, names)):
        around = (sentences.around(place) for place in (retelling.from_, retelling.to))
        before, after = around
        together.setdefault((retelling.edge, before[:1], after[:1]), []).append(retelling)
    groups = [sorted(g, key=lambda r: order.index(r.direction)) for g in together.values()]
    number = 1
    for direction, title in DIRECTIONS.items():
        own = [group for group in groups if group[0].direction == direction]
        numbered = list(enumerate(own, number))
        number += len(own)
        if own:
            yield DirectionLines(
                title, tuple(_retelling(n, group, names, sentences) for n, group in numbered)
            )


def _when(retelling: Retelling, names: ReportNames) -> tuple[int, int, int]:
    after, before = retelling.to[0], retelling.from_[0]
    return names.number(after.report), after.start, before.start


def _retelling(
    number: int, group: list[Retelling], names: ReportNames, sentences: Sentences
) -> RetellingLines:
    first = group[0]
    ends = [names.outlet(place[0].report) for place in (first.from_, first.to)]
    before = tuple(dict.fromkeys(span for r in group for span in r.from_))
    after = tuple(dict.fromkeys(span for r in group for span in r.to))
    sides = side_by_side(before, after, sentences)
    how = dict.fromkeys(r.because[-1] for r in group if len(r.because) > 1)
    head = " → ".join(dict.fromkeys(ends))
    return RetellingLines(
        head=short(f"T{number} {', '.join((head, *how))}"),
        changes=tuple(_change(retelling) for retelling in group),
        told=SideLines(short(names.origin(before[0].report)), sides[0]),
        retold=SideLines(short(names.origin(after[0].report)), sides[1]),
    )


def _change(retelling: Retelling) -> str:
    """Which way and what; the last of several reasons says where it was looked for."""
    what = "; ".join(retelling.because[:-1] or retelling.because)
    line = f"{DIRECTIONS[retelling.direction].lower()}: {change_text(retelling)}"
    return short(f"{line}: {what}" if what else line)


def _outlet(outlet: OutletRetellings, names: ReportNames) -> tuple[str, ...]:
    """The outlet, what it strengthened, and how sure one may be of the share."""
    name = outlet.outlet or f"{names.tag(outlet.reports[0])} (outlet unknown)"
    share = f"strengthened {outlet.stronger} of {counted(outlet.retellings, 'retelling')}"
    weaker = f"weakened {outlet.weaker}" if outlet.weaker else ""
    if outlet.low is None or outlet.high is None:
        return (short(name), share, f"too few to say (fewer than {FEWEST})", weaker)
    return (short(name), share, f"95% interval {outlet.low:.0%} to {outlet.high:.0%}", weaker)


def _counts(document: RetellingsDocument) -> str:
    found: Counter[str] = Counter(retelling.direction for retelling in document.retellings)
    counts = [
        counted(len(document.reports), "report"),
        counted(len(document.stories), "story", "stories"),
        counted(len(document.retellings), "change") + tally(found, list(DIRECTIONS)),
    ]
    if document.rejections:
        counts.append(
            counted(len(document.rejections), "input gave no report", "inputs gave no report")
        )
    return ", ".join(counts)
