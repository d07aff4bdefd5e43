"""What one report says, read alone: mentions, dates, statements, stated likelihoods."""

from __future__ import annotations

from typing import Literal

import msgspec

from stemma.model.span import Place, Span
from stemma.model.when import When

ActorKind = Literal["person", "organisation", "place", "group", "outlet", "unknown"]
MentionForm = Literal["name", "nominal", "pronoun"]
Quote = Literal["direct", "indirect", "mixed", "none"]
StatementKind = Literal[
    "fact",
    "proposal",
    "commitment",
    "prediction",
    "condition",
    "cause",
    "evaluation",
    "scenario",
    "other",
]
Polarity = Literal["affirmed", "negated", "unknown"]
Modality = Literal["certain", "probable", "possible", "conditional", "intended", "unknown"]
Stage = Literal["considered", "announced", "filed", "debated", "adopted", "in-force", "unknown"]
Bound = Literal["exact", "at-least", "at-most", "about", "range"]
CarrierMode = Literal["spoke-to", "credit", "cites", "reportedly", "other"]
SentenceForm = Literal["sentence", "heading", "item"]


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence, heading or list item of the article; `section` are the headings above it.

    `lead_in` is the sentence that opens the list an item belongs to ("… the debate can:").
    """

    span: Span
    form: SentenceForm
    paragraph: int
    section: tuple[Span, ...] = ()
    lead_in: Span | None = None


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """Words that stand for an actor.

    `name` is the mention's name without title, role and possessive; for a pronoun or nominal it
    is the words themselves. `roles` are the words that state a role of the actor at this place.
    `antecedent` is an earlier or later name of the same report that a pronoun, nominal or
    surname stands for; `None` where the text leaves it open.
    """

    span: Span
    kind: ActorKind
    form: MentionForm
    name: str
    roles: tuple[Span, ...] = ()
    antecedent: Span | None = None


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """A stated quantity. `value` is in units of `unit` ("%", "people", "$", or as written).

    `high` is set for a range, where `value` is its low end. `of` are the words for what is
    counted, as lemmas, so that only numbers about the same thing are compared.
    """

    value: float
    high: float | None = None
    unit: str | None = None
    bound: Bound
    span: Span
    of: tuple[str, ...] = ()


class Action(msgspec.Struct, frozen=True, kw_only=True):
    """Something done, to be done or not done, whether a verb or a noun puts it ("exit from X").

    `predicate` is the lemma with its particle ("pull out"); a pro-verb ("has done so") carries
    the predicate it stands for; `family` is the class of predicates that do the same thing
    ("leave" for quit, exit, withdraw), or the predicate where it is in none. `target` is what it
    is done to: the object, or the complement of its preposition, with the owner that the text
    gives ("the Union's joint command"); `target_terms` are its content words' lemmas.
    """

    words: Span
    predicate: str
    family: str = ""
    agent: Span | None = None
    target: Span | None = None
    target_terms: tuple[str, ...] = ()
    polarity: Polarity = "unknown"
    when: When


class Carrier(msgspec.Struct, frozen=True, kw_only=True):
    """One step of the chain by which words reached the report: who passed them on, and how.

    Several carriers of one statement in `series` order; those with equal `step` stand side by
    side ("the BBC and another agency"). `name` is `None` where nobody is named ("reportedly").
    """

    name: Span | None
    mode: CarrierMode
    place: Place
    step: int = 0


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One proposition that someone puts forward, in whose words.

    `source` is empty where the text names nobody: then `unnamed` says why ("passive",
    "it is noted"), or is `None` for the outlet's own voice (`own_voice`). `when` is the time of
    what is stated, `said` the time of the saying. `hedges`, `conditions` and `stage_words` are
    the words behind `modality` and `stage`. `terms` are the content words' lemmas, lowercase,
    in order: what later rooms compare without a parser.
    """

    id: str
    report: str
    within: str | None = None
    own_voice: bool = False
    headline: bool = False
    source: Place = ()
    unnamed: str | None = None
    carriers: tuple[Carrier, ...] = ()
    cue: Place = ()
    cue_lemma: str = ""
    content: Place
    quote: Quote
    kind: StatementKind
    polarity: Polarity
    modality: Modality
    stage: Stage
    hedges: tuple[Span, ...] = ()
    conditions: tuple[Span, ...] = ()
    stage_words: Span | None = None
    when: When
    said: When
    numbers: tuple[Number, ...] = ()
    actions: tuple[Action, ...] = ()
    terms: tuple[str, ...] = ()
    section: tuple[Span, ...] = ()


class Estimate(msgspec.Struct, frozen=True, kw_only=True):
    """A likelihood that somebody states, in words, numbers or both.

    `words` is the whole statement of it, `label_span` the verbal label alone. `low` and `high`
    are probabilities in [0, 1], never made from a label. `holder` is empty where the author of
    the report speaks. `event` are the words for what may happen (a heading or the clause),
    `scopes` the qualifiers that the words give it ("full", "partial", "the treaty").
    """

    id: str
    words: Span
    label_span: Span | None = None
    holder: Place = ()
    statement: str | None = None
    event: Place
    scopes: tuple[str, ...] = ()
    horizon: When
    as_of: When
    verbal: str | None = None
    low: float | None = None
    high: float | None = None


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader wants to know, read like any other words.

    `terms` are its content words' lemmas, `actions` what it asks about; their spans lie in
    `text` and carry the report id "question".
    """

    text: str
    terms: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that was read in one report. `limits` says what could not be read, and why."""

    report: str
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[When, ...] = ()
    statements: tuple[Statement, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    credits: tuple[Carrier, ...] = ()
    limits: tuple[str, ...] = ()
