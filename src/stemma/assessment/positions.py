"""Where actors stand on the options, by what they are reported to have said."""

from __future__ import annotations

from collections.abc import Iterable

from stemma.model.assessment import Option, Position, Stance
from stemma.model.cast import CastIndex
from stemma.model.corpus import Corpus
from stemma.model.reading import Statement
from stemma.model.when import When

_FOR = frozenset(
    "call-for call propose promise pledge vow want urge support back favour favor demand advocate "
    "recommend endorse welcome defend plan intend announce seek push commit promote".split()
)
_AGAINST = frozenset(
    "oppose reject refuse condemn denounce criticise criticize warn-against rule-out dismiss "
    "decry deplore resist object".split()
)


_OURSELVES = frozenset({"i", "we"})


def find_positions(corpus: Corpus, options: tuple[Option, ...]) -> tuple[Position, ...]:
    """One position an actor an option; `mixed` where statements point both ways."""
    cast = CastIndex(corpus.cast)
    held: dict[tuple[str, str], list[tuple[Stance, Statement]]] = {}
    for reading in corpus.readings:
        for statement in reading.statements:
            actor = cast.actor_of(statement.source)
            if actor is None or statement.own_voice:
                continue
            for option in options:
                stance = _stance(statement, option)
                if stance is not None:
                    held.setdefault((option.id, actor), []).append((stance, statement))
    return tuple(_position(key, stances) for key, stances in sorted(held.items(), key=_order))


def _order(item: tuple[tuple[str, str], object]) -> tuple[int, str, int, str]:
    option, actor = item[0]
    return (len(option), option, len(actor), actor)


def _stance(statement: Statement, option: Option) -> Stance | None:
    """The stance of one statement on an option it speaks of; `None` where it does not."""
    words = {place[0] for place in option.places}
    actions = [a for a in statement.actions if a.words in words]
    if not actions:
        return None
    cue = statement.cue_lemma.lower().replace(" ", "-")
    negated = statement.polarity == "negated" or any(a.polarity == "negated" for a in actions)
    if cue in _AGAINST:
        return "unclear" if negated else "against"
    if negated and any(a.agent and a.agent.exact.lower() in _OURSELVES for a in actions):
        return "against"
    if cue in _FOR or statement.kind in {"proposal", "commitment"}:
        return "against" if negated else "for"
    return "unclear"


def _position(key: tuple[str, str], stances: Iterable[tuple[Stance, Statement]]) -> Position:
    option, actor = key
    pairs = list(stances)
    clear = {stance for stance, _ in pairs if stance != "unclear"}
    stance: Stance = "unclear"
    if len(clear) == 1:
        stance = clear.pop()
    elif clear:
        stance = "mixed"
    said = [s.said for _, s in pairs if s.said.known]
    return Position(
        actor=actor,
        option=option,
        stance=stance,
        statements=tuple(s.id for _, s in pairs),
        when=said[0] if said else When.unknown("no report dates what was said"),
    )
