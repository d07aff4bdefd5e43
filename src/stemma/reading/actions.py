"""Actions: verbs and event nouns with their agent, target and date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from stemma.model.reading import Action, Polarity
from stemma.reading.attribution_spans import agent_of, is_passive, subject_of
from stemma.reading.dating import Dating
from stemma.reading.events import EVENT_NOUNS
from stemma.reading.families import family
from stemma.reading.grammar import (
    auxiliaries,
    children,
    conjuncts,
    has_result,
    negations,
    noun_phrase,
    raised_subject,
    terms_of,
)
from stemma.reading.page import Page
from stemma.reading.parties import OUT, doer_of, is_supposed, leads_away, stood_for
from stemma.reading.predicate import EXPECTED, INTENDING, REFUSING, SEEMING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from stemma.model.span import Span

_TARGETS = ("from", "of", "to", "into", "on", "against", "for", "in", "with")
_LIGHT = frozenset({"be", "have", "do", "seem", "appear", "become", "get", "let", "include",
                    "regard", "concern", "accord", "say", "tell", "add"})  # fmt: skip
_PRO_OBJECTS = frozenset({"so", "it", "that", "this", "likewise", "same"})
_PARTICULARLY = frozenset({"particularly", "especially", "notably", "specifically", "primarily"})
_ADVERBS = frozenset({"away", "back", "apart", "aside", "together", "out"})
_TIMES = frozenset({"DATE", "TIME"})
_MOST = 40  # actions read in one statement


@dataclass(frozen=True, slots=True)
class _Deed:
    """An action as tokens: its word, predicate, agent and target."""

    word: Token
    predicate: str
    agent: Token | None
    target: Token | None
    polarity: Polarity


def find_actions(page: Page, tokens: Iterable[Token], dating: Dating) -> tuple[Action, ...]:
    """The actions that the words put, in order."""
    deeds: list[_Deed] = []
    for token in tokens:
        deeds.extend(_deeds(token, deeds))
        if len(deeds) >= _MOST:
            break
    return tuple(_action(page, deed, dating) for deed in deeds[:_MOST])


def _deeds(token: Token, before: list[_Deed]) -> Iterator[_Deed]:
    if token.pos_ == "VERB" or (token.pos_ == "AUX" and token.lemma_ == "do"):
        yield from _of_verb(token, before)
    elif token.pos_ == "NOUN" and token.lemma_.lower() in EVENT_NOUNS:
        yield from _of_noun(token)
    elif token.lower_ == "out" and not any(d.word.i == token.head.i for d in before):
        wanted_out = _wanted_out(token.head, token.head.lemma_.lower())
        if wanted_out is not None:  # the cue wants it: its verb is not among the words
            yield replace(wanted_out, word=token)


def _of_verb(verb: Token, before: list[_Deed]) -> Iterator[_Deed]:
    lemma = verb.lemma_.lower()
    if lemma == "do":
        deed = _stood_for(verb, before)
        if deed is not None:
            yield deed
        return
    if lemma in _LIGHT or verb.dep_ in ("amod", "aux", "auxpass", "compound", "case", "prep"):
        return
    if has_result(verb):
        return
    wanted_out = _wanted_out(verb, lemma)
    if wanted_out is not None:
        yield wanted_out
        return
    if lemma in INTENDING | SEEMING | EXPECTED | REFUSING and children(verb, "xcomp"):
        return
    agent, targets = _parties(verb)
    if agent is None and (not targets or (verb.dep_ == "acl" and verb.tag_ == "VBN")):
        return
    for target in targets or (None,):
        yield _Deed(verb, _predicate(verb), agent, target, _polarity(verb))


def _wanted_out(verb: Token, lemma: str) -> _Deed | None:
    """ "Wants X out of Y": X is to leave Y."""
    objects = children(verb, "dobj")
    away = [c for c in children(verb, "prep", "advmod") if c.lower_ == "out" and leads_away(c)]
    if lemma not in ("want", "need") or not objects or not away:
        return None
    target = _complement(verb, OUT)
    return _Deed(verb, "leave", objects[0], target, _polarity(verb))


def _predicate(verb: Token) -> str:
    particles = children(verb, "prt")
    particles += [c for c in children(verb, "prep") if c.lower_ in _ADVERBS and leads_away(c)]
    particles += [
        c
        for c in children(verb, "advmod")
        if c.lower_ in _ADVERBS and (c.i == verb.i + 1 or leads_away(c))
    ]
    lemma = verb.lemma_.lower()
    return f"{lemma} {particles[0].lower_}" if particles else lemma


def _parties(verb: Token) -> tuple[Token | None, list[Token]]:
    """Who does it, and what it is done to, each of several coordinated targets apart."""
    if is_passive(verb):
        patient = next(iter(children(verb, "nsubjpass")), None)
        if patient is None:
            subject = raised_subject(verb) or subject_of(verb)
            patient = subject if verb.dep_ in ("acl", "relcl", "conj", "xcomp") else None
        noun = stood_for(patient)
        agent = agent_of(verb)
        timed = agent is not None and agent.ent_type_ in _TIMES
        return None if timed else agent, [noun] if noun is not None else []
    agent = doer_of(verb)
    owner = next(iter(children(verb, "poss")), None) if verb.tag_ == "VBG" else None
    return stood_for(owner or agent), _targets(verb)


def _targets(verb: Token) -> list[Token]:
    found = [
        stood_for(o)
        for o in children(verb, "dobj")
        if o.ent_type_ not in _TIMES and (o.i > verb.i or o.tag_ in ("WP", "WDT"))
    ]
    objects = [o for o in found if o is not None]
    leaving = family(_predicate(verb)) == "leave"
    if leaving:
        away = _complement(verb, OUT)
        if away is not None:
            return _each(away)
    if objects:
        return [t for o in objects for t in _each(o)]
    target = _complement(verb, frozenset(_TARGETS))
    return _each(target) if target is not None else []


def _each(noun: Token) -> list[Token]:
    """All that is coordinated with a noun, and what it names in particular."""
    narrower = [
        c
        for c in children(noun, "appos")
        if any(a.lower_ in _PARTICULARLY for a in children(c, "advmod"))
    ]
    return [*conjuncts(noun), *narrower]


def _complement(word: Token, prepositions: frozenset[str]) -> Token | None:
    """What the first of these prepositions at `word` governs, dates passed over."""
    away = [g for c in children(word, "advmod") for g in children(c, "prep")]
    for preposition in (*children(word, "prep"), *away):
        inner = [c for c in preposition.children if c.dep_ == "prep"]
        for one in (preposition, *inner):
            if one.lower_ in prepositions:
                for governed in children(one, "pobj"):
                    if governed.ent_type_ not in ("DATE", "TIME", "PERCENT", "CARDINAL"):
                        return governed
    return None


def _of_noun(noun: Token) -> Iterator[_Deed]:
    """An event noun with its owner ("X's", "by X", "French") and its complement."""
    agent = next(iter(children(noun, "poss")), None) or _complement(noun, frozenset({"by"}))
    if agent is None:
        agent = next((c for c in children(noun, "amod") if c.ent_type_ in ("NORP", "GPE")), None)
    target = _complement(noun, frozenset(_TARGETS))
    if target is None:
        names = [c for c in children(noun, "compound") if c.pos_ == "PROPN"]
        target = names[-1] if names else None
    if agent is None and target is None:
        return
    polarity: Polarity = "unknown"
    if any(c.dep_ in ("det", "neg") and c.lower_ == "no" for c in noun.children):
        polarity = "negated"
    for one in _each(target) if target is not None else (None,):
        yield _Deed(noun, noun.lemma_.lower(), agent, one, polarity)


def _stood_for(verb: Token, before: list[_Deed]) -> _Deed | None:
    """What "has done it", "did so" stands for: the last action before it in the sentence."""
    has_object = any(
        c.lower_ in _PRO_OBJECTS for c in children(verb, "dobj", "advmod", "acomp", "oprd")
    )
    if not has_object:
        return None
    meant = [d for d in before if d.word.sent == verb.sent and d.target is not None]
    if not meant:
        return None
    deed = meant[0] if len({d.word.i for d in meant}) == 1 else meant[-1]
    agent = stood_for(subject_of(verb)) or deed.agent
    return _Deed(verb, deed.predicate, agent, deed.target, _polarity(verb))


def _polarity(verb: Token) -> Polarity:
    """Negated where the verb is, or what it depends on as a complement ("did not want to").

    Unknown in a clause that only supposes ("if they leave").
    """
    if is_supposed(verb):
        return "unknown"
    turns = bool(negations(verb))
    above = verb.head
    if verb.dep_ in ("xcomp", "ccomp") and verb.tag_ in ("VB", "VBG") and above.i != verb.i:
        turns ^= bool(negations(above)) or above.lemma_.lower() in REFUSING
    elif verb.dep_ == "conj" and not auxiliaries(verb) and not children(verb, "nsubj"):
        turns = turns or bool(negations(above))
    return "negated" if turns else "affirmed"


def _action(page: Page, deed: _Deed, dating: Dating) -> Action:
    target = noun_phrase(deed.target) if deed.target is not None else []
    while target and target[0].lower_ in _PARTICULARLY:
        target = target[1:]
    last = next(iter(children(deed.word, "prt")), deed.word)
    end = max(deed.word.idx + len(deed.word), last.idx + len(last))
    return Action(
        words=page.span(deed.word.idx, end),
        predicate=deed.predicate,
        family=family(deed.predicate),
        agent=_phrase(page, noun_phrase(deed.agent)) if deed.agent is not None else None,
        target=_phrase(page, target),
        target_terms=terms_of(target),
        polarity=deed.polarity,
        when=dating.of(deed.word),
    )


def _phrase(page: Page, tokens: list[Token]) -> Span | None:
    """A phrase as one span, without what the outermost blanks, commas and quotes add."""
    while tokens and (tokens[-1].is_punct or tokens[-1].is_space):
        tokens = tokens[:-1]
    while tokens and (tokens[0].is_punct or tokens[0].is_space):
        tokens = tokens[1:]
    texts = [t.text for t in tokens]
    if texts.count("(") > texts.count(")"):
        tokens = tokens[: len(texts) - 1 - texts[::-1].index("(")]
    if not tokens:
        return None
    return page.span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
