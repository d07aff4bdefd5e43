"""Where actors stand on the options, by what they are reported to have said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from stemma.assessment.courses import MEASURES, head_of
from stemma.model.assessment import Option, Position, Stance
from stemma.model.cast import CastIndex
from stemma.model.corpus import Corpus
from stemma.model.reading import Action, Statement
from stemma.model.when import When

_FOR = frozenset(
    "call-for call propose promise pledge vow want urge support back favour favor demand advocate "
    "recommend endorse welcome defend plan intend announce seek push commit promote".split()
)
_AGAINST = frozenset(
    "oppose reject refuse condemn denounce criticise criticize warn-against rule-out dismiss "
    "decry deplore resist object".split()
)
_BINDING = frozenset({"agree", "promise", "pledge", "commit", "decide", "plan"})
"""Not to have promised support is not to oppose."""

_OURSELVES = frozenset({"i", "we"})


def find_positions(corpus: Corpus, options: tuple[Option, ...]) -> tuple[Position, ...]:
    """One position an actor an option; `mixed` where statements point both ways."""
    cast = CastIndex(corpus.cast)
    carried = _measures(corpus, options)
    story_of = corpus.story_of()
    held: dict[tuple[str, str], list[tuple[Stance, Statement]]] = {}
    for reading in corpus.readings:
        for statement in reading.statements:
            actor = cast.actor_of(statement.source)
            if actor is None or statement.own_voice:
                continue
            for option in options:
                measures = carried[option.id].get(story_of.get(statement.report, ""), frozenset())
                stance = _stance(statement, option) or _stance_on(statement, measures)
                if stance is not None:
                    held.setdefault((option.id, actor), []).append((stance, statement))
    return tuple(_position(key, stances) for key, stances in sorted(held.items(), key=_order))


def _order(item: tuple[tuple[str, str], object]) -> tuple[int, str, int, str]:
    option, actor = item[0]
    return (len(option), option, len(actor), actor)


def _stance(statement: Statement, option: Option) -> Stance | None:
    """The stance of one statement on an option it speaks of; `None` where it does not."""
    if not _speaks_of(statement, option):
        return None
    actions = [action for action in statement.actions if _is_of(action, option)]
    cue = statement.cue_lemma.lower().replace(" ", "-")
    negated = statement.polarity == "negated" or any(a.polarity == "negated" for a in actions)
    if cue in _AGAINST:
        return "unclear" if negated else "against"
    if negated and any(a.agent and a.agent.exact.lower() in _OURSELVES for a in actions):
        return "against"
    if cue in _FOR or statement.kind in {"proposal", "commitment"}:
        return "against" if negated else "for"
    return "unclear"


def _measures(corpus: Corpus, options: tuple[Option, ...]) -> dict[str, dict[str, frozenset[str]]]:
    """By option and story: the nouns ("motion") for what carries the option, and no other option.

    A noun that stands beside two options is neither's.
    """
    story_of = corpus.story_of()
    found: dict[str, dict[str, set[str]]] = {option.id: {} for option in options}
    for reading in corpus.readings:
        story = story_of.get(reading.report, "")
        for statement in reading.statements:
            nouns = {head_of(action) for action in statement.actions} & MEASURES
            for option in options:
                if _speaks_of(statement, option) and statement.polarity != "negated":
                    found[option.id].setdefault(story, set()).update(nouns)
    claimed = Counter(
        (story, noun) for told in found.values() for story, nouns in told.items() for noun in nouns
    )
    return {
        option: {
            story: frozenset(noun for noun in nouns if claimed[story, noun] == 1)
            for story, nouns in told.items()
        }
        for option, told in found.items()
    }


def _speaks_of(statement: Statement, option: Option) -> bool:
    return any(_is_of(action, option) for action in statement.actions)


def _is_of(action: Action, option: Option) -> bool:
    """Whether the action is one of those that the option was made of."""
    target = action.target
    return target is not None and any(
        any(span.holds(action.words) for span in place)
        and any(span.holds(target) for span in place)
        for place in option.places
    )


def _stance_on(statement: Statement, measures: frozenset[str]) -> Stance | None:
    """The stance on a measure that somebody is said to support or oppose; `None` for no such."""
    open_ended = statement.cue_lemma.split(" ", maxsplit=1)[0] in _BINDING
    for action in statement.actions:
        if head_of(action) in measures:
            negated = "negated" in (action.polarity, statement.polarity)
            if action.predicate in _FOR and negated:
                return "unclear" if open_ended else "against"
            if action.predicate in _FOR:
                return "for"
            if action.predicate in _AGAINST:
                return "unclear" if negated else "against"
    return None


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
