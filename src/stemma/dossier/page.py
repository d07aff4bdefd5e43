"""What the templates ask for: the document's lines, grouped and ordered as a reader meets them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from stemma.dossier import order, voices
from stemma.dossier.context import Piece, in_context, side_by_side
from stemma.dossier.index import Citation, Index
from stemma.dossier.spreads import Spread, spread_of
from stemma.dossier.timeline import stretches
from stemma.dossier.wording import DIRECTIONS, MODALITIES, STAGES, counted
from stemma.model.assessment import Position
from stemma.model.claim import Claim, Difference, Retelling
from stemma.model.document import AttributedStatement, Document
from stemma.model.lineage import Derivation
from stemma.model.report import Report
from stemma.model.span import Place, words_of

_QUIET = frozenset({"compatible", "not-compared"})
_PLAIN_KINDS = frozenset({"fact", "other"})


@dataclass(frozen=True)
class Numbered:
    """A difference with its number in the dossier."""

    number: int
    difference: Difference


class Page:
    """Groups for one document. Every method is a pure reading of it."""

    def __init__(self, document: Document, index: Index) -> None:
        self._document = document
        self._index = index
        self.voices = voices.hear(document, index)
        self.topics = voices.topics(document)
        self.retellings = order.retellings_in_order(document)
        found = {retelling.direction for retelling in document.retellings}
        self.directions = [direction for direction in DIRECTIONS if direction in found]
        self.claims = order.shared_claims(document)
        self.timeline = stretches(document)
        self.to_get = order.sources_to_get(document.sources, document.lineage.edges)
        numbered = [Numbered(n, d) for n, d in enumerate(order.differences_in_order(document), 1)]
        self.differences = [item for item in numbered if item.difference.verdict not in _QUIET]
        self.quiet_differences = [item for item in numbered if item.difference.verdict in _QUIET]

    def facts(self) -> tuple[str, ...]:
        """The size of the dossier, for the line under its title."""
        document = self._document
        outlets = {report.outlet for report in document.reports if report.outlet}
        verdicts = Counter(item.difference.verdict for item in self.differences)
        grew = sum(retelling.direction == "stronger" for retelling in document.retellings)
        named = (counted(len(outlets), "outlet named", "outlets named"),) if outlets else ()
        return (
            counted(len(document.reports), "report"),
            *named,
            counted(len(document.lineage.stories), "story", "stories"),
            counted(len(self.differences), "difference")
            + (f" ({counted(verdicts['conflict'], 'conflict')})" if verdicts["conflict"] else ""),
            counted(grew, "claim grew in the retelling", "claims grew in the retelling"),
            counted(len(document.likelihoods), "stated likelihood"),
        )

    def chips(self, statement: AttributedStatement) -> tuple[str, ...]:
        """What is known of a statement besides its words, as short labels."""
        chips = ["headline"] if statement.headline else []
        chips += [statement.kind] if statement.kind not in _PLAIN_KINDS else []
        chips += ["negated"] if statement.polarity == "negated" else []
        chips += [MODALITIES[statement.modality]] if statement.modality in MODALITIES else []
        chips += [STAGES[statement.stage]] if statement.stage in STAGES else []
        return tuple(chips)

    def together(self, statements: tuple[AttributedStatement, ...]) -> tuple[voices.Telling, ...]:
        """Statements, those that give one speaker the same words put together."""
        return voices.together(statements, self._index)

    def elsewhere(self, telling: voices.Telling) -> tuple[str, ...]:
        """The other reports that give the same words, each once."""
        first, *others = (self._index.station(self._index.reports[s.report]) for s in telling)
        return tuple(dict.fromkeys(other for other in others if other != first))

    def chain(self, statement: AttributedStatement) -> tuple[str, ...]:
        """The stations of a statement's words."""
        return voices.chain(statement, self._index)

    def cue(self, statement: AttributedStatement) -> str:
        """The words between speaker and quotation, if any."""
        return voices.cue(statement)

    def speaker(self, statement: AttributedStatement) -> str:
        """Who puts a statement forward."""
        return voices.speaker(statement, self._index)

    def section(self, statement: AttributedStatement) -> str:
        """The headings above a statement."""
        return " › ".join(" ".join(span.exact.split()) for span in statement.section)

    def spread(self, claim: Claim) -> Spread:
        """Who told a claim first, and who then."""
        return spread_of(claim, self._index)

    def distinct(self, places: tuple[Place, ...]) -> list[Place]:
        """Places, those of the same words in the same paragraph once."""
        found: dict[tuple[str, str], Place] = {}
        for place in places:
            found.setdefault((self._index.at(place[0]).label, words_of(place)), place)
        return list(found.values())

    def in_context(self, place: Place) -> tuple[Piece, ...]:
        """Quoted words among those around them."""
        return in_context(place, self._index)

    def sides(self, retelling: Retelling) -> tuple[tuple[Piece, ...], ...]:
        """A retelling's two ends in context, with the words that changed as hits."""
        return side_by_side(retelling.from_, retelling.to, self._index)

    def drift(self) -> list[tuple[str, list[int], int]]:
        """Retellings summed by the outlet that retells: in each of `directions`, and all."""
        sums: dict[str, Counter[str]] = {}
        for retelling in self.retellings:
            outlet = self._teller(retelling)
            sums.setdefault(outlet, Counter())[retelling.direction] += 1
        rows = [(o, [n[d] for d in self.directions], n.total()) for o, n in sums.items()]
        return sorted(rows, key=lambda row: ([-n for n in row[1]], row[0]))

    def _teller(self, retelling: Retelling) -> str:
        report = self._index.reports[retelling.to[0].report]
        return report.outlet or f"{self._index.label(report.id)} (outlet unknown)"

    def edges_into(self, reports: tuple[str, ...]) -> list[Derivation]:
        """The edges of a story with these reports."""
        return [edge for _, edge in self.edges_of(reports)]

    def edges_of(self, reports: tuple[str, ...]) -> list[tuple[int, Derivation]]:
        """The edges of a story with these reports, with their numbers in the dossier.

        They end in one of them, or start there and end in a source that is not held.
        """
        inside = {s.id for s in self._document.sources if s.held in reports}
        absent = {s.id for s in self._document.sources if s.held is None}
        return [
            (number, edge)
            for number, edge in enumerate(self._document.lineage.edges, 1)
            if edge.to in inside or (edge.to in absent and edge.from_ in inside)
        ]

    def passages(self, edge: Derivation) -> list[tuple[Citation | None, Citation]]:
        """Where the words that an edge shares stand, a pair of paragraphs once."""
        pairs: dict[tuple[str, str], tuple[Citation | None, Citation]] = {}
        for passage in edge.passages:
            before = self._index.at(passage.from_) if passage.from_ else None
            after = self._index.at(passage.to)
            pairs.setdefault((before.label if before else "", after.label), (before, after))
        return list(pairs.values())

    def edges_from(self, source: str) -> list[Derivation]:
        """The edges that start at a source."""
        return [edge for edge in self._document.lineage.edges if edge.from_ == source]

    def positions(self, option: str) -> list[Position]:
        """Who stands where on an option."""
        return [position for position in self._document.positions if position.option == option]

    def cuts(self, report: Report) -> list[tuple[str, int]]:
        """What was left out of a report: reasons, and how many characters each took."""
        sums: Counter[str] = Counter()
        for cut in report.stripped:
            sums[cut.reason] += cut.span.end - cut.span.start
        return sorted(sums.items())
