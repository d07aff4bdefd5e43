"""Statements: one proposition that someone puts forward, attributed or in the outlet's voice."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace as replace_frame
from functools import partial
from typing import TYPE_CHECKING, get_args

from msgspec.structs import replace

from stemma.model.reading import (
    Carrier,
    CarrierMode,
    Modality,
    Number,
    Quote,
    Statement,
    StatementKind,
)
from stemma.model.span import Place, Span
from stemma.model.when import When
from stemma.reading.actions import find_actions
from stemma.reading.carriers import Link, find_links
from stemma.reading.dating import Dating
from stemma.reading.framing import Framing
from stemma.reading.grammar import negations, noun_phrase, ranges_of, terms_of, token_at
from stemma.reading.guard import Guard
from stemma.reading.kinds import find_kind
from stemma.reading.modality import find_force
from stemma.reading.numbers import find_numbers
from stemma.reading.page import Page
from stemma.reading.predicate import Predicate, find_predicate
from stemma.reading.propositions import Proposition, attributed, by_sentence
from stemma.reading.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from stemma.reading.attribution import Attribution

_QUOTES: dict[str, Quote] = {q: q for q in get_args(Quote)}
# What a kind that asserts nothing makes of words that show no doubt.
_OPEN: dict[StatementKind, Modality] = {"commitment": "intended", "scenario": "possible"}
_MODES: dict[str, CarrierMode] = {m: m for m in get_args(CarrierMode)}


def find_statements(
    page: Page, attributions: Sequence[Attribution], dating: Dating, guard: Guard
) -> tuple[Statement, ...]:
    """Every statement of the article in text order, with ids in that order.

    One that cannot be made is noted by `guard`, and the others are.
    """
    found = guard.run("statements", lambda: attributed(page, attributions)) or []
    found += guard.run("own statements", lambda: list(Voice(page, found).propositions())) or []
    found.sort(key=lambda p: (p.content[0][0], p.content[-1][0], -p.content[-1][1]))
    numbers = guard.run("numbers", lambda: _numbers(page)) or []
    covering = by_sentence(page, found)
    ids = {id(p): _id(page, i) for i, p in enumerate(found)}
    made: list[Statement] = []
    for proposition in found:
        at = f"the statement at character {proposition.content[0][0]}"
        statement = guard.run(at, partial(_made, page, proposition, dating, numbers))
        if statement is not None:
            outer = _within(page, proposition, covering)
            within = ids[id(outer)] if outer else None
            made.append(replace(statement, id=ids[id(proposition)], within=within))
    return tuple(made)


def _made(page: Page, proposition: Proposition, dating: Dating, numbers: list[Number]) -> Statement:
    statement = _framed(page, _put(page, proposition, dating), proposition.attribution, dating)
    first = bisect_left(numbers, statement.content[0].start, key=lambda n: n.span.start)
    inside: list[Number] = []
    for number in numbers[first:]:
        if number.span.start >= statement.content[-1].end:
            break
        if any(span.holds(number.span) for span in statement.content):
            inside.append(number)
    statement = replace(statement, numbers=tuple(inside))
    if statement.kind == "scenario":  # what only may come about has reached no stage
        statement = replace(statement, stage="unknown", stage_words=None)
    return statement


def _id(page: Page, i: int) -> str:
    return f"{page.report.id}.s{i + 1}"


def _put(page: Page, proposition: Proposition, dating: Dating) -> Statement:
    """The statement with what its own words say, and how."""
    content = page.place(proposition.content)
    predicate = find_predicate(proposition.tokens, proposition.head)
    framing = _headed(page, _framing(page, proposition.attribution), content)
    force = find_force(predicate, framing, proposition.tokens)
    section = _section(page, content)
    kind = find_kind(predicate, framing, force, " ".join(h.exact.lower() for h in section))
    return Statement(
        id="",
        report=page.report.id,
        content=content,
        cue_lemma=framing.lemma,
        quote="direct" if proposition.quoted else "none",
        kind=kind,
        polarity=force.polarity,
        modality=_opened(force.modality, kind),
        stage=force.stage,
        hedges=tuple(_span(page, words) for words in force.hedges),
        conditions=tuple(_span(page, words) for words in force.conditions),
        stage_words=_span(page, force.stage_words) if force.stage_words else None,
        when=_when(proposition, predicate, dating),
        said=When.unknown("nobody is said to say it"),
        actions=find_actions(page, proposition.tokens, dating),
        terms=terms_of(proposition.tokens),
        section=section,
        own_voice=proposition.attribution is None and not proposition.quoted,
        unnamed="quoted without a name" if proposition.quoted else None,
        headline=framing.headline,
    )


def _headed(page: Page, framing: Framing, content: Place) -> Framing:
    headline = page.report.headline
    return replace_frame(framing, headline=headline is not None and headline.meets(content[0]))


def _section(page: Page, content: Place) -> tuple[Span, ...]:
    sentence = page.sentence_at(content[-1].start)
    return sentence.section if sentence else ()


def _opened(modality: Modality, kind: StatementKind) -> Modality:
    return _OPEN.get(kind, modality) if modality == "certain" else modality


def _framed(
    page: Page, statement: Statement, attribution: Attribution | None, dating: Dating
) -> Statement:
    """The statement with who says it, how, when and through whom it reached the report."""
    if attribution is None:
        return statement
    return replace(
        statement,
        source=_source(page, attribution),
        unnamed=attribution.unnamed,
        carriers=_carriers(page, attribution),
        cue=page.place(attribution.cue),
        quote=_QUOTES.get(attribution.quote, "none"),
        said=_said(page, attribution, dating),
    )


def _source(page: Page, attribution: Attribution) -> Place:
    """The words for who says it; "who" and "which" give way to the noun that they stand for."""
    tokens = page.tokens(attribution.source)
    if len(tokens) == 1 and tokens[0].tag_ in ("WP", "WDT"):
        clause = tokens[0].head
        if clause.dep_ == "relcl" and clause.head.pos_ in ("NOUN", "PROPN"):
            return page.place(ranges_of(noun_phrase(clause.head)))
    return page.place(attribution.source)


def _framing(page: Page, attribution: Attribution | None) -> Framing:
    if attribution is None:
        return Framing()
    cue = page.tokens(attribution.cue)
    evidential = attribution.reportedly
    verbs = [t for t in cue if t.pos_ in ("VERB", "AUX")]
    return Framing(
        lemma=attribution.cue_lemma,
        cue=verbs[-1] if verbs else next(iter(cue), None),
        direct=attribution.quote == "direct",
        negated=any(negations(t) for t in verbs),
        evidential=token_at(page.doc, evidential[0]) if evidential else None,
    )


def _span(page: Page, words: tuple[Token, ...]) -> Span:
    """Tokens as one span, from the first to the last."""
    return page.span(words[0].idx, words[-1].idx + len(words[-1]))


def _carriers(page: Page, attribution: Attribution) -> tuple[Carrier, ...]:
    """The links as carriers; those that rest on the same words stand side by side.

    So do all whom the speaker spoke to, in whatever words.
    """
    found: list[Carrier] = []
    steps: dict[object, int] = {}
    for link in find_links(page.doc, attribution):
        one = link.mode if link.mode == "spoke-to" else link.words
        carrier = carrier_of(page, link, steps.setdefault(one, len(steps)))
        if carrier is not None:
            found.append(carrier)
    return tuple(found)


def carrier_of(page: Page, link: Link, step: int) -> Carrier | None:
    """A link as a carrier; `None` where its words are blank."""
    place = page.place([link.words])
    if not place:
        return None
    name = page.span(*link.source) if link.source else None
    return Carrier(name=name, mode=_MODES.get(link.mode, "other"), place=place, step=step)


def _when(proposition: Proposition, predicate: Predicate | None, dating: Dating) -> When:
    """The date of the predicate, or the only date within the content."""
    for link in reversed(predicate.chain if predicate else ()):
        when = dating.of(link)
        if when.words is not None:
            return when
    inside = dating.within(proposition.content)
    if len(inside) == 1:
        return inside[0]
    if inside:
        return When.unknown("several dates stand in the statement")
    return When.unknown("the statement gives no date")


def _said(page: Page, attribution: Attribution, dating: Dating) -> When:
    """The date at the cue."""
    for token in page.tokens(attribution.cue):
        when = dating.of(token)
        if when.words is not None:
            return when
    return When.unknown("the sentence does not date the saying")


def _numbers(page: Page) -> list[Number]:
    """All quantities of the report, in order."""
    return [
        Number(
            value=n.value,
            high=n.high,
            unit=n.unit,
            bound=n.bound,
            span=page.report.span(n.start, n.end),
            of=n.of,
        )
        for n in find_numbers(page.doc, 0, len(page.report.text))
    ]


def _within(
    page: Page, inner: Proposition, covering: dict[int, list[Proposition]]
) -> Proposition | None:
    """The smallest attributed proposition whose content holds this one and its cue."""
    if inner.attribution is None:
        return None
    needed = (*inner.content, *inner.attribution.cue)
    holders = [
        outer
        for outer in covering.get(page.number_at(inner.content[0][0]), ())
        if outer is not inner and outer.attribution is not None and _holds(outer, needed)
    ]
    return min(holders, key=lambda o: sum(e - s for s, e in o.content), default=None)


def _holds(outer: Proposition, needed: tuple[tuple[int, int], ...]) -> bool:
    return all(any(s <= a and b <= e for s, e in outer.content) for a, b in needed)
